/* tl-library-page.h: the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "library/tl-library-projects.h"
#include "ui/tl-print-content.h"

G_BEGIN_DECLS

/**
 * TlLibraryPage:
 *
 * The projects as a grid or list, to be sorted, filtered and opened; how far the
 * library is with looking at files, and what is the matter with it.
 */
#define TL_TYPE_LIBRARY_PAGE (tl_library_page_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryPage, tl_library_page, TL, LIBRARY_PAGE, GtkWidget)

void tl_library_page_set_library (TlLibraryPage     *self,
                                  TlLibrary         *library,
                                  TlLibraryProjects *projects);

/* The projects that are listed, for paper. (transfer full) */
TlPrintContent *tl_library_page_create_print_content (TlLibraryPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
