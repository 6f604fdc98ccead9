/* tl-reader.h: reads a project from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "store/tl-file-identity.h"
#include "store/tl-problem.h"

G_BEGIN_DECLS

/**
 * TlReadFlags:
 * @TL_READ_STRICT: the first problem ends it: no file is opened in part as if it were whole
 * @TL_READ_SALVAGE: leaves out what cannot be read, and tells all problems
 */
typedef enum
{
  TL_READ_STRICT = 0,
  TL_READ_SALVAGE = 1 << 0,
} TlReadFlags;

typedef void (*TlProgressFunc) (double   fraction,
                                gpointer user_data);

/**
 * tl_reader_read:
 * @stream: where the bytes come from; it is read to its end and not closed
 * @display_name: what to call the file in messages
 * @size: bytes to expect, for @progress, or 0
 * @flags: what to do about problems
 * @progress: (nullable): told the fraction that is read, 0 to 1, in this thread
 * @problems: (out) (optional) (element-type TlProblem): what was found wrong, in
 *   the order of the lines but for dangling references, which come last; also
 *   on failure. At most a thousand, then one that says that there are more
 * @digest: (out) (optional): TlDigest of the bytes, if all were read
 *
 * Reads a project, streaming, in memory proportional to what is kept. May be
 * called in any thread; hand the project over to the thread that is to own it.
 *
 * Salvage gives a project for every file whose root says that it is one.
 *
 * Returns: (transfer full): a sealed project, or %NULL with an error of
 *   %TL_STORE_ERROR or %G_IO_ERROR, whose message names file and line
 */
TlProject *tl_reader_read      (GInputStream    *stream,
                                const char      *display_name,
                                goffset          size,
                                TlReadFlags      flags,
                                TlProgressFunc   progress,
                                gpointer         user_data,
                                GPtrArray      **problems,
                                char           **digest,
                                GCancellable    *cancellable,
                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_reader_read_file:
 * @identity: (out) (optional): which file this was, for tl_save_write()
 *
 * Like tl_reader_read(), blocking.
 */
TlProject *tl_reader_read_file (GFile           *file,
                                TlReadFlags      flags,
                                TlProgressFunc   progress,
                                gpointer         user_data,
                                GPtrArray      **problems,
                                TlFileIdentity **identity,
                                GCancellable    *cancellable,
                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

TlProject *tl_reader_read_bytes (GBytes         *bytes,
                                 const char     *display_name,
                                 TlReadFlags     flags,
                                 GPtrArray     **problems,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_reader_read_fragment:
 * @xml: what tl_writer_write_fragment() made
 * @length: its length in bytes, or -1
 *
 * Returns: (transfer full) (element-type TlRecord): loose records, in order
 */
GPtrArray *tl_reader_read_fragment (const char  *xml,
                                    gssize       length,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
