/* tl-painter-note.c: what is amiss with a node, in a chip with a sign
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "diagram/tl-painter-private.h"

/* Below this scale a chip is too small to be told from its node. */
#define LEAST_SCALE 0.25

/* A triangle with an exclamation mark: not every font has one. */
static void
paint_sign (TlPainter          *self,
            const TlRect       *area,
            const TlRoleColors *colors)
{
  cairo_t *cr = self->cr;
  double middle = area->x + area->width / 2;
  double unit = area->height / 10;
  double round_off = unit;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * round_off);
  cairo_move_to (cr, middle, area->y + 1.5 * round_off);
  cairo_line_to (cr, area->x + area->width - round_off, area->y + area->height - round_off);
  cairo_line_to (cr, area->x + round_off, area->y + area->height - round_off);
  cairo_close_path (cr);
  tl_painter_set_color (self, &colors->line);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);

  tl_painter_set_color (self, &colors->fill);
  cairo_rectangle (cr, middle - unit * 0.7, area->y + unit * 3.2, unit * 1.4, unit * 3);
  cairo_rectangle (cr, middle - unit * 0.7, area->y + unit * 7.2, unit * 1.4, unit * 1.4);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Where the words are too small to be read the sign stands for them: in the middle,
 * as large as the chip. */
static TlRect
get_lone_sign (const TlRect *chip,
               const TlRect *sign)
{
  double height = chip->height - 2;
  double width = height * sign->width / sign->height;

  return (TlRect){ chip->x + (chip->width - width) / 2, chip->y + 1, width, height };
}

void
tl_painter_paint_note (TlPainter           *self,
                       const TlNode        *node,
                       const TlShapePlaces *places)
{
  const TlRoleColors *colors = &self->palette->roles[TL_ROLE_WARNING];
  double width = tl_painter_get_line_width (self, self->palette->line_width);
  TlRect border, sign;

  if (places->note_chip.width < 0 || self->scale < LEAST_SCALE)
    return;

  border = tl_painter_snap_border (self, &places->note_chip, width);
  tl_painter_add_rounded (self, &border, TL_SHAPE_BOX_RADIUS);
  tl_painter_set_color (self, &colors->fill);
  cairo_fill_preserve (self->cr);
  tl_painter_set_color (self, &colors->line);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
  if (tl_painter_text_is_legible (self, places->note.style))
    sign = places->note_sign;
  else
    sign = get_lone_sign (&places->note_chip, &places->note_sign);
  paint_sign (self, &sign, colors);
  tl_painter_show_text (self, node->note, &places->note, &colors->badge);
}
