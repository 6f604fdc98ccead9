/* tl-journal-private.h: the lines of a log; for the journal's own files only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-journal.h"

G_BEGIN_DECLS

/* A log is text, one entry a line: digest of the rest, and the rest, words
 * parted by tabs. In words, `\t`, `\n`, `\r` and `\\` stand for the character.
 *
 *   begin 1 URI DIGEST TITLE BASE      the first; BASE is XML where URI is empty
 *   mark URI DIGEST                    the log applies to these bytes too
 *   mark URI =LABEL                    what the next transaction is called
 *   change { OPERATION }               a transaction, of these:
 *     set RECORD FIELD VALUE
 *     unset RECORD FIELD
 *     insert RECORD LIST POSITION XML
 *     remove RECORD LIST POSITION
 *     move RECORD LIST OLD-POSITION POSITION
 *
 * RECORD is `#id`, or what it is in, list and position: `#e1/properties/2`,
 * `/assessments/5`; empty for the project. A line that does not end was being
 * written when the program died, and its transaction does not count. A label
 * stands where earlier versions look for the digest of a file, find none that has
 * it, and go on; URI is that of the last mark, or of the head. */
#define TL_JOURNAL_SUFFIX  ".journal"
#define TL_JOURNAL_VERSION "1"

void       tl_journal_append_word   (GString     *line,
                                     const char  *word);

/* Puts the digest before and the line break after a line. */
char      *tl_journal_seal_line     (GString     *line, /* transfer full */
                                     gsize       *length) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (nullable) (transfer full): the words, or NULL if the line is damaged */
GPtrArray *tl_journal_split_line    (const char  *line,
                                     gsize        length) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the operations that do again what was just done. */
void       tl_journal_append_changes (GString    *line,
                                      TlProject  *project,
                                      GPtrArray  *changes);

/* Does the operations in @words from @first on, as one transaction.
 * @label: (nullable): what it is called */
gboolean   tl_journal_replay         (TlProject  *project,
                                      const char *label,
                                      GPtrArray  *words,
                                      guint       first,
                                      GError    **error);

/* Opens and locks a log; -1 if a living program has it, or it cannot be opened. */
int        tl_journal_lock           (const char *path);

/* For tl_journal_new_for_orphan(). */
char      *tl_journal_orphan_get_path   (TlJournalOrphan *self);
int        tl_journal_orphan_steal_lock (TlJournalOrphan *self);

G_END_DECLS
