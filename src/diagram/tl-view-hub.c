/* tl-view-hub.c: one thing in the middle, what it is connected to on both sides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-hub.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"

#define SLOT       18.0 /* between lines that end at one side: room for a multiplicity */
#define TRACK       8.0 /* between lines along the gutter */
#define LABEL_ROOM 32.0 /* at either end of a gutter */
#define BESIDE     20.0 /* from the middle's items to a line that goes past one of them */
#define NEXT       48.0 /* items no farther apart than this stand next to each other */

typedef struct
{
  const TlComponent *component; /* NULL: the component is not known */
  TlFlow            *box;
  GHashTable        *rows;      /* data object → TlFlow */
  guint              weight;    /* rows it shows */
  int                order;     /* along the value chain */
  gboolean           is_right;
} Guest;

typedef struct
{
  TlFlow   *own;
  TlFlow   *other;
  Guest    *guest;
  TlEdge    edge;
  gboolean  is_out;  /* the edge starts in the middle */
  double    own_y;
  double    other_y;
} Link;

typedef struct
{
  TlFlow *from;
  TlFlow *to;
  TlEdge  edge;
} Inner;

struct _TlViewHub
{
  TlViewBuild *build;
  TlFlow      *page;
  TlFlow      *left;
  TlFlow      *middle;
  TlFlow      *right;
  GPtrArray   *guests; /* of Guest */
  GArray      *links;  /* of Link */
  GArray      *inner;  /* of Inner */
};

static void
guest_free (gpointer data)
{
  Guest *guest = data;

  g_hash_table_unref (guest->rows);
  g_free (guest);
}

TlViewHub *
tl_view_hub_new (TlViewBuild *build,
                 TlFlow      *middle)
{
  TlViewHub *self = g_new0 (TlViewHub, 1);

  self->build = build;
  self->page = tl_flow_new_row (0);
  self->left = tl_flow_add (self->page, tl_flow_new_column (TL_FLOW_APART));
  self->middle = tl_flow_add (self->page, middle);
  self->right = tl_flow_add (self->page, tl_flow_new_column (TL_FLOW_APART));
  self->guests = g_ptr_array_new_with_free_func (guest_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->inner = g_array_new (FALSE, FALSE, sizeof (Inner));
  tl_flow_set_align (self->left, -1, 0.5);
  tl_flow_set_align (self->middle, -1, 0.5);
  tl_flow_set_align (self->right, -1, 0.5);

  return self;
}

void
tl_view_hub_free (TlViewHub *self)
{
  if (self == NULL)
    return;

  tl_flow_free (self->page);
  g_ptr_array_unref (self->guests);
  g_array_unref (self->links);
  g_array_unref (self->inner);
  g_free (self);
}

/* Components in the order of their edition, which is that of the value chain. */
static int
get_order (TlViewBuild       *build,
           const TlComponent *component)
{
  const TlComponent *const *components = tl_edition_get_components (build->edition);

  for (int i = 0; components[i] != NULL; i++)
    if (components[i] == component)
      return i;

  return -1;
}

static Guest *
get_guest (TlViewHub         *self,
           const TlComponent *component)
{
  Guest *guest;
  TlNode node;

  for (guint i = 0; i < self->guests->len; i++)
    {
      guest = g_ptr_array_index (self->guests, i);
      if (guest->component == component)
        return guest;
    }

  guest = g_new0 (Guest, 1);
  guest->component = component;
  guest->rows = g_hash_table_new (NULL, NULL);
  guest->order = get_order (self->build, component);
  guest->weight = 2; /* the head */
  guest->box = tl_flow_new_column (0);
  if (component != NULL)
    {
      node = tl_view_node_guest (self->build, component, TL_SHAPE_HEADED);
    }
  else
    {
      node = tl_view_node_text (TL_SHAPE_HEADED, C_("data objects", "Owner not known"));
      node.role = TL_ROLE_GUEST;
      node.flags |= TL_NODE_MISSING;
    }
  tl_flow_set_node (guest->box, &node);
  /* Rows reach the sides, where the lines end. */
  tl_flow_set_padding (guest->box, -1, 0, TL_FLOW_GRID, 0);
  g_ptr_array_add (self->guests, guest);

  return guest;
}

static TlFlow *
get_row (TlViewHub          *self,
         Guest              *guest,
         const TlDataObject *object)
{
  TlFlow *row = g_hash_table_lookup (guest->rows, object);
  TlNode node;

  if (row != NULL)
    return row;

  node = tl_view_node_object (self->build, object, TL_SHAPE_ROW);
  if (!tl_view_is_backbone (object))
    node.role = TL_ROLE_GUEST;
  row = tl_flow_add (guest->box, tl_flow_new_leaf (&node));
  g_hash_table_insert (guest->rows, (gpointer) object, row);
  guest->weight++;

  return row;
}

void
tl_view_hub_add_relation (TlViewHub              *self,
                          TlFlow                 *own,
                          const TlDataObject     *object,
                          const TlObjectRelation *relation)
{
  const TlDataObject *other = relation->from == object ? relation->to : relation->from;
  Guest *guest = get_guest (self, other->component);
  Link link = {
    .own = own,
    .other = get_row (self, guest, other),
    .guest = guest,
    .is_out = relation->from == object,
    .edge = {
      .role = relation->is_backbone ? tl_view_object_role (object) : TL_ROLE_RELATION,
      .label = relation->name,
      .from_label = relation->from_multiplicity,
      .to_label = relation->to_multiplicity,
    },
  };

  g_array_append_val (self->links, link);
}

void
tl_view_hub_add_flow (TlViewHub         *self,
                      TlFlow            *own,
                      const TlComponent *component,
                      gboolean           is_in)
{
  Guest *guest = get_guest (self, component);
  Link link = {
    .own = own,
    .other = guest->box,
    .guest = guest,
    .is_out = !is_in,
    .edge = { .role = TL_ROLE_FLOW, .flags = TL_EDGE_ARROW },
  };

  g_array_append_val (self->links, link);
}

void
tl_view_hub_add_inner (TlViewHub              *self,
                       TlFlow                 *from,
                       TlFlow                 *to,
                       const TlObjectRelation *relation)
{
  Inner inner = {
    .from = from,
    .to = to,
    .edge = {
      .role = relation->is_backbone ? tl_view_object_role (relation->from) : TL_ROLE_RELATION,
      .from_label = relation->from_multiplicity,
      .to_label = relation->to_multiplicity,
    },
  };

  g_array_append_val (self->inner, inner);
}

static int
compare_guests (gconstpointer a,
                gconstpointer b)
{
  const Guest *one = *(const Guest *const *) a, *other = *(const Guest *const *) b;

  return one->order - other->order;
}

/* The first half of the value chain's order to the left, so that both sides are
 * about as high. */
static void
share_sides (TlViewHub *self)
{
  guint all = 0, left = 0;

  g_ptr_array_sort (self->guests, compare_guests);
  for (guint i = 0; i < self->guests->len; i++)
    all += ((Guest *) g_ptr_array_index (self->guests, i))->weight;
  for (guint i = 0; i < self->guests->len; i++)
    {
      Guest *guest = g_ptr_array_index (self->guests, i);

      guest->is_right = left + guest->weight / 2 >= all / 2 && self->guests->len > 1;
      left += guest->weight;
      tl_flow_add (guest->is_right ? self->right : self->left, guest->box);
    }
}

/* Every item is high enough for the lines that end at one of its sides. */
static void
make_room (TlViewHub *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);
      guint n[2] = { 0, 0 }, n_other = 0;

      for (guint j = 0; j < self->links->len; j++)
        {
          const Link *other = &g_array_index (self->links, Link, j);

          n[other->guest->is_right] += other->own == link->own;
          n_other += other->other == link->other;
        }
      tl_flow_set_minimum (link->own, 0, SLOT * (MAX (n[0], n[1]) + 1));
      if (link->other != link->guest->box)
        tl_flow_set_minimum (link->other, 0, n_other > 1 ? SLOT * (n_other + 1) : 0);
    }
}

/* Where lines may end: a guest's head for its flows, else the whole side. */
static TlRect
get_side (TlViewHub  *self,
          const Link *link,
          gboolean    own)
{
  TlRect bounds = *tl_flow_get_bounds (own ? link->own : link->other);

  if (!own && link->other == link->guest->box)
    bounds.height = MIN (bounds.height, tl_text_measure_line_height (self->build->text, TL_TEXT_STRONG) * 2);
  return bounds;
}

static double
get_middle (TlViewHub  *self,
            const Link *link,
            gboolean    own)
{
  TlRect side = get_side (self, link, own);

  return side.y + side.height / 2;
}

/* Lines that end at the same side stand there in the order of their other ends. */
static double
find_slot (TlViewHub *self,
           guint      number,
           gboolean   own)
{
  const Link *link = &g_array_index (self->links, Link, number);
  double away = get_middle (self, link, !own);
  TlRect side = get_side (self, link, own);
  guint n = 0, before = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *other = &g_array_index (self->links, Link, i);
      double other_away;

      if ((own ? other->own != link->own : other->other != link->other)
          || other->guest->is_right != link->guest->is_right)
        continue;
      n++;
      other_away = get_middle (self, other, !own);
      before += other_away < away || (other_away == away && i < number);
    }

  return round (side.y + side.height * (before + 1) / (n + 1));
}

static guint
assign_tracks (TlViewHub *self,
               gboolean   is_right,
               guint     *tracks)
{
  g_autoptr(GArray) lanes = g_array_new (FALSE, FALSE, sizeof (TlRouteLane));
  guint n_tracks;

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);
      TlRouteLane lane = { is_right ? link->own_y : link->other_y, is_right ? link->other_y : link->own_y, 0 };

      if (link->guest->is_right == is_right)
        g_array_append_val (lanes, lane);
    }

  n_tracks = tl_route_assign_lanes ((TlRouteLane *) (void *) lanes->data, lanes->len);
  for (guint i = 0, at = 0; i < self->links->len; i++)
    if (g_array_index (self->links, Link, i).guest->is_right == is_right)
      tracks[i] = g_array_index (lanes, TlRouteLane, at++).track;

  return n_tracks;
}

static double
get_gutter (guint n_tracks)
{
  return n_tracks > 0 ? 2 * LABEL_ROOM + TRACK * (n_tracks - 1) : 0;
}

static void
add_link (TlViewHub  *self,
          const Link *link,
          guint       track)
{
  gboolean is_right = link->guest->is_right;
  const TlRect *own = tl_flow_get_bounds (link->own), *other = tl_flow_get_bounds (link->guest->box);
  const TlRect *middle = tl_flow_get_bounds (self->middle);
  const TlRect *row = tl_flow_get_bounds (link->other);
  double gutter = is_right ? middle->x + middle->width : other->x + other->width;
  double x = gutter + LABEL_ROOM + TRACK * track;
  TlPoint a = { is_right ? own->x + own->width : own->x, link->own_y };
  TlPoint b = { is_right ? row->x : row->x + row->width, link->other_y };
  TlPoint points[4] = { a };
  TlEdge edge = link->edge;
  guint n = 1;

  if (fabs (a.y - b.y) > 0.5)
    {
      points[n++] = (TlPoint) { x, a.y };
      points[n++] = (TlPoint) { x, b.y };
    }
  points[n++] = b;

  edge.from = tl_flow_get_index (link->is_out ? link->own : link->other);
  edge.to = tl_flow_get_index (link->is_out ? link->other : link->own);
  for (guint i = 0; !link->is_out && i < n / 2; i++)
    {
      TlPoint first = points[i];

      points[i] = points[n - 1 - i];
      points[n - 1 - i] = first;
    }
  tl_scene_builder_edge (self->build->scene, &edge, points, n);
}

/* Straight down to the next one; past others at the right, inside the border. */
static void
add_inner (TlViewHub   *self,
           const Inner *inner,
           guint        number)
{
  const TlRect *from = tl_flow_get_bounds (inner->from), *to = tl_flow_get_bounds (inner->to);
  gboolean is_down = from->y < to->y;
  const TlRect *upper = is_down ? from : to, *lower = is_down ? to : from;
  gboolean is_next = lower->y - upper->y - upper->height <= NEXT;
  double x = is_next ? upper->x + SLOT * 2 * (number + 1) : upper->x + upper->width + BESIDE;
  TlPoint points[4];
  TlEdge edge = inner->edge;
  guint n = 0;

  if (is_next)
    {
      points[n++] = (TlPoint) { x, upper->y + upper->height };
      points[n++] = (TlPoint) { x, lower->y };
    }
  else
    {
      points[n++] = (TlPoint) { upper->x + upper->width, upper->y + upper->height - SLOT };
      points[n++] = (TlPoint) { x, points[0].y };
      points[n++] = (TlPoint) { x, lower->y + SLOT };
      points[n++] = (TlPoint) { upper->x + upper->width, points[2].y };
    }

  edge.from = tl_flow_get_index (is_down ? inner->from : inner->to);
  edge.to = tl_flow_get_index (is_down ? inner->to : inner->from);
  if (!is_down)
    {
      edge.from_label = inner->edge.to_label;
      edge.to_label = inner->edge.from_label;
    }
  tl_scene_builder_edge (self->build->scene, &edge, points, n);
}

void
tl_view_hub_lay_out (TlViewHub *self)
{
  g_autofree guint *tracks = g_new0 (guint, self->links->len + 1);
  double left, right;

  share_sides (self);
  make_room (self);
  tl_flow_measure (self->page, self->build->text);
  tl_flow_place (self->page, 0, 0, tl_flow_get_width (self->page), tl_flow_get_height (self->page));

  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = &g_array_index (self->links, Link, i);

      link->own_y = find_slot (self, i, TRUE);
      link->other_y = find_slot (self, i, FALSE);
      /* Nearly straight is straight. */
      if (fabs (link->own_y - link->other_y) < SLOT / 3)
        link->own_y = link->other_y;
    }
  left = get_gutter (assign_tracks (self, FALSE, tracks));
  right = get_gutter (assign_tracks (self, TRUE, tracks));
  tl_flow_move (self->middle, left, 0);
  tl_flow_move (self->right, left + right, 0);

  tl_flow_emit (self->page, self->build->scene, -1);
  for (guint i = 0; i < self->links->len; i++)
    add_link (self, &g_array_index (self->links, Link, i), tracks[i]);
  for (guint i = 0; i < self->inner->len; i++)
    add_inner (self, &g_array_index (self->inner, Inner, i), i);
}
