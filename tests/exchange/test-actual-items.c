/* test-actual-items.c: lists of what runs, from an inventory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/tl-actual-items.h"
#include "exchange/tl-csv.h"
#include "store/tl-template.h"
#include "tl-test-support.h"

#include <string.h>

static GPtrArray *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = tl_actual_items_read (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (items);
  return items;
}

static void
assert_item (const TlActualItem *item,
             const char         *name,
             const char         *type,
             const char         *environment,
             const char         *version,
             const char         *id,
             guint               line)
{
  g_assert_cmpstr (item->name, ==, name);
  g_assert_cmpstr (item->type, ==, type);
  g_assert_cmpstr (item->environment, ==, environment);
  g_assert_cmpstr (item->version, ==, version);
  g_assert_cmpstr (item->id, ==, id);
  g_assert_cmpuint (item->line, ==, line);
}

static void
test_columns (void)
{
  g_autoptr (GPtrArray) items = read_text ("id,Name,owner,VERSION,Type, Environment \n"
                                           "CI-1,ledger,me,16.2,Database,production\n"
                                           "\n"
                                           ",vault\n");

  g_assert_cmpuint (items->len, ==, 2);
  assert_item (items->pdata[0], "ledger", "Database", "production", "16.2", "CI-1", 2);
  assert_item (items->pdata[1], "vault", "", "", "", "", 4);
}

static void
test_german (void)
{
  g_autoptr (GPtrArray) items = read_text ("\xef\xbb\xbf" "Bezeichnung;Typ;Umgebung;Version;Kennung\r\n"
                                           "Größe;Datenbank;Produktion;3;A1\r\n");

  g_assert_cmpuint (items->len, ==, 1);
  assert_item (items->pdata[0], "Größe", "Datenbank", "Produktion", "3", "A1", 2);
}

/* Of two columns that could be one the better known counts. */
static void
test_two_names (void)
{
  g_autoptr (GPtrArray) items = read_text ("hostname,class,name,type\nh,c,n,t\n");

  assert_item (items->pdata[0], "n", "t", "", "", "", 2);
}

static void
test_one_line (void)
{
  g_autoptr (GPtrArray) items = read_text ("name,type\n\"  two\nlines\t\xc2\x85 \xe2\x80\xa8x\xef\xbf\xbf\",a\n");

  assert_item (items->pdata[0], "two lines    x\xef\xbf\xbd", "a", "", "", "", 2);
}

static const struct
{
  const char *name;
  const char *text;
  int         code;
  const char *says[2];
} wrong[] = {
  { "empty", "", TL_CSV_ERROR_CONTENT, { "empty" } },
  { "blank", "\n\n", TL_CSV_ERROR_CONTENT, { "empty" } },
  { "no-columns", "a,b\nc,d\n", TL_CSV_ERROR_CONTENT, { "“name”", "“type”" } },
  { "no-type", "\nName,id\nc,d\n", TL_CSV_ERROR_CONTENT, { "Line 2: ", "“type”" } },
  { "no-name", "name,type\na,b\n ,c\n", TL_CSV_ERROR_CONTENT, { "Line 3: ", "no name" } },
  { "two-of-an-id", "name,type,id\na,b,1\nb,b,2\nc,c,1\n", TL_CSV_ERROR_CONTENT, { "Line 4: ", "line 2" } },
  { "syntax", "name,type\na,\"b\n", TL_CSV_ERROR_SYNTAX, { "Line 2: " } },
  { "encoding", "name,type\n\xe4,b\n", TL_CSV_ERROR_ENCODING, { "Line 2: " } },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].name);
      g_assert_null (tl_actual_items_read (wrong[i].text, strlen (wrong[i].text), &error));
      g_assert_error (error, TL_CSV_ERROR, wrong[i].code);
      for (guint j = 0; j < G_N_ELEMENTS (wrong[i].says) && wrong[i].says[j] != NULL; j++)
        g_assert_nonnull (strstr (error->message, wrong[i].says[j]));
    }
}

static void
test_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "items.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_assert_null (tl_actual_items_read_file (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "name,type\na,b\n", -1, NULL));
  items = tl_actual_items_read_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);

  g_assert_null (tl_actual_items_read_file (endless, NULL, &error));
  g_assert_error (error, TL_CSV_ERROR, TL_CSV_ERROR_TOO_LARGE);
}

/* The list that comes with the sources shows everything to a service of a sample. */
static void
test_example (void)
{
  g_autofree char *path = tl_test_build_source_path ("data/examples/online-payments-actual-items.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GPtrArray) items = tl_actual_items_read_file (file, NULL, &error);
  g_autoptr (GPtrArray) differences = NULL;
  guint n[TL_N_DIFFERENCE_KINDS] = { 0 };

  g_assert_no_error (error);
  project = tl_template_create_project (tl_template_find ("northwind-bank", tl_edition_get ("2.1")), NULL, NULL, &error);
  g_assert_no_error (error);
  differences = tl_reconcile_compare (tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, 0), items);
  for (guint i = 0; i < differences->len; i++)
    n[((TlDifference *) g_ptr_array_index (differences, i))->kind]++;
  g_assert_cmpuint (n[TL_DIFFERENCE_MATCHING], ==, 6);
  g_assert_cmpuint (n[TL_DIFFERENCE_VERSION], ==, 2);
  g_assert_cmpuint (n[TL_DIFFERENCE_MISSING], ==, 1);
  g_assert_cmpuint (n[TL_DIFFERENCE_UNEXPECTED], ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/actual-items/columns", test_columns);
  g_test_add_func ("/exchange/actual-items/german", test_german);
  g_test_add_func ("/exchange/actual-items/two-names", test_two_names);
  g_test_add_func ("/exchange/actual-items/one-line", test_one_line);
  g_test_add_func ("/exchange/actual-items/wrong", test_wrong);
  g_test_add_func ("/exchange/actual-items/file", test_file);
  g_test_add_func ("/exchange/actual-items/example", test_example);

  return g_test_run ();
}
