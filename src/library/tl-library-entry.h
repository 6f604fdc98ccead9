/* tl-library-entry.h: what the library knows of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlLibraryState:
 * @TL_LIBRARY_PRESENT: the file was there and could be read when last looked at
 * @TL_LIBRARY_MISSING: there is no file there any more
 * @TL_LIBRARY_UNREADABLE: there is a file, and the system does not let us read it
 * @TL_LIBRARY_DAMAGED: what the file holds is no whole project
 *
 * How a file was found when the library last looked at it. But for
 * @TL_LIBRARY_PRESENT what is known of the project is from before.
 */
typedef enum
{
  TL_LIBRARY_PRESENT,
  TL_LIBRARY_MISSING,
  TL_LIBRARY_UNREADABLE,
  TL_LIBRARY_DAMAGED,
} TlLibraryState;

#define TL_TYPE_LIBRARY_STATE (tl_library_state_get_type ())
GType       tl_library_state_get_type  (void);
const char *tl_library_state_get_label (TlLibraryState self); /* "Missing", translated */
const char *tl_library_state_get_token (TlLibraryState self); /* "missing" */

/* Texts are UTF-8; those that are not known are "" if they are names, else %NULL. */
typedef struct
{
  char          *uri;
  char          *path;        /* for people */
  char          *folder;      /* for people: the directory it lies in */
  char          *name;        /* of the project, else of the file */
  char          *edition;     /* "2.1"; NULL if it was never read */
  char          *project_id;
  char          *owner;
  char          *description;
  char          *digest;      /* TlDigest of the file when last read */
  char          *problem;     /* for people: why it is not PRESENT */
  gint64         modified;    /* microseconds since 1970; 0 if not known */
  gint64         size;        /* bytes */
  gint64         opened;      /* when the user opened it last, likewise; 0: never */
  guint          n_services;
  guint          n_elements;
  guint          n_tools;
  guint          n_errors;    /* findings */
  guint          n_warnings;
  guint          n_notes;
  guint          n_gaps;
  TlLibraryState state;
  gboolean       pinned;
} TlLibraryFacts;

void tl_library_facts_clear (TlLibraryFacts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlLibraryFacts, tl_library_facts_clear)

/* A project of the library as it was when it was asked for; immutable, for any
 * thread. Each member of TlLibraryFacts is a readable property of that name, with
 * hyphens: `uri`, `n-services`, `state`. */
#define TL_TYPE_LIBRARY_ENTRY (tl_library_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryEntry, tl_library_entry, TL, LIBRARY_ENTRY, GObject)

/**
 * tl_library_entry_new:
 * @facts: what is known; its texts are taken, and the struct is emptied
 */
TlLibraryEntry       *tl_library_entry_new       (TlLibraryFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): everything at once */
const TlLibraryFacts *tl_library_entry_get_facts (TlLibraryEntry *self);

G_END_DECLS
