/* tl-painter.h: paints a scene with Cairo and Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "diagram/tl-palette.h"
#include "diagram/tl-scene-part.h"

G_BEGIN_DECLS

/* A painter belongs to one thread; it keeps text layouts between calls (bounded).
 * Make one a thread to paint one scene from several. */
typedef struct _TlPainter TlPainter;

/**
 * tl_painter_new:
 * @palette: (transfer none): colours, constant
 * @font: font of the texts at 100 %; its size is that of titles in boxes
 */
TlPainter *tl_painter_new  (const TlPalette            *palette,
                            const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;
void       tl_painter_free (TlPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPainter, tl_painter_free)

/**
 * tl_painter_measure_note:
 * @node: index of a node that has been painted
 *
 * Returns: how far its note hangs out beneath it, in canvas units; 0 without one
 */
double     tl_painter_measure_note (TlPainter     *self,
                                    const TlScene *scene,
                                    guint          node);

/**
 * tl_painter_set_part:
 * @marks: (nullable) (transfer none): of the scene that is painted next; %NULL: all
 *   is painted; must live as long as it is set
 * @shown: the mark of what tl_painter_paint() paints
 */
void       tl_painter_set_part (TlPainter     *self,
                                const TlMarks *marks,
                                guint8         shown);

/**
 * tl_painter_paint:
 * @cr: context whose user space is canvas units (already scaled and moved)
 * @scene: what to paint
 * @clip: (nullable): only what touches this, in canvas units; %NULL for all
 * @scale: device pixels a canvas unit: decides how much detail is painted
 *
 * Paints nodes and edges, back to front: what holds others, lines, boxes, the lines
 * in front, circles. Not the background. Adjacent clips give pictures that fit
 * together if the origins are whole pixels apart.
 *
 * Returns: %FALSE if there was nothing to paint
 */
gboolean   tl_painter_paint (TlPainter     *self,
                             cairo_t       *cr,
                             const TlScene *scene,
                             const TlRect  *clip,
                             double         scale);

/**
 * tl_painter_paint_some:
 * @nodes: indices of the nodes to paint, ascending (guint32)
 * @edges: indices of the edges, quiet ones too, painted strong
 *
 * Paints only these, in the order of a whole picture: for highlights on top of a
 * dimmed one. What a box holds is not painted with it: name it too.
 */
void       tl_painter_paint_some (TlPainter     *self,
                                  cairo_t       *cr,
                                  const TlScene *scene,
                                  const GArray  *nodes,
                                  const GArray  *edges,
                                  double         scale);

/**
 * tl_painter_paint_lines:
 * @lines: (array length=n_lines): edges that look like those of @scene but run
 *   elsewhere: their points are in @points
 * @plain: without texts, as for many that move
 *
 * Paints edges in another place than they have in their scene.
 */
void       tl_painter_paint_lines (TlPainter     *self,
                                   cairo_t       *cr,
                                   const TlScene *scene,
                                   const TlEdge  *lines,
                                   guint          n_lines,
                                   const TlPoint *points,
                                   gboolean       plain,
                                   double         scale);

/**
 * tl_painter_paint_node_at:
 * @bounds: where it is to be, and how large, instead of where it is
 * @ring: with a ring around it
 *
 * Paints one node, without what is in it, in another place.
 */
void       tl_painter_paint_node_at (TlPainter     *self,
                                     cairo_t       *cr,
                                     const TlScene *scene,
                                     guint          node,
                                     const TlRect  *bounds,
                                     gboolean       ring,
                                     double         scale);

/* A ring outside a node's shape: it is selected. */
void       tl_painter_paint_ring  (TlPainter     *self,
                                   cairo_t       *cr,
                                   const TlScene *scene,
                                   guint          node,
                                   double         scale);
/* A ring outside that one, close to it: the keyboard is there. */
void       tl_painter_paint_focus (TlPainter     *self,
                                   cairo_t       *cr,
                                   const TlScene *scene,
                                   guint          node,
                                   double         scale);

/* A selected edge: strong, with a ring along it. */
void       tl_painter_paint_edge_ring (TlPainter     *self,
                                       cairo_t       *cr,
                                       const TlScene *scene,
                                       guint          edge,
                                       double         scale);

G_END_DECLS
