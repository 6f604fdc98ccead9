/* tl-find-values.c: what a filter may be set to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-find-private.h"

#include "library/tl-fold.h"
#include "library/tl-query-private.h"
#include "project/tl-initiative.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

/* So many different values of the database are looked at. */
#define MAX_DIFFERENT 5000

typedef struct
{
  TlIndex    *index;
  char       *typed;    /* its key */
  guint       limit;
  GPtrArray  *first;    /* those that begin with what is typed */
  GPtrArray  *others;
  GHashTable *seen;
} Values;

static void
add (Values     *self,
     const char *value)
{
  guint rank = value != NULL && *value != '\0' ? tl_query_rank_value (value, self->typed) : 0;

  if (rank == 0 || g_hash_table_contains (self->seen, value))
    return;
  value = g_utf8_make_valid (value, -1);
  g_hash_table_add (self->seen, (gpointer) value);
  g_ptr_array_add (rank == 2 ? self->first : self->others, (gpointer) value);
}

/* The texts of a column, as they come. */
static gboolean
add_column (Values      *self,
            const char  *sql,
            GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self->index, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  while (tl_index_step (self->index, statement, &local_error))
    add (self, (const char *) sqlite3_column_text (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Jumps from one value of an index to the next: @sql gives the first after ?1, as
 * it is in the index and as it is shown. */
static gboolean
add_different (Values      *self,
               const char  *sql,
               GError     **error)
{
  g_autofree char *last = g_strdup ("");
  gboolean is_more = TRUE;

  for (guint n = 0; is_more && n < MAX_DIFFERENT && self->first->len < self->limit; n++)
    {
      g_autoptr (TlStatement) statement = tl_index_prepare (self->index, sql, error);
      g_autoptr (GError) local_error = NULL;
      char *next = NULL;

      if (statement == NULL)
        return FALSE;
      tl_statement_bind_text (statement, 1, last);
      is_more = tl_index_step (self->index, statement, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!is_more)
        break;
      next = tl_statement_dup_text (statement, 0);
      add (self, (const char *) sqlite3_column_text (statement, 1));
      /* The binding goes before its text. */
      g_clear_pointer (&statement, tl_statement_release);
      g_free (last);
      last = next;
    }
  return TRUE;
}

static gboolean
add_kinds (Values  *self,
           GError **error)
{
  g_autoptr (GArray) kinds = tl_find_list_kinds (self->index, error);

  if (kinds == NULL)
    return FALSE;
  for (guint i = 0; i < kinds->len; i++)
    add (self, g_array_index (kinds, TlFindKind, i).label);
  return TRUE;
}

static void
add_choices (Values             *self,
             const TlRecordType *type,
             guint               field)
{
  for (const TlChoice *choice = type->fields[field].choices; choice->token != NULL; choice++)
    add (self, tl_field_get_choice_label (&type->fields[field], choice->token));
}

static gboolean
add_all (Values        *self,
         TlQueryField   field,
         GError       **error)
{
  switch (field)
    {
    case TL_QUERY_KIND:
      return add_kinds (self, error);
    case TL_QUERY_OWNER:
      return add_different (self, "SELECT owner, owner FROM thing WHERE owner > ?1 ORDER BY owner LIMIT 1", error);
    case TL_QUERY_VENDOR:
      return add_different (self, "SELECT vendor, vendor FROM thing WHERE vendor > ?1 ORDER BY vendor LIMIT 1", error);
    case TL_QUERY_IN:
      return add_different (self,
                            "SELECT name_key, name FROM thing INDEXED BY thing_service WHERE what = 1 AND name_key > ?1"
                            " ORDER BY name_key LIMIT 1",
                            error);
    case TL_QUERY_PROJECT:
      return add_column (self, "SELECT name FROM project ORDER BY name", error);
    case TL_QUERY_EDITION:
      return add_column (self, "SELECT DISTINCT edition FROM project ORDER BY edition", error);
    case TL_QUERY_STATE:
      add_choices (self, &tl_service_type, TL_SERVICE_STATE);
      add_choices (self, &tl_tool_type, TL_TOOL_STATE);
      add_choices (self, &tl_initiative_type, TL_INITIATIVE_STATE);
      return TRUE;
    case TL_QUERY_WORDS:
    case TL_QUERY_GAP:
    case TL_N_QUERY_FIELDS:
    default:
      return TRUE;
    }
}

static char **
take (Values *self)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; i < MIN (self->first->len, self->limit); i++)
    g_strv_builder_add (values, self->first->pdata[i]);
  for (guint i = 0; i < self->others->len && self->first->len + i < self->limit; i++)
    g_strv_builder_add (values, self->others->pdata[i]);
  return g_strv_builder_end (values);
}

char **
tl_find_list_values (TlIndex       *index,
                     TlQueryField   field,
                     const char    *typed,
                     guint          limit,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Values self = { .index = index, .limit = limit };
  char **values = NULL;

  g_return_val_if_fail (index != NULL && typed != NULL, NULL);

  if (!tl_index_begin_reading (index, cancellable, error))
    return NULL;
  self.typed = tl_fold_key (typed);
  self.first = g_ptr_array_new ();
  self.others = g_ptr_array_new ();
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (add_all (&self, field, error))
    values = take (&self);
  tl_index_end_reading (index);

  g_hash_table_unref (self.seen);
  g_ptr_array_unref (self.others);
  g_ptr_array_unref (self.first);
  g_free (self.typed);
  return values;
}
