/* tl-project-cell.h: a project in the grid or list of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "library/tl-library-project.h"

G_BEGIN_DECLS

/**
 * TlProjectCell:
 *
 * A card with a large picture, or a row with a small one. Empty until it is filled,
 * so that a list may make many at once and fill those first that are seen.
 *
 * Signals:
 * - `menu` (GtkWidget): the button for the menu was pressed
 */
#define TL_TYPE_PROJECT_CELL (tl_project_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectCell, tl_project_cell, TL, PROJECT_CELL, GtkWidget)

GtkWidget        *tl_project_cell_new         (gboolean          is_card) G_GNUC_WARN_UNUSED_RESULT;

/* What it is about; it shows it once it is filled. */
void              tl_project_cell_set_project (TlProjectCell    *self,
                                               TlLibraryProject *project); /* nullable */
TlLibraryProject *tl_project_cell_get_project (TlProjectCell    *self);

gboolean          tl_project_cell_is_filled   (TlProjectCell    *self);
void              tl_project_cell_fill        (TlProjectCell    *self);

G_END_DECLS
