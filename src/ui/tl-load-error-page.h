/* tl-load-error-page.h: says why a file cannot be opened, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlLoadErrorPage:
 *
 * Names the file, every problem with its line, and offers to open what can be
 * read, as a copy (`win.salvage`).
 */
#define TL_TYPE_LOAD_ERROR_PAGE (tl_load_error_page_get_type ())
G_DECLARE_FINAL_TYPE (TlLoadErrorPage, tl_load_error_page, TL, LOAD_ERROR_PAGE, GtkWidget)

/**
 * tl_load_error_page_set_error:
 * @file: what could not be opened
 * @error: why
 * @problems: (nullable) (element-type TlProblem): what was found wrong in it
 */
void   tl_load_error_page_set_error (TlLoadErrorPage *self,
                                     GFile           *file,
                                     const GError    *error,
                                     GPtrArray       *problems);
GFile *tl_load_error_page_get_file  (TlLoadErrorPage *self); /* nullable */

G_END_DECLS
