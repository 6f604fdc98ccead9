/* tl-canvas-cover.c: what is framed is not beneath what lies over the canvas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#define COVER_MARGIN 12.0 /* between the two, logical pixels */

/* Measured, for it may not have its place yet. */
static gboolean
get_cover (TlCanvas         *self,
           const TlViewport *view,
           TlRect           *area)
{
  GtkRequisition size;

  if (self->cover == NULL || !gtk_widget_is_visible (self->cover) || !gtk_widget_get_child_visible (self->cover))
    return FALSE;
  gtk_widget_get_preferred_size (self->cover, NULL, &size);
  *area = (TlRect) { 0, view->height - size.height, size.width, size.height };
  if ((gtk_widget_get_halign (self->cover) == GTK_ALIGN_START)
      == (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL))
    area->x = view->width - size.width;
  return size.width > 0 && size.height > 0;
}

/* Upwards or away from the side, as near as can be. */
void
tl_canvas_avoid_cover (TlCanvas     *self,
                       TlViewport   *goal,
                       const TlRect *bounds)
{
  TlRect node = tl_viewport_rect_to_widget (goal, bounds);
  double up, aside;
  TlRect cover;

  if (!get_cover (self, goal, &cover) || !tl_rect_intersects (&node, &cover))
    return;
  up = node.y + node.height + COVER_MARGIN - cover.y;
  if (cover.x > 0)
    aside = cover.x - COVER_MARGIN - node.x - node.width;
  else
    aside = cover.width + COVER_MARGIN - node.x;
  if (up <= node.y && up < ABS (aside))
    tl_viewport_pan (goal, 0, -up);
  else
    tl_viewport_pan (goal, aside, 0);
}

static gboolean
again_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       key)
{
  tl_canvas_frame_node (TL_CANVAS (widget), key, FALSE);
  return G_SOURCE_REMOVE;
}

void
tl_canvas_frame_beside_cover (TlCanvas   *self,
                              const char *key)
{
  if (self->cover != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), again_cb, g_strdup (key), g_free);
}

void
tl_canvas_set_cover (TlCanvas  *self,
                     GtkWidget *cover)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  g_set_weak_pointer (&self->cover, cover);
}
