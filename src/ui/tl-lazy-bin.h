/* tl-lazy-bin.h: a place for a widget that is made when it is first seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlLazyBin:
 *
 * Holds one child, made when the bin is first mapped or the child is asked for, and
 * kept from then on. So a window costs no more than what it shows.
 *
 * Properties:
 * - `child-type` (GType, construct only): of the child, a widget
 *
 * Signals:
 * - `made` (GtkWidget): once, before the child is seen; the time to connect it
 */
#define TL_TYPE_LAZY_BIN (tl_lazy_bin_get_type ())
G_DECLARE_FINAL_TYPE (TlLazyBin, tl_lazy_bin, TL, LAZY_BIN, GtkWidget)

/* Makes it if need be. */
GtkWidget *tl_lazy_bin_get_child (TlLazyBin *self);

G_END_DECLS
