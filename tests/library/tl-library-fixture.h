/* tl-library-fixture.h: a library in a directory of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-index.h"
#include "support/tl-test-support.h"

G_BEGIN_DECLS

/* Two services with three elements, one of them with a gap; a tool; assessments
 * of one component; a finding. Names are told apart by @name. */
char          *tl_library_make_project (const char *id,
                                        const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A directory for the projects, and a database beside it. */
typedef struct
{
  char    *directory;
  char    *path;      /* of the database */
  TlIndex *index;
} TlLibraryFixture;

void           tl_library_fixture_set_up    (TlLibraryFixture *self,
                                             gconstpointer     unused);
/* Ends with a check of the database. */
void           tl_library_fixture_tear_down (TlLibraryFixture *self,
                                             gconstpointer     unused);

/* Writes a file as if it had been there for long, so that the file system's word
 * is believed. Returns: (transfer full): the file */
GFile         *tl_library_fixture_write     (TlLibraryFixture *self,
                                             const char       *name,
                                             const char       *contents) G_GNUC_WARN_UNUSED_RESULT;
void           tl_library_age               (GFile            *file,
                                             guint             seconds);

/* Looks at a file; fails the test if that fails. */
TlIndexChange  tl_library_fixture_update    (TlLibraryFixture *self,
                                             GFile            *file);

/* The project of a file: (transfer full), NULL if it is not known. */
TlLibraryEntry *tl_library_fixture_find     (TlLibraryFixture *self,
                                             GFile            *file) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the database with a connection of its own for one text, "" for none. */
char          *tl_library_ask               (const char       *path,
                                             const char       *sql) G_GNUC_WARN_UNUSED_RESULT;

#define tl_library_assert_answer(path, sql, expected)                  \
  G_STMT_START {                                                       \
    g_autofree char *tl_answer_ = tl_library_ask (path, sql);          \
    g_assert_cmpstr (tl_answer_, ==, expected);                        \
  } G_STMT_END

/* Opens the database anew and checks it. */
void           tl_library_assert_whole      (const char       *path);

G_END_DECLS
