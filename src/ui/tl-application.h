/* tl-application.h: the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "project/tl-project.h"

G_BEGIN_DECLS

/**
 * TlApplication:
 *
 * Opens files in windows, one a file, and the start page when there are none.
 */
#define TL_TYPE_APPLICATION (tl_application_get_type ())
G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication *tl_application_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_application_open_file:
 * @file: what to open
 *
 * Opens a file: in the window that has it already, in one that still shows its
 * start page, or in a new one. While the program starts this waits until it is
 * known what a crash has left of it.
 */
void           tl_application_open_file    (TlApplication *self,
                                            GFile         *file);

/**
 * tl_application_open_file_at:
 * @file: what to open
 * @key: (nullable): key of the thing to show in it, as of tl_session_reveal()
 *
 * The same, and goes to a thing in the file once that has been read. In a window
 * that has the file open, at once.
 */
void           tl_application_open_file_at (TlApplication *self,
                                            GFile         *file,
                                            const char    *key);

/* The same, in a window of its own, unless one has it already. */
void           tl_application_open_file_in_new_window (TlApplication *self,
                                                       GFile         *file);

/* Searches everywhere, in the window that is used or in a new one. */
void           tl_application_search       (TlApplication *self,
                                            const char    *text);

/* A window has been drawn for the first time, or it is known what a crash has left:
 * opens the next one of last time, if there is one. */
void           tl_application_restore_next (TlApplication *self);
/* Something has changed in one of its windows that is to be so again next time; cheap. */
void           tl_application_note_change  (TlApplication *self);
/* The window will be closed now. */
void           tl_application_note_closing (TlApplication *self,
                                            GtkWindow     *window);

/* Whether it is known what a crash has left, so that files are opened at once. */
gboolean       tl_application_is_ready     (TlApplication *self);

/**
 * tl_application_open_project:
 * @project: (transfer none): a project without a file
 *
 * Shows a new project in a window that still shows its start page, or in a new
 * one.
 */
void           tl_application_open_project (TlApplication *self,
                                            TlProject     *project);

/* Opens one of the projects that come with the program, as a new one. */
void           tl_application_open_sample  (TlApplication *self,
                                            const char    *name);

G_END_DECLS
