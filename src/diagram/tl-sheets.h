/* tl-sheets.h: printed pages of a scene or table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "analysis/tl-overlay.h"
#include "diagram/tl-poster.h"
#include "diagram/tl-table-pages.h"

G_BEGIN_DECLS

/* What stands around what is printed. */
typedef struct
{
  const PangoFontDescription *font;  /* with which the scene was measured, the family of a table; NULL: tl_text_default_font() */
  const char                 *title; /* of the document; in the head, with @head */
  const char                 *date;  /* in the foot, with @foot; NULL for none */
  const TlOverlay            *overlay; /* what the colours mean, in the head; NULL for none */
  gboolean                    head;
  gboolean                    foot;  /* page numbers, and the date */
  gboolean                    marks; /* where sheets that make one picture are cut and glued, and which one each is */
  gboolean                    mirrored; /* written from right to left */
} TlSheetsText;

/* The pages of a scene or of a table: reference-counted; any thread can paint them. They
 * are white, in light colours, and vectors with text all through. */
typedef struct _TlSheets TlSheets;

/**
 * tl_sheets_new:
 * @scene: (transfer none): what to print
 * @poster: how; room for head and foot is added
 * @text: what stands around it; copied
 * @error: return location: as of tl_poster_new()
 */
TlSheets       *tl_sheets_new           (TlScene                *scene,
                                         const TlPosterOptions  *poster,
                                         const TlSheetsText     *text,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * tl_sheets_new_for_table:
 * @table: (transfer none): what to print; no more changed
 * @paper: as of tl_table_pages_new(); room for head and foot is added
 * @text: what stands around it; copied
 * @error: return location: as of tl_table_pages_new()
 *
 * Takes longer than a frame where there are many rows.
 */
TlSheets       *tl_sheets_new_for_table (TlPrintTable           *table,
                                         const TlPosterOptions  *paper,
                                         const TlSheetsText     *text,
                                         GCancellable           *cancellable,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * tl_sheets_new_on:
 * @self: pages
 * @width: of other paper, as it lies, in points
 *
 * The same on other paper: what a printer has, or was chosen for it. Takes as long as
 * the first time.
 */
TlSheets       *tl_sheets_new_on        (const TlSheets         *self,
                                         double                  width,
                                         double                  height,
                                         GCancellable           *cancellable,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
TlSheets       *tl_sheets_ref           (TlSheets               *self);
void            tl_sheets_unref         (TlSheets               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSheets, tl_sheets_unref)

/* "Northwind Bank – Level 1", or what of it there is. (transfer full) */
char           *tl_sheets_format_title  (const char             *project,
                                         const char             *shown);

guint           tl_sheets_get_n_pages   (const TlSheets         *self);
/* As the paper lies, in points. */
double          tl_sheets_get_width     (const TlSheets         *self);
double          tl_sheets_get_height    (const TlSheets         *self);
gboolean        tl_sheets_is_mirrored   (const TlSheets         *self);
/* "B1": which one it is of those that belong side by side; %NULL where none do.
 * (transfer full) (nullable) */
char           *tl_sheets_dup_label     (const TlSheets         *self,
                                         guint                   page);
/* How a scene is cut; %NULL for a table. */
const TlPoster *tl_sheets_get_poster    (const TlSheets         *self);
/* How a table is divided; %NULL for a scene. */
TlTablePages   *tl_sheets_get_table     (const TlSheets         *self);

/**
 * tl_sheets_paint:
 * @page: which
 * @cr: user space in points, with its origin in the upper left corner of the paper
 *
 * Paints one page. May take longer than a frame.
 */
void            tl_sheets_paint         (const TlSheets         *self,
                                         guint                   page,
                                         cairo_t                *cr);

/**
 * tl_sheets_write_pdf:
 * @cancellable: (nullable): asked before each page
 * @error: return location: %G_IO_ERROR_CANCELLED; %G_IO_ERROR_FAILED and
 *   %G_IO_ERROR_NO_SPACE when Cairo fails
 *
 * All pages as one document. The same pages give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes         *tl_sheets_write_pdf     (const TlSheets         *self,
                                         GCancellable           *cancellable,
                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
