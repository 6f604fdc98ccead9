/* tl-record-table.c: a list of a project as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

#include "project/tl-transaction.h"
#include "ui/tl-long-press.h"
#include "ui/tl-record-cell.h"
#include "ui/tl-turns.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 12

G_DEFINE_FINAL_TYPE (TlRecordTable, tl_record_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_SHOWN,
  N_PROPS
};

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_ADD,
  SIGNAL_EDIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Follows the project {{{1 */

static void
update_cells (TlRecordTable *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    tl_record_cell_update (cell);
}

/* The rows that say something of what has changed. */
static void
forget_changed (TlRecordTable *self,
                GPtrArray     *changes)
{
  gboolean foreign = FALSE;

  for (const TlRecordColumn *column = self->columns; column->title != NULL; column++)
    foreign = foreign || column->is_foreign;
  if (foreign)
    tl_record_rows_forget (self->rows, NULL);
  for (guint i = 0; !foreign && i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);
      TlRecord *record = change->kind == TL_CHANGE_SET ? change->record : change->parent;

      for (; record != NULL; record = tl_record_get_parent (record))
        tl_record_rows_forget (self->rows, record);
    }
}

static void
project_changed_cb (TlRecordTable *self,
                    GPtrArray     *changes)
{
  forget_changed (self, changes);
  /* On a page that nobody looks at there is no haste. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_record_rows_update (self->rows);
  else
    tl_record_rows_queue_update (self->rows);
  update_cells (self);
}

/* Rows are made when they are first looked at. */
static void
attach_source (TlRecordTable *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;
  GListModel *source = NULL;

  if (project != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    source = G_LIST_MODEL (tl_record_get_list (TL_RECORD (project), self->list));
  self->has_rows = source != NULL;
  tl_record_rows_set_source (self->rows, source);
}

static void
project_notify_cb (TlRecordTable *self)
{
  g_signal_group_set_target (self->project_signals,
                             self->session != NULL ? tl_session_get_project (self->session) : NULL);
  attach_source (self);
}

static void
n_records_cb (TlRecordTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
}

/* Cells {{{1 */

static void
activate_cb (TlRecordTable *self,
             guint          position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (TL_IS_RECORD_GROUP (item))
    tl_record_rows_toggle_group (self->rows, TL_RECORD_GROUP (item));
  else
    g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}


/* One for all cells: there are many of them. */
static void
right_click_cb (gpointer user_data,
                int      n_press,
                double   x,
                double   y)
{
  TlRecordTable *self = TL_RECORD_TABLE (user_data);
  GtkWidget *picked = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, TL_TYPE_RECORD_CELL) : NULL;
  GObject *item;
  guint position;

  /* Between a cell and its neighbour there is a little of what holds both. */
  if (cell == NULL && picked != NULL && picked != self->view)
    cell = gtk_widget_get_first_child (picked);
  item = TL_IS_RECORD_CELL (cell) ? tl_record_cell_get_item (TL_RECORD_CELL (cell)) : NULL;
  position = TL_IS_RECORD (item) ? tl_record_rows_find (self->rows, TL_RECORD (item)) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), x, y, &x, &y);
  tl_record_table_show_menu (self, x, y);
}

static void
setup_cb (TlRecordTable *self,
          GtkListItem   *item,
          GObject       *factory)
{
  const TlRecordColumn *column = g_object_get_data (factory, "tl-column");
  GtkWidget *cell = tl_record_cell_new (column, column == self->columns);

  g_signal_connect_object (cell, "toggle", G_CALLBACK (tl_record_rows_toggle_group), self->rows, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "rename", G_CALLBACK (tl_record_table_take_name), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (TlRecordTable *self,
         GtkListItem   *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  tl_record_cell_bind (TL_RECORD_CELL (cell), item);
  g_hash_table_add (self->cells, cell);
  tl_record_table_row_bound (self, gtk_list_item_get_item (item));
}

static void
unbind_cb (TlRecordTable *self,
           GtkListItem   *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_hash_table_remove (self->cells, cell);
  tl_record_cell_bind (TL_RECORD_CELL (cell), NULL);
}

/* Columns can be put into another order. */
const TlRecordColumn *
tl_record_table_get_description (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (gtk_column_view_column_get_factory (column)), "tl-column");
}

/* The title of a column of numbers ends where they do, with the mark of the order before it. */
static void
align_title (TlRecordTable        *self,
             const TlRecordColumn *description)
{
  GtkWidget *header = gtk_widget_get_first_child (self->view);
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (!description->is_number || description->at_start || !GTK_IS_BOX (box))
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
}

static void
add_column (TlRecordTable        *self,
            const TlRecordColumn *description)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", description->title),
                                                             factory);
  g_autoptr (GtkSorter) sorter = tl_record_table_create_sorter (self, (guint) (description - self->columns));

  g_object_set_data (G_OBJECT (factory), "tl-column", (gpointer) description);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, description->expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  align_title (self, description);
  g_object_unref (column);
}

/* Object {{{1 */

void
tl_record_table_send_message (TlRecordTable *self,
                              const char    *text,
                              gboolean       undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

static void
attach_turn (GtkWidget *widget)
{
  attach_source (TL_RECORD_TABLE (widget));
}

/* A few rows come with the page, more after it. */
static void
tl_record_table_map (GtkWidget *widget)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;

  GTK_WIDGET_CLASS (tl_record_table_parent_class)->map (widget);
  if (project != NULL && tl_record_get_n_items (TL_RECORD (project), self->list) > ROWS_AT_ONCE / 2)
    tl_turns_add (widget, attach_turn);
  else
    attach_source (self);
}

static void
tl_record_table_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (TL_RECORD_TABLE (widget)->scrolled, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

/* A view of columns counts from the left also where rows begin at the right. */
static void
allocate_from_start (TlRecordTable *self,
                     int            width,
                     int            height,
                     int            baseline)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double from_end = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across) - gtk_adjustment_get_value (across);
  GtkAllocation area = { 0, 0, width, height };

  gtk_widget_size_allocate (self->scrolled, &area, baseline);
  if (gtk_widget_get_direction (self->scrolled) != GTK_TEXT_DIR_RTL)
    return;
  gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across) - from_end);
  gtk_widget_size_allocate (self->scrolled, &area, baseline);
}

static void
tl_record_table_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);

  tl_record_table_make_room (self, width);
  allocate_from_start (self, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
tl_record_table_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_SHOWN:
      g_value_set_uint (value, tl_record_table_get_n_shown (TL_RECORD_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_record_table_dispose (GObject *object)
{
  TlRecordTable *self = TL_RECORD_TABLE (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_handle_id (&self->rename_id, g_source_remove);
  g_clear_object (&self->to_rename);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->menu_sections);
  g_clear_object (&self->selection);
  g_clear_object (&self->growing);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_record_table_parent_class)->dispose (object);
}

static void
tl_record_table_finalize (GObject *object)
{
  TlRecordTable *self = TL_RECORD_TABLE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);
  g_hash_table_unref (self->cells);
  g_array_unref (self->orders);
  g_free (self->filter);

  G_OBJECT_CLASS (tl_record_table_parent_class)->finalize (object);
}

static void
tl_record_table_class_init (TlRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_record_table_dispose;
  object_class->finalize = tl_record_table_finalize;
  object_class->get_property = tl_record_table_get_property;
  widget_class->map = tl_record_table_map;
  widget_class->measure = tl_record_table_measure;
  widget_class->size_allocate = tl_record_table_size_allocate;

  properties[PROP_N_SHOWN] = g_param_spec_uint ("n-shown", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_ADD] =
    g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EDIT] =
    g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  tl_record_table_add_actions (widget_class);
}

static void
tl_record_table_init (TlRecordTable *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->orders = g_array_new (FALSE, FALSE, sizeof (TlRecordOrder));
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-keys", G_CALLBACK (tl_record_table_show_selection), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_notify_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::details", G_CALLBACK (tl_record_table_restore_order), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/* What is selected may have come. */
static void
grown_cb (TlRecordTable *self,
          guint          position,
          guint          removed,
          guint          added)
{
  if (removed == 0 && added > 0 && self->session != NULL
      && *tl_session_get_selected_keys (self->session) != NULL)
    tl_record_table_show_selection (self);
}

/* The list stays as it is: what is shown are models over it. */
static void
create_view (TlRecordTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkSorter *sorter;

  self->rows = tl_record_rows_new (self->columns);
  self->growing = tl_growing_list_new (G_LIST_MODEL (self->rows), ROWS_AT_ONCE);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->growing)));
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  tl_growing_list_set_view (self->growing, self->view);
  sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view));
  gtk_widget_add_css_class (self->view, "record-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (click, "pressed", G_CALLBACK (right_click_cb), self, G_CONNECT_SWAPPED);
  tl_long_press_add (self->view, right_click_cb, self);

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (tl_record_table_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::n-records", G_CALLBACK (n_records_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "updated", G_CALLBACK (tl_record_table_show_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->growing, "items-changed", G_CALLBACK (grown_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (tl_record_table_order_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tl_record_table_new (guint                 list,
                     const char           *label,
                     const TlRecordColumn *columns)
{
  TlRecordTable *self = g_object_new (TL_TYPE_RECORD_TABLE, NULL);

  self->list = list;
  self->columns = columns;
  create_view (self);
  for (const TlRecordColumn *column = columns; column->title != NULL; column++)
    add_column (self, column);
  tl_record_table_create_menu (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
tl_record_table_set_session (TlRecordTable *self,
                             TlSession     *session)
{
  g_return_if_fail (TL_IS_RECORD_TABLE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  tl_record_table_restore_order (self);
  project_notify_cb (self);
}

void
tl_record_table_set_filter (TlRecordTable *self,
                            const char    *text)
{
  g_return_if_fail (TL_IS_RECORD_TABLE (self));

  g_free (self->filter);
  self->filter = g_strdup (text);
  tl_record_rows_set_filter (self->rows, text);
}

void
tl_record_table_set_grouping (TlRecordTable *self,
                              int            column)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TL_IS_RECORD_TABLE (self));

  tl_record_rows_set_grouping (self->rows, column);
  /* The rows shown stay where they are, and the first heading would be above them. */
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  gtk_adjustment_set_value (adjustment, 0);
}

void
tl_record_table_refresh (TlRecordTable *self,
                         GHashTable    *records)
{
  GHashTableIter iter;
  gpointer record;

  g_return_if_fail (TL_IS_RECORD_TABLE (self));

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    tl_record_rows_forget (self->rows, record);
  tl_record_rows_queue_update (self->rows);
  update_cells (self);
}

guint
tl_record_table_get_n_shown (TlRecordTable *self)
{
  g_return_val_if_fail (TL_IS_RECORD_TABLE (self), 0);

  return self->rows != NULL ? tl_record_rows_get_n_records (self->rows) : 0;
}

gboolean
tl_record_table_is_empty (TlRecordTable *self)
{
  g_return_val_if_fail (TL_IS_RECORD_TABLE (self), TRUE);

  return self->has_rows && tl_record_table_get_n_shown (self) == 0;
}
