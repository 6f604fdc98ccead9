/* tl-view-backbone.c: the line that runs through a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-backbone.h"

#include <math.h>

#include "diagram/tl-shape.h"

TlPoint
tl_view_get_centre (TlViewBuild *self,
                    int          node)
{
  TlRect circle = tl_shape_get_circle (tl_scene_builder_edit (self->scene, node));

  return (TlPoint) { circle.x + circle.width / 2, circle.y + circle.height / 2 };
}

static void
add_end (TlViewBuild *self,
         int          node,
         double       x,
         TlRole       role,
         gboolean     is_start)
{
  TlPoint centre = tl_view_get_centre (self, node);
  TlPoint away = { x, centre.y };
  TlPoint points[2] = { is_start ? away : centre, is_start ? centre : away };
  TlEdge edge = {
    .from = is_start ? -1 : node,
    .to = is_start ? node : -1,
    .role = role,
    .flags = TL_EDGE_FRONT | (is_start ? 0 : TL_EDGE_ARROW),
  };

  tl_scene_builder_edge (self->scene, &edge, points, 2);
}

static void
add_step (TlViewBuild        *self,
          const TlDataObject *from,
          const TlDataObject *to,
          int                 from_node,
          int                 to_node,
          gboolean            multiplicities)
{
  TlPoint a = tl_view_get_centre (self, from_node);
  TlPoint b = tl_view_get_centre (self, to_node);
  TlPoint points[4] = { a };
  guint n = 1;
  gboolean swapped;
  TlEdge edge = {
    .from = from_node,
    .to = to_node,
    .role = tl_view_object_role (from),
    .flags = TL_EDGE_FRONT,
  };
  const TlObjectRelation *relation = tl_view_find_relation (from, to, &swapped);

  if (multiplicities && relation != NULL)
    {
      edge.from_label = swapped ? relation->to_multiplicity : relation->from_multiplicity;
      edge.to_label = swapped ? relation->from_multiplicity : relation->to_multiplicity;
    }

  if (fabs (a.y - b.y) > 0.5)
    {
      double middle = round ((a.x + b.x) / 2);

      points[n++] = (TlPoint) { middle, a.y };
      points[n++] = (TlPoint) { middle, b.y };
    }
  points[n++] = b;
  tl_scene_builder_edge (self->scene, &edge, points, n);
}

void
tl_view_add_backbone (TlViewBuild *self,
                      GPtrArray   *objects,
                      const int   *nodes,
                      double       start,
                      double       end,
                      gboolean     multiplicities)
{
  TlRole role;

  if (objects->len == 0)
    return;

  role = tl_view_object_role (g_ptr_array_index (objects, 0));
  if (!isnan (start))
    add_end (self, nodes[0], start, role, TRUE);
  for (guint i = 0; i + 1 < objects->len; i++)
    add_step (self, g_ptr_array_index (objects, i), g_ptr_array_index (objects, i + 1),
              nodes[i], nodes[i + 1], multiplicities);
  if (!isnan (end))
    add_end (self, nodes[objects->len - 1], end, role, FALSE);
}
