/* tl-save.c: puts bytes into a file so that nothing is ever lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-save-private.h"

#include "store/tl-digest.h"
#include "store/tl-problem.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define WRITE_SIZE (1024 * 1024) /* between two looks at the cancellable */

/* The system */

static int
open_file (const char *path,
           int         flags,
           mode_t      mode)
{
  return open (path, flags, mode);
}

static const TlSaveSystem real_system = { open_file, write, fchmod, fsync, close, rename, link };
static GPrivate system_key = G_PRIVATE_INIT (NULL);

void
tl_save_set_system (const TlSaveSystem *system)
{
  g_private_set (&system_key, (gpointer) system);
}

static const TlSaveSystem *
get_system (void)
{
  const TlSaveSystem *system = g_private_get (&system_key);

  return system != NULL ? system : &real_system;
}

/* Local files */

typedef struct
{
  const TlSaveSystem *system;
  char               *path;      /* the real file, past all links */
  char               *directory;
  char               *temporary; /* to be removed, or NULL */
  int                 fd;        /* of the temporary, or -1 */
  gboolean            exists;
  struct stat         old;
  TlDigest            digest;    /* of what is written */
} Target;

static void
target_clear (Target *self)
{
  if (self->fd >= 0)
    self->system->close (self->fd);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->directory);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

G_GNUC_PRINTF (3, 0)
static gboolean
fail (GError    **error,
      int         number,
      const char *format,
      const char *name)
{
  g_autofree char *display_name = g_filename_display_basename (name);
  g_autofree char *text = NULL;

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, display_name, g_strerror (number));
#pragma GCC diagnostic pop
G_GNUC_END_IGNORE_DEPRECATIONS
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), text);
  return FALSE;
}

/* The file that a chain of symbolic links ends at, which need not exist. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *link_target = g_file_read_link (at, NULL);
      g_autofree char *directory = NULL;
      char *next;

      if (link_target == NULL)
        return g_steal_pointer (&at);
      directory = g_path_get_dirname (at);
      next = g_path_is_absolute (link_target) ? g_strdup (link_target)
                                              : g_build_filename (directory, link_target, NULL);
      g_free (at);
      at = next;
    }
  return g_steal_pointer (&at);
}

static gboolean
look_at_target (Target     *self,
                const char *path,
                GError    **error)
{
  self->path = follow_links (path);
  self->directory = g_path_get_dirname (self->path);
  self->exists = stat (self->path, &self->old) == 0;

  if (!self->exists && errno != ENOENT)
    return fail (error, errno, _("“%s” cannot be saved: %s"), self->path);
  if (self->exists && S_ISDIR (self->old.st_mode))
    return fail (error, EISDIR, _("“%s” cannot be saved: %s"), self->path);
  /* What is renamed over a device is no device any more. */
  if (self->exists && !S_ISREG (self->old.st_mode))
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("“%s” cannot be saved: %s"), name,
                   _("This is not a regular file."));
      return FALSE;
    }
  if (self->exists && access (self->path, W_OK) != 0)
    return fail (error, errno, _("“%s” cannot be saved: %s"), self->path);
  return TRUE;
}

static gboolean
create_temporary (Target  *self,
                  GError **error)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name = tl_save_create_temporary_name ();
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      /* Nobody else may read it before it has the permissions of the old file. */
      self->fd = self->system->open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                                     self->exists ? 0600 : 0666);
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&path);
          tl_save_claim_temporary (self->fd);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }
  return fail (error, errno, _("“%s” cannot be saved, as no file can be made beside it: %s"), self->path);
}

/* What the document portal tells of a file, and not of the file that it shows. */
#define PORTAL_ATTRIBUTES "user.document-portal."

/* As far as the system lets us: access lists and labels are attributes too. */
static void
copy_extended_attributes (Target *self)
{
  ssize_t length = listxattr (self->path, NULL, 0);
  g_autofree char *names = length > 0 ? g_malloc (length) : NULL;

  if (names == NULL)
    return;
  length = listxattr (self->path, names, length);
  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    {
      ssize_t size = g_str_has_prefix (name, PORTAL_ATTRIBUTES) ? -1 : getxattr (self->path, name, NULL, 0);
      g_autofree char *value = size >= 0 ? g_malloc (size + 1) : NULL;

      if (value != NULL && (size = getxattr (self->path, name, value, size)) >= 0)
        {
          int ignored G_GNUC_UNUSED = fsetxattr (self->fd, name, value, size, 0);
        }
    }
}

/* File systems of other systems, and remote ones, may have no permissions to be set. */
static gboolean
set_mode (Target *self,
          mode_t  mode)
{
  struct stat now;
  int number;

  if (self->system->fchmod (self->fd, mode) == 0)
    return TRUE;
  number = errno;
  if (number == ENOTSUP || number == ENOSYS || (fstat (self->fd, &now) == 0 && (now.st_mode & 07777) == mode))
    return TRUE;
  errno = number;
  return FALSE;
}

static gboolean
copy_permissions (Target  *self,
                  GError **error)
{
  mode_t mode = self->old.st_mode & 07777;

  if (!self->exists)
    return TRUE;

  if (fchown (self->fd, self->old.st_uid, self->old.st_gid) != 0
      && fchown (self->fd, (uid_t) -1, self->old.st_gid) != 0)
    /* Another group must not get what the old one could do. */
    mode = (mode & ~(S_ISUID | S_ISGID | S_IRWXG)) | ((mode & S_IRWXO) << 3 & mode);

  if (!set_mode (self, mode))
    return fail (error, errno, _("“%s” cannot be saved with its permissions: %s"), self->path);
  copy_extended_attributes (self);
  return TRUE;
}

static gboolean
write_all (Target       *self,
           GBytes       *bytes,
           GCancellable *cancellable,
           GError      **error)
{
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = self->system->write (self->fd, at, MIN (length, WRITE_SIZE));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error, errno, _("“%s” cannot be saved: %s"), self->path);
      /* Now, while these bytes are in the cache. */
      tl_digest_update (&self->digest, at, n);
      at += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
finish_temporary (Target  *self,
                  GError **error)
{
  int fd = self->fd;

  if (self->system->fsync (fd) != 0)
    return fail (error, errno, _("“%s” cannot be saved: %s"), self->path);

  self->fd = -1;
  if (self->system->close (fd) != 0)
    return fail (error, errno, _("“%s” cannot be saved: %s"), self->path);
  return TRUE;
}

static gboolean
put_in_place (Target     *self,
              TlSaveFlags flags,
              GError    **error)
{
  int result;

  if (flags & TL_SAVE_CREATE)
    {
      /* Unlike a rename, a link is never made over something. */
      result = self->system->link (self->temporary, self->path);
      if (result != 0 && (errno == EPERM || errno == ENOTSUP || errno == ENOSYS))
        result = renameat2 (AT_FDCWD, self->temporary, AT_FDCWD, self->path, RENAME_NOREPLACE);
      if (result == 0)
        unlink (self->temporary);
    }
  else
    {
      result = self->system->rename (self->temporary, self->path);
    }

  if (result != 0)
    return fail (error, errno, _("“%s” cannot be saved: %s"), self->path);
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

static gboolean
sync_directory (Target  *self,
                GError **error)
{
  int fd = self->system->open (self->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int result, number;

  /* A directory that one may write to and not read cannot be synced. */
  if (fd < 0)
    return TRUE;

  result = self->system->fsync (fd);
  number = errno;
  close (fd);
  if (result != 0 && number != EINVAL && number != ENOTSUP)
    return fail (error, number, _("“%s” was saved, but may be lost if the computer stops now: %s"),
                 self->path);
  return TRUE;
}

static gboolean
check_known (GFile                *file,
             TlSaveFlags           flags,
             gboolean              exists,
             const TlFileIdentity *known,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autofree char *name = tl_file_get_display_name (file);

  if (exists && (flags & TL_SAVE_CREATE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("“%s” already exists."), name);
      return FALSE;
    }
  if ((flags & TL_SAVE_OVERWRITE) || known == NULL)
    return TRUE;
  return tl_file_identity_check (known, file, cancellable, error);
}

static TlFileIdentity *
make_identity (GFile *file,
               gsize  size,
               char  *digest /* transfer full */)
{
  TlFileIdentity *identity = tl_file_identity_query (file, NULL, NULL);

  /* Without an answer the digest still tells. */
  if (identity == NULL)
    identity = g_new0 (TlFileIdentity, 1);
  identity->size = size;
  identity->digest = digest;
  return identity;
}

static gboolean
save_local (GFile                *file,
            GBytes               *bytes,
            TlSaveFlags           flags,
            const TlFileIdentity *known,
            TlFileIdentity      **identity,
            GCancellable         *cancellable,
            GError              **error)
{
  g_auto (Target) target = { .system = get_system (), .fd = -1 };
  g_autoptr (GFile) real_file = NULL;

  tl_digest_init (&target.digest);
  if (!look_at_target (&target, g_file_peek_path (file), error))
    return FALSE;
  real_file = g_file_new_for_path (target.path);

  if (!check_known (file, flags, target.exists, known, cancellable, error)
      || !create_temporary (&target, error)
      || !write_all (&target, bytes, cancellable, error)
      || !copy_permissions (&target, error)
      || !finish_temporary (&target, error)
      /* Once more: writing may have taken long. */
      || !check_known (file, flags, FALSE, known, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !put_in_place (&target, flags, error))
    return FALSE;

  if (identity != NULL)
    *identity = make_identity (real_file, g_bytes_get_size (bytes), tl_digest_finish (&target.digest));
  tl_save_clear_leftovers (target.directory);
  return sync_directory (&target, error);
}

/* Other files, and all of them */

gboolean
tl_save_through_gio (GFile                *file,
                     GBytes               *bytes,
                     TlSaveFlags           flags,
                     const TlFileIdentity *known,
                     TlFileIdentity      **identity,
                     GCancellable         *cancellable,
                     GError              **error)
{
  gboolean exists = g_file_query_exists (file, cancellable);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (!check_known (file, flags, exists, known, cancellable, error))
    return FALSE;

  if (flags & TL_SAVE_CREATE)
    {
      stream = g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);
      if (stream == NULL)
        return FALSE;
      if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error)
          || !g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
        {
          g_file_delete (file, NULL, NULL);
          return FALSE;
        }
    }
  else if (!g_file_replace_contents (file, data, length,
                                     known != NULL && !(flags & TL_SAVE_OVERWRITE) && exists ? known->etag : NULL,
                                     FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &local_error))
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        {
          g_autofree char *name = tl_file_get_display_name (file);

          g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK,
                       _("“%s” was changed by another program since it was opened."), name);
        }
      else
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
        }
      return FALSE;
    }

  if (identity != NULL)
    *identity = make_identity (file, length, tl_digest_compute (data, length));
  return TRUE;
}

gboolean
tl_save_write (GFile                *file,
               GBytes               *bytes,
               TlSaveFlags           flags,
               const TlFileIdentity *known,
               TlFileIdentity      **identity,
               GCancellable         *cancellable,
               GError              **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (identity != NULL)
    *identity = NULL;
  if (g_file_is_native (file) && g_file_peek_path (file) != NULL)
    return save_local (file, bytes, flags, known, identity, cancellable, error);
  return tl_save_through_gio (file, bytes, flags, known, identity, cancellable, error);
}

/* In a worker */

typedef struct
{
  GBytes         *bytes;
  TlSaveFlags     flags;
  TlFileIdentity *known;
  TlFileIdentity *identity;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  tl_file_identity_free (job->known);
  tl_file_identity_free (job->identity);
  g_free (job);
}

static void
save_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (tl_save_write (source, job->bytes, job->flags, job->known, &job->identity, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tl_save_write_async (GFile                *file,
                     GBytes               *bytes,
                     TlSaveFlags           flags,
                     const TlFileIdentity *known,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->bytes = g_bytes_ref (bytes);
  job->flags = flags;
  job->known = tl_file_identity_copy (known);
  g_task_set_source_tag (task, tl_save_write_async);
  g_task_set_task_data (task, job, job_free);
  /* Once the file is replaced, cancelling must not say that it was not. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_worker);
}

gboolean
tl_save_write_finish (GAsyncResult    *result,
                      TlFileIdentity **identity,
                      GError         **error)
{
  Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, tl_save_write_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (identity != NULL)
    *identity = g_steal_pointer (&job->identity);
  return g_task_propagate_boolean (G_TASK (result), error);
}
