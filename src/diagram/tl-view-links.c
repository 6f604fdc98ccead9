/* tl-view-links.c: what is connected in a view that draws no relations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-private.h"

typedef struct
{
  TlSceneBuilder *scene;
  GHashTable     *seen; /* pairs that are linked */
} Links;

static void
link_nodes (Links *self,
            int    node,
            int    other)
{
  gint64 pair;
  gint64 *key;

  if (node < 0 || other < 0 || node == other)
    return;
  pair = (gint64) MIN (node, other) << 32 | MAX (node, other);
  if (g_hash_table_contains (self->seen, &pair))
    return;

  key = g_new (gint64, 1);
  *key = pair;
  g_hash_table_add (self->seen, key);
  tl_scene_builder_link (self->scene, node, other);
}

static int
find_component (Links             *self,
                const TlComponent *component)
{
  return component != NULL ? tl_scene_builder_find (self->scene, component->concept.key) : -1;
}

/* An object is there as a circle, or as the component that owns it, or as both. */
static void
link_objects (Links              *self,
              const TlDataObject *from,
              const TlDataObject *to)
{
  const int ends[2] = { tl_scene_builder_find (self->scene, from->concept.key),
                        find_component (self, from->component) };
  const int others[2] = { tl_scene_builder_find (self->scene, to->concept.key),
                          find_component (self, to->component) };

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      link_nodes (self, ends[i], others[j]);
}

void
tl_view_add_links (TlViewBuild *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const TlObjectRelation *const *relations = tl_edition_get_relations (self->edition);
  const TlComponentFlow *const *flows = tl_edition_get_component_flows (self->edition);
  const TlDataObject *const *objects = tl_edition_get_data_objects (self->edition);
  Links links = { self->scene, seen };

  for (guint i = 0; relations[i] != NULL; i++)
    link_objects (&links, relations[i]->from, relations[i]->to);
  for (guint i = 0; flows[i] != NULL; i++)
    link_nodes (&links, find_component (&links, flows[i]->from), find_component (&links, flows[i]->to));
  for (guint i = 0; objects[i] != NULL; i++)
    link_nodes (&links, tl_scene_builder_find (self->scene, objects[i]->concept.key),
                find_component (&links, objects[i]->component));
}
