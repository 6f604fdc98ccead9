/* tl-record-table.c: a list of a project as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table.h"

#include "project/tl-edit.h"
#include "ui/tl-record-cell.h"
#include "ui/tl-removal.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TlRecordTable
{
  GtkWidget             parent_instance;

  guint                 list;
  const TlRecordColumn *columns;
  TlSession            *session;
  GSignalGroup         *session_signals;
  GSignalGroup         *project_signals;
  char                 *filter_text; /* folded */
  gboolean              selecting;

  GtkFilter            *filter;
  GtkFilterListModel   *filtered;
  GtkSortListModel     *sorted;
  GtkSingleSelection   *selection;
  GtkWidget            *scrolled;
  GtkWidget            *view;
  GtkWidget            *menu;
  GHashTable           *cells; /* set of bound TlRecordCell, borrowed */
};

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

/* Filter and order {{{1 */

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static gboolean
matches_cb (gpointer item,
            gpointer user_data)
{
  TlRecordTable *self = user_data;

  if (self->filter_text == NULL)
    return TRUE;
  for (const TlRecordColumn *column = self->columns; column->title != NULL; column++)
    {
      g_autofree char *text = column->get_number == NULL ? column->dup_text (item) : NULL;
      g_autofree char *folded = text != NULL ? fold (text) : NULL;

      if (folded != NULL && strstr (folded, self->filter_text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const TlRecordColumn *column = user_data;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (column->get_number != NULL)
    {
      double x = column->get_number ((TlRecord *) a);
      double y = column->get_number ((TlRecord *) b);

      return x < y ? GTK_ORDERING_SMALLER : x > y ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
    }

  one = column->dup_text ((TlRecord *) a);
  other = column->dup_text ((TlRecord *) b);
  return gtk_ordering_from_cmpfunc (g_utf8_collate (one != NULL ? one : "", other != NULL ? other : ""));
}

/* Selection {{{1 */

static TlRecord *
get_selected (TlRecordTable *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
selected_cb (TlRecordTable *self)
{
  TlRecord *record = get_selected (self);
  g_autofree char *key = NULL;

  /* A row that the filter hides is selected still. */
  if (self->selecting || self->session == NULL || record == NULL)
    return;
  key = tl_session_dup_record_key (record);
  tl_session_set_selection (self->session, key);
}

static void
show_selection (TlRecordTable *self)
{
  TlRecord *record = self->session != NULL ? tl_session_get_selected_record (self->session) : NULL;
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  if (record != NULL && record == get_selected (self))
    return;
  for (guint i = 0; record != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if ((gpointer) item == record)
        position = i;
    }

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

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

static void
project_changed_cb (TlRecordTable *self)
{
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (self->sorted);

  update_cells (self);
  if (self->filter_text != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (sorter != NULL && gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_selection (self);
}

static void
project_notify_cb (TlRecordTable *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;

  g_signal_group_set_target (self->project_signals, project);
  gtk_filter_list_model_set_model (self->filtered,
                                   project != NULL ? G_LIST_MODEL (tl_record_get_list (TL_RECORD (project), self->list))
                                                   : NULL);
  show_selection (self);
}

static void
n_items_cb (TlRecordTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SHOWN]);
}

/* Actions {{{1 */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ADD], 0);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (TlRecord) record = get_selected (self) != NULL ? g_object_ref (get_selected (self)) : NULL;
  g_autofree char *message = NULL;
  guint n;

  if (record == NULL)
    return;
  message = tl_removal_remove (record);

  /* On to the next, so that Delete can be pressed again. */
  n = tl_record_table_get_n_shown (self);
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (position, n - 1));
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, message, TRUE);
}

static TlRecord *
create_copy (TlRecord *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  g_autoptr (TlRecord) copy = tl_record_duplicate (record);

  if (type->name_field >= 0 && *tl_record_get_name (record) != '\0')
    {
      /* Translators: the name of a copy; %s is the name of what was copied */
      g_autofree char *name = g_strdup_printf (_("%s (copy)"), tl_record_get_name (record));

      /* A name that is too long for that stays as it is. */
      (void) tl_record_fill (copy, type->name_field, name, NULL);
    }
  return g_steal_pointer (&copy);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  TlRecord *record = get_selected (self);
  g_autoptr (TlTransaction) transaction = NULL;
  g_autoptr (TlRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  if (record == NULL)
    return;
  copy = create_copy (record);
  title = tl_edit_create_title (record);
  /* Translators: an edit that can be undone, in title case. %s is the name of a tool */
  label = g_strdup_printf (_("Duplicate %s"), title);
  transaction = tl_project_begin (tl_record_get_project (record), label);
  if (!tl_transaction_insert (transaction, tl_record_get_parent (record), self->list,
                              tl_record_get_position (record) + 1, g_object_ref (copy), &error))
    {
      g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, error->message, FALSE);
      return;
    }
  tl_transaction_commit (g_steal_pointer (&transaction));
  key = tl_session_dup_record_key (copy);
  tl_session_set_selection (self->session, key);
}

static void
show_menu (TlRecordTable *self,
           double         x,
           double         y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRecordTable *self = TL_RECORD_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  double x = 0;
  double y = 0;

  if (get_selected (self) == NULL)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_widget_translate_coordinates (focus, widget, 24, gtk_widget_get_height (focus), &x, &y);
  show_menu (self, x, y);
}

static void
activate_cb (TlRecordTable *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

/* Cells {{{1 */

static void
cell_menu_cb (TlRecordTable *self,
              guint          position,
              double         x,
              double         y,
              GtkWidget     *cell)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_translate_coordinates (cell, GTK_WIDGET (self), x, y, &x, &y);
  show_menu (self, x, y);
}

static void
setup_cb (TlRecordTable *self,
          GtkListItem   *item,
          GObject       *factory)
{
  GtkWidget *cell = tl_record_cell_new (g_object_get_data (factory, "tl-column"));

  g_signal_connect_object (cell, "menu", G_CALLBACK (cell_menu_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (TlRecordTable *self,
         GtkListItem   *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  tl_record_cell_bind (TL_RECORD_CELL (cell), item);
  g_hash_table_add (self->cells, cell);
}

static void
unbind_cb (TlRecordTable *self,
           GtkListItem   *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_hash_table_remove (self->cells, cell);
  tl_record_cell_bind (TL_RECORD_CELL (cell), NULL);
}

static void
add_column (TlRecordTable        *self,
            const TlRecordColumn *description)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", description->title),
                                                             factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) description, NULL));

  g_object_set_data (G_OBJECT (factory), "tl-column", (gpointer) description);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, description->expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column);
}

/* Object {{{1 */

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
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
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
  g_free (self->filter_text);

  G_OBJECT_CLASS (tl_record_table_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "table.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  /* A menu shows the key that was added last. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "table.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "table.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "table.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
}

static void
tl_record_table_class_init (TlRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_record_table_dispose;
  object_class->finalize = tl_record_table_finalize;
  object_class->get_property = tl_record_table_get_property;

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

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  add_bindings (widget_class);
}

/* The list stays as it is: what is shown are models over it. */
static void
create_models (TlRecordTable *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
create_menu (TlRecordTable *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Add…"), "table.add");
  g_menu_append (menu, _("_Duplicate"), "table.duplicate");
  g_menu_append (menu, _("De_lete"), "table.delete");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
tl_record_table_init (TlRecordTable *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::selection", G_CALLBACK (show_selection), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_notify_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);

  create_models (self);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)));
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)));
  gtk_widget_add_css_class (self->view, "record-table");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  create_menu (self);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (n_items_cb), self, G_CONNECT_SWAPPED);
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
  for (const TlRecordColumn *column = columns; column->title != NULL; column++)
    add_column (self, column);
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
  project_notify_cb (self);
}

void
tl_record_table_set_filter (TlRecordTable *self,
                            const char    *text)
{
  g_return_if_fail (TL_IS_RECORD_TABLE (self));

  g_clear_pointer (&self->filter_text, g_free);
  if (text != NULL && *text != '\0')
    self->filter_text = fold (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_selection (self);
}

guint
tl_record_table_get_n_shown (TlRecordTable *self)
{
  g_return_val_if_fail (TL_IS_RECORD_TABLE (self), 0);

  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}
