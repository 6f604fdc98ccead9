/* tl-shape-note.c: the note of a node, in a chip on its lower border
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-shape.h"

#include <math.h>

#define STYLE      TL_TEXT_BADGE
#define MAX_LINES  2
#define SIGN_SHARE 0.8 /* of the height of a line */
#define PADDING_X  6.0
#define PADDING_Y  1.0

void
tl_shape_place_note (TlTextMeasure *measure,
                     const TlNode  *node,
                     TlShapePlaces *places)
{
  double line, sign, rest, room, width, height, chip_height;
  /* The lower border of a circle's bounds is that of its texts. */
  double overlap = node->shape == TL_SHAPE_CIRCLE ? 0 : MIN (TL_SHAPE_NOTE_OVERLAP, node->bounds.height);
  const TlRect *bounds = &node->bounds;

  places->note.area = places->note_chip = places->note_sign = (TlRect) { 0, 0, -1, -1 };
  if (node->note == NULL)
    return;

  line = tl_text_measure_line_height (measure, STYLE);
  sign = round (line * SIGN_SHARE);
  rest = sign + TL_SHAPE_GAP + 2 * PADDING_X;
  room = bounds->width + 2 * TL_SHAPE_NOTE_ASIDE - rest;
  tl_text_measure_size (measure, STYLE, node->note, MAX (room, line), MAX_LINES, &width, &height);
  width = MIN (width, MAX (room, 0));
  height = MIN (height, TL_SHAPE_NOTE_REACH - 2 * PADDING_Y);
  chip_height = height + 2 * PADDING_Y;

  places->note_chip = (TlRect) { bounds->x + (bounds->width - width - rest) / 2,
                                 bounds->y + bounds->height - overlap,
                                 width + rest, chip_height };
  places->note_sign = (TlRect) { places->note_chip.x + PADDING_X,
                                 places->note_chip.y + (chip_height - sign) / 2, sign, sign };
  places->note.style = STYLE;
  places->note.alignment = PANGO_ALIGN_CENTER;
  places->note.lines = MAX_LINES;
  places->note.area = (TlRect) { places->note_sign.x + sign + TL_SHAPE_GAP, places->note_chip.y + PADDING_Y,
                                 width, height };
}

double
tl_shape_measure_note (TlTextMeasure *measure,
                       const TlNode  *node)
{
  TlShapePlaces places;

  tl_shape_place_note (measure, node, &places);
  if (places.note_chip.width < 0)
    return 0;

  return ceil (places.note_chip.y + places.note_chip.height - node->bounds.y - node->bounds.height);
}

TlRect
tl_shape_get_reach (const TlNode *node)
{
  TlRect reach = node->bounds;

  if (node->note == NULL)
    return reach;

  reach.x -= TL_SHAPE_NOTE_ASIDE;
  reach.width += 2 * TL_SHAPE_NOTE_ASIDE;
  reach.height += TL_SHAPE_NOTE_REACH;
  return reach;
}
