/* tl-lifecycle.h: where a service stands on its way, and what is missing there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-blueprint.h"

G_BEGIN_DECLS

/* A service is at the stage that it is said to be at. Where nobody has said it, or
 * the edition has no such stage, it is at the furthest one of whose expected
 * objects on the line one is there. What the edition expects by then is this
 * project's own reading of it, and has to be shown as that.
 *
 * A service is stuck when an object on the line is missing that its stage expects:
 * it went on without, and cannot be followed through any more. Everything here
 * looks at the elements of the service once. */

typedef struct
{
  const TlStage *stage;      /* NULL: nothing on the line yet */
  gboolean       is_derived; /* nobody has said it */
  gboolean       is_stuck;
  guint          n_expected; /* kinds that should be there by now */
  guint          n_missing;  /* of these */
} TlStanding;

void       tl_lifecycle_get_standing (TlRecord        *service,
                                      TlStanding      *standing);

/**
 * tl_lifecycle_list_missing:
 * @service: a service in a project
 * @stage: (nullable): by when, %NULL for where it stands
 *
 * Returns: (transfer container) (element-type TlExpectation): what should exist
 *   by then and does not, in the order in which it is expected
 */
GPtrArray *tl_lifecycle_list_missing (TlRecord        *service,
                                      const TlStage   *stage) G_GNUC_WARN_UNUSED_RESULT;

/* How many services stand at a stage, and how many of them are stuck. */
typedef struct
{
  guint n_services;
  guint n_stuck;
} TlStageCount;

/**
 * tl_lifecycle_count:
 *
 * Counts the services that are not retired by where they stand; one pass over all
 * elements.
 *
 * Returns: (transfer full) (element-type TlStage TlStageCount): what there is at
 *   each stage at which there is something
 */
GHashTable *tl_lifecycle_count     (TlProject        *project) G_GNUC_WARN_UNUSED_RESULT;

/* A sentence: "At Design & Publish in Request to Fulfill since 2026-09-14, and stuck:
 * missing by then are Release Blueprint, Catalog Entry." (transfer full) */
char      *tl_lifecycle_create_text  (TlRecord        *service) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
