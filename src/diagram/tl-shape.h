/* tl-shape.h: where the texts of a node stand in its shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"
#include "diagram/tl-text.h"

G_BEGIN_DECLS

/* Shared by layouts, which ask how large a node must be, and the painter, which
 * puts the texts there. All in canvas units.
 *
 * Shape    Title                    Caption              Badge        Value
 * NONE     upper left               above, capitals      –            –
 * BOX      left, middle; strong     beneath the title    upper right  right, middle
 *          when there is a caption
 * PANEL    upper left, large        above, capitals      upper right  right, beneath the badge
 * CHEVRON  as PANEL, inside the notch
 * HEADED   in the head, strong      in the head, beneath upper right  right, in the head
 * BAR      left, middle             right, before value  before it    chip at the end
 * CIRCLE   beneath, centred         beneath the title    –            in the circle
 *          (TL_NODE_SMALL: to the right)
 * ROW      left, middle             right                before it    at the end
 *
 * The note of any stands in a chip in the middle of its lower border, behind a
 * sign; it hangs out of the bounds, so layouts leave tl_shape_measure_note() free
 * beneath them, and TL_SHAPE_NOTE_ASIDE beside.
 *
 * Of a MIRRORED node all that is said of left and right is the other way round.
 *
 * A MISSING node shows "–" where its value stands if it has none. Titles wrap to
 * two lines, captions, badges and values stay on one; bars and rows keep theirs
 * on one line. */
#define TL_SHAPE_PADDING        8.0  /* text from the side of a box, bar, row, head */
#define TL_SHAPE_PADDING_Y      4.0  /* text from the top of a box, head, row */
#define TL_SHAPE_PANEL_PADDING  12.0 /* text from the sides of panels and chevrons */
#define TL_SHAPE_GAP            4.0  /* between texts, and between a circle and its title */
#define TL_SHAPE_BOX_RADIUS     8.0
#define TL_SHAPE_PANEL_RADIUS   12.0
#define TL_SHAPE_CHIP_RADIUS    6.0
#define TL_SHAPE_CHIP_PADDING   6.0  /* value from the sides of its chip */
#define TL_SHAPE_CHIP_WIDTH     44.0 /* of a bar, at least */
#define TL_SHAPE_CHIP_HEIGHT    22.0 /* of a bar, at least */
#define TL_SHAPE_CHEVRON_DEPTH  24.0 /* notch and point; see tl_shape_get_chevron_depth() */
#define TL_SHAPE_CIRCLE_SIZE    32.0 /* diameter */
#define TL_SHAPE_SMALL_CIRCLE_SIZE 18.0
#define TL_SHAPE_NARROW_LINES   3    /* of the title of a TL_NODE_NARROW circle; of others 2 */
#define TL_SHAPE_EDGE_RADIUS    6.0
#define TL_SHAPE_BACKBONE_WIDTH 4.0
#define TL_SHAPE_LABEL_ROOM   28.0 /* of a piece beyond its label: the line is seen on both sides, and its arrow */
#define TL_SHAPE_NOTE_OVERLAP 4.0  /* of the chip of a note with its node */
#define TL_SHAPE_NOTE_ASIDE   8.0  /* that it may be wider than its node, on each side */
#define TL_SHAPE_NOTE_REACH   48.0 /* what hangs out of a node is never farther out than this */

typedef struct
{
  TlTextStyle    style;
  PangoAlignment alignment;
  int            lines;
  TlRect         area;  /* lines wrap at its width; width < 0: there is no such text */
} TlShapeText;

typedef struct
{
  TlShapeText title;
  TlShapeText caption;
  TlShapeText badge;
  TlShapeText value;
  TlRect      chip;     /* of a bar with a value; width < 0: none */
  TlShapeText note;
  TlRect      note_chip; /* behind the note and its sign; width < 0: none */
  TlRect      note_sign;
  double      head;     /* height of the head of a HEADED (two lines of title, always, so that
                         * heads in a row are even), and of the texts of a PANEL or CHEVRON */
} TlShapePlaces;

/* Where the texts of @node stand in its bounds. */
void        tl_shape_place             (TlTextMeasure *measure,
                                        const TlNode  *node,
                                        TlShapePlaces *places);
/* Least width at which the title needs no second line; the bounds do not count. */
double      tl_shape_measure_width     (TlTextMeasure *measure,
                                        const TlNode  *node);
/* Least height of @node at @width that holds its texts, two lines of title at
 * most; without the children of panels, chevrons and heads, for which there is
 * tl_shape_get_content(). Of a circle: with its title. */
double      tl_shape_measure_height    (TlTextMeasure *measure,
                                        const TlNode  *node,
                                        double         width);
/* What is left for children in a panel, chevron or headed box, beneath the texts
 * and inside the padding. */
TlRect      tl_shape_get_content       (TlTextMeasure *measure,
                                        const TlNode  *node);
/* The circle of a CIRCLE node, without its title. */
TlRect      tl_shape_get_circle        (const TlNode  *node);
/* Depth of notch and point at these bounds: less than the constant when flat. */
double      tl_shape_get_chevron_depth (const TlRect  *bounds);
/* How far the side at which a chevron begins is from that of its bounds at @y; where
 * it ends it is this much minus the depth from theirs. For rows of children that
 * follow the slant. */
double      tl_shape_get_chevron_inset (const TlNode  *node,
                                        double         y);
/* Whether a point is in the shape itself: not in the notch of a chevron. */
gboolean    tl_shape_contains          (const TlNode  *node,
                                        double         x,
                                        double         y);
/* How far the note of a node hangs out of its bounds, beneath them; 0 without one. */
double      tl_shape_measure_note      (TlTextMeasure *measure,
                                        const TlNode  *node);
/* Where the parts of its note stand; called by tl_shape_place(). */
void        tl_shape_place_note        (TlTextMeasure *measure,
                                        const TlNode  *node,
                                        TlShapePlaces *places);
/* The same as if it were read from left to right, for tl_shape_place(). Not of a
 * mirrored node. */
void        tl_shape_place_forward     (TlTextMeasure *measure,
                                        const TlNode  *node,
                                        TlShapePlaces *places);
/* What a node may cover at most, its note included, whatever the font. */
TlRect      tl_shape_get_reach         (const TlNode  *node);
/**
 * tl_shape_find_label_piece:
 * @points: (array length=n_points): of an edge
 * @width: of its label
 *
 * Returns: the piece that the label of an edge stands on, by its first point: the
 *   longest level one with room for it, else the longest of all
 */
guint       tl_shape_find_label_piece  (const TlPoint *points,
                                        guint          n_points,
                                        double         width);
TlTextStyle tl_shape_get_title_style   (const TlNode  *node);
/* Its value, or the dash of a missing one, or NULL. */
const char *tl_shape_get_value         (const TlNode  *node);

G_END_DECLS
