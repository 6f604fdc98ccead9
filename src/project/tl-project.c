/* tl-project.c: what one .it4it file holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-project.h"

#include "project/tl-assessment.h"
#include "project/tl-change-private.h"
#include "project/tl-id-index.h"
#include "project/tl-initiative.h"
#include "project/tl-integration.h"
#include "project/tl-own-kind.h"
#include "project/tl-project-private.h"
#include "project/tl-record-private.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TlProject
{
  TlRecord       parent_instance;

  TlIdIndex      index;       /* of all records with an id, this one too */
  GHashTable    *retired;     /* ids that were in use once, or NULL */
  TlHistory     *history;
  TlTransaction *transaction; /* the innermost that is open */
  gboolean       sealed;
  gboolean       replaying;
};

G_DEFINE_FINAL_TYPE (TlProject, tl_project, TL_TYPE_RECORD)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const TlField fields[] = {
  [TL_PROJECT_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_PROJECT_EDITION] = { "edition", NC_("field", "Edition"), TL_FIELD_EDITION, .required = TRUE },
  [TL_PROJECT_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT },
  [TL_PROJECT_OWNER] = { "owner", NC_("field", "Owner"), TL_FIELD_TEXT },
  [TL_PROJECT_CURRENCY] = { "currency", NC_("field", "Currency"), TL_FIELD_TEXT },
  [TL_PROJECT_DESCRIPTION] = { "description", NC_("field", "Description"), TL_FIELD_LONG_TEXT, TL_PLACE_CHILD },
};

static const TlListType lists[] = {
  [TL_PROJECT_TOOLS] = { "tools", "landscape", &tl_tool_type },
  [TL_PROJECT_INTEGRATIONS] = { "integrations", "landscape", &tl_integration_type },
  [TL_PROJECT_ASSESSMENTS] = { "assessments", "assessments", &tl_assessment_type },
  [TL_PROJECT_SERVICES] = { "services", "services", &tl_service_type },
  [TL_PROJECT_INITIATIVES] = { "initiatives", "roadmap", &tl_initiative_type },
  [TL_PROJECT_KINDS] = { "kinds", "kinds", &tl_own_kind_type },
};

const TlRecordType tl_project_type = {
  .tag = "project",
  .label = NC_("record", "Project"),
  .get_type = tl_project_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .id_field = TL_PROJECT_ID,
  .name_field = TL_PROJECT_NAME,
  .id_letter = 'p',
};

static void
tl_project_dispose (GObject *object)
{
  TlProject *self = TL_PROJECT (object);

  g_warn_if_fail (self->transaction == NULL);

  /* First, as it holds records that are in no list now. */
  tl_history_detach (self->history);
  tl_id_index_clear (&self->index);

  G_OBJECT_CLASS (tl_project_parent_class)->dispose (object);
}

static void
tl_project_finalize (GObject *object)
{
  TlProject *self = TL_PROJECT (object);

  g_object_unref (self->history);
  g_clear_pointer (&self->retired, g_hash_table_unref);

  G_OBJECT_CLASS (tl_project_parent_class)->finalize (object);
}

static void
tl_project_class_init (TlProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_project_dispose;
  object_class->finalize = tl_project_finalize;

  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_project_type);

  /**
   * TlProject::changed:
   * @self: the project
   * @changes: (element-type TlChange): what changed, in the order applied; only
   *   valid while the signal is emitted
   *
   * Emitted after a transaction, undo or redo.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
tl_project_init (TlProject *self)
{
  self->history = tl_history_new (self);
}

TlProject *
tl_project_new (const TlEdition *edition,
                const char      *name)
{
  TlProject *self = tl_project_new_unsealed ();
  g_autofree char *id = g_uuid_string_random ();

  tl_project_fill_id (self, id, NULL);
  if (edition != NULL)
    tl_record_fill (TL_RECORD (self), TL_PROJECT_EDITION, tl_edition_get_version (edition), NULL);
  tl_record_fill (TL_RECORD (self), TL_PROJECT_NAME, name, NULL);
  tl_project_seal (self);
  return self;
}

TlProject *
tl_project_new_unsealed (void)
{
  return g_object_new (TL_TYPE_PROJECT, NULL);
}

void
tl_project_reserve (TlProject *self,
                    guint      n_ids)
{
  g_return_if_fail (TL_IS_PROJECT (self) && !self->sealed);

  tl_id_index_reserve (&self->index, n_ids);
}

/* Long lists only are worth it, and are not deep. */
static void
trim_lists (TlRecord *record,
            guint     depth)
{
  TlExtras *extras = tl_record_get_private (record)->extras;

  if (extras == NULL)
    return;

  for (guint i = 0; i < tl_record_get_record_type (record)->n_lists; i++)
    {
      tl_children_trim (&extras->lists[i]);
      for (guint j = 0; depth > 0 && j < extras->lists[i].n; j++)
        trim_lists (tl_children_get (&extras->lists[i], j), depth - 1);
    }
}

void
tl_project_seal (TlProject *self)
{
  g_return_if_fail (TL_IS_PROJECT (self));

  if (self->sealed)
    return;

  trim_lists (TL_RECORD (self), 1);
  tl_id_index_trim (&self->index);
  self->sealed = TRUE;
}

gboolean
tl_project_is_sealed (TlProject *self)
{
  g_return_val_if_fail (TL_IS_PROJECT (self), FALSE);

  return self->sealed;
}

const TlEdition *
tl_project_get_edition (TlProject *self)
{
  const char *version = tl_record_get (TL_RECORD (self), TL_PROJECT_EDITION);

  return version != NULL ? tl_edition_get (version) : NULL;
}

TlHistory *
tl_project_get_history (TlProject *self)
{
  g_return_val_if_fail (TL_IS_PROJECT (self), NULL);

  return self->history;
}

/* Ids */

TlRecord *
tl_project_lookup (TlProject  *self,
                   const char *id)
{
  g_return_val_if_fail (TL_IS_PROJECT (self), NULL);

  return id != NULL ? tl_id_index_lookup (&self->index, id) : NULL;
}

void
tl_project_prefetch (TlProject  *self,
                     const char *id,
                     gsize       length)
{
  tl_id_index_prefetch (&self->index, id, length);
}

/* About 51 bits of chance. */
char *
tl_project_create_random_id (const TlRecordType *type)
{
  static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  char id[12] = { 0 };

  if (type == &tl_project_type)
    return g_uuid_string_random ();

  id[0] = type->id_letter;
  for (gsize i = 1; i < sizeof id - 1; i++)
    id[i] = digits[g_random_int_range (0, sizeof digits - 1)];
  return g_strdup (id);
}

char *
tl_project_create_id (TlProject          *self,
                      const TlRecordType *type)
{
  g_return_val_if_fail (TL_IS_PROJECT (self), NULL);
  g_return_val_if_fail (type != NULL && type->id_field >= 0, NULL);

  for (;;)
    {
      g_autofree char *id = tl_project_create_random_id (type);

      if (tl_project_lookup (self, id) == NULL
          && (self->retired == NULL || !g_hash_table_contains (self->retired, id)))
        return g_steal_pointer (&id);
    }
}

static gboolean
index_record (TlProject  *self,
              TlRecord   *record,
              GError    **error)
{
  if (tl_record_peek_id (record) == NULL || tl_id_index_add (&self->index, record))
    return TRUE;

  g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_DUPLICATE_ID,
               _("The id “%s” is already in use in this project."), tl_record_get_id (record));
  return FALSE;
}

gboolean
tl_project_fill_id (TlProject   *self,
                    const char  *id,
                    GError     **error)
{
  g_return_val_if_fail (tl_record_get_id (TL_RECORD (self)) == NULL, FALSE);

  tl_record_store (TL_RECORD (self), TL_PROJECT_ID, id);
  if (index_record (self, TL_RECORD (self), error))
    return TRUE;

  tl_record_store (TL_RECORD (self), TL_PROJECT_ID, NULL);
  return FALSE;
}

typedef struct
{
  TlProject *project;
  TlRecord  *stopped_at;
  GError    *error;
} Admission;

static gboolean
admit_record (TlRecord *record,
              gpointer  user_data)
{
  Admission *admission = user_data;

  if (tl_record_check_required (record, &admission->error)
      && index_record (admission->project, record, &admission->error))
    return TRUE;

  admission->stopped_at = record;
  return FALSE;
}

static gboolean
take_back_record (TlRecord *record,
                  gpointer  user_data)
{
  Admission *admission = user_data;

  if (record == admission->stopped_at)
    return FALSE;

  if (tl_record_get_id (record) != NULL)
    tl_id_index_remove (&admission->project->index, record);
  return TRUE;
}

gboolean
tl_project_admit (TlProject  *self,
                  TlRecord   *record,
                  GError    **error)
{
  Admission admission = { self, NULL, NULL };

  if (tl_record_get_private (record)->extras == NULL)
    return tl_record_check_required (record, error) && index_record (self, record, error);

  if (G_LIKELY (tl_record_foreach (record, admit_record, &admission)))
    return TRUE;

  tl_record_foreach (record, take_back_record, &admission);
  g_propagate_error (error, admission.error);
  return FALSE;
}

void
tl_project_withdraw (TlProject *self,
                     TlRecord  *record)
{
  Admission admission = { self, NULL, NULL };

  tl_record_foreach (record, take_back_record, &admission);
}

static gboolean
retire_record (TlRecord *record,
               gpointer  user_data)
{
  TlProject *self = user_data;
  const char *id = tl_record_get_id (record);

  if (id != NULL)
    {
      tl_id_index_remove (&self->index, record);
      g_hash_table_add (self->retired, g_strdup (id));
    }
  return TRUE;
}

static GQuark
dismissed_quark (void)
{
  return g_quark_from_static_string ("tl-project-dismissed");
}

void
tl_project_dismiss (TlProject *self,
                    TlRecord  *record)
{
  if (self->retired == NULL)
    self->retired = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  tl_record_foreach (record, retire_record, self);

  /* Only compared, never followed. */
  tl_record_get_private (record)->kept = TRUE;
  g_object_set_qdata (G_OBJECT (record), dismissed_quark (), self);
}

gboolean
tl_project_was_dismissed (TlProject *self,
                          TlRecord  *record)
{
  return g_object_get_qdata (G_OBJECT (record), dismissed_quark ()) == self;
}

/* References */

static const TlConcept *
find_concept (const TlEdition *edition,
              TlFieldKind      kind,
              const char      *id)
{
  const TlConcept *concept = NULL;

  switch (kind)
    {
    case TL_FIELD_DATA_OBJECT:
      return tl_edition_lookup (edition, TL_CONCEPT_DATA_OBJECT, id);

    case TL_FIELD_ASSESSABLE:
      concept = tl_edition_lookup (edition, TL_CONCEPT_ACTIVITY, id);
      G_GNUC_FALLTHROUGH;

    case TL_FIELD_COMPONENT:
    default:
      return concept != NULL ? concept : tl_edition_lookup (edition, TL_CONCEPT_COMPONENT, id);
    }
}

static gboolean
check_concept (TlProject      *self,
               const TlField  *field,
               const char     *value,
               GError        **error)
{
  const TlEdition *edition = tl_project_get_edition (self);

  /* That the edition is unknown is said where the edition stands. */
  if (edition == NULL || find_concept (edition, field->kind, value) != NULL)
    return TRUE;

  g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE,
               field->kind == TL_FIELD_DATA_OBJECT
               /* Translators: %1$s is the name of an edition, such as IT4IT 2.1 */
               ? _("%1$s has no data object with the id “%2$s”.")
               : _("%1$s has no functional component or activity with the id “%2$s”."),
               tl_edition_get_name (edition), value);
  return FALSE;
}

static gboolean
check_record (TlProject      *self,
              const TlField  *field,
              const char     *value,
              GError        **error)
{
  TlRecord *target = tl_project_lookup (self, value);

  if (target == NULL)
    {
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE,
                   /* Translators: %1$s is the label of a field, such as From */
                   _("“%1$s” refers to “%2$s”, but nothing in this project has that id."),
                   tl_field_get_label (field), value);
      return FALSE;
    }
  if (field->target != NULL && tl_record_get_record_type (target) != field->target)
    {
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE,
                   /* Translators: %1$s is the label of a field, such as From; %3$s and %4$s
                    * are kinds of records, such as Element */
                   _("“%1$s” refers to “%2$s”, which is of the kind %3$s and not %4$s."),
                   tl_field_get_label (field), value,
                   tl_record_type_get_label (tl_record_get_record_type (target)),
                   tl_record_type_get_label (field->target));
      return FALSE;
    }
  return TRUE;
}

gboolean
tl_project_check_reference (TlProject      *self,
                            TlRecord       *record,
                            const TlField  *field,
                            const char     *value,
                            GError        **error)
{
  if (value == NULL || *value == '\0')
    return TRUE;

  switch (field->kind)
    {
    case TL_FIELD_EDITION:
      if (tl_edition_get (value) != NULL)
        return TRUE;
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_EDITION,
                   _("This program does not know edition “%s” of the reference architecture."), value);
      return FALSE;

    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
      return check_concept (self, field, value, error);

    case TL_FIELD_REFERENCE:
      return check_record (self, field, value, error);

    case TL_FIELD_ID:
    case TL_FIELD_TEXT:
    case TL_FIELD_LONG_TEXT:
    case TL_FIELD_INTEGER:
    case TL_FIELD_NUMBER:
    case TL_FIELD_DATE:
    case TL_FIELD_CHOICE:
    case TL_FIELD_STAGE:
    case TL_FIELD_ELEMENT_KIND:
    default:
      return TRUE;
    }
}

gboolean
tl_project_check_references (TlProject  *self,
                             TlRecord   *record,
                             GError    **error)
{
  TlRecordClass *klass;
  TlRecordValue values[32];
  guint32 set;

  g_return_val_if_fail (TL_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (TL_IS_RECORD (record), FALSE);

  klass = TL_RECORD_GET_CLASS (record);
  set = tl_record_get_all (record, values) & klass->references;
  for (; set != 0; set &= set - 1)
    {
      guint i = __builtin_ctz (set);

      if (!tl_project_check_reference (self, record, &klass->type->fields[i], values[i].text, error))
        return FALSE;
    }
  return TRUE;
}

/* Changes */

gboolean
tl_project_is_changing (TlProject *self)
{
  g_return_val_if_fail (TL_IS_PROJECT (self), FALSE);

  return self->transaction != NULL;
}

TlTransaction *
tl_project_get_transaction (TlProject *self)
{
  return self->transaction;
}

void
tl_project_set_transaction (TlProject     *self,
                            TlTransaction *transaction)
{
  self->transaction = transaction;
}

void
tl_project_replay (TlProject *self,
                   GPtrArray *changes)
{
  g_return_if_fail (!self->replaying);

  self->replaying = TRUE;
  for (guint i = 0; i < changes->len; i++)
    tl_change_apply (g_ptr_array_index (changes, i), self);
  self->replaying = FALSE;
}

gboolean
tl_project_is_replaying (TlProject *self)
{
  return self->replaying;
}

void
tl_project_emit_changed (TlProject *self,
                         GPtrArray *changes)
{
  g_object_ref (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
  g_object_unref (self);
}
