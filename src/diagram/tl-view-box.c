/* tl-view-box.c: a component as a headed box with its data objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-box.h"

#include "diagram/tl-shape.h"

struct _TlViewPlaces
{
  GArray     *list;  /* of TlViewPlace, in the order they were made */
  GHashTable *index; /* data object → position + 1 */
  GPtrArray  *panels;
  GPtrArray  *blocks;
};

TlViewPlaces *
tl_view_places_new (void)
{
  TlViewPlaces *self = g_new0 (TlViewPlaces, 1);

  self->list = g_array_new (FALSE, FALSE, sizeof (TlViewPlace));
  self->index = g_hash_table_new (NULL, NULL);
  self->panels = g_ptr_array_new ();
  self->blocks = g_ptr_array_new ();
  return self;
}

void
tl_view_places_free (TlViewPlaces *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->list);
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
tl_view_places_add_panel (TlViewPlaces *self,
                          TlFlow       *panel)
{
  g_ptr_array_add (self->panels, panel);
}

GPtrArray *
tl_view_places_get_panels (TlViewPlaces *self)
{
  return self->panels;
}

void
tl_view_places_add (TlViewPlaces       *self,
                    const TlDataObject *object,
                    TlFlow             *item,
                    TlFlow             *box)
{
  TlViewPlace place = { object, item, box };

  g_array_append_val (self->list, place);
  g_hash_table_insert (self->index, (gpointer) object, GUINT_TO_POINTER (self->list->len));
}

const TlViewPlace *
tl_view_places_lookup (TlViewPlaces       *self,
                       const TlDataObject *object)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, object));

  return position > 0 ? &g_array_index (self->list, TlViewPlace, position - 1) : NULL;
}

guint
tl_view_places_get_n (TlViewPlaces *self)
{
  return self->list->len;
}

const TlViewPlace *
tl_view_places_get (TlViewPlaces *self,
                    guint         position)
{
  g_return_val_if_fail (position < self->list->len, NULL);

  return &g_array_index (self->list, TlViewPlace, position);
}

void
tl_view_places_add_block (TlViewPlaces *self,
                          TlFlow       *block)
{
  g_ptr_array_add (self->blocks, block);
}

GPtrArray *
tl_view_places_get_blocks (TlViewPlaces *self)
{
  return self->blocks;
}

/* Whether an object stands small: beside what is more important in its box, or, of several of which none is, beneath
 * the other. */
static gboolean
stands_beside (const TlDataObject *object,
               gboolean            has_backbone,
               gboolean            has_key,
               guint               n_objects)
{
  if (tl_view_is_backbone (object))
    return FALSE;
  if (has_backbone)
    return TRUE;
  return object->role == TL_DATA_OBJECT_AUXILIARY && (has_key || n_objects > 1);
}

/* A box that all else is as wide as is kept narrow. */
static void
narrow (TlFlow *large)
{
  for (guint i = 0; tl_flow_get_n_items (large) > 1 && i < tl_flow_get_n_items (large); i++)
    tl_flow_set_flags (tl_flow_get_item (large, i), TL_NODE_NARROW);
}

static gboolean
is_shown (const TlDataObject *object,
          GPtrArray          *only)
{
  return only == NULL || g_ptr_array_find (only, object, NULL);
}

static void
add_circle (TlViewBuild        *self,
            const TlDataObject *object,
            gboolean            guest,
            gboolean            small,
            TlFlow             *into,
            TlFlow             *box,
            TlViewPlaces       *places)
{
  TlNode node = tl_view_node_object (self, object, TL_SHAPE_CIRCLE);
  TlFlow *circle;

  if (small)
    node.flags |= TL_NODE_SMALL;
  if (guest && !tl_view_is_backbone (object))
    node.role = TL_ROLE_GUEST;
  circle = tl_flow_new_leaf (&node);
  tl_flow_set_align (circle, small ? 0 : 0.5, 0);
  tl_flow_add (into, circle);
  tl_view_places_add (places, object, circle, box);
}

TlFlow *
tl_view_make_box (TlViewBuild       *self,
                  const TlComponent *component,
                  gboolean           guest,
                  GPtrArray         *only,
                  double             apart,
                  TlViewPlaces      *places)
{
  const TlDataObject *const *objects = component->data_objects;
  TlNode node = guest ? tl_view_node_guest (self, component, TL_SHAPE_HEADED)
                      : tl_view_node_component (self, component, TL_SHAPE_HEADED);
  TlFlow *box = tl_flow_new_column (TL_FLOW_NEAR);
  TlFlow *large, *small;
  gboolean has_key = FALSE;
  guint n_objects = 0, n_backbones = 0;

  for (guint i = 0; objects[i] != NULL; i++)
    if (is_shown (objects[i], only))
      {
        n_backbones += tl_view_is_backbone (objects[i]);
        has_key |= objects[i]->role == TL_DATA_OBJECT_KEY;
        n_objects++;
      }

  /* Guests stand in a panel that says where they come from. */
  if (guest)
    node.caption = tl_view_build_has_hints (self) ? "" : NULL;
  tl_flow_set_node (box, &node);
  /* Multiplicities stand at both ends of what is between them. */
  if (n_backbones > 1)
    apart = MAX (apart, TL_FLOW_APART);
  large = tl_flow_add (box, tl_flow_new_row (apart));
  tl_flow_set_align (large, 0.5, 0);
  small = tl_flow_new_column (TL_FLOW_NEAR);
  tl_flow_set_align (small, 0, 0);
  for (guint i = 0; objects[i] != NULL; i++)
    if (is_shown (objects[i], only))
      {
        gboolean beside = stands_beside (objects[i], n_backbones > 0, has_key, n_objects);

        add_circle (self, objects[i], guest, beside, beside ? small : large, box, places);
      }

  narrow (large);

  /* Several have the lines of all of them between them. */
  if (tl_flow_get_n_items (large) > 1)
    tl_flow_set_padding (large, 0, (apart - TL_FLOW_NEAR) / 2, 0, (apart - TL_FLOW_NEAR) / 2);

  if (tl_flow_get_n_items (small) > 0)
    tl_flow_add (box, small);
  else
    tl_flow_free (small);

  return box;
}

void
tl_view_equalize (TlViewBuild *self,
                  GPtrArray   *items)
{
  double width = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TlFlow *item = g_ptr_array_index (items, i);

      tl_flow_measure (item, self->text);
      width = MAX (width, tl_flow_get_width (item));
    }
  for (guint i = 0; i < items->len; i++)
    tl_flow_set_minimum (g_ptr_array_index (items, i), width, 0);
}
