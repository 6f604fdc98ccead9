/* test-csv.c: tables as comma-separated text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/tl-csv.h"

#include <string.h>

#define BOM "\xef\xbb\xbf"

typedef struct
{
  const char *name;
  const char *text;
  const char *table; /* fields with | between, rows with / */
  char        separator;
} Case;

static const Case cases[] = {
  { "empty", "", "", ',' },
  { "only-a-mark", BOM, "", ',' },
  { "one", "a", "a", ',' },
  { "comma", "a,b\r\nc,d\r\n", "a|b/c|d", ',' },
  { "semicolon", "a;b\nc,1;d", "a|b/c,1|d", ';' },
  { "tab", "a\tb;c\td\n1\t2\n", "a|b;c|d/1|2", '\t' },
  { "carriage-return", "a,b\rc,d\r", "a|b/c|d", ',' },
  { "mark", BOM "a;b", "a|b", ';' },
  { "hint", "sep=;\r\na,b;c", "a,b|c", ';' },
  { "hint-alone", "sep=\t", "", '\t' },
  { "no-hint", "sep=;x", "sep=|x", ';' },
  { "quoted", "\"a,b\",\"c \"\"d\"\"\"", "a,b|c \"d\"", ',' },
  { "quoted-lines", "\"a\r\nb\",c\nd,\"\n\"", "a\r\nb|c/d|\n", ',' },
  { "quoted-separators", "\"a,b,c,d\";e", "a,b,c,d|e", ';' },
  { "quote-within", "5\" disk,a\"b", "5\" disk|a\"b", ',' },
  { "empty-fields", ",a,\n\"\",b,\"\"", "|a|/|b|", ',' },
  { "empty-lines", "\n\na,b\n\n,\n\"\",\"\"\nc\n\n", "a|b/c", ',' },
  { "ragged", "a,b,c\nd\ne,f,g,h", "a|b|c/d/e|f|g|h", ',' },
  { "blanks", " a , b ", " a | b ", ',' },
  { "no-line-end", "a\nb", "a/b", ',' },
  { "utf-8", "größe,日本\n🙂,ñ", "größe|日本/🙂|ñ", ',' },
};

static char *
write_table (const TlCsv *csv)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tl_csv_get_n_rows (csv); i++)
    {
      g_string_append (text, i > 0 ? "/" : "");
      for (guint j = 0; j < tl_csv_get_n_fields (csv, i); j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", tl_csv_get (csv, i, j));
    }
  return g_string_free (text, FALSE);
}

static void
test_read (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCsv) csv = tl_csv_read (test->text, strlen (test->text), &error);
  g_autofree char *table = NULL;

  g_assert_no_error (error);
  table = write_table (csv);
  g_assert_cmpstr (table, ==, test->table);
  g_assert_cmpint (tl_csv_get_separator (csv), ==, test->separator);
}

static void
test_lines (void)
{
  static const char text[] = "\na,\"1\n2\r3\r\n4\"\r\n\r\nb\rc";
  g_autoptr (TlCsv) csv = tl_csv_read (text, strlen (text), NULL);

  g_assert_cmpuint (tl_csv_get_n_rows (csv), ==, 3);
  g_assert_cmpuint (tl_csv_get_line (csv, 0), ==, 2);
  g_assert_cmpuint (tl_csv_get_line (csv, 1), ==, 7);
  g_assert_cmpuint (tl_csv_get_line (csv, 2), ==, 8);
  g_assert_cmpstr (tl_csv_get (csv, 1, 1), ==, "");
}

static const struct
{
  const char *name;
  const char *text;
  gsize       length; /* 0: to its end */
  int         code;
  const char *begins;
} wrong[] = {
  { "latin-1", "a,b\nGr\xf6\xdf""e,c", 0, TL_CSV_ERROR_ENCODING, "Line 2: " },
  { "utf-16", "\xff\xfe""a\0b\0", 6, TL_CSV_ERROR_ENCODING, "Line 1: " },
  { "nul", "a\r\nb\rc\0d", 8, TL_CSV_ERROR_ENCODING, "Line 3: " },
  { "cut-off", "a,b\nc,\xe2\x82", 0, TL_CSV_ERROR_ENCODING, "Line 2: " },
  { "open-quote", "a\nb,\"c\nd\ne", 0, TL_CSV_ERROR_SYNTAX, "Line 2: " },
  { "only-a-quote", "\"", 0, TL_CSV_ERROR_SYNTAX, "Line 1: " },
  { "after-quote", "a\n\"b\"c", 0, TL_CSV_ERROR_SYNTAX, "Line 2: " },
  { "blank-after-quote", "\"b\" ,c", 0, TL_CSV_ERROR_SYNTAX, "Line 1: " },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = wrong[i].length > 0 ? wrong[i].length : strlen (wrong[i].text);

      g_test_message ("%s", wrong[i].name);
      g_assert_null (tl_csv_read (wrong[i].text, length, &error));
      g_assert_error (error, TL_CSV_ERROR, wrong[i].code);
      g_assert_true (g_str_has_prefix (error->message, wrong[i].begins));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* @n times the same, after a beginning. */
static GString *
repeat (const char *text,
        gsize       n)
{
  GString *result = g_string_sized_new (n * strlen (text) + 1);

  for (gsize i = 0; i < n; i++)
    g_string_append (result, text);
  return result;
}

static void
assert_too_large (const char *text,
                  gsize       n)
{
  g_autoptr (GString) big = repeat (text, n);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_csv_read (big->str, big->len, &error));
  g_assert_error (error, TL_CSV_ERROR, TL_CSV_ERROR_TOO_LARGE);
}

static void
test_bounds (void)
{
  g_autoptr (GString) wide = repeat ("a,", TL_CSV_MAX_COLUMNS - 1);
  g_autoptr (GString) longest = repeat ("x", TL_CSV_MAX_FIELD);
  g_autoptr (TlCsv) widest = tl_csv_read (wide->str, wide->len, NULL);
  g_autoptr (TlCsv) fits = tl_csv_read (longest->str, longest->len, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (widest);
  g_assert_nonnull (fits);
  assert_too_large ("a,", TL_CSV_MAX_COLUMNS);
  assert_too_large ("x", TL_CSV_MAX_FIELD + 1);
  assert_too_large ("x\n", TL_CSV_MAX_ROWS + 1);
  assert_too_large ("x,,,,,,,,,,,,,,,\n", 700000);
  /* Told before any of it is looked at. */
  g_assert_null (tl_csv_read ("", (gsize) TL_CSV_MAX_SIZE + 1, &error));
  g_assert_error (error, TL_CSV_ERROR, TL_CSV_ERROR_TOO_LARGE);
}

static void
test_write (void)
{
  static const char *const fields[] = { "a", NULL, "b,c", "d\"e", "f\ng", " h", "=1+1", "-5" };
  g_autoptr (GString) exact = g_string_new (NULL);
  g_autoptr (GString) safe = g_string_new (NULL);

  tl_csv_append_row (exact, fields, G_N_ELEMENTS (fields), TL_CSV_EXACT);
  g_assert_cmpstr (exact->str, ==, "a,,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",=1+1,-5\r\n");
  tl_csv_append_row (safe, fields, G_N_ELEMENTS (fields), TL_CSV_SAFE);
  g_assert_cmpstr (safe->str, ==, "a,,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\",'=1+1,-5\r\n");
}

static void
test_formulas (void)
{
  static const struct
  {
    const char *field;
    const char *written;
  } formulas[] = {
    { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0\r\n" },
    { "+49 30 1234", "'+49 30 1234\r\n" },
    { "-", "'-\r\n" },
    { "-1.5", "-1.5\r\n" },
    { "+1,5", "\"+1,5\"\r\n" },
    { "-2+3", "'-2+3\r\n" },
    { "@SUM(A1)", "'@SUM(A1)\r\n" },
    { "\t=1", "\"'\t=1\"\r\n" },
    { "\r=1", "\"'\r=1\"\r\n" },
    { "a=1", "a=1\r\n" },
    { "'x", "'x\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tl_csv_append_row (text, &formulas[i].field, 1, TL_CSV_SAFE);
      g_assert_cmpstr (text->str, ==, formulas[i].written);
    }
}

/* Whatever is written is read again. */
static void
test_round_trip (void)
{
  static const char *const parts[] = {
    "a", "", ",", ";", "\t", "\"", "\n", "\r", "\r\n", " ", "sep=;", BOM, "ü", "=", "\"\"", "long text",
  };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlCsv) csv = NULL;
      guint n_columns = g_rand_int_range (random, 2, 5), n_rows = g_rand_int_range (random, 1, 5);

      for (guint i = 0; i < n_rows * n_columns; i++)
        {
          g_autoptr (GString) field = g_string_new (i % n_columns == 0 ? "x" : "");

          for (guint j = g_rand_int_range (random, 0, 4); j > 0; j--)
            g_string_append (field, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
          g_ptr_array_add (written, g_strdup (field->str));
        }
      for (guint i = 0; i < n_rows; i++)
        tl_csv_append_row (text, (const char *const *) written->pdata + i * n_columns, n_columns, TL_CSV_EXACT);

      csv = tl_csv_read (text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tl_csv_get_n_rows (csv), ==, n_rows);
      for (guint i = 0; i < written->len; i++)
        g_assert_cmpstr (tl_csv_get (csv, i / n_columns, i % n_columns), ==, written->pdata[i]);
    }
}

/* Nothing aborts, whatever stands there; what can be read can be read again. */
static void
test_noise (void)
{
  static const char alphabet[] = "ab,;\t\"\"\r\n =\xc3\xbc\xff";
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_read = 0;

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 2000; round++)
    {
      char text[64];
      gsize length = g_rand_int_range (random, 0, sizeof text);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        text[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1 - (round % 2) * 3)];
      csv = tl_csv_read (text, length, &error);
      g_assert_cmpint (csv != NULL, ==, error == NULL);
      n_read += csv != NULL;
    }
  g_assert_cmpuint (n_read, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/csv/read/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/exchange/csv/lines", test_lines);
  g_test_add_func ("/exchange/csv/wrong", test_wrong);
  g_test_add_func ("/exchange/csv/bounds", test_bounds);
  g_test_add_func ("/exchange/csv/write", test_write);
  g_test_add_func ("/exchange/csv/formulas", test_formulas);
  g_test_add_func ("/exchange/csv/round-trip", test_round_trip);
  g_test_add_func ("/exchange/csv/noise", test_noise);

  return g_test_run ();
}
