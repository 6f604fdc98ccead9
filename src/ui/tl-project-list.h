/* tl-project-list.h: the projects of the library, as a grid or a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-print-content.h"
#include "ui/tl-project-filter.h"
#include "ui/tl-project-sorter.h"

G_BEGIN_DECLS

/**
 * TlProjectList:
 *
 * Pinned projects come first, whatever they are sorted by. Of thousands only
 * those around what is seen have widgets, and no more are filled in a frame than
 * there is time for.
 *
 * Properties, read-only:
 * - `n-items` (guint): how many are shown
 * - `selected` (TlLibraryProject): the one the keyboard or the pointer is on, or NULL
 *
 * Signals:
 * - `activate` (TlLibraryProject): is to be opened
 */
#define TL_TYPE_PROJECT_LIST (tl_project_list_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectList, tl_project_list, TL, PROJECT_LIST, GtkWidget)

/* @model: of TlLibraryProject; nullable. */
void              tl_project_list_set_model    (TlProjectList   *self,
                                                GListModel      *model);
void              tl_project_list_set_filter   (TlProjectList   *self,
                                                TlProjectFilter *filter);
void              tl_project_list_set_sort     (TlProjectList   *self,
                                                TlProjectSort    sort);
void              tl_project_list_set_is_grid  (TlProjectList   *self,
                                                gboolean         is_grid);
/* Of the menu of a project; its actions are about the selected one. */
void              tl_project_list_set_menu     (TlProjectList   *self,
                                                GMenuModel      *menu);
guint             tl_project_list_get_n_items  (TlProjectList   *self);
/* (transfer none) (nullable) */
TlLibraryProject *tl_project_list_get_selected (TlProjectList   *self);
void              tl_project_list_select       (TlProjectList   *self,
                                                TlLibraryProject *project);
/* What is known of projects is another: they are sorted anew. */
void              tl_project_list_renew        (TlProjectList   *self);
/* The menu of the selected project, where it is. */
void              tl_project_list_show_menu    (TlProjectList   *self);

/**
 * tl_project_list_create_print_content:
 * @summary: (nullable): how many of how many they are, where some are left out
 * @filter: (nullable): what was typed to find them
 *
 * Returns: (transfer full): the projects that are listed, in their order, for paper
 */
TlPrintContent   *tl_project_list_create_print_content (TlProjectList *self,
                                                        const char    *summary,
                                                        const char    *filter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
