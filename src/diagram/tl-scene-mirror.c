/* tl-scene-mirror.c: scenes that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-scene-private.h"

/* Layouts, routes and what is stored know one direction only: a scene is laid out from
 * left to right, and mirrored once, when it is whole. The axis is x = 0, where places
 * begin: what is at the beginning stays where it is when something is added at the end. */

static int default_mirrored; /* atomic */

void
tl_scene_set_default_mirrored (gboolean mirrored)
{
  g_atomic_int_set (&default_mirrored, mirrored);
}

gboolean
tl_scene_get_default_mirrored (void)
{
  return g_atomic_int_get (&default_mirrored);
}

gboolean
tl_scene_is_mirrored (const TlScene *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mirrored;
}

void
tl_scene_mirror (TlScene *self)
{
  self->mirrored = !self->mirrored;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      TlNode *node = &self->nodes[i];

      node->bounds = tl_rect_mirror (&node->bounds, 0);
      node->flags ^= TL_NODE_MIRRORED;
    }
  for (guint i = 0; i < self->n_points; i++)
    self->points[i].x = -self->points[i].x;
}
