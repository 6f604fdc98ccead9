/* tl-table-pages-private.h: what dividing and painting a table have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-table-pages.h"

G_BEGIN_DECLS

/* In points, at a scale of 1: beside, above and beneath the text of a cell. */
#define TL_TABLE_PADDING_X 4.0
#define TL_TABLE_PADDING_Y 2.5
/* Beneath the notes. */
#define TL_TABLE_NOTE_GAP  4.0

/* Of notes, and of the titles of columns; what is longer is cut. */
#define TL_TABLE_MAX_NOTE_LINES 4
#define TL_TABLE_MAX_HEAD_LINES 6

/* Lines of a row that stand on a page. */
typedef struct
{
  guint row;
  guint first;
  guint n;
} TlTablePiece;

typedef struct
{
  guint first; /* of its pieces */
  guint end;
  int   heading; /* that is said again above them; -1 for none */
} TlTableBlock;

typedef struct
{
  guint first; /* column */
  guint end;
} TlTableBand;

/* Lays out texts without hints, as wide on every surface. One thread at a time. */
typedef struct
{
  PangoFontMap         *map;
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *plain;
  PangoFontDescription *bold;
} TlTableText;

struct _TlTablePages
{
  gatomicrefcount refs;
  TlPrintTable   *table;
  gboolean        mirrored;
  double          width;
  double          height;
  double          scale;
  TlRect          room;
  double          line;       /* from one to the next */
  double          ascent;     /* from the top of a line to where its letters stand */
  double         *widths;     /* of columns, without padding */
  guint           note_lines;
  guint           head_lines;
  GArray         *bands;      /* of TlTableBand */
  GArray         *blocks;     /* of TlTableBlock */
  GArray         *pieces;     /* of TlTablePiece */

  GMutex          mutex;      /* of text */
  TlTableText     text;
};

/* tl-table-text.c */
void         tl_table_text_init   (TlTableText                *self,
                                   const PangoFontDescription *font,
                                   double                      size,
                                   gboolean                    mirrored);
void         tl_table_text_clear  (TlTableText                *self);
/* @width: where to wrap, -1 for never. (transfer none): until the next call. */
PangoLayout *tl_table_text_lay_out (TlTableText               *self,
                                    const char                *text,
                                    double                     width,
                                    gboolean                   bold);
/* Of the widest line. */
double       tl_table_text_measure (TlTableText               *self,
                                    const char                *text,
                                    gboolean                   bold);
/* Of the longest word. */
double       tl_table_text_measure_word (TlTableText          *self,
                                         const char           *text,
                                         gboolean              bold);
guint        tl_table_text_count_lines (TlTableText           *self,
                                        const char            *text,
                                        double                 width,
                                        gboolean               bold);

/* tl-table-columns.c: what columns want, and what they get */
typedef struct
{
  double natural;
  double least;
} TlTableWish;

/* @texts: const char * → width of the text, of all cells. Returns %NULL when cancelled. */
TlTableWish *tl_table_columns_measure (TlTablePages  *self,
                                       GHashTable    *texts,
                                       GCancellable  *cancellable);
/* Whether it is better to lay the paper across. */
gboolean     tl_table_columns_want_landscape (const TlTablePages *self,
                                              const TlTableWish  *wishes,
                                              double              room);
/* Sets widths and bands. */
void         tl_table_columns_share   (TlTablePages      *self,
                                       const TlTableWish *wishes);

double       tl_table_pages_get_padding_x (const TlTablePages *self);
double       tl_table_pages_get_row_height (const TlTablePages *self,
                                            guint               n_lines);
/* With the gap beneath them. */
double       tl_table_pages_get_notes_height (const TlTablePages *self);

G_END_DECLS
