/* test-field.c: what may stand in a field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-initiative.h"
#include "project/tl-project.h"
#include "project/tl-tool.h"

#include <string.h>

typedef struct
{
  const char *path;
  const TlRecordType *type;
  guint       field;
  const char *good[16];
  const char *bad[24];
} Case;

static const Case cases[] = {
  { "id", &tl_tool_type, TL_TOOL_ID,
    { "t1", "T", "_x", "0", "a.b-c:d_e", "0123456789012345678901234567890123456789012345678901234567890123" },
    { "", "-a", ".a", ":a", "a b", "é", "a/b", "a\n", "a\"",
      "01234567890123456789012345678901234567890123456789012345678901234" } },
  { "text", &tl_tool_type, TL_TOOL_NAME,
    { "", "Jira", "Größe", "日本", "a & b < c", " spaced ", "\xf0\x9f\x98\x80", "\xef\xbf\xbd" },
    { "a\nb", "a\tb", "a\rb", "\x01", "\x7f", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xff", "a\xc3",
      "\xed\xa0\x80", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xc0\x80" } },
  { "long-text", &tl_tool_type, TL_TOOL_NOTE,
    { "", "a\nb", "a\tb\r\n", "\x7f", "\xc2\x85", "\xe2\x80\xa8" },
    { "\x01", "a\x0b", "\x1f", "\xff", "\xef\xbf\xbe", "\xed\xa0\x80" } },
  { "integer", &tl_assessment_type, TL_ASSESSMENT_CURRENT,
    { "", "0", "5", "03", "+4" },
    { "6", "-1", "1.5", "1.", "one", " 1", "1 ", "0x1", "1e0", "-", "+", "--1", "99999999999999999999999" } },
  { "number", &tl_tool_type, TL_TOOL_ANNUAL_COST,
    { "", "0", "120000", "0.5", ".5", "5.", "+1", "-0", "1000000000000000000000" },
    { "-1", "1,5", "1e3", "inf", "nan", "0x10", ".", "", " 1", "1.2.3", "1 000",
      "11111111111111111111111111111111111111111111111111111111111111111" } },
  { "number-both-ways", &tl_element_type, TL_ELEMENT_X,
    { "-12.25", "1000000000" },
    { "1000000001", "-1000000000.5", "x" } },
  { "date", &tl_assessment_type, TL_ASSESSMENT_DATE,
    { "2026-11-01", "2024-02-29", "0001-01-01", "9999-12-31" },
    { "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3", "26-04-03", "2026-04-03T00:00",
      "0000-01-01", "2026/04/03", " 2026-04-03", "2026-04-0x", "tomorrow" } },
  { "choice", &tl_tool_type, TL_TOOL_STATE,
    { "", "live", "phasing-out", "from-a-newer-version" },
    { "not one", "\n", "ü" } },
  { "edition", &tl_project_type, TL_PROJECT_EDITION,
    { "2.1", "3.0", "4.0" },
    { "", "2.1 beta", "<2.1>" } },
};

static void
test_cases (gconstpointer data)
{
  const Case *test = data;
  const TlField *field = &test->type->fields[test->field];
  g_autofree char *longest = NULL;

  for (guint i = 0; test->good[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (tl_field_check (field, test->good[i], &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; test->bad[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      if (test->bad[i][0] == '\0' && !field->required)
        continue;
      g_assert_false (tl_field_check (field, test->bad[i], &error));
      g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_false (tl_field_check (field, test->bad[i], NULL));
    }
  g_assert_cmpint (tl_field_check (field, NULL, NULL), ==, !field->required);
}

static char *
create_text (gsize length)
{
  char *text = g_malloc (length + 1);

  memset (text, 'x', length);
  text[length] = '\0';
  return text;
}

static void
test_size (void)
{
  const TlField *name = &tl_tool_type.fields[TL_TOOL_NAME];
  const TlField *note = &tl_tool_type.fields[TL_TOOL_NOTE];
  g_autofree char *line = create_text (64 * 1024);
  g_autofree char *longer = create_text (64 * 1024 + 1);
  g_autofree char *page = create_text (16 * 1024 * 1024);
  g_autofree char *huge = create_text (100 * 1000 * 1000);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_field_check (name, line, NULL));
  g_assert_false (tl_field_check (name, longer, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_true (tl_field_check (note, page, NULL));

  /* A message does not repeat what is too long. */
  g_clear_error (&error);
  g_assert_false (tl_field_check (note, huge, &error));
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
  g_assert_cmpuint (strlen (error->message), <, 300);
}

/* One character of each kind, wherever it stands: no byte is looked over. */
static void
test_every_place (void)
{
  const TlField *name = &tl_tool_type.fields[TL_TOOL_NAME];
  const TlField *note = &tl_tool_type.fields[TL_TOOL_NOTE];

  for (gsize length = 1; length <= 20; length += length % 8 == 1 ? 6 : 1)
    for (gsize place = 0; place < length; place++)
      for (guint byte = 1; byte < 256; byte++)
        {
          g_autofree char *text = create_text (length);
          gboolean white = byte == '\t' || byte == '\n' || byte == '\r';

          text[place] = (char) byte;
          g_assert_cmpint (tl_field_check (name, text, NULL), ==, byte >= 0x20 && byte < 0x7f);
          g_assert_cmpint (tl_field_check (note, text, NULL), ==, white || (byte >= 0x20 && byte < 0x80));
        }
}

static void
test_messages (void)
{
  g_autoptr(GError) error = NULL;

  tl_field_check (&tl_assessment_type.fields[TL_ASSESSMENT_CURRENT], "abc", &error);
  g_assert_cmpstr (error->message, ==, "“abc” is not a whole number between 0 and 5.");
  g_clear_error (&error);
  tl_field_check (&tl_tool_type.fields[TL_TOOL_ANNUAL_COST], "-1", &error);
  g_assert_cmpstr (error->message, ==, "“-1” is not a number of 0 or more.");
  g_clear_error (&error);
  tl_field_check (&tl_assessment_type.fields[TL_ASSESSMENT_DATE], "", &error);
  g_assert_cmpstr (error->message, ==, "“Date” cannot be left empty.");
}

static void
test_labels (void)
{
  const TlField *state = &tl_tool_type.fields[TL_TOOL_STATE];

  g_assert_cmpstr (tl_field_get_label (&tl_tool_type.fields[TL_TOOL_ANNUAL_COST]), ==, "Annual Cost");
  g_assert_cmpstr (tl_field_get_choice_label (state, "phasing-out"), ==, "Phasing Out");
  g_assert_cmpstr (tl_field_get_choice_label (state, "from-a-newer-version"), ==, "from-a-newer-version");
  g_assert_cmpstr (tl_record_type_get_label (&tl_tool_type), ==, "Tool");
}

/* What readers, writers and records take for granted of the tables. */
static void
check_type (const TlRecordType *type,
            GHashTable         *seen)
{
  if (!g_hash_table_add (seen, (gpointer) type))
    return;

  g_assert_cmpuint (type->n_fields, <=, 32);
  g_assert_true (type->id_field == -1 || type->id_field == 0);
  g_assert_cmpint (type->id_field == 0, ==, type->id_letter != 0);
  g_assert_cmpint (type->name_field, <, (int) type->n_fields);
  g_assert_true (g_type_is_a (type->get_type (), TL_TYPE_RECORD));

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];

      g_assert_nonnull (field->name);
      g_assert_nonnull (field->label);
      g_assert_cmpint (field->kind == TL_FIELD_ID, ==, type->id_field == (int) i);
      g_assert_cmpint (field->kind == TL_FIELD_CHOICE, ==, field->choices != NULL);
      g_assert_cmpint (field->kind == TL_FIELD_REFERENCE, ==, field->target != NULL);
      if (field->kind == TL_FIELD_INTEGER || field->kind == TL_FIELD_NUMBER)
        g_assert_cmpfloat (field->minimum, <, field->maximum);
      if (field->kind == TL_FIELD_LONG_TEXT)
        g_assert_cmpint (field->place, !=, TL_PLACE_ATTRIBUTE);
    }
  for (guint i = 0; i < type->n_lists; i++)
    {
      g_assert_nonnull (type->lists[i].name);
      check_type (type->lists[i].type, seen);
    }
}

static void
test_tables (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  check_type (&tl_project_type, seen);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 15);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/project/field/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_cases);
    }
  g_test_add_func ("/project/field/size", test_size);
  g_test_add_func ("/project/field/every-place", test_every_place);
  g_test_add_func ("/project/field/messages", test_messages);
  g_test_add_func ("/project/field/labels", test_labels);
  g_test_add_func ("/project/field/tables", test_tables);

  return g_test_run ();
}
