/* tl-window.h: a window with a project, or the start page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/tl-document.h"
#include "ui/tl-application.h"
#include "ui/tl-session.h"
#include "ui/tl-window-state.h"

G_BEGIN_DECLS

/**
 * TlWindow:
 *
 * Shows the start page until it has a project; then header bar, outline,
 * pages and inspector, all looking at one session.
 */
#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

TlWindow   *tl_window_new          (TlApplication *application) G_GNUC_WARN_UNUSED_RESULT;

TlSession  *tl_window_get_session  (TlWindow      *self);
TlDocument *tl_window_get_document (TlWindow      *self); /* nullable */

/* Nothing in it, and nothing on the way: another file may come in. */
gboolean    tl_window_is_free      (TlWindow      *self);
/* Whether it has been seen. */
gboolean    tl_window_is_drawn     (TlWindow      *self);
gboolean    tl_window_has_file     (TlWindow      *self,
                                    GFile         *file);

/* Reads a file and shows it, or why it cannot be shown. */
void        tl_window_load         (TlWindow      *self,
                                    GFile         *file);
/**
 * tl_window_reveal:
 * @key: key of a thing in the project, as of tl_session_reveal()
 *
 * Goes to a thing and moves the focus there; while a file is being read, when
 * that is done. If there is no such thing any more, says so.
 */
void        tl_window_reveal       (TlWindow      *self,
                                    const char    *key);
/* Opens the box that searches everywhere, once the window is seen. */
void        tl_window_search       (TlWindow      *self,
                                    const char    *text); /* nullable: what was typed last */
void        tl_window_show_project (TlWindow      *self,
                                    TlProject     *project);

/* Brings back what a session that ended badly had not saved. */
void        tl_window_recover      (TlWindow        *self,
                                    TlJournalOrphan *orphan);

/**
 * tl_window_dup_state:
 *
 * Returns: (transfer full) (nullable): what it is like now; %NULL if it has no
 *   project, or one that is in no file
 */
TlWindowState *tl_window_dup_state (TlWindow      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_window_restore:
 * @state: (transfer full): what it was like
 *
 * Opens the file, unless the window has it or is about to, and goes where it was.
 */
void        tl_window_restore      (TlWindow      *self,
                                    TlWindowState *state);

/* Dialogs for a new project and for a file to open; the application opens them. */
void        tl_window_ask_for_new  (TlWindow      *self);
void        tl_window_ask_for_file (TlWindow      *self);

/* Compares a service with a list of what runs (CSV), and shows the differences, or
 * why it cannot. */
void        tl_window_reconcile_with (TlWindow    *self,
                                      TlRecord    *service,
                                      GFile       *file);

/* Shows what is where, one step after the other; there is a project. */
void        tl_window_take_tour    (TlWindow      *self);

/* Whether closing would lose something. */
gboolean    tl_window_has_changes  (TlWindow      *self);

/* @closed is FALSE if the user thought better of it. */
typedef void (*TlWindowAnswer) (TlWindow *self,
                                gboolean  closed,
                                gpointer  user_data);

/**
 * tl_window_ask_to_close:
 * @answer: (nullable): called once, also if there is nothing to ask
 *
 * Closes the window; if there are unsaved changes, asks what to do with them.
 */
void        tl_window_ask_to_close (TlWindow       *self,
                                    TlWindowAnswer  answer,
                                    gpointer        user_data);

/* Something went wrong: says so in a dialog. */
void        tl_window_show_error   (TlWindow      *self,
                                    const char    *heading,
                                    const char    *message);

/* Something was done: says so in a toast, with a button that undoes it. */
void        tl_window_show_message (TlWindow      *self,
                                    const char    *text,
                                    gboolean       undoable);

G_END_DECLS
