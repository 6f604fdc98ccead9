/* test-cli-search.c: throughline-cli search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/tl-index.h"
#include "support/tl-test-support.h"
#include "tl-cli-fixture.h"

#include <string.h>

static const char shop[] =
  "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='Retail \"bank\"'>"
  "<landscape><tool id='t' name='Käse' vendor='Old Corp'/></landscape>"
  "<services><service id='pay' name='Online payments'>"
  "<realized><element id='app' kind='application' name='Till'><note>Opens when a coin falls</note></element></realized>"
  "</service></services></project>";

typedef struct
{
  char        *directory;
  char        *path;
  TlCliResult  result;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->directory = tl_test_create_directory ();
  self->path = tl_test_write_file (self->directory, "shop.it4it", shop, -1);
  g_setenv ("XDG_DATA_HOME", self->directory, TRUE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_unsetenv ("XDG_DATA_HOME");
  tl_cli_result_clear (&self->result);
  g_free (self->path);
  tl_test_remove_directory (self->directory);
}

static void
index_shop (Fixture *self)
{
  tl_cli_run (&self->result, "index", self->path, NULL);
  g_assert_cmpint (self->result.status, ==, 0);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

static void
test_text (Fixture       *self,
           gconstpointer  unused)
{
  g_autofree char *place = NULL;

  index_shop (self);
  tl_cli_run (&self->result, "search", "till", NULL);
  g_assert_cmpint (self->result.status, ==, 1);
  g_assert_cmpstr (self->result.errors, ==, "");
  place = g_strdup_printf ("Till: Application in Online payments · Retail \"bank\"\n  %s record:app\n", self->path);
  g_assert_true (g_str_has_prefix (self->result.output, place));
}

static void
test_snippet (Fixture       *self,
              gconstpointer  unused)
{
  index_shop (self);
  tl_cli_run (&self->result, "search", "coin", NULL);
  g_assert_cmpint (self->result.status, ==, 1);
  assert_has (self->result.output, "\n  Opens when a coin falls\n");
}

static void
test_nothing (Fixture       *self,
              gconstpointer  unused)
{
  index_shop (self);
  tl_cli_run (&self->result, "search", "nothing of the kind", NULL);
  g_assert_cmpint (self->result.status, ==, 0);
  g_assert_cmpstr (self->result.output, ==, "");
  g_assert_cmpstr (self->result.errors, ==, "");

  tl_cli_run (&self->result, "search", "--json", "nothing of the kind", NULL);
  g_assert_cmpint (self->result.status, ==, 0);
  g_assert_cmpstr (self->result.output, ==, "[]\n");
}

static void
test_json (Fixture       *self,
           gconstpointer  unused)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  g_autofree char *expected = NULL;

  index_shop (self);
  tl_cli_run (&self->result, "search", "--json", "kase", "kind:tool", NULL);
  g_assert_cmpint (self->result.status, ==, 1);
  expected = g_strdup_printf ("[\n"
                              "  {\n"
                              "    \"uri\": \"%s\",\n"
                              "    \"path\": \"%s\",\n"
                              "    \"project\": \"Retail \\\"bank\\\"\",\n"
                              "    \"edition\": \"2.1\",\n"
                              "    \"state\": \"present\",\n"
                              "    \"key\": \"record:t\",\n"
                              "    \"what\": \"tool\",\n"
                              "    \"kind\": \"tool\",\n"
                              "    \"name\": \"Käse\",\n"
                              "    \"subtitle\": \"Tool · Retail \\\"bank\\\"\",\n"
                              "    \"gap\": false,\n"
                              "    \"matches\": [\n"
                              "      {\n"
                              "        \"start\": 0,\n"
                              "        \"length\": 4\n"
                              "      }\n"
                              "    ]\n"
                              "  }\n"
                              "]\n", uri, self->path);
  g_assert_cmpstr (self->result.output, ==, expected);
}

static void
test_limit (Fixture       *self,
            gconstpointer  unused)
{
  index_shop (self);
  tl_cli_run (&self->result, "search", "--limit", "1", "project:bank", NULL);
  g_assert_cmpint (self->result.status, ==, 1);
  g_assert_true (g_str_has_prefix (self->result.output, "Retail \"bank\": Project\n"));
  g_assert_null (strstr (self->result.output, "Till"));

  tl_cli_run (&self->result, "search", "--limit", "0", "x", NULL);
  tl_cli_assert_failed (&self->result, "from 1 to");
}

static void
test_queries_that_ask_nothing (Fixture       *self,
                               gconstpointer  unused)
{
  index_shop (self);
  tl_cli_run (&self->result, "search", NULL);
  tl_cli_assert_failed (&self->result, "Usage");
  tl_cli_run (&self->result, "search", "  \"\" ***", NULL);
  tl_cli_assert_failed (&self->result, "what to look for");
  tl_cli_run (&self->result, "search", "--", "-x", NULL);
  tl_cli_assert_failed (&self->result, "what to look for");
}

static void
test_no_library (Fixture       *self,
                 gconstpointer  unused)
{
  g_autofree char *database = NULL;

  tl_cli_run (&self->result, "search", "x", NULL);
  tl_cli_assert_failed (&self->result, "throughline-cli index DIRECTORY");

  index_shop (self);
  database = g_build_filename (self->directory, "throughline", "library.db", NULL);
  g_assert_true (g_file_set_contents (database, "no database at all, but long enough to be looked at", -1, NULL));
  tl_cli_run (&self->result, "search", "x", NULL);
  tl_cli_assert_failed (&self->result, "damaged");
}

/* The application has it open, and is just writing. */
static void
test_beside_a_writer (Fixture       *self,
                      gconstpointer  unused)
{
  g_autofree char *database = g_build_filename (self->directory, "throughline", "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  TlIndex *index = tl_index_open (database, TL_INDEX_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (tl_index_update_file (index, file, NULL, NULL, &error));
  g_assert_no_error (error);
  tl_index_begin_batch (index);
  g_assert_true (tl_index_set_pinned (index, "file:///none", TRUE, &error));
  tl_cli_run (&self->result, "search", "till", NULL);
  g_assert_cmpint (self->result.status, ==, 1);
  g_assert_true (tl_index_end_batch (index, &error));
  g_assert_no_error (error);
  tl_index_close (index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/cli/search/text", test_text);
  ADD ("/cli/search/snippet", test_snippet);
  ADD ("/cli/search/nothing", test_nothing);
  ADD ("/cli/search/json", test_json);
  ADD ("/cli/search/limit", test_limit);
  ADD ("/cli/search/queries-that-ask-nothing", test_queries_that_ask_nothing);
  ADD ("/cli/search/no-library", test_no_library);
  ADD ("/cli/search/beside-a-writer", test_beside_a_writer);
#undef ADD
  return g_test_run ();
}
