/* tl-record-table-order.c: what a table is sorted by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

/* What the user has chosen {{{1 */

/* A column's part in the order of the view. The rows are not sorted by it: which
 * columns it is sorted by is asked for once, and they are compared by their keys. */
typedef struct
{
  TlRecordTable *table;
  guint          column;
} Sorting;

/* Two things that differ in no column but the one asked for last. */
static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer      user_data)
{
  Sorting *sorting = user_data;
  GArray *probed = sorting->table->probed;

  if (probed == NULL)
    return GTK_ORDERING_EQUAL;
  for (guint i = 0; i < probed->len; i++)
    if (g_array_index (probed, guint, i) == sorting->column)
      return GTK_ORDERING_EQUAL;
  g_array_append_val (probed, sorting->column);
  return GTK_ORDERING_SMALLER;
}

/* What is remembered {{{1 */

/* "services-order" */
static char *
dup_detail_name (TlRecordTable *self)
{
  return g_strconcat (tl_project_type.lists[self->list].name, "-order", NULL);
}

/* The first column only: by what it was sorted before says little. "+State", "-State" */
static void
remember (TlRecordTable *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;
  name = dup_detail_name (self);
  if (self->orders->len > 0)
    {
      const TlRecordOrder *order = &g_array_index (self->orders, TlRecordOrder, 0);

      text = g_strdup_printf ("%c%s", order->descending ? '-' : '+', self->columns[order->column].title);
    }
  tl_details_set (tl_session_get_details (self->session), name, text);
}

void
tl_record_table_restore_order (TlRecordTable *self)
{
  g_autofree char *name = dup_detail_name (self);
  const char *text = self->session != NULL ? tl_details_get (tl_session_get_details (self->session), name) : NULL;
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GtkColumnViewColumn) found = NULL;

  for (guint i = 0; text != NULL && found == NULL && self->columns[i].title != NULL; i++)
    if (g_str_equal (self->columns[i].title, text + 1))
      found = g_list_model_get_item (columns, i);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), found,
                                  text != NULL && *text == '-' ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

GtkSorter *
tl_record_table_create_sorter (TlRecordTable *self,
                               guint          column)
{
  Sorting *sorting = g_new (Sorting, 1);

  *sorting = (Sorting) { self, column };
  return GTK_SORTER (gtk_custom_sorter_new (probe_cb, sorting, g_free));
}

/* GTK 4.8 does not say what its column view is sorted by. */
void
tl_record_table_order_changed (TlRecordTable *self,
                               int            change,
                               GtkSorter     *sorter)
{
  g_autoptr (GArray) probed = g_array_new (FALSE, FALSE, sizeof (guint));

  /* The view is on its way out. */
  if (self->scrolled == NULL)
    return;
  self->probed = probed;
  g_array_set_size (self->orders, 0);
  for (;;)
    {
      GtkOrdering ordering = gtk_sorter_compare (sorter, self->view, self->scrolled);
      TlRecordOrder order = { 0, ordering == GTK_ORDERING_LARGER };

      if (ordering == GTK_ORDERING_EQUAL)
        break;
      order.column = g_array_index (probed, guint, probed->len - 1);
      g_array_append_val (self->orders, order);
    }
  self->probed = NULL;
  tl_record_rows_set_order (self->rows, (const TlRecordOrder *) self->orders->data, self->orders->len);
  remember (self);
}
