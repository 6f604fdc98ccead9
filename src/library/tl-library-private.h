/* tl-library-private.h: the threads of the library; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-left-out.h"
#include "library/tl-library.h"

G_BEGIN_DECLS

typedef struct _TlLibraryWriter TlLibraryWriter;
typedef struct _TlLibraryScan TlLibraryScan;
typedef struct _TlLibraryReaders TlLibraryReaders;

/* What is to be known of the writer in the main thread. */
typedef struct
{
  gboolean busy;
  guint    n_done;
  guint    n_total;
  gboolean changed; /* since it was told last */
  char    *problem; /* new since it was told last, or NULL */
  GHashTable *left_out; /* URI → whether it is left out: by other processes, since then; or NULL */
} TlLibraryNews;

/* Called in the main context of the thread that made the writer. */
typedef void (*TlLibraryNewsFunc) (const TlLibraryNews *news,
                                   gpointer             user_data);

/* tl-library.c {{{1 */

/* Started if it was not; NULL once it is closed. */
TlLibraryWriter *tl_library_get_writer   (TlLibrary         *self);

/* tl-library-commands.c: says so where other processes see it; the project stays. */
void             tl_library_leave_out    (TlLibrary         *self,
                                          const char        *uri,
                                          gboolean           is_left_out);

/* tl-library-writer.c: the thread that writes. It has a main context of its own,
 * in which jobs run one after the other, and in which folders are watched. {{{1 */

/* Does not wait; the thread opens the database first of all. */
TlLibraryWriter *tl_library_writer_new   (const char        *path,
                                          TlLibraryNewsFunc  func,
                                          gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the jobs there are; whatever else is under way is broken off. @func is
 * not called any more. */
void             tl_library_writer_free  (TlLibraryWriter   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryWriter, tl_library_writer_free)

typedef void (*TlLibraryJob) (TlLibraryWriter *self,
                              gpointer         data);

/* Runs @job in the thread, after those that were given before. */
void             tl_library_writer_run   (TlLibraryWriter   *self,
                                          TlLibraryJob       job,
                                          gpointer           data,
                                          GDestroyNotify     free_data);

/* Any thread: waits until the database has been opened, or could not be. */
void             tl_library_writer_await_open  (TlLibraryWriter *self,
                                                GCancellable    *cancellable);
/* Any thread: somebody has found the database to be damaged. */
void             tl_library_writer_note_damage (TlLibraryWriter *self);
/* Any thread: no files are to be looked at for now, or again. */
void             tl_library_writer_set_paused  (TlLibraryWriter *self,
                                                gboolean         paused);

/* What follows is for jobs. */

/* The database; tried to be opened if it is not. NULL, and the reason told, if it
 * cannot be: the job then does nothing. */
TlIndex         *tl_library_writer_get_index   (TlLibraryWriter *self);
TlLibraryScan   *tl_library_writer_get_scan    (TlLibraryWriter *self);
TlLeftOut       *tl_library_writer_get_left_out (TlLibraryWriter *self);
/* For what nobody waits for. */
GCancellable    *tl_library_writer_get_cancellable (TlLibraryWriter *self);
GMainContext    *tl_library_writer_get_context (TlLibraryWriter *self);
/* What another process has written since is taken note of. */
void             tl_library_writer_catch_up    (TlLibraryWriter *self);
/* Something was written. @soon: by the user, who waits for it to be seen. */
void             tl_library_writer_note_change (TlLibraryWriter *self,
                                                gboolean         soon);
void             tl_library_writer_note_progress (TlLibraryWriter *self,
                                                  guint            n_done,
                                                  guint            n_total);
/* Tells what went wrong, unless it is what was told last. */
void             tl_library_writer_note_error  (TlLibraryWriter *self,
                                                const GError    *error);

/* tl-library-scan.c: which files are to be looked at. Lives in the writer's thread. {{{1 */

TlLibraryScan *tl_library_scan_new         (TlLibraryWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
void           tl_library_scan_free        (TlLibraryScan   *self);
/* All folders, and all files that are known. */
void           tl_library_scan_everything  (TlLibraryScan   *self);
/* The same, after the database was begun anew: also what it knew of was lost. */
void           tl_library_scan_restore     (TlLibraryScan   *self);
/* Another process has written: of what it has added the files are followed, too. */
void           tl_library_scan_catch_up    (TlLibraryScan   *self);
void           tl_library_scan_folder      (TlLibraryScan   *self,
                                            GFile           *folder);
/* It is not one of the library any more. */
void           tl_library_scan_leave       (TlLibraryScan   *self,
                                            GFile           *folder);
/* A project is not in the library any more. */
void           tl_library_scan_forget      (TlLibraryScan   *self,
                                            const char      *uri);
void           tl_library_scan_file        (TlLibraryScan   *self,
                                            GFile           *file);
/* Looks at a file now, whatever else is to be done. */
void           tl_library_scan_file_now    (TlLibraryScan   *self,
                                            GFile           *file);
void           tl_library_scan_set_paused  (TlLibraryScan   *self,
                                            gboolean         paused);
/* Writes what has been found so far: before anything else is done to the database. */
void           tl_library_scan_end_batch   (TlLibraryScan   *self);
/* Nothing is left to be done: it cannot be. */
void           tl_library_scan_give_up     (TlLibraryScan   *self);

/* tl-library-readers.c: the threads that answer questions. {{{1 */

TlLibraryReaders *tl_library_readers_new   (const char           *path,
                                            TlLibraryWriter      *writer) G_GNUC_WARN_UNUSED_RESULT;
/* Before the writer. Questions that have no answer yet end as cancelled. */
void              tl_library_readers_free  (TlLibraryReaders     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryReaders, tl_library_readers_free)

/* @task ends in the main context it was made in. */
void              tl_library_readers_ask   (TlLibraryReaders     *self,
                                            GTask                *task,
                                            TlLibraryQuestion     question,
                                            gpointer              data,
                                            GDestroyNotify        free_data,
                                            GDestroyNotify        free_answer);

G_END_DECLS
