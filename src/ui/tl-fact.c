/* tl-fact.c: one fact of a project that a row of the inspector edits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact.h"

#include "project/tl-assessment.h"
#include "project/tl-edit.h"

struct _TlFact
{
  GObject    parent_instance;

  TlProject *project;
  TlRecord  *record; /* NULL for an assessment */
  char      *of;     /* NULL for a record */
  guint      field;
  char      *value;  /* last seen, to tell what is a change */
};

G_DEFINE_FINAL_TYPE (TlFact, tl_fact, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
read_value (TlFact *self)
{
  TlRecord *record = self->record;

  if (record == NULL)
    record = tl_edit_find_assessment (self->project, self->of);
  return record != NULL ? tl_record_get (record, self->field) : NULL;
}

static void
refresh (TlFact *self)
{
  const char *value = read_value (self);

  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
concerns (TlFact    *self,
          GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);

      if (self->record != NULL ? change->record == self->record
                               : TL_IS_ASSESSMENT (change->record))
        return TRUE;
    }
  return FALSE;
}

static void
project_changed_cb (TlFact    *self,
                    GPtrArray *changes)
{
  if (concerns (self, changes))
    refresh (self);
}

static void
tl_fact_dispose (GObject *object)
{
  TlFact *self = TL_FACT (object);

  g_clear_object (&self->project);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_fact_parent_class)->dispose (object);
}

static void
tl_fact_finalize (GObject *object)
{
  TlFact *self = TL_FACT (object);

  g_free (self->of);
  g_free (self->value);

  G_OBJECT_CLASS (tl_fact_parent_class)->finalize (object);
}

static void
tl_fact_class_init (TlFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_fact_dispose;
  object_class->finalize = tl_fact_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", TL_TYPE_FACT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tl_fact_init (TlFact *self)
{
}

static TlFact *
create_fact (TlProject  *project,
             TlRecord   *record,
             const char *of,
             guint       field)
{
  TlFact *self = g_object_new (TL_TYPE_FACT, NULL);

  self->project = g_object_ref (project);
  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->of = g_strdup (of);
  self->field = field;
  self->value = g_strdup (read_value (self));
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

TlFact *
tl_fact_new (TlRecord *record,
             guint     field)
{
  g_return_val_if_fail (TL_IS_RECORD (record), NULL);
  g_return_val_if_fail (tl_record_get_project (record) != NULL, NULL);

  return create_fact (tl_record_get_project (record), record, NULL, field);
}

TlFact *
tl_fact_new_assessment (TlProject  *project,
                        const char *of,
                        guint       field)
{
  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (of != NULL, NULL);

  return create_fact (project, NULL, of, field);
}

const TlField *
tl_fact_get_field (TlFact *self)
{
  const TlRecordType *type = &tl_assessment_type;

  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  if (self->record != NULL)
    type = tl_record_get_record_type (self->record);
  return &type->fields[self->field];
}

TlProject *
tl_fact_get_project (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->project;
}

TlRecord *
tl_fact_get_record (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->record;
}

const char *
tl_fact_get (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return read_value (self);
}

gboolean
tl_fact_set (TlFact      *self,
             const char  *value,
             GError     **error)
{
  g_return_val_if_fail (TL_IS_FACT (self), FALSE);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (read_value (self), value) == 0)
    return TRUE;
  if (self->record == NULL)
    return tl_edit_assess (self->project, self->of, self->field, value, NULL, error);
  /* A row may outlive its record for a moment. */
  if (tl_record_get_project (self->record) == NULL)
    return TRUE;
  return tl_edit_set (self->record, self->field, value, error);
}

void
tl_fact_close (TlFact *self)
{
  g_return_if_fail (TL_IS_FACT (self));

  tl_history_close_entry (tl_project_get_history (self->project));
}
