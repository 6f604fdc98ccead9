/* tl-record-rows.c: the rows of a table: filtered, sorted and grouped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-rows.h"

#include "ui/tl-record-row.h"

#include <glib/gi18n.h>
#include <string.h>

#define SLICE      (6 * G_TIME_SPAN_MILLISECOND)
#define SHORT      (2 * G_TIME_SPAN_MILLISECOND) /* leaves time to show what was found */
#define MAX_ORDERS 4

struct _TlRecordRows
{
  GObject               parent_instance;

  const TlRecordColumn *columns;
  guint                 n_columns;
  GListModel           *source;
  GPtrArray            *rows;      /* of TlRecordRow, in the order of the source */
  GHashTable           *by_record; /* TlRecord → TlRecordRow, borrowed */
  GHashTable           *groups;    /* title → TlRecordGroup */
  TlRecordGroup        *unknown;   /* the one of what is in none; borrowed, or NULL */
  GPtrArray            *shown;     /* of GObject, the model */
  guint                 n_records;

  char                 *filter;    /* folded, or NULL */
  TlRecordOrder         orders[MAX_ORDERS];
  guint                 n_orders;
  int                   grouping;

  gboolean              complete;  /* there is a row for all of the source */
  guint                 next;      /* row whose keys are to be made next */
  guint                 slice_id;
};

static void tl_record_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlRecordRows, tl_record_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_record_rows_list_model_init))

enum
{
  PROP_0,
  PROP_N_RECORDS,
  N_PROPS
};

enum
{
  UPDATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Keys {{{1 */

static void
make_group (TlRecordRows *self,
            TlRecordRow          *row)
{
  g_autofree char *text = tl_record_column_dup_text (&self->columns[self->grouping], row->record);
  const char *title = text != NULL && *text != '\0' ? text : C_("choice", "Not known");

  tl_record_row_make_key (row, self->columns, self->grouping);
  row->group = g_hash_table_lookup (self->groups, title);
  if (row->group == NULL)
    {
      row->group = tl_record_group_new (title);
      g_hash_table_insert (self->groups, g_strdup (title), row->group);
      if (strcmp (title, C_("choice", "Not known")) == 0)
        self->unknown = row->group;
    }
}

/* All that it is going to be filtered, sorted and grouped by. */
static void
make_keys (TlRecordRows *self,
           TlRecordRow          *row)
{
  if (self->filter != NULL)
    tl_record_row_make_search (row, self->columns);
  for (guint i = 0; i < self->n_orders; i++)
    tl_record_row_make_key (row, self->columns, self->orders[i].column);
  if (self->grouping >= 0 && row->group == NULL)
    make_group (self, row);
}

/* Order {{{1 */

/* What is in no group comes last. */
static int
compare_groups (TlRecordRows *self,
                const TlRecordRow    *a,
                const TlRecordRow    *b)
{
  if (a->group == b->group)
    return 0;
  if (a->group == self->unknown || b->group == self->unknown)
    return a->group == self->unknown ? 1 : -1;
  return tl_record_row_compare (a, b, self->columns, self->grouping);
}

static int
compare_rows_cb (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  TlRecordRows *self = user_data;
  const TlRecordRow *one = *(TlRecordRow *const *) a;
  const TlRecordRow *other = *(TlRecordRow *const *) b;
  int order = self->grouping >= 0 ? compare_groups (self, one, other) : 0;

  for (guint i = 0; order == 0 && i < self->n_orders; i++)
    {
      order = tl_record_row_compare (one, other, self->columns, self->orders[i].column);
      if (self->orders[i].descending)
        order = -order;
    }
  if (order == 0)
    order = one->position < other->position ? -1 : 1;
  return order;
}

/* What is shown {{{1 */

static GPtrArray *
list_matches (TlRecordRows *self)
{
  GPtrArray *matches = g_ptr_array_sized_new (self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TlRecordRow *row = g_ptr_array_index (self->rows, i);

      row->position = i;
      row->shown = GTK_INVALID_LIST_POSITION;
      if (self->filter == NULL || strstr (row->search, self->filter) != NULL)
        g_ptr_array_add (matches, row);
    }
  if (self->n_orders > 0 || self->grouping >= 0)
    g_ptr_array_sort_with_data (matches, compare_rows_cb, self);
  return matches;
}

static void
append_shown (GPtrArray *shown,
              TlRecordRow       *row)
{
  row->shown = shown->len;
  g_ptr_array_add (shown, g_object_ref (row->record));
}

static GPtrArray *
list_shown (TlRecordRows *self,
            GPtrArray    *matches)
{
  GPtrArray *shown = g_ptr_array_new_full (matches->len + 1, g_object_unref);

  for (guint first = 0; first < matches->len;)
    {
      TlRecordGroup *group = ((TlRecordRow *) g_ptr_array_index (matches, first))->group;
      guint end = first;

      if (self->grouping < 0)
        {
          append_shown (shown, g_ptr_array_index (matches, first++));
          continue;
        }
      g_ptr_array_add (shown, g_object_ref (group));
      for (; end < matches->len && ((TlRecordRow *) g_ptr_array_index (matches, end))->group == group; end++)
        if (tl_record_group_get_expanded (group))
          append_shown (shown, g_ptr_array_index (matches, end));
      tl_record_group_set_n_rows (group, end - first);
      first = end;
    }
  return shown;
}

/* One change, of what is between the ends that stay as they are. */
static void
replace_shown (TlRecordRows *self,
               GPtrArray    *shown)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->shown);
  guint n_old = old->len;
  guint n_new = shown->len;
  guint start = 0;

  while (start < MIN (n_old, n_new) && old->pdata[start] == shown->pdata[start])
    start++;
  while (n_old > start && n_new > start && old->pdata[n_old - 1] == shown->pdata[n_new - 1])
    {
      n_old--;
      n_new--;
    }
  self->shown = shown;
  if (n_old > start || n_new > start)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start, n_new - start);
}

static void
finish (TlRecordRows *self)
{
  g_autoptr (GPtrArray) matches = list_matches (self);
  guint n_before = self->n_records;

  self->n_records = matches->len;
  replace_shown (self, list_shown (self, matches));
  if (self->n_records != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RECORDS]);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
insert_row (TlRecordRows *self,
            guint         position)
{
  g_autoptr (TlRecord) record = g_list_model_get_item (self->source, position);
  TlRecordRow *row = tl_record_row_new (record);

  g_ptr_array_insert (self->rows, (int) position, row);
  g_hash_table_insert (self->by_record, record, row);
}

/* TRUE once there are all rows, with their keys, and time is left to show them. */
static gboolean
make_some (TlRecordRows *self)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 end = begin + SLICE;
  guint n = self->source != NULL ? g_list_model_get_n_items (self->source) : 0;

  for (guint i = self->rows->len; !self->complete && i < n; i++)
    {
      if (i % 64 == 63 && g_get_monotonic_time () > end)
        return FALSE;
      insert_row (self, i);
    }
  self->complete = TRUE;
  for (; self->next < self->rows->len; self->next++)
    {
      if (self->next % 32 == 31 && g_get_monotonic_time () > end)
        return FALSE;
      make_keys (self, g_ptr_array_index (self->rows, self->next));
    }
  return g_get_monotonic_time () < begin + SHORT;
}

static gboolean
slice_cb (gpointer user_data)
{
  TlRecordRows *self = user_data;

  if (!make_some (self))
    return G_SOURCE_CONTINUE;
  self->slice_id = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

void
tl_record_rows_queue_update (TlRecordRows *self)
{
  g_return_if_fail (TL_IS_RECORD_ROWS (self));

  if (self->slice_id == 0)
    self->slice_id = g_idle_add (slice_cb, self);
}

/* What is gone must not be shown until all that is new can be. */
static void
drop_gone (TlRecordRows *self)
{
  GPtrArray *shown = g_ptr_array_new_full (self->shown->len, g_object_unref);

  for (guint i = 0; i < self->shown->len; i++)
    {
      gpointer item = g_ptr_array_index (self->shown, i);
      TlRecordRow *row = g_hash_table_lookup (self->by_record, item);

      if (row == NULL && !TL_IS_RECORD_GROUP (item))
        continue;
      if (row != NULL)
        row->shown = shown->len;
      g_ptr_array_add (shown, g_object_ref (item));
    }
  replace_shown (self, shown);
}

void
tl_record_rows_update (TlRecordRows *self)
{
  g_return_if_fail (TL_IS_RECORD_ROWS (self));

  self->next = 0;
  if (!make_some (self))
    {
      drop_gone (self);
      tl_record_rows_queue_update (self);
      return;
    }
  g_clear_handle_id (&self->slice_id, g_source_remove);
  finish (self);
}

/* Source {{{1 */

static void
remove_rows (TlRecordRows *self,
             guint         position,
             guint         n)
{
  for (guint i = position; i < position + n; i++)
    {
      TlRecordRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_remove (self->by_record, row->record);
      tl_record_row_free (row, self->columns);
    }
  if (n > 0)
    g_ptr_array_remove_range (self->rows, position, n);
}

static void
clear_rows (TlRecordRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    tl_record_row_free (g_ptr_array_index (self->rows, i), self->columns);
  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->by_record);
  self->complete = FALSE;
}

/* There may be many of these until the project is as it is to be. */
static void
source_changed_cb (TlRecordRows *self,
                   guint         position,
                   guint         removed,
                   guint         added)
{
  if (self->complete)
    {
      remove_rows (self, position, removed);
      for (guint i = position; i < position + added; i++)
        insert_row (self, i);
    }
  else
    {
      clear_rows (self);
    }
  self->next = 0;
  tl_record_rows_queue_update (self);
}

void
tl_record_rows_set_source (TlRecordRows *self,
                           GListModel   *source)
{
  g_return_if_fail (TL_IS_RECORD_ROWS (self));
  g_return_if_fail (source == NULL || G_IS_LIST_MODEL (source));

  if (self->source == source)
    return;
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_func (self->source, source_changed_cb, self);
  clear_rows (self);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_object (source, "items-changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  tl_record_rows_update (self);
}

/* What it is shown by {{{1 */

void
tl_record_rows_set_filter (TlRecordRows *self,
                           const char   *text)
{
  g_autofree char *folded = text != NULL && *text != '\0' ? tl_record_row_fold (text) : NULL;

  g_return_if_fail (TL_IS_RECORD_ROWS (self));

  if (g_strcmp0 (self->filter, folded) == 0)
    return;
  g_free (self->filter);
  self->filter = g_steal_pointer (&folded);
  tl_record_rows_update (self);
}

void
tl_record_rows_set_order (TlRecordRows        *self,
                          const TlRecordOrder *orders,
                          guint                n_orders)
{
  g_return_if_fail (TL_IS_RECORD_ROWS (self));

  self->n_orders = MIN (n_orders, MAX_ORDERS);
  for (guint i = 0; i < self->n_orders; i++)
    self->orders[i] = orders[i];
  tl_record_rows_update (self);
}

void
tl_record_rows_set_grouping (TlRecordRows *self,
                             int           column)
{
  g_return_if_fail (TL_IS_RECORD_ROWS (self));
  g_return_if_fail (column < (int) self->n_columns);

  if (self->grouping == column)
    return;
  self->grouping = column;
  for (guint i = 0; i < self->rows->len; i++)
    ((TlRecordRow *) g_ptr_array_index (self->rows, i))->group = NULL;
  g_hash_table_remove_all (self->groups);
  self->unknown = NULL;
  tl_record_rows_update (self);
}

int
tl_record_rows_get_grouping (TlRecordRows *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ROWS (self), -1);

  return self->grouping;
}

void
tl_record_rows_toggle_group (TlRecordRows  *self,
                             TlRecordGroup *group)
{
  g_return_if_fail (TL_IS_RECORD_ROWS (self));
  g_return_if_fail (TL_IS_RECORD_GROUP (group));

  tl_record_group_set_expanded (group, !tl_record_group_get_expanded (group));
  tl_record_rows_update (self);
}

void
tl_record_rows_forget (TlRecordRows *self,
                       TlRecord     *record)
{
  TlRecordRow *row;

  g_return_if_fail (TL_IS_RECORD_ROWS (self));

  row = record != NULL ? g_hash_table_lookup (self->by_record, record) : NULL;
  if (row != NULL)
    tl_record_row_forget (row, self->columns);
  for (guint i = 0; record == NULL && i < self->rows->len; i++)
    tl_record_row_forget (g_ptr_array_index (self->rows, i), self->columns);
  self->next = 0;
}

guint
tl_record_rows_find (TlRecordRows *self,
                     TlRecord     *record)
{
  const TlRecordRow *row;

  g_return_val_if_fail (TL_IS_RECORD_ROWS (self), GTK_INVALID_LIST_POSITION);

  row = g_hash_table_lookup (self->by_record, record);
  return row != NULL ? row->shown : GTK_INVALID_LIST_POSITION;
}

guint
tl_record_rows_get_n_records (TlRecordRows *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ROWS (self), 0);

  return self->n_records;
}

/* Object {{{1 */

static GType
tl_record_rows_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
tl_record_rows_get_n_items (GListModel *model)
{
  return TL_RECORD_ROWS (model)->shown->len;
}

static gpointer
tl_record_rows_get_item (GListModel *model,
                         guint       position)
{
  GPtrArray *shown = TL_RECORD_ROWS (model)->shown;

  return position < shown->len ? g_object_ref (g_ptr_array_index (shown, position)) : NULL;
}

static void
tl_record_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_record_rows_get_item_type;
  iface->get_n_items = tl_record_rows_get_n_items;
  iface->get_item = tl_record_rows_get_item;
}

static void
tl_record_rows_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_RECORDS:
      g_value_set_uint (value, tl_record_rows_get_n_records (TL_RECORD_ROWS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_record_rows_dispose (GObject *object)
{
  TlRecordRows *self = TL_RECORD_ROWS (object);

  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (tl_record_rows_parent_class)->dispose (object);
}

static void
tl_record_rows_finalize (GObject *object)
{
  TlRecordRows *self = TL_RECORD_ROWS (object);

  clear_rows (self);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_record);
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->shown);
  g_free (self->filter);

  G_OBJECT_CLASS (tl_record_rows_parent_class)->finalize (object);
}

static void
tl_record_rows_class_init (TlRecordRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_record_rows_get_property;
  object_class->dispose = tl_record_rows_dispose;
  object_class->finalize = tl_record_rows_finalize;

  properties[PROP_N_RECORDS] = g_param_spec_uint ("n-records", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UPDATED] = g_signal_new ("updated", TL_TYPE_RECORD_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_record_rows_init (TlRecordRows *self)
{
  self->rows = g_ptr_array_new ();
  self->by_record = g_hash_table_new (NULL, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->grouping = -1;
}

TlRecordRows *
tl_record_rows_new (const TlRecordColumn *columns)
{
  TlRecordRows *self = g_object_new (TL_TYPE_RECORD_ROWS, NULL);

  self->columns = columns;
  while (columns[self->n_columns].title != NULL)
    self->n_columns++;
  g_assert (self->n_columns <= 32);
  return self;
}
