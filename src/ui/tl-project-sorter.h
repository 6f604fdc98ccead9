/* tl-project-sorter.h: in which order the projects of the library are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "library/tl-library-project.h"

G_BEGIN_DECLS

typedef enum
{
  TL_PROJECT_SORT_OPENED,   /* the one used last first */
  TL_PROJECT_SORT_NAME,
  TL_PROJECT_SORT_CHANGED,  /* the latest first */
  TL_PROJECT_SORT_FINDINGS, /* the most first: errors before warnings */
} TlProjectSort;

/* A sorter of TlLibraryProject. Pinned ones come first, whatever they are sorted by,
 * and what is alike is sorted by name. */
#define TL_TYPE_PROJECT_SORTER (tl_project_sorter_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectSorter, tl_project_sorter, TL, PROJECT_SORTER, GtkSorter)

TlProjectSorter *tl_project_sorter_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void             tl_project_sorter_set_sort (TlProjectSorter *self,
                                             TlProjectSort    sort);
/* What is known of projects has changed. */
void             tl_project_sorter_renew    (TlProjectSorter *self);

G_END_DECLS
