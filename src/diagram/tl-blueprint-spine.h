/* tl-blueprint-spine.h: the backbones of a blueprint, a band each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-blueprint-private.h"

G_BEGIN_DECLS

/* Objects of one kind, one beneath the other. In canvas units. */
typedef struct
{
  const TlElementKind *kind;
  TlLane               lane;
  guint                turn;  /* 0, or the number of a further column of the kind */
  double               x;
  double               width;
} TlSpineColumn;

/* A circle. */
typedef struct
{
  int    item;   /* -1: a slot, for what the service does not have */
  guint  column;
  guint  row;
  double height;
  int    node;
} TlSpineStation;

typedef struct
{
  TlLine  line;
  GArray *columns;    /* of TlSpineColumn, along the line */
  GArray *stations;   /* of TlSpineStation, by column */
  guint   n_rows;
  double  row_height;
  double  caption;    /* height of the name above it, 0 where there is none */
  TlRect  name;       /* where that is read; no width where there is none */
  double  y;
} TlSpineBand;

struct _TlBlueprintSpine
{
  TlSpineBand bands[2];
  guint       n_bands;
  int        *stations; /* of each item: its place in the stations of its band, or -1 */
};

TlBlueprintSpine *tl_blueprint_spine_new  (TlBlueprintBuild       *build,
                                           const TlBlueprintTies  *ties);
void              tl_blueprint_spine_free (TlBlueprintSpine       *self);
/* What the objects in a lane need, canvas units. */
double            tl_blueprint_spine_get_width  (TlBlueprintSpine *self,
                                                 TlLane            lane);
double            tl_blueprint_spine_get_height (TlBlueprintSpine *self);

/* Down to where no path may go, so that it crosses neither headings nor the first line. */
double            tl_blueprint_spine_get_top (const TlBlueprintSpine *self);

/* Puts circles into the lanes, which are in the scene, from @y down, and the lines
 * through them. Marks the ties that the lines show. */
void              tl_blueprint_spine_add  (TlBlueprintSpine       *self,
                                           TlBlueprintBuild       *build,
                                           const TlBlueprintTies  *ties,
                                           double                  y);

/* tl-blueprint-spine-line.c */
void              tl_blueprint_spine_add_line (TlBlueprintSpine   *self,
                                               TlBlueprintBuild   *build,
                                               TlSpineBand        *band);

G_END_DECLS
