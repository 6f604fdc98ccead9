/* tl-project-filter-popover.h: chooses which projects are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-project-filter.h"

G_BEGIN_DECLS

/* A list to choose from for each kind of value; filled when it is opened. */
#define TL_TYPE_PROJECT_FILTER_POPOVER (tl_project_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectFilterPopover, tl_project_filter_popover, TL, PROJECT_FILTER_POPOVER, GtkPopover)

/* @projects: of TlLibraryProject, whose values are offered. */
void tl_project_filter_popover_set (TlProjectFilterPopover *self,
                                    TlProjectFilter        *filter,
                                    GListModel             *projects);

G_END_DECLS
