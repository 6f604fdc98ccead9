/* tl-matrix-grid-input.c: pointer and keys in a matrix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-matrix-grid-private.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "ui/tl-long-press.h"
#include "ui/tl-menu-side.h"

#include <glib/gi18n.h>

/* Pointer {{{1 */

/* What is at a point: a position on each axis, -1 beside it or in the names of the
 * other axis. */
static void
find (TlMatrixGrid *self,
      double        x,
      double        y,
      int           found[TL_N_MATRIX_AXES])
{
  if (tl_matrix_grid_is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  for (guint axis = 0; axis < TL_N_MATRIX_AXES; axis++)
    {
      GtkOrientation orientation = tl_matrix_grid_get_orientation (axis);
      double at = (axis == TL_MATRIX_ROWS ? y : x) - self->header[orientation];
      guint position = at >= 0 ? (guint) ((at + tl_matrix_grid_get_offset (self, axis)) / self->cell) : G_MAXUINT;

      found[axis] = position < tl_matrix_grid_get_n (self, axis) ? (int) position : -1;
    }
}

static void
pressed_cb (TlMatrixGrid *self,
            int           n_press,
            double        x,
            double        y)
{
  int found[TL_N_MATRIX_AXES];

  find (self, x, y, found);
  if (found[0] >= 0 && found[1] >= 0)
    {
      tl_matrix_grid_set_current (self, found[0], found[1]);
      gtk_widget_grab_focus (GTK_WIDGET (self->spots[self->spot]));
      tl_matrix_grid_toggle (self);
    }
  else if (found[0] >= 0 || found[1] >= 0)
    {
      TlMatrixAxis axis = found[0] >= 0 ? TL_MATRIX_ROWS : TL_MATRIX_COLUMNS;

      g_signal_emit_by_name (self, n_press > 1 ? "reveal" : "select",
                             tl_matrix_get_element (self->matrix, axis, found[axis]));
    }
}

static void
motion_cb (TlMatrixGrid *self,
           double        x,
           double        y)
{
  int found[TL_N_MATRIX_AXES];

  find (self, x, y, found);
  if (found[0] == self->hovered[0] && found[1] == self->hovered[1])
    return;
  self->hovered[0] = found[0];
  self->hovered[1] = found[1];
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (TlMatrixGrid *self)
{
  motion_cb (self, -1, -1);
}

static char *
describe_element (TlRecord *element)
{
  TlRecord *service = tl_element_get_service (TL_ELEMENT (element));
  g_autofree char *title = tl_edit_create_title (element);

  /* Translators: name and kind of an element, and its service */
  return g_strdup_printf (_("%1$s – %2$s in %3$s"), title, tl_element_get_kind_name (TL_ELEMENT (element)),
                          service != NULL ? tl_record_get_name (service) : "");
}

gboolean
tl_matrix_grid_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  g_autofree char *text = NULL;
  int found[TL_N_MATRIX_AXES];

  find (self, x, y, found);
  if (found[0] >= 0 && found[1] >= 0)
    {
      if (tl_matrix_can_toggle (self->matrix, found[0], found[1], &text))
        text = tl_matrix_describe (self->matrix, found[0], found[1]);
    }
  else if (found[0] >= 0 || found[1] >= 0)
    {
      TlMatrixAxis axis = found[0] >= 0 ? TL_MATRIX_ROWS : TL_MATRIX_COLUMNS;

      text = describe_element (tl_matrix_get_element (self->matrix, axis, found[axis]));
    }
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* Menu {{{1 */

static void
append_way (GMenu      *menu,
            TlRecord   *element,
            const char *action)
{
  g_autofree char *title = tl_edit_create_title (element);
  /* Translators: %s is the name of an element */
  g_autofree char *label = g_strdup_printf (_("Go to “%s”"), title);

  g_menu_append (menu, label, action);
}

static void
open_menu (TlMatrixGrid *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  GdkRectangle area;

  if (tl_matrix_grid_is_empty (self))
    return;
  if (tl_matrix_can_toggle (self->matrix, self->current[0], self->current[1], NULL))
    g_menu_append (menu, tl_matrix_get_state (self->matrix, self->current[0], self->current[1]) == TL_MATRIX_TRACED
                           ? _("Disconnect") : _("Connect"),
                   "matrix.toggle");
  append_way (ways, self->current_elements[TL_MATRIX_ROWS], "matrix.reveal-row");
  append_way (ways, self->current_elements[TL_MATRIX_COLUMNS], "matrix.reveal-column");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      tl_menu_side_keep (self->menu);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  tl_matrix_grid_get_area (self, self->current[0], self->current[1], &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (gpointer user_data,
                 int      n_press,
                 double   x,
                 double   y)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (user_data);
  int found[TL_N_MATRIX_AXES];

  find (self, x, y, found);
  if (found[0] < 0 || found[1] < 0)
    return;
  tl_matrix_grid_set_current (self, found[0], found[1]);
  gtk_widget_grab_focus (GTK_WIDGET (self->spots[self->spot]));
  open_menu (self);
}

void
tl_matrix_grid_act (GtkWidget  *widget,
                    const char *action,
                    GVariant   *unused)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  gboolean is_row = g_str_equal (action, "matrix.reveal-row");

  if (tl_matrix_grid_is_empty (self))
    return;
  if (g_str_equal (action, "matrix.toggle"))
    tl_matrix_grid_toggle (self);
  else
    g_signal_emit_by_name (self, "reveal", self->current_elements[is_row ? TL_MATRIX_ROWS : TL_MATRIX_COLUMNS]);
}

/* Keys {{{1 */

static guint
count_page (TlMatrixGrid *self)
{
  return MAX (gtk_adjustment_get_page_size (self->adjustments[GTK_ORIENTATION_VERTICAL]) / self->cell - 1, 1);
}

/* Where a key leads from the current cell; FALSE if it does not lead anywhere. */
static gboolean
follow_key (TlMatrixGrid    *self,
            guint            keyval,
            GdkModifierType  state,
            gint64          *row,
            gint64          *column)
{
  gboolean far = (state & GDK_CONTROL_MASK) != 0;
  gint64 step = far ? G_MAXINT : 1;
  gint64 right = tl_matrix_grid_is_mirrored (self) ? -step : step;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *row -= step;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *row += step;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *column -= right;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *column += right;
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *row -= count_page (self);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *row += count_page (self);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *column = 0;
      *row = far ? 0 : *row;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *column = G_MAXINT;
      *row = far ? G_MAXINT : *row;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (TlMatrixGrid    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gint64 row = self->current[0];
  gint64 column = self->current[1];
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (tl_matrix_grid_is_empty (self) || (modifiers & ~(GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (follow_key (self, keyval, state, &row, &column))
    tl_matrix_grid_set_current (self, MAX (row, 0), MAX (column, 0));
  else if (modifiers == 0 && (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space || keyval == GDK_KEY_Return
                              || keyval == GDK_KEY_KP_Enter))
    tl_matrix_grid_toggle (self);
  else if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    open_menu (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
tl_matrix_grid_add_controllers (TlMatrixGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu_click));
  tl_long_press_add (GTK_WIDGET (self), menu_pressed_cb, self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
