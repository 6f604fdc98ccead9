/* tl-form.c: the words in which records of a type are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-form.h"

#include "project/tl-project.h"
#include "store/tl-intake.h"

#include <string.h>

static void
form_free (gpointer data)
{
  TlForm *form = data;

  for (guint i = 0; i < form->type->n_fields; i++)
    g_free ((char *) form->attributes[i].text);
  g_free ((char *) form->start.text);
  g_free (form);
}

/* Takes @text. */
static TlWord
make_word (char *text)
{
  return (TlWord){ text, strlen (text) };
}

static TlForm *
form_new (const TlRecordType *type)
{
  TlForm *form = g_new0 (TlForm, 1);

  form->type = type;
  form->tag = (TlWord){ type->tag, strlen (type->tag) };
  form->start = make_word (type == &tl_project_type
                           ? g_strdup_printf ("<%s xmlns=\"%s\"", type->tag, TL_NAMESPACE)
                           : g_strdup_printf ("<%s", type->tag));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];

      if (field->place != TL_PLACE_ATTRIBUTE)
        continue;
      form->attributes[i] = make_word (g_strdup_printf (" %s=\"", field->name));
      form->in_tag |= 1u << i;
    }
  return form;
}

const TlForm *
tl_forms_get (TlForms            *self,
              const TlRecordType *type)
{
  TlForm *form;

  if (G_LIKELY (self->last != NULL && self->last->type == type))
    return self->last;

  if (self->forms == NULL)
    self->forms = g_ptr_array_new_with_free_func (form_free);

  /* There are a dozen types. */
  for (guint i = 0; i < self->forms->len; i++)
    {
      form = g_ptr_array_index (self->forms, i);
      if (form->type == type)
        return self->last = form;
    }
  form = form_new (type);
  g_ptr_array_add (self->forms, form);
  return self->last = form;
}

void
tl_forms_clear (TlForms *self)
{
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->last = NULL;
}
