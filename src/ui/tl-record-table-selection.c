/* tl-record-table-selection.c: a table and its window have the same selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

GPtrArray *
tl_record_table_list_selected (TlRecordTable *self)
{
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (TL_IS_RECORD_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (TL_IS_RECORD (item))
        g_ptr_array_add (records, item); /* the rows hold it */
    }
  return records;
}

/* What was selected last stays the first, while it is among them. */
static void
tell_session (TlRecordTable *self)
{
  g_autoptr (GPtrArray) records = tl_record_table_list_selected (self);
  TlRecord *primary = tl_session_get_selected_record (self->session);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (primary != NULL && g_ptr_array_find (records, primary, NULL))
    g_ptr_array_add (keys, tl_session_dup_record_key (primary));
  for (guint i = 0; i < records->len; i++)
    if (keys->len == 0 || g_ptr_array_index (records, i) != primary)
      g_ptr_array_add (keys, tl_session_dup_record_key (g_ptr_array_index (records, i)));
  g_ptr_array_add (keys, NULL);
  tl_session_set_selected_keys (self->session, (const char *const *) keys->pdata);
}

static void
unselect_headings (TlRecordTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  if (tl_record_rows_get_grouping (self->rows) < 0)
    return;
  selected = gtk_bitset_copy (gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (!TL_IS_RECORD (item))
        gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->selection), position);
    }
}

void
tl_record_table_selection_changed (TlRecordTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->selecting || self->session == NULL)
    return;
  self->selecting = TRUE;
  unselect_headings (self);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  /* A row that the filter hides is selected still. */
  if (!gtk_bitset_is_empty (selected))
    tell_session (self);
  self->selecting = FALSE;
}

/* The positions of what the session has selected. */
static GtkBitset *
find_selected (TlRecordTable *self)
{
  g_autoptr (GPtrArray) records = tl_session_list_selected_records (self->session);
  GtkBitset *positions = gtk_bitset_new_empty ();

  for (guint i = 0; i < records->len; i++)
    {
      guint position = tl_record_rows_find (self->rows, g_ptr_array_index (records, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (positions, position);
    }
  return positions;
}

void
tl_record_table_scroll_to (TlRecordTable *self,
                           TlRecord      *record)
{
  guint position = record != NULL ? tl_record_rows_find (self->rows, record) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->growing)))
    tl_growing_list_finish (self->growing);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->growing)))
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

void
tl_record_table_show_selection (TlRecordTable *self)
{
  g_autoptr (GtkBitset) wanted = NULL;
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) all = NULL;
  TlRecord *primary;

  if (self->session == NULL || self->selecting)
    return;
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  wanted = find_selected (self);
  /* What has not come yet is selected when it does. */
  gtk_bitset_intersect (wanted, all);
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_equals (wanted, selected))
    return;
  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), wanted, all);
  self->selecting = FALSE;
  primary = tl_session_get_selected_record (self->session);
  if (primary != NULL && gtk_bitset_contains (all, tl_record_rows_find (self->rows, primary)))
    tl_record_table_scroll_to (self, primary);
}
