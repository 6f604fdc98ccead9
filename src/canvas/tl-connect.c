/* tl-connect.c: a connection that is being drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-connect.h"

#include "canvas/tl-canvas-private.h"
#include "canvas/tl-chip.h"
#include "canvas/tl-device-scale.h"
#include "canvas/tl-follow.h"
#include "diagram/tl-shape.h"

#include <math.h>

/* Logical pixels */
#define LINE_WIDTH  2.0
#define MARK_WIDTH  1.0
#define RING_GAP    3.0
#define RADIUS      8.0
#define ARROW       10.0
#define PLUS_RADIUS 8.0
#define REACH       14.0 /* of what is drawn from its line */

#define VEIL     0.65 /* how much of the canvas colour lies over all that is not reached */
#define TOO_MANY 600  /* nodes in view: then only the one at the end is marked */

struct _TlConnect
{
  TlCanvas       *canvas;
  guint           from;
  TlRouteSide     side;
  gboolean        by_pointer;
  TlPoint         at;    /* canvas units */
  int             node;  /* at the end, or -1 */
  TlConnectTarget target;
  char           *why;
  GHashTable     *known; /* node → whether it is allowed + 1 */

  /* The marks stay as they are while only the line moves */
  GskRenderNode  *marks;
  TlViewport      marks_view;
};

TlConnect *
tl_connect_new (TlCanvas   *canvas,
                guint       from,
                TlRouteSide side)
{
  TlConnect *self = g_new0 (TlConnect, 1);

  self->canvas = canvas;
  self->from = from;
  self->side = side;
  self->node = -1;
  self->known = g_hash_table_new (NULL, NULL);
  return self;
}

void
tl_connect_free (TlConnect *self)
{
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  g_hash_table_unref (self->known);
  g_free (self->why);
  g_free (self);
}

guint
tl_connect_get_from (TlConnect *self)
{
  return self->from;
}

TlConnectTarget
tl_connect_get_target (TlConnect *self,
                       int       *node)
{
  if (node != NULL)
    *node = self->node;

  return self->target;
}

const char *
tl_connect_get_why (TlConnect *self)
{
  return self->why;
}

gboolean
tl_connect_may_reach (TlConnect *self,
                      guint      node)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, GUINT_TO_POINTER (node)));

  if (known == 0)
    {
      known = tl_canvas_check_connect (self->canvas, self->from, node, NULL) ? 2 : 1;
      g_hash_table_insert (self->known, GUINT_TO_POINTER (node), GUINT_TO_POINTER (known));
    }
  return known == 2;
}

static void
set_target (TlConnect *self,
            int        node)
{
  self->node = node;
  g_clear_pointer (&self->why, g_free);
  if (node < 0)
    self->target = TL_CONNECT_EMPTY;
  else if ((guint) node == self->from)
    self->target = TL_CONNECT_NOWHERE;
  else
    self->target = tl_canvas_check_connect (self->canvas, self->from, (guint) node, &self->why)
                     ? TL_CONNECT_ALLOWED : TL_CONNECT_FORBIDDEN;
}

gboolean
tl_connect_point (TlConnect *self,
                  double     x,
                  double     y)
{
  int node = tl_canvas_pick (self->canvas, x, y);
  gboolean is_other = node != self->node || self->target == TL_CONNECT_NOWHERE;

  self->by_pointer = TRUE;
  self->at = tl_viewport_from_widget (&self->canvas->view, x, y);
  if (is_other)
    set_target (self, node);
  return is_other;
}

void
tl_connect_aim (TlConnect *self,
                guint      node)
{
  self->by_pointer = FALSE;
  set_target (self, (int) node);
}

gboolean
tl_connect_finish (TlConnect *self)
{
  g_autofree char *from = g_strdup (tl_scene_get_node (self->canvas->scene, self->from)->key);
  g_autofree char *to = NULL;

  if (self->target == TL_CONNECT_EMPTY)
    {
      g_signal_emit_by_name (self->canvas, "connect-to-empty", from, self->at.x, self->at.y);
      return TRUE;
    }
  if (self->target != TL_CONNECT_ALLOWED)
    return FALSE;

  to = g_strdup (tl_scene_get_node (self->canvas->scene, (guint) self->node)->key);
  g_signal_emit_by_name (self->canvas, "connect-nodes", from, to);
  return TRUE;
}

static TlRect
get_outline (TlConnect *self,
             guint      index)
{
  const TlNode *node = tl_scene_get_node (self->canvas->scene, index);

  return node->shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (node) : node->bounds;
}

/* The path, in logical pixels. */
static guint
find_path (TlConnect *self,
           TlPoint    points[TL_FOLLOW_MAX_POINTS])
{
  TlRect from = get_outline (self, self->from);
  TlPoint start = tl_follow_get_port (&from, self->side);
  guint n;

  if (self->node >= 0 && self->target != TL_CONNECT_NOWHERE)
    {
      TlRect to = get_outline (self, (guint) self->node);
      TlRouteSide side = tl_follow_choose_side (&start, self->side, &to);
      TlPoint end = tl_follow_get_port (&to, side);

      n = self->by_pointer ? tl_follow_connect (&start, self->side, &end, side, points)
                           : tl_follow_route (&from, &to, points);
    }
  else
    {
      TlRect at = { self->at.x, self->at.y, 0, 0 };

      n = tl_follow_connect (&start, self->side, &self->at, tl_follow_choose_side (&start, self->side, &at), points);
    }
  for (guint i = 0; i < n; i++)
    points[i] = tl_viewport_to_widget (&self->canvas->view, &points[i]);
  return n;
}

static void
set_color (cairo_t       *cr,
           const TlColor *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
}

static void
add_arrow (cairo_t       *cr,
           const TlPoint *before,
           const TlPoint *tip)
{
  double angle = atan2 (tip->y - before->y, tip->x - before->x);

  cairo_move_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - ARROW * cos (angle - 0.4), tip->y - ARROW * sin (angle - 0.4));
  cairo_line_to (cr, tip->x - ARROW * cos (angle + 0.4), tip->y - ARROW * sin (angle + 0.4));
  cairo_close_path (cr);
}

/* Something new can be made here. */
static void
draw_plus (cairo_t         *cr,
           const TlPalette *palette,
           const TlPoint   *at)
{
  cairo_arc (cr, at->x, at->y, PLUS_RADIUS, 0, 2 * G_PI);
  set_color (cr, &palette->selection, 1);
  cairo_fill (cr);
  cairo_move_to (cr, at->x - PLUS_RADIUS / 2, at->y);
  cairo_line_to (cr, at->x + PLUS_RADIUS / 2, at->y);
  cairo_move_to (cr, at->x, at->y - PLUS_RADIUS / 2);
  cairo_line_to (cr, at->x, at->y + PLUS_RADIUS / 2);
  set_color (cr, &palette->canvas, 1);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

static void
draw_line (TlConnect     *self,
           GtkSnapshot   *snapshot,
           const TlPoint *points,
           guint          n)
{
  const TlPalette *palette = self->canvas->palette;
  gboolean forbidden = self->target == TL_CONNECT_FORBIDDEN;
  const TlColor *color = forbidden ? &palette->roles[TL_ROLE_WARNING].line : &palette->selection;
  TlRect area = { 0, 0, -1, -1 };
  cairo_t *cr;

  for (guint i = 0; i < n; i++)
    area = tl_rect_union (&area, &(TlRect) { points[i].x, points[i].y, 0, 0 });
  area = tl_rect_grow (&area, REACH);
  cr = tl_canvas_begin_drawing (self->canvas, snapshot, &area);
  if (cr == NULL)
    return;

  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  set_color (cr, color, 1);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (forbidden)
    cairo_set_dash (cr, (double[]) { 5, 4 }, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (self->target == TL_CONNECT_EMPTY)
    {
      draw_plus (cr, palette, &points[n - 1]);
    }
  else
    {
      add_arrow (cr, &points[n - 2], &points[n - 1]);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
add_ring (cairo_t      *cr,
          const TlNode *node,
          TlRect        shown)
{
  double right, bottom;

  shown = tl_rect_grow (&shown, RING_GAP);
  right = shown.x + shown.width - RADIUS;
  bottom = shown.y + shown.height - RADIUS;
  cairo_new_sub_path (cr);
  if (node->shape == TL_SHAPE_CIRCLE)
    {
      cairo_arc (cr, shown.x + shown.width / 2, shown.y + shown.height / 2, shown.width / 2, 0, 2 * G_PI);
      return;
    }
  cairo_arc (cr, right, shown.y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, RADIUS, 0, G_PI_2);
  cairo_arc (cr, shown.x + RADIUS, bottom, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, shown.x + RADIUS, shown.y + RADIUS, RADIUS, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

/* The nodes in view that it may reach. */
static GArray *
list_reachable (TlConnect *self)
{
  TlCanvas *canvas = self->canvas;
  TlRect visible = tl_viewport_get_visible (&canvas->view);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  tl_scene_query_nodes (canvas->scene, &visible, found);
  for (guint i = 0; i < found->len && found->len <= TOO_MANY; i++)
    {
      guint32 index = g_array_index (found, guint32, i);

      if (index != self->from && tl_canvas_may_edit (canvas, index)
          && tl_scene_get_node (canvas->scene, index)->min_scale <= canvas->view.scale
          && tl_connect_may_reach (self, index))
        g_array_index (found, guint32, n++) = index;
    }
  g_array_set_size (found, n);
  return found;
}

/* All is dimmed but where it begins and what it may reach, which is ringed. */
static void
paint_marks (TlConnect *self,
             cairo_t   *cr)
{
  TlCanvas *canvas = self->canvas;
  const TlViewport *view = &canvas->view;
  double device_scale = tl_device_scale_get (GTK_WIDGET (canvas));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) nodes = list_reachable (self);
  guint32 from = self->from;

  set_color (cr, &canvas->palette->canvas, VEIL);
  cairo_paint (cr);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 index = g_array_index (nodes, guint32, i);
      TlRect outline = get_outline (self, index);

      add_ring (cr, tl_scene_get_node (canvas->scene, index), tl_viewport_rect_to_widget (view, &outline));
    }
  set_color (cr, &canvas->palette->selection, 1);
  cairo_set_line_width (cr, MARK_WIDTH);
  cairo_stroke (cr);

  cairo_translate (cr, round (view->x * device_scale) / device_scale, round (view->y * device_scale) / device_scale);
  cairo_scale (cr, view->scale, view->scale);
  tl_painter_paint_ring (canvas->painter, cr, canvas->scene, from, view->scale);
  g_array_append_val (nodes, from);
  tl_painter_paint_some (canvas->painter, cr, canvas->scene, nodes, edges, view->scale);
}

static void
draw_marks (TlConnect   *self,
            GtkSnapshot *snapshot)
{
  const TlViewport *view = &self->canvas->view;

  if (self->marks == NULL || view->scale != self->marks_view.scale || view->x != self->marks_view.x
      || view->y != self->marks_view.y || view->width != self->marks_view.width || view->height != self->marks_view.height)
    {
      GtkSnapshot *own = gtk_snapshot_new ();
      cairo_t *cr = gtk_snapshot_append_cairo (own, &GRAPHENE_RECT_INIT (0, 0, (float) view->width, (float) view->height));

      paint_marks (self, cr);
      cairo_destroy (cr);
      g_clear_pointer (&self->marks, gsk_render_node_unref);
      self->marks = gtk_snapshot_free_to_node (own);
      self->marks_view = *view;
    }
  if (self->marks != NULL)
    gtk_snapshot_append_node (snapshot, self->marks);
}

/* Around the one that the line has come to. */
static void
draw_target (TlConnect   *self,
             GtkSnapshot *snapshot)
{
  const TlPalette *palette = self->canvas->palette;
  gboolean forbidden = self->target == TL_CONNECT_FORBIDDEN;
  TlRect outline = get_outline (self, (guint) self->node);
  TlRect shown = tl_viewport_rect_to_widget (&self->canvas->view, &outline);
  TlRect area = tl_rect_grow (&shown, RING_GAP + 2 * LINE_WIDTH);
  cairo_t *cr = tl_canvas_begin_drawing (self->canvas, snapshot, &area);

  if (cr == NULL)
    return;

  add_ring (cr, tl_scene_get_node (self->canvas->scene, (guint) self->node), shown);
  set_color (cr, forbidden ? &palette->roles[TL_ROLE_WARNING].line : &palette->selection, 1);
  cairo_set_line_width (cr, 1.5 * LINE_WIDTH);
  if (forbidden)
    cairo_set_dash (cr, (double[]) { 5, 4 }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
tl_connect_draw (TlConnect   *self,
                 GtkSnapshot *snapshot)
{
  TlPoint points[TL_FOLLOW_MAX_POINTS];
  guint n;

  draw_marks (self, snapshot);
  if (self->node >= 0 && self->target != TL_CONNECT_NOWHERE)
    draw_target (self, snapshot);
  if (self->target != TL_CONNECT_NOWHERE)
    {
      n = find_path (self, points);
      draw_line (self, snapshot, points, n);
    }
  if (self->why != NULL)
    {
      TlRect outline = get_outline (self, (guint) self->node);
      TlRect shown = tl_viewport_rect_to_widget (&self->canvas->view, &outline);

      tl_chip_draw (self->canvas, snapshot, self->why, &shown);
    }
}
