/* tl-random-analysis.c: edits that come from looking at a whole project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-random-blueprint.h"

#include "analysis/tl-matrix.h"
#include "analysis/tl-mend.h"
#include "analysis/tl-reconcile.h"
#include "project/tl-edit.h"
#include "store/tl-service-template.h"

#define MANY_SERVICES 6 /* from which one goes for one that comes */
#define FEW_SERVICES  3

static int
choose (TlRandomEditor *self,
        guint           n)
{
  return n > 0 ? g_rand_int_range (self->random, 0, n) : 0;
}

static void
toggle_cell (TlRandomEditor *self,
             TlRecord       *service)
{
  g_autoptr(TlMatrix) matrix = tl_matrix_new (tl_record_get_project (service), choose (self, 3) > 0 ? service : NULL);
  guint row, column;
  gboolean can;

  tl_matrix_set_lane (matrix, TL_MATRIX_ROWS, choose (self, TL_N_LANES));
  tl_matrix_set_lane (matrix, TL_MATRIX_COLUMNS, choose (self, TL_N_LANES));
  if (tl_matrix_get_n (matrix, TL_MATRIX_ROWS) == 0 || tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS) == 0)
    return;
  row = choose (self, tl_matrix_get_n (matrix, TL_MATRIX_ROWS));
  column = choose (self, tl_matrix_get_n (matrix, TL_MATRIX_COLUMNS));
  can = tl_matrix_can_toggle (matrix, row, column, NULL);
  g_assert_cmpint (tl_matrix_toggle (matrix, row, column, NULL), ==, can);
}

/* What is found in a list is found again, and accepting it all leaves no difference
 * that accepting would change. */
static void
reconcile (TlRandomEditor *self,
           TlRecord       *service)
{
  static const char *const names[] = { "Ledger", "ledger-eu", "<&>", "ünïcode 🙂" };
  static const char *const types[] = { "database", "Server", "container", "abacus" };
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_actual_item_free);
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = choose (self, 5); i > 0; i--)
    {
      g_autofree char *id = choose (self, 2) == 0 ? g_strdup_printf ("CI-%d", i) : g_strdup ("");

      g_ptr_array_add (items, tl_actual_item_new (names[choose (self, 4)], types[choose (self, 4)],
                                                  choose (self, 2) == 0 ? "production" : "",
                                                  choose (self, 2) == 0 ? "15" : "16", id));
    }
  differences = tl_reconcile_compare (service, items);
  g_assert_true (tl_reconcile_accept (service, (TlDifference *const *) differences->pdata, differences->len, &error));
  g_assert_no_error (error);

  left = tl_reconcile_compare (service, items);
  for (guint i = 0; i < left->len; i++)
    g_assert_false (((const TlDifference *) left->pdata[i])->kind == TL_DIFFERENCE_MISSING);
}

/* As far as it can be mended by something new, it is. */
static void
mend (TlRandomEditor *self,
      TlRecord       *service)
{
  g_autoptr(GArray) gaps = tl_traceability_list_gaps (tl_traceability_get (tl_record_get_project (service)), service);
  g_autoptr(GPtrArray) kinds = NULL;
  g_autoptr(GPtrArray) candidates = NULL;
  g_autoptr(GError) error = NULL;
  const TlGap *gap;

  if (gaps->len == 0)
    return;
  gap = &g_array_index (gaps, TlGap, choose (self, gaps->len));
  kinds = tl_gap_list_kinds (gap);
  candidates = tl_gap_list_candidates (gap);
  if (candidates->len > 0 && choose (self, 2) == 0)
    g_assert_true (tl_gap_connect (gap, candidates->pdata[choose (self, candidates->len)], &error));
  else if (kinds->len > 0)
    g_assert_nonnull (tl_gap_create (gap, kinds->pdata[choose (self, kinds->len)], NULL, &error));
  g_assert_no_error (error);
}

static void
add_from_template (TlRandomEditor *self,
                   TlRecord       *service)
{
  TlProject *project = tl_record_get_project (service);
  g_autoptr(GPtrArray) templates = tl_service_template_list (tl_project_get_edition (project));
  g_autoptr(GError) error = NULL;

  if (tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) >= MANY_SERVICES)
    {
      tl_edit_remove (tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES,
                                           FEW_SERVICES + choose (self, MANY_SERVICES - FEW_SERVICES)));
      return;
    }
  g_assert_nonnull (tl_service_template_add_service (templates->pdata[choose (self, templates->len)], project, "Shop",
                                                     &error));
  g_assert_no_error (error);
}

const char *
tl_random_editor_analyse (TlRandomEditor *self,
                          TlRecord       *service)
{
  switch (g_rand_int_range (self->random, 0, 5))
    {
    case 0:
      return toggle_cell (self, service), "matrix";
    case 1:
      return reconcile (self, service), "reconcile";
    case 2:
      return add_from_template (self, service), "template";
    default:
      return mend (self, service), "mend";
    }
}
