/* tl-outline-item.h: a concept as a row of the outline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "reference/tl-edition.h"

G_BEGIN_DECLS

/**
 * TlOutlineItem:
 *
 * Properties, read-only: `title`, `caption` (nullable; what tells it apart where
 * its place is not seen).
 */
#define TL_TYPE_OUTLINE_ITEM (tl_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineItem, tl_outline_item, TL, OUTLINE_ITEM, GObject)

const TlConcept *tl_outline_item_get_concept (TlOutlineItem   *self);

/* Returns: (transfer full): the top of the tree of an edition */
GListModel      *tl_outline_create_root      (const TlEdition *edition);

/* Returns: (transfer full) (nullable): what is below an item, or %NULL */
GListModel      *tl_outline_create_children  (TlOutlineItem   *item);

/* Returns: (transfer full): all concepts of the tree whose name has @text, flat */
GListModel      *tl_outline_create_matches   (const TlEdition *edition,
                                              const char      *text);

G_END_DECLS
