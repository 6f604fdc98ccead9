/* tl-blueprint-labels.c: what is written at the connectors of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-labels.h"

#include <math.h>

#include "diagram/tl-blueprint-room.h"
#include "diagram/tl-scene-index.h"
#include "diagram/tl-shape.h"

#define FROM_END   5.0 /* as the painter puts texts at the ends: from the end … */
#define FROM_LINE  4.0 /* … and from the line */
#define BETWEEN    8.0 /* two of them */
#define SLACK      1.0
#define AROUND     5.0 /* the text in the middle, that it does not touch a box */

struct _TlBlueprintLabels
{
  TlTextMeasure   *text;
  TlRouter        *router;
  GPtrArray       *paths;
  TlSceneIndex    *lines; /* pieces, owned by their paths */
  TlBlueprintRoom *texts;
  GArray          *found; /* scratch */
};

static const TlPoint *
get_points (const GArray *path)
{
  return (const TlPoint *) (const void *) path->data;
}

TlBlueprintLabels *
tl_blueprint_labels_new (TlTextMeasure *text,
                         TlRouter      *router,
                         GPtrArray     *paths)
{
  TlBlueprintLabels *self = g_new0 (TlBlueprintLabels, 1);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (TlRect));
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < paths->len; i++)
    {
      const GArray *path = g_ptr_array_index (paths, i);

      for (guint j = 0; j + 1 < path->len; j++)
        {
          const TlPoint *a = &get_points (path)[j], *b = a + 1;
          TlRect piece = { MIN (a->x, b->x), MIN (a->y, b->y), fabs (a->x - b->x), fabs (a->y - b->y) };

          g_array_append_val (rects, piece);
          g_array_append_val (owners, i);
        }
    }

  self->text = text;
  self->router = router;
  self->paths = paths;
  self->lines = tl_scene_index_new ((const TlRect *) (const void *) rects->data,
                                    (const guint32 *) (const void *) owners->data, rects->len);
  self->texts = tl_blueprint_room_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
tl_blueprint_labels_free (TlBlueprintLabels *self)
{
  if (self == NULL)
    return;

  tl_scene_index_free (self->lines);
  tl_blueprint_room_free (self->texts);
  g_array_unref (self->found);
  g_free (self);
}

/* Whether a text would lie on nothing but its own line. */
static gboolean
is_free (TlBlueprintLabels *self,
         guint              path,
         const TlRect      *area)
{
  TlRect wide = tl_rect_grow (area, SLACK);

  if (!tl_router_is_free (self->router, &wide) || !tl_blueprint_room_is_free (self->texts, area, BETWEEN))
    return FALSE;

  g_array_set_size (self->found, 0);
  tl_scene_index_query (self->lines, &wide, self->found);
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, guint32, i) != path)
      return FALSE;

  return TRUE;
}

/* In the middle of the piece where the painter puts it. */
static void
add_middle (TlBlueprintLabels *self,
            guint              number,
            const char        *label,
            TlEdge            *edge)
{
  const GArray *path = g_ptr_array_index (self->paths, number);
  const TlPoint *a, *b;
  double width, height;
  TlRect area, around;

  tl_text_measure_size (self->text, TL_TEXT_LABEL, label, -1, 1, &width, &height);
  a = &get_points (path)[tl_shape_find_label_piece (get_points (path), path->len, width)];
  b = a + 1;
  area = (TlRect) { (a->x + b->x - width) / 2, (a->y + b->y - height) / 2, width, height };
  around = tl_rect_grow (&area, AROUND);
  if (hypot (b->x - a->x, b->y - a->y) < (a->y == b->y ? width : height) + TL_SHAPE_LABEL_ROOM
      || !tl_router_is_free (self->router, &around) || !is_free (self, number, &area))
    return;

  edge->label = label;
  tl_blueprint_room_add (self->texts, &area);
}

static TlRect
measure_end (TlBlueprintLabels *self,
             const char        *label,
             const TlPoint     *end,
             const TlPoint     *inner)
{
  double width, height;

  tl_text_measure_size (self->text, TL_TEXT_LABEL, label, -1, 1, &width, &height);
  if (fabs (inner->x - end->x) >= fabs (inner->y - end->y))
    return (TlRect) { inner->x >= end->x ? end->x + FROM_END : end->x - FROM_END - width,
                      end->y - FROM_LINE - height, width, height };
  return (TlRect) { end->x + FROM_LINE, inner->y >= end->y ? end->y + 2 : end->y - 2 - height, width, height };
}

/* Both or none: one alone says the wrong thing. */
static void
add_ends (TlBlueprintLabels *self,
          guint              number,
          const char        *from,
          const char        *to,
          TlEdge            *edge)
{
  const GArray *path = g_ptr_array_index (self->paths, number);
  const TlPoint *points = get_points (path);
  TlRect start, end, wide;

  if (from == NULL || to == NULL)
    return;

  start = measure_end (self, from, &points[0], &points[1]);
  end = measure_end (self, to, &points[path->len - 1], &points[path->len - 2]);
  wide = tl_rect_grow (&start, BETWEEN);
  if (tl_rect_intersects (&wide, &end) || !is_free (self, number, &start) || !is_free (self, number, &end))
    return;

  edge->from_label = from;
  edge->to_label = to;
  tl_blueprint_room_add (self->texts, &start);
  tl_blueprint_room_add (self->texts, &end);
}

void
tl_blueprint_labels_add (TlBlueprintLabels *self,
                         guint              path,
                         const char        *label,
                         const char        *from,
                         const char        *to,
                         TlEdge            *edge)
{
  add_middle (self, path, label, edge);
  add_ends (self, path, from, to, edge);
}
