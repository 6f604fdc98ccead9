/* tl-table-text.c: the texts of a table on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-table-pages-private.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "diagram/tl-text.h"

static PangoFontDescription *
create_font (const PangoFontDescription *font,
             double                      size,
             PangoWeight                 weight)
{
  PangoFontDescription *copy = pango_font_description_copy (font);

  pango_font_description_set_absolute_size (copy, size * PANGO_SCALE);
  pango_font_description_set_weight (copy, weight);
  return copy;
}

void
tl_table_text_init (TlTableText                *self,
                    const PangoFontDescription *font,
                    double                      size,
                    gboolean                    mirrored)
{
  self->map = pango_cairo_font_map_new ();
  self->context = tl_text_create_context (self->map);
  pango_context_set_base_dir (self->context, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->plain = create_font (font, size, PANGO_WEIGHT_NORMAL);
  self->bold = create_font (font, size, PANGO_WEIGHT_BOLD);
}

void
tl_table_text_clear (TlTableText *self)
{
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&self->plain, pango_font_description_free);
  g_clear_pointer (&self->bold, pango_font_description_free);
}

PangoLayout *
tl_table_text_lay_out (TlTableText *self,
                       const char  *text,
                       double       width,
                       gboolean     bold)
{
  pango_layout_set_font_description (self->layout, bold ? self->bold : self->plain);
  /* Rounded up: a text is not wrapped where it just fits. */
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE) + 1);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return extents.width / (double) PANGO_SCALE;
}

double
tl_table_text_measure (TlTableText *self,
                       const char  *text,
                       gboolean     bold)
{
  return *text != '\0' ? get_width (tl_table_text_lay_out (self, text, -1, bold)) : 0;
}

double
tl_table_text_measure_word (TlTableText *self,
                            const char  *text,
                            gboolean     bold)
{
  PangoLayout *layout;
  double width;

  if (*text == '\0')
    return 0;
  layout = self->layout;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  width = get_width (tl_table_text_lay_out (self, text, 0, bold));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return width;
}

guint
tl_table_text_count_lines (TlTableText *self,
                           const char  *text,
                           double       width,
                           gboolean     bold)
{
  return *text != '\0' ? (guint) pango_layout_get_line_count (tl_table_text_lay_out (self, text, width, bold)) : 1;
}
