/* tl-folder-watch.c: notices what happens in folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-folder-watch.h"

/* Linux has 8,192 and more for a user, and others need some as well. */
#define MAX_FOLDERS 4096
/* A file that is being written is told of once in so many milliseconds. */
#define RATE_LIMIT 400

struct _TlFolderWatch
{
  GHashTable        *monitors; /* GFile → GFileMonitor */
  TlFolderWatchFunc  func;
  gpointer           user_data;
};

static void
changed_cb (GFileMonitor      *monitor,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event,
            TlFolderWatch     *self)
{
  self->func (file, other, event, self->user_data);
}

static void
monitor_free (GFileMonitor *monitor)
{
  /* Events may be on their way. */
  g_signal_handlers_disconnect_matched (monitor, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, changed_cb, NULL);
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

TlFolderWatch *
tl_folder_watch_new (TlFolderWatchFunc func,
                     gpointer          user_data)
{
  TlFolderWatch *self = g_new0 (TlFolderWatch, 1);

  self->monitors = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref,
                                          (GDestroyNotify) monitor_free);
  self->func = func;
  self->user_data = user_data;
  return self;
}

void
tl_folder_watch_free (TlFolderWatch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->monitors);
  g_free (self);
}

void
tl_folder_watch_add (TlFolderWatch *self,
                     GFile         *folder)
{
  GFileMonitor *monitor;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (folder));

  if (g_hash_table_contains (self->monitors, folder) || g_hash_table_size (self->monitors) >= MAX_FOLDERS)
    return;
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (monitor, RATE_LIMIT);
  g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), self);
  g_hash_table_insert (self->monitors, g_object_ref (folder), monitor);
}

void
tl_folder_watch_remove (TlFolderWatch *self,
                        GFile         *folder)
{
  GHashTableIter iter;
  gpointer watched;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (folder));

  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, &watched, NULL))
    if (g_file_equal (watched, folder) || g_file_has_prefix (watched, folder))
      g_hash_table_iter_remove (&iter);
}

gboolean
tl_folder_watch_has (TlFolderWatch *self,
                     GFile         *folder)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->monitors, folder);
}
