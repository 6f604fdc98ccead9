/* tl-record-table-actions.c: what can be done with the rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

#include "project/tl-edit.h"
#include "project/tl-transaction.h"
#include "ui/tl-menu-side.h"
#include "ui/tl-record-cell.h"
#include "ui/tl-several.h"

#include <glib/gi18n.h>

/* Edits {{{1 */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "add");
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GPtrArray) records = tl_record_table_list_selected (TL_RECORD_TABLE (widget));

  if (records->len > 0)
    g_signal_emit_by_name (widget, "edit");
}

/* On to the next, so that Delete can be pressed again. */
static void
select_near (TlRecordTable *self,
             guint          position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      guint near = position < n ? (position + i) % n : n - 1 - i;
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), near);

      if (TL_IS_RECORD (item))
        {
          gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), near, TRUE);
          return;
        }
    }
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) records = tl_record_table_list_selected (self);
  g_autofree char *message = NULL;
  guint position;

  if (records->len == 0)
    return;
  position = tl_record_rows_find (self->rows, g_ptr_array_index (records, 0));
  message = tl_several_remove ((TlRecord *const *) records->pdata, records->len);
  select_near (self, position);
  tl_record_table_send_message (self, message, TRUE);
}

static void
name_copy (TlRecord *copy)
{
  const TlRecordType *type = tl_record_get_record_type (copy);
  g_autofree char *name = NULL;

  if (type->name_field < 0 || *tl_record_get_name (copy) == '\0')
    return;
  /* Translators: the name of a copy; %s is the name of what was copied */
  name = g_strdup_printf (_("%s (copy)"), tl_record_get_name (copy));
  /* A name that is too long for that stays as it is. */
  (void) tl_record_fill (copy, type->name_field, name, NULL);
}

/* Each copy behind what it was made of. */
static gboolean
insert_copies (TlRecordTable *self,
               TlTransaction *transaction,
               GPtrArray     *records,
               GPtrArray     *copies,
               GError       **error)
{
  for (guint i = 0; i < copies->len; i++)
    {
      TlRecord *record = g_ptr_array_index (records, i);
      TlRecord *copy = g_ptr_array_index (copies, i);

      name_copy (copy);
      if (!tl_transaction_insert (transaction, tl_record_get_parent (record), self->list,
                                  tl_record_get_position (record) + 1, g_object_ref (copy), error))
        return FALSE;
    }
  return TRUE;
}

static void
select_records (TlRecordTable *self,
                GPtrArray     *records)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (keys, tl_session_dup_record_key (g_ptr_array_index (records, i)));
  g_ptr_array_add (keys, NULL);
  tl_session_set_selected_keys (self->session, (const char *const *) keys->pdata);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) records = tl_record_table_list_selected (self);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TlTransaction *transaction;
  TlProject *project;

  if (records->len == 0)
    return;
  project = tl_record_get_project (g_ptr_array_index (records, 0));
  copies = tl_record_duplicate_all ((TlRecord *const *) records->pdata, records->len, project);
  title = tl_several_create_title ((TlRecord *const *) records->pdata, records->len);
  /* Translators: an edit that can be undone, in title case. %s is the name of a tool or
   * service, or “3 Tools” */
  label = g_strdup_printf (_("Duplicate %s"), title);
  transaction = tl_project_begin (project, label);
  if (tl_transaction_end (transaction, insert_copies (self, transaction, records, copies, &error)))
    select_records (self, copies);
  else
    tl_record_table_send_message (self, error->message, FALSE);
}

/* Renaming {{{1 */

static gboolean
rename_shown (TlRecordTable *self,
              TlRecord      *record)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if ((gpointer) tl_record_cell_get_item (cell) == record && tl_record_cell_rename (cell))
      return TRUE;
  return FALSE;
}

void
tl_record_table_rename (TlRecordTable *self,
                        TlRecord      *record)
{
  g_return_if_fail (TL_IS_RECORD_TABLE (self));
  g_return_if_fail (TL_IS_RECORD (record));

  tl_record_table_scroll_to (self, record);
  if (!rename_shown (self, record))
    g_set_object (&self->to_rename, record);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  TlRecord *primary = self->session != NULL ? tl_session_get_selected_record (self->session) : NULL;
  g_autoptr (GPtrArray) records = tl_record_table_list_selected (self);

  if (g_ptr_array_find (records, primary, NULL))
    tl_record_table_rename (self, primary);
}

static guint
get_rename_field (TlRecordTable *self)
{
  for (const TlRecordColumn *column = self->columns; column->title != NULL; column++)
    if (column->rename_field != 0)
      return column->rename_field;
  return 0;
}

void
tl_record_table_take_name (TlRecordTable *self,
                           TlRecord      *record,
                           const char    *name)
{
  g_autoptr (GError) error = NULL;

  if (tl_record_get_project (record) == NULL)
    return;
  tl_history_close_entry (tl_project_get_history (tl_record_get_project (record)));
  if (!tl_edit_set (record, get_rename_field (self), name, &error))
    tl_record_table_send_message (self, error->message, FALSE);
  tl_record_table_scroll_to (self, record);
}

/* Once the row is on the screen, and so can have the focus. */
static gboolean
rename_cb (gpointer user_data)
{
  TlRecordTable *self = user_data;
  g_autoptr (TlRecord) record = g_steal_pointer (&self->to_rename);

  self->rename_id = 0;
  if (record != NULL)
    rename_shown (self, record);
  return G_SOURCE_REMOVE;
}

void
tl_record_table_row_bound (TlRecordTable *self,
                           TlRecord      *record)
{
  if (self->to_rename != NULL && self->to_rename == record && self->rename_id == 0)
    self->rename_id = g_idle_add (rename_cb, self);
}

/* Menu {{{1 */

#define MENU_INDENT 24

void
tl_record_table_show_menu (TlRecordTable *self,
                           double         x,
                           double         y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Beneath its row; where that is not to be seen, beneath what has the keyboard. */
static double
find_menu_height (TlRecordTable *self,
                  TlRecord      *record)
{
  GtkWidget *below = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GHashTableIter iter;
  gpointer cell;
  double x, y;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if ((gpointer) tl_record_cell_get_item (cell) == record && gtk_widget_get_mapped (cell))
      below = cell;
  if (below == NULL || !gtk_widget_is_ancestor (below, GTK_WIDGET (self))
      || !gtk_widget_translate_coordinates (below, GTK_WIDGET (self), 0, gtk_widget_get_height (below), &x, &y))
    return 0;
  return CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  g_autoptr (GPtrArray) records = tl_record_table_list_selected (self);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (records->len > 0)
    tl_record_table_show_menu (self, right_to_left ? gtk_widget_get_width (widget) - MENU_INDENT : MENU_INDENT,
                               find_menu_height (self, g_ptr_array_index (records, 0)));
}

/* What is done with one, sections of whoever has the table, what is done to all. */
void
tl_record_table_create_menu (TlRecordTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (first, _("_Add…"), "table.add");
  if (get_rename_field (self) != 0)
    g_menu_append (first, _("_Rename"), "table.rename");
  g_menu_append (first, _("_Duplicate"), "table.duplicate");
  g_menu_append (last, _("De_lete"), "table.delete");
  self->menu_sections = g_menu_new ();
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->menu_sections));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  tl_menu_side_keep (self->menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

void
tl_record_table_add_menu (TlRecordTable *self,
                          GMenuModel    *section)
{
  g_return_if_fail (TL_IS_RECORD_TABLE (self));

  g_menu_append_section (self->menu_sections, NULL, section);
}

void
tl_record_table_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "table.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "table.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  /* A menu shows the key that was added last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "table.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "table.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
}
