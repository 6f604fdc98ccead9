/* tl-window-keeper.h: remembers which windows are open, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-window-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlWindowKeeper:
 *
 * Keeps a list of windows in a file of the user's state directory, so that it is
 * there after the program has ended, however it did. The file is replaced as a
 * whole, in a worker thread, a moment after the last change.
 */
#define TL_TYPE_WINDOW_KEEPER (tl_window_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TlWindowKeeper, tl_window_keeper, TL, WINDOW_KEEPER, GObject)

/**
 * TlWindowKeeperList:
 *
 * Returns: (transfer full) (nullable) (element-type TlWindowState): how things are
 *   now; %NULL if what was kept last is to stay
 */
typedef GPtrArray *(*TlWindowKeeperList) (gpointer user_data);

/* Asks @list when something is to be written. */
TlWindowKeeper *tl_window_keeper_new        (TlWindowKeeperList    list,
                                             gpointer              user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Something has changed; cheap. */
void            tl_window_keeper_touch      (TlWindowKeeper       *self);
/* These it is, and nothing else until the next change. */
void            tl_window_keeper_set        (TlWindowKeeper       *self,
                                             GPtrArray            *states);
/* Writes what is yet to be written, blocking: the program ends. */
void            tl_window_keeper_flush      (TlWindowKeeper       *self);

/**
 * tl_window_keeper_load_async:
 *
 * Reads what was kept last, and looks which files are still there.
 */
void            tl_window_keeper_load_async (TlWindowKeeper       *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* Returns: (transfer full) (nullable) (element-type TlWindowState); NULL: cancelled */
GPtrArray      *tl_window_keeper_load_finish (TlWindowKeeper      *self,
                                              GAsyncResult        *result);

/* Where it is kept. Returns: (transfer full) */
char           *tl_window_keeper_dup_path   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
