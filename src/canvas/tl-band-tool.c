/* tl-band-tool.c: drag a rubber band to select
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-band-tool.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

#define FILL 0.12 /* how much of the selection's colour lies over what is inside */

typedef struct
{
  TlSelection before;
  TlSelection shown; /* with the rings there are now */
} Band;

static gboolean
accepts (TlCanvas    *canvas,
         const TlHit *hit)
{
  return hit->kind == TL_HIT_EMPTY || hit->kind == TL_HIT_EDGE
         || (hit->kind == TL_HIT_NODE && (tl_scene_get_node (canvas->scene, hit->index)->flags & TL_NODE_MOVABLE) == 0);
}

static TlRect
get_area (const TlDrag *drag)
{
  return (TlRect) { MIN (drag->start.x, drag->now.x), MIN (drag->start.y, drag->now.y),
                    fabs (drag->now.x - drag->start.x), fabs (drag->now.y - drag->start.y) };
}

static void
begin (TlDrag *drag)
{
  Band *band = g_new0 (Band, 1);

  tl_selection_init (&band->before);
  tl_selection_init (&band->shown);
  tl_selection_copy (&band->before, &drag->canvas->selection);
  drag->data = band;
  tl_canvas_clear_highlight (&drag->canvas->primary);
}

/* Only shown while the band changes; told at its end. */
static void
update (TlDrag *drag)
{
  TlCanvas *canvas = drag->canvas;
  Band *band = drag->data;
  TlRect area = get_area (drag);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  tl_scene_query_nodes (canvas->scene, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 node = g_array_index (found, guint32, i);

      if (tl_canvas_may_edit (canvas, node) && tl_scene_get_node (canvas->scene, node)->min_scale <= canvas->view.scale)
        g_array_index (found, guint32, n++) = node;
    }
  g_array_set_size (found, n);

  tl_selection_empty (&canvas->selection);
  if ((drag->state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    tl_selection_copy (&canvas->selection, &band->before);
  tl_selection_add_nodes (&canvas->selection, found);
  if (!tl_selection_equal (&canvas->selection, &band->shown))
    tl_canvas_update_rings (canvas);
  tl_selection_copy (&band->shown, &canvas->selection);
}

static void
end (TlDrag  *drag,
     gboolean done)
{
  TlCanvas *canvas = drag->canvas;
  Band *band = g_steal_pointer (&drag->data);

  if (!done)
    tl_selection_copy (&canvas->selection, &band->before);
  if (tl_selection_equal (&canvas->selection, &band->before))
    {
      tl_canvas_update_highlights (canvas);
      tl_canvas_update_rings (canvas);
    }
  else
    tl_canvas_selection_changed (canvas);
  tl_selection_clear (&band->before);
  tl_selection_clear (&band->shown);
  g_free (band);
}

static gboolean
measure (TlDrag *drag,
         TlRect *area)
{
  TlRect band = get_area (drag);
  TlRect shown = tl_viewport_rect_to_widget (&drag->canvas->view, &band);

  *area = tl_rect_grow (&shown, 1);
  return TRUE;
}

static void
draw (TlDrag  *drag,
      cairo_t *cr)
{
  const TlColor *color = &drag->canvas->palette->selection;
  TlRect area = get_area (drag);
  TlRect shown = tl_viewport_rect_to_widget (&drag->canvas->view, &area);

  cairo_rectangle (cr, floor (shown.x) + 0.5, floor (shown.y) + 0.5, floor (shown.width), floor (shown.height));
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, FILL);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

GtkEventController *
tl_band_tool_new (TlCanvas *canvas)
{
  static const TlDragClass klass = { accepts, begin, update, end, measure, draw, NULL };

  return tl_drag_new (canvas, &klass);
}
