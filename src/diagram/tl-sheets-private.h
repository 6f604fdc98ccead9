/* tl-sheets-private.h: what the parts of printed pages share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-palette.h"
#include "diagram/tl-sheets.h"
#include "diagram/tl-table-pages.h"

G_BEGIN_DECLS

/* Height of head and foot, with the gap to what is between them, in points. */
#define TL_SHEETS_STRIP 24

/* Either of a scene and how it is cut, or of a table on its pages. */
struct _TlSheets
{
  gatomicrefcount       refs;
  TlScene              *scene;
  TlPoster             *poster;
  TlTablePages         *table;
  TlPosterOptions       options; /* with the room for head and foot */
  PangoFontDescription *font;
  TlSheetsText          text; /* its strings belong to this one */
  char                 *legend; /* what the steps are of; NULL for none */
  char                 *steps[TL_OVERLAY_N_STEPS];
  const char           *note;
};

/* tl-sheets-frame.c */
void tl_sheets_set_color     (cairo_t            *cr,
                              const TlColor      *color);
void tl_sheets_paint_head    (const TlSheets     *self,
                              cairo_t            *cr,
                              const TlPalette    *palette,
                              const TlRect       *room);
void tl_sheets_paint_foot    (const TlSheets     *self,
                              cairo_t            *cr,
                              const TlPalette    *palette,
                              const TlRect       *room,
                              guint               page);

/* tl-sheets-picture.c */
void tl_sheets_paint_picture (const TlSheets     *self,
                              cairo_t            *cr,
                              const TlPalette    *palette,
                              const TlPosterPage *page);
void tl_sheets_paint_marks   (const TlSheets     *self,
                              cairo_t            *cr,
                              const TlPalette    *palette,
                              const TlPosterPage *page);

G_END_DECLS
