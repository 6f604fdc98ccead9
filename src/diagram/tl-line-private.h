/* tl-line-private.h: what the pictures of lines and of impact share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-line-view.h"
#include "diagram/tl-text.h"

G_BEGIN_DECLS

/* Elements and the ways between them, on the way to be a scene. Nodes stand in
 * columns; what an edge leads to is to the right of where it comes from, mostly. */
typedef struct
{
  TlRecord *element;
  guint     column;
  double    y;
  double    height;
  int       node;   /* in the scene */
} TlLineStop;

typedef struct
{
  guint       from;  /* stops */
  guint       to;
  const char *key;   /* or NULL */
  const char *label; /* or NULL */
} TlLineStep;

typedef struct
{
  TlTraceability *traceability;
  TlRecord       *element;  /* that it is about */
  TlTextMeasure  *text;
  TlSceneBuilder *scene;
  GStringChunk   *strings;
  double          unit;
  double          width;    /* of all boxes */
  GArray         *stops;    /* of TlLineStop */
  GArray         *steps;    /* of TlLineStep */
  GHashTable     *numbers;  /* TlRecord → stop + 1 */
} TlLineBuild;

#define tl_line_get_stop(self, i) (&g_array_index ((self)->stops, TlLineStop, (i)))
#define tl_line_get_step(self, i) (&g_array_index ((self)->steps, TlLineStep, (i)))

void     tl_line_build_init   (TlLineBuild                *self,
                               TlTraceability             *traceability,
                               TlRecord                   *element,
                               const PangoFontDescription *font,
                               const char                 *title);
TlScene *tl_line_build_end    (TlLineBuild                *self); /* clears it */

guint    tl_line_build_add    (TlLineBuild                *self,
                               TlRecord                   *element); /* once each */
/* Number of the stop of an element, or -1. */
int      tl_line_build_find   (TlLineBuild                *self,
                               TlRecord                   *element);
/* The node of a stop, complete but for its bounds. @marks: whether gaps are shown. */
TlNode   tl_line_build_node   (TlLineBuild                *self,
                               guint                       stop,
                               gboolean                    marks);
/* Makes boxes as wide as all need, and each as high as it needs. */
void     tl_line_build_measure (TlLineBuild               *self,
                                gboolean                   marks);
/* Draws the steps, around what stands in their way; the stops are in the scene. */
void     tl_line_build_connect (TlLineBuild               *self,
                                TlRole                     role);

/* Adds the steps along paths that are known: (element-type GArray) of TlPoint, as the steps. */
void     tl_line_build_add_edges (TlLineBuild             *self,
                                  GPtrArray               *paths,
                                  TlRole                   role);

/* tl-line-place.c: decides on the order in the columns and on y: what is joined is
 * level where it can be. @apart: between boxes. Returns the height of all. */
double   tl_line_build_place  (TlLineBuild                *self,
                               guint                       n_columns,
                               double                      apart);

G_END_DECLS
