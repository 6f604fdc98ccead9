/* tl-file-identity.h: tells whether a file is still the one that was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was known of a file when it was read or written: where and when the file
 * system says it changed last, and a digest of its bytes, which decides when
 * only the former differs (a copy, a checkout, a touch). */
typedef struct
{
  char    *etag;    /* NULL if the file system gives none */
  guint64  device;  /* 0 where there are no inodes */
  guint64  inode;
  goffset  size;
  gint64   modified; /* microseconds since 1970 */
  char    *digest;  /* of TlDigest */
} TlFileIdentity;

/**
 * tl_file_identity_query:
 * @file: a file
 *
 * Asks the file system, blocking.
 *
 * Returns: (transfer full): the identity, without a digest, or %NULL
 */
TlFileIdentity *tl_file_identity_query  (GFile                *file,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with the digest; reads the file. */
TlFileIdentity *tl_file_identity_read   (GFile                *file,
                                         GCancellable         *cancellable,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
TlFileIdentity *tl_file_identity_copy   (const TlFileIdentity *self) G_GNUC_WARN_UNUSED_RESULT;
void            tl_file_identity_free   (TlFileIdentity       *self);

/**
 * tl_file_identity_check:
 * @self: what was known
 * @file: the file, as it is now
 * @error: %TL_STORE_ERROR_CHANGED_ON_DISK, or %G_IO_ERROR if it cannot be told
 *
 * Reads the file where the file system's word is not enough; blocking.
 *
 * Returns: whether @file holds the bytes that were known; a file that is gone
 *   does not
 */
gboolean        tl_file_identity_check  (const TlFileIdentity *self,
                                         GFile                *file,
                                         GCancellable         *cancellable,
                                         GError              **error);

/* Returns: (transfer full): what to call a file: its name alone */
char           *tl_file_get_display_name (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFileIdentity, tl_file_identity_free)

G_END_DECLS
