/* tl-document.h: a project and the file it is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "store/tl-journal.h"
#include "store/tl-reader.h"
#include "store/tl-save.h"

G_BEGIN_DECLS

/* What a window shows. Properties, all read-only and notified only when they
 * change:
 *   project (TlProject): NULL until it is loaded; another one after a revert
 *   file (GFile): NULL for what has never been saved
 *   title (string): what to call it
 *   busy (boolean): a load or save is under way
 *   fraction (double): how far it is, 0 to 1
 *   read-only (boolean): the file can not be written
 *   modified (boolean): there is something to lose
 *   externally-changed (boolean): another program changed the file
 *   error (GError): why the last load or save failed, NULL if it did not
 *
 * One load or save at a time: a second one fails with %G_IO_ERROR_PENDING. None
 * of them blocks the main loop. Lives in the main thread. */
#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

TlDocument   *tl_document_new              (void) G_GNUC_WARN_UNUSED_RESULT;
TlDocument   *tl_document_new_for_project  (TlProject  *project) G_GNUC_WARN_UNUSED_RESULT;

TlProject    *tl_document_get_project      (TlDocument *self); /* transfer none, nullable */
GFile        *tl_document_get_file         (TlDocument *self); /* transfer none, nullable */
char         *tl_document_dup_title        (TlDocument *self);
gboolean      tl_document_get_busy         (TlDocument *self);
double        tl_document_get_fraction     (TlDocument *self);
gboolean      tl_document_get_read_only    (TlDocument *self);
gboolean      tl_document_get_modified     (TlDocument *self);
gboolean      tl_document_get_externally_changed (TlDocument *self);
const GError *tl_document_get_error        (TlDocument *self); /* nullable */

/* Whether there was something in the file that this version does not know; it is kept. */
gboolean      tl_document_get_has_unknown  (TlDocument *self);

/* What a salvage left out. Returns: (nullable) (transfer none) (element-type TlProblem) */
GPtrArray    *tl_document_get_problems     (TlDocument *self);

/**
 * tl_document_check_file:
 *
 * Looks, in a worker, whether another program changed the file; `externally-changed` tells.
 * It happens by itself where the system says what happens to files. Some file systems do not:
 * the document portal, through which the sandbox of a Flatpak sees files, and network shares.
 */
void          tl_document_check_file       (TlDocument *self);

/**
 * tl_document_enable_journal:
 *
 * From now on every committed transaction is kept in the recovery journal until
 * it is saved or tl_document_close() is called.
 */
void          tl_document_enable_journal   (TlDocument *self);

/**
 * tl_document_close:
 *
 * The user is done with it: saved, or nothing of it is wanted any more. Removes
 * the journal. Without this it is kept, as after a crash.
 */
void          tl_document_close            (TlDocument *self);

/**
 * TlDocumentPrepare:
 *
 * Does with a project what takes long, before anybody else has it. In a worker thread.
 */
typedef void (*TlDocumentPrepare) (TlProject *project);

/* Of each project that is read from now on; NULL for nothing. */
void          tl_document_set_prepare      (TlDocument        *self,
                                            TlDocumentPrepare  prepare);

/**
 * tl_document_load_async:
 * @flags: with %TL_READ_SALVAGE, what can be read becomes a copy: a document
 *   without a file, which is modified
 *
 * Reads a file in a worker thread. If that fails, nothing changes but the error.
 */
void          tl_document_load_async       (TlDocument           *self,
                                            GFile                *file,
                                            TlReadFlags           flags,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      tl_document_load_finish      (TlDocument           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* Reads the file again, and forgets all changes. */
void          tl_document_revert_async     (TlDocument           *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      tl_document_revert_finish    (TlDocument           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * tl_document_recover_async:
 * @orphan: what a crash left behind
 *
 * Reads the file the journal belongs to and does again what was done to it. The
 * document is modified then, and what was done can be undone.
 */
void          tl_document_recover_async    (TlDocument           *self,
                                            TlJournalOrphan      *orphan,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      tl_document_recover_finish   (TlDocument           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * tl_document_save_async:
 * @flags: %TL_SAVE_REPLACE, or %TL_SAVE_OVERWRITE once the user was asked
 *
 * Composes the file in slices of at most four milliseconds on the main loop, and
 * writes it in a worker thread. What is edited meanwhile stays modified. With
 * %TL_STORE_ERROR_CHANGED_ON_DISK another program has written the file since.
 */
void          tl_document_save_async       (TlDocument           *self,
                                            TlSaveFlags           flags,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      tl_document_save_finish      (TlDocument           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * tl_document_save_as_async:
 * @file: what it is kept in from now on, if that succeeds
 * @flags: %TL_SAVE_CREATE, or %TL_SAVE_OVERWRITE once the user was asked
 */
void          tl_document_save_as_async    (TlDocument           *self,
                                            GFile                *file,
                                            TlSaveFlags           flags,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      tl_document_save_as_finish   (TlDocument           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
