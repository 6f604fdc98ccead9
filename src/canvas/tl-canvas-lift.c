/* tl-canvas-lift.c: nodes in the hand of the user, and how they get back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include "canvas/tl-device-scale.h"

#define PATIENCE 600 /* ms that a drop waits for the scene that it leads to */

/* The picture without them is shown as soon as they are there themselves. */
static void
take_out (TlCanvas *self)
{
  if (self->lift == NULL || self->lift_state != TL_LIFT_BEGUN || !tl_lift_is_current (self->lift))
    return;

  self->lift_state = TL_LIFT_HELD;
  tl_picture_set_content (self->picture, tl_lift_get_rest (self->lift), TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lift_changed_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  take_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_lift (TlCanvas     *self,
                const GArray *nodes)
{
  tl_canvas_drop_lift (self);
  self->lift = tl_lift_new (self->content, nodes, lift_changed_cb, self);
  self->lift_state = TL_LIFT_BEGUN;
  tl_lift_aim (self->lift, &self->view, tl_device_scale_get (GTK_WIDGET (self)), self->moving);
  take_out (self);
}

void
tl_canvas_lift_each (TlCanvas     *self,
                     const GArray *nodes)
{
  tl_canvas_drop_lift (self);
  self->lift = tl_lift_new_each (self->content, nodes);
  self->lift_state = TL_LIFT_BEGUN;
  take_out (self);
}

void
tl_canvas_move_lift (TlCanvas *self,
                     double    dx,
                     double    dy)
{
  tl_lift_set_offset (self->lift, dx, dy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_drop_lift (TlCanvas *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_pointer (&self->glide_from, g_array_unref);
  g_clear_pointer (&self->lift, tl_lift_free);
}

/* It goes when the picture is painted with them where they belong. */
static void
leave_lift (TlCanvas *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_pointer (&self->glide_from, g_array_unref);
  self->lift_state = TL_LIFT_LEAVING;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_put_back (TlCanvas *self)
{
  if (self->lift == NULL)
    return;

  tl_lift_set_offset (self->lift, 0, 0);
  tl_picture_set_content (self->picture, self->content, TRUE);
  leave_lift (self);
}

static gboolean
patience_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  self->patience_id = 0;
  tl_canvas_put_back (self);
  return G_SOURCE_REMOVE;
}

void
tl_canvas_set_down (TlCanvas *self)
{
  if (self->lift == NULL)
    return;

  self->lift_state = TL_LIFT_SET_DOWN;
  self->patience_id = g_timeout_add (PATIENCE, patience_cb, self);
}

void
tl_canvas_follow_scene (TlCanvas *self,
                        gboolean  update)
{
  if (self->lift == NULL)
    return;

  if (update && self->lift_state != TL_LIFT_BEGUN)
    leave_lift (self);
  else
    tl_canvas_drop_lift (self);
}

gboolean
tl_canvas_draw_lift (TlCanvas    *self,
                     GtkSnapshot *snapshot,
                     double       device_scale,
                     gboolean     textures)
{
  if (self->lift == NULL)
    return FALSE;
  if (self->lift_state == TL_LIFT_LEAVING && tl_picture_is_current (self->picture)
      && tl_canvas_has_current_rings (self))
    {
      tl_canvas_drop_lift (self);
      return FALSE;
    }

  tl_lift_aim (self->lift, &self->view, device_scale, self->moving);
  if (self->lift_state != TL_LIFT_BEGUN)
    tl_lift_draw (self->lift, snapshot, &self->view, device_scale, textures, self->painter);
  return TRUE;
}
