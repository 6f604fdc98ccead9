/* tl-library.h: the projects the user keeps, for the windows of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-index.h"

G_BEGIN_DECLS

/* All that the program asks of the index and tells it, without ever waiting for
 * it: one thread writes (it also looks through the folders and follows what
 * changes in them), two others answer questions, each with a connection of its
 * own. Lives in the main thread. Nothing is opened, read or written before
 * tl_library_start() or the first call that needs it.
 *
 * The database may be deleted, damaged or locked at any time: it is made anew
 * from the files, and from what the user has said of them, which is kept beside
 * it. That is told once, by `problem`. No project is ever touched.
 *
 * Properties, read-only but for `paused`, notified only when they change:
 *   busy (boolean): files are being looked at
 *   fraction (double): how many of them have been, 0 to 1
 *   n-done, n-total (uint): the same in numbers, of files
 *   paused (boolean): the user wants no files to be looked at now; what is saved
 *     in a window is indexed nevertheless
 *   problem (string): a sentence about the library itself, or NULL
 *
 * Signals:
 *   changed: what tl_library_list_projects_async() gives is different now, or
 *     what a search finds. Comes at most some times a second
 *   hidden (string uri, boolean hidden): see tl_library_set_hidden() */
#define TL_TYPE_LIBRARY (tl_library_get_type ())
G_DECLARE_FINAL_TYPE (TlLibrary, tl_library, TL, LIBRARY, GObject)

/**
 * tl_library_new:
 * @path: where the database is, or is to be made
 *
 * Costs nothing: see tl_library_start().
 */
TlLibrary   *tl_library_new              (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_library_get_default:
 *
 * Returns: (nullable) (transfer none): the library of the program, or %NULL where
 *   there is none, as in tests that do not ask for one
 */
TlLibrary   *tl_library_get_default      (void);
void         tl_library_set_default      (TlLibrary  *self); /* nullable */

/**
 * tl_library_start:
 *
 * Opens the database and looks through the folders, in a thread of its own. To be
 * called when there is time for it: after the first window is shown. Once.
 */
void         tl_library_start            (TlLibrary  *self);

/**
 * tl_library_close:
 *
 * Ends the threads and waits for them. What the user has done is still written;
 * questions and looking through folders are broken off. Later calls fail with
 * %G_IO_ERROR_CLOSED. The last reference does the same.
 */
void         tl_library_close            (TlLibrary  *self);

gboolean     tl_library_get_busy         (TlLibrary  *self);
double       tl_library_get_fraction     (TlLibrary  *self);
guint        tl_library_get_n_done       (TlLibrary  *self);
guint        tl_library_get_n_total      (TlLibrary  *self);
gboolean     tl_library_get_paused       (TlLibrary  *self);
void         tl_library_set_paused       (TlLibrary  *self,
                                          gboolean    paused);
const char  *tl_library_get_problem      (TlLibrary  *self); /* nullable */
/* The user has read it. */
void         tl_library_dismiss_problem  (TlLibrary  *self);

/* What the user does. None of these waits, and each is in the order of the calls;
 * what cannot be done is told by `problem`. {{{1 */

/* Looks at a file now: it was saved, or is to be in the library. */
void         tl_library_index_file       (TlLibrary  *self,
                                          GFile      *file);
/* The same, and it has been opened just now. */
void         tl_library_note_opened      (TlLibrary  *self,
                                          GFile      *file);
/**
 * tl_library_offer_file:
 * @opened: when the user has opened it, microseconds since 1970
 *
 * The same, of a file from elsewhere, unless it was removed from the library.
 */
void         tl_library_offer_file       (TlLibrary  *self,
                                          GFile      *file,
                                          gint64      opened);
void         tl_library_set_pinned       (TlLibrary  *self,
                                          const char *uri,
                                          gboolean    pinned);

/**
 * tl_library_remove:
 * @uri: of a project
 *
 * Leaves a project out of the library; its file stays where it is. Also in a
 * folder of the library it comes back only by tl_library_index_file(), which
 * undoes this, or when it is opened.
 */
void         tl_library_remove           (TlLibrary  *self,
                                          const char *uri);

/**
 * tl_library_set_hidden:
 * @uri: of a project
 *
 * Says that the user has removed a project, who can still take that back: no window
 * shows it, also of other processes, while all of it is still there. Ends by itself when it is removed, or
 * when the user opens or saves its file.
 */
void         tl_library_set_hidden       (TlLibrary  *self,
                                          const char *uri,
                                          gboolean    hidden);
gboolean     tl_library_get_hidden       (TlLibrary  *self,
                                          const char *uri);

/**
 * tl_library_relocate:
 * @uri: of a project whose file is not there any more
 * @file: where it is now
 *
 * Gives @file the place that @uri had: pinned, and opened when that was.
 */
void         tl_library_relocate         (TlLibrary  *self,
                                          const char *uri,
                                          GFile      *file);

/* Folders whose projects are in the library, with all that is below them. */
void         tl_library_add_folder       (TlLibrary  *self,
                                          GFile      *folder);
void         tl_library_remove_folder    (TlLibrary  *self,
                                          GFile      *folder);
/* Looks through all folders again. */
void         tl_library_rescan           (TlLibrary  *self);

/* Questions {{{1 */

/**
 * TlLibraryQuestion:
 * @reader: a connection that only reads
 * @data: what was given with it
 *
 * Runs in a thread of its own. Errors of %TL_LIBRARY_ERROR are given to who asked;
 * a damaged database is made anew as well.
 *
 * Returns: (transfer full): the answer
 */
typedef gpointer (*TlLibraryQuestion) (TlIndex       *reader,
                                       gpointer       data,
                                       GCancellable  *cancellable,
                                       GError       **error);

/**
 * tl_library_ask_async:
 * @question: what to ask
 * @data: (transfer full): for it
 * @free_data: (nullable): frees @data
 * @free_answer: (nullable): frees an answer that nobody takes
 *
 * Asks the index anything, while it may be being written. Of several questions two
 * are answered at a time; a cancelled one that waits is not asked at all.
 */
void         tl_library_ask_async        (TlLibrary            *self,
                                          TlLibraryQuestion     question,
                                          gpointer              data,
                                          GDestroyNotify        free_data,
                                          GDestroyNotify        free_answer,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gpointer     tl_library_ask_finish       (TlLibrary            *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* All projects, in no order. Returns: (transfer full) (element-type TlLibraryEntry) */
void         tl_library_list_projects_async  (TlLibrary           *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray   *tl_library_list_projects_finish (TlLibrary           *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* The folders. Returns: (transfer full) (element-type GFile) */
void         tl_library_list_folders_async   (TlLibrary           *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray   *tl_library_list_folders_finish  (TlLibrary           *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/**
 * tl_library_search_async:
 * @text: what the user has typed
 * @limit: how many hits at most
 *
 * Returns: (transfer full) (element-type TlLibraryHit): by the finish function,
 *   the best first; empty for a text without words
 */
void         tl_library_search_async         (TlLibrary           *self,
                                              const char          *text,
                                              guint                limit,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray   *tl_library_search_finish        (TlLibrary           *self,
                                              GAsyncResult        *result,
                                              GError             **error);

G_END_DECLS
