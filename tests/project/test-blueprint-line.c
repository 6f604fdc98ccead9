/* test-blueprint-line.c: new objects on a backbone are traced at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-blueprint.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

static TlRecord *
new_service (TlProject *project)
{
  TlTransaction *transaction = tl_project_begin (project, "Add");
  TlRecord *service = tl_record_new (&tl_service_type);

  g_assert_true (tl_transaction_insert (transaction, TL_RECORD (project), TL_PROJECT_SERVICES, 0, service, NULL));
  tl_transaction_commit (transaction);
  return service;
}

static TlRecord *
add (TlRecord   *service,
     const char *kind)
{
  g_autoptr(GError) error = NULL;
  TlRecord *element = tl_blueprint_add_to_line (service, kind, kind, &error);

  g_assert_no_error (error);
  return element;
}

static gboolean
has_relation (TlRecord *service,
              TlRecord *from,
              TlRecord *to)
{
  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); i++)
    {
      TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);

      if (g_str_equal (tl_record_get (relation, TL_RELATION_FROM), tl_record_get_id (from))
          && g_str_equal (tl_record_get (relation, TL_RELATION_TO), tl_record_get_id (to)))
        return TRUE;
    }
  return FALSE;
}

/* In whichever order they come, the whole line is traced in the end. */
static void
test_whole_line (gconstpointer data)
{
  const TlEdition *edition = tl_edition_get (data);
  g_autoptr(GPtrArray) line = tl_metamodel_list_line (tl_metamodel_get (edition), TL_LINE_BACKBONE);
  g_autoptr(TlProject) project = tl_project_new (edition, "Line");
  TlHistory *history = tl_project_get_history (project);

  for (guint turn = 0; turn < 20; turn++)
    {
      TlRecord *service = new_service (project);
      g_autofree TlRecord **elements = g_new0 (TlRecord *, line->len);
      guint n = tl_record_get_n_items (service, TL_SERVICE_RELATIONS);

      for (guint left = line->len; left > 0; left--)
        {
          guint i = g_test_rand_int_range (0, line->len);

          while (elements[i] != NULL)
            i = (i + 1) % line->len;
          elements[i] = add (service, ((const TlElementKind *) line->pdata[i])->id);
        }
      for (guint i = 1; i < line->len; i++)
        {
          g_autoptr(GPtrArray) rules = tl_metamodel_list_rules (line->pdata[i - 1], line->pdata[i]);

          g_assert_cmpint (has_relation (service, elements[i - 1], elements[i]), ==, rules->len > 0);
          n += rules->len > 0;
        }
      g_assert_cmpuint (tl_record_get_n_items (service, TL_SERVICE_RELATIONS), >=, n);

      /* Each was one edit, and one more was the service. */
      for (guint i = 0; i <= line->len; i++)
        tl_history_undo (history);
      g_assert_false (tl_history_get_can_undo (history));
    }
}

/* It goes on from the newest release, and leads to all that follow. */
static void
test_neighbours (void)
{
  g_autoptr(TlProject) project = tl_fixture_new_project ();
  TlRecord *pay = tl_project_lookup (project, "pay");
  TlRecord *second = tl_project_lookup (project, "l2");
  TlRecord *release = add (pay, "service-release");

  g_assert_cmpstr (tl_history_get_undo_label (tl_project_get_history (project)), ==,
                   "Add Service Release service-release");
  g_assert_true (has_relation (pay, second, release));
  g_assert_false (has_relation (pay, tl_project_lookup (project, "l1"), release));
  tl_fixture_check (project, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/project/blueprint-line/whole/2.1", "2.1", test_whole_line);
  g_test_add_data_func ("/project/blueprint-line/whole/3.0", "3.0", test_whole_line);
  g_test_add_func ("/project/blueprint-line/neighbours", test_neighbours);
  return g_test_run ();
}
