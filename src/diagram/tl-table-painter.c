/* tl-table-painter.c: paints a page of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-table-pages-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "diagram/tl-palette.h"

/* In points. */
#define THIN_LINE  0.4
#define THICK_LINE 0.8

/* A page while it is painted. */
typedef struct
{
  TlTablePages     *pages;
  cairo_t          *cr;
  const TlPalette  *palette;
  const TlTableBand *band;
  double            width; /* of all its columns */
} Page;

static void
set_color (Page          *page,
           const TlColor *color)
{
  cairo_set_source_rgba (page->cr, color->red, color->green, color->blue, color->alpha);
}

static const TlRoleColors *
get_colors (Page *page)
{
  return &page->palette->roles[TL_ROLE_ACTIVITY];
}

/* @from: from where lines begin, in the direction of the language */
static double
get_x (Page   *page,
       double  from,
       double  width)
{
  const TlRect *room = &page->pages->room;

  return page->pages->mirrored ? room->x + room->width - from - width : room->x + from;
}

static void
fill_row (Page          *page,
          const TlColor *color,
          double         y,
          double         height)
{
  set_color (page, color);
  cairo_rectangle (page->cr, get_x (page, 0, page->width), y, page->width, height);
  cairo_fill (page->cr);
}

static void
draw_line (Page          *page,
           const TlColor *color,
           double         y,
           double         width)
{
  double x = get_x (page, 0, page->width);

  set_color (page, color);
  cairo_set_line_width (page->cr, width);
  cairo_move_to (page->cr, x, y);
  cairo_line_to (page->cr, x + page->width, y);
  cairo_stroke (page->cr);
}

/* Texts {{{1 */

/* Of what is not used up, in front of a line that is so wide. */
static double
get_indent (Page         *page,
            TlPrintAlign  align,
            double        left)
{
  if (align == TL_PRINT_MIDDLE)
    return left / 2;
  return (align == TL_PRINT_END) != page->pages->mirrored ? left : 0;
}

/* Lines from @first, @n of them, between @from and @from + @width. */
static void
draw_text (Page         *page,
           const char   *text,
           gboolean      bold,
           TlPrintAlign  align,
           double        from,
           double        width,
           double        y,
           guint         first,
           guint         n)
{
  PangoLayout *layout = tl_table_text_lay_out (&page->pages->text, text, width, bold);
  double x = get_x (page, from, width);
  guint i = 0;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL && i < first + n; l = l->next, i++)
    {
      PangoRectangle extents;

      if (i < first)
        continue;
      pango_layout_line_get_extents (l->data, NULL, &extents);
      cairo_move_to (page->cr, x + get_indent (page, align, width - extents.width / (double) PANGO_SCALE),
                     y + (i - first) * page->pages->line + page->pages->ascent);
      pango_cairo_show_layout_line (page->cr, l->data);
    }
}

/* Rows {{{1 */

static void
draw_cells (Page         *page,
            double        y,
            int           row, /* -1: titles */
            guint         first,
            guint         n)
{
  TlTablePages *self = page->pages;
  double padding = tl_table_pages_get_padding_x (self);
  double from = 0;

  for (guint i = 0; i < page->band->end; i = i == 0 ? MAX (page->band->first, 1) : i + 1)
    {
      const char *text = row < 0 ? tl_print_table_get_column_title (self->table, i)
                                 : tl_print_table_get_cell (self->table, (guint) row, i);

      draw_text (page, text, row < 0, tl_print_table_get_column_align (self->table, i), from + padding, self->widths[i],
                 y + TL_TABLE_PADDING_Y * self->scale, first, n);
      from += self->widths[i] + 2 * padding;
    }
}

static double
measure_band (const TlTablePages *self,
              const TlTableBand  *band)
{
  double width = 0;

  for (guint i = 0; i < band->end; i = i == 0 ? MAX (band->first, 1) : i + 1)
    width += self->widths[i] + 2 * tl_table_pages_get_padding_x (self);
  return width;
}

static void
draw_heading (Page       *page,
              const char *title,
              double      y)
{
  double padding = tl_table_pages_get_padding_x (page->pages);
  double height = tl_table_pages_get_row_height (page->pages, 1);

  fill_row (page, &page->palette->roles[TL_ROLE_PLAIN].fill, y, height);
  set_color (page, &page->palette->text);
  draw_text (page, title, TRUE, TL_PRINT_BEGIN, padding, page->width - 2 * padding, y + TL_TABLE_PADDING_Y * page->pages->scale, 0, 1);
}

static double
draw_notes (Page *page)
{
  TlTablePages *self = page->pages;

  set_color (page, &page->palette->dim);
  if (self->note_lines > 0)
    draw_text (page, tl_print_table_get_notes (self->table), FALSE, TL_PRINT_BEGIN, 0, self->room.width, self->room.y, 0, self->note_lines);
  return self->room.y + tl_table_pages_get_notes_height (self);
}

static double
draw_titles (Page   *page,
             double  y)
{
  double height = tl_table_pages_get_row_height (page->pages, page->pages->head_lines);

  fill_row (page, &get_colors (page)->fill, y, height);
  set_color (page, &page->palette->text);
  draw_cells (page, y, -1, 0, page->pages->head_lines);
  draw_line (page, &page->palette->dim, y + height, THICK_LINE);
  return y + height;
}

/* The heading of rows that began on a page before. */
static double
draw_repeated_heading (Page  *page,
                       guint  row,
                       double y)
{
  const char *heading = tl_print_table_get_heading (page->pages->table, row);
  /* Translators: the heading of a group of rows in a printed table, some of which stand on the page before */
  g_autofree char *title = g_strdup_printf (C_ ("print", "%s (continued)"), heading);
  double height = tl_table_pages_get_row_height (page->pages, 1);

  draw_heading (page, title, y);
  draw_line (page, &get_colors (page)->line, y + height, THIN_LINE);
  return y + height;
}

static double
draw_piece (Page               *page,
            const TlTablePiece *piece,
            double              y)
{
  const char *heading = tl_print_table_get_heading (page->pages->table, piece->row);
  double height = tl_table_pages_get_row_height (page->pages, piece->n);

  set_color (page, &page->palette->text);
  if (heading != NULL)
    draw_heading (page, heading, y);
  else
    draw_cells (page, y, (int) piece->row, piece->first, piece->n);
  draw_line (page, &get_colors (page)->line, y + height, THIN_LINE);
  return y + height;
}

void
tl_table_pages_paint (TlTablePages *self,
                      guint         index,
                      cairo_t      *cr)
{
  g_autoptr (GMutexLocker) locker = NULL;
  const TlTableBlock *block;
  Page page = { .pages = self, .cr = cr, .palette = tl_palette_get (TL_PALETTE_LIGHT) };
  double y;

  g_return_if_fail (self != NULL && cr != NULL && index < tl_table_pages_get_n_pages (self));

  locker = g_mutex_locker_new (&self->mutex);
  block = &g_array_index (self->blocks, TlTableBlock, index / self->bands->len);
  page.band = &g_array_index (self->bands, TlTableBand, index % self->bands->len);
  page.width = measure_band (self, page.band);

  cairo_save (cr);
  y = draw_titles (&page, draw_notes (&page));
  if (block->heading >= 0)
    y = draw_repeated_heading (&page, (guint) block->heading, y);
  for (guint i = block->first; i < block->end; i++)
    y = draw_piece (&page, &g_array_index (self->pieces, TlTablePiece, i), y);
  cairo_restore (cr);
}
