/* tl-project-filter.c: which projects of the library are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-filter.h"

#include "library/tl-fold.h"

struct _TlProjectFilter
{
  GtkFilter   parent_instance;

  char      **words;
  char       *values[TL_N_PROJECT_FILTER_KINDS]; /* NULL: all */
  GHashTable *hidden; /* URIs */
  guint       generation;
};

G_DEFINE_FINAL_TYPE (TlProjectFilter, tl_project_filter, GTK_TYPE_FILTER)

static const char *
get_value (const TlLibraryFacts *facts,
           TlProjectFilterKind   kind)
{
  switch (kind)
    {
    case TL_PROJECT_FILTER_EDITION:
      return facts->edition;
    case TL_PROJECT_FILTER_OWNER:
      return facts->owner;
    case TL_PROJECT_FILTER_FOLDER:
      return facts->folder;
    case TL_PROJECT_FILTER_STATE:
    default:
      return tl_library_state_get_token (facts->state);
    }
}

static gboolean
has_value (const TlLibraryFacts *facts,
           TlProjectFilterKind   kind,
           const char           *value)
{
  if (kind == TL_PROJECT_FILTER_STATE && g_str_equal (value, "findings"))
    return facts->n_errors + facts->n_warnings > 0;
  return g_strcmp0 (get_value (facts, kind), value) == 0;
}

static gboolean
tl_project_filter_match (GtkFilter *filter,
                         gpointer   item)
{
  TlProjectFilter *self = TL_PROJECT_FILTER (filter);
  const TlLibraryFacts *facts = tl_library_project_get_facts (item);

  if (g_hash_table_contains (self->hidden, facts->uri))
    return FALSE;
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    if (self->values[i] != NULL && !has_value (facts, i, self->values[i]))
      return FALSE;
  return self->words == NULL || tl_library_project_matches (item, self->words);
}

static GtkFilterMatch
tl_project_filter_get_strictness (GtkFilter *filter)
{
  TlProjectFilter *self = TL_PROJECT_FILTER (filter);

  return tl_project_filter_is_active (self) || g_hash_table_size (self->hidden) > 0 ? GTK_FILTER_MATCH_SOME
                                                                                   : GTK_FILTER_MATCH_ALL;
}

static void
tl_project_filter_finalize (GObject *object)
{
  TlProjectFilter *self = TL_PROJECT_FILTER (object);

  g_strfreev (self->words);
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    g_free (self->values[i]);
  g_hash_table_unref (self->hidden);

  G_OBJECT_CLASS (tl_project_filter_parent_class)->finalize (object);
}

static void
tl_project_filter_class_init (TlProjectFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_project_filter_finalize;
  filter_class->match = tl_project_filter_match;
  filter_class->get_strictness = tl_project_filter_get_strictness;
}

static void
tl_project_filter_init (TlProjectFilter *self)
{
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TlProjectFilter *
tl_project_filter_new (void)
{
  return g_object_new (TL_TYPE_PROJECT_FILTER, NULL);
}

void
tl_project_filter_set_text (TlProjectFilter *self,
                            const char      *text)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (TL_IS_PROJECT_FILTER (self));

  words = tl_fold_list_words (text != NULL ? text : "");
  if (words[0] == NULL)
    g_clear_pointer (&words, g_strfreev);
  if (words == self->words
      || (words != NULL && self->words != NULL && g_strv_equal ((const char *const *) words, (const char *const *) self->words)))
    return;
  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  self->generation++;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
tl_project_filter_set_value (TlProjectFilter     *self,
                             TlProjectFilterKind  kind,
                             const char          *value)
{
  g_return_if_fail (TL_IS_PROJECT_FILTER (self));
  g_return_if_fail (kind < TL_N_PROJECT_FILTER_KINDS);

  if (g_strcmp0 (self->values[kind], value) == 0)
    return;
  g_free (self->values[kind]);
  self->values[kind] = g_strdup (value);
  self->generation++;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

const char *
tl_project_filter_get_value (TlProjectFilter     *self,
                             TlProjectFilterKind  kind)
{
  g_return_val_if_fail (TL_IS_PROJECT_FILTER (self), NULL);
  g_return_val_if_fail (kind < TL_N_PROJECT_FILTER_KINDS, NULL);

  return self->values[kind];
}

void
tl_project_filter_set_hidden (TlProjectFilter *self,
                              const char      *uri,
                              gboolean         hidden)
{
  g_return_if_fail (TL_IS_PROJECT_FILTER (self));
  g_return_if_fail (uri != NULL);

  if (hidden ? g_hash_table_add (self->hidden, g_strdup (uri)) : g_hash_table_remove (self->hidden, uri))
    gtk_filter_changed (GTK_FILTER (self), hidden ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT);
}

void
tl_project_filter_clear (TlProjectFilter *self)
{
  g_return_if_fail (TL_IS_PROJECT_FILTER (self));

  if (!tl_project_filter_is_active (self))
    return;
  g_clear_pointer (&self->words, g_strfreev);
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    g_clear_pointer (&self->values[i], g_free);
  self->generation++;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

gboolean
tl_project_filter_is_active (TlProjectFilter *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_FILTER (self), FALSE);

  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    if (self->values[i] != NULL)
      return TRUE;
  return self->words != NULL;
}

guint
tl_project_filter_get_generation (TlProjectFilter *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_FILTER (self), 0);

  return self->generation;
}

void
tl_project_filter_renew (TlProjectFilter *self)
{
  g_return_if_fail (TL_IS_PROJECT_FILTER (self));

  if (tl_project_filter_is_active (self))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (a, b);
}

char **
tl_project_filter_list_values (GListModel          *projects,
                               TlProjectFilterKind  kind)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) keys = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (projects), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (TlLibraryProject) project = g_list_model_get_item (projects, i);
      const char *value = get_value (tl_library_project_get_facts (project), kind);

      if (value != NULL && *value != '\0')
        g_hash_table_add (values, (gpointer) value);
    }
  keys = g_list_sort (g_hash_table_get_keys (values), compare_values);
  for (GList *l = keys; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);
  return g_strv_builder_end (builder);
}
