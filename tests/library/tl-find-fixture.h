/* tl-find-fixture.h: a library of two projects in which things are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-find.h"
#include "tl-library-fixture.h"

G_BEGIN_DECLS

/* The first of the projects, bank.it4it; the other one is insurance.it4it. */
extern const char tl_find_bank[];

/* For g_test_add() with tl_library_fixture_tear_down(). */
void       tl_find_fixture_set_up (TlLibraryFixture *fixture,
                                   gconstpointer     unused);

/* Finds; fails the test if that fails. Returns: (transfer full): hits */
GPtrArray *tl_find_fixture_find   (TlLibraryFixture *fixture,
                                   const char       *text,
                                   guint             limit) G_GNUC_WARN_UNUSED_RESULT;

/* Names of what is found but for findings, in order, separated by `|`. */
char      *tl_find_join_names     (GPtrArray        *hits) G_GNUC_WARN_UNUSED_RESULT;
void       tl_find_assert_found   (TlLibraryFixture *fixture,
                                   const char       *text,
                                   const char       *expected);

G_END_DECLS
