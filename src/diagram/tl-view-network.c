/* tl-view-network.c: the value streams of 3.0 and the flows between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-box.h"

/* The stream that has to do with most others, the hub, spans the whole. The
 * others stand beneath it side by side, in order; or the first half of them above
 * it and the second beneath, so that
 *
 * - a flow from or to the hub is straight down or up,
 * - a flow to the next one in the row is straight across,
 * - any other one goes round outside, on a track of its own: above the row above,
 *   beneath the row beneath, and past the nearer side from one to the other.
 */

#define UP_AND_DOWN 64.0 /* between the hub and the others */
#define NEARER      40.0 /* where they are on both sides of it */
#define ACROSS      48.0 /* between the others */
#define PAIR        24.0 /* between the two lines of flows both ways */
#define TRACK       16.0 /* between the tracks outside */

typedef struct
{
  TlViewBuild          *build;
  const TlStream       *hub;
  GPtrArray            *streams; /* of TlStream: the others */
  GPtrArray            *items;   /* of TlFlow, as the streams */
  GPtrArray            *boxes;   /* of TlFlow: their stages */
  TlFlow               *hub_item;
  TlFlow               *page;
  GPtrArray            *around;  /* of TlStreamFlow: those that go round outside */
  guint                 n_above; /* streams above the hub */
} Network;

/* Where a stream stands: its row, and its place in it. */
typedef struct
{
  gboolean is_above;
  guint    column;
  guint    n_columns;
} Place;

static Place
get_place (Network        *self,
           const TlStream *stream)
{
  guint position = 0;

  g_ptr_array_find (self->streams, stream, &position);
  if (position < self->n_above)
    return (Place) { TRUE, position, self->n_above };
  return (Place) { FALSE, position - self->n_above, self->streams->len - self->n_above };
}

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

      box = tl_flow_add (stages, tl_flow_new_leaf (&stage));
      if (!is_hub)
        g_ptr_array_add (self->boxes, box);
    }

  return item;
}

static void
add_row (Network *self,
         guint    first,
         guint    end)
{
  TlFlow *row;

  if (first >= end)
    return;

  row = tl_flow_add (self->page, tl_flow_new_row (ACROSS));
  for (guint i = first; i < end; i++)
    {
      TlFlow *item = tl_flow_add (row, make_stream (self, g_ptr_array_index (self->streams, i), FALSE));

      tl_flow_set_grow (item, TRUE);
      g_ptr_array_add (self->items, item);
    }
}

static void
make_streams (Network *self)
{
  const TlStream *const *streams = tl_edition_get_streams (self->build->edition);

  for (guint i = 0; streams[i] != NULL; i++)
    if (self->hub == NULL || count_flows (streams[i]) > count_flows (self->hub))
      self->hub = streams[i];
  for (guint i = 0; streams[i] != NULL; i++)
    if (streams[i] != self->hub)
      g_ptr_array_add (self->streams, (gpointer) streams[i]);

  self->n_above = MIN (self->n_above, self->streams->len);
  add_row (self, 0, self->n_above);
  self->hub_item = tl_flow_add (self->page, make_stream (self, self->hub, TRUE));
  add_row (self, self->n_above, self->streams->len);
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
  const TlRect *from = tl_flow_get_bounds (get_item (self, flow->from));
  const TlRect *to = tl_flow_get_bounds (get_item (self, flow->to));
  const TlRect *other = flow->from == self->hub ? to : from;
  gboolean is_down = from->y < to->y;
  double middle = other->x + (other->width - tl_shape_get_chevron_depth (other)) / 2;
  double x = round (middle + (is_down ? -PAIR : PAIR) / 2);
  TlPoint points[2] = {
    { x, is_down ? from->y + from->height : from->y },
    { x, is_down ? to->y : to->y + to->height },
  };

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

/* Where a flow leaves or enters a stream from outside: right of the middle and
 * left of it, each track at its own place. */
static TlPoint
get_port (Network      *self,
          const TlRect *bounds,
          Place         place,
          double        share,
          gboolean      is_out)
{
  double width = bounds->width - tl_shape_get_chevron_depth (bounds);

  return (TlPoint) {
    round (bounds->x + width * (is_out ? 0.5 + share / 2 : 0.5 - share / 2)),
    place.is_above ? bounds->y : bounds->y + bounds->height,
  };
}

/* Outside the row, each on its own track; shorter ones are nearer. */
static void
add_around (Network            *self,
            const TlStreamFlow *flow,
            guint               track,
            double              share)
{
  Place from = get_place (self, flow->from), to = get_place (self, flow->to);
  TlPoint out = get_port (self, tl_flow_get_bounds (get_item (self, flow->from)), from, share, TRUE);
  TlPoint in = get_port (self, tl_flow_get_bounds (get_item (self, flow->to)), to, share, FALSE);
  double away = TRACK * (track + 1);
  double first = from.is_above ? out.y - away : out.y + away;
  double second = to.is_above ? in.y - away : in.y + away;
  TlPoint points[6] = { out, { out.x, first } };
  guint n = 2;

  if (from.is_above != to.is_above)
    {
      gboolean is_left = from.column + to.column + 1 < (from.n_columns + to.n_columns) / 2.0;
      double side = is_left ? -away : tl_flow_get_bounds (self->page)->width + away;

      points[n++] = (TlPoint) { side, first };
      points[n++] = (TlPoint) { side, second };
    }
  points[n++] = (TlPoint) { in.x, second };
  points[n++] = in;
  add_edge (self, flow, points, n);
}

/* How far round: past the side is farther than along a row. */
static guint
get_distance (Network            *self,
              const TlStreamFlow *flow)
{
  Place from = get_place (self, flow->from), to = get_place (self, flow->to);

  if (from.is_above != to.is_above)
    return self->streams->len;
  return from.column > to.column ? from.column - to.column : to.column - from.column;
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

/* Those that go round, the shortest first. */
static void
find_around (Network *self)
{
  const TlStreamFlow *const *flows = tl_edition_get_stream_flows (self->build->edition);

  for (guint i = 0; flows[i] != NULL; i++)
    if (flows[i]->from != self->hub && flows[i]->to != self->hub && get_distance (self, flows[i]) > 1)
      g_ptr_array_add (self->around, (gpointer) flows[i]);

  g_ptr_array_sort_with_data (self->around, compare_distances, self);
}

static void
add_flows (Network *self)
{
  const TlStreamFlow *const *flows = tl_edition_get_stream_flows (self->build->edition);

  for (guint i = 0; flows[i] != NULL; i++)
    if (flows[i]->from == self->hub || flows[i]->to == self->hub)
      add_vertical (self, flows[i]);
    else if (get_distance (self, flows[i]) == 1)
      add_across (self, flows[i], get_place (self, flows[i]->to).column < get_place (self, flows[i]->from).column);

  for (guint i = 0; i < self->around->len; i++)
    add_around (self, g_ptr_array_index (self->around, i), i, (double) (i + 1) / (self->around->len + 1));
}

static void
network_free (Network *self)
{
  g_ptr_array_unref (self->streams);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->around);
  tl_flow_free (self->page);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Network, network_free)

static void
place_page (Network *self)
{
  tl_flow_measure (self->page, self->build->text);
  tl_flow_place (self->page, 0, 0, tl_flow_get_width (self->page), tl_flow_get_height (self->page));
}

/* Everything in its place, but not in the scene yet. */
static Network *
network_new (TlViewBuild *build,
             guint        n_above)
{
  Network *self = g_new0 (Network, 1);

  self->build = build;
  self->streams = g_ptr_array_new ();
  self->items = g_ptr_array_new ();
  self->boxes = g_ptr_array_new ();
  self->around = g_ptr_array_new ();
  self->n_above = n_above;
  self->page = tl_flow_new_column (n_above > 0 ? NEARER : UP_AND_DOWN);

  make_streams (self);
  tl_view_equalize (build, self->boxes);
  place_page (self);
  /* Where the head of a stream made it wider, its stages need fewer lines. */
  for (guint i = 0; i < self->boxes->len; i++)
    tl_flow_set_minimum (self->boxes->pdata[i], tl_flow_get_bounds (self->boxes->pdata[i])->width, 0);
  place_page (self);
  find_around (self);

  return self;
}

/* The tracks have their room outside the page. */
static gboolean
try_rows (TlViewBuild *build,
          guint        n_above)
{
  g_autoptr(Network) network = network_new (build, n_above);
  double tracks = TRACK * network->around->len;

  return tl_view_build_try (build, tl_flow_get_width (network->page) + (n_above > 0 ? 2 * tracks : 0),
                            tl_flow_get_height (network->page) + (n_above > 0 ? 2 * tracks : tracks));
}

void
tl_view_build_network (TlViewBuild *self)
{
  guint n = 0, n_above = 0;
  g_autoptr(Network) network = NULL;

  while (tl_edition_get_streams (self->edition)[n] != NULL)
    n++;
  if (self->aspect > 0)
    {
      try_rows (self, 0);
      if (try_rows (self, n / 2))
        n_above = n / 2;
    }

  network = network_new (self, n_above);
  tl_flow_emit (network->page, self->scene, -1);
  add_flows (network);
}
