/* tl-project-fixture.h: a project to test with, and what has to hold for any
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* A loose record: field numbers and values, ended by -1. */
TlRecord  *tl_fixture_new_record (const TlRecordType *type,
                                  ...) G_GNUC_WARN_UNUSED_RESULT;

/* Like tl_record_adopt(), which must succeed; returns @child. */
TlRecord  *tl_fixture_adopt      (TlRecord   *parent,
                                  guint       list,
                                  TlRecord   *child);

/* A sealed project of edition 2.1: tools `jira`, `snow`, `git`; integration
 * `i1` from jira to snow; an assessment of incident; service `pay` with elements
 * `c1` (conceptual), `l1`, `l2` (logical), `a1` (realized) and relations `r1` c1
 * to l1, `r2` l1 to a1, `r3` l2 to a1; service `hr` with `h1` and relation `x1`
 * from h1 to l1, use `u1` of l1 and `b1` (realized) of the own kind `batch`;
 * initiative `n1`. */
TlProject *tl_fixture_new_project (void) G_GNUC_WARN_UNUSED_RESULT;

/* All that a project holds, as text; the same for the same facts in the same order. */
char      *tl_fixture_dump       (TlRecord   *record) G_GNUC_WARN_UNUSED_RESULT;

/* Ids are indexed, exactly those; parents, lists and positions agree;
 * required facts are set, all values fit and references resolve. @ever, a set of
 * strings or NULL, collects ids; those in it that are no more must not be found. */
void       tl_fixture_check      (TlProject  *project,
                                  GHashTable *ever);

/* Counts emissions of a signal until the object is gone. */
guint     *tl_fixture_count      (gpointer    object,
                                  const char *signal) G_GNUC_WARN_UNUSED_RESULT;

/* Mirrors a list model from what items-changed says, and fails the test when
 * the model is something else or the signal says more than changed. */
typedef struct _TlListValidator TlListValidator;

TlListValidator *tl_list_validator_new   (GListModel      *model) G_GNUC_WARN_UNUSED_RESULT;
guint            tl_list_validator_get_n (TlListValidator *self); /* signals so far */
void             tl_list_validator_check (TlListValidator *self);
void             tl_list_validator_free  (TlListValidator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlListValidator, tl_list_validator_free)

G_END_DECLS
