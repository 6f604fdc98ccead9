/* tl-look.h: one look at a file; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library-entry.h"
#include "project/tl-project.h"
#include "store/tl-file-identity.h"

G_BEGIN_DECLS

/* What the library knows of a file before it is looked at. */
typedef struct
{
  gint64         id;     /* of its row; 0: none */
  TlLibraryState state;
  gint64         seen;
  gint64         size;
  gint64         modified;
  gint64         device;
  gint64         inode;
  char          *digest; /* of the bytes whose things are known, or NULL */
  char          *made;   /* by which version, in which language */
} TlKnown;

void     tl_known_clear         (TlKnown     *self);

/* Things are made anew by another version of the program, and in another language;
 * but not by a process that has none, as one that runs at night. */
gboolean tl_known_is_made_alike (const TlKnown *self,
                                 const char    *made);

/* A look at a file: what is known is filled in first, then the file system is
 * asked, and then, if need be, the file is read, in any one thread. What is found
 * is not an error: @failure is only that it was broken off. */
typedef struct
{
  GFile          *file;
  char           *uri;
  char           *made;         /* by what things are made now */
  gint64          seen;         /* when the file system was asked */
  TlKnown         known;
  TlFileIdentity *identity;     /* NULL: nothing is known of the file */
  gboolean        is_unchanged; /* the file system says so */
  gboolean        is_same;      /* the bytes are those that are known */
  TlProject      *project;      /* NULL: not read, or could not be */
  TlLibraryState  state;
  char           *problem;
  gint64          moved;        /* row of the same project under another URI, or 0 */
  char           *moved_from;   /* that URI */
  GError         *failure;
  GThread        *thread;       /* that reads it, or NULL */
} TlLook;

TlLook  *tl_look_new      (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
void     tl_look_free     (TlLook        *self); /* waits for the thread */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLook, tl_look_free)

/* Asks the file system. @is_thorough: its word is not enough. */
void     tl_look_ask      (TlLook        *self,
                           gboolean       is_thorough,
                           GCancellable  *cancellable);
/* Whether it is worth to read the file, and it is no large one. */
gboolean tl_look_is_short (TlLook        *self);
/* Reads the file unless it need not be. */
void     tl_look_read     (TlLook        *self,
                           GCancellable  *cancellable);
/* The same, in a thread. */
void     tl_look_start    (TlLook        *self);
/* Ends the thread if there is one; else reads now. */
void     tl_look_finish   (TlLook        *self,
                           GCancellable  *cancellable);
/* After a while: whether the file is still the one that was looked at. */
gboolean tl_look_is_fresh (TlLook        *self);

G_END_DECLS
