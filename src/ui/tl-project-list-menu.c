/* tl-project-list-menu.c: the menu of a project in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-list-private.h"

static void
popup_at (TlProjectList *self,
          GtkWidget     *widget,
          GdkRectangle   area,
          GtkAlign       align)
{
  graphene_point_t point;

  if (self->menu == NULL
      || !gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (area.x, area.y), &point))
    return;
  area.x = (int) point.x;
  area.y = (int) point.y;
  gtk_widget_set_halign (self->menu, align);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GdkRectangle
get_area (GtkWidget *widget)
{
  return (GdkRectangle){ 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
}

void
tl_project_list_pop_up_at_button (TlProjectList *self,
                                  GtkWidget     *button,
                                  TlProjectCell *cell)
{
  tl_project_list_select (self, tl_project_cell_get_project (cell));
  popup_at (self, button, get_area (button), GTK_ALIGN_END);
}

/* One for all cells: there are many of them. */
static void
pressed_cb (GtkGesture    *gesture,
            int            n_press,
            double         x,
            double         y,
            TlProjectList *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, TL_TYPE_PROJECT_CELL) : NULL;

  if (cell == NULL && widget != NULL && widget != GTK_WIDGET (self))
    cell = gtk_widget_get_first_child (widget); /* around it */
  if (!TL_IS_PROJECT_CELL (cell))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_project_list_select (self, tl_project_cell_get_project (TL_PROJECT_CELL (cell)));
  popup_at (self, GTK_WIDGET (self), (GdkRectangle){ (int) x, (int) y, 1, 1 }, GTK_ALIGN_START);
}

static void
long_pressed_cb (GtkGesture    *gesture,
                 double         x,
                 double         y,
                 TlProjectList *self)
{
  pressed_cb (gesture, 1, x, y, self);
}

void
tl_project_list_add_gestures (TlProjectList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* In the view, or NULL. */
static GtkWidget *
get_focus (TlProjectList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->view) ? focus : NULL;
}

void
tl_project_list_select_focus (TlProjectList *self)
{
  GtkWidget *focus = get_focus (self);
  GtkWidget *cell = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (tl_project_list_get_selected (self) == NULL && TL_IS_PROJECT_CELL (cell))
    tl_project_list_select (self, tl_project_cell_get_project (TL_PROJECT_CELL (cell)));
}

void
tl_project_list_show_menu (TlProjectList *self)
{
  GtkWidget *focus;

  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  tl_project_list_select_focus (self);
  focus = get_focus (self);
  if (tl_project_list_get_selected (self) == NULL)
    return;
  if (focus != NULL)
    popup_at (self, focus, get_area (focus), GTK_ALIGN_START);
  else
    popup_at (self, self->view, (GdkRectangle){ 0, 0, gtk_widget_get_width (self->view), 1 }, GTK_ALIGN_CENTER);
}

void
tl_project_list_set_menu (TlProjectList *self,
                          GMenuModel    *menu)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
}
