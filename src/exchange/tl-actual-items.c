/* tl-actual-items.c: lists of what runs, from an inventory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/tl-actual-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/tl-csv.h"

enum
{
  COLUMN_NAME,
  COLUMN_TYPE,
  COLUMN_ENVIRONMENT,
  COLUMN_VERSION,
  COLUMN_ID,
  N_COLUMNS
};

/* What inventories call the columns, folded; the first is what we call it. */
static const char *const column_names[N_COLUMNS][8] = {
  [COLUMN_NAME] = { "name", "ci name", "hostname", "bezeichnung" },
  [COLUMN_TYPE] = { "type", "class", "kind", "ci type", "typ", "art", "klasse" },
  [COLUMN_ENVIRONMENT] = { "environment", "env", "stage", "umgebung" },
  [COLUMN_VERSION] = { "version", "release" },
  [COLUMN_ID] = { "id", "external id", "external-id", "ci id", "sys_id", "kennung" },
};

/* Without blanks around, and without case. */
static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

/* Of two columns with names of one meaning the one with the better known counts. */
static int
find_column (const TlCsv *csv,
             guint        column)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_names[column]) && column_names[column][i] != NULL; i++)
    for (guint j = 0; j < tl_csv_get_n_fields (csv, 0); j++)
      {
        g_autofree char *name = fold (tl_csv_get (csv, 0, j));

        if (strcmp (name, column_names[column][i]) == 0)
          return j;
      }
  return -1;
}

/* Which columns of the table are ours; -1 for what it does not have. */
static gboolean
find_columns (const TlCsv  *csv,
              int          *columns,
              GError      **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  if (tl_csv_get_n_rows (csv) == 0)
    {
      g_set_error_literal (error, TL_CSV_ERROR, TL_CSV_ERROR_CONTENT,
                           _("The table is empty; its first row has to name the columns."));
      return FALSE;
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = find_column (csv, i);
      if (columns[i] < 0 && (i == COLUMN_NAME || i == COLUMN_TYPE))
        g_string_append_printf (missing, C_("list", "%1$s“%2$s”"), missing->len > 0 ? C_("list", ", ") : "",
                                column_names[i][0]);
    }
  if (missing->len == 0)
    return TRUE;

  g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_CONTENT,
               /* Translators: %1$u is the number of a line of a table, %2$s a list of columns */
               _("Line %1$u: The first row has to name the columns, and these are missing: %2$s."),
               tl_csv_get_line (csv, 0), missing->str);
  return FALSE;
}

/* One line without what no field of an element holds. */
static char *
get_text (const TlCsv *csv,
          guint        row,
          int          column)
{
  GString *text = g_string_new (NULL);

  for (const char *p = column >= 0 ? tl_csv_get (csv, row, column) : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        c = ' ';
      else if (c == 0xfffe || c == 0xffff)
        c = 0xfffd;
      g_string_append_unichar (text, c);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

static TlActualItem *
read_item (const TlCsv  *csv,
           guint         row,
           const int    *columns,
           GError      **error)
{
  TlActualItem *item = g_new0 (TlActualItem, 1);

  item->name = get_text (csv, row, columns[COLUMN_NAME]);
  item->type = get_text (csv, row, columns[COLUMN_TYPE]);
  item->environment = get_text (csv, row, columns[COLUMN_ENVIRONMENT]);
  item->version = get_text (csv, row, columns[COLUMN_VERSION]);
  item->id = get_text (csv, row, columns[COLUMN_ID]);
  item->line = tl_csv_get_line (csv, row);
  if (*item->name != '\0')
    return item;

  g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_CONTENT, _("Line %u: The item has no name."), item->line);
  tl_actual_item_free (item);
  return NULL;
}

/* Two with one id would be taken for each other. */
static gboolean
check_id (GHashTable    *ids,
          TlActualItem  *item,
          GError       **error)
{
  TlActualItem *other;

  if (*item->id == '\0')
    return TRUE;

  other = g_hash_table_lookup (ids, item->id);
  if (other == NULL)
    {
      g_hash_table_insert (ids, item->id, item);
      return TRUE;
    }
  g_set_error (error, TL_CSV_ERROR, TL_CSV_ERROR_CONTENT,
               /* Translators: %1$u and %3$u are numbers of lines of a table */
               _("Line %1$u: The id “%2$s” is there already, in line %3$u."), item->line, item->id, other->line);
  return FALSE;
}

GPtrArray *
tl_actual_items_read (const char  *text,
                      gsize        length,
                      GError     **error)
{
  g_autoptr (TlCsv) csv = tl_csv_read (text, length, error);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) ids = NULL;
  int columns[N_COLUMNS];

  if (csv == NULL || !find_columns (csv, columns, error))
    return NULL;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_actual_item_free);
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 1; row < tl_csv_get_n_rows (csv); row++)
    {
      TlActualItem *item = read_item (csv, row, columns, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
      if (!check_id (ids, item, error))
        return NULL;
    }
  return g_steal_pointer (&items);
}

GPtrArray *
tl_actual_items_read_file (GFile         *file,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 part[64 * 1024];
  gssize n = 1;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  /* One that has no end is told by one part too many. */
  while (n > 0 && bytes->len <= TL_CSV_MAX_SIZE)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), part, sizeof part, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (bytes, part, n);
    }
  return tl_actual_items_read ((const char *) bytes->data, bytes->len, error);
}
