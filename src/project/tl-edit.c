/* tl-edit.c: whole edits, each one entry of the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-edit.h"

#include "project/tl-assessment.h"
#include "project/tl-mastery.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles */

static const char *
get_concept_name (TlProject     *project,
                  TlConceptKind  kind,
                  const char    *id)
{
  const TlEdition *edition = tl_project_get_edition (project);
  const TlConcept *concept = edition != NULL ? tl_edition_lookup (edition, kind, id) : NULL;

  return concept != NULL ? concept->name : NULL;
}

/* A component or an activity. */
static const char *
get_assessable_name (TlProject  *project,
                     const char *id)
{
  const char *name = get_concept_name (project, TL_CONCEPT_COMPONENT, id);

  if (name == NULL)
    name = get_concept_name (project, TL_CONCEPT_ACTIVITY, id);
  return name != NULL ? name : id;
}

static const char *
get_data_object_name (TlProject  *project,
                      const char *id)
{
  const char *name = get_concept_name (project, TL_CONCEPT_DATA_OBJECT, id);

  return name != NULL ? name : id;
}

/* The name of the concept that a record which has no name is about. */
static const char *
find_concept_name (TlProject *project,
                   TlRecord  *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *value = tl_record_get (record, i);

      if (value == NULL || !type->fields[i].required)
        continue;
      if (type->fields[i].kind == TL_FIELD_COMPONENT || type->fields[i].kind == TL_FIELD_ASSESSABLE)
        return get_assessable_name (project, value);
      if (type->fields[i].kind == TL_FIELD_DATA_OBJECT)
        return get_data_object_name (project, value);
    }
  return NULL;
}

/* %NULL where there is nothing to call it by but its kind. */
static const char *
find_title (TlProject *project,
            TlRecord  *record)
{
  const char *name = tl_record_get_name (record);

  return *name != '\0' ? name : find_concept_name (project, record);
}

char *
tl_edit_create_title (TlRecord *record)
{
  TlProject *project;
  const char *title;

  g_return_val_if_fail (TL_IS_RECORD (record), NULL);

  project = tl_record_get_project (record);
  title = project != NULL ? find_title (project, record) : tl_record_get_name (record);
  if (title == NULL || *title == '\0')
    title = tl_record_type_get_label (tl_record_get_record_type (record));
  return g_strdup (title);
}

/* Labels */

static char *
create_change_label (const TlField *field,
                     const char    *title)
{
  /* Translators: an edit that can be undone, in title case. %1$s is the label
   * of a field, such as Vendor, %2$s the name of what is changed, such as Jira */
  return g_strdup_printf (_("Change %1$s of %2$s"), tl_field_get_label (field), title);
}

static char *
create_add_label (TlProject *project,
                  TlRecord  *record)
{
  const char *kind = tl_record_type_get_label (tl_record_get_record_type (record));
  const char *title = find_title (project, record);

  if (title == NULL)
    /* Translators: an edit that can be undone, in title case. %s is a kind of record, such as Tool */
    return g_strdup_printf (_("Add %s"), kind);

  /* Translators: an edit that can be undone, in title case. %1$s is a kind of
   * record, such as Tool, %2$s its name, such as Jira */
  return g_strdup_printf (_("Add %1$s %2$s"), kind, title);
}

static char *
create_delete_label (TlProject *project,
                     TlRecord  *record)
{
  const char *kind = tl_record_type_get_label (tl_record_get_record_type (record));
  const char *title = find_title (project, record);

  if (title == NULL)
    /* Translators: an edit that can be undone, in title case. %s is a kind of record, such as Tool */
    return g_strdup_printf (_("Delete %s"), kind);

  /* Translators: an edit that can be undone, in title case. %1$s is a kind of
   * record, such as Tool, %2$s its name, such as Jira */
  return g_strdup_printf (_("Delete %1$s %2$s"), kind, title);
}

/* Edits of any record */

static gboolean
is_same (const char *a,
         const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

gboolean
tl_edit_set (TlRecord    *record,
             guint        field,
             const char  *value,
             GError     **error)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  TlTransaction *transaction;
  TlProject *project;

  g_return_val_if_fail (TL_IS_RECORD (record), FALSE);
  g_return_val_if_fail (field < tl_record_get_record_type (record)->n_fields, FALSE);
  project = tl_record_get_project (record);
  g_return_val_if_fail (project != NULL, FALSE);

  /* Widgets that show a value set it back while it changes. */
  if (is_same (tl_record_get (record, field), value))
    return TRUE;

  title = tl_edit_create_title (record);
  label = create_change_label (&tl_record_get_record_type (record)->fields[field], title);
  key = g_strdup_printf ("set:%p:%u", (void *) record, field);

  transaction = tl_project_begin (project, label);
  tl_transaction_set_merge_key (transaction, key);
  return tl_transaction_end (transaction, tl_transaction_set (transaction, record, field, value, error));
}

gboolean
tl_edit_add (TlRecord  *parent,
             guint      list,
             TlRecord  *child,
             GError   **error)
{
  g_autofree char *label = NULL;
  TlTransaction *transaction;
  TlProject *project;

  g_return_val_if_fail (TL_IS_RECORD (parent) && TL_IS_RECORD (child), FALSE);
  project = tl_record_get_project (parent);
  g_return_val_if_fail (project != NULL, FALSE);

  label = create_add_label (project, child);
  transaction = tl_project_begin (project, label);
  return tl_transaction_end (transaction, tl_transaction_insert (transaction, parent, list, G_MAXUINT, child, error));
}

void
tl_edit_remove (TlRecord *record)
{
  g_autofree char *label = NULL;
  TlTransaction *transaction;
  TlProject *project;

  g_return_if_fail (TL_IS_RECORD (record));
  project = tl_record_get_project (record);
  g_return_if_fail (project != NULL && tl_record_get_parent (record) != NULL);

  label = create_delete_label (project, record);
  transaction = tl_project_begin (project, label);
  tl_transaction_remove (transaction, record);
  tl_transaction_commit (transaction);
}

/* Assessments */

static TlRecord *
get_assessment (TlProject *project,
                guint      position)
{
  return tl_record_get_child (TL_RECORD (project), TL_PROJECT_ASSESSMENTS, position);
}

static guint
count_assessments (TlProject *project)
{
  return tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_ASSESSMENTS);
}

/* ISO dates sort as text. */
static gboolean
is_later (TlRecord *record,
          TlRecord *than)
{
  return than == NULL
         || strcmp (tl_record_get (record, TL_ASSESSMENT_DATE), tl_record_get (than, TL_ASSESSMENT_DATE)) >= 0;
}

/* The latest until @date and its predecessor in time. */
static TlRecord *
find_assessment_until (TlProject   *project,
                       const char  *of,
                       const char  *date,
                       TlRecord   **older)
{
  TlRecord *latest = NULL;
  TlRecord *second = NULL;

  for (guint i = 0; i < count_assessments (project); i++)
    {
      TlRecord *record = get_assessment (project, i);

      if (g_strcmp0 (tl_record_get (record, TL_ASSESSMENT_OF), of) != 0
          || (date != NULL && strcmp (tl_record_get (record, TL_ASSESSMENT_DATE), date) > 0))
        continue;

      if (is_later (record, latest))
        {
          second = latest;
          latest = record;
        }
      else if (is_later (record, second))
        {
          second = record;
        }
    }

  if (older != NULL)
    *older = second;
  return latest;
}

TlRecord *
tl_edit_find_assessment (TlProject  *project,
                         const char *of)
{
  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  return of != NULL ? find_assessment_until (project, of, NULL, NULL) : NULL;
}

GHashTable *
tl_edit_index_assessments (TlProject *project)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  g_return_val_if_fail (TL_IS_PROJECT (project), index);

  for (guint i = 0; i < count_assessments (project); i++)
    {
      TlRecord *record = get_assessment (project, i);
      const char *of = tl_record_get (record, TL_ASSESSMENT_OF);

      if (is_later (record, g_hash_table_lookup (index, of)))
        g_hash_table_insert (index, g_strdup (of), g_object_ref (record));
    }
  return index;
}

static gboolean
has_facts (TlRecord *record)
{
  for (guint i = TL_ASSESSMENT_CURRENT; i <= TL_ASSESSMENT_NOTE; i++)
    if (tl_record_get (record, i) != NULL)
      return TRUE;
  return FALSE;
}

/* A new one of the day, from @base if there is one, in the file right after it.
 * What is said in vain of one without facts is no edit. */
static gboolean
add_assessment (TlTransaction  *transaction,
                TlProject      *project,
                TlRecord       *base,
                const char     *of,
                const char     *date,
                guint           field,
                const char     *value,
                GError        **error)
{
  g_autoptr(TlRecord) record = NULL;
  guint position = G_MAXUINT;

  if (is_same (base != NULL ? tl_record_get (base, field) : NULL, value))
    return tl_field_check (&tl_assessment_type.fields[TL_ASSESSMENT_DATE], date, error);

  if (base != NULL)
    {
      record = tl_record_duplicate (base);
      position = tl_record_get_position (base) + 1;
    }
  else
    {
      record = tl_record_new (&tl_assessment_type);
    }

  if (!tl_record_fill (record, TL_ASSESSMENT_OF, of, error)
      || !tl_record_fill (record, TL_ASSESSMENT_DATE, date, error)
      || !tl_record_fill (record, field, value, error))
    return FALSE;

  return tl_transaction_insert (transaction, TL_RECORD (project), TL_PROJECT_ASSESSMENTS,
                                position, g_steal_pointer (&record), error);
}

static gboolean
change_assessment (TlTransaction  *transaction,
                   TlProject      *project,
                   const char     *of,
                   const char     *date,
                   guint           field,
                   const char     *value,
                   GError        **error)
{
  TlRecord *older = NULL;
  TlRecord *record = find_assessment_until (project, of, date, &older);

  if (record == NULL || strcmp (tl_record_get (record, TL_ASSESSMENT_DATE), date) != 0)
    return add_assessment (transaction, project, record, of, date, field, value, error);

  if (!tl_transaction_set (transaction, record, field, value, error))
    return FALSE;
  if (older == NULL && !has_facts (record))
    tl_transaction_remove (transaction, record);
  return TRUE;
}

static char *
create_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gboolean
tl_edit_assess (TlProject   *project,
                const char  *of,
                guint        field,
                const char  *value,
                const char  *date,
                GError     **error)
{
  g_autofree char *today = NULL;
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  TlTransaction *transaction;

  g_return_val_if_fail (TL_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (of != NULL, FALSE);
  g_return_val_if_fail (field >= TL_ASSESSMENT_CURRENT && field <= TL_ASSESSMENT_NOTE, FALSE);

  if (date == NULL)
    date = today = create_today ();
  label = create_change_label (&tl_assessment_type.fields[field], get_assessable_name (project, of));
  key = g_strdup_printf ("assess:%s:%u:%s", of, field, date);

  transaction = tl_project_begin (project, label);
  tl_transaction_set_merge_key (transaction, key);
  return tl_transaction_end (transaction, change_assessment (transaction, project, of, date, field, value, error));
}

/* Lifecycle */

static char *
create_stage_label (TlRecord        *service,
                    const TlConcept *stage)
{
  g_autofree char *title = tl_edit_create_title (service);

  if (stage == NULL)
    return create_change_label (&tl_service_type.fields[TL_SERVICE_STAGE], title);
  /* Translators: an edit that can be undone, in title case. %1$s is a service, such as
   * Online payments, %2$s a stage of a value stream, such as Develop */
  return g_strdup_printf (_("Move %1$s to %2$s"), title, stage->name);
}

gboolean
tl_edit_set_stage (TlRecord    *service,
                   const char  *stage,
                   GError     **error)
{
  const TlConcept *concept = NULL;
  TlTransaction *transaction;
  TlProject *project;
  g_autofree char *today = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (TL_IS_SERVICE (service), FALSE);
  project = tl_record_get_project (service);
  g_return_val_if_fail (project != NULL, FALSE);

  if (is_same (tl_record_get (service, TL_SERVICE_STAGE), stage))
    return TRUE;
  if (stage != NULL && *stage != '\0')
    {
      concept = tl_edition_lookup (tl_project_get_edition (project), TL_CONCEPT_STAGE, stage);
      if (concept == NULL)
        {
          g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_REFERENCE,
                       /* Translators: %1$s is the name of an edition, such as IT4IT 2.1 */
                       _("%1$s has no stage with the id “%2$s”."),
                       tl_edition_get_name (tl_project_get_edition (project)), stage);
          return FALSE;
        }
      today = create_today ();
    }

  label = create_stage_label (service, concept);
  transaction = tl_project_begin (project, label);
  return tl_transaction_end (transaction, tl_transaction_set (transaction, service, TL_SERVICE_STAGE, stage, error)
                                          && tl_transaction_set (transaction, service, TL_SERVICE_SINCE, today, error));
}

/* What a tool supports and masters */

/* Of records with one field that says what they link to. */
static gboolean
set_linked (TlTransaction  *transaction,
            TlRecord       *tool,
            guint           list,
            const char     *id,
            gboolean        linked,
            GError        **error)
{
  g_autoptr(TlRecord) child = NULL;

  if (!linked)
    {
      for (guint i = tl_record_get_n_items (tool, list); i > 0; i--)
        {
          TlRecord *record = tl_record_get_child (tool, list, i - 1);

          if (g_strcmp0 (tl_record_get (record, 0), id) == 0)
            tl_transaction_remove (transaction, record);
        }
      return TRUE;
    }

  child = tl_record_new (tl_tool_type.lists[list].type);
  if (!tl_record_fill (child, 0, id, error))
    return FALSE;
  return tl_transaction_insert (transaction, tool, list, G_MAXUINT, g_steal_pointer (&child), error);
}

static gboolean
edit_linked (TlRecord    *tool,
             guint        list,
             const char  *id,
             const char  *name,
             gboolean     linked,
             GError     **error)
{
  g_autofree char *title = tl_edit_create_title (tool);
  g_autofree char *label = NULL;
  TlTransaction *transaction;

  label = linked
          /* Translators: an edit that can be undone, in title case. %1$s is a component or
           * data object, such as Incident, %2$s the tool that is said to support or hold it */
          ? g_strdup_printf (_("Add %1$s to %2$s"), name, title)
          /* Translators: the opposite of “Add %1$s to %2$s” */
          : g_strdup_printf (_("Remove %1$s from %2$s"), name, title);
  transaction = tl_project_begin (tl_record_get_project (tool), label);
  return tl_transaction_end (transaction, set_linked (transaction, tool, list, id, linked, error));
}

gboolean
tl_edit_set_supports (TlRecord    *tool,
                      const char  *component_id,
                      gboolean     supports,
                      GError     **error)
{
  g_return_val_if_fail (TL_IS_TOOL (tool) && component_id != NULL, FALSE);
  g_return_val_if_fail (tl_record_get_project (tool) != NULL, FALSE);

  if (tl_tool_supports (TL_TOOL (tool), component_id) == !!supports)
    return TRUE;
  return edit_linked (tool, TL_TOOL_SUPPORTS, component_id,
                      get_assessable_name (tl_record_get_project (tool), component_id), supports, error);
}

gboolean
tl_edit_set_masters (TlRecord    *tool,
                     const char  *data_object_id,
                     gboolean     masters,
                     GError     **error)
{
  g_return_val_if_fail (TL_IS_TOOL (tool) && data_object_id != NULL, FALSE);
  g_return_val_if_fail (tl_record_get_project (tool) != NULL, FALSE);

  if (tl_tool_masters (TL_TOOL (tool), data_object_id) == !!masters)
    return TRUE;
  return edit_linked (tool, TL_TOOL_MASTERS, data_object_id,
                      get_data_object_name (tl_record_get_project (tool), data_object_id), masters, error);
}
