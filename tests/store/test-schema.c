/* test-schema.c: the published schema says what the tables of the model say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-project.h"
#include "tl-test-support.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#define SCHEMA "data/schema/it4it-project-1.xsd"

static xmlDocPtr
read_document (const char *relative)
{
  g_autofree char *path = tl_test_build_source_path (relative);
  xmlDocPtr document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);

  g_assert_nonnull (document);
  return document;
}

static char *
get_attribute (xmlNodePtr  node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
is_named (xmlNodePtr  node,
          const char *tag,
          const char *name)
{
  g_autofree char *value = get_attribute (node, "name");

  return strcmp ((const char *) node->name, tag) == 0 && (name == NULL || g_strcmp0 (value, name) == 0);
}

static xmlNodePtr
find_child (xmlNodePtr  parent,
            const char *tag,
            const char *name)
{
  for (xmlNodePtr child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && is_named (child, tag, name))
      return child;
  return NULL;
}

static guint
count_children (xmlNodePtr  parent,
                const char *tag)
{
  guint n = 0;

  for (xmlNodePtr child = parent->children; child != NULL; child = child->next)
    n += child->type == XML_ELEMENT_NODE && is_named (child, tag, NULL);
  return n;
}

static void
assert_documented (xmlNodePtr node)
{
  xmlNodePtr annotation = find_child (node, "annotation", NULL);

  g_assert_nonnull (annotation);
  g_assert_nonnull (find_child (annotation, "documentation", NULL));
}

/* The words of a choice, in order. */
static void
assert_choices (xmlNodePtr     root,
                const char    *type,
                const TlField *field)
{
  xmlNodePtr node = find_child (root, "simpleType", type);
  guint n = 0;

  g_assert_nonnull (node);
  node = find_child (node, "union", NULL);
  g_assert_nonnull (node);
  node = find_child (find_child (node, "simpleType", NULL), "restriction", NULL);
  for (xmlNodePtr child = node->children; child != NULL; child = child->next, n++)
    {
      g_autofree char *value = get_attribute (child, "value");

      g_assert_cmpstr (value, ==, field->choices[n].token);
    }
  g_assert_null (field->choices[n].token);
}

/* A type of the schema that has the bounds of the field. */
static void
assert_bounds (xmlNodePtr     root,
               const char    *type,
               const TlField *field)
{
  xmlNodePtr restriction = find_child (find_child (root, "simpleType", type), "restriction", NULL);
  xmlNodePtr lower = find_child (restriction, "minInclusive", NULL);
  xmlNodePtr upper = find_child (restriction, "maxInclusive", NULL);
  g_autofree char *base = get_attribute (restriction, "base");
  g_autofree char *minimum = lower != NULL ? get_attribute (lower, "value") : NULL;
  g_autofree char *maximum = upper != NULL ? get_attribute (upper, "value") : NULL;

  g_assert_cmpstr (base, ==, field->kind == TL_FIELD_INTEGER ? "xs:integer" : "xs:decimal");
  if (minimum != NULL)
    g_assert_cmpfloat (g_ascii_strtod (minimum, NULL), ==, field->minimum);
  else
    g_assert_cmpfloat (field->minimum, <=, -1e9);
  if (maximum != NULL)
    g_assert_cmpfloat (g_ascii_strtod (maximum, NULL), ==, field->maximum);
  else
    g_assert_cmpfloat (field->maximum, >=, 1e9);
}

static void
assert_type (xmlNodePtr     root,
             xmlNodePtr     attribute,
             const TlField *field)
{
  g_autofree char *type = get_attribute (attribute, "type");

  switch (field->kind)
    {
    case TL_FIELD_ID:
    case TL_FIELD_REFERENCE:
      g_assert_cmpstr (type, ==, "id");
      break;
    case TL_FIELD_TEXT:
    case TL_FIELD_ELEMENT_KIND:
      g_assert_cmpstr (type, ==, "line");
      break;
    case TL_FIELD_INTEGER:
    case TL_FIELD_NUMBER:
      assert_bounds (root, type, field);
      break;
    case TL_FIELD_DATE:
      g_assert_cmpstr (type, ==, "date");
      break;
    case TL_FIELD_CHOICE:
      assert_choices (root, type, field);
      break;
    case TL_FIELD_EDITION:
      g_assert_cmpstr (type, ==, "edition");
      break;
    case TL_FIELD_STAGE:
    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
      g_assert_cmpstr (type, ==, "concept");
      break;
    case TL_FIELD_LONG_TEXT:
    default:
      g_test_fail_printf ("no type of the schema for the field %s", field->name);
      break;
    }
}

/* Checks the attributes of a type, and returns the number of elements it has
 * to have in @choice for its texts. */
static guint
assert_fields (xmlNodePtr          root,
               xmlNodePtr          node,
               xmlNodePtr          choice,
               const TlRecordType *type)
{
  guint n_attributes = 0, n_texts = 0;
  g_autofree char *mixed = get_attribute (node, "mixed");
  gboolean has_content = FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];
      xmlNodePtr part;

      g_test_message ("%s %s", type->tag, field->name);
      if (field->place == TL_PLACE_ATTRIBUTE)
        {
          g_autofree char *use = NULL;

          part = find_child (node, "attribute", field->name);
          g_assert_nonnull (part);
          assert_documented (part);
          assert_type (root, part, field);
          use = get_attribute (part, "use");
          g_assert_cmpstr (use, ==, field->required ? "required" : NULL);
          n_attributes++;
        }
      else if (field->place == TL_PLACE_CHILD)
        {
          g_autofree char *text = NULL;

          part = find_child (choice, "element", field->name);
          g_assert_nonnull (part);
          assert_documented (part);
          text = get_attribute (part, "type");
          g_assert_cmpstr (text, ==, "text");
          n_texts++;
        }
      else
        {
          has_content = TRUE;
        }
    }

  g_assert_cmpstr (mixed, ==, has_content ? "true" : NULL);
  g_assert_cmpuint (count_children (node, "attribute"), ==, n_attributes);
  return n_texts;
}

static void assert_record_type (xmlNodePtr          root,
                                const char         *name,
                                const TlRecordType *type,
                                GHashTable         *seen);

/* The choice in which the records of a list stand: that of the type, or of the
 * wrapper around the list. */
static xmlNodePtr
find_list_choice (xmlNodePtr        root,
                  xmlNodePtr        choice,
                  const TlListType *list,
                  GHashTable       *seen)
{
  xmlNodePtr element, node;
  g_autofree char *name = NULL;

  if (list->wrapper == NULL)
    return choice;
  element = find_child (choice, "element", list->wrapper);
  g_assert_nonnull (element);
  name = get_attribute (element, "type");
  node = find_child (root, "complexType", name);
  g_assert_nonnull (node);
  assert_documented (node);
  g_hash_table_add (seen, node);
  g_assert_cmpuint (count_children (node, "attribute"), ==, 0);
  return find_child (node, "choice", NULL);
}

static void
assert_lists (xmlNodePtr          root,
              xmlNodePtr          choice,
              const TlRecordType *type,
              guint               n_texts,
              GHashTable         *seen)
{
  guint n_elements = n_texts;

  for (guint i = 0; i < type->n_lists; i++)
    {
      const TlListType *list = &type->lists[i];
      xmlNodePtr inner = find_list_choice (root, choice, list, seen);
      xmlNodePtr element = find_child (inner, "element", list->type->tag);
      g_autofree char *name = NULL;
      guint n_sharing = 0;

      g_test_message ("%s %s", type->tag, list->name);
      g_assert_nonnull (element);
      name = get_attribute (element, "type");
      assert_record_type (root, name, list->type, seen);

      for (guint j = 0; j < type->n_lists; j++)
        n_sharing += list->wrapper != NULL && g_strcmp0 (type->lists[j].wrapper, list->wrapper) == 0;
      if (list->wrapper != NULL)
        g_assert_cmpuint (count_children (inner, "element"), ==, n_sharing);
      if (i == 0 || list->wrapper == NULL || g_strcmp0 (type->lists[i - 1].wrapper, list->wrapper) != 0)
        n_elements++;
    }
  g_assert_cmpuint (count_children (choice, "element"), ==, n_elements);
}

static void
assert_record_type (xmlNodePtr          root,
                    const char         *name,
                    const TlRecordType *type,
                    GHashTable         *seen)
{
  xmlNodePtr node = find_child (root, "complexType", name);
  xmlNodePtr choice;

  g_assert_nonnull (node);
  if (!g_hash_table_add (seen, node))
    return;
  assert_documented (node);
  choice = find_child (node, "choice", NULL);
  g_assert_nonnull (choice);

  /* What others add is let through. */
  g_assert_nonnull (find_child (choice, "any", NULL));
  g_assert_nonnull (find_child (node, "anyAttribute", NULL));
  assert_lists (root, choice, type, assert_fields (root, node, choice, type), seen);
}

static void
test_tables (void)
{
  xmlDocPtr document = read_document (SCHEMA);
  xmlNodePtr root = xmlDocGetRootElement (document);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  xmlNodePtr element = find_child (root, "element", tl_project_type.tag);
  g_autofree char *type = NULL;

  g_assert_cmpuint (count_children (root, "element"), ==, 1);
  type = get_attribute (element, "type");
  assert_record_type (root, type, &tl_project_type, seen);

  /* Nothing is in the schema that is not in the tables, but the type of texts. */
  g_assert_cmpuint (count_children (root, "complexType"), ==, g_hash_table_size (seen) + 1);
  xmlFreeDoc (document);
}

static void
test_editions (void)
{
  xmlDocPtr document = read_document (SCHEMA);
  xmlNodePtr node = find_child (xmlDocGetRootElement (document), "simpleType", "edition");
  const char *const *versions = tl_edition_list_versions ();
  guint n = 0;

  node = find_child (node, "restriction", NULL);
  for (xmlNodePtr child = node->children; child != NULL; child = child->next, n++)
    {
      g_autofree char *value = get_attribute (child, "value");

      g_assert_cmpstr (value, ==, versions[n]);
    }
  g_assert_null (versions[n]);
  xmlFreeDoc (document);
}

static void
ignore_error (void           *n,
              const char     *format,
              ...)
{
  ++*(guint *) n;
}

static guint
count_errors (const char *relative)
{
  g_autofree char *path = tl_test_build_source_path (SCHEMA);
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt (path);
  xmlSchemaPtr schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt (schema);
  xmlDocPtr document = read_document (relative);
  guint n = 0;

  g_assert_nonnull (schema);
  xmlSchemaSetValidErrors (validator, ignore_error, ignore_error, &n);
  xmlSchemaValidateDoc (validator, document);
  xmlFreeDoc (document);
  xmlSchemaFreeValidCtxt (validator);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
  return n;
}

static void
test_samples (void)
{
  g_autofree char *directory = tl_test_build_source_path ("data/samples");
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  g_assert_cmpuint (count_errors ("tests/data/kitchen-sink.it4it"), ==, 0);
  g_assert_cmpuint (count_errors ("tests/data/before-blueprints.it4it"), ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *relative = g_build_filename ("data", "samples", name, NULL);

      if (g_str_has_suffix (name, ".it4it"))
        g_assert_cmpuint (count_errors (relative), ==, 0);
    }
}

static void
test_refuses (void)
{
  /* Attributes and elements of our own namespace that the schema does not know. */
  g_assert_cmpuint (count_errors ("tests/data/unknown.it4it"), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/schema/tables", test_tables);
  g_test_add_func ("/store/schema/editions", test_editions);
  g_test_add_func ("/store/schema/samples", test_samples);
  g_test_add_func ("/store/schema/refuses", test_refuses);
  return g_test_run ();
}
