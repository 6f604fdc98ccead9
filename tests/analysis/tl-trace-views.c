/* tl-trace-views.c: lists and matrices that have to follow a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-trace-views.h"

#include "analysis/tl-gap-model.h"
#include "analysis/tl-matrix.h"

struct _TlTraceViews
{
  TlProject  *project;
  GListModel *gaps;
  GPtrArray  *mirror;   /* texts of its rows */
  guint       n_notified;
  guint       n_changed;
  TlMatrix   *matrix;
  GPtrArray  *rows;     /* of the matrix, when it last said that they changed */
};

/* Gaps */

static char *
describe_row (GListModel *model,
              guint       position)
{
  g_autoptr(TlGapRow) row = g_list_model_get_item (model, position);
  const TlGap *gap;

  g_assert_true (TL_IS_GAP_ROW (row));
  gap = tl_gap_row_get_gap (row);
  return g_strdup_printf ("%p %p %p", (void *) tl_gap_row_get_service (row),
                          gap != NULL ? (void *) gap->element : NULL, gap != NULL ? (void *) gap->rule : NULL);
}

static void
items_changed_cb (GListModel   *model,
                  guint         position,
                  guint         n_removed,
                  guint         n_added,
                  TlTraceViews *self)
{
  g_assert_cmpuint (n_removed + n_added, >, 0);
  g_assert_cmpuint (position + n_removed, <=, self->mirror->len);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->mirror->len - n_removed + n_added);
  if (n_removed > 0 && n_added > 0)
    {
      g_autofree char *first = describe_row (model, position);
      g_autofree char *last = describe_row (model, position + n_added - 1);

      /* A smaller range would not do. */
      g_assert_cmpstr (first, !=, g_ptr_array_index (self->mirror, position));
      g_assert_cmpstr (last, !=, g_ptr_array_index (self->mirror, position + n_removed - 1));
    }

  if (n_removed > 0)
    g_ptr_array_remove_range (self->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->mirror, position + i, describe_row (model, position + i));
  self->n_changed += n_removed != n_added;
}

static void
count_cb (TlTraceViews *self)
{
  self->n_notified++;
}

static void
check_gaps (TlTraceViews *self)
{
  g_autoptr(TlGapModel) fresh = tl_gap_model_new (self->project, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fresh));

  g_assert_cmpuint (g_list_model_get_n_items (self->gaps), ==, n);
  g_assert_cmpuint (self->mirror->len, ==, n);
  g_assert_null (g_list_model_get_item (self->gaps, n));
  g_assert_cmpuint (tl_gap_model_get_n_gaps (TL_GAP_MODEL (self->gaps)), ==, tl_gap_model_get_n_gaps (fresh));
  g_assert_cmpuint (tl_gap_model_get_n_gaps (fresh), ==,
                    tl_traceability_count_gaps (tl_traceability_get (self->project), NULL));
  g_assert_cmpuint (self->n_notified, ==, self->n_changed);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *expected = describe_row (G_LIST_MODEL (fresh), i);
      g_autofree char *row = describe_row (self->gaps, i);

      g_assert_cmpstr (row, ==, expected);
      g_assert_cmpstr (g_ptr_array_index (self->mirror, i), ==, expected);
    }
}

/* Matrix */

static void
list_rows (TlTraceViews *self)
{
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < tl_matrix_get_n (self->matrix, TL_MATRIX_ROWS); i++)
    g_ptr_array_add (self->rows, g_object_ref (tl_matrix_get_element (self->matrix, TL_MATRIX_ROWS, i)));
}

static void
matrix_changed_cb (TlMatrix     *matrix,
                   gboolean      elements,
                   TlTraceViews *self)
{
  if (elements)
    list_rows (self);
}

static void
check_matrix (TlTraceViews *self)
{
  g_autoptr(TlMatrix) fresh = tl_matrix_new (self->project, NULL);
  guint n_rows = tl_matrix_get_n (fresh, TL_MATRIX_ROWS);
  guint n_columns = tl_matrix_get_n (fresh, TL_MATRIX_COLUMNS);

  g_assert_cmpuint (tl_matrix_get_n (self->matrix, TL_MATRIX_ROWS), ==, n_rows);
  g_assert_cmpuint (tl_matrix_get_n (self->matrix, TL_MATRIX_COLUMNS), ==, n_columns);
  g_assert_cmpuint (self->rows->len, ==, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_true (g_ptr_array_index (self->rows, i) == tl_matrix_get_element (fresh, TL_MATRIX_ROWS, i));
      for (guint j = 0; j < n_columns; j++)
        g_assert_cmpint (tl_matrix_get_state (self->matrix, i, j), ==, tl_matrix_get_state (fresh, i, j));
    }
}

TlTraceViews *
tl_trace_views_new (TlProject *project)
{
  TlTraceViews *self = g_new0 (TlTraceViews, 1);

  self->project = g_object_ref (project);
  self->gaps = G_LIST_MODEL (tl_gap_model_new (project, NULL));
  self->mirror = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (self->gaps); i++)
    g_ptr_array_add (self->mirror, describe_row (self->gaps, i));
  g_signal_connect (self->gaps, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->gaps, "notify::n-items", G_CALLBACK (count_cb), self);

  self->matrix = tl_matrix_new (project, NULL);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  list_rows (self);
  g_signal_connect (self->matrix, "changed", G_CALLBACK (matrix_changed_cb), self);
  return self;
}

void
tl_trace_views_free (TlTraceViews *self)
{
  g_assert_finalize_object (self->gaps);
  g_assert_finalize_object (self->matrix);
  g_ptr_array_unref (self->mirror);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->project);
  g_free (self);
}

void
tl_trace_views_check (TlTraceViews *self)
{
  check_gaps (self);
  check_matrix (self);
}
