/* test-round-trip.c: what is read is written again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "store/tl-reader.h"
#include "store/tl-writer.h"
#include "tl-test-support.h"

static TlProject *
read_data (const char *name)
{
  g_autofree char *relative = g_build_filename ("tests", "data", name, NULL);
  g_autofree char *path = tl_test_build_source_path (relative);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlProject *project;

  project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (project);
  return project;
}

static void
assert_written_as (TlProject  *project,
                   const char *name)
{
  g_autofree char *relative = g_build_filename ("tests", "data", name, NULL);
  gsize n_expected, n_written;
  g_autofree char *expected = tl_test_read_source_file (relative, &n_expected);
  g_autoptr (GBytes) bytes = tl_writer_write (project);
  g_autofree char *written = NULL;

  written = g_strndup (g_bytes_get_data (bytes, &n_written), g_bytes_get_size (bytes));
  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpuint (n_written, ==, n_expected);
}

static void
test_same_bytes (gconstpointer name)
{
  g_autoptr (TlProject) project = read_data (name);

  assert_written_as (project, name);
  g_assert_false (tl_history_get_modified (tl_project_get_history (project)));
  g_assert_finalize_object (g_steal_pointer (&project));
}

static void
test_canonical_form (void)
{
  g_autoptr (TlProject) project = read_data ("messy.it4it");

  assert_written_as (project, "messy.canonical.it4it");
}

/* The fixture is only worth its name while it uses every field and list. */
typedef struct
{
  GHashTable *types;
  GHashTable *unused;
} Usage;

static void
expect_type (Usage              *usage,
             const TlRecordType *type)
{
  if (!g_hash_table_add (usage->types, (gpointer) type))
    return;
  for (guint i = 0; i < type->n_fields; i++)
    g_hash_table_insert (usage->unused, (gpointer) &type->fields[i],
                         g_strdup_printf ("%s/@%s", type->tag, type->fields[i].name));
  for (guint i = 0; i < type->n_lists; i++)
    {
      g_hash_table_insert (usage->unused, (gpointer) &type->lists[i],
                           g_strdup_printf ("%s/%s", type->tag, type->lists[i].name));
      expect_type (usage, type->lists[i].type);
    }
}

static gboolean
use_record (TlRecord *record,
            gpointer  user_data)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  Usage *usage = user_data;

  for (guint i = 0; i < type->n_fields; i++)
    if (tl_record_get (record, i) != NULL)
      g_hash_table_remove (usage->unused, &type->fields[i]);
  for (guint i = 0; i < type->n_lists; i++)
    if (tl_record_get_n_items (record, i) > 0)
      g_hash_table_remove (usage->unused, &type->lists[i]);
  return TRUE;
}

static void
test_every_field (void)
{
  g_autoptr (TlProject) project = read_data ("kitchen-sink.it4it");
  g_autoptr (GHashTable) types = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) unused = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Usage usage = { types, unused };
  GHashTableIter iter;
  gpointer name;

  expect_type (&usage, &tl_project_type);
  tl_record_foreach (TL_RECORD (project), use_record, &usage);
  g_hash_table_iter_init (&iter, unused);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_test_fail_printf ("kitchen-sink.it4it does not use %s", (char *) name);
}

static void
test_values (void)
{
  g_autoptr (TlProject) project = read_data ("kitchen-sink.it4it");
  TlRecord *tool = tl_project_lookup (project, "t1");
  TlRecord *element = tl_project_lookup (project, "e1");

  g_assert_cmpstr (tl_record_get_name (TL_RECORD (project)), ==, "Every field & \"list\" <once>");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_LINK), ==, "https://tracker.example/?a=1&b=2");
  g_assert_cmpstr (tl_record_get (tool, TL_TOOL_NOTE), ==, "  white space around is kept  ");
  g_assert_cmpfloat (tl_record_get_number (tool, TL_TOOL_ANNUAL_COST, 0), ==, 120000.5);
  g_assert_true (tl_record_get_parent (element) == tl_project_lookup (project, "s1"));
  g_assert_cmpuint (tl_record_get_list_number (element), ==, TL_SERVICE_CONCEPTUAL);
  g_assert_cmpstr (tl_record_get (tl_project_lookup (project, "i1"), 5), ==, "Nightly \r\njob");
}

static void
test_fragment (void)
{
  g_autoptr (TlProject) project = read_data ("unknown.it4it");
  TlRecord *tool = tl_project_lookup (project, "t1");
  g_autofree char *xml = tl_writer_write_fragment (project, &tool, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tl_reader_read_fragment (xml, -1, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  again = tl_writer_write_fragment (project, (TlRecord **) records->pdata, 1);
  g_assert_cmpstr (again, ==, xml);
  g_assert_nonnull (strstr (xml, "xmlns:x=\"urn:x\""));
  g_assert_cmpstr (tl_record_get_unknown (records->pdata[0])->content, ==,
                   tl_record_get_unknown (tool)->content);
}

static void
test_not_a_fragment (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_reader_read_fragment ("just some text", -1, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_SYNTAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/store/round-trip/every-field", "kitchen-sink.it4it", test_same_bytes);
  g_test_add_data_func ("/store/round-trip/before-blueprints", "before-blueprints.it4it", test_same_bytes);
  g_test_add_data_func ("/store/round-trip/unknown", "unknown.it4it", test_same_bytes);
  g_test_add_data_func ("/store/round-trip/canonical", "messy.canonical.it4it", test_same_bytes);
  g_test_add_func ("/store/round-trip/canonical-form", test_canonical_form);
  g_test_add_func ("/store/round-trip/fixture-uses-every-field", test_every_field);
  g_test_add_func ("/store/round-trip/values", test_values);
  g_test_add_func ("/store/round-trip/fragment", test_fragment);
  g_test_add_func ("/store/round-trip/not-a-fragment", test_not_a_fragment);
  return g_test_run ();
}
