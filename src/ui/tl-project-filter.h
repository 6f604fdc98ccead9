/* tl-project-filter.h: which projects of the library are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "library/tl-library-project.h"

G_BEGIN_DECLS

/* A filter of TlLibraryProject: all that is set must hold. */
#define TL_TYPE_PROJECT_FILTER (tl_project_filter_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectFilter, tl_project_filter, TL, PROJECT_FILTER, GtkFilter)

/* What can be set to a value that projects have. */
typedef enum
{
  TL_PROJECT_FILTER_EDITION,
  TL_PROJECT_FILTER_OWNER,
  TL_PROJECT_FILTER_FOLDER,
  TL_PROJECT_FILTER_STATE, /* a token of TlLibraryState, or "findings": errors or warnings */
} TlProjectFilterKind;

#define TL_N_PROJECT_FILTER_KINDS (TL_PROJECT_FILTER_STATE + 1)

TlProjectFilter *tl_project_filter_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/* Words of the name, the owner, the description or the folder; NULL or "" for all. */
void             tl_project_filter_set_text  (TlProjectFilter     *self,
                                              const char          *text);
/* NULL for all. */
void             tl_project_filter_set_value (TlProjectFilter     *self,
                                              TlProjectFilterKind  kind,
                                              const char          *value);
const char      *tl_project_filter_get_value (TlProjectFilter     *self,
                                              TlProjectFilterKind  kind);
/* A project that is about to be removed is not shown, whatever else is set. */
void             tl_project_filter_set_hidden (TlProjectFilter    *self,
                                               const char         *uri,
                                               gboolean            hidden);
/* Everything is shown again, but for what is hidden. */
void             tl_project_filter_clear     (TlProjectFilter     *self);
/* Whether anything is set. */
gboolean         tl_project_filter_is_active (TlProjectFilter     *self);
/* Another one with each change of what is wanted; not when projects change. */
guint            tl_project_filter_get_generation (TlProjectFilter *self);
/* What is known of projects has changed. */
void             tl_project_filter_renew     (TlProjectFilter     *self);

/**
 * tl_project_filter_list_values:
 * @projects: a list of TlLibraryProject
 *
 * Returns: (transfer full): the values that projects have, each once, in alphabetical order
 */
char           **tl_project_filter_list_values (GListModel          *projects,
                                                TlProjectFilterKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
