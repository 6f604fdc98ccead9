/* tl-table-pages.h: a table on pages of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "diagram/tl-poster.h"
#include "diagram/tl-print-table.h"

G_BEGIN_DECLS

/* More pages than this are a mistake. */
#define TL_TABLE_MAX_PAGES 5000

/* Of letters on paper at a scale of 1, in points. */
#define TL_TABLE_FONT_SIZE 9.0

/* Where a table is divided, and how wide its columns are. Reference-counted, for any
 * thread. Pages come in blocks of rows; where the paper is too narrow for all columns
 * a block is several pages, each of which begins with the first column. */
typedef struct _TlTablePages TlTablePages;

/**
 * tl_table_pages_new:
 * @paper: what of it says how the paper lies, its margins, and how large letters are:
 *   %TL_TABLE_FONT_SIZE times its scale
 * @font: their family
 * @mirrored: the first column is on the right
 * @error: return location: %G_IO_ERROR_NOT_FOUND for a table without rows;
 *   %G_IO_ERROR_INVALID_ARGUMENT for sizes that leave no room or are none;
 *   %G_IO_ERROR_NOT_SUPPORTED for more than %TL_TABLE_MAX_PAGES pages;
 *   %G_IO_ERROR_CANCELLED
 *
 * Measures every cell, which takes longer than a frame where there are many.
 *
 * A row is not divided, unless it is higher than a page; a heading is not left alone at
 * the end of one, and is said again where its rows go on.
 */
TlTablePages *tl_table_pages_new           (TlPrintTable               *table,
                                            const TlPosterOptions      *paper,
                                            const PangoFontDescription *font,
                                            gboolean                    mirrored,
                                            GCancellable               *cancellable,
                                            GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
TlTablePages *tl_table_pages_ref           (TlTablePages               *self);
void          tl_table_pages_unref         (TlTablePages               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTablePages, tl_table_pages_unref)

TlPrintTable *tl_table_pages_get_table     (const TlTablePages         *self);
/* Block by block, and in a block as one reads. */
guint         tl_table_pages_get_n_pages   (const TlTablePages         *self);
/* Of how many pages a block is. */
guint         tl_table_pages_get_n_bands   (const TlTablePages         *self);
/* As the paper lies, in points. */
double        tl_table_pages_get_width     (const TlTablePages         *self);
double        tl_table_pages_get_height    (const TlTablePages         *self);
/* Of a page, within its margins. */
TlRect        tl_table_pages_get_room      (const TlTablePages         *self);

/* What stands on a page: for who wants to know, and not to see.
 * @rows: (out): its first row and the one after its last; what is divided is on both pages
 * @columns: (out): likewise; the first one may be there besides */
void          tl_table_pages_get_part      (const TlTablePages         *self,
                                            guint                       page,
                                            guint                       rows[2],
                                            guint                       columns[2]);

/* Paints a page; @cr has its origin in the upper left corner of the paper. */
void          tl_table_pages_paint         (TlTablePages               *self,
                                            guint                       page,
                                            cairo_t                    *cr);

G_END_DECLS
