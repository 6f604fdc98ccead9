/* tl-project-list-private.h: what the parts of the list share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-project-cell.h"
#include "ui/tl-project-list.h"

G_BEGIN_DECLS

struct _TlProjectList
{
  GtkWidget           parent_instance;

  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSliceListModel  *grown;
  GtkSingleSelection *selection;
  TlProjectSorter    *sorter;
  gboolean            is_grid;
  guint               generation;  /* of the filter */

  GQueue              unfilled;    /* cells, borrowed */
  guint               tick;
  gboolean            keeps_top;   /* until it is laid out */
  guint               going_to_top;
  gint64              frame;       /* which one the next is about */
  gint64              spent;       /* in this frame */

  GtkWidget          *scroller;
  GtkWidget          *view;        /* GtkGridView or GtkListView; in @scroller */
  GtkWidget          *menu;
};

/* tl-project-list-menu.c */

/* The button of a cell was pressed. */
void tl_project_list_pop_up_at_button (TlProjectList *self,
                                       GtkWidget     *button,
                                       TlProjectCell *cell);
/* The other mouse button, and a long press. */
void tl_project_list_add_gestures     (TlProjectList *self);
/* Of what the keyboard is on, unless something is selected: GTK selects where the
 * arrows lead to, but not where the keyboard comes in, and keys would do nothing. */
void tl_project_list_select_focus     (TlProjectList *self);

G_END_DECLS
