/* tl-record-column.c: a column of a table of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-column.h"

static const TlField *
get_field (const TlRecordColumn *self,
           TlRecord             *record)
{
  return &tl_record_get_record_type (record)->fields[self->field];
}

char *
tl_record_column_dup_text (const TlRecordColumn *self,
                           TlRecord             *record)
{
  const char *value;

  if (self->dup_text != NULL)
    return self->dup_text (record);
  value = tl_record_get (record, self->field);
  return g_strdup (self->is_choice && value != NULL ? tl_field_get_choice_label (get_field (self, record), value)
                                                    : value);
}

gboolean
tl_record_column_is_chosen (const TlRecordColumn *self,
                            TlRecord             *record)
{
  const char *value = self->is_choice ? tl_record_get (record, self->field) : NULL;

  return value != NULL && tl_field_get_choice_label (get_field (self, record), value) != value;
}

gboolean
tl_record_column_has_number (const TlRecordColumn *self)
{
  return self->get_number != NULL || self->is_choice;
}

/* Of choices, what is not known comes first, what is none of them last. */
double
tl_record_column_get_number (const TlRecordColumn *self,
                             TlRecord             *record)
{
  const TlChoice *choices;
  const char *token;
  int i = 0;

  if (self->get_number != NULL)
    return self->get_number (record);
  choices = get_field (self, record)->choices;
  token = tl_record_get (record, self->field);
  if (token == NULL)
    return -1;
  while (choices[i].token != NULL && !g_str_equal (choices[i].token, token))
    i++;
  return i;
}
