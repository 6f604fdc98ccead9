/* tl-writer.h: writes a project in the one canonical form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* Composes the bytes of a project's file in memory: attributes in the order of
 * the tables, one record a line, two spaces of indent, no wrapper around
 * nothing, a line break at the end. The same project always gives the same
 * bytes, and one edit changes the lines of one record.
 *
 * In the thread that owns the project; tl_writer_step() works in slices, so that
 * a window goes on drawing. */
typedef struct _TlWriter TlWriter;

TlWriter *tl_writer_new    (TlProject *project) G_GNUC_WARN_UNUSED_RESULT;
void      tl_writer_free   (TlWriter  *self);

/**
 * tl_writer_step:
 * @budget: microseconds to work for at most, or -1 to finish
 *
 * Composes a part. If the project has changed since the last one, it begins anew.
 * While a transaction is open nothing is composed, unless there is no time to wait.
 *
 * Returns: %TRUE if there is more to do
 */
gboolean  tl_writer_step   (TlWriter  *self,
                            gint64     budget);

/**
 * tl_writer_finish:
 * @self: (transfer full): a writer whose last step returned %FALSE
 * @state: (out) (optional): state of the history that was composed
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes   *tl_writer_finish (TlWriter  *self,
                            guint64   *state) G_GNUC_WARN_UNUSED_RESULT;

/* Composes all at once. Returns: (transfer full): the bytes of the file */
GBytes   *tl_writer_write  (TlProject *project) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_writer_write_fragment:
 * @project: (nullable): the project whose namespace declarations the records rely upon
 * @records: (array length=n_records): records with all they hold
 *
 * Writes records so that tl_reader_read_fragment() can make them anew: for the
 * journal and the clipboard.
 *
 * Returns: (transfer full): XML
 */
char     *tl_writer_write_fragment (TlProject       *project,
                                    TlRecord *const *records,
                                    guint            n_records) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWriter, tl_writer_free)

G_END_DECLS
