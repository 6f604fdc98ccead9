/* test-reference-schema.c: the data files are what their schema says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-test-support.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#define FOLDER "resources/reference/"

static xmlSchemaPtr editions_schema, metamodel_schema;

static void
keep_message (void       *data,
              const char *format,
              ...) G_GNUC_PRINTF (2, 3);

static void
keep_message (void       *data,
              const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (data, format, arguments);
  va_end (arguments);
}

static xmlSchemaPtr
read_schema (const char *file)
{
  g_autofree char *path = tl_test_build_source_path (file);
  g_autoptr (GString) messages = g_string_new (NULL);
  xmlSchemaParserCtxtPtr context = xmlSchemaNewParserCtxt (path);
  xmlSchemaPtr result;

  xmlSchemaSetParserErrors (context, keep_message, keep_message, messages);
  result = xmlSchemaParse (context);
  xmlSchemaFreeParserCtxt (context);
  g_assert_cmpstr (messages->str, ==, "");
  g_assert_nonnull (result);

  return result;
}

/* What the schema of a file finds wrong with a text, or NULL. */
static char *
validate (const char *file,
          const char *text)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  xmlDocPtr document = xmlReadMemory (text, strlen (text), NULL, NULL, XML_PARSE_NONET);
  xmlSchemaPtr schema = g_str_has_prefix (file, FOLDER "metamodel") ? metamodel_schema : editions_schema;
  xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt (schema);
  int result;

  g_assert_nonnull (document);
  xmlSchemaSetValidErrors (context, keep_message, keep_message, messages);
  result = xmlSchemaValidateDoc (context, document);
  g_assert_cmpint (result, >=, 0);
  xmlSchemaFreeValidCtxt (context);
  xmlFreeDoc (document);

  return result == 0 ? NULL : g_strdup (messages->str);
}

static void
test_valid (gconstpointer file)
{
  g_autofree char *text = tl_test_read_source_file (file, NULL);
  g_autofree char *wrong = validate (file, text);

  g_assert_cmpstr (wrong, ==, NULL);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *old_text;
  const char *new_text;
} Break;

static const Break breaks[] = {
  { "unknown-component", FOLDER "it4it-2.1.xml", "from=\"source-control\"", "from=\"source\"" },
  { "unknown-object", FOLDER "it4it-2.1.xml", "data-object=\"rfc\"", "data-object=\"change\"" },
  { "unknown-stream", FOLDER "it4it-2.1.xml", " stream=\"detect-to-correct\"", " stream=\"evaluate\"" },
  { "unknown-group", FOLDER "it4it-3.0.xml", " group=\"assure\"", " group=\"evaluate\"" },
  { "unknown-source", FOLDER "it4it-3.0.xml", "source=\"object-log\"", "source=\"object-none\"" },
  { "two-objects", FOLDER "it4it-2.1.xml", "data-object id=\"event\"", "data-object id=\"incident\"" },
  { "bad-role", FOLDER "it4it-2.1.xml", "role=\"secondary\"", "role=\"tertiary\"" },
  { "bad-multiplicity", FOLDER "it4it-2.1.xml", "to-multiplicity=\"m\"", "to-multiplicity=\"0..1\"" },
  { "bad-order", FOLDER "it4it-2.1.xml", "order=\"1\"", "order=\"0\"" },
  { "empty-text", FOLDER "it4it-2.1.xml", "<purpose>Turns", "<purpose></purpose><purpose>Turns" },
  { "blank-at-end", FOLDER "it4it-2.1.xml", "name=\"Usage\"", "name=\"Usage \"" },
  { "bad-key", FOLDER "counterparts.xml", "from=\"component:policy\"", "from=\"policy\"" },
  { "unknown-relation", FOLDER "metamodel-2.1.xml", "relation=\"uses\"", "relation=\"likes\"" },
  { "two-element-kinds", FOLDER "metamodel-3.0.xml", "kind id=\"server\"", "kind id=\"device\"" },
  { "bad-lane", FOLDER "metamodel-3.0.xml", "lane=\"logical\"", "lane=\"physical\"" },
  { "long-mark", FOLDER "metamodel-2.1.xml", "mark=\"not realized\"", "mark=\"nothing at all realizes it\"" },
  { "bad-list", FOLDER "metamodel-2.1.xml", "from=\"demand\"", "from=\"demand  policy\"" },
  { "bad-how", FOLDER "counterparts.xml", "how=\"dropped\"", "how=\"lost\"" },
};

/* A schema that lets everything pass would be worth nothing. */
static void
test_broken (gconstpointer data)
{
  const Break *change = data;
  g_autofree char *text = tl_test_read_source_file (change->file, NULL);
  g_autofree char *wrong = NULL;
  g_autoptr (GString) broken = g_string_new (text);

  g_assert_cmpuint (g_string_replace (broken, change->old_text, change->new_text, 1), ==, 1);
  wrong = validate (change->file, broken->str);
  g_assert_nonnull (wrong);
  g_test_message ("%s", wrong);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  LIBXML_TEST_VERSION
  editions_schema = read_schema (FOLDER "reference.xsd");
  metamodel_schema = read_schema (FOLDER "metamodel.xsd");

  g_test_add_data_func ("/reference/schema/2.1", FOLDER "it4it-2.1.xml", test_valid);
  g_test_add_data_func ("/reference/schema/3.0", FOLDER "it4it-3.0.xml", test_valid);
  g_test_add_data_func ("/reference/schema/counterparts", FOLDER "counterparts.xml", test_valid);
  g_test_add_data_func ("/reference/schema/metamodel-2.1", FOLDER "metamodel-2.1.xml", test_valid);
  g_test_add_data_func ("/reference/schema/metamodel-3.0", FOLDER "metamodel-3.0.xml", test_valid);

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/reference/schema/broken/", breaks[i].name, NULL);

      g_test_add_data_func (path, &breaks[i], test_broken);
    }

  status = g_test_run ();

  xmlSchemaFree (metamodel_schema);
  xmlSchemaFree (editions_schema);
  xmlCleanupParser ();

  return status;
}
