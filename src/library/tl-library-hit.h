/* tl-library-hit.h: something that was found in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library-entry.h"
#include "library/tl-match.h"
#include "library/tl-thing.h"

G_BEGIN_DECLS

/* Texts are UTF-8. */
typedef struct
{
  char           *uri;             /* of the file of its project */
  char           *project_name;
  char           *edition;         /* of its project; NULL if that is not known */
  TlLibraryState  state;           /* how that file was found last */
  TlThingWhat     what;
  char           *key;             /* what a session selects to show it, see tl-thing.h */
  char           *kind_id;         /* as in tl-thing.h */
  char           *kind;
  char           *name;            /* may be empty */
  char           *subtitle;        /* "Application in Online payments · Retail bank" */
  char           *snippet;         /* what else of it matches, or NULL */
  gboolean        gap;             /* its line is broken */
  GArray         *matches;         /* of TlMatch, in the name */
  GArray         *snippet_matches; /* of TlMatch, in the snippet; NULL without one */
} TlLibraryHitFacts;

void tl_library_hit_facts_clear (TlLibraryHitFacts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlLibraryHitFacts, tl_library_hit_facts_clear)

/* What to call it where people read it: its name, or else its kind. (transfer full) */
char *tl_library_hit_facts_dup_title (const TlLibraryHitFacts *self) G_GNUC_WARN_UNUSED_RESULT;

/* Something that was found, as it was then; immutable, for any thread. Readable
 * properties: `uri`, `project-name`, `edition`, `key`, `kind`, `name`, `subtitle`,
 * `snippet`, `gap`, and `name-markup`, `snippet-markup`: Pango markup with the
 * matches in bold. */
#define TL_TYPE_LIBRARY_HIT (tl_library_hit_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryHit, tl_library_hit, TL, LIBRARY_HIT, GObject)

/**
 * tl_library_hit_new:
 * @facts: what is known; its members are taken, and the struct is emptied
 */
TlLibraryHit            *tl_library_hit_new       (TlLibraryHitFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): everything at once */
const TlLibraryHitFacts *tl_library_hit_get_facts (TlLibraryHit      *self);

G_END_DECLS
