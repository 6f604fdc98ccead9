/* tl-diagram-room.c: the room that a canvas has for a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-diagram-room.h"

#include "canvas/tl-viewport.h"

#define DELAY  150  /* ms after the last change of size */
#define CHANGE 1.10 /* of the aspect, from which another arrangement is worth it */

struct _TlDiagramRoom
{
  GObject   parent_instance;

  TlCanvas *canvas; /* weak */
  guint     timeout;
  double    taken;  /* the aspect arranged for; 0: none yet */
};

G_DEFINE_FINAL_TYPE (TlDiagramRoom, tl_diagram_room, G_TYPE_OBJECT)

static guint changed_signal;

/* Of what a fitted diagram may fill. */
static double
get_aspect (TlDiagramRoom *self)
{
  int width, height;

  if (self->canvas == NULL)
    return 0;

  width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  if (width <= 0 || height <= 0)
    return 0;

  return MAX (width - 2 * TL_VIEWPORT_MARGIN, width / 2.0) /
         MAX (height - 2 * TL_VIEWPORT_MARGIN, height / 2.0);
}

static gboolean
is_another (TlDiagramRoom *self)
{
  double aspect = get_aspect (self);

  return aspect > 0 && self->taken > 0 &&
         MAX (aspect, self->taken) > MIN (aspect, self->taken) * CHANGE;
}

static gboolean
timeout_cb (gpointer user_data)
{
  TlDiagramRoom *self = user_data;

  self->timeout = 0;
  if (is_another (self) && tl_canvas_shows_all (self->canvas))
    g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

static void
view_changed_cb (TlDiagramRoom *self)
{
  if (self->taken <= 0 && get_aspect (self) > 0)
    {
      g_signal_emit (self, changed_signal, 0);
    }
  else if (is_another (self))
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      self->timeout = g_timeout_add (DELAY, timeout_cb, self);
    }
}

double
tl_diagram_room_take (TlDiagramRoom *self,
                      gboolean       keep)
{
  g_return_val_if_fail (TL_IS_DIAGRAM_ROOM (self), 0);

  if (!keep || self->taken <= 0 || self->canvas == NULL || tl_canvas_shows_all (self->canvas))
    self->taken = get_aspect (self);
  return self->taken;
}

static void
tl_diagram_room_dispose (GObject *object)
{
  TlDiagramRoom *self = TL_DIAGRAM_ROOM (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_weak_pointer (&self->canvas);

  G_OBJECT_CLASS (tl_diagram_room_parent_class)->dispose (object);
}

static void
tl_diagram_room_class_init (TlDiagramRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_diagram_room_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_diagram_room_init (TlDiagramRoom *self)
{
}

TlDiagramRoom *
tl_diagram_room_new (TlCanvas *canvas)
{
  TlDiagramRoom *self;

  g_return_val_if_fail (TL_IS_CANVAS (canvas), NULL);

  self = g_object_new (TL_TYPE_DIAGRAM_ROOM, NULL);
  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
