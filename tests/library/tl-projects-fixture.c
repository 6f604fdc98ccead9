/* tl-projects-fixture.c: a library as the windows use it, in a directory of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-projects-fixture.h"

#include "tl-library-fixture.h"

#include <glib/gstdio.h>

void
tl_projects_fixture_open (TlProjectsFixture *self)
{
  self->library = tl_library_new (self->path);
  self->projects = tl_library_projects_new (self->library);
  self->validator = tl_list_validator_new (G_LIST_MODEL (self->projects));
  tl_test_wait_for (tl_library_projects_get_is_loaded (self->projects));
}

void
tl_projects_fixture_set_up (TlProjectsFixture *self,
                            gconstpointer      data)
{
  self->root = tl_test_create_directory ();
  self->folder = g_build_filename (self->root, "projects", NULL);
  self->path = g_build_filename (self->root, "data", "library.db", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  tl_projects_fixture_open (self);
}

void
tl_projects_fixture_close (TlProjectsFixture *self)
{
  gpointer library = self->library, projects = self->projects;

  tl_library_close (self->library);
  tl_list_validator_free (self->validator);
  g_object_add_weak_pointer (projects, &projects);
  g_object_add_weak_pointer (library, &library);
  g_object_unref (self->projects);
  g_object_unref (self->library);
  /* Answers may be on their way. */
  tl_test_wait_for (projects == NULL && library == NULL);
}

void
tl_projects_fixture_tear_down (TlProjectsFixture *self,
                               gconstpointer      data)
{
  tl_projects_fixture_close (self);
  tl_library_assert_whole (self->path);
  g_free (self->path);
  g_free (self->folder);
  tl_test_remove_directory (self->root);
}

GFile *
tl_library_write_project (const char *folder,
                          const char *file,
                          const char *name)
{
  g_autofree char *text = tl_library_make_project (file, name);
  g_autofree char *path = tl_test_write_file (folder, file, text, -1);

  return g_file_new_for_path (path);
}
