/* tl-painter-private.h: the parts of a painter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-painter.h"
#include "diagram/tl-scene-private.h"
#include "diagram/tl-shape.h"

G_BEGIN_DECLS

/* Smaller letters than this many device pixels are not painted. */
#define TL_PAINTER_LEAST_TEXT    5.0
/* Below this scale corners are sharp. */
#define TL_PAINTER_ROUNDED_SCALE 0.35
/* Texts of edges are never wider, so that it is known how far they may reach. */
#define TL_PAINTER_LABEL_WIDTH   96.0
#define TL_PAINTER_LABEL_REACH   112.0
#define TL_PAINTER_ARROW_REACH   20.0

struct _TlPainter
{
  const TlPalette      *palette;
  PangoFontDescription *font;
  TlTextMeasure        *measure;      /* NULL until something is painted */
  const TlMarks        *marks;        /* of what is painted: those that are @shown; NULL: all */
  guint8                shown;
  GArray               *nodes;        /* scratch, guint32 */
  GArray               *edges;

  /* While painting: */
  cairo_t              *cr;
  const TlScene        *scene;
  const TlEdge         *edge_list;    /* those of the scene, or in their place … */
  const TlPoint        *point_list;   /* … with points of their own */
  double                scale;
  gboolean              strong;       /* edges thick: a highlight */
  gboolean              snap;         /* pixels are known: lines keep to them */
  double                x_scale;      /* canvas units → pixels of the target */
  double                y_scale;
  double                x_offset;
  double                y_offset;
};

/* Helpers of all parts */
void     tl_painter_set_color       (TlPainter      *self,
                                     const TlColor  *color);
/* Width of a line of so many units: whole pixels, at least one. */
double   tl_painter_get_line_width  (TlPainter      *self,
                                     double          units);
/* The nearest place where a line of that width covers whole pixels. */
double   tl_painter_snap_x          (TlPainter      *self,
                                     double          x,
                                     double          line_width);
double   tl_painter_snap_y          (TlPainter      *self,
                                     double          y,
                                     double          line_width);
/* The centre line of a border inside @rect. */
TlRect   tl_painter_snap_border     (TlPainter      *self,
                                     const TlRect   *rect,
                                     double          line_width);
void     tl_painter_add_rounded     (TlPainter      *self,
                                     const TlRect   *rect,
                                     double          radius);
gboolean tl_painter_text_is_legible (TlPainter      *self,
                                     TlTextStyle     style);
void     tl_painter_show_text       (TlPainter      *self,
                                     const char     *string,
                                     const TlShapeText *text,
                                     const TlColor  *color);

/* tl-painter-node.c */
void     tl_painter_paint_node      (TlPainter      *self,
                                     const TlNode   *node);
void     tl_painter_add_outline     (TlPainter      *self,
                                     const TlNode   *node,
                                     double          grow);
/* The chip of a node's note, on top of the rest. */
void     tl_painter_paint_note      (TlPainter           *self,
                                     const TlNode        *node,
                                     const TlShapePlaces *places);
/* What is painted where a text of an edge stands. */
const TlColor *tl_painter_get_background (TlPainter *self,
                                          double     x,
                                          double     y);

/* tl-painter-edge.c */
/* The line, rounded where it turns, without its arrow; to be stroked. */
void     tl_painter_add_edge        (TlPainter      *self,
                                     const TlEdge   *edge);
void     tl_painter_paint_edges     (TlPainter      *self,
                                     const GArray   *edges,
                                     gboolean        front);
void     tl_painter_paint_labels    (TlPainter      *self,
                                     const GArray   *edges,
                                     gboolean        front);

/* tl-painter-overview.c: far out, straight into pixels. FALSE when that cannot
 * be done here, and nothing was painted. */
gboolean tl_painter_paint_overview  (TlPainter      *self,
                                     const GArray   *nodes,
                                     const GArray   *edges);

G_END_DECLS
