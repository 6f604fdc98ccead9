/* tl-grips.c: where a node can be taken hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-grips.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-follow.h"
#include "diagram/tl-shape.h"

#include <math.h>

/* Logical pixels */
#define LEAST_SIZE   28.0 /* of a node with grips */
#define PORT_RADIUS  4.5
#define HOT_RADIUS   6.0  /* of the port that the pointer is on */
#define HANDLE_SIZE  8.0
#define PORT_REACH   9.0  /* of what counts as the port */
#define HANDLE_REACH 7.0
#define TOUCH_REACH  22.0 /* of a finger */
#define TOUCH_GROWTH 1.6  /* of what it is to meet */
#define LINE_WIDTH   2.0

#define MAX_GRIPS 8

typedef struct
{
  TlHit   hit;
  TlPoint at;
} Grip;

static const guint corners[] = {
  1 << TL_SNAP_LEFT | 1 << TL_SNAP_TOP,
  1 << TL_SNAP_RIGHT | 1 << TL_SNAP_TOP,
  1 << TL_SNAP_LEFT | 1 << TL_SNAP_BOTTOM,
  1 << TL_SNAP_RIGHT | 1 << TL_SNAP_BOTTOM,
};

/* Where a node with a ring has its border, else its own. */
static TlRect
get_outline (TlCanvas     *canvas,
             const TlNode *node,
             gboolean      ring)
{
  TlRect outline = node->shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;

  outline = tl_viewport_rect_to_widget (&canvas->view, &outline);
  return ring ? tl_rect_grow (&outline, MAX (canvas->view.scale, 1) * (2 + canvas->palette->line_width)) : outline;
}

/* Down to where the note of a node reaches, in the widget. */
static double
get_note_end (TlCanvas *canvas,
              guint     index)
{
  const TlNode *node = tl_scene_get_node (canvas->scene, index);
  TlRect reach = node->bounds;

  reach.height += tl_painter_measure_note (canvas->painter, canvas->scene, index);
  reach = tl_viewport_rect_to_widget (&canvas->view, &reach);
  return reach.y + reach.height;
}

static guint
list_grips (TlCanvas *canvas,
            guint     index,
            gboolean  selected,
            Grip      grips[MAX_GRIPS])
{
  const TlNode *node = tl_scene_get_node (canvas->scene, index);
  TlRect outline = get_outline (canvas, node, selected);
  guint n = 0;

  if (outline.width < LEAST_SIZE || outline.height < LEAST_SIZE || node->min_scale > canvas->view.scale)
    return 0;

  if (selected && (node->flags & TL_NODE_RESIZABLE) != 0)
    for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
      {
        gboolean left = (corners[i] & 1 << TL_SNAP_LEFT) != 0, top = (corners[i] & 1 << TL_SNAP_TOP) != 0;

        grips[n++] = (Grip) { { TL_HIT_HANDLE, index, corners[i] },
                              { left ? outline.x : outline.x + outline.width, top ? outline.y : outline.y + outline.height } };
      }
  if ((node->flags & TL_NODE_CONNECTABLE) != 0)
    for (TlRouteSide side = TL_ROUTE_LEFT; side <= TL_ROUTE_DOWN; side++)
      {
        TlPoint port = tl_follow_get_port (&outline, side);

        /* Beneath the note, which could not be read. */
        if (side == TL_ROUTE_DOWN && node->note != NULL)
          port.y = MAX (port.y, get_note_end (canvas, index) + PORT_RADIUS);
        grips[n++] = (Grip) { { TL_HIT_PORT, index, side }, port };
      }

  return n;
}

/* The nodes with grips: the selected one, if it is alone, and the hovered one. */
static guint
list_nodes (TlCanvas *canvas,
            guint     nodes[2],
            gboolean  selected[2])
{
  guint n = 0;
  gboolean alone = tl_selection_get_size (&canvas->selection) == 1 && canvas->selected >= 0;

  if (!canvas->editable || canvas->scene == NULL || canvas->drag != NULL || canvas->lift != NULL
      || canvas->connect != NULL || canvas->space_held)
    return 0;

  if (alone)
    {
      nodes[n] = (guint) canvas->selected;
      selected[n++] = TRUE;
    }
  if (canvas->hovered >= 0 && !(alone && canvas->hovered == canvas->selected))
    {
      nodes[n] = (guint) canvas->hovered;
      selected[n++] = FALSE;
    }
  return n;
}

/* A finger takes what is nearest, but inside of a node it has to be left some of it. */
static double
get_reach (TlCanvas   *canvas,
           const Grip *grip,
           double      x,
           double      y)
{
  double reach = grip->hit.kind == TL_HIT_PORT ? PORT_REACH : HANDLE_REACH;
  TlRect outline;

  if (!canvas->touched)
    return reach;
  outline = get_outline (canvas, tl_scene_get_node (canvas->scene, grip->hit.index), FALSE);
  if (!tl_rect_contains (&outline, x, y))
    return TOUCH_REACH;

  return CLAMP (MIN (outline.width, outline.height) / 4, reach, TOUCH_REACH);
}

gboolean
tl_grips_find (TlCanvas *canvas,
               double    x,
               double    y,
               TlHit    *hit)
{
  guint nodes[2];
  gboolean selected[2];
  guint n_nodes = list_nodes (canvas, nodes, selected);
  double nearest = INFINITY;

  for (guint i = 0; i < n_nodes && isinf (nearest); i++)
    {
      Grip grips[MAX_GRIPS];
      guint n = list_grips (canvas, nodes[i], selected[i], grips);

      for (guint j = 0; j < n; j++)
        {
          double reach = get_reach (canvas, &grips[j], x, y);
          double away = MAX (fabs (grips[j].at.x - x), fabs (grips[j].at.y - y));

          if (away <= reach && away < nearest)
            {
              *hit = grips[j].hit;
              nearest = away;
            }
        }
    }
  return !isinf (nearest);
}

const char *
tl_grips_get_cursor (const TlHit *hit)
{
  if (hit->kind == TL_HIT_PORT)
    return "crosshair";
  if (hit->kind == TL_HIT_HANDLE)
    return hit->part == corners[0] || hit->part == corners[3] ? "nwse-resize" : "nesw-resize";

  return NULL;
}

static void
set_color (cairo_t       *cr,
           const TlColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

static void
draw_grip (TlCanvas   *canvas,
           cairo_t    *cr,
           const Grip *grip)
{
  gboolean hot = canvas->hot.kind == grip->hit.kind && canvas->hot.index == grip->hit.index
                 && canvas->hot.part == grip->hit.part;
  double x = round (grip->at.x), y = round (grip->at.y);
  double growth = canvas->touched ? TOUCH_GROWTH : 1, size = HANDLE_SIZE * growth;

  cairo_new_path (cr);
  if (grip->hit.kind == TL_HIT_PORT)
    cairo_arc (cr, x, y, (hot ? HOT_RADIUS : PORT_RADIUS) * growth, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, x - size / 2, y - size / 2, size, size);
  set_color (cr, hot ? &canvas->palette->selection : &canvas->palette->canvas);
  cairo_fill_preserve (cr);
  set_color (cr, &canvas->palette->selection);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

void
tl_grips_draw (TlCanvas    *canvas,
               GtkSnapshot *snapshot)
{
  guint nodes[2];
  gboolean selected[2];
  guint n_nodes = list_nodes (canvas, nodes, selected);

  for (guint i = n_nodes; i > 0; i--)
    {
      Grip grips[MAX_GRIPS];
      guint n = list_grips (canvas, nodes[i - 1], selected[i - 1], grips);
      TlRect area = get_outline (canvas, tl_scene_get_node (canvas->scene, nodes[i - 1]), selected[i - 1]);
      cairo_t *cr;

      area = tl_rect_grow (&area, HANDLE_SIZE * TOUCH_GROWTH);
      if (n == 0 || (cr = tl_canvas_begin_drawing (canvas, snapshot, &area)) == NULL)
        continue;
      for (guint j = 0; j < n; j++)
        draw_grip (canvas, cr, &grips[j]);
      cairo_destroy (cr);
    }
}
