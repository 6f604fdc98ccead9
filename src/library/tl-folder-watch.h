/* tl-folder-watch.h: notices what happens in folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TlFolderWatch TlFolderWatch;

/**
 * TlFolderWatchFunc:
 * @file: what something happened to
 * @other: (nullable): its new name, for %G_FILE_MONITOR_EVENT_RENAMED
 * @event: what happened
 *
 * Called in the thread-default main context of the thread that made the watch.
 */
typedef void (*TlFolderWatchFunc) (GFile             *file,
                                   GFile             *other,
                                   GFileMonitorEvent  event,
                                   gpointer           user_data);

TlFolderWatch *tl_folder_watch_new    (TlFolderWatchFunc  func,
                                       gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;
void           tl_folder_watch_free   (TlFolderWatch     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFolderWatch, tl_folder_watch_free)

/**
 * tl_folder_watch_add:
 * @folder: a folder; what is in the folders below it is not noticed
 *
 * Does nothing for a folder that is watched already, that cannot be watched, or
 * when there are so many that the system may run out of watches for others:
 * what happens there is found at the next start.
 */
void           tl_folder_watch_add    (TlFolderWatch     *self,
                                       GFile             *folder);
/* No more of a folder, nor of those below it. */
void           tl_folder_watch_remove (TlFolderWatch     *self,
                                       GFile             *folder);
gboolean       tl_folder_watch_has    (TlFolderWatch     *self,
                                       GFile             *folder);

G_END_DECLS
