/* test-edition-reader.c: broken data files are refused with line and reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/tl-edition-private.h"
#include "tl-test-support.h"

#include <string.h>

/* A small whole edition, one element a line. */
static const char edition_text[] =
  "<edition xmlns=\"urn:throughline:reference:1\" version=\"9.9\" name=\"Nine\">\n" /* line 1 */
  "<sources><source id=\"s\" where=\"a book\"/></sources>\n"
  "<streams>\n"
  "<stream id=\"plan\" name=\"Plan\" order=\"1\"><purpose>Plans &amp; more.</purpose>\n"
  "<stage id=\"plan--one\" name=\"One\" order=\"1\" source=\"s\"/></stream>\n" /* line 5 */
  "</streams>\n"
  "<groups><group id=\"g\" name=\"G\" order=\"1\"><subgroup id=\"h\" name=\"H\" order=\"1\"/></group>\n"
  "<group id=\"i\" name=\"I\" order=\"2\"/></groups>\n"
  "<components>\n"
  "<component id=\"c\" name=\"C\" stream=\"plan\" role=\"primary\" source=\"s\">\n" /* line 10 */
  "<data-object id=\"d\" name=\"D\" role=\"key\">\n"
  "<attribute name=\"Id\" order=\"1\" note=\"seen\">what it is</attribute></data-object></component>\n"
  "<data-object id=\"e\" name=\"E\" role=\"backbone\"/>\n"
  "</components>\n"
  "<relations><relation from=\"d\" to=\"e\" from-multiplicity=\"1\" backbone=\"false\"/></relations>\n" /* line 15 */
  "<component-flows><component-flow from=\"c\" to=\"c\"/></component-flows>\n"
  "<stream-flows><stream-flow from=\"plan\" to=\"plan\" source=\"s\"/></stream-flows>\n"
  "<models><model id=\"m\" name=\"M\"><place group=\"g\"/><object ref=\"d\"/>\n"
  "<transition id=\"t\" name=\"T\" from=\"d\" to=\"e\" stream=\"plan\">goes</transition></model></models>\n"
  "</edition>\n";

static TlEdition *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_edition_new_from_bytes (bytes, error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlEdition) edition = parse (edition_text, &error);
  const TlDataObject *object;
  const TlServiceModel *model;
  const TlGroup *const *groups;

  g_assert_no_error (error);
  g_assert_cmpstr (tl_edition_get_version (edition), ==, "9.9");
  g_assert_cmpstr (tl_edition_get_name (edition), ==, "Nine");
  g_assert_cmpstr (tl_edition_get_streams (edition)[0]->concept.text, ==, "Plans & more.");
  g_assert_null (tl_edition_get_streams (edition)[0]->abbreviation);
  g_assert_cmpstr (tl_edition_get_stages (edition)[0]->concept.source, ==, "a book");
  g_assert_null (tl_edition_get_stages (edition)[0]->concept.text);

  /* Groups come before sub-groups, wherever they stand. */
  groups = tl_edition_get_groups (edition);
  g_assert_cmpstr (groups[0]->concept.id, ==, "g");
  g_assert_cmpstr (groups[1]->concept.id, ==, "i");
  g_assert_cmpstr (groups[2]->concept.id, ==, "h");
  g_assert_null (groups[3]);
  g_assert_true (groups[2]->parent == groups[0]);
  g_assert_true (groups[0]->subgroups[0] == groups[2]);

  object = tl_edition_lookup_data_object (edition, "d");
  g_assert_cmpstr (object->attributes[0]->meaning, ==, "what it is");
  g_assert_cmpstr (object->attributes[0]->note, ==, "seen");
  g_assert_null (object->attributes[0]->source);
  g_assert_true (object->component == tl_edition_lookup_component (edition, "c"));
  g_assert_null (tl_edition_lookup_data_object (edition, "e")->component);
  g_assert_null (tl_edition_get_relations (edition)[0]->to_multiplicity);

  model = tl_edition_get_models (edition)[0];
  g_assert_true (model->data_objects[0] == object);
  g_assert_null (model->data_objects[1]);
  g_assert_true (model->places[0] == &groups[0]->concept);
  g_assert_cmpstr (model->transitions[0]->text, ==, "goes");
  g_assert_cmpstr (model->transitions[0]->place->key, ==, "stream:plan");
}

typedef struct
{
  const char *name;
  const char *old_text; /* NULL: the new text is all there is */
  const char *new_text;
  int         code;     /* of G_MARKUP_ERROR */
  guint       line;     /* 0: any */
} Break;

static const Break edition_breaks[] = {
  { "empty", NULL, "", G_MARKUP_ERROR_EMPTY, 0 },
  { "blank", NULL, " \n", G_MARKUP_ERROR_EMPTY, 0 },
  { "no-xml", NULL, "edition", G_MARKUP_ERROR_PARSE, 1 },
  { "not-utf8", "Plans", "\xff", G_MARKUP_ERROR_BAD_UTF8, 4 },
  { "cut-off", "</models>\n</edition>\n", "", G_MARKUP_ERROR_PARSE, 0 },
  { "unknown-entity", "&amp;", "&much;", G_MARKUP_ERROR_PARSE, 4 },
  { "other-root", NULL, "<html/>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 1 },
  { "other-namespace", "reference:1", "reference:2", G_MARKUP_ERROR_INVALID_CONTENT, 1 },
  { "no-namespace", "xmlns=\"urn:throughline:reference:1\" ", "", G_MARKUP_ERROR_MISSING_ATTRIBUTE, 1 },
  { "two-sources", "</sources>", "<source id=\"s\" where=\"b\"/></sources>", G_MARKUP_ERROR_INVALID_CONTENT, 2 },
  { "unknown-element", "</purpose>", "</purpose><aim/>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 4 },
  { "element-in-text", "Plans", "<b/>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 4 },
  { "element-elsewhere", "</streams>", "<stage id=\"x\" name=\"X\" order=\"1\"/></streams>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 6 },
  { "text-elsewhere", "</streams>", "text</streams>", G_MARKUP_ERROR_INVALID_CONTENT, 6 },
  { "two-texts", "</purpose>", "</purpose><purpose>x</purpose>", G_MARKUP_ERROR_INVALID_CONTENT, 4 },
  { "unknown-attribute", "role=\"key\"", "role=\"key\" size=\"2\"", G_MARKUP_ERROR_UNKNOWN_ATTRIBUTE, 11 },
  { "attribute-of-container", "<streams>", "<streams n=\"1\">", G_MARKUP_ERROR_UNKNOWN_ATTRIBUTE, 3 },
  { "missing-attribute", " role=\"key\"", "", G_MARKUP_ERROR_MISSING_ATTRIBUTE, 11 },
  { "missing-id", "id=\"plan\" ", "", G_MARKUP_ERROR_MISSING_ATTRIBUTE, 4 },
  { "two-attributes", "role=\"key\"", "role=\"key\" role=\"key\"", G_MARKUP_ERROR_INVALID_CONTENT, 11 },
  { "empty-attribute", "note=\"seen\"", "note=\"\"", G_MARKUP_ERROR_INVALID_CONTENT, 12 },
  { "empty-name", "name=\"D\"", "name=\"\"", G_MARKUP_ERROR_INVALID_CONTENT, 11 },
  { "bad-id", "id=\"d\"", "id=\"D d\"", G_MARKUP_ERROR_INVALID_CONTENT, 11 },
  { "bad-order", "name=\"Id\" order=\"1\"", "name=\"Id\" order=\"-1\"", G_MARKUP_ERROR_INVALID_CONTENT, 12 },
  { "bad-role", "role=\"primary\"", "role=\"first\"", G_MARKUP_ERROR_INVALID_CONTENT, 10 },
  { "bad-object-role", "role=\"backbone\"", "role=\"spine\"", G_MARKUP_ERROR_INVALID_CONTENT, 13 },
  { "bad-flag", "backbone=\"false\"", "backbone=\"no\"", G_MARKUP_ERROR_INVALID_CONTENT, 15 },
  { "two-of-an-id", "id=\"e\"", "id=\"d\"", G_MARKUP_ERROR_INVALID_CONTENT, 13 },
  { "unknown-source", "source=\"s\"/></stream>", "source=\"t\"/></stream>", G_MARKUP_ERROR_INVALID_CONTENT, 5 },
  { "unknown-object", "to=\"e\" from-", "to=\"f\" from-", G_MARKUP_ERROR_INVALID_CONTENT, 15 },
  { "unknown-component", "to=\"c\"", "to=\"d\"", G_MARKUP_ERROR_INVALID_CONTENT, 16 },
  { "unknown-stream", "to=\"plan\"", "to=\"g\"", G_MARKUP_ERROR_INVALID_CONTENT, 17 },
  { "unknown-place", "<place group=\"g\"", "<place group=\"z\"", G_MARKUP_ERROR_INVALID_CONTENT, 18 },
  { "no-place", "<place group=\"g\"", "<place", G_MARKUP_ERROR_INVALID_CONTENT, 18 },
  { "homeless-component", "stream=\"plan\" role", "role", G_MARKUP_ERROR_INVALID_CONTENT, 10 },
  { "two-homes", "stream=\"plan\" role", "stream=\"plan\" group=\"g\" role", G_MARKUP_ERROR_INVALID_CONTENT, 10 },
  { "two-places", "stream=\"plan\">goes", "stream=\"plan\" group=\"g\">goes", G_MARKUP_ERROR_INVALID_CONTENT, 19 },
  { "placeless-transition", " stream=\"plan\">goes", ">goes", G_MARKUP_ERROR_INVALID_CONTENT, 19 },
  { "stray-transition", "from=\"d\" to=\"e\" stream", "from=\"e\" to=\"d\" stream", G_MARKUP_ERROR_INVALID_CONTENT, 19 },
};

static const char counterparts_text[] =
  "<counterparts xmlns=\"urn:throughline:reference:1\" from=\"2.1\" to=\"3.0\">\n" /* line 1 */
  "<counterpart how=\"same\" from=\"component:policy\" to=\"component:policy\"/>\n"
  "<counterpart how=\"new\" to=\"component:identity\">be&#99;ause</counterpart>\n"
  "<counterpart how=\"dropped\" from=\"component:project\"/>\n"
  "</counterparts>\n";

static const Break counterparts_breaks[] = {
  { "empty", NULL, "", G_MARKUP_ERROR_EMPTY, 0 },
  { "other-root", NULL, "<edition/>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 1 },
  { "row-as-root", NULL, "<counterpart how=\"same\"/>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 1 },
  { "other-namespace", "reference:1", "reference:2", G_MARKUP_ERROR_INVALID_CONTENT, 1 },
  { "other-edition", "from=\"2.1\"", "from=\"2.0\"", G_MARKUP_ERROR_INVALID_CONTENT, 1 },
  { "unknown-how", "how=\"same\"", "how=\"kept\"", G_MARKUP_ERROR_INVALID_CONTENT, 2 },
  { "unknown-key", "to=\"component:policy\"", "to=\"component:project\"", G_MARKUP_ERROR_INVALID_CONTENT, 2 },
  { "not-a-key", "to=\"component:policy\"", "to=\"policy\"", G_MARKUP_ERROR_INVALID_CONTENT, 2 },
  { "no-to", " to=\"component:policy\"", "", G_MARKUP_ERROR_INVALID_CONTENT, 2 },
  { "new-with-from", "how=\"new\"", "how=\"new\" from=\"component:policy\"", G_MARKUP_ERROR_INVALID_CONTENT, 3 },
  { "dropped-with-to", "how=\"dropped\"", "how=\"dropped\" to=\"component:policy\"", G_MARKUP_ERROR_INVALID_CONTENT, 4 },
  { "nested", "be&#99;", "<counterpart how=\"new\" to=\"component:identity\"/>", G_MARKUP_ERROR_UNKNOWN_ELEMENT, 3 },
  { "text-elsewhere", "</counterparts>", "x</counterparts>", G_MARKUP_ERROR_INVALID_CONTENT, 5 },
};

static char *
apply (const Break *change,
       const char  *text)
{
  GString *broken = g_string_new (text);

  if (change->old_text == NULL)
    g_string_assign (broken, change->new_text);
  else
    g_assert_cmpuint (g_string_replace (broken, change->old_text, change->new_text, 1), ==, 1);

  return g_string_free (broken, FALSE);
}

static void
check_error (const Break  *change,
             const GError *error)
{
  g_autofree char *message = NULL;

  g_assert_error (error, G_MARKUP_ERROR, change->code);

  /* GLib quotes wrong bytes as they are, which would not do in a report. */
  message = g_utf8_make_valid (error->message, -1);
  g_test_message ("%s", message);

  if (change->line > 0)
    {
      /* GLib is on the next line already when a tag is the last on its line. */
      g_autofree char *line = g_strdup_printf ("^Error on line (%u|%u)\\b", change->line, change->line + 1);

      g_assert_true (g_regex_match_simple (line, message, 0, 0));
    }
}

static void
test_broken_edition (gconstpointer data)
{
  g_autofree char *text = apply (data, edition_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlEdition) edition = parse (text, &error);

  g_assert_null (edition);
  check_error (data, error);
}

static GPtrArray *
parse_counterparts (const char  *text,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_counterparts_new_from_bytes (bytes, tl_edition_get ("2.1"), tl_edition_get ("3.0"), error);
}

static void
test_whole_counterparts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse_counterparts (counterparts_text, &error);
  const TlCounterpart *row;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);

  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->kind, ==, TL_COUNTERPART_SAME);
  g_assert_true (row->from == tl_edition_lookup_key (tl_edition_get ("2.1"), "component:policy"));
  g_assert_true (row->to == tl_edition_lookup_key (tl_edition_get ("3.0"), "component:policy"));
  g_assert_null (row->why);

  row = g_ptr_array_index (rows, 1);
  g_assert_cmpint (row->kind, ==, TL_COUNTERPART_NEW);
  g_assert_null (row->from);
  g_assert_cmpstr (row->why, ==, "because");

  row = g_ptr_array_index (rows, 2);
  g_assert_cmpint (row->kind, ==, TL_COUNTERPART_DROPPED);
  g_assert_null (row->to);
}

static void
test_broken_counterparts (gconstpointer data)
{
  g_autofree char *text = apply (data, counterparts_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse_counterparts (text, &error);

  g_assert_null (rows);
  check_error (data, error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reference/reader/edition/whole", test_whole);
  for (gsize i = 0; i < G_N_ELEMENTS (edition_breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/reference/reader/edition/", edition_breaks[i].name, NULL);

      g_test_add_data_func (path, &edition_breaks[i], test_broken_edition);
    }

  g_test_add_func ("/reference/reader/counterparts/whole", test_whole_counterparts);
  for (gsize i = 0; i < G_N_ELEMENTS (counterparts_breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/reference/reader/counterparts/", counterparts_breaks[i].name, NULL);

      g_test_add_data_func (path, &counterparts_breaks[i], test_broken_counterparts);
    }

  return g_test_run ();
}
