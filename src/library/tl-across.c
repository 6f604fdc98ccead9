/* tl-across.c: what projects of the library have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-across.h"

#include <string.h>

#include "library/tl-find-private.h"
#include "library/tl-fold.h"

/* One row a thing: its name, or what it has, and its project. They come from an
 * index alone, by name and project. */
static const char *const name_sql[] = {
  [TL_ACROSS_TOOL] = "SELECT name, project FROM thing INDEXED BY thing_tool"
                     " WHERE what = 3 AND name_key > '' ORDER BY name_key, project",
  [TL_ACROSS_VENDOR] = "SELECT vendor, id >> 32 FROM thing WHERE vendor > '' ORDER BY vendor, id",
  [TL_ACROSS_OWNER] = "SELECT owner, id >> 32 FROM thing WHERE owner > '' ORDER BY owner, id",
  [TL_ACROSS_SERVICE] = "SELECT name, project FROM thing INDEXED BY thing_service"
                        " WHERE what = 1 AND name_key > '' ORDER BY name_key, project",
};

/* Groups */

typedef struct
{
  GHashTable *projects;
  GHashTable *spellings; /* name → number of things */
  guint       n_things;
  const char *name;      /* the best spelling */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_hash_table_unref (group->projects);
  g_hash_table_unref (group->spellings);
  g_free (group);
}

static void
add_to_group (GHashTable *groups,
              const char *text,
              gint64      project,
              guint       n_things)
{
  g_autofree char *name = g_utf8_make_valid (text, -1);
  g_autofree char *key = tl_fold_key (name);
  Group *group = g_hash_table_lookup (groups, key);
  guint n_before;

  if (*key == '\0')
    return;
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->projects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      group->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (groups, g_steal_pointer (&key), group);
    }
  if (!g_hash_table_contains (group->projects, &project))
    g_hash_table_add (group->projects, g_memdup2 (&project, sizeof project));
  n_before = GPOINTER_TO_UINT (g_hash_table_lookup (group->spellings, name));
  g_hash_table_replace (group->spellings, g_strdup (name), GUINT_TO_POINTER (n_before + n_things));
  group->n_things += n_things;
}

/* The most frequent, of these the first in the order of bytes. */
static const char *
find_spelling (Group *group)
{
  const char *best = NULL;
  guint best_n = 0;
  GHashTableIter iter;
  gpointer name, n;

  g_hash_table_iter_init (&iter, group->spellings);
  while (g_hash_table_iter_next (&iter, &name, &n))
    if (GPOINTER_TO_UINT (n) > best_n || (GPOINTER_TO_UINT (n) == best_n && g_strcmp0 (name, best) < 0))
      {
        best = name;
        best_n = GPOINTER_TO_UINT (n);
      }
  return best;
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *first = *(Group **) a;
  const Group *second = *(Group **) b;
  guint first_n = g_hash_table_size (first->projects);
  guint second_n = g_hash_table_size (second->projects);

  if (first_n != second_n)
    return first_n > second_n ? -1 : 1;
  if (first->n_things != second->n_things)
    return first->n_things > second->n_things ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static GPtrArray *
sort_groups (GHashTable *groups,
             guint       n_projects,
             guint       limit)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;

      if (g_hash_table_size (group->projects) < n_projects)
        continue;
      group->name = find_spelling (group);
      g_ptr_array_add (all, group);
    }

  g_ptr_array_sort (all, compare_groups);
  for (guint i = 0; i < MIN (all->len, limit); i++)
    {
      Group *group = all->pdata[i];

      g_ptr_array_add (sorted, tl_across_group_new (group->name, g_hash_table_size (group->projects), group->n_things));
    }
  return sorted;
}

static GHashTable *
read_groups (TlIndex     *index,
             TlAcrossBy   by,
             GError     **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_group);
  g_autoptr (TlStatement) statement = tl_index_prepare (index, name_sql[by], error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  gint64 project = 0;
  guint n_things = 0;

  if (statement == NULL)
    return NULL;
  /* Many in a row are the same. */
  while (tl_index_step (index, statement, &local_error))
    {
      const char *next = (const char *) sqlite3_column_text (statement, 0);
      gint64 next_project = sqlite3_column_int64 (statement, 1);

      if (n_things > 0 && project == next_project && g_strcmp0 (name, next) == 0)
        {
          n_things++;
          continue;
        }
      if (n_things > 0)
        add_to_group (groups, name, project, n_things);
      g_free (name);
      name = g_strdup (next);
      project = next_project;
      n_things = 1;
    }
  if (n_things > 0)
    add_to_group (groups, name, project, n_things);
  if (local_error == NULL)
    return g_steal_pointer (&groups);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
tl_across_list_groups (TlIndex       *index,
                       TlAcrossBy     by,
                       guint          n_projects,
                       guint          limit,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GHashTable) groups = NULL;

  g_return_val_if_fail (index != NULL && by < G_N_ELEMENTS (name_sql), NULL);

  if (!tl_index_begin_reading (index, cancellable, error))
    return NULL;
  groups = read_groups (index, by, error);
  tl_index_end_reading (index);
  return groups != NULL ? sort_groups (groups, n_projects, limit) : NULL;
}

/* Uses */

typedef struct
{
  TlIndex      *index;
  TlFindReader  reader;
  char         *key;    /* of the name */
  guint         limit;
  GPtrArray    *hits;
} Uses;

static gboolean
is_called (TlStatement *row,
           const char  *key)
{
  g_autofree char *own_key = tl_fold_key ((const char *) sqlite3_column_text (row, TL_FIND_NAME));

  return strcmp (own_key, key) == 0;
}

/* Rows of @sql whose ?1 is @text; of those by their names, which are cut in the
 * index, only those that are called so. */
static gboolean
add_uses (Uses        *self,
          const char  *sql,
          const char  *text,
          gboolean     by_name,
          GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self->index, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, text);
  while (local_error == NULL && self->hits->len < self->limit && tl_index_step (self->index, statement, &local_error))
    {
      TlLibraryHitFacts facts;

      if (by_name && !is_called (statement, self->key))
        continue;
      if (tl_find_read_row (&self->reader, statement, NULL, &facts, &local_error))
        g_ptr_array_add (self->hits, tl_library_hit_new (&facts));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Names are in an index as they are written: the spellings are looked for in it,
 * from one to the next. */
static gboolean
add_spellings (Uses        *self,
               const char  *next_sql,
               const char  *sql,
               GError     **error)
{
  g_autofree char *last = g_strdup ("");

  while (last != NULL)
    {
      g_autoptr (TlStatement) statement = tl_index_prepare (self->index, next_sql, error);
      g_autoptr (GError) local_error = NULL;
      g_autofree char *next_key = NULL;
      char *next = NULL;

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_text (statement, 1, last);
      if (tl_index_step (self->index, statement, &local_error))
        next = tl_statement_dup_text (statement, 0);
      g_clear_pointer (&statement, tl_statement_release);
      g_free (last);
      last = next;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      next_key = next != NULL ? tl_fold_key (next) : NULL;
      if (g_strcmp0 (next_key, self->key) == 0 && !add_uses (self, sql, next, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_all_uses (Uses        *self,
              TlAcrossBy   by,
              GError     **error)
{
  g_autofree char *name_key = tl_index_create_name_key (self->key);

  switch (by)
    {
    case TL_ACROSS_TOOL:
      return add_uses (self, "SELECT " TL_FIND_COLUMNS " FROM thing t INDEXED BY thing_tool WHERE t.what = 3 AND t.name_key = ?1",
                       name_key, TRUE, error);
    case TL_ACROSS_SERVICE:
      return add_uses (self, "SELECT " TL_FIND_COLUMNS " FROM thing t INDEXED BY thing_service WHERE t.what = 1 AND t.name_key = ?1",
                       name_key, TRUE, error);
    case TL_ACROSS_VENDOR:
      return add_spellings (self, "SELECT vendor FROM thing WHERE vendor > ?1 ORDER BY vendor LIMIT 1",
                            "SELECT " TL_FIND_COLUMNS " FROM thing t WHERE t.vendor = ?1", error);
    case TL_ACROSS_OWNER:
    default:
      return add_spellings (self, "SELECT owner FROM thing WHERE owner > ?1 ORDER BY owner LIMIT 1",
                            "SELECT " TL_FIND_COLUMNS " FROM thing t WHERE t.owner = ?1", error);
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const TlLibraryHitFacts *first = tl_library_hit_get_facts (*(TlLibraryHit **) a);
  const TlLibraryHitFacts *second = tl_library_hit_get_facts (*(TlLibraryHit **) b);
  int order = g_utf8_collate (first->project_name, second->project_name);

  if (order == 0)
    order = g_strcmp0 (first->uri, second->uri);
  if (order == 0)
    order = g_utf8_collate (first->name, second->name);
  return order != 0 ? order : g_strcmp0 (first->key, second->key);
}

GPtrArray *
tl_across_list_uses (TlIndex       *index,
                     TlAcrossBy     by,
                     const char    *name,
                     guint          limit,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Uses self = { .index = index, .limit = limit };
  gboolean is_done;

  g_return_val_if_fail (index != NULL && by < G_N_ELEMENTS (name_sql) && name != NULL, NULL);

  if (!tl_index_begin_reading (index, cancellable, error))
    return NULL;
  self.key = tl_fold_key (name);
  self.hits = g_ptr_array_new_with_free_func (g_object_unref);
  tl_find_reader_init (&self.reader, index);
  is_done = *self.key == '\0' || add_all_uses (&self, by, error);
  tl_find_reader_clear (&self.reader);
  g_free (self.key);
  tl_index_end_reading (index);

  if (is_done)
    g_ptr_array_sort (self.hits, compare_hits);
  else
    g_clear_pointer (&self.hits, g_ptr_array_unref);
  return self.hits;
}
