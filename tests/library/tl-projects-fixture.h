/* tl-projects-fixture.h: a library as the windows use it, in a directory of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library-projects.h"
#include "project/tl-project-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  char              *root;
  char              *folder;  /* of projects */
  char              *path;    /* of the database */
  TlLibrary         *library; /* not started */
  TlLibraryProjects *projects;
  TlListValidator   *validator;
} TlProjectsFixture;

void   tl_projects_fixture_set_up    (TlProjectsFixture *self,
                                      gconstpointer      unused);
/* Ends with a check of the database. */
void   tl_projects_fixture_tear_down (TlProjectsFixture *self,
                                      gconstpointer      unused);

/* The library ends, and another one of the same database begins. */
void   tl_projects_fixture_open      (TlProjectsFixture *self);
void   tl_projects_fixture_close     (TlProjectsFixture *self);

/* Returns: (transfer full): a file with a project called @name */
GFile *tl_library_write_project      (const char        *folder,
                                      const char        *file,
                                      const char        *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
