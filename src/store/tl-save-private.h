/* tl-save-private.h: what a save asks of the system, so that tests can refuse it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-save.h"

#include <sys/types.h>

G_BEGIN_DECLS

/* Signatures and errno as in POSIX. */
typedef struct
{
  int     (*open)   (const char *path,
                     int         flags,
                     mode_t      mode);
  ssize_t (*write)  (int         fd,
                     const void *bytes,
                     size_t      length);
  int     (*fchmod) (int         fd,
                     mode_t      mode);
  int     (*fsync)  (int         fd);
  int     (*close)  (int         fd);
  int     (*rename) (const char *from,
                     const char *to);
  int     (*link)   (const char *from,
                     const char *to);
} TlSaveSystem;

/* Sets what the saves of this thread use; %NULL for the system itself. Blocking
 * saves only. */
void     tl_save_set_system  (const TlSaveSystem *system);

/* tl-save-leftover.c: names of the files that are written first, beside those they will replace. */
char    *tl_save_create_temporary_name (void);

/* Tells others that this one is written to, as long as it is open. */
void     tl_save_claim_temporary (int fd);

/* Removes those in a directory that are old and that nobody writes to: the program was killed. */
void     tl_save_clear_leftovers (const char *directory);

/* What tl_save_write() does for files that have no local path. */
gboolean tl_save_through_gio (GFile                *file,
                              GBytes               *bytes,
                              TlSaveFlags           flags,
                              const TlFileIdentity *known,
                              TlFileIdentity      **identity,
                              GCancellable         *cancellable,
                              GError              **error);

G_END_DECLS
