/* tl-painter-text.c: the texts of nodes and edges
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <pango/pangocairo.h>

#include "diagram/tl-painter-private.h"

gboolean
tl_painter_text_is_legible (TlPainter  *self,
                            TlTextStyle style)
{
  return tl_text_measure_font_size (self->measure, style) * self->scale >= TL_PAINTER_LEAST_TEXT;
}

void
tl_painter_show_text (TlPainter         *self,
                      const char        *string,
                      const TlShapeText *text,
                      const TlColor     *color)
{
  PangoLayout *layout;

  if (string == NULL || text->area.width <= 0 || !tl_painter_text_is_legible (self, text->style))
    return;

  layout = tl_text_measure_get_layout (self->measure, text->style, string, text->area.width, text->lines, text->alignment);
  tl_painter_set_color (self, color);
  cairo_move_to (self->cr, text->area.x, text->area.y);
  pango_cairo_show_layout (self->cr, layout);
}
