/* tl-lift.c: nodes lifted out of a picture, to be moved over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-lift.h"

#include "canvas/tl-follow.h"
#include "diagram/tl-shape.h"

#include <math.h>

#define MANY        60    /* connectors that are painted without their texts */
#define LABEL_REACH 112.0 /* how far the texts of connectors may be from them … */
#define ARROW_REACH 20.0  /* … and their arrows: canvas units */
#define RING_REACH  12.0  /* of a ring from its node, logical pixels */

/* Marks */
enum
{
  FIXED,
  LIFTED,
  LOOSE, /* a connector with one end lifted */
};

struct _TlLift
{
  TlContent *content;
  TlContent *rest;
  TlMarks   *marks;
  TlPicture *picture; /* of what is lifted; NULL: each goes its own way … */
  GArray    *places;  /* … and is here: TlRect */
  GHashTable *indices; /* of a node → its place + 1 */
  GArray    *rings;   /* gboolean */
  GArray    *nodes;
  GArray    *loose;   /* guint32 */
  TlPoint    offset;

  /* Of the frame that is being drawn: */
  GArray    *lines;   /* TlEdge */
  GArray    *points;  /* TlPoint */
};

/* Children come after their parents. */
static void
mark_contents (TlLift *self)
{
  const TlScene *scene = self->content->scene;
  guint n = tl_scene_get_n_nodes (scene);
  guint first = self->nodes->len > 0 ? g_array_index (self->nodes, guint32, 0) : n;

  for (guint i = first; i < n; i++)
    {
      int parent = tl_scene_get_node (scene, i)->parent;

      if (parent >= 0 && self->marks->nodes[parent] == LIFTED)
        self->marks->nodes[i] = LIFTED;
    }
}

static void
mark_edge (TlLift *self,
           guint32 edge)
{
  const TlEdge *found = tl_scene_get_edge (self->content->scene, edge);
  gboolean from = found->from < 0 || self->marks->nodes[found->from] == LIFTED;
  gboolean to = found->to < 0 || self->marks->nodes[found->to] == LIFTED;

  if (self->marks->edges[edge] != FIXED)
    return;

  self->marks->edges[edge] = from && to && self->places == NULL ? LIFTED : LOOSE;
  if (self->marks->edges[edge] == LOOSE && (found->flags & TL_EDGE_QUIET) == 0)
    g_array_append_val (self->loose, edge);
}

static void
mark_edges (TlLift *self)
{
  const TlScene *scene = self->content->scene;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    if (self->marks->nodes[i] == LIFTED)
      {
        g_array_set_size (edges, 0);
        tl_scene_list_edges (scene, i, edges);
        for (guint j = 0; j < edges->len; j++)
          mark_edge (self, g_array_index (edges, guint32, j));
      }
}

static TlLift *
create (TlContent    *content,
        const GArray *nodes)
{
  TlLift *self = g_new0 (TlLift, 1);

  self->content = tl_content_ref (content);
  self->marks = tl_marks_new (content->scene);
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), nodes->len);
  if (nodes->len > 0)
    g_array_append_vals (self->nodes, nodes->data, nodes->len);
  self->loose = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TlEdge));
  self->points = g_array_new (FALSE, FALSE, sizeof (TlPoint));
  for (guint i = 0; i < nodes->len; i++)
    self->marks->nodes[g_array_index (nodes, guint32, i)] = LIFTED;

  return self;
}

TlLift *
tl_lift_new (TlContent    *content,
             const GArray *nodes,
             TlPictureFunc changed,
             gpointer      user_data)
{
  TlLift *self = create (content, nodes);
  g_autoptr (TlContent) lifted = NULL;

  mark_contents (self);
  mark_edges (self);
  self->rest = tl_content_new_part (content, TL_CONTENT_PICTURE, self->marks, FIXED);
  lifted = tl_content_new_part (content, TL_CONTENT_LAYER, self->marks, LIFTED);
  self->picture = tl_picture_new (changed, user_data);
  tl_picture_set_content (self->picture, lifted, FALSE);

  return self;
}

TlLift *
tl_lift_new_each (TlContent    *content,
                  const GArray *nodes)
{
  TlLift *self = create (content, nodes);

  self->places = g_array_sized_new (FALSE, FALSE, sizeof (TlRect), nodes->len);
  self->rings = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), nodes->len);
  g_array_set_size (self->rings, nodes->len);
  self->indices = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 node = g_array_index (nodes, guint32, i);

      g_array_append_val (self->places, tl_scene_get_node (content->scene, node)->bounds);
      g_hash_table_insert (self->indices, GUINT_TO_POINTER (node), GUINT_TO_POINTER (i + 1));
    }
  mark_edges (self);
  self->rest = tl_content_new_part (content, TL_CONTENT_PICTURE, self->marks, FIXED);

  return self;
}

void
tl_lift_free (TlLift *self)
{
  g_clear_pointer (&self->picture, tl_picture_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->rings, g_array_unref);
  g_clear_pointer (&self->indices, g_hash_table_unref);
  tl_content_unref (self->rest);
  tl_marks_unref (self->marks);
  tl_content_unref (self->content);
  g_array_unref (self->nodes);
  g_array_unref (self->loose);
  g_array_unref (self->lines);
  g_array_unref (self->points);
  g_free (self);
}

TlContent *
tl_lift_get_rest (TlLift *self)
{
  return self->rest;
}

const GArray *
tl_lift_get_nodes (TlLift *self)
{
  return self->nodes;
}

gboolean
tl_lift_has_node (TlLift *self,
                  guint   node)
{
  return self->marks->nodes[node] == LIFTED;
}

TlPoint
tl_lift_get_offset (TlLift *self)
{
  return self->offset;
}

void
tl_lift_set_offset (TlLift *self,
                    double  dx,
                    double  dy)
{
  self->offset = (TlPoint) { dx, dy };
}

void
tl_lift_place (TlLift       *self,
               guint         index,
               const TlRect *bounds)
{
  g_array_index (self->places, TlRect, index) = *bounds;
}

void
tl_lift_set_ring (TlLift  *self,
                  guint    index,
                  gboolean ring)
{
  g_array_index (self->rings, gboolean, index) = ring;
}

static TlViewport
shift_view (TlLift           *self,
            const TlViewport *view)
{
  TlViewport shifted = *view;

  shifted.x += self->offset.x * view->scale;
  shifted.y += self->offset.y * view->scale;
  return shifted;
}

void
tl_lift_aim (TlLift           *self,
             const TlViewport *view,
             double            device_scale,
             gboolean          moving)
{
  TlViewport shifted = shift_view (self, view);

  if (self->picture != NULL)
    tl_picture_aim (self->picture, &shifted, device_scale, moving);
}

gboolean
tl_lift_is_current (TlLift *self)
{
  return self->picture == NULL || tl_picture_is_current (self->picture);
}

/* Where an end of a connector is now. */
static TlRect
get_outline (TlLift        *self,
             int            node,
             const TlPoint *free_end)
{
  TlNode moved;

  if (node < 0)
    return (TlRect) { free_end->x, free_end->y, 0, 0 };

  moved = *tl_scene_get_node (self->content->scene, (guint) node);
  if (self->marks->nodes[node] == LIFTED && self->places != NULL)
    {
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, GINT_TO_POINTER (node))) - 1;

      moved.bounds = g_array_index (self->places, TlRect, index);
    }
  else if (self->marks->nodes[node] == LIFTED)
    {
      moved.bounds.x += self->offset.x;
      moved.bounds.y += self->offset.y;
    }
  return moved.shape == TL_SHAPE_CIRCLE ? tl_shape_get_circle (&moved) : moved.bounds;
}

/* The connectors that are in view, into lines and points. Returns what they cover. */
static TlRect
follow (TlLift           *self,
        const TlViewport *view)
{
  const TlScene *scene = self->content->scene;
  TlRect visible = tl_viewport_get_visible (view);
  TlRect covered = { 0, 0, -1, -1 };

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < self->loose->len; i++)
    {
      guint32 index = g_array_index (self->loose, guint32, i);
      TlEdge line = *tl_scene_get_edge (scene, index);
      const TlPoint *was = tl_scene_get_points (scene, &line);
      TlRect from = get_outline (self, line.from, &was[0]);
      TlRect to = get_outline (self, line.to, &was[line.n_points - 1]);
      TlRect both = tl_rect_union (&from, &to);
      TlPoint points[TL_FOLLOW_MAX_POINTS];

      both = tl_rect_grow (&both, ARROW_REACH);
      if (line.min_scale > view->scale || !tl_rect_intersects (&both, &visible))
        continue;
      line.first_point = self->points->len;
      line.n_points = tl_follow_route (&from, &to, points);
      g_array_append_vals (self->points, points, line.n_points);
      g_array_append_val (self->lines, line);
      covered = tl_rect_union (&covered, &both);
    }
  return covered;
}

/* Begins to paint in canvas units what is in an area of the canvas; NULL if that is
 * out of view. */
static cairo_t *
begin_painting (GtkSnapshot      *snapshot,
                const TlViewport *view,
                double            device_scale,
                const TlRect     *area)
{
  TlRect shown = tl_viewport_rect_to_widget (view, area);
  double left = floor (MAX (shown.x, 0)), top = floor (MAX (shown.y, 0));
  double right = ceil (MIN (shown.x + shown.width, view->width));
  double bottom = ceil (MIN (shown.y + shown.height, view->height));
  cairo_t *cr;

  if (!(right > left) || !(bottom > top))
    return NULL;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left),
                                                                 (float) (bottom - top)));
  /* On the pixels of the picture beneath. */
  cairo_translate (cr, round (view->x * device_scale) / device_scale, round (view->y * device_scale) / device_scale);
  cairo_scale (cr, view->scale, view->scale);
  return cr;
}

static void
draw_loose (TlLift           *self,
            GtkSnapshot      *snapshot,
            const TlViewport *view,
            double            device_scale,
            TlPainter        *painter)
{
  TlRect covered = follow (self, view);
  gboolean plain = self->lines->len > MANY;
  cairo_t *cr;

  if (self->lines->len == 0)
    return;

  covered = tl_rect_grow (&covered, plain ? ARROW_REACH : LABEL_REACH);
  cr = begin_painting (snapshot, view, device_scale, &covered);
  if (cr == NULL)
    return;

  tl_painter_paint_lines (painter, cr, self->content->scene, (const TlEdge *) (gpointer) self->lines->data,
                          self->lines->len, (const TlPoint *) (gpointer) self->points->data, plain, view->scale);
  cairo_destroy (cr);
}

static void
draw_each (TlLift           *self,
           GtkSnapshot      *snapshot,
           const TlViewport *view,
           double            device_scale,
           TlPainter        *painter)
{
  TlRect visible = tl_viewport_get_visible (view);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint32 node = g_array_index (self->nodes, guint32, i);
      const TlRect *bounds = &g_array_index (self->places, TlRect, i);
      TlNode moved = *tl_scene_get_node (self->content->scene, node);
      TlRect reach;
      cairo_t *cr;

      moved.bounds = *bounds;
      reach = tl_shape_get_reach (&moved);
      reach = tl_rect_grow (&reach, RING_REACH / view->scale);
      if (moved.min_scale > view->scale || !tl_rect_intersects (&reach, &visible)
          || (cr = begin_painting (snapshot, view, device_scale, &reach)) == NULL)
        continue;
      tl_painter_paint_node_at (painter, cr, self->content->scene, node, bounds,
                                g_array_index (self->rings, gboolean, i), view->scale);
      cairo_destroy (cr);
    }
}

void
tl_lift_draw (TlLift           *self,
              GtkSnapshot      *snapshot,
              const TlViewport *view,
              double            device_scale,
              gboolean          textures,
              TlPainter        *painter)
{
  TlViewport shifted = shift_view (self, view);

  if (self->picture != NULL)
    tl_picture_draw (self->picture, snapshot, &shifted, device_scale, textures);
  else
    draw_each (self, snapshot, view, device_scale, painter);
  /* On top, or the rings would hide the tips of their arrows. */
  draw_loose (self, snapshot, view, device_scale, painter);
}
