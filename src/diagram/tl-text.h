/* tl-text.h: measures and lays out the texts of a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The sizes are shares of the diagram's font size. At the default font (10 pt)
 * the smallest is 9 pt, and nothing is ever smaller at 100 %. */
typedef enum
{
  TL_TEXT_TITLE,        /* 1.0: boxes, bars, rows */
  TL_TEXT_STRONG,       /* 1.0 bold: heads, boxes with a detail line */
  TL_TEXT_PANEL_TITLE,  /* 1.2 bold: panels, chevrons */
  TL_TEXT_CAPTION,      /* 0.9 capitals: above the title of panels and chevrons */
  TL_TEXT_DETAIL,       /* 0.9: beneath a title, at the end of a row or bar */
  TL_TEXT_BADGE,        /* 0.9 bold: upper right */
  TL_TEXT_VALUE,        /* 1.1 bold: of an overlay */
  TL_TEXT_LABEL,        /* 0.9: titles of circles, labels of edges */
  TL_TEXT_LABEL_STRONG, /* 0.9 bold: titles of circles on a backbone */
} TlTextStyle;

#define TL_TEXT_N_STYLES (TL_TEXT_LABEL_STRONG + 1)

/* Lays out texts and keeps the layouts (bounded), so that what is measured is
 * what is painted. Sizes are canvas units at 100 % and scale linearly: metrics
 * are not hinted. Belongs to one thread at a time. */
typedef struct _TlTextMeasure TlTextMeasure;

/* The font of diagrams where nobody says another: Cantarell 10 or, where it is
 * not installed, the sans font. (transfer full) */
PangoFontDescription *tl_text_default_font        (void);

/* In which a text is as wide on every surface, and at every scale. (transfer full) */
PangoContext         *tl_text_create_context      (PangoFontMap               *map) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_text_measure_new:
 * @font: font of the texts at 100 %; a size in points counts at 96 dpi
 *
 * May be called from any thread; what another scene was measured with last is used
 * again, with its layouts.
 *
 * Returns: (transfer full): to be freed with tl_text_measure_free()
 */
TlTextMeasure        *tl_text_measure_new         (const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;
void                  tl_text_measure_free        (TlTextMeasure              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextMeasure, tl_text_measure_free)

/**
 * tl_text_measure_size:
 * @text: (nullable): any text; a longer one than 1,000 characters counts as cut
 * @max_width: where to wrap, negative for never
 * @max_lines: lines to wrap to before the rest is cut with "…"; at least 1
 * @width: (out) (optional): width of the longest line, rounded up to whole units
 * @height: (out) (optional): of the lines there are, rounded up to whole units
 */
void                  tl_text_measure_size        (TlTextMeasure              *self,
                                                   TlTextStyle                 style,
                                                   const char                 *text,
                                                   double                      max_width,
                                                   int                         max_lines,
                                                   double                     *width,
                                                   double                     *height);
/* Whether nothing of @text is cut. */
gboolean              tl_text_measure_fits        (TlTextMeasure              *self,
                                                   TlTextStyle                 style,
                                                   const char                 *text,
                                                   double                      max_width,
                                                   int                         max_lines);
/* Height of one line, rounded up to whole units. */
double                tl_text_measure_line_height (TlTextMeasure              *self,
                                                   TlTextStyle                 style);
/* Size of the letters, in canvas units: for what depends on legibility. */
double                tl_text_measure_font_size   (TlTextMeasure              *self,
                                                   TlTextStyle                 style);
/* The layout itself, for painting. (transfer none): valid until the next call. */
PangoLayout          *tl_text_measure_get_layout  (TlTextMeasure              *self,
                                                   TlTextStyle                 style,
                                                   const char                 *text,
                                                   double                      max_width,
                                                   int                         max_lines,
                                                   PangoAlignment              alignment);

G_END_DECLS
