/* tl-intake-record.c: makes a record of the values that were read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-intake-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people call the record of a frame: the label of its type and its id,
 * if it has one by now. */
static char *
describe_record (TlIntake *self,
                 TlFrame  *frame)
{
  const TlRecordType *type = frame->plan->type;
  const char *label = tl_record_type_get_label (type);
  const char *id = tl_intake_get_value (self, type->id_field);

  if (id == NULL)
    return g_strdup (label);
  /* Translators: kind of a record, its id: Tool “t1” */
  return g_strdup_printf (_("%s “%s”"), label, id);
}

void
tl_intake_begin_values (TlIntake *self,
                        guint     frame)
{
  self->pending = frame;
  self->set = 0;
  self->n_values = 0;
}

const char *
tl_intake_get_value (TlIntake *self,
                     int       field)
{
  return field >= 0 && self->set & 1u << field ? self->values + self->offsets[field] : NULL;
}

void
tl_intake_put_value (TlIntake   *self,
                     guint       field,
                     const char *value,
                     gsize       length)
{
  if (length == 0)
    return;

  if (G_UNLIKELY (self->n_values + length + 1 > self->values_size))
    {
      self->values_size = MAX (2 * self->values_size, self->n_values + length + 1);
      self->values = g_realloc (self->values, self->values_size);
    }
  memcpy (self->values + self->n_values, value, length);
  self->values[self->n_values + length] = '\0';
  self->set |= 1u << field;
  self->offsets[field] = self->n_values;
  self->lengths[field] = length;
  self->n_values += length + 1;
}

/* Takes back values that do not fit their fields; FALSE if one of them, or a
 * missing one, is required. */
static gboolean
drop_bad_values (TlIntake *self,
                 TlFrame  *frame)
{
  const TlRecordType *type = frame->plan->type;
  gboolean is_complete = TRUE;

  for (guint i = 0; i < type->n_fields && !self->stopped; i++)
    {
      const char *value = tl_intake_get_value (self, i);
      g_autofree char *name = NULL;
      g_autoptr (GError) error = NULL;

      if (value == NULL && !type->fields[i].required)
        continue;
      if (value != NULL && tl_field_check (&type->fields[i], value, &error))
        continue;

      name = describe_record (self, frame);
      if (value == NULL)
        tl_intake_report (self, TL_STORE_ERROR_INVALID_VALUE, frame->line,
                          /* Translators: a record such as Tool “t1”, name of an XML attribute */
                          g_strdup_printf (_("%s lacks “%s”, which is required."), name,
                                           type->fields[i].name));
      else
        tl_intake_report (self, TL_STORE_ERROR_INVALID_VALUE, frame->line,
                          /* Translators: a record such as Tool “t1”, name of an XML attribute,
                           * a sentence on what is wrong */
                          g_strdup_printf (_("%s, “%s”: %s"), name, type->fields[i].name,
                                           error->message));
      self->set &= ~(1u << i);
      if (type->fields[i].required)
        is_complete = FALSE;
    }
  return is_complete && !self->stopped;
}

static gboolean
fill_record (TlIntake *self,
             TlFrame  *frame,
             TlRecord *record)
{
  TlRecordValue values[32];
  g_autoptr (GError) error = NULL;

  for (guint attempt = 0; attempt < 2; attempt++)
    {
      for (guint32 rest = self->set; rest != 0; rest &= rest - 1)
        {
          guint i = __builtin_ctz (rest);

          values[i] = (TlRecordValue){ self->values + self->offsets[i], self->lengths[i] };
        }
      g_clear_error (&error);
      if (tl_record_fill_values (record, self->set, values, &error))
        return TRUE;
      if (attempt == 0 && !drop_bad_values (self, frame))
        return FALSE;
    }

  tl_intake_report (self,
                    g_error_matches (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_DUPLICATE_ID)
                    ? TL_STORE_ERROR_DUPLICATE_ID
                    : TL_STORE_ERROR_INVALID_VALUE,
                    frame->line, g_strdup (error->message));
  return FALSE;
}

void
tl_intake_take_kept (TlFrame  *frame,
                     TlRecord *record)
{
  TlUnknown *unknown;

  if (frame->kept == NULL)
    return;

  unknown = tl_kept_finish (g_steal_pointer (&frame->kept));
  if (unknown != NULL)
    tl_record_take_unknown (record, unknown);
}

/* Puts the finished values into a record, and that into its parent. A record
 * that holds others gets there before them, so that a second use of an id is
 * noticed where it stands. */
void
tl_intake_flush (TlIntake *self,
                 gboolean  is_whole)
{
  TlFrame *frame, *parent;
  TlRecord *record;
  g_autoptr (GError) error = NULL;

  if (self->pending == TL_NO_FRAME)
    return;

  frame = &self->frames[self->pending];
  parent = &self->frames[frame->owner];
  if (frame->record != NULL) /* the root */
    {
      if (!fill_record (self, frame, frame->record))
        self->stopped = TRUE;
      self->pending = TL_NO_FRAME;
      return;
    }

  record = tl_record_new (frame->plan->type);
  frame->is_rejected = !fill_record (self, frame, record);
  if (is_whole)
    tl_intake_take_kept (frame, record);
  if (frame->is_rejected)
    {
      self->pending = TL_NO_FRAME;
      g_object_unref (record);
      return;
    }

  if (parent->kind == TL_FRAME_FRAGMENT)
    g_ptr_array_add (self->records, record);
  else if (!tl_record_adopt (parent->record, frame->list, record, &error))
    {
      frame->is_rejected = TRUE;
      tl_intake_report (self,
                        g_error_matches (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_DUPLICATE_ID)
                        ? TL_STORE_ERROR_DUPLICATE_ID
                        : TL_STORE_ERROR_INVALID_VALUE,
                        frame->line, g_strdup (error->message));
    }

  self->pending = TL_NO_FRAME;
  if (frame->is_rejected)
    return;
  frame->record = record;
  /* Most references point back, to records that are in the cache now; those
   * that do not are looked at again when all is read. */
  if (frame->plan->refers
      && (self->project == NULL || !tl_project_check_references (self->project, record, NULL)))
    {
      TlReferrer referrer = { record, frame->line };

      g_array_append_val (self->referrers, referrer);
    }
}

void
tl_intake_take_text (TlIntake *self,
                     guint     number,
                     guint     field,
                     guint     line)
{
  TlFrame *owner = &self->frames[number];
  const TlField *definition = &owner->plan->type->fields[field];
  g_autoptr (GError) error = NULL;

  if (owner->is_rejected)
    return;

  if (owner->seen & (1u << field))
    {
      tl_intake_report (self, TL_STORE_ERROR_SYNTAX, line,
                        /* Translators: name of an XML element */
                        g_strdup_printf (_("There is a second “%s” in one element."),
                                         definition->name));
      return;
    }
  owner->seen |= 1u << field;
  if (self->text->len == 0)
    return;

  if (number == self->pending)
    tl_intake_put_value (self, field, self->text->str, self->text->len);
  else if (!tl_record_fill (owner->record, field, self->text->str, &error))
    tl_intake_report (self, TL_STORE_ERROR_INVALID_VALUE, line, g_strdup (error->message));
}

/* Without its edition no reference to the architecture means anything; an id
 * can be made. */
void
tl_intake_check_root (TlIntake *self,
                      TlFrame  *frame)
{
  const char *edition = tl_intake_get_value (self, TL_PROJECT_EDITION);
  const char *own_id = tl_intake_get_value (self, TL_PROJECT_ID);
  g_autofree char *id = g_uuid_string_random ();

  if (edition == NULL)
    {
      tl_intake_give_up (self, TL_STORE_ERROR_INVALID_VALUE, frame->line,
                         g_strdup (_("The project does not say for which edition of the reference "
                                     "architecture it is: “edition” is missing.")));
    }
  else if (tl_edition_get (edition) == NULL)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) tl_edition_list_versions ());

      tl_intake_give_up (self, TL_STORE_ERROR_UNKNOWN_EDITION, frame->line,
                         /* Translators: an edition, list of editions */
                         g_strdup_printf (_("The project is for edition “%s” of the reference "
                                            "architecture. This version of Throughline knows %s."),
                                          edition, known));
    }
  else if (own_id == NULL || !tl_field_check (&tl_project_type.fields[TL_PROJECT_ID], own_id, NULL))
    {
      drop_bad_values (self, frame);
      tl_intake_put_value (self, TL_PROJECT_ID, id, strlen (id));
    }
}
