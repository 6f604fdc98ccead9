/* tl-library-scan.c: which files the library is to look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-folder-walk.h"
#include "library/tl-folder-watch.h"
#include "library/tl-library-private.h"

#include <string.h>

/* After another process has kept the database to itself, in milliseconds. */
#define BUSY_DELAY 2000

struct _TlLibraryScan
{
  TlLibraryWriter *writer;
  TlFolderWalk    *walk;
  TlFolderWatch   *watch;
  GHashTable      *folders;   /* of the library: GFile */
  GHashTable      *known;     /* URIs of the projects that are in the library */
  GQueue           queue;     /* URIs to be looked at */
  GHashTable      *queued;    /* the same, as a set; borrowed */
  GSource         *step;      /* NULL: nothing to do, or paused */
  guint            n_done;
  gboolean         in_batch;
  gboolean         is_paused;
  gboolean         has_changed; /* something to be told at the end */
};

static void queue_step (TlLibraryScan *self, guint delay);

/* The queue {{{1 */

static void
note_progress (TlLibraryScan *self)
{
  guint n_left = g_queue_get_length (&self->queue);

  if (n_left == 0 && tl_folder_walk_get_next (self->walk) == NULL)
    self->n_done = 0;
  else if (n_left == 0)
    n_left = 1; /* there may be more */
  tl_library_writer_note_progress (self->writer, self->n_done, self->n_done + n_left);
}

static void
queue_uri (TlLibraryScan *self,
           const char    *uri)
{
  char *copy;

  if (g_hash_table_contains (self->queued, uri))
    return;
  copy = g_strdup (uri);
  g_queue_push_tail (&self->queue, copy);
  g_hash_table_add (self->queued, copy);
  queue_step (self, 0);
}

static void
unqueue_uri (TlLibraryScan *self,
             const char    *uri)
{
  gpointer copy;

  if (!g_hash_table_steal_extended (self->queued, uri, &copy, NULL))
    return;
  g_queue_remove (&self->queue, copy);
  g_free (copy);
}

void
tl_library_scan_file (TlLibraryScan *self,
                      GFile         *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (!tl_left_out_has (tl_library_writer_get_left_out (self->writer), uri))
    queue_uri (self, uri);
}

void
tl_library_scan_end_batch (TlLibraryScan *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->in_batch)
    return;
  self->in_batch = FALSE;
  if (!tl_index_end_batch (tl_library_writer_get_index (self->writer), &error))
    tl_library_writer_note_error (self->writer, error);
}

void
tl_library_scan_give_up (TlLibraryScan *self)
{
  tl_library_scan_end_batch (self);
  g_hash_table_remove_all (self->queued);
  g_queue_clear_full (&self->queue, g_free);
  g_clear_pointer (&self->walk, tl_folder_walk_free);
  self->walk = tl_folder_walk_new ();
  note_progress (self);
}

/* Looking at files {{{1 */

void
tl_library_scan_forget (TlLibraryScan *self,
                        const char    *uri)
{
  g_hash_table_remove (self->known, uri);
}

static gboolean
is_changed (const TlIndexChange *change)
{
  return !change->is_unchanged || change->is_new || change->is_moved;
}

/* FALSE: the others would fail as well. */
static gboolean
look (TlLibraryScan *self,
      TlIndex       *index,
      const char    *uri,
      gboolean       now)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;
  TlIndexChange change = { 0 };

  /* Also where one lies alone it is noticed when it is changed or moved away. Before it is read, so that
   * nothing that comes meanwhile is missed. */
  if (folder != NULL && g_file_query_exists (file, NULL))
    tl_folder_watch_add (self->watch, folder);
  if (tl_index_update_file (index, file, &change,
                            now ? NULL : tl_library_writer_get_cancellable (self->writer), &error))
    {
      g_hash_table_add (self->known, g_strdup (uri));
      if (!is_changed (&change))
        return TRUE;
      self->has_changed = TRUE;
      tl_library_writer_note_change (self->writer, now);
      return TRUE;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_hash_table_remove (self->known, uri);
      return TRUE;
    }
  if (g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_BUSY))
    queue_uri (self, uri);
  tl_library_writer_note_error (self->writer, error);
  return FALSE;
}

void
tl_library_scan_file_now (TlLibraryScan *self,
                          GFile         *file)
{
  TlIndex *index = tl_library_writer_get_index (self->writer);
  g_autofree char *uri = g_file_get_uri (file);

  if (index == NULL)
    return;
  tl_library_scan_end_batch (self);
  look (self, index, uri, TRUE);
}

/* The one after that is read while this one is written. */
static void
look_ahead (TlLibraryScan *self,
            TlIndex       *index)
{
  const char *uri = g_queue_peek_head (&self->queue);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL)
    tl_index_look_ahead (index, file);
}

static void
look_at_next (TlLibraryScan *self)
{
  TlIndex *index = tl_library_writer_get_index (self->writer);
  g_autofree char *uri = NULL;

  if (index == NULL)
    {
      tl_library_scan_give_up (self);
      return;
    }
  tl_library_writer_catch_up (self->writer);
  if (g_queue_is_empty (&self->queue))
    return;
  if (!self->in_batch)
    {
      tl_index_begin_batch (index);
      self->in_batch = TRUE;
    }
  uri = g_queue_pop_head (&self->queue);
  g_hash_table_remove (self->queued, uri);
  self->n_done++;
  look_ahead (self, index);
  /* What the user has removed meanwhile, also in another process, is not to come back. */
  if (tl_left_out_has (tl_library_writer_get_left_out (self->writer), uri) || look (self, index, uri, FALSE))
    return;
  if (g_hash_table_contains (self->queued, uri))
    queue_step (self, BUSY_DELAY);
  else
    tl_library_scan_give_up (self);
}

static void
enter_folder (TlLibraryScan *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  /* Before it is listed, so that nothing that comes meanwhile is missed. */
  tl_folder_watch_add (self->watch, tl_folder_walk_get_next (self->walk));
  tl_folder_walk_step (self->walk, files, tl_library_writer_get_cancellable (self->writer));
  for (guint i = 0; i < files->len; i++)
    tl_library_scan_file (self, g_ptr_array_index (files, i));
}

static gboolean
step_cb (gpointer user_data)
{
  TlLibraryScan *self = user_data;

  g_clear_pointer (&self->step, g_source_unref);
  if (g_cancellable_is_cancelled (tl_library_writer_get_cancellable (self->writer)))
    return G_SOURCE_REMOVE;
  if (tl_folder_walk_get_next (self->walk) != NULL)
    enter_folder (self);
  else if (!g_queue_is_empty (&self->queue))
    look_at_next (self);
  queue_step (self, 0);

  if (self->step == NULL)
    {
      tl_library_scan_end_batch (self);
      if (self->has_changed)
        tl_library_writer_note_change (self->writer, TRUE);
      self->has_changed = FALSE;
    }
  note_progress (self);
  return G_SOURCE_REMOVE;
}

/* Whatever the user does comes between two steps. */
static void
queue_step (TlLibraryScan *self,
            guint          delay)
{
  if (self->step != NULL || self->is_paused
      || (g_queue_is_empty (&self->queue) && tl_folder_walk_get_next (self->walk) == NULL))
    return;
  self->step = delay > 0 ? g_timeout_source_new (delay) : g_idle_source_new ();
  g_source_set_priority (self->step, G_PRIORITY_LOW);
  g_source_set_callback (self->step, step_cb, self, NULL);
  g_source_attach (self->step, tl_library_writer_get_context (self->writer));
}

void
tl_library_scan_set_paused (TlLibraryScan *self,
                            gboolean       paused)
{
  self->is_paused = paused;
  if (paused && self->step != NULL)
    {
      g_source_destroy (self->step);
      g_clear_pointer (&self->step, g_source_unref);
      tl_library_scan_end_batch (self);
    }
  queue_step (self, 0);
}

/* Folders {{{1 */

static gboolean
is_in_library (TlLibraryScan *self,
               GFile         *file)
{
  GHashTableIter iter;
  gpointer folder;

  g_hash_table_iter_init (&iter, self->folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    if (g_file_equal (folder, file) || g_file_has_prefix (file, folder))
      return TRUE;
  return FALSE;
}

void
tl_library_scan_folder (TlLibraryScan *self,
                        GFile         *folder)
{
  if (!is_in_library (self, folder))
    g_hash_table_add (self->folders, g_object_ref (folder));
  tl_folder_walk_add (self->walk, folder);
  queue_step (self, 0);
}

static void
queue_known (TlLibraryScan *self,
             GFile         *folder)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      if (folder == NULL || g_file_has_prefix (file, folder))
        queue_uri (self, uri);
    }
}

static void
add_known (TlLibraryScan *self,
           TlIndex       *index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = tl_index_list_projects (index, &error);

  if (entries == NULL)
    tl_library_writer_note_error (self->writer, error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_hash_table_add (self->known,
                      g_strdup (tl_library_entry_get_facts (g_ptr_array_index (entries, i))->uri));
}

void
tl_library_scan_everything (TlLibraryScan *self)
{
  TlIndex *index = tl_library_writer_get_index (self->writer);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) folders = NULL;

  if (index == NULL)
    return;
  folders = tl_index_list_folders (index, &error);
  if (folders == NULL)
    tl_library_writer_note_error (self->writer, error);
  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (folders[i]);

      tl_library_scan_folder (self, folder);
    }
  add_known (self, index);
  queue_known (self, NULL);
}

void
tl_library_scan_restore (TlLibraryScan *self)
{
  TlIndex *index = tl_library_writer_get_index (self->writer);
  GHashTableIter iter;
  gpointer folder;

  g_hash_table_iter_init (&iter, self->folders);
  while (index != NULL && g_hash_table_iter_next (&iter, &folder, NULL))
    {
      g_autofree char *uri = g_file_get_uri (folder);

      tl_index_add_folder (index, uri, NULL);
    }
  tl_library_scan_everything (self);
}

void
tl_library_scan_leave (TlLibraryScan *self,
                       GFile         *folder)
{
  GHashTableIter iter;
  gpointer uri;

  g_hash_table_remove (self->folders, folder);
  tl_folder_watch_remove (self->watch, folder);
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      if (g_file_has_prefix (file, folder))
        g_hash_table_iter_remove (&iter);
    }
}

/* Other processes {{{1 */

/* Those that are not in the list any more. */
static void
leave_others (TlLibraryScan      *self,
              const char *const  *uris)
{
  g_autoptr (GList) folders = g_hash_table_get_keys (self->folders);

  for (GList *l = folders; l != NULL; l = l->next)
    {
      g_autoptr (GFile) folder = g_object_ref (l->data);
      g_autofree char *uri = g_file_get_uri (folder);
      g_autofree char *with_slash = g_strconcat (uri, "/", NULL);

      if (!g_strv_contains (uris, uri) && !g_strv_contains (uris, with_slash))
        tl_library_scan_leave (self, folder);
    }
}

/* Those that were not known before are looked at, and from then on followed. Those that are not there
 * any more are not to come back by what has happened to their files before. */
static void
catch_up_known (TlLibraryScan *self,
                TlIndex       *index)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->known);
  GHashTableIter iter;
  gpointer uri;

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_known (self, index);
  g_hash_table_iter_init (&iter, self->known);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    if (!g_hash_table_contains (before, uri))
      queue_uri (self, uri);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    if (!g_hash_table_contains (self->known, uri))
      unqueue_uri (self, uri);
}

void
tl_library_scan_catch_up (TlLibraryScan *self)
{
  TlIndex *index = tl_library_writer_get_index (self->writer);
  g_auto (GStrv) folders = index != NULL ? tl_index_list_folders (index, NULL) : NULL;

  if (folders == NULL)
    return;
  leave_others (self, (const char *const *) folders);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (folders[i]);

      if (!is_in_library (self, folder))
        tl_library_scan_folder (self, folder);
    }
  catch_up_known (self, index);
}

/* What happens in them {{{1 */

static void
file_came (TlLibraryScan *self,
           GFile         *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);

  if (g_hash_table_contains (self->known, uri))
    queue_uri (self, uri);
  else if (!is_in_library (self, file))
    return;
  else if (tl_folder_walk_is_project (file)
           && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    tl_library_scan_file (self, file);
  else if (name[0] != '.'
           && g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_DIRECTORY)
    tl_library_scan_folder (self, file);
}

/* A file, or a folder with all its files. */
static void
file_went (TlLibraryScan *self,
           GFile         *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (g_hash_table_contains (self->known, uri))
    {
      queue_uri (self, uri);
      return;
    }
  if (!tl_folder_watch_has (self->watch, file))
    return;
  tl_folder_watch_remove (self->watch, file);
  queue_known (self, file);
}

static void
noticed_cb (GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event,
            gpointer           user_data)
{
  TlLibraryScan *self = user_data;

  switch (event)
    {
    case G_FILE_MONITOR_EVENT_CREATED:
    case G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT:
    case G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED:
    case G_FILE_MONITOR_EVENT_MOVED_IN:
      file_came (self, file);
      break;
    case G_FILE_MONITOR_EVENT_RENAMED:
      /* The new place first: it takes over what is known of the old one. */
      file_came (self, other);
      file_went (self, file);
      break;
    case G_FILE_MONITOR_EVENT_DELETED:
    case G_FILE_MONITOR_EVENT_MOVED_OUT:
    case G_FILE_MONITOR_EVENT_UNMOUNTED:
      file_went (self, file);
      break;
    case G_FILE_MONITOR_EVENT_CHANGED:
    case G_FILE_MONITOR_EVENT_PRE_UNMOUNT:
    case G_FILE_MONITOR_EVENT_MOVED:
    default:
      break;
    }
}

TlLibraryScan *
tl_library_scan_new (TlLibraryWriter *writer)
{
  TlLibraryScan *self = g_new0 (TlLibraryScan, 1);

  self->writer = writer;
  self->walk = tl_folder_walk_new ();
  self->watch = tl_folder_watch_new (noticed_cb, self);
  self->folders = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->queued = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->queue);
  return self;
}

void
tl_library_scan_free (TlLibraryScan *self)
{
  if (self == NULL)
    return;
  tl_library_scan_end_batch (self);
  if (self->step != NULL)
    {
      g_source_destroy (self->step);
      g_source_unref (self->step);
    }
  tl_folder_watch_free (self->watch);
  tl_folder_walk_free (self->walk);
  g_hash_table_unref (self->queued);
  g_queue_clear_full (&self->queue, g_free);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->folders);
  g_free (self);
}
