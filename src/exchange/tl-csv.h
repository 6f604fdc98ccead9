/* tl-csv.h: tables as comma-separated text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_CSV_ERROR (tl_csv_error_quark ())
GQuark tl_csv_error_quark (void);

/**
 * TlCsvError:
 * @TL_CSV_ERROR_ENCODING: it is not UTF-8, or holds what no text holds
 * @TL_CSV_ERROR_SYNTAX: a quote that does not end, or ends in the middle
 * @TL_CSV_ERROR_TOO_LARGE: beyond the bounds below
 * @TL_CSV_ERROR_CONTENT: a table, but not the one that is wanted
 */
typedef enum
{
  TL_CSV_ERROR_ENCODING,
  TL_CSV_ERROR_SYNTAX,
  TL_CSV_ERROR_TOO_LARGE,
  TL_CSV_ERROR_CONTENT,
} TlCsvError;

/* Bounds, far beyond any list that a person looks at. */
#define TL_CSV_MAX_SIZE    (64 * 1024 * 1024)
#define TL_CSV_MAX_ROWS    1000000
#define TL_CSV_MAX_COLUMNS 1000
#define TL_CSV_MAX_FIELD   (64 * 1024)

/* A table that was read: rows of texts, all valid UTF-8. Immutable; may be handed
 * from thread to thread. */
typedef struct _TlCsv TlCsv;

/**
 * tl_csv_read:
 * @text: RFC 4180, in UTF-8 with or without a byte order mark; lines end with
 *   CR LF, LF or CR; fields are separated by comma, semicolon or tab,
 *   whichever is there most outside quotes in the first line
 * @length: in bytes
 * @error: return location, %TL_CSV_ERROR; the message is a whole translated
 *   sentence that names the line
 *
 * Lines without anything in them are left out.
 *
 * Returns: (transfer full): the table, or %NULL
 */
TlCsv      *tl_csv_read           (const char   *text,
                                   gsize         length,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        tl_csv_free           (TlCsv        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsv, tl_csv_free)

guint       tl_csv_get_n_rows     (const TlCsv  *self); /* the first one, often of names, too */
guint       tl_csv_get_n_fields   (const TlCsv  *self,
                                   guint         row);
const char *tl_csv_get            (const TlCsv  *self, /* "" past the end of a row */
                                   guint         row,
                                   guint         column);
guint       tl_csv_get_line       (const TlCsv  *self, /* of the text, from 1, where it begins */
                                   guint         row);
char        tl_csv_get_separator  (const TlCsv  *self);

/**
 * TlCsvFlags:
 * @TL_CSV_EXACT: what is read again is what was written
 * @TL_CSV_SAFE: a field that a spreadsheet would take for a formula, because it
 *   begins with `=`, `+`, `-`, `@`, a tab or a line break and is no number, gets
 *   an apostrophe in front, which the spreadsheet shows; for files that are
 *   opened there and hold what others wrote
 */
typedef enum
{
  TL_CSV_EXACT = 0,
  TL_CSV_SAFE = 1 << 0,
} TlCsvFlags;

/* Appends a row: fields with commas between, quoted where they need it, and CR LF. */
void        tl_csv_append_row     (GString            *text,
                                   const char *const  *fields, /* %NULL for an empty one */
                                   guint               n_fields,
                                   TlCsvFlags          flags);

G_END_DECLS
