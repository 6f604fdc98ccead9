/* tl-overlay.h: values of components and activities, for heat maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-component-fact.h"
#include "project/tl-project.h"

G_BEGIN_DECLS

typedef enum
{
  TL_OVERLAY_NONE,
  TL_OVERLAY_MATURITY, /* "maturity": current maturity, 0–5 */
  TL_OVERLAY_GAP,      /* "gap": goal less current */
  TL_OVERLAY_TOOLS,    /* "tools": number of tools; 0 is a gap, more than one an overlap */
  TL_OVERLAY_COST,     /* "cost": annual cost of the tools, shared evenly among what each supports */
  TL_OVERLAY_SERVICES, /* "services": number of services at a stage, and how many are stuck there */
} TlOverlayKind;

#define TL_N_OVERLAY_KINDS (TL_OVERLAY_SERVICES + 1)

/* What counts:
 *
 * - Maturity and gap: of each number the latest assessment that gives it, so
 *   that a goal once set stays when only the maturity is assessed anew.
 * - Tools and cost: tools that are in use, which is live, phasing out, or of no
 *   state given; planned and retired ones do not count. A supporting activity
 *   has the tools of its components.
 * - Amounts in different currencies are never added up. The scale is in the
 *   currency of the project or, if it has none, the one that most tools have.
 *   What has another currency has a text and no heat; what has several shows one
 *   amount and that there are others ("48 k€ +…").
 * - Services: all but retired ones, where tl_lifecycle_get_standing() sees them. A
 *   value stream has those of its stages. A functional group of 3.0, which has no
 *   stages, has those whose stage is about an object on a line that is at home
 *   there: the last one that is expected by then.
 */
typedef struct
{
  gboolean known;    /* FALSE: not assessed, or no cost known: text is "–" */
  double   value;    /* of the cost, what is in the currency of the scale */
  int      heat;     /* 0–5; -1: not known, or not on the scale */
  char     text[32]; /* to stand in the node, by locale: "3", "+2", "210 k€", "≥ 48 k€" */
  const char *hint;  /* "gap", "overlap" … translated, or NULL: what a colour must not say alone */
} TlOverlayValue;

/* The values of one overlay in one project, for all components and activities,
 * or for all streams, stages and groups; computed in one pass. Immutable; belongs to the thread of the project. */
typedef struct _TlOverlay TlOverlay;

/**
 * tl_overlay_new:
 * @project: a project
 * @kind: which values
 *
 * Computes the values anew, in one pass over tools and assessments: cheap
 * enough to be called after every change.
 *
 * Returns: (transfer full): the values
 */
TlOverlay            *tl_overlay_new      (TlProject       *project,
                                           TlOverlayKind    kind) G_GNUC_WARN_UNUSED_RESULT;
/* What projects say of a component or activity, added up. */
typedef struct
{
  const char            *id;
  double                 current;  /* average maturity; -1: not known */
  double                 goal;
  guint                  n_tools;  /* in use, in all projects */
  guint                  n_priced; /* of these, with a cost */
  const TlComponentCost *costs;    /* one a currency */
  guint                  n_costs;
} TlOverlayTotal;

/**
 * tl_overlay_new_for_totals:
 * @edition: whose components and activities these are
 * @kind: which values; not those of services
 * @totals: (array length=n_totals): only read during the call
 * @currency: (nullable): the currency to compare costs in, if there are some in it;
 *   else that in which most components have costs
 *
 * The same for what several projects say together. Numbers of tools are on a scale
 * of their own there: several projects each have some.
 *
 * Returns: (transfer full): the values
 */
TlOverlay            *tl_overlay_new_for_totals (const TlEdition      *edition,
                                           TlOverlayKind         kind,
                                           const TlOverlayTotal *totals,
                                           guint                 n_totals,
                                           const char           *currency) G_GNUC_WARN_UNUSED_RESULT;
void                  tl_overlay_free     (TlOverlay       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOverlay, tl_overlay_free)

/* The value of a component or activity; NULL if the edition has none with this
 * id or the overlay is TL_OVERLAY_NONE. */
const TlOverlayValue *tl_overlay_get      (const TlOverlay *self,
                                           const char      *id); /* component or activity */
/* The value of a stream, stage or top group of its edition; NULL but for services. */
const TlOverlayValue *tl_overlay_get_place (const TlOverlay *self,
                                            const TlConcept *place);
TlOverlayKind         tl_overlay_get_kind (const TlOverlay *self);
/* Number of tools in use of a component or activity, in every kind of overlay. */
guint                 tl_overlay_get_n_tools (const TlOverlay *self,
                                              const char      *id);
#define TL_OVERLAY_N_STEPS 6
/* Labels of the six steps of the scale for the legend ("0" … "5", "0", "1", "2" …;
 * cost: ranges); NULL where a step is not used. */
const char           *tl_overlay_get_step_label (const TlOverlay *self,
                                                 int              step);

const char   *tl_overlay_kind_get_label   (TlOverlayKind kind); /* "Maturity today" */
const char   *tl_overlay_kind_get_token   (TlOverlayKind kind); /* "maturity" */
/* What its colours do not say: "– not assessed"; NULL if there is nothing. */
const char   *tl_overlay_kind_get_note    (TlOverlayKind kind);
gboolean      tl_overlay_kind_parse       (const char    *token,
                                           TlOverlayKind *kind);

G_END_DECLS
