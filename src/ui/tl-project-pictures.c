/* tl-project-pictures.c: gets the pictures of projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-pictures.h"

#include "store/tl-reader.h"

#include <sys/resource.h>

/* Of what is on screen, and some around it: about 40 MiB. */
#define MAX_KEPT 256
/* Beside whatever the user does: as `nice -n 15`. */
#define NICENESS 15

typedef struct
{
  TlLibraryEntry  *entry;
  TlThumbnailSize  size;
  TlPaletteKind    palette;
  char            *key;
  guint            number; /* which request it is */
} Request;

/* Of the main thread. */
static GHashTable *kept;       /* key → GdkTexture */
static GQueue      kept_order = G_QUEUE_INIT; /* keys, borrowed; the latest first */
static guint       n_requests;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_object_unref (self->entry);
  g_free (self->key);
  g_free (self);
}

static char *
dup_key (TlLibraryEntry  *entry,
         TlThumbnailSize  size,
         TlPaletteKind    palette)
{
  const TlLibraryFacts *facts = tl_library_entry_get_facts (entry);

  return g_strdup_printf ("%d %d %" G_GINT64_FORMAT " %s %s", size, palette, facts->modified,
                          facts->digest != NULL ? facts->digest : "", facts->uri);
}

/* Memory {{{1 */

static void
keep (const char *key,
      GdkTexture *texture)
{
  char *copy;

  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (g_hash_table_contains (kept, key))
    return;
  copy = g_strdup (key);
  g_hash_table_insert (kept, copy, g_object_ref (texture));
  g_queue_push_head (&kept_order, copy);
  if (g_queue_get_length (&kept_order) > MAX_KEPT)
    g_hash_table_remove (kept, g_queue_pop_tail (&kept_order));
}

GdkTexture *
tl_project_pictures_peek (TlLibraryEntry  *entry,
                          TlThumbnailSize  size,
                          TlPaletteKind    palette)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (TL_IS_LIBRARY_ENTRY (entry), NULL);

  if (kept == NULL)
    return NULL;
  key = dup_key (entry, size, palette);
  return g_hash_table_lookup (kept, key);
}

/* Threads {{{1 */

static void
return_picture (GTask  *task,
                GBytes *png)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (png, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
is_of_the_file (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The file as it is now, which may be newer than what the library knows. */
static GBytes *
draw (const Request  *request,
      GCancellable   *cancellable,
      GError        **error)
{
  const TlLibraryFacts *facts = tl_library_entry_get_facts (request->entry);
  g_autoptr (GFile) file = g_file_new_for_uri (facts->uri);
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (TlProject) project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, &identity,
                                                       cancellable, error);
  TlThumbnailSubject subject = { .uri = facts->uri };
  g_autoptr (GBytes) desktop = NULL;

  if (project == NULL)
    return NULL;
  subject.modified = identity->modified;
  subject.digest = identity->digest;
  /* That of file managers comes with the one that is asked for. */
  if (request->palette != TL_PALETTE_LIGHT || request->size != TL_THUMBNAIL_LARGE)
    desktop = tl_thumbnail_make (&subject, project, TL_THUMBNAIL_LARGE, TL_PALETTE_LIGHT, NULL);
  return tl_thumbnail_make (&subject, project, request->size, request->palette, error);
}

static void
draw_worker (gpointer data,
             gpointer user_data)
{
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  const TlLibraryFacts *facts = tl_library_entry_get_facts (request->entry);
  TlThumbnailSubject subject = { facts->uri, facts->modified, facts->digest };
  g_autoptr (GBytes) png = NULL;
  GError *error = NULL;

  setpriority (PRIO_PROCESS, 0, NICENESS);
  if (g_task_return_error_if_cancelled (task))
    return;
  png = draw (request, g_task_get_cancellable (task), &error);
  if (png != NULL)
    {
      return_picture (task, png);
      return;
    }
  if (is_of_the_file (error))
    tl_thumbnail_mark_failed (&subject);
  g_task_return_error (task, error);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Request *x = g_task_get_task_data (G_TASK (a)), *y = g_task_get_task_data (G_TASK (b));

  return x->number > y->number ? -1 : x->number < y->number;
}

static GThreadPool *
create_pool (GFunc func)
{
  GThreadPool *pool = g_thread_pool_new (func, NULL, 1, TRUE, NULL);

  g_thread_pool_set_sort_function (pool, compare_tasks, NULL);
  return pool;
}

static void
load_worker (gpointer data,
             gpointer user_data)
{
  static GThreadPool *drawers;
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  const TlLibraryFacts *facts = tl_library_entry_get_facts (request->entry);
  TlThumbnailSubject subject = { facts->uri, facts->modified, facts->digest };
  g_autoptr (GBytes) png = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  png = tl_thumbnail_load (&subject, request->size, request->palette);
  if (png != NULL)
    {
      return_picture (task, png);
      return;
    }
  if (facts->state != TL_LIBRARY_PRESENT || tl_thumbnail_has_failed (&subject))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "no picture");
      return;
    }
  /* Only this one thread makes the pool. */
  if (drawers == NULL)
    drawers = create_pool (draw_worker);
  g_thread_pool_push (drawers, g_steal_pointer (&task), NULL);
}

/* Asking {{{1 */

void
tl_project_pictures_get_async (TlLibraryEntry      *entry,
                               TlThumbnailSize      size,
                               TlPaletteKind        palette,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  static GThreadPool *loaders;
  GTask *task;
  Request *request;

  g_return_if_fail (TL_IS_LIBRARY_ENTRY (entry));

  if (loaders == NULL)
    loaders = create_pool (load_worker);
  task = g_task_new (NULL, cancellable, callback, user_data);
  request = g_new0 (Request, 1);
  request->entry = g_object_ref (entry);
  request->size = size;
  request->palette = palette;
  request->key = dup_key (entry, size, palette);
  request->number = ++n_requests;
  g_task_set_source_tag (task, tl_project_pictures_get_async);
  g_task_set_task_data (task, request, request_free);
  g_thread_pool_push (loaders, task, NULL);
}

GdkTexture *
tl_project_pictures_get_finish (GAsyncResult  *result,
                                GError       **error)
{
  const Request *request;
  GdkTexture *texture;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  request = g_task_get_task_data (G_TASK (result));
  texture = g_task_propagate_pointer (G_TASK (result), error);
  if (texture != NULL)
    keep (request->key, texture);
  return texture;
}
