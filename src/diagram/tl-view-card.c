/* tl-view-card.c: a data object as a card with its attributes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-card.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-shape.h"

#define MEANING_LETTERS 22.0 /* width of the meanings, in letter sizes */

TlFlow *
tl_view_make_remark (const char *text)
{
  TlNode node = tl_view_node_text (TL_SHAPE_ROW, text);

  node.role = TL_ROLE_AUXILIARY;
  return tl_flow_new_leaf (&node);
}

/* Name at the left, meaning beside it in as many lines as it takes. */
static TlFlow *
make_row (TlViewBuild       *self,
          const TlAttribute *attribute,
          double             name_width)
{
  TlNode node = tl_view_node_attribute (self, attribute);
  TlNode meaning = tl_view_node_text (TL_SHAPE_NONE, attribute->meaning != NULL ? attribute->meaning
                                                                                : C_("attribute", "not known"));
  TlFlow *row = tl_flow_new_row (0);
  TlFlow *text;

  node.caption = NULL;
  if (attribute->meaning == NULL)
    meaning.role = TL_ROLE_AUXILIARY;
  tl_flow_set_node (row, &node);
  tl_flow_set_padding (row, TL_SHAPE_PADDING_Y, TL_SHAPE_PADDING, TL_SHAPE_PADDING_Y,
                       TL_SHAPE_PADDING + name_width + TL_FLOW_APART);
  tl_flow_set_minimum (row, 0, tl_shape_measure_height (self->text, &node, 0));
  text = tl_flow_add (row, tl_flow_new_leaf (&meaning));
  tl_flow_set_wrap (text, tl_flow_snap (MEANING_LETTERS * tl_text_measure_font_size (self->text, TL_TEXT_TITLE)));
  tl_flow_set_align (text, -1, 0.5);
  tl_flow_set_grow (text, TRUE);

  return row;
}

static void
add_self_relation (TlViewBuild        *self,
                   const TlDataObject *object,
                   TlFlow             *card)
{
  for (guint i = 0; object->relations[i] != NULL; i++)
    {
      const TlObjectRelation *relation = object->relations[i];
      TlNode node = tl_view_node_text (TL_SHAPE_ROW, C_("data object", "Related to itself"));

      if (relation->from != relation->to)
        continue;
      if (relation->from_multiplicity != NULL && relation->to_multiplicity != NULL)
        node.caption = tl_view_build_format (self, C_("multiplicities", "%s to %s"),
                                             relation->from_multiplicity, relation->to_multiplicity);
      tl_flow_add (card, tl_flow_new_leaf (&node));
    }
}

TlFlow *
tl_view_make_card (TlViewBuild        *self,
                   const TlDataObject *object)
{
  TlNode node = tl_view_node_object (self, object, TL_SHAPE_HEADED);
  TlFlow *card = tl_flow_new_column (0);
  double name_width = 0;

  node.caption = tl_data_object_role_get_label (object->role);
  tl_flow_set_node (card, &node);

  for (guint i = 0; object->attributes[i] != NULL; i++)
    {
      double width;

      tl_text_measure_size (self->text, TL_TEXT_TITLE, object->attributes[i]->name, -1, 1, &width, NULL);
      name_width = MAX (name_width, width);
    }
  for (guint i = 0; object->attributes[i] != NULL; i++)
    tl_flow_add (card, make_row (self, object->attributes[i], tl_flow_snap (name_width)));
  if (object->attributes[0] == NULL)
    tl_flow_add (card, tl_view_make_remark (_("Attributes not known (not in the sources read)")));
  add_self_relation (self, object, card);

  return card;
}
