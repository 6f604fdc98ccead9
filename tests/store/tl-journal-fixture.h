/* tl-journal-fixture.h: a project and its journal, for their tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-journal-private.h"
#include "tl-test-support.h"

G_BEGIN_DECLS

typedef struct
{
  TlTestDirectory *directory;
  char            *path;
  GFile           *file;
  TlProject       *project;
  TlJournal       *journal;
} JournalFixture;

/* @data: which file of the source tree, or %NULL for the one with everything in it */
void journal_fixture_set_up    (JournalFixture *fixture,
                                gconstpointer   data);
void journal_fixture_tear_down (JournalFixture *fixture,
                                gconstpointer   data);
/* The program is gone; what is in the log stays. */
void journal_fixture_crash     (JournalFixture *fixture);

/* One edit that undo takes back by itself. */
void journal_rename_tool       (TlProject      *project,
                                const char     *name);

G_END_DECLS
