/* tl-view-network.c: the value streams of 3.0 and the flows between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-box.h"

/* The stream that has to do with most others spans the top. The others stand
 * beneath it side by side, in order, so that
 *
 * - a flow from or to the top is straight down or up,
 * - a flow to the next one is straight across,
 * - any other one goes round beneath, on a track of its own.
 */

#define UP_AND_DOWN 64.0 /* between the top and the others */
#define ACROSS      48.0 /* between the others */
#define PAIR        24.0 /* between the two lines of flows both ways */
#define TRACK       16.0 /* between the tracks beneath */

typedef struct
{
  TlViewBuild          *build;
  const TlStream       *hub;
  GPtrArray            *streams; /* of TlStream: the others */
  GPtrArray            *items;   /* of TlFlow, as the streams */
  GPtrArray            *boxes;   /* of TlFlow: their stages */
  TlFlow               *hub_item;
  GPtrArray            *around;  /* of TlStreamFlow: those that go beneath */
} Network;

static guint
count_flows (const TlStream *stream)
{
  guint n = 0;

  while (stream->flows_out[n] != NULL)
    n++;
  for (guint i = 0; stream->flows_in[i] != NULL; i++)
    n++;
  return n;
}

static TlFlow *
make_stream (Network        *self,
             const TlStream *stream,
             gboolean        is_hub)
{
  TlNode node = tl_view_node_place (self->build, &stream->concept, TL_SHAPE_CHEVRON);
  TlFlow *item = tl_flow_new_column (TL_FLOW_NEAR);
  TlFlow *stages;
  guint n = 0;

  if (is_hub)
    node.flags |= TL_NODE_FLAT_START;
  tl_flow_set_node (item, &node);
  while (stream->stages[n] != NULL)
    n++;
  stages = tl_flow_add (item, tl_flow_new_grid (is_hub ? n : 1, TL_FLOW_NEAR));
  for (guint i = 0; i < n; i++)
    {
      TlNode stage = tl_view_node_stage (self->build, stream->stages[i], TL_SHAPE_BOX);
      TlFlow *box;

      stage.badge = tl_view_build_format (self->build, "%u", stream->stages[i]->order);
      box = tl_flow_add (stages, tl_flow_new_leaf (&stage));
      if (!is_hub)
        g_ptr_array_add (self->boxes, box);
    }

  return item;
}

static void
make_streams (Network *self,
              TlFlow  *page)
{
  const TlStream *const *streams = tl_edition_get_streams (self->build->edition);
  TlFlow *row;

  for (guint i = 0; streams[i] != NULL; i++)
    if (self->hub == NULL || count_flows (streams[i]) > count_flows (self->hub))
      self->hub = streams[i];

  self->hub_item = tl_flow_add (page, make_stream (self, self->hub, TRUE));
  row = tl_flow_add (page, tl_flow_new_row (ACROSS));
  for (guint i = 0; streams[i] != NULL; i++)
    if (streams[i] != self->hub)
      {
        TlFlow *item = tl_flow_add (row, make_stream (self, streams[i], FALSE));

        tl_flow_set_grow (item, TRUE);
        g_ptr_array_add (self->streams, (gpointer) streams[i]);
        g_ptr_array_add (self->items, item);
      }
}

static TlFlow *
get_item (Network        *self,
          const TlStream *stream)
{
  guint position;

  if (stream == self->hub)
    return self->hub_item;
  return g_ptr_array_find (self->streams, stream, &position) ? g_ptr_array_index (self->items, position) : NULL;
}

static void
add_edge (Network            *self,
          const TlStreamFlow *flow,
          const TlPoint      *points,
          guint               n_points)
{
  TlEdge edge = {
    .from = tl_flow_get_index (get_item (self, flow->from)),
    .to = tl_flow_get_index (get_item (self, flow->to)),
    .role = TL_ROLE_FLOW,
    .flags = TL_EDGE_ARROW,
  };

  tl_scene_builder_edge (self->build->scene, &edge, points, n_points);
}

/* Down at the left of the middle, up at the right of it. */
static void
add_vertical (Network            *self,
              const TlStreamFlow *flow)
{
  gboolean is_down = flow->from == self->hub;
  const TlRect *hub = tl_flow_get_bounds (self->hub_item);
  const TlRect *other = tl_flow_get_bounds (get_item (self, is_down ? flow->to : flow->from));
  double middle = other->x + (other->width - tl_shape_get_chevron_depth (other)) / 2;
  double x = round (middle + (is_down ? -PAIR : PAIR) / 2);
  TlPoint points[2] = { { x, hub->y + hub->height }, { x, other->y } };

  if (!is_down)
    {
      TlPoint first = points[0];

      points[0] = points[1];
      points[1] = first;
    }
  add_edge (self, flow, points, 2);
}

/* From the point of one chevron to the bottom of the next one's notch, or back
 * a little beneath it. */
static void
add_across (Network            *self,
            const TlStreamFlow *flow,
            gboolean            is_back)
{
  const TlRect *from = tl_flow_get_bounds (get_item (self, flow->from));
  const TlRect *to = tl_flow_get_bounds (get_item (self, flow->to));
  const TlRect *left = is_back ? to : from, *right = is_back ? from : to;
  double depth = tl_shape_get_chevron_depth (left);
  double y = from->y + from->height / 2 + (is_back ? PAIR : 0);
  double slant = depth * fabs (y - from->y - from->height / 2) / (from->height / 2);
  TlPoint points[2] = {
    { left->x + left->width - slant, y }, { right->x + depth - slant, y },
  };

  if (is_back)
    {
      TlPoint first = points[0];

      points[0] = points[1];
      points[1] = first;
    }
  add_edge (self, flow, points, 2);
}

/* Beneath, each on its own track; shorter ones are nearer, and each has its own
 * place at the bottom of a stream. */
static void
add_around (Network            *self,
            const TlStreamFlow *flow,
            guint               track,
            guint               n_tracks)
{
  const TlRect *from = tl_flow_get_bounds (get_item (self, flow->from));
  const TlRect *to = tl_flow_get_bounds (get_item (self, flow->to));
  double depth = tl_shape_get_chevron_depth (from);
  double bottom = from->y + from->height;
  double y = bottom + TRACK * (track + 1);
  double share = (double) (track + 1) / (n_tracks + 1);
  double out = round (from->x + (from->width - depth) * (0.5 + share / 2));
  double in = round (to->x + (to->width - depth) * (0.5 - share / 2));
  TlPoint points[] = { { out, bottom }, { out, y }, { in, y }, { in, bottom } };

  add_edge (self, flow, points, G_N_ELEMENTS (points));
}

static guint
get_distance (Network            *self,
              const TlStreamFlow *flow)
{
  guint from = 0, to = 0;

  g_ptr_array_find (self->streams, flow->from, &from);
  g_ptr_array_find (self->streams, flow->to, &to);
  return from > to ? from - to : to - from;
}

static int
compare_distances (gconstpointer a,
                   gconstpointer b,
                   gpointer      self)
{
  guint one = get_distance (self, *(const TlStreamFlow *const *) a);
  guint other = get_distance (self, *(const TlStreamFlow *const *) b);

  return (one > other) - (one < other);
}

static void
add_flows (Network *self)
{
  const TlStreamFlow *const *flows = tl_edition_get_stream_flows (self->build->edition);

  for (guint i = 0; flows[i] != NULL; i++)
    {
      guint from = 0, to = 0;

      if (flows[i]->from == self->hub || flows[i]->to == self->hub)
        {
          add_vertical (self, flows[i]);
          continue;
        }
      g_ptr_array_find (self->streams, flows[i]->from, &from);
      g_ptr_array_find (self->streams, flows[i]->to, &to);
      if (from + 1 == to || to + 1 == from)
        add_across (self, flows[i], to < from);
      else
        g_ptr_array_add (self->around, (gpointer) flows[i]);
    }

  g_ptr_array_sort_with_data (self->around, compare_distances, self);
  for (guint i = 0; i < self->around->len; i++)
    add_around (self, g_ptr_array_index (self->around, i), i, self->around->len);
}

void
tl_view_build_network (TlViewBuild *self)
{
  g_autoptr(TlFlow) page = tl_flow_new_column (UP_AND_DOWN);
  Network network = {
    .build = self,
    .streams = g_ptr_array_new (),
    .items = g_ptr_array_new (),
    .boxes = g_ptr_array_new (),
    .around = g_ptr_array_new (),
  };

  make_streams (&network, page);
  tl_view_equalize (self, network.boxes);
  tl_flow_measure (page, self->text);
  tl_flow_place (page, 0, 0, tl_flow_get_width (page), tl_flow_get_height (page));
  tl_flow_emit (page, self->scene, -1);
  add_flows (&network);

  g_ptr_array_unref (network.streams);
  g_ptr_array_unref (network.items);
  g_ptr_array_unref (network.boxes);
  g_ptr_array_unref (network.around);
}
