/* tl-sheets-frame.c: what stands above and beneath what is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-sheets-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* In points. */
#define TITLE_SIZE 11
#define SMALL_SIZE 8
#define LABEL_SIZE 10
#define SWATCH     9
#define GAP        4
#define LINE_WIDTH 0.4

void
tl_sheets_set_color (cairo_t       *cr,
                     const TlColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* Texts {{{1 */

static PangoLayout *
create_layout (const TlSheets *self,
               cairo_t        *cr,
               const char     *text,
               double          size,
               gboolean        bold,
               double          max_width,
               PangoRectangle *extents)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->font);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  /* Whatever letters a name in it begins with. */
  pango_context_set_base_dir (pango_layout_get_context (layout), self->text.mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, extents);
  if (extents->width > max_width * PANGO_SCALE)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (MAX (max_width, 0) * PANGO_SCALE));
      pango_layout_get_extents (layout, NULL, extents);
    }
  return layout;
}

/* @at: 0 where lines begin, 1 where they end, in the direction of the language. */
static void
show_text (const TlSheets *self,
           cairo_t        *cr,
           const TlRect   *strip,
           double          at,
           const char     *text,
           double          size,
           gboolean        bold)
{
  PangoRectangle extents;
  g_autoptr (PangoLayout) layout = create_layout (self, cr, text, size, bold, strip->width, &extents);
  double share = self->text.mirrored ? 1 - at : at;

  cairo_move_to (cr,
                 strip->x + (strip->width - extents.width / (double) PANGO_SCALE) * share - extents.x / (double) PANGO_SCALE,
                 strip->y + (strip->height - extents.height / (double) PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
}

static double
measure (const TlSheets *self,
         cairo_t        *cr,
         const char     *text,
         double          max_width)
{
  PangoRectangle extents;
  g_autoptr (PangoLayout) layout = create_layout (self, cr, text, SMALL_SIZE, FALSE, max_width, &extents);

  return extents.width / (double) PANGO_SCALE;
}

/* Head and foot {{{1 */

/* The next @width of what is left of a line, in the direction of the language. */
static TlRect
take (const TlSheets *self,
      TlRect         *left,
      double          width)
{
  TlRect taken = *left;

  taken.width = MIN (width, left->width);
  if (self->text.mirrored)
    taken.x += left->width - taken.width;
  else
    left->x += taken.width;
  left->width -= taken.width;
  return taken;
}

static double
measure_legend (const TlSheets *self,
                cairo_t        *cr,
                double          most)
{
  double width;

  if (self->legend == NULL)
    return 0;
  width = measure (self, cr, self->legend, most) + 2 * GAP;
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    if (self->steps[i] != NULL)
      width += SWATCH + GAP + measure (self, cr, self->steps[i], most) + 2 * GAP;
  if (self->note != NULL)
    width += measure (self, cr, self->note, most);
  return MIN (width, most);
}

static void
paint_word (const TlSheets *self,
            cairo_t        *cr,
            const TlColor  *color,
            const char     *word,
            TlRect         *left)
{
  TlRect place = take (self, left, measure (self, cr, word, left->width));

  tl_sheets_set_color (cr, color);
  show_text (self, cr, &place, 0, word, SMALL_SIZE, FALSE);
}

static void
paint_legend (const TlSheets  *self,
              cairo_t         *cr,
              const TlPalette *palette,
              TlRect           strip)
{
  paint_word (self, cr, &palette->dim, self->legend, &strip);
  take (self, &strip, 2 * GAP);
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    if (self->steps[i] != NULL)
      {
        TlRect swatch = take (self, &strip, SWATCH);

        tl_sheets_set_color (cr, &palette->heat[i]);
        cairo_rectangle (cr, swatch.x, swatch.y + (swatch.height - SWATCH) / 2, swatch.width, SWATCH);
        cairo_fill_preserve (cr);
        tl_sheets_set_color (cr, &palette->dim);
        cairo_set_line_width (cr, LINE_WIDTH);
        cairo_stroke (cr);
        take (self, &strip, GAP);
        paint_word (self, cr, &palette->text, self->steps[i], &strip);
        take (self, &strip, 2 * GAP);
      }
  if (self->note != NULL)
    paint_word (self, cr, &palette->dim, self->note, &strip);
}

void
tl_sheets_paint_head (const TlSheets  *self,
                      cairo_t         *cr,
                      const TlPalette *palette,
                      const TlRect    *room)
{
  TlRect strip = { room->x, room->y - TL_SHEETS_STRIP, room->width, TL_SHEETS_STRIP - 2 * GAP };
  double legend = measure_legend (self, cr, room->width * (self->text.head ? 0.75 : 1));
  TlRect title = take (self, &strip, strip.width - legend);

  if (self->text.head)
    {
      title = take (self, &title, title.width - (legend > 0 ? 4 * GAP : 0));
      tl_sheets_set_color (cr, &palette->text);
      show_text (self, cr, &title, 0, self->text.title, TITLE_SIZE, TRUE);
    }
  if (self->legend != NULL)
    paint_legend (self, cr, palette, strip);
}

void
tl_sheets_paint_foot (const TlSheets  *self,
                      cairo_t         *cr,
                      const TlPalette *palette,
                      const TlRect    *room,
                      guint            page)
{
  TlRect strip = { room->x, room->y + room->height + 2 * GAP, room->width, TL_SHEETS_STRIP - 2 * GAP };
  /* Translators: at the foot of a printed page */
  g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, tl_sheets_get_n_pages (self));
  gboolean labelled = self->table != NULL ? self->text.foot : self->text.marks;
  g_autofree char *label = labelled ? tl_sheets_dup_label (self, page) : NULL;

  tl_sheets_set_color (cr, &palette->text);
  if (label != NULL)
    show_text (self, cr, &strip, 0.5, label, LABEL_SIZE, TRUE);
  if (!self->text.foot)
    return;
  tl_sheets_set_color (cr, &palette->dim);
  show_text (self, cr, &strip, 1, number, SMALL_SIZE, FALSE);
  if (self->text.date != NULL)
    show_text (self, cr, &strip, 0, self->text.date, SMALL_SIZE, FALSE);
}
