/* tl-save.h: puts bytes into a file so that nothing is ever lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-file-identity.h"

G_BEGIN_DECLS

/**
 * TlSaveFlags:
 * @TL_SAVE_REPLACE: over what is there, if it is what was known
 * @TL_SAVE_CREATE: only where there is no file yet
 * @TL_SAVE_OVERWRITE: over whatever is there
 */
typedef enum
{
  TL_SAVE_REPLACE = 0,
  TL_SAVE_CREATE = 1 << 0,
  TL_SAVE_OVERWRITE = 1 << 1,
} TlSaveFlags;

/**
 * tl_save_write:
 * @file: where to; a symbolic link is followed
 * @bytes: what to write
 * @known: (nullable): the file as it was opened or saved last. With
 *   %TL_SAVE_REPLACE and without it, the file may be any or none
 * @identity: (out) (optional) (nullable): the file as it is now; also set when
 *   the bytes are in place but could not be made durable
 * @cancellable: (nullable): heeded until the moment in which the file is replaced
 * @error: %TL_STORE_ERROR_CHANGED_ON_DISK, %G_IO_ERROR_EXISTS with
 *   %TL_SAVE_CREATE, or another of %G_IO_ERROR
 *
 * Replaces a file whole or not at all, and durably: writes beside it, makes the
 * disk keep that, gives it the permissions, owner and extended attributes of
 * the old file, and renames. Where @file is not on a local file system, GIO does
 * as much as that can.
 *
 * A file of more than one name (hard links) is no exception: the other names keep
 * the old bytes. Others write into such a file in place, as g_file_replace() does,
 * and have either a moment in which it is neither the old nor the new one, or a
 * second copy to say goodbye to. But who makes such names by hand is rare, and
 * programs make them for snapshots, which must not change with what they preserve.
 *
 * Blocking; for a worker thread, the command line and tests.
 *
 * Returns: whether the bytes are in place and durable; if not, nothing is left
 *   behind
 */
gboolean tl_save_write        (GFile                *file,
                               GBytes               *bytes,
                               TlSaveFlags           flags,
                               const TlFileIdentity *known,
                               TlFileIdentity      **identity,
                               GCancellable         *cancellable,
                               GError              **error);

/* The same in a worker thread. */
void     tl_save_write_async  (GFile                *file,
                               GBytes               *bytes,
                               TlSaveFlags           flags,
                               const TlFileIdentity *known,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean tl_save_write_finish (GAsyncResult         *result,
                               TlFileIdentity      **identity,
                               GError              **error);

G_END_DECLS
