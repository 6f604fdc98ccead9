/* tl-form.c: the words in which records of a type are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-form.h"

#include <string.h>

static void
form_free (gpointer data)
{
  TlForm *form = data;

  for (guint i = 0; i < form->type->n_fields; i++)
    g_free ((char *) form->attributes[i].text);
  g_free (form);
}

static TlForm *
form_new (const TlRecordType *type)
{
  TlForm *form = g_new0 (TlForm, 1);

  form->type = type;
  form->tag = (TlWord){ type->tag, strlen (type->tag) };
  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];

      if (field->place != TL_PLACE_ATTRIBUTE)
        continue;
      form->attributes[i].text = g_strdup_printf (" %s=\"", field->name);
      form->attributes[i].length = strlen (form->attributes[i].text);
      form->in_tag |= 1u << i;
    }
  return form;
}

const TlForm *
tl_forms_get (TlForms            *self,
              const TlRecordType *type)
{
  TlForm *form;

  if (self->forms == NULL)
    self->forms = g_ptr_array_new_with_free_func (form_free);

  /* There are a dozen types. */
  for (guint i = 0; i < self->forms->len; i++)
    {
      form = g_ptr_array_index (self->forms, i);
      if (form->type == type)
        return form;
    }
  form = form_new (type);
  g_ptr_array_add (self->forms, form);
  return form;
}

void
tl_forms_clear (TlForms *self)
{
  g_clear_pointer (&self->forms, g_ptr_array_unref);
}
