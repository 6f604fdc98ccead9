/* tl-pick.h: one of many things to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlPick:
 *
 * Properties, read-only, none of them %NULL: `title`; `detail`, what sets it apart
 * from others; `icon-name`, of a symbolic icon, or "".
 *
 * Who chooses one that is new can give it a name.
 */
#define TL_TYPE_PICK (tl_pick_get_type ())
G_DECLARE_FINAL_TYPE (TlPick, tl_pick, TL, PICK, GObject)

TlPick     *tl_pick_new     (const char        *key,
                             const char        *title,
                             const char        *detail,    /* nullable */
                             const char        *icon_name) /* nullable */ G_GNUC_WARN_UNUSED_RESULT;
const char *tl_pick_get_key (TlPick            *self);
gboolean    tl_pick_is_new  (TlPick            *self);
void        tl_pick_set_new (TlPick            *self,
                             gboolean           is_new);

/* Whether every word is in its title or detail, at the beginning of a word of
 * theirs; words as of tl_pick_split(). */
gboolean    tl_pick_matches (TlPick            *self,
                             const char *const *words);
/* What was typed, folded (transfer full). */
char      **tl_pick_split   (const char        *text);

G_END_DECLS
