/* tl-index.h: the database of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library-entry.h"
#include "library/tl-library-error.h"

G_BEGIN_DECLS

/* One connection to the database, used by one thread at a time, everything
 * blocking. Any number of them, in any number of processes, may be open at the
 * same time; writers wait for each other.
 *
 * The database is a cache of the project files. No call touches one of them, and
 * whatever happens to the database costs no more than reading them again. When it
 * turns out to be damaged, or is deleted or replaced while it is in use, the next
 * call that writes begins a new one, into which the user's choices are taken over
 * (folders, projects added one by one, what is pinned, when it was opened: they
 * are also kept in a small file beside it); tl_index_take_rebuilt() then says
 * that all files have to be looked at again.
 *
 * Errors are those of %TL_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED; nothing has
 * changed then. Files and folders are known by their URI. */
typedef struct _TlIndex TlIndex;

/**
 * TlIndexFlags:
 * @TL_INDEX_READ_ONLY: only asks; never waits for writers
 * @TL_INDEX_READ_WRITE: also makes the database where there is none, brings an old
 *   one up to date and heals a damaged one
 */
typedef enum
{
  TL_INDEX_READ_ONLY = 0,
  TL_INDEX_READ_WRITE = 1 << 0,
} TlIndexFlags;

/**
 * TlIndexChange:
 * @is_unchanged: the file is as it was known; nothing was written of its things
 * @is_new: the file was not known before
 * @is_moved: it was, under another URI where there is no file any more
 * @state: how the file was found
 * @n_added: things that are new
 * @n_changed: things that are otherwise than before
 * @n_removed: things that are gone
 * @n_kept: things whose rows were not touched
 *
 * What looking at a file has changed. All numbers are 0 if the file could not be
 * read as a project, or was not read because it is unchanged.
 */
typedef struct
{
  gboolean       is_unchanged;
  gboolean       is_new;
  gboolean       is_moved;
  TlLibraryState state;
  guint          n_added;
  guint          n_changed;
  guint          n_removed;
  guint          n_kept;
} TlIndexChange;

/**
 * tl_index_dup_default_path:
 *
 * Returns: (transfer full): the database of the user's library
 */
char     *tl_index_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_index_open:
 * @path: the database; its directory is made where it is missing
 * @flags: what it is for
 * @error: %TL_LIBRARY_ERROR. For reading, %TL_LIBRARY_ERROR_DAMAGED also where
 *   there is none yet or an old one: opening it for writing mends both
 *
 * Opens the database.
 *
 * Returns: (transfer full): to be closed
 */
TlIndex  *tl_index_open             (const char     *path,
                                     TlIndexFlags    flags,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void      tl_index_close            (TlIndex        *self); /* nullable */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIndex, tl_index_close)

/* How long a call waits for other writers, in milliseconds; at first 30 s. */
void      tl_index_set_patience     (TlIndex        *self,
                                     guint           milliseconds);

/* Returns: TRUE once after the database was begun anew, so that all files have to
 * be looked at again. Also after it was made for the first time. */
gboolean  tl_index_take_rebuilt     (TlIndex        *self);

/* Whether tl_index_update_file() reads all files, whatever the file system says of
 * their size and time; at first not. */
void      tl_index_set_thorough     (TlIndex        *self,
                                     gboolean        is_thorough);

/**
 * tl_index_update_file:
 * @file: a file, of which a project is expected
 * @change: (out caller-allocates) (optional): what has changed
 * @error: %G_IO_ERROR_NOT_FOUND if there is no such file and it was not known;
 *   what is wrong with the file itself is no error, but the state of the project
 *
 * Looks at a file and takes over what is new in it, in one transaction.
 *
 * A file of which the file system says that it has not changed is left alone,
 * unless that is too recent to be believed. Else the digest of its bytes decides;
 * one that is the same is only noted. What cannot be read as a project keeps what
 * is known of it, with a state and the problem. A file that is the same as one
 * that is no longer where it was takes its place in the library; so does one that
 * was changed as well, if its project has the id of that one, and of no other.
 *
 * Of a project that is read only what differs is written: things are compared by
 * a hash of all that is known of each.
 */
gboolean  tl_index_update_file      (TlIndex        *self,
                                     GFile          *file,
                                     TlIndexChange  *change,
                                     GCancellable   *cancellable,
                                     GError        **error);

/**
 * tl_index_look_ahead:
 * @file: a file that tl_index_update_file() will soon be asked to look at, though
 *   not next
 *
 * Begins to read a file, if need be, in a thread of its own, while others are
 * written. Nothing is lost if it is then not asked for, or changed in between.
 */
void      tl_index_look_ahead       (TlIndex        *self,
                                     GFile          *file);

/**
 * tl_index_begin_batch:
 *
 * What is written from now on is committed from time to time, at least every two
 * seconds, and by tl_index_end_batch(): faster for many files, and no less safe.
 * Other writers get their turn between. When something fails, what was not committed
 * yet is as it was before, too.
 */
void      tl_index_begin_batch      (TlIndex        *self);
gboolean  tl_index_end_batch        (TlIndex        *self,
                                     GError        **error);

/* That there is no file there any more; nothing if it is not known. What it was
 * pinned and opened stays for the day it is found again. */
gboolean  tl_index_mark_missing     (TlIndex        *self,
                                     const char     *uri,
                                     GError        **error);

/* Removes a project from the library; never the file. */
gboolean  tl_index_forget           (TlIndex        *self,
                                     const char     *uri,
                                     GError        **error);

/* Nothing if the project is not known. */
gboolean  tl_index_set_pinned       (TlIndex        *self,
                                     const char     *uri,
                                     gboolean        is_pinned,
                                     GError        **error);
gboolean  tl_index_set_opened       (TlIndex        *self,
                                     const char     *uri,
                                     gint64          time, /* microseconds since 1970; 0: never */
                                     GError        **error);

/* Folders whose projects belong to the library, with all folders below. Removing
 * one forgets the projects in it that no other folder holds, but for pinned ones. */
gboolean  tl_index_add_folder       (TlIndex        *self,
                                     const char     *uri,
                                     GError        **error);
gboolean  tl_index_remove_folder    (TlIndex        *self,
                                     const char     *uri,
                                     GError        **error);
/* URIs in alphabetical order (transfer full), or NULL. */
char    **tl_index_list_folders     (TlIndex        *self,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_index_list_projects:
 *
 * Returns: (transfer full) (element-type TlLibraryEntry): all projects, by name,
 *   without reading one of their files
 */
GPtrArray *tl_index_list_projects   (TlIndex        *self,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of one project: (transfer full), NULL without an error if it is not known. */
TlLibraryEntry *tl_index_find_project (TlIndex      *self,
                                       const char   *uri,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_index_rebuild:
 *
 * Begins the database anew. Writing does so by itself when it meets damage; this
 * is for damage that was met by reading, or by tl_index_check().
 */
gboolean  tl_index_rebuild          (TlIndex        *self,
                                     GError        **error);

/**
 * tl_index_check:
 * @error: %TL_LIBRARY_ERROR_DAMAGED: what is wrong
 *
 * Checks the whole database: its structure, and that the words that are searched
 * are those of what is known. Takes about as long as reading it; needs one that
 * is open for writing.
 */
gboolean  tl_index_check            (TlIndex        *self,
                                     GCancellable   *cancellable,
                                     GError        **error);

G_END_DECLS
