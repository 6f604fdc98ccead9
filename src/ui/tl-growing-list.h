/* tl-growing-list.h: a list of which a view is given a little at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A view of GTK makes two hundred rows as soon as its list has so many, which is more
 * than a frame has time for. This is the begin of another list, and grows to all of it
 * between frames; what is added to that later, or comes in the place of something, does
 * so likewise if it is much. Main thread. */
#define TL_TYPE_GROWING_LIST (tl_growing_list_get_type ())
G_DECLARE_FINAL_TYPE (TlGrowingList, tl_growing_list, TL, GROWING_LIST, GObject)

/* @n_at_once: rows that a frame has time for, to make them and to lay them out */
TlGrowingList *tl_growing_list_new      (GListModel    *source,
                                         guint          n_at_once) G_GNUC_WARN_UNUSED_RESULT;

/* The view that shows it, NULL for none. While it can be seen the list grows by what a
 * frame has time for, and of rows that go the widgets are taken apart by and by. When it has
 * gone, the list stays as it is. */
void           tl_growing_list_set_view (TlGrowingList *self,
                                         GtkWidget     *view);

/* All of it at once, for who wants to see what is not there yet. */
void           tl_growing_list_finish   (TlGrowingList *self);

G_END_DECLS
