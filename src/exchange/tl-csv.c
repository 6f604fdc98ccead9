/* tl-csv.c: tables as comma-separated text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/tl-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of all rows together: a table takes at most a few hundred megabytes. */
#define MAX_FIELDS 10000000

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

G_DEFINE_QUARK (tl-csv-error-quark, tl_csv_error)

typedef struct
{
  guint first; /* of its fields */
  guint line;
} Row;

struct _TlCsv
{
  GString *texts;  /* all fields, each with NUL at its end */
  GArray  *fields; /* guint32: where each begins */
  GArray  *rows;   /* Row, and one more that says where the last one ends */
  char     separator;
};

typedef struct
{
  const char *at;
  const char *end;
  guint       line; /* of @at, from 1 */
  TlCsv      *csv;
} Reader;

void
tl_csv_free (TlCsv *self)
{
  if (self == NULL)
    return;

  g_string_free (self->texts, TRUE);
  g_array_unref (self->fields);
  g_array_unref (self->rows);
  g_free (self);
}

/* Errors */

static gboolean G_GNUC_PRINTF (4, 5)
fail (GError     **error,
      TlCsvError   code,
      guint        line,
      const char  *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: %1$u is the number of a line of a text, %2$s a sentence */
  g_set_error (error, TL_CSV_ERROR, code, _("Line %1$u: %2$s"), line, reason);
  return FALSE;
}

static guint
count_lines (const char *from,
             const char *to)
{
  guint n = 1;

  for (const char *p = from; p < to; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == to || p[1] != '\n')))
      n++;
  return n;
}

static gboolean
check_encoding (const char  *text,
                gsize        length,
                GError     **error)
{
  const char *bad;

  if (length > TL_CSV_MAX_SIZE)
    {
      g_autofree char *size = g_format_size_full (TL_CSV_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_TOO_LARGE,
                   /* Translators: %s is a size, such as 64 MiB */
                   _("The table is too large: it may have %s at most."), size);
      return FALSE;
    }
  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;
  return fail (error, TL_CSV_ERROR_ENCODING, count_lines (text, bad),
               _("This is not text in UTF-8; save the table in that encoding."));
}

/* What separates */

/* `sep=;`, which some spreadsheets write and obey. */
static gboolean
read_hint (Reader *self)
{
  gsize left = self->end - self->at;
  const char *after = self->at + 5;

  if (left < 5 || memcmp (self->at, "sep=", 4) != 0 || strchr (",;\t", self->at[4]) == NULL || self->at[4] == '\0'
      || (left > 5 && *after != '\r' && *after != '\n'))
    return FALSE;

  self->csv->separator = self->at[4];
  self->at = after;
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
  return TRUE;
}

static char
detect_separator (const Reader *self)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = self->at; p < self->end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
        counts[i] += *p == separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

/* Fields and rows */

static gboolean
is_end_of_field (const Reader *self)
{
  return self->at == self->end || *self->at == self->csv->separator || *self->at == '\n' || *self->at == '\r';
}

/* Past a line end of whatever form, which has to be there. */
static void
pass_line_end (Reader *self)
{
  if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->line++;
}

static gboolean
read_quoted (Reader   *self,
             GError  **error)
{
  guint line = self->line;

  self->at++;
  while (self->at < self->end)
    {
      if (*self->at == '"')
        {
          self->at++;
          if (is_end_of_field (self))
            return TRUE;
          if (*self->at != '"')
            return fail (error, TL_CSV_ERROR_SYNTAX, self->line,
                         _("There is text after the quote that ends a field."));
          g_string_append_c (self->csv->texts, '"');
          self->at++;
        }
      else if (*self->at == '\r' || *self->at == '\n')
        {
          const char *from = self->at;

          pass_line_end (self);
          g_string_append_len (self->csv->texts, from, self->at - from);
        }
      else
        {
          g_string_append_c (self->csv->texts, *self->at++);
        }
    }
  return fail (error, TL_CSV_ERROR_SYNTAX, line, _("There is a quote that does not end."));
}

static gboolean
read_field (Reader   *self,
            GError  **error)
{
  guint32 first = self->csv->texts->len;

  g_array_append_val (self->csv->fields, first);
  if (self->at < self->end && *self->at == '"')
    {
      if (!read_quoted (self, error))
        return FALSE;
    }
  else
    {
      const char *from = self->at;

      while (!is_end_of_field (self))
        self->at++;
      g_string_append_len (self->csv->texts, from, self->at - from);
    }

  if (self->csv->texts->len - first > TL_CSV_MAX_FIELD)
    {
      g_autofree char *size = g_format_size_full (TL_CSV_MAX_FIELD, G_FORMAT_SIZE_IEC_UNITS);

      return fail (error, TL_CSV_ERROR_TOO_LARGE, self->line,
                   /* Translators: %s is a size, such as 64 KiB */
                   _("A field is too long: it may have %s at most."), size);
    }
  g_string_append_c (self->csv->texts, '\0');
  return TRUE;
}

/* Adds the row, unless there is nothing in it. */
static gboolean
read_row (Reader   *self,
          GError  **error)
{
  Row row = { self->csv->fields->len, self->line };
  gsize before = self->csv->texts->len;
  guint n;

  for (;;)
    {
      if (!read_field (self, error))
        return FALSE;
      if (self->csv->fields->len - row.first > TL_CSV_MAX_COLUMNS)
        return fail (error, TL_CSV_ERROR_TOO_LARGE, row.line,
                     _("There are too many columns: a table may have %d at most."), TL_CSV_MAX_COLUMNS);
      if (self->at == self->end || *self->at != self->csv->separator)
        break;
      self->at++;
    }
  if (self->at < self->end)
    pass_line_end (self);

  n = self->csv->fields->len - row.first;
  if (self->csv->texts->len == before + n)
    {
      g_array_set_size (self->csv->fields, row.first);
      g_string_truncate (self->csv->texts, before);
      return TRUE;
    }
  if (self->csv->rows->len == TL_CSV_MAX_ROWS || self->csv->fields->len > MAX_FIELDS)
    return fail (error, TL_CSV_ERROR_TOO_LARGE, row.line, _("The table has too many rows."));
  g_array_append_val (self->csv->rows, row);
  return TRUE;
}

TlCsv *
tl_csv_read (const char  *text,
             gsize        length,
             GError     **error)
{
  g_autoptr (TlCsv) csv = NULL;
  Reader reader = { text, text + length, 1, NULL };
  Row end = { 0, 0 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (!check_encoding (text, length, error))
    return NULL;

  csv = g_new0 (TlCsv, 1);
  csv->texts = g_string_new (NULL);
  csv->fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  csv->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  reader.csv = csv;
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    reader.at += strlen (BYTE_ORDER_MARK);
  if (!read_hint (&reader))
    csv->separator = detect_separator (&reader);

  while (reader.at < reader.end)
    if (!read_row (&reader, error))
      return NULL;

  end.first = csv->fields->len;
  g_array_append_val (csv->rows, end);
  return g_steal_pointer (&csv);
}

/* What was read */

guint
tl_csv_get_n_rows (const TlCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len - 1;
}

guint
tl_csv_get_n_fields (const TlCsv *self,
                     guint        row)
{
  g_return_val_if_fail (self != NULL && row < tl_csv_get_n_rows (self), 0);

  return g_array_index (self->rows, Row, row + 1).first - g_array_index (self->rows, Row, row).first;
}

const char *
tl_csv_get (const TlCsv *self,
            guint        row,
            guint        column)
{
  guint field;

  g_return_val_if_fail (self != NULL && row < tl_csv_get_n_rows (self), "");

  if (column >= tl_csv_get_n_fields (self, row))
    return "";
  field = g_array_index (self->rows, Row, row).first + column;
  return self->texts->str + g_array_index (self->fields, guint32, field);
}

guint
tl_csv_get_line (const TlCsv *self,
                 guint        row)
{
  g_return_val_if_fail (self != NULL && row < tl_csv_get_n_rows (self), 0);

  return g_array_index (self->rows, Row, row).line;
}

char
tl_csv_get_separator (const TlCsv *self)
{
  g_return_val_if_fail (self != NULL, ',');

  return self->separator;
}

/* Writing */

/* Digits with points or commas, after a sign. */
static gboolean
is_number (const char *text)
{
  const char *p = text + (*text == '-' || *text == '+');

  return *p != '\0' && strspn (p, "0123456789.,") == strlen (p);
}

static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL && !is_number (text);
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",;\t\"\r\n") != NULL
         || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '))
         || g_str_has_prefix (text, BYTE_ORDER_MARK);
}

void
tl_csv_append_row (GString            *text,
                   const char *const  *fields,
                   guint               n_fields,
                   TlCsvFlags          flags)
{
  g_return_if_fail (text != NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *field = fields[i] != NULL ? fields[i] : "";
      const char *mark = (flags & TL_CSV_SAFE) != 0 && looks_like_formula (field) ? "'" : "";

      if (i > 0)
        g_string_append_c (text, ',');
      if (!needs_quotes (field))
        {
          g_string_append_printf (text, "%s%s", mark, field);
          continue;
        }
      g_string_append_printf (text, "\"%s", mark);
      for (const char *p = field; *p != '\0'; p++)
        {
          if (*p == '"')
            g_string_append_c (text, '"');
          g_string_append_c (text, *p);
        }
      g_string_append_c (text, '"');
    }
  g_string_append (text, "\r\n");
}
