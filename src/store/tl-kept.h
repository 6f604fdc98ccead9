/* tl-kept.h: what a file says and this version does not know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* Builds the TlUnknown of one record. Besides the record's own parts there may
 * be a section for each XML element that belongs to the record without being
 * one: a wrapper around a list, or the element of a text; and one named "" for
 * what follows the root. Sections stand in TlUnknown.content after the record's
 * own pieces, parted by U+001E, which cannot come from XML:
 *
 *   pieces { RS name RS leading RS attributes RS pieces }
 *
 * Leading and pieces have the line breaks and the indent they are written with. */
typedef struct _TlKept TlKept;

typedef enum
{
  TL_KEPT_LEADING,    /* comments before the element */
  TL_KEPT_ATTRIBUTES, /* ` a="…"` */
  TL_KEPT_PIECES,     /* unknown elements, comments, processing instructions */
  TL_KEPT_N_PARTS
} TlKeptPart;

TlKept    *tl_kept_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_kept_free   (TlKept     *self);

/* Returns: (transfer none): where to append to a part; %NULL as @name for the
 *   record itself */
GString   *tl_kept_get    (TlKept     *self,
                           const char *name,
                           TlKeptPart  part);

/* Returns: (nullable): what was kept, or %NULL if it is nothing; frees @self */
TlUnknown *tl_kept_finish (TlKept     *self);

typedef struct
{
  const char *parts[TL_KEPT_N_PARTS]; /* not ended by NUL */
  gsize       lengths[TL_KEPT_N_PARTS];
} TlKeptSection;

/* Finds a section of kept content; the record's own pieces for %NULL as @name. */
gboolean   tl_kept_find   (const TlUnknown *unknown,
                           const char      *name,
                           TlKeptSection   *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKept, tl_kept_free)

G_END_DECLS
