/* tl-file-identity.c: tells whether a file is still the one that was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-file-identity.h"

#include "store/tl-digest.h"
#include "store/tl-problem.h"

#include <glib/gi18n-lib.h>

#define ATTRIBUTES                      \
  G_FILE_ATTRIBUTE_ETAG_VALUE ","       \
  G_FILE_ATTRIBUTE_UNIX_DEVICE ","      \
  G_FILE_ATTRIBUTE_UNIX_INODE ","       \
  G_FILE_ATTRIBUTE_STANDARD_SIZE ","    \
  G_FILE_ATTRIBUTE_TIME_MODIFIED ","    \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

TlFileIdentity *
tl_file_identity_query (GFile         *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  TlFileIdentity *self;

  info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  self = g_new0 (TlFileIdentity, 1);
  self->etag = g_strdup (g_file_info_get_etag (info));
  self->device = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_DEVICE);
  self->inode = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE);
  self->size = g_file_info_get_size (info);
  self->modified = (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED)
                   * G_USEC_PER_SEC
                   + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  return self;
}

TlFileIdentity *
tl_file_identity_copy (const TlFileIdentity *self)
{
  TlFileIdentity *copy;

  if (self == NULL)
    return NULL;

  copy = g_new (TlFileIdentity, 1);
  *copy = *self;
  copy->etag = g_strdup (self->etag);
  copy->digest = g_strdup (self->digest);
  return copy;
}

void
tl_file_identity_free (TlFileIdentity *self)
{
  if (self == NULL)
    return;

  g_free (self->etag);
  g_free (self->digest);
  g_free (self);
}

static char *
digest_file (GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guint8 *buffer = g_malloc (64 * 1024);
  TlDigest digest;
  gssize n;

  if (stream == NULL)
    return NULL;

  tl_digest_init (&digest);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 64 * 1024, cancellable, error)) > 0)
    tl_digest_update (&digest, buffer, n);
  return n == 0 ? tl_digest_finish (&digest) : NULL;
}

TlFileIdentity *
tl_file_identity_read (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (TlFileIdentity) self = tl_file_identity_query (file, cancellable, error);

  if (self == NULL)
    return NULL;
  self->digest = digest_file (file, cancellable, error);
  return self->digest != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
set_changed (GFile   *file,
             gboolean is_gone,
             GError **error)
{
  g_autofree char *name = tl_file_get_display_name (file);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK,
               is_gone
               ? _("“%s” is no longer there: it was moved or deleted by another program.")
               : _("“%s” was changed by another program since it was opened."),
               name);
  return FALSE;
}

gboolean
tl_file_identity_check (const TlFileIdentity *self,
                        GFile                *file,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autoptr (TlFileIdentity) now = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *digest = NULL;

  now = tl_file_identity_query (file, cancellable, &local_error);
  if (now == NULL)
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return set_changed (file, TRUE, error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (now->size != self->size)
    return set_changed (file, FALSE, error);
  if (now->device == self->device && now->inode == self->inode && now->modified == self->modified
      && g_strcmp0 (now->etag, self->etag) == 0)
    return TRUE;

  digest = digest_file (file, cancellable, error);
  if (digest == NULL)
    return FALSE;
  return g_strcmp0 (digest, self->digest) == 0 || set_changed (file, FALSE, error);
}

char *
tl_file_get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}
