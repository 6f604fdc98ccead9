/* tl-pair-entry.h: a popover that asks for two texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlPairEntry:
 *
 * Two entries, the first of which must say something, and a button.
 *
 * Signals:
 * - `add (const char *first, const char *second)`: Enter or the button was
 *   pressed; whoever takes it calls tl_pair_entry_finish() or tl_pair_entry_refuse()
 */
#define TL_TYPE_PAIR_ENTRY (tl_pair_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlPairEntry, tl_pair_entry, TL, PAIR_ENTRY, GtkPopover)

GtkWidget *tl_pair_entry_new    (const char  *first,  /* what they are called */
                                 const char  *second,
                                 const char  *action) G_GNUC_WARN_UNUSED_RESULT; /* with mnemonic */

/* Closes and empties it. */
void       tl_pair_entry_finish (TlPairEntry *self);

/* @text: which of the two, 0 or 1
 * @reason: why that cannot be; stands there until one of them is changed */
void       tl_pair_entry_refuse (TlPairEntry *self,
                                 guint        text,
                                 const char  *reason);

G_END_DECLS
