/* tl-canvas-highlight.c: what a canvas paints on top of its picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include "canvas/tl-device-scale.h"

#include <math.h>

#define FADE_TIME       (120 * G_TIME_SPAN_MILLISECOND)
#define VEIL            0.72 /* how much of the canvas colour lies over what is dimmed */
#define MANY            2000 /* nodes or edges that are not painted anew for a highlight */
#define MANY_MOVING     60   /* the same while the view moves */

void
tl_canvas_clear_highlight (TlHighlight *highlight)
{
  highlight->node = -1;
  highlight->connected = FALSE;
  g_clear_pointer (&highlight->nodes, g_array_unref);
  g_clear_pointer (&highlight->edges, g_array_unref);
}

static gboolean
is_within (const TlScene *scene,
           int            node,
           int            ancestor)
{
  while (node >= 0 && node != ancestor)
    node = tl_scene_get_node (scene, (guint) node)->parent;

  return node >= 0;
}

/* Marks a node and what is in it: a panel that is painted again covers its content. */
static void
mark (const TlScene *scene,
      guint8        *marks,
      int            node,
      guint8         with)
{
  guint n = tl_scene_get_n_nodes (scene);

  g_return_if_fail (node < (int) n);

  if (node < 0 || marks[node] != 0)
    return;

  marks[node] = with;
  for (guint i = (guint) node + 1; i < n; i++)
    {
      int parent = tl_scene_get_node (scene, i)->parent;

      if (parent >= node && marks[i] == 0 && marks[parent] == with && is_within (scene, parent, node))
        marks[i] = with;
    }
}

static void
add_edges (const TlScene *scene,
           guint          node,
           GHashTable    *seen,
           GArray        *edges)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  tl_scene_list_edges (scene, node, found);
  for (guint i = 0; i < found->len && edges->len <= MANY; i++)
    {
      guint32 edge = g_array_index (found, guint32, i);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (edge)))
        g_array_append_val (edges, edge);
    }
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return (one > other) - (one < other);
}

/* Marks what is connected to the marked nodes without a line. */
static void
mark_linked (const TlScene *scene,
             guint8        *marks,
             guint          n)
{
  g_autoptr (GArray) linked = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++)
    if (marks[i] == 1)
      tl_scene_list_links (scene, i, linked);
  for (guint i = 0; i < linked->len; i++)
    mark (scene, marks, (int) g_array_index (linked, guint32, i), 2);
}

static void
build_highlight (const TlScene *scene,
                 int            node,
                 TlHighlight   *highlight)
{
  guint n = tl_scene_get_n_nodes (scene);
  g_autofree guint8 *marks = g_new0 (guint8, n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  tl_canvas_clear_highlight (highlight);
  highlight->node = node;
  highlight->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  highlight->edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  mark (scene, marks, node, 1);
  for (guint i = 0; i < n; i++)
    if (marks[i] == 1)
      add_edges (scene, i, seen, highlight->edges);
  g_array_sort (highlight->edges, compare_indices);

  for (guint i = 0; i < highlight->edges->len; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, g_array_index (highlight->edges, guint32, i));

      /* A panel that holds the node is where it is, not what it is connected to. */
      if (edge->from >= 0 && !is_within (scene, node, edge->from))
        mark (scene, marks, edge->from, 2);
      if (edge->to >= 0 && !is_within (scene, node, edge->to))
        mark (scene, marks, edge->to, 2);
    }

  mark_linked (scene, marks, n);

  for (guint32 i = 0; i < n && highlight->nodes->len <= MANY; i++)
    {
      highlight->connected |= marks[i] == 2;
      if (marks[i] != 0)
        g_array_append_val (highlight->nodes, i);
    }
}

void
tl_canvas_update_highlights (TlCanvas *self)
{
  if (self->scene == NULL)
    return;

  /* The last hovered node stays while it fades. */
  if (self->hovered >= 0 && self->hover.node != self->hovered)
    build_highlight (self->scene, self->hovered, &self->hover);

  if (self->selected < 0 || tl_selection_get_size (&self->selection) > 1)
    tl_canvas_clear_highlight (&self->primary);
  else if (self->primary.node != self->selected)
    build_highlight (self->scene, self->selected, &self->primary);
}

gboolean
tl_canvas_fade (TlCanvas *self,
                gint64    now)
{
  /* What stands for itself is no reason to dim all the rest, and who works on a
   * node wants to see what is around it. */
  double goal = self->hovered >= 0 && self->hover.connected && !self->editable ? 1 : 0;
  double step = self->dim_time > 0 ? (double) (now - self->dim_time) / FADE_TIME : 0;

  if (self->dim == goal)
    {
      self->dim_time = 0;
      return FALSE;
    }

  self->dim_time = now;
  if (!tl_canvas_may_animate (self))
    step = 1;
  self->dim = goal > self->dim ? MIN (self->dim + step, 1) : MAX (self->dim - step, 0);
  if (self->dim == 0 && goal == 0)
    tl_canvas_clear_highlight (&self->hover);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/* Without what is not painted at this scale. @with_nodes: not only lines and what is written at them. */
static void
paint_highlight (TlCanvas          *self,
                 cairo_t           *cr,
                 const TlHighlight *highlight,
                 gboolean           with_nodes)
{
  guint limit = self->moving ? MANY_MOVING : MANY;
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) edges = NULL;

  if (highlight->nodes->len > limit || highlight->edges->len > limit)
    return;

  nodes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), highlight->nodes->len);
  edges = g_array_sized_new (FALSE, FALSE, sizeof (guint32), highlight->edges->len);
  for (guint i = 0; with_nodes && i < highlight->nodes->len; i++)
    {
      guint32 node = g_array_index (highlight->nodes, guint32, i);

      if (tl_scene_get_node (self->scene, node)->min_scale <= self->view.scale)
        g_array_append_val (nodes, node);
    }
  for (guint i = 0; i < highlight->edges->len; i++)
    {
      guint32 edge = g_array_index (highlight->edges, guint32, i);

      if (tl_scene_get_edge (self->scene, edge)->min_scale <= self->view.scale)
        g_array_append_val (edges, edge);
    }
  tl_painter_paint_some (self->painter, cr, self->scene, nodes, edges, self->view.scale);
}

cairo_t *
tl_canvas_begin_drawing (TlCanvas     *self,
                         GtkSnapshot  *snapshot,
                         const TlRect *area)
{
  double left = floor (MAX (area->x, 0)), top = floor (MAX (area->y, 0));
  double right = ceil (MIN (area->x + area->width, self->view.width));
  double bottom = ceil (MIN (area->y + area->height, self->view.height));

  if (!(right > left) || !(bottom > top))
    return NULL;

  return gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left),
                                                                   (float) (bottom - top)));
}

/* Nothing may be pending on the snapshot but a translation by whole pixels: with a
 * scale, GTK 4.8 appends Cairo drawings in the wrong place. */
cairo_t *
tl_canvas_begin_painting (TlCanvas    *self,
                          GtkSnapshot *snapshot)
{
  double device_scale = tl_device_scale_get (GTK_WIDGET (self));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width,
                                                                          (float) self->view.height));

  /* On the same device pixels as the picture beneath. */
  cairo_translate (cr, round (self->view.x * device_scale) / device_scale,
                   round (self->view.y * device_scale) / device_scale);
  cairo_scale (cr, self->view.scale, self->view.scale);

  return cr;
}

void
tl_canvas_draw_highlights (TlCanvas    *self,
                           GtkSnapshot *snapshot,
                           double       device_scale,
                           gboolean     textures)
{
  gboolean dim = self->hover.node >= 0 && self->dim > 0;
  gboolean hover = self->editable && self->hovered >= 0 && self->hover.node >= 0;
  const TlColor *color = &self->palette->canvas;
  cairo_t *cr;

  /* On top they would hide the tips of the arrows that come to what is worked on. */
  if (self->editable)
    tl_canvas_draw_rings (self, snapshot, device_scale, textures);
  if (dim || hover || self->primary.node >= 0)
    {
      cr = tl_canvas_begin_painting (self, snapshot);
      if (self->primary.node >= 0)
        paint_highlight (self, cr, &self->primary, TRUE);
      if (dim)
        {
          cairo_save (cr);
          cairo_identity_matrix (cr);
          cairo_set_source_rgba (cr, color->red, color->green, color->blue, VEIL * self->dim);
          cairo_paint (cr);
          cairo_restore (cr);
        }
      if (dim || hover)
        paint_highlight (self, cr, &self->hover, TRUE);
      cairo_destroy (cr);
    }
  if (!self->editable)
    tl_canvas_draw_rings (self, snapshot, device_scale, textures);
  if (!self->editable && self->primary.node >= 0)
    {
      /* How many there may be at the end of a line stands where the ring is. */
      cr = tl_canvas_begin_painting (self, snapshot);
      paint_highlight (self, cr, &self->primary, FALSE);
      cairo_destroy (cr);
    }
  tl_canvas_draw_focus (self, snapshot);
}
