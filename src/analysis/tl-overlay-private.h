/* tl-overlay-private.h: what is collected for an overlay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-component-fact.h"
#include "analysis/tl-overlay.h"

G_BEGIN_DECLS

#define TL_OVERLAY_N_STEPS 6

/* What the pass collects about a component or activity. */
typedef struct
{
  TlOverlayValue value;
  const char    *current_date; /* of the assessment that gave it */
  const char    *goal_date;
  double         current;      /* -1: not known; of several projects the average */
  double         goal;
  guint          n_tools;
  guint          n_priced;     /* tools with a cost */
  gboolean       takes_tools;  /* whether a project can say that tools support it */
  guint          last_tool;    /* serial of the tool counted last: a tool counts once */
  GArray        *costs;        /* of TlComponentCost, or NULL */
} TlOverlayEntry;

/* Services at a place. */
typedef struct
{
  TlOverlayValue value;
  guint          n_services;
  guint          n_stuck;
  char          *hint;         /* "2 stuck", or NULL */
} TlOverlayPlace;

struct _TlOverlay
{
  TlOverlayKind kind;
  GHashTable   *entries;       /* id → TlOverlayEntry */
  GHashTable   *places;        /* TlConcept → TlOverlayPlace; NULL but for services */
  const char   *currency;      /* of the scale, interned or NULL */
  double        cost_step;     /* what one step of the scale is worth */
  double        tools_step;    /* likewise of numbers of tools; 0: each number has its own */
  char         *labels[TL_OVERLAY_N_STEPS];
};

/* Makes an entry, of which nothing is known, for each component and activity. */
void tl_overlay_add_entries (TlOverlay       *self,
                             const TlEdition *edition);
/* Adds to the amount in an interned currency. */
void tl_overlay_add_cost    (TlOverlayEntry  *entry,
                             const char      *currency,
                             double           amount);
/* Works out the values of what was collected, and the labels. */
void tl_overlay_work_out    (TlOverlay       *self);
/* The smallest step that looks well, of which five cover @max. */
double tl_overlay_round_step (double          max);

/* Fills the entries from the assessments and tools of @project, and finds the
 * currency of the scale. */
void tl_overlay_collect (TlOverlay *self,
                         TlProject *project);

/* tl-overlay-services.c: fills the places with their values, and the labels. */
void tl_overlay_collect_services (TlOverlay *self,
                                  TlProject *project);

G_END_DECLS
