/* tl-library-page-private.h: what the parts of the page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-library-page.h"
#include "ui/tl-project-filter-popover.h"
#include "ui/tl-project-list.h"

G_BEGIN_DECLS

struct _TlLibraryPage
{
  GtkWidget               parent_instance;

  TlLibrary              *library;
  TlLibraryProjects      *projects;
  TlProjectFilter        *filter;
  GSimpleActionGroup     *actions;
  guint                   idle;     /* until the list is filled */
  GPtrArray              *removed;  /* URIs: gone for the user, who can still undo it */

  GMenu                  *samples_section;
  GMenuModel             *project_menu;
  AdwToastOverlay        *toasts;
  GtkLabel               *status;   /* what toasts say, for screen readers */
  GtkSearchEntry         *search;
  GtkMenuButton          *filter_button;
  TlProjectFilterPopover *filter_popover;
  GtkToggleButton        *grid_button;
  GtkRevealer            *problem_bar;
  GtkLabel               *problem;
  GtkWidget              *count_bar;
  GtkLabel               *count;
  AdwSplitButton         *new_button;
  GtkStack               *stack;
  TlProjectList          *list;
  GtkRevealer            *progress_bar;
  GtkProgressBar         *progress;
  GtkLabel               *progress_text;
  GtkToggleButton        *pause_button;
};

/* tl-library-page-actions.c */
void tl_library_page_add_actions    (TlLibraryPage    *self);
void tl_library_page_update_actions (TlLibraryPage    *self);
/* Opens it, or says what can be done if it is not there. */
void tl_library_page_open           (TlLibraryPage    *self,
                                     TlLibraryProject *project);
/* What is removed in another window is left out here, too. */
void tl_library_page_follow_hidden  (TlLibraryPage    *self);
/* What was removed is removed for good. */
void tl_library_page_settle         (TlLibraryPage    *self);

G_END_DECLS
