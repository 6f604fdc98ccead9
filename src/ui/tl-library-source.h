/* tl-library-source.h: finds what is in the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found-source.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlLibrarySource:
 *
 * Finds things in all projects of the library, by all that is said of them, as of
 * when their files were last read. Of the project that the window has open it leaves
 * out what is no longer there.
 */
#define TL_TYPE_LIBRARY_SOURCE (tl_library_source_get_type ())
G_DECLARE_FINAL_TYPE (TlLibrarySource, tl_library_source, TL, LIBRARY_SOURCE, GObject)

TlLibrarySource *tl_library_source_new      (TlSession       *session) G_GNUC_WARN_UNUSED_RESULT;

/* The file of the session's project. */
void             tl_library_source_set_file (TlLibrarySource *self,
                                             GFile           *file); /* nullable */

G_END_DECLS
