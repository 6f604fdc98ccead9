/* tl-room.c: where in their parents nodes may stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-room.h"

#include "diagram/tl-shape.h"

struct _TlRoom
{
  TlScene       *scene;
  TlTextMeasure *measure;
  GHashTable    *origins; /* index of a parent → TlPoint */
};

TlRoom *
tl_room_new (TlScene                    *scene,
             const PangoFontDescription *font)
{
  TlRoom *self = g_new0 (TlRoom, 1);

  self->scene = tl_scene_ref (scene);
  self->measure = tl_text_measure_new (font);
  self->origins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
tl_room_free (TlRoom *self)
{
  tl_scene_unref (self->scene);
  tl_text_measure_free (self->measure);
  g_hash_table_unref (self->origins);
  g_free (self);
}

gboolean
tl_room_get_origin (TlRoom  *self,
                    guint    node,
                    TlPoint *origin)
{
  int parent = tl_scene_get_node (self->scene, node)->parent;
  TlPoint *known;

  if (parent < 0)
    return FALSE;

  known = g_hash_table_lookup (self->origins, GINT_TO_POINTER (parent));
  if (known == NULL)
    {
      const TlNode *found = tl_scene_get_node (self->scene, (guint) parent);
      TlRect content = found->shape == TL_SHAPE_NONE ? found->bounds : tl_shape_get_content (self->measure, found);

      known = g_new (TlPoint, 1);
      *known = (TlPoint) { tl_scene_is_mirrored (self->scene) ? content.x + content.width : content.x, content.y };
      g_hash_table_insert (self->origins, GINT_TO_POINTER (parent), known);
    }
  *origin = *known;
  return TRUE;
}
