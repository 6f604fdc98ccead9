/* tl-find-filter.c: what the filters of a query mean in the database: kinds, projects, services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-find-private.h"

#include <string.h>

#include "library/tl-fold.h"

/* With more alternatives FTS5 is not faster than looking at rows. */
#define MAX_LABELS 16

/* A name that more services have is no filter. */
#define MAX_SERVICES 2000

/* Kinds */

static void
clear_kind (gpointer data)
{
  TlFindKind *kind = data;

  g_free (kind->id);
  g_free (kind->label);
}

GArray *
tl_find_list_kinds (TlIndex  *index,
                    GError  **error)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (TlFindKind));
  g_autoptr (TlStatement) statement = tl_index_prepare (index, "SELECT what, kind_id, kind FROM kind", error);
  g_autoptr (GError) local_error = NULL;

  g_array_set_clear_func (kinds, clear_kind);
  if (statement == NULL)
    return NULL;
  while (tl_index_step (index, statement, &local_error))
    {
      TlFindKind kind = { sqlite3_column_int64 (statement, 0), tl_statement_dup_text (statement, 1),
                    tl_statement_dup_text (statement, 2) };

      g_array_append_val (kinds, kind);
    }
  if (local_error == NULL)
    return g_steal_pointer (&kinds);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static const char *
get_token (const TlFindKind *kind)
{
  return (guint64) kind->what < TL_N_THING_WHATS ? tl_thing_what_get_token (kind->what) : "";
}

static gboolean
is_called (const char *name,
           const char *key)
{
  g_autofree char *own_key = tl_fold_key (name);

  return strcmp (own_key, key) == 0;
}

/* A kind that is called so is meant alone; else all with such a word. */
static void
find_kinds (GArray            *kinds,
            const TlQueryTerm *term,
            gboolean          *is_found)
{
  g_autofree char *key = tl_fold_key (term->text);
  gboolean is_exact = FALSE;

  for (guint i = 0; i < kinds->len; i++)
    {
      const TlFindKind *kind = &g_array_index (kinds, TlFindKind, i);

      if (is_called (get_token (kind), key) || is_called (kind->id, key) || is_called (kind->label, key))
        is_exact = is_found[i] = TRUE;
    }
  for (guint i = 0; !is_exact && i < kinds->len; i++)
    {
      const TlFindKind *kind = &g_array_index (kinds, TlFindKind, i);

      is_found[i] |= tl_match_has_term (get_token (kind), term) || tl_match_has_term (kind->id, term)
                     || tl_match_has_term (kind->label, term);
    }
}

/* FTS5 narrows by the words of labels; which kind it is exactly is looked at then. */
static void
narrow_by_labels (TlFindPlan *self,
                  GHashTable *labels)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  GHashTableIter iter;
  gpointer label;

  if (g_hash_table_size (labels) > MAX_LABELS)
    return;
  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, &label, NULL))
    {
      if (*(const char *) label == '\0')
        return;
      g_string_append_printf (expression, "%s\"%s\"", expression->len > 0 ? " OR " : "", (const char *) label);
    }
  g_string_append_printf (self->filters, "%skind : (%s)", self->filters->len > 0 ? " AND " : "", expression->str);
}

static void
add_kinds (TlFindPlan *self,
           GArray     *kinds,
           GPtrArray  *terms,
           gboolean    is_excluded)
{
  g_autofree gboolean *is_found = g_new0 (gboolean, kinds->len + 1);
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < terms->len; i++)
    find_kinds (kinds, terms->pdata[i], is_found);
  for (guint i = 0; i < kinds->len; i++)
    if (is_found[i])
      {
        const TlFindKind *kind = &g_array_index (kinds, TlFindKind, i);

        g_hash_table_add (set, tl_find_create_key (kind->what, kind->id, kind->label));
        g_hash_table_add (labels, tl_fold_key (kind->label));
      }

  tl_find_plan_check (self, TL_FIND_KINDS, is_excluded, set);
  if (is_excluded)
    return;
  if (g_hash_table_size (set) == 0)
    self->is_impossible = TRUE;
  else
    narrow_by_labels (self, labels);
}

gboolean
tl_find_plan_add_kinds (TlFindPlan  *self,
                        TlIndex     *index,
                        GError     **error)
{
  g_autoptr (GArray) kinds = NULL;

  for (int is_excluded = 0; is_excluded < 2; is_excluded++)
    {
      g_autoptr (GPtrArray) terms = tl_find_list_terms (self->query, TL_QUERY_KIND, is_excluded);

      if (terms->len == 0)
        continue;
      if (kinds == NULL)
        kinds = tl_find_list_kinds (index, error);
      if (kinds == NULL)
        return FALSE;
      add_kinds (self, kinds, terms, is_excluded);
    }
  return TRUE;
}

/* Projects */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Only those of @projects (taken), which are in order, and no others. */
static void
keep_projects (TlFindPlan *self,
               GArray     *projects)
{
  g_autoptr (GArray) before = self->projects;

  self->projects = projects;
  for (guint i = before != NULL ? projects->len : 0; i > 0; i--)
    if (!g_array_binary_search (before, &g_array_index (projects, gint64, i - 1), compare_ids, NULL))
      g_array_remove_index (projects, i - 1);
  self->is_impossible |= projects->len == 0;
}

static gboolean
is_edition (const char *edition,
            GPtrArray  *terms)
{
  for (guint i = 0; edition != NULL && i < terms->len; i++)
    {
      const TlQueryTerm *term = terms->pdata[i];

      if (term->is_prefix ? g_str_has_prefix (edition, term->text) : strcmp (edition, term->text) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
tl_find_plan_add_projects (TlFindPlan  *self,
                           TlIndex     *index,
                           GError     **error)
{
  g_autoptr (GPtrArray) names = tl_find_list_terms (self->query, TL_QUERY_PROJECT, FALSE);
  g_autoptr (GPtrArray) other_names = tl_find_list_terms (self->query, TL_QUERY_PROJECT, TRUE);
  g_autoptr (GPtrArray) editions = tl_find_list_terms (self->query, TL_QUERY_EDITION, FALSE);
  g_autoptr (GPtrArray) other_editions = tl_find_list_terms (self->query, TL_QUERY_EDITION, TRUE);
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GArray) projects = NULL;
  g_autoptr (GError) local_error = NULL;

  if (names->len + other_names->len + editions->len + other_editions->len == 0)
    return TRUE;
  statement = tl_index_prepare (index, "SELECT id, name, edition FROM project ORDER BY id", error);
  if (statement == NULL)
    return FALSE;

  projects = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (tl_index_step (index, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      const char *name = (const char *) sqlite3_column_text (statement, 1);
      const char *edition = (const char *) sqlite3_column_text (statement, 2);

      if ((names->len == 0 || tl_find_has_any (name, names)) && !tl_find_has_any (name, other_names)
          && (editions->len == 0 || is_edition (edition, editions)) && !is_edition (edition, other_editions))
        g_array_append_val (projects, id);
    }
  if (local_error == NULL)
    {
      keep_projects (self, g_steal_pointer (&projects));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Services */

/* FTS5 expression for all services, in whatever language their rows were made. */
static char *
create_services_expression (GArray *kinds)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < kinds->len; i++)
    {
      const TlFindKind *kind = &g_array_index (kinds, TlFindKind, i);
      g_autofree char *label = tl_fold_key (kind->label);

      if (kind->what == TL_THING_SERVICE)
        g_string_append_printf (expression, "%s\"%s\"", expression->len > 0 ? " OR " : "kind : (", label);
    }
  g_string_append (expression, expression->len > 0 ? ")" : "\"\"");
  return g_string_free (expression, FALSE);
}

/* Adds the services with a name that has the term to both. */
static gboolean
find_services (TlIndex            *index,
               const char         *services,
               const TlQueryTerm  *term,
               GHashTable         *set,
               GArray             *projects,
               GError            **error)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = tl_index_prepare (index,
                                "SELECT t.project, t.key, t.name FROM thing_text x"
                                " CROSS JOIN thing t ON t.id = x.rowid WHERE x.thing_text MATCH ?1 AND t.what = ?2",
                                error);
  if (statement == NULL)
    return FALSE;
  if (!tl_find_is_letter (term))
    tl_find_append_term (expression, term);
  if (expression->len > 0)
    g_string_append (g_string_prepend (expression, "name : ("), ") AND ");
  g_string_append (expression, services);
  tl_statement_bind_text (statement, 1, expression->str);
  sqlite3_bind_int (statement, 2, TL_THING_SERVICE);

  while (g_hash_table_size (set) < MAX_SERVICES && tl_index_step (index, statement, &local_error))
    {
      gint64 project = sqlite3_column_int64 (statement, 0);

      if (!tl_match_has_term ((const char *) sqlite3_column_text (statement, 2), term))
        continue;
      g_hash_table_add (set, tl_find_create_key (project, (const char *) sqlite3_column_text (statement, 1), NULL));
      g_array_append_val (projects, project);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
sort_projects (GArray *projects)
{
  g_array_sort (projects, compare_ids);
  for (guint i = projects->len; i > 1; i--)
    if (g_array_index (projects, gint64, i - 1) == g_array_index (projects, gint64, i - 2))
      g_array_remove_index (projects, i - 1);
}

gboolean
tl_find_plan_add_services (TlFindPlan  *self,
                           TlIndex     *index,
                           GError     **error)
{
  for (int is_excluded = 0; is_excluded < 2; is_excluded++)
    {
      g_autoptr (GPtrArray) terms = tl_find_list_terms (self->query, TL_QUERY_IN, is_excluded);
      g_autoptr (GHashTable) set = NULL;
      g_autoptr (GArray) projects = NULL;
      g_autoptr (GArray) kinds = NULL;
      g_autofree char *services = NULL;

      if (terms->len == 0)
        continue;
      kinds = tl_find_list_kinds (index, error);
      if (kinds == NULL)
        return FALSE;
      services = create_services_expression (kinds);
      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      projects = g_array_new (FALSE, FALSE, sizeof (gint64));
      for (guint i = 0; i < terms->len; i++)
        if (!find_services (index, services, terms->pdata[i], set, projects, error))
          return FALSE;

      tl_find_plan_check (self, TL_FIND_SERVICES, is_excluded, set);
      if (is_excluded)
        continue;
      sort_projects (projects);
      keep_projects (self, g_steal_pointer (&projects));
    }
  return TRUE;
}
