/* tl-document.h: a project and the file it is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "store/tl-save.h"

G_BEGIN_DECLS

/**
 * TlDocumentState:
 * @TL_DOCUMENT_READ_ONLY: the file cannot be written; Save asks for another place
 * @TL_DOCUMENT_CHANGED_ON_DISK: somebody else has changed or removed the file
 * @TL_DOCUMENT_SALVAGED: this is what could be read of a damaged file
 * @TL_DOCUMENT_RECOVERED: unsaved changes of a session that ended badly are in it
 *
 * Conditions that last.
 */
typedef enum
{
  TL_DOCUMENT_READ_ONLY       = 1 << 0,
  TL_DOCUMENT_CHANGED_ON_DISK = 1 << 1,
  TL_DOCUMENT_SALVAGED        = 1 << 2,
  TL_DOCUMENT_RECOVERED       = 1 << 3,
} TlDocumentState;

/**
 * TlDocument:
 *
 * A project with its file, or without one yet. Reads and writes in a worker;
 * one thing at a time.
 *
 * Properties: `project`, `file` (nullable), `modified`, `busy`, `state`
 * (uint, of TlDocumentState). All are notified.
 */
#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/* Makes a document of a project that is in no file yet. */
TlDocument *tl_document_new          (TlProject            *project) G_GNUC_WARN_UNUSED_RESULT;

TlProject  *tl_document_get_project  (TlDocument           *self);
GFile      *tl_document_get_file     (TlDocument           *self);
gboolean    tl_document_get_modified (TlDocument           *self);
gboolean    tl_document_get_busy     (TlDocument           *self);
guint       tl_document_get_state    (TlDocument           *self);

/* Drops a condition that the user has taken note of. */
void        tl_document_dismiss      (TlDocument           *self,
                                      TlDocumentState       state);

/* Returns: (transfer full): the name of the file, "Unsaved project" without one */
char       *tl_document_dup_file_name (TlDocument          *self);

/**
 * tl_document_load_async:
 * @file: what to read
 * @salvage: leave out what cannot be read, and make a document without a file of the rest
 *
 * Reads a file in a worker.
 */
void        tl_document_load_async   (GFile                *file,
                                      gboolean              salvage,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * tl_document_load_finish:
 * @problems: (out) (optional) (transfer full) (element-type TlProblem): what is
 *   wrong with the file, also on failure
 * @error: return location, TL_STORE_ERROR or G_IO_ERROR
 *
 * Returns: (transfer full): the document, or %NULL
 */
TlDocument *tl_document_load_finish  (GAsyncResult         *result,
                                      GPtrArray           **problems,
                                      GError              **error);

/**
 * tl_document_save_async:
 * @file: (nullable): where to; %NULL for its own file
 * @flags: whether to replace a file that is there: for its own file
 *   %TL_SAVE_REPLACE, elsewhere what the user has agreed to
 *
 * Saves the project as it is now. What is edited while it is being written stays
 * unsaved. Fails with TL_STORE_ERROR_CHANGED_ON_DISK rather than write over what
 * somebody else has written.
 */
void        tl_document_save_async   (TlDocument           *self,
                                      GFile                *file,
                                      TlSaveFlags           flags,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    tl_document_save_finish  (TlDocument           *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/* Asks whether the file is still the one that was read; sets the state. */
void        tl_document_check_file   (TlDocument           *self);

G_END_DECLS
