/* tl-library-projects.h: the list of the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library.h"
#include "library/tl-library-project.h"

G_BEGIN_DECLS

/* A list model of TlLibraryProject that follows a library; by URI, so that nothing
 * but what comes and goes moves. Properties: `n-items`; `is-loaded` (boolean): the
 * library has told what there is, once at least.
 *
 * Signal `updated`: what is known of some that were in it already is another now;
 * whoever sorts or filters does so anew. */
#define TL_TYPE_LIBRARY_PROJECTS (tl_library_projects_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryProjects, tl_library_projects, TL, LIBRARY_PROJECTS, GObject)

TlLibraryProjects *tl_library_projects_new           (TlLibrary         *library) G_GNUC_WARN_UNUSED_RESULT;
gboolean           tl_library_projects_get_is_loaded (TlLibraryProjects *self);

/* Returns: (transfer none) (nullable) */
TlLibraryProject  *tl_library_projects_find          (TlLibraryProjects *self,
                                                      const char        *uri);

G_END_DECLS
