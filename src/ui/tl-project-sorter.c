/* tl-project-sorter.c: in which order the projects of the library are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-sorter.h"

struct _TlProjectSorter
{
  GtkSorter     parent_instance;

  TlProjectSort sort;
};

G_DEFINE_FINAL_TYPE (TlProjectSorter, tl_project_sorter, GTK_TYPE_SORTER)

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return a > b ? -1 : a < b;
}

static int
compare_by (TlProjectSort         sort,
            const TlLibraryFacts *a,
            const TlLibraryFacts *b)
{
  int order = 0;

  switch (sort)
    {
    case TL_PROJECT_SORT_OPENED:
      order = compare_numbers (a->opened, b->opened);
      return order != 0 ? order : compare_numbers (a->modified, b->modified);
    case TL_PROJECT_SORT_CHANGED:
      return compare_numbers (a->modified, b->modified);
    case TL_PROJECT_SORT_FINDINGS:
      order = compare_numbers (a->n_errors, b->n_errors);
      return order != 0 ? order : compare_numbers (a->n_warnings, b->n_warnings);
    case TL_PROJECT_SORT_NAME:
    default:
      return 0;
    }
}

static GtkOrdering
tl_project_sorter_compare (GtkSorter *sorter,
                           gpointer   a,
                           gpointer   b)
{
  const TlLibraryFacts *first = tl_library_project_get_facts (a);
  const TlLibraryFacts *second = tl_library_project_get_facts (b);
  int order = compare_numbers (first->pinned, second->pinned);

  if (order == 0)
    order = compare_by (TL_PROJECT_SORTER (sorter)->sort, first, second);
  return gtk_ordering_from_cmpfunc (order != 0 ? order : tl_library_project_compare_names (a, b));
}

static GtkSorterOrder
tl_project_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
tl_project_sorter_class_init (TlProjectSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = tl_project_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = tl_project_sorter_get_order;
}

static void
tl_project_sorter_init (TlProjectSorter *self)
{
}

TlProjectSorter *
tl_project_sorter_new (void)
{
  return g_object_new (TL_TYPE_PROJECT_SORTER, NULL);
}

void
tl_project_sorter_set_sort (TlProjectSorter *self,
                            TlProjectSort    sort)
{
  g_return_if_fail (TL_IS_PROJECT_SORTER (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  tl_project_sorter_renew (self);
}

void
tl_project_sorter_renew (TlProjectSorter *self)
{
  g_return_if_fail (TL_IS_PROJECT_SORTER (self));

  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}
