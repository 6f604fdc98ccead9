/* tl-record-cell.c: a cell of a table of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-cell.h"

#include "ui/tl-focus.h"
#include "ui/tl-record-group.h"

#include <glib/gi18n.h>

struct _TlRecordCell
{
  GtkWidget             parent_instance;

  const TlRecordColumn *column;
  gboolean              leads;
  GtkListItem          *item;    /* borrowed while it is bound, or NULL */
  GSignalGroup         *group_signals; /* of the first cell, or NULL */

  GtkWidget            *content; /* label, or what the column makes */
  GtkWidget            *heading; /* button of a group, or NULL */
  GtkWidget            *entry;   /* while it is renamed, or NULL */
};

G_DEFINE_FINAL_TYPE (TlRecordCell, tl_record_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLE,
  SIGNAL_RENAME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GObject *
tl_record_cell_get_item (TlRecordCell *self)
{
  g_return_val_if_fail (TL_IS_RECORD_CELL (self), NULL);

  return self->item != NULL ? gtk_list_item_get_item (self->item) : NULL;
}

/* Renaming {{{1 */

static void
end_renaming (TlRecordCell *self)
{
  GtkWidget *entry = g_steal_pointer (&self->entry);
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self)));
  gboolean had_focus = gtk_widget_has_focus (entry);

  gtk_widget_set_visible (self->content, TRUE);
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (row);
  gtk_widget_unparent (entry);
}

static void
take_name (TlRecordCell *self)
{
  g_autoptr (GObject) record = NULL;
  g_autofree char *name = NULL;

  if (self->entry == NULL)
    return;
  record = g_object_ref (tl_record_cell_get_item (self));
  name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  end_renaming (self);
  g_signal_emit (self, signals[SIGNAL_RENAME], 0, record, name);
}

static gboolean
rename_key_cb (TlRecordCell *self,
               guint         key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_renaming (self);
  return GDK_EVENT_STOP;
}

static void
rename_leave_cb (TlRecordCell *self)
{
  if (self->entry != NULL && tl_focus_has_left (self->entry))
    take_name (self);
}

gboolean
tl_record_cell_rename (TlRecordCell *self)
{
  GObject *item;
  GtkEventController *keys;
  GtkEventController *focus;
  const char *name;

  g_return_val_if_fail (TL_IS_RECORD_CELL (self), FALSE);

  item = tl_record_cell_get_item (self);
  if (self->column->rename_field == 0 || !TL_IS_RECORD (item) || self->entry != NULL)
    return FALSE;
  name = tl_record_get (TL_RECORD (item), self->column->rename_field);
  self->entry = gtk_text_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name != NULL ? name : "");
  gtk_widget_add_css_class (self->entry, "rename");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  keys = gtk_event_controller_key_new ();
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (rename_key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (rename_leave_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take_name), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_visible (self->content, FALSE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
  return TRUE;
}

/* Groups {{{1 */

static void
heading_clicked_cb (TlRecordCell *self)
{
  GObject *group = tl_record_cell_get_item (self);

  if (TL_IS_RECORD_GROUP (group))
    g_signal_emit (self, signals[SIGNAL_TOGGLE], 0, group);
}

/* An arrow, the title, and how many there are. */
static void
create_heading (TlRecordCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), i == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
      gtk_widget_add_css_class (label, i == 0 ? "heading" : "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  self->heading = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->heading), box);
  gtk_widget_set_halign (self->heading, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->heading, "flat");
  gtk_widget_add_css_class (self->heading, "record-group");
  g_signal_connect_swapped (self->heading, "clicked", G_CALLBACK (heading_clicked_cb), self);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

static void
show_heading (TlRecordCell  *self,
              TlRecordGroup *group)
{
  gboolean expanded = tl_record_group_get_expanded (group);
  const char *title = tl_record_group_get_title (group);
  g_autofree char *n = g_strdup_printf ("%'u", tl_record_group_get_n_rows (group));
  g_autofree char *name = g_strconcat (title, C_("list", ", "), n, NULL);
  GtkWidget *image;
  GtkWidget *label;

  if (self->heading == NULL)
    create_heading (self);
  image = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (self->heading)));
  label = gtk_widget_get_next_sibling (image);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/* Content {{{1 */

static void
show_record (TlRecordCell *self,
             TlRecord     *record)
{
  g_autofree char *text = NULL;

  if (self->column->update_widget != NULL)
    {
      self->column->update_widget (self->content, record);
      return;
    }
  text = tl_record_column_dup_text (self->column, record);
  gtk_label_set_label (GTK_LABEL (self->content), text != NULL ? text : "");
  gtk_label_set_ellipsize (GTK_LABEL (self->content), tl_record_column_is_chosen (self->column, record)
                                                        ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/* Asked for, because setting one asks the display where the pointer is, each time. */
static gboolean
tl_record_cell_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  TlRecordCell *self = TL_RECORD_CELL (widget);
  GObject *item = tl_record_cell_get_item (self);
  g_autofree char *text = NULL;

  if (!TL_IS_RECORD (item) || self->entry != NULL)
    return FALSE;
  /* What is to be read already needs no telling. */
  if (self->column->dup_tooltip == NULL && GTK_IS_LABEL (self->content) && self->column->create_widget == NULL &&
      !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->content))))
    return FALSE;
  text = self->column->dup_tooltip != NULL ? self->column->dup_tooltip (TL_RECORD (item))
                                           : tl_record_column_dup_text (self->column, TL_RECORD (item));
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

void
tl_record_cell_update (TlRecordCell *self)
{
  GObject *item;

  g_return_if_fail (TL_IS_RECORD_CELL (self));

  item = tl_record_cell_get_item (self);
  if (item == NULL)
    return;
  if (TL_IS_RECORD (item))
    show_record (self, TL_RECORD (item));
  else if (self->leads)
    show_heading (self, TL_RECORD_GROUP (item));
  gtk_widget_set_visible (self->content, TL_IS_RECORD (item) && self->entry == NULL);
  if (self->heading != NULL)
    gtk_widget_set_visible (self->heading, !TL_IS_RECORD (item));
}

void
tl_record_cell_bind (TlRecordCell *self,
                     GtkListItem  *item)
{
  GObject *object;

  g_return_if_fail (TL_IS_RECORD_CELL (self));

  if (self->entry != NULL)
    end_renaming (self);
  self->item = item;
  object = tl_record_cell_get_item (self);
  if (self->group_signals != NULL)
    g_signal_group_set_target (self->group_signals, TL_IS_RECORD_GROUP (object) ? object : NULL);
  tl_record_cell_update (self);
}

/* Object {{{1 */

static void
tl_record_cell_dispose (GObject *object)
{
  TlRecordCell *self = TL_RECORD_CELL (object);

  g_clear_object (&self->group_signals);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_record_cell_parent_class)->dispose (object);
}

static void
tl_record_cell_class_init (TlRecordCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_record_cell_dispose;
  widget_class->query_tooltip = tl_record_cell_query_tooltip;
  signals[SIGNAL_TOGGLE] =
    g_signal_new ("toggle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_OBJECT);
  signals[SIGNAL_RENAME] =
    g_signal_new ("rename", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_OBJECT, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_record_cell_init (TlRecordCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
create_label (const TlRecordColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), column->min_chars);
  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

GtkWidget *
tl_record_cell_new (const TlRecordColumn *column,
                    gboolean              leads)
{
  TlRecordCell *self = g_object_new (TL_TYPE_RECORD_CELL, NULL);

  self->column = column;
  self->leads = leads;
  if (leads)
    {
      self->group_signals = g_signal_group_new (TL_TYPE_RECORD_GROUP);
      g_signal_group_connect_swapped (self->group_signals, "changed", G_CALLBACK (tl_record_cell_update), self);
    }
  self->content = column->create_widget != NULL ? column->create_widget () : create_label (column);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
