/* tl-record-cell.c: a cell of a table of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-cell.h"

struct _TlRecordCell
{
  GtkWidget             parent_instance;

  const TlRecordColumn *column;
  GtkListItem          *item; /* borrowed while it is bound, or NULL */
  GtkWidget            *label;
};

G_DEFINE_FINAL_TYPE (TlRecordCell, tl_record_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pressed_cb (TlRecordCell *self,
            int           n_press,
            double        x,
            double        y)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_MENU], 0, gtk_list_item_get_position (self->item), x, y);
}

static void
tl_record_cell_dispose (GObject *object)
{
  g_clear_pointer (&TL_RECORD_CELL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_record_cell_parent_class)->dispose (object);
}

static void
tl_record_cell_class_init (TlRecordCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_record_cell_dispose;
  signals[SIGNAL_MENU] =
    g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_record_cell_init (TlRecordCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
tl_record_cell_new (const TlRecordColumn *column)
{
  TlRecordCell *self = g_object_new (TL_TYPE_RECORD_CELL, NULL);

  self->column = column;
  gtk_label_set_width_chars (GTK_LABEL (self->label), column->min_chars);
  gtk_label_set_xalign (GTK_LABEL (self->label), column->get_number != NULL ? 1 : 0);
  if (column->get_number != NULL)
    gtk_widget_add_css_class (self->label, "numeric");
  return GTK_WIDGET (self);
}

void
tl_record_cell_update (TlRecordCell *self)
{
  TlRecord *record;
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (TL_IS_RECORD_CELL (self));

  if (self->item == NULL)
    return;
  record = gtk_list_item_get_item (self->item);
  text = self->column->dup_text (record);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), text != NULL ? text : "") != 0)
    gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");

  tooltip = self->column->dup_tooltip != NULL ? self->column->dup_tooltip (record) : g_steal_pointer (&text);
  gtk_widget_set_tooltip_text (self->label, tooltip);
}

void
tl_record_cell_bind (TlRecordCell *self,
                     GtkListItem  *item)
{
  g_return_if_fail (TL_IS_RECORD_CELL (self));

  self->item = item;
  tl_record_cell_update (self);
}
