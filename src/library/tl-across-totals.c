/* tl-across-totals.c: what projects of the library say of components, added up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-across.h"

#include "base/tl-json.h"
#include "library/tl-index-private.h"

void
tl_across_total_free (TlAcrossTotal *self)
{
  g_free (self->id);
  g_array_unref (self->costs);
  g_free (self);
}

static void
clear_cost (gpointer data)
{
  g_free (((TlAcrossCost *) data)->currency);
}

#define OF_PROJECTS                                                                            \
  "(SELECT id FROM project WHERE edition = ?1"                                                 \
  " AND (?2 IS NULL OR uri IN (SELECT value FROM json_each (?2))))"

static TlStatement *
prepare (TlIndex     *index,
         const char  *sql,
         const char  *edition,
         const char  *uris,
         GError     **error)
{
  TlStatement *statement = tl_index_prepare (index, sql, error);

  if (statement == NULL)
    return NULL;
  tl_statement_bind_text (statement, 1, edition);
  tl_statement_bind_text (statement, 2, uris);
  return statement;
}

static gboolean
read_facts (TlIndex     *index,
            const char  *edition,
            const char  *uris,
            GPtrArray   *totals,
            GHashTable  *by_id,
            GError     **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = prepare (index,
                       "SELECT component, count (*), sum (n_tools), sum (n_priced), count (current), avg (current),"
                       " count (goal), avg (goal) FROM component_fact WHERE project IN " OF_PROJECTS
                       " GROUP BY component ORDER BY component",
                       edition, uris, error);
  if (statement == NULL)
    return FALSE;
  while (tl_index_step (index, statement, &local_error))
    {
      TlAcrossTotal *total = g_new0 (TlAcrossTotal, 1);

      total->id = tl_statement_dup_text (statement, 0);
      total->n_projects = sqlite3_column_int64 (statement, 1);
      total->n_tools = sqlite3_column_int64 (statement, 2);
      total->n_priced = sqlite3_column_int64 (statement, 3);
      total->n_current = sqlite3_column_int64 (statement, 4);
      total->current = sqlite3_column_double (statement, 5);
      total->n_goal = sqlite3_column_int64 (statement, 6);
      total->goal = sqlite3_column_double (statement, 7);
      total->costs = g_array_new (FALSE, FALSE, sizeof (TlAcrossCost));
      g_array_set_clear_func (total->costs, clear_cost);
      g_ptr_array_add (totals, total);
      g_hash_table_insert (by_id, total->id, total);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_costs (TlIndex     *index,
            const char  *edition,
            const char  *uris,
            GHashTable  *by_id,
            GError     **error)
{
  g_autoptr (TlStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = prepare (index,
                       "SELECT component, currency, sum (amount) FROM component_cost WHERE project IN " OF_PROJECTS
                       " GROUP BY component, currency ORDER BY component, currency",
                       edition, uris, error);
  if (statement == NULL)
    return FALSE;
  while (tl_index_step (index, statement, &local_error))
    {
      TlAcrossTotal *total = g_hash_table_lookup (by_id, sqlite3_column_text (statement, 0));
      TlAcrossCost cost = { NULL, sqlite3_column_double (statement, 2) };

      if (total == NULL)
        continue;
      cost.currency = tl_statement_dup_text (statement, 1);
      g_array_append_val (total->costs, cost);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static char *
write_list (const char *const *uris)
{
  g_autoptr (TlJson) json = tl_json_new ();

  tl_json_begin_array (json, NULL);
  for (guint i = 0; uris[i] != NULL; i++)
    tl_json_string (json, NULL, uris[i]);
  tl_json_end (json);
  return g_strdup (tl_json_get_text (json));
}

GPtrArray *
tl_across_list_totals (TlIndex            *index,
                       const char         *edition,
                       const char *const  *uris,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_across_total_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *list = uris != NULL ? write_list (uris) : NULL;
  gboolean is_done;

  g_return_val_if_fail (index != NULL && edition != NULL, NULL);

  if (!tl_index_begin_reading (index, cancellable, error))
    return NULL;
  is_done = read_facts (index, edition, list, totals, by_id, error)
            && read_costs (index, edition, list, by_id, error);
  tl_index_end_reading (index);
  return is_done ? g_steal_pointer (&totals) : NULL;
}
