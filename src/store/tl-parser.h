/* tl-parser.h: reads the XML of a project onto a tape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-feed.h"
#include "store/tl-tape.h"

G_BEGIN_DECLS

/* libxml2's SAX2 parser, with what a hostile file could make of it shut off: no
 * entities, no DTD, no network, limits on everything. What is not well-formed goes
 * onto the tape as a problem, where it stands; unless @salvage, it ends there. */
typedef struct _TlParser TlParser;

TlParser  *tl_parser_new      (GInputStream *stream,
                               GCancellable *cancellable,
                               gboolean      salvage,
                               TlTape       *tape) G_GNUC_WARN_UNUSED_RESULT;
void       tl_parser_free     (TlParser     *self);

/* The dictionary with the names on the tape; lives as long as the parser. */
xmlDictPtr tl_parser_get_dict (TlParser     *self);

/* Reads it all, or up to where it cannot be read on or the tape is stopped, and
 * ends the tape. May run in a thread of its own; what follows is for afterwards. */
void       tl_parser_run      (TlParser     *self);

guint      tl_parser_get_line (TlParser     *self); /* that it has come to */

/* %G_IO_ERROR of the stream, or %NULL; also when it was cancelled. */
GError    *tl_parser_steal_error (TlParser  *self);

/* TlDigest of what was read. */
char      *tl_parser_dup_digest (TlParser   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlParser, tl_parser_free)

G_END_DECLS
