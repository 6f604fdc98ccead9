/* tl-overlay.h: values of components and activities, for heat maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

typedef enum
{
  TL_OVERLAY_NONE,
  TL_OVERLAY_MATURITY, /* "maturity": current maturity, 0–5 */
  TL_OVERLAY_GAP,      /* "gap": goal less current */
  TL_OVERLAY_TOOLS,    /* "tools": number of tools; 0 is a gap, more than one an overlap */
  TL_OVERLAY_COST,     /* "cost": annual cost of the tools, shared evenly among what each supports */
} TlOverlayKind;

typedef struct
{
  gboolean known;  /* FALSE: not assessed, no tool: "–" */
  double   value;
  int      heat;   /* 0–5 */
  char     text[24]; /* to stand in the node, by locale: "3", "+2", "210 k€" */
  const char *hint;  /* "gap", "overlap" translated, or NULL: what a colour must not say alone */
} TlOverlayValue;

/* The values of one overlay in one project, for all components and activities;
 * computed in one pass. Immutable; belongs to the thread of the project. */
typedef struct _TlOverlay TlOverlay;

TlOverlay            *tl_overlay_new      (TlProject       *project,
                                           TlOverlayKind    kind) G_GNUC_WARN_UNUSED_RESULT;
void                  tl_overlay_free     (TlOverlay       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOverlay, tl_overlay_free)

const TlOverlayValue *tl_overlay_get      (const TlOverlay *self,
                                           const char      *id); /* component or activity */
/* Labels of the six steps of the scale for the legend ("0" … "5", "0", "1", "2" …;
 * cost: ranges); NULL where a step is not used. */
const char           *tl_overlay_get_step_label (const TlOverlay *self,
                                                 int              step);

const char   *tl_overlay_kind_get_label   (TlOverlayKind kind); /* "Maturity today" */
const char   *tl_overlay_kind_get_token   (TlOverlayKind kind); /* "maturity" */
gboolean      tl_overlay_kind_parse       (const char    *token,
                                           TlOverlayKind *kind);

G_END_DECLS
