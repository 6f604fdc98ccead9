/* tl-kind-palette.h: the kinds of elements, to be put into a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "ui/tl-pick.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlKindPalette:
 *
 * Lists the kinds of the project's edition and its own, by lane. They can be
 * dragged, as a #TlPick whose key is the token of the kind.
 *
 * Signals:
 * - `add-kind (const char *kind)`: double click or Enter
 */
#define TL_TYPE_KIND_PALETTE (tl_kind_palette_get_type ())
G_DECLARE_FINAL_TYPE (TlKindPalette, tl_kind_palette, TL, KIND_PALETTE, GtkWidget)

/* All kinds of a lane, or with -1 of all lanes (TlPick, transfer full): those of
 * the edition, then the project's own. */
GPtrArray *tl_kind_palette_list_kinds (TlProject     *project,
                                       int            lane) G_GNUC_WARN_UNUSED_RESULT;

void       tl_kind_palette_set_project (TlKindPalette *self,
                                        TlProject     *project); /* nullable */

G_END_DECLS
