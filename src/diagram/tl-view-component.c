/* tl-view-component.c: a component or data object and all it is connected to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-view-card.h"
#include "diagram/tl-view-hub.h"
#include "diagram/tl-view-private.h"

#define CARD_GAP  40.0 /* between cards: a relation with its multiplicities */
#define CARD_SIDE 24.0 /* beside cards: multiplicities, relations past another card */

static TlFlow *
make_flow_row (TlViewBuild           *self,
               const TlComponentFlow *flow,
               gboolean               is_in)
{
  TlNode node = tl_view_node_text (TL_SHAPE_ROW, flow->data_object != NULL ? flow->data_object->concept.name
                                                                           : C_("flow", "not known what"));

  node.role = flow->data_object != NULL ? TL_ROLE_PLAIN : TL_ROLE_AUXILIARY;
  if (is_in)
    node.caption = tl_view_build_format (self, C_("flow", "from %s"), flow->from->concept.name);
  else
    node.caption = tl_view_build_format (self, C_("flow", "to %s"), flow->to->concept.name);

  return tl_flow_new_leaf (&node);
}

static void
add_flows (TlViewBuild                  *self,
           TlViewHub                    *hub,
           TlFlow                       *middle,
           const TlComponentFlow *const *flows,
           gboolean                      is_in)
{
  TlFlow *column = tl_flow_new_column (0);
  TlNode head = tl_view_node_text (TL_SHAPE_NONE, NULL);

  head.caption = is_in ? C_("flow", "Comes in") : C_("flow", "Goes out");
  tl_flow_add (column, tl_flow_new_leaf (&head));
  for (guint i = 0; flows[i] != NULL; i++)
    tl_view_hub_add_flow (hub, tl_flow_add (column, make_flow_row (self, flows[i], is_in)),
                          is_in ? flows[i]->from : flows[i]->to, is_in);
  if (flows[0] == NULL)
    tl_flow_add (column, tl_view_make_remark (C_("flow", "No flows known")));
  tl_flow_add (middle, column);
}

static void
add_relations (TlViewHub                 *hub,
               const TlDataObject *const *objects,
               GPtrArray                 *cards)
{
  for (guint i = 0; objects[i] != NULL; i++)
    for (guint j = 0; objects[i]->relations[j] != NULL; j++)
      {
        const TlObjectRelation *relation = objects[i]->relations[j];
        const TlDataObject *other = relation->from == objects[i] ? relation->to : relation->from;
        gboolean is_inner = FALSE;

        for (guint k = 0; objects[k] != NULL; k++)
          if (objects[k] == other)
            {
              is_inner = TRUE;
              /* Both ends list it: once is enough. Its own card tells of itself. */
              if (k > i)
                tl_view_hub_add_inner (hub, g_ptr_array_index (cards, relation->from == other ? k : i),
                                       g_ptr_array_index (cards, relation->from == other ? i : k), relation);
            }
        if (!is_inner)
          tl_view_hub_add_relation (hub, g_ptr_array_index (cards, i), objects[i], relation);
      }
}

void
tl_view_build_component (TlViewBuild *self)
{
  const TlComponent *component = (const TlComponent *) self->view->concept;
  TlNode node = tl_view_node_component (self, component, TL_SHAPE_HEADED);
  TlFlow *middle = tl_flow_new_column (TL_FLOW_APART);
  g_autoptr(TlViewHub) hub = tl_view_hub_new (self, middle);
  g_autoptr(GPtrArray) cards = g_ptr_array_new ();
  TlFlow *objects;

  tl_flow_set_node (middle, &node);
  objects = tl_flow_add (middle, tl_flow_new_column (CARD_GAP));
  tl_flow_set_padding (objects, TL_FLOW_NEAR, CARD_SIDE, 0, CARD_SIDE);
  for (guint i = 0; component->data_objects[i] != NULL; i++)
    g_ptr_array_add (cards, tl_flow_add (objects, tl_view_make_card (self, component->data_objects[i])));
  if (cards->len == 0)
    tl_flow_add (objects, tl_view_make_remark (_("No data objects are known.")));

  add_relations (hub, component->data_objects, cards);
  add_flows (self, hub, middle, component->flows_in, TRUE);
  add_flows (self, hub, middle, component->flows_out, FALSE);
  tl_view_hub_lay_out (hub);
}

void
tl_view_build_data_object (TlViewBuild *self)
{
  const TlDataObject *object = (const TlDataObject *) self->view->concept;
  const TlDataObject *objects[] = { object, NULL };
  TlFlow *card = tl_view_make_card (self, object);
  g_autoptr(TlViewHub) hub = tl_view_hub_new (self, card);
  g_autoptr(GPtrArray) cards = g_ptr_array_new ();

  g_ptr_array_add (cards, card);
  add_relations (hub, objects, cards);
  tl_view_hub_lay_out (hub);
}
