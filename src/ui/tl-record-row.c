/* tl-record-row.c: a record as a row of a table, and what it is compared by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-row.h"

#include <string.h>

char *
tl_record_row_fold (const char *text)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

TlRecordRow *
tl_record_row_new (TlRecord *record)
{
  TlRecordRow *self = g_new0 (TlRecordRow, 1);

  self->record = g_object_ref (record);
  self->shown = GTK_INVALID_LIST_POSITION;
  return self;
}

void
tl_record_row_forget (TlRecordRow          *self,
                      const TlRecordColumn *columns)
{
  g_clear_pointer (&self->search, g_free);
  for (guint i = 0; i < 32 && self->known >> i != 0; i++)
    if ((self->known >> i & 1) != 0 && !tl_record_column_has_number (&columns[i]))
      g_free (self->keys[i].text);
  self->known = 0;
  self->group = NULL;
}

void
tl_record_row_free (TlRecordRow          *self,
                    const TlRecordColumn *columns)
{
  tl_record_row_forget (self, columns);
  g_object_unref (self->record);
  g_free (self->keys);
  g_free (self);
}

void
tl_record_row_make_search (TlRecordRow          *self,
                           const TlRecordColumn *columns)
{
  GString *texts;

  if (self->search != NULL)
    return;
  texts = g_string_new (NULL);
  for (const TlRecordColumn *column = columns; column->title != NULL; column++)
    {
      g_autofree char *text = column->is_number ? NULL : tl_record_column_dup_text (column, self->record);
      g_autofree char *folded = text != NULL ? tl_record_row_fold (text) : NULL;

      if (folded != NULL)
        {
          g_string_append (texts, folded);
          g_string_append_c (texts, '\n');
        }
    }
  self->search = g_string_free (texts, FALSE);
}

static guint
count_columns (const TlRecordColumn *columns)
{
  guint n = 0;

  while (columns[n].title != NULL)
    n++;
  return n;
}

void
tl_record_row_make_key (TlRecordRow          *self,
                        const TlRecordColumn *columns,
                        guint                 column)
{
  const TlRecordColumn *description = &columns[column];

  if ((self->known >> column & 1) != 0)
    return;
  if (self->keys == NULL)
    self->keys = g_new0 (TlRecordKey, count_columns (columns));
  if (tl_record_column_has_number (description))
    {
      self->keys[column].number = tl_record_column_get_number (description, self->record);
    }
  else
    {
      g_autofree char *text = tl_record_column_dup_text (description, self->record);

      self->keys[column].text = g_utf8_collate_key (text != NULL ? text : "", -1);
    }
  self->known |= 1u << column;
}

int
tl_record_row_compare (const TlRecordRow    *self,
                       const TlRecordRow    *other,
                       const TlRecordColumn *columns,
                       guint                 column)
{
  const TlRecordKey *x = &self->keys[column];
  const TlRecordKey *y = &other->keys[column];

  if (!tl_record_column_has_number (&columns[column]))
    return strcmp (x->text, y->text);
  return x->number < y->number ? -1 : x->number > y->number;
}
