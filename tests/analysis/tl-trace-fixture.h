/* tl-trace-fixture.h: a small project with gaps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* Service `pay`: capability `take` is realized by component `checkout` (r1), that
 * by application `app` (r2), which runs on `server` (r3); nothing realizes
 * capability `refund`; nothing asks for `service`, its conceptual service.
 * Service `books` has database `ledger`, which `app` uses (r4, kept in `pay`), and
 * service `tax`, which has nothing else, says that it uses (u1). Edition 2.1. */
TlProject *tl_trace_fixture_new_project (void) G_GNUC_WARN_UNUSED_RESULT;

/* A project from its text. */
TlProject *tl_trace_fixture_read        (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
