/* tl-search-everywhere.h: one box to find anything, and to do anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found-source.h"

G_BEGIN_DECLS

/**
 * TlSearchEverywhere:
 *
 * An entry with what its sources find beneath, as one types. Arrows choose, Enter
 * takes what is chosen, Tab completes a filter, Escape closes.
 *
 * Signals:
 * - `chosen (TlFound *found)`: the user has decided; it has closed
 * - `show-all (const char *text)`: the user wants to see all that is found for a text
 */
#define TL_TYPE_SEARCH_EVERYWHERE (tl_search_everywhere_get_type ())
G_DECLARE_FINAL_TYPE (TlSearchEverywhere, tl_search_everywhere, TL, SEARCH_EVERYWHERE, GtkPopover)

/* @limit: so much of what it finds is listed. */
void tl_search_everywhere_add_source (TlSearchEverywhere *self,
                                      TlFoundSource      *source,
                                      guint               limit);

/**
 * tl_search_everywhere_popup:
 * @text: (nullable): what to look for; %NULL: what was typed last, to be typed over
 *
 * Opens it in the middle, beneath @top of its parent.
 */
void tl_search_everywhere_popup      (TlSearchEverywhere *self,
                                      const char         *text,
                                      int                 top);

G_END_DECLS
