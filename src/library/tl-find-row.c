/* tl-find-row.c: what is told of a row that was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-find-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char           *uri;
  char           *name;
  char           *edition;
  TlLibraryState  state;
} Project;

static void
free_project (gpointer data)
{
  Project *project = data;

  g_free (project->uri);
  g_free (project->name);
  g_free (project->edition);
  g_free (project);
}

void
tl_find_reader_init (TlFindReader *self,
                     TlIndex      *index)
{
  self->index = index;
  self->projects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_project);
}

void
tl_find_reader_clear (TlFindReader *self)
{
  g_clear_pointer (&self->projects, g_hash_table_unref);
}

/* Texts of the database may be damaged. */
static char *
dup_valid (TlStatement *row,
           int          column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text == NULL || g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

static const Project *
get_project (TlFindReader  *self,
             gint64         id,
             GError       **error)
{
  Project *project = g_hash_table_lookup (self->projects, &id);
  g_autoptr (TlStatement) statement = NULL;

  if (project != NULL)
    return project;
  statement = tl_index_prepare (self->index, "SELECT uri, name, edition, state FROM project WHERE id = ?", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!tl_index_step (self->index, statement, error))
    return NULL;

  project = g_new0 (Project, 1);
  project->uri = dup_valid (statement, 0);
  project->name = dup_valid (statement, 1);
  project->edition = dup_valid (statement, 2);
  project->state = sqlite3_column_int (statement, 3);
  g_hash_table_insert (self->projects, g_memdup2 (&id, sizeof id), project);
  return project;
}

/* FALSE: an error. A name that is not known is left NULL. */
static gboolean
look_up_service (TlFindReader  *self,
                 gint64         project,
                 const char    *key,
                 char         **name,
                 GError       **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (key == NULL)
    return TRUE;
  statement = tl_index_prepare (self->index, "SELECT name FROM thing WHERE project = ? AND slot = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, project);
  sqlite3_bind_int64 (statement, 2, tl_index_get_slot (TL_THING_SERVICE, key));
  if (tl_index_step (self->index, statement, &local_error))
    *name = dup_valid (statement, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static char *
create_subtitle (TlThingWhat  what,
                 const char  *kind,
                 const char  *service,
                 const char  *project)
{
  if (service != NULL && *service != '\0')
    /* Translators: a kind of thing, its service, its project: "Application in Online payments · Retail bank" */
    return g_strdup_printf (_("%s in %s · %s"), kind, service, project);
  if (what == TL_THING_PROJECT)
    return g_strdup (kind);
  /* Translators: a kind of thing, its project: "Tool · Retail bank" */
  return g_strdup_printf (_("%s · %s"), kind, project);
}

/* The text may be damaged, and long. */
static char *
find_snippet (const char    *label,
              const char    *text,
              const char    *shown,
              const TlQuery *query)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, strnlen (text, TL_MATCH_MAX_BODY));
  if (label != NULL)
    {
      /* Translators: a field and its value: "Owner: Ops" */
      char *labelled = g_strdup_printf (_("%s: %s"), g_dpgettext2 (GETTEXT_PACKAGE, "field", label), valid);

      g_free (valid);
      valid = labelled;
    }
  return tl_match_create_snippet (valid, shown, query);
}

/* Where else than in what is shown anyway the words are. */
static void
add_snippet (TlLibraryHitFacts *facts,
             TlStatement       *row,
             const TlQuery     *query)
{
  static const struct
  {
    int         column;
    const char *label;
  } places[] = {
    { TL_FIND_BODY, NULL },
    { TL_FIND_OWNER, NC_("field", "Owner") },
    { TL_FIND_VENDOR, NC_("field", "Vendor") },
    { TL_FIND_STATE, NC_("field", "State") },
  };
  g_autofree char *shown = g_strconcat (facts->name, "\n", facts->kind, NULL);

  if (tl_match_has_all (shown, query))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places) && facts->snippet == NULL; i++)
    facts->snippet = find_snippet (places[i].label, (const char *) sqlite3_column_text (row, places[i].column),
                                   shown, query);
  if (facts->snippet != NULL)
    facts->snippet_matches = tl_match_list (facts->snippet, query);
}

gboolean
tl_find_read_row (TlFindReader       *self,
                  TlStatement        *row,
                  const TlQuery      *query,
                  TlLibraryHitFacts  *facts,
                  GError            **error)
{
  gint64 project_id = sqlite3_column_int64 (row, TL_FIND_PROJECT);
  const Project *project = get_project (self, project_id, error);
  g_autofree char *service = NULL;

  *facts = (TlLibraryHitFacts){ 0 };
  if (project == NULL
      || !look_up_service (self, project_id, (const char *) sqlite3_column_text (row, TL_FIND_SERVICE), &service, error))
    return FALSE;
  facts->uri = g_strdup (project->uri);
  facts->project_name = g_strdup (project->name);
  facts->edition = g_strdup (project->edition);
  facts->state = project->state;
  facts->what = sqlite3_column_int (row, TL_FIND_WHAT);
  facts->gap = sqlite3_column_int (row, TL_FIND_GAP) != 0;
  facts->key = dup_valid (row, TL_FIND_KEY);
  facts->kind_id = dup_valid (row, TL_FIND_KIND_ID);
  facts->kind = dup_valid (row, TL_FIND_KIND);
  facts->name = dup_valid (row, TL_FIND_NAME);
  facts->subtitle = create_subtitle (facts->what, facts->kind, service, project->name);
  if (query != NULL)
    {
      facts->matches = tl_match_list (facts->name, query);
      add_snippet (facts, row, query);
    }
  else
    facts->matches = g_array_new (FALSE, FALSE, sizeof (TlMatch));
  return TRUE;
}
