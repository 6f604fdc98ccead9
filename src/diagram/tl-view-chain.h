/* tl-view-chain.h: what the parts of the value chain share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-private.h"

G_BEGIN_DECLS

#define TL_CHAIN_MAX_LINES 2 /* backbones */

/* How all stands: boxes in as many columns as the rows need, chevrons as narrow
 * as what they hold; or, without rows, in two columns, chevrons as wide as the
 * widest. */
typedef struct
{
  guint rows; /* of boxes in a chevron or panel, at most */
  guint bars; /* side by side */
} TlChainArrangement;

/* A chevron: what stands above the backbone, what beneath. 2.1: a grid of boxes
 * each; 3.0: a panel of a sub-group each. */
typedef struct
{
  const TlConcept *place;
  TlNode           node;
  guint            n_columns; /* of boxes */
  GPtrArray       *boxes;     /* of TlFlow: all of them, not owned */
  double           content;   /* width of what stands in it */
  TlFlow          *above;
  TlFlow          *below;
  TlRect           bounds;
  int              index;
} TlChevron;

typedef struct
{
  GPtrArray  *objects;  /* of TlDataObject */
  TlNode     *nodes;
  double     *cells;    /* width of each */
  int        *indices;
  TlNode      caption;
  double      label;    /* height of circle and title */
  double      top;
  guint       first;    /* chevron the line starts in */
} TlChainLine;

typedef struct
{
  TlViewBuild       *build;
  TlChainArrangement arrangement;
  GArray            *chevrons; /* of TlChevron */
  TlFlow            *bars;
  TlChainLine        lines[TL_CHAIN_MAX_LINES];
  guint              n_lines;
  gboolean           has_groups;
  double             gap;      /* between boxes and lines */
  double             head;
  double             above;    /* heights of what stands above and beneath the lines */
  double             below;
  double             slack;    /* room for panels beside a slanted side */
  double             depth;
  double             width;
  double             height;   /* of the chevrons */
} TlChain;

TlChevron *tl_chain_get_chevron   (TlChain     *chain,
                                   guint        number);
/* How far the slanted side stands in at @y. */
double     tl_chain_get_slant     (TlChain     *chain,
                                   double       y);

/* Takes @objects, of the backbone @number. */
void       tl_chain_add_line      (TlChain     *chain,
                                   GPtrArray   *objects,
                                   guint        number);
/* What a line needs in each chevron; then, their widths known, what each of its
 * circles gets, and how high they are. */
void       tl_chain_measure_line  (TlChain     *chain,
                                   TlChainLine *line);
void       tl_chain_measure_cells (TlChain     *chain,
                                   TlChainLine *line);
/* Once the chevrons are in the scene. */
void       tl_chain_emit_line     (TlChain     *chain,
                                   TlChainLine *line);

G_END_DECLS
