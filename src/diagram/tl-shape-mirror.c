/* tl-shape-mirror.c: the texts of a node that is read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-shape.h"

static void
mirror_text (TlShapeText *text,
             double       axis)
{
  text->area = tl_rect_mirror (&text->area, axis);
  if (text->alignment == PANGO_ALIGN_LEFT)
    text->alignment = PANGO_ALIGN_RIGHT;
  else if (text->alignment == PANGO_ALIGN_RIGHT)
    text->alignment = PANGO_ALIGN_LEFT;
}

static void
mirror_places (const TlNode  *node,
               TlShapePlaces *places)
{
  double axis = node->bounds.x + node->bounds.width / 2;

  mirror_text (&places->title, axis);
  mirror_text (&places->caption, axis);
  mirror_text (&places->badge, axis);
  mirror_text (&places->value, axis);
  mirror_text (&places->note, axis);
  places->chip = tl_rect_mirror (&places->chip, axis);
  places->note_chip = tl_rect_mirror (&places->note_chip, axis);
  places->note_sign = tl_rect_mirror (&places->note_sign, axis);
}

void
tl_shape_place (TlTextMeasure *measure,
                const TlNode  *node,
                TlShapePlaces *places)
{
  TlNode forward = *node;

  forward.flags &= (guint16) ~TL_NODE_MIRRORED;
  tl_shape_place_forward (measure, &forward, places);
  if ((node->flags & TL_NODE_MIRRORED) != 0)
    mirror_places (node, places);
}
