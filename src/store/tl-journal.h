/* tl-journal.h: what was done since the last save, in case of a crash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "store/tl-file-identity.h"

G_BEGIN_DECLS

/* A log in the user's state directory, one file for each open document, begun
 * by the first change. Its head says which bytes of which file it belongs to;
 * each committed transaction, undo and redo adds a line. A worker thread writes,
 * in order, and has the disk keep it. The file is locked while its program
 * lives; one that is not is an *orphan*. */
typedef struct _TlJournal TlJournal;

/**
 * tl_journal_new:
 * @project: the project to watch, sealed
 * @file: (nullable): its file, %NULL if it was never saved
 * @digest: (nullable): of the bytes of @file that @project was read from
 *
 * Begins to watch. For a project without a file see tl_journal_set_base().
 */
TlJournal *tl_journal_new       (TlProject   *project,
                                 GFile       *file,
                                 const char  *digest) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the bytes that a project without a file begins with, before its first
 * change; until then nothing of it is logged. */
void       tl_journal_set_base  (TlJournal   *self,
                                 GBytes      *base);

/* Stops watching; the log is left as it is. */
void       tl_journal_free      (TlJournal   *self);

/* Stops watching and removes the log: all is saved, or nothing is wanted. */
void       tl_journal_discard   (TlJournal   *self);

/**
 * tl_journal_mark:
 * @file: where the project is about to be saved
 * @digest: of the bytes it is about to be saved as
 *
 * Notes that from here on the log applies to these bytes too, should they get
 * into @file. To be called in the state that was composed.
 */
void       tl_journal_mark      (TlJournal   *self,
                                 GFile       *file,
                                 const char  *digest);

/* The bytes of the last mark are in place: forgets what led to them. */
void       tl_journal_note_saved (TlJournal  *self);

/* Waits until all is written; for tests and before the program ends. */
void       tl_journal_flush     (TlJournal   *self);

/* Where logs are kept. Returns: (transfer full): a path */
char      *tl_journal_get_directory (void) G_GNUC_WARN_UNUSED_RESULT;

/* What a crash left behind. Holds the lock of the log while it lives. */
#define TL_TYPE_JOURNAL_ORPHAN (tl_journal_orphan_get_type ())
G_DECLARE_FINAL_TYPE (TlJournalOrphan, tl_journal_orphan, TL, JOURNAL_ORPHAN, GObject)

/**
 * tl_journal_list_orphans:
 *
 * Looks for logs that no living program writes; blocking, reads only their heads.
 *
 * Returns: (transfer full) (element-type TlJournalOrphan): the newest first
 */
GPtrArray  *tl_journal_list_orphans          (void) G_GNUC_WARN_UNUSED_RESULT;

GFile      *tl_journal_orphan_get_file       (TlJournalOrphan  *self); /* nullable */

/**
 * tl_journal_orphan_recover:
 * @identity: (out) (optional) (nullable): of the file, as for tl_save_write()
 * @error: %TL_STORE_ERROR_JOURNAL_BASE when the file is not the one that was
 *   changed: the log is left where it is; %TL_STORE_ERROR_JOURNAL_DAMAGED when
 *   it cannot be read or applied: it is moved aside, not deleted; or an error of
 *   reading the file
 *
 * Reads what the log belongs to and does again what it says. Blocking; may be
 * called in any thread, which hands the project over.
 *
 * Returns: (transfer full): the project, modified, with a history
 */
TlProject  *tl_journal_orphan_recover        (TlJournalOrphan  *self,
                                              TlFileIdentity  **identity,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_journal_new_for_orphan:
 * @project: what tl_journal_orphan_recover() gave
 *
 * Goes on with the log of an orphan, which is none from then on.
 */
TlJournal  *tl_journal_new_for_orphan        (TlJournalOrphan  *self,
                                              TlProject        *project) G_GNUC_WARN_UNUSED_RESULT;

/* Removes the log: the user does not want it. */
void        tl_journal_orphan_discard        (TlJournalOrphan  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJournal, tl_journal_free)

G_END_DECLS
