/* tl-traceability.h: whether the line is whole, and where it is broken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-blueprint.h"

G_BEGIN_DECLS

/* Follows a project and always knows, for every element, what leads to it and
 * from it, and what it still needs. Made in one pass over all elements and
 * relations (100,000 of them in less than 150 ms); after an edit only what it
 * touches is looked at again. One a project, kept by tl_traceability_get(), which
 * lives as long as the project does. Main thread, or the project's.
 *
 * It is right again before the handlers of TlProject::changed run, in whatever
 * order they were connected; while a transaction is open it says what was before.
 * What it does not know, as what is loose, has no neighbours and no gaps.
 *
 * Signal:
 *   changed (GHashTable *elements, GHashTable *services): after a transaction,
 *     undo or redo that changed anything this knows; sets of TlRecord whose
 *     gaps, traces or neighbours are others than before, with those that are new
 *     and those that are gone; also services whose gaps are in another order */
#define TL_TYPE_TRACEABILITY (tl_traceability_get_type ())
G_DECLARE_FINAL_TYPE (TlTraceability, tl_traceability, TL, TRACEABILITY, GObject)

typedef enum
{
  TL_TRACED_NOT_NEEDED,
  TL_TRACED_NO,
  TL_TRACED_YES,
} TlTraced;

/* A need that is not met. */
typedef struct
{
  const TlGapRule *rule;
  TlRecord        *element;
} TlGap;

/* A way that a failure takes. A service is hit itself, through no relation, where
 * it uses what is hit (TlUse) but none of its elements is. */
typedef struct
{
  TlRecord             *element;  /* what is hit: TlElement, or TlService */
  TlRecord             *by;       /* through what; NULL for the first */
  const TlRelationKind *relation; /* that joins the two; NULL for the first, and for services */
  guint                 distance; /* steps from what fails, from 0 */
} TlImpact;

TlTraceability *tl_traceability_get            (TlProject      *project); /* transfer none */

TlTraced        tl_traceability_get_forward    (TlTraceability *self,
                                                TlRecord       *element);
TlTraced        tl_traceability_get_backward   (TlTraceability *self,
                                                TlRecord       *element);

/* Relations that start / end at an element, of any service, in the order of the
 * file (TlRecord, transfer container). */
GPtrArray      *tl_traceability_list_out       (TlTraceability *self,
                                                TlRecord       *element);
GPtrArray      *tl_traceability_list_in        (TlTraceability *self,
                                                TlRecord       *element);
/* Services other than its own that use it, or keep a relation with it, in their
 * order (TlRecord, transfer container). */
GPtrArray      *tl_traceability_list_users     (TlTraceability *self,
                                                TlRecord       *element);

/* Gaps of one element / of a service in the order of the file / of all (GArray of TlGap). */
GArray         *tl_traceability_list_gaps_of   (TlTraceability *self,
                                                TlRecord       *element);
GArray         *tl_traceability_list_gaps      (TlTraceability *self,
                                                TlRecord       *service); /* nullable: all */
guint           tl_traceability_count_gaps     (TlTraceability *self,
                                                TlRecord       *service); /* nullable; at once */

/* How far along the backbone: objects of the line that there are, of how many. */
void            tl_traceability_get_progress   (TlTraceability *self,
                                                TlRecord       *service,
                                                guint          *n_there,
                                                guint          *n_line);
/* Share of needs for traces that are met, 0 to 1; 1 if there are none. */
double          tl_traceability_get_traced     (TlTraceability *self,
                                                TlRecord       *service);

/* The whole line through an element: itself, everything that traces lead to from
 * it, and from which they lead to it, and the traces themselves; each once,
 * nearest first (TlRecord, transfer container). */
void            tl_traceability_follow         (TlTraceability *self,
                                                TlRecord       *element,
                                                GPtrArray     **elements,
                                                GPtrArray     **traces);

/* What is hit if an element fails, across services, itself first, nearest first
 * (GArray of TlImpact). */
GArray         *tl_traceability_list_impact    (TlTraceability *self,
                                                TlRecord       *element);

G_END_DECLS
