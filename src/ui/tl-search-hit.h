/* tl-search-hit.h: something that can be searched for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlSearchHit:
 *
 * Properties, read-only: `title`, `caption` (what it is and where).
 */
#define TL_TYPE_SEARCH_HIT (tl_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (TlSearchHit, tl_search_hit, TL, SEARCH_HIT, GObject)

/**
 * tl_search_list:
 * @project: what to search in, besides both editions
 * @edition: the edition shown, whose concepts come first
 *
 * Returns: (transfer full) (element-type TlSearchHit): all there is to find
 */
GPtrArray  *tl_search_list           (TlProject       *project,
                                      const TlEdition *edition) G_GNUC_WARN_UNUSED_RESULT;

const char *tl_search_hit_get_title  (TlSearchHit     *self);
const char *tl_search_hit_get_caption (TlSearchHit    *self);
const char *tl_search_hit_get_key    (TlSearchHit     *self);
const TlEdition *tl_search_hit_get_edition (TlSearchHit *self); /* of a concept or attribute, else NULL */

/* How well it fits words that are folded by g_utf8_casefold(): 0 not at all,
 * more is better. Every word must be in its title or caption. */
guint       tl_search_hit_rank       (TlSearchHit     *self,
                                      const char *const *words);

/* Selects it and goes where it can be seen. */
void        tl_search_hit_reveal     (TlSearchHit     *self,
                                      TlSession       *session);

G_END_DECLS
