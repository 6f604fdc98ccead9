/* tl-sheets-picture.c: what of a scene stands on a sheet, and where to cut it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-sheets-private.h"

#include "diagram/tl-painter.h"

/* In points. */
#define MARK_LENGTH 5
#define MARK_GAP    2
#define MARK_WIDTH  0.5
#define LINE_WIDTH  0.4

/* Where to cut and to glue {{{1 */

static void
line (cairo_t *cr,
      double   x,
      double   y,
      double   to_x,
      double   to_y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
}

/* In the margin, in line with a side along which is cut. */
static void
mark_column (cairo_t      *cr,
             const TlRect *room,
             double        x)
{
  line (cr, x, room->y - MARK_GAP - MARK_LENGTH, x, room->y - MARK_GAP);
  line (cr, x, room->y + room->height + MARK_GAP, x, room->y + room->height + MARK_GAP + MARK_LENGTH);
}

static void
mark_row (cairo_t      *cr,
          const TlRect *room,
          double        y)
{
  line (cr, room->x - MARK_GAP - MARK_LENGTH, y, room->x - MARK_GAP, y);
  line (cr, room->x + room->width + MARK_GAP, y, room->x + room->width + MARK_GAP + MARK_LENGTH, y);
}

/* A sheet is cut where lines begin and at the top, and laid over those before it as far
 * as the dotted lines, which it then covers. */
void
tl_sheets_paint_marks (const TlSheets     *self,
                       cairo_t            *cr,
                       const TlPalette    *palette,
                       const TlPosterPage *page)
{
  static const double dots[] = { 1, 3 };
  const TlRect *room = &page->room;
  double overlap = tl_poster_get_overlap (self->poster);
  gboolean mirrored = tl_poster_is_mirrored (self->poster);
  guint before = mirrored ? TL_POSTER_RIGHT : TL_POSTER_LEFT;
  guint after = mirrored ? TL_POSTER_LEFT : TL_POSTER_RIGHT;
  double begin = room->x + (mirrored ? room->width : 0);
  double end = room->x + (mirrored ? overlap : room->width - overlap);
  double bottom = room->y + room->height - overlap;

  tl_sheets_set_color (cr, &palette->text);
  cairo_set_line_width (cr, MARK_WIDTH);
  if (page->neighbours & before)
    mark_column (cr, room, begin);
  if (page->neighbours & TL_POSTER_ABOVE)
    mark_row (cr, room, room->y);
  if (page->neighbours & after)
    mark_column (cr, room, end);
  if (page->neighbours & TL_POSTER_BELOW)
    mark_row (cr, room, bottom);
  cairo_stroke (cr);

  tl_sheets_set_color (cr, &palette->dim);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  if (page->neighbours & after)
    line (cr, end, room->y, end, room->y + room->height);
  if (page->neighbours & TL_POSTER_BELOW)
    line (cr, room->x, bottom, room->x + room->width, bottom);
  cairo_stroke (cr);
}

/* The picture {{{1 */

void
tl_sheets_paint_picture (const TlSheets     *self,
                         cairo_t            *cr,
                         const TlPalette    *palette,
                         const TlPosterPage *page)
{
  double scale = tl_poster_get_scale (self->poster);
  g_autoptr (TlPainter) painter = tl_painter_new (palette, self->font);

  cairo_save (cr);
  cairo_rectangle (cr, page->room.x, page->room.y, page->room.width, page->room.height);
  cairo_clip (cr);
  cairo_translate (cr, page->room.x, page->room.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page->part.x, -page->part.y);
  /* Vectors keep all detail, however small the page is. */
  tl_painter_paint (painter, cr, self->scene, &page->part, MAX (scale, 1));
  cairo_restore (cr);
}
