/* tl-new-kind.h: a kind of elements of the project's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlNewKind:
 *
 * A popover that asks what a new kind is called and what it is like, and adds it
 * to the project, as one edit.
 */
#define TL_TYPE_NEW_KIND (tl_new_kind_get_type ())
G_DECLARE_FINAL_TYPE (TlNewKind, tl_new_kind, TL, NEW_KIND, GtkPopover)

void tl_new_kind_set_project (TlNewKind *self,
                              TlProject *project); /* nullable */

G_END_DECLS
