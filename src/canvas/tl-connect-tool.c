/* tl-connect-tool.c: drag from a port to connect
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-connect-tool.h"

#include "canvas/tl-canvas-private.h"

static gboolean
accepts (TlCanvas    *canvas,
         const TlHit *hit)
{
  return hit->kind == TL_HIT_PORT;
}

static void
begin (TlDrag *drag)
{
  tl_canvas_start_connect (drag->canvas, tl_connect_new (drag->canvas, drag->hit.index, drag->hit.part), FALSE);
}

static void
update (TlDrag *drag)
{
  TlCanvas *canvas = drag->canvas;
  TlPoint at = tl_viewport_to_widget (&canvas->view, &drag->now);

  tl_canvas_point_connect (canvas, at.x, at.y);
}

static void
end (TlDrag  *drag,
     gboolean done)
{
  if (done)
    tl_canvas_finish_connect (drag->canvas);
  else
    tl_canvas_cancel_connect (drag->canvas);
}

GtkEventController *
tl_connect_tool_new (TlCanvas *canvas)
{
  static const TlDragClass klass = { accepts, begin, update, end, NULL, NULL, "crosshair" };

  return tl_drag_new (canvas, &klass);
}
