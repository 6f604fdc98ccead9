/* tl-finding.c: one result of validation, and the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-finding-private.h"

#include <glib/gi18n-lib.h>

#include "base/tl-date.h"
#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-initiative.h"
#include "project/tl-integration.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

typedef struct
{
  const TlRecordType *type; /* NULL: records of all types */
  void              (*check) (TlValidator *self,
                              TlRecord    *record);
} Rule;

void
tl_finding_free (TlFinding *self)
{
  g_free (self->place);
  g_free (self->message);
  g_clear_object (&self->record);
  g_free (self);
}

const char *
tl_severity_get_label (TlSeverity self)
{
  switch (self)
    {
    case TL_SEVERITY_NOTE:
      return C_("severity", "Note");
    case TL_SEVERITY_WARNING:
      return C_("severity", "Warning");
    case TL_SEVERITY_ERROR:
    default:
      return C_("severity", "Error");
    }
}

const char *
tl_severity_get_token (TlSeverity self)
{
  static const char *const tokens[] = { "note", "warning", "error" };

  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (tokens), NULL);

  return tokens[self];
}

/* What people call a concept by its id in an assessment. */
static const char *
get_assessed_name (TlProject  *project,
                   const char *id)
{
  const TlEdition *edition = tl_project_get_edition (project);
  const TlConcept *concept = tl_edition_lookup (edition, TL_CONCEPT_COMPONENT, id);

  if (concept == NULL)
    concept = tl_edition_lookup (edition, TL_CONCEPT_ACTIVITY, id);
  return concept != NULL ? concept->name : id;
}

static char *
dup_place (TlValidator *self,
           TlRecord    *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  TlRecord *parent = tl_record_get_parent (record);

  if (type == &tl_assessment_type)
    /* Translators: %s is a functional component, such as "Incident" */
    return g_strdup_printf (_("Assessment of %s"),
                            get_assessed_name (self->project,
                                               tl_record_get (record, TL_ASSESSMENT_OF)));
  if (type->name_field >= 0 && *tl_record_get_name (record) != '\0')
    return g_strdup (tl_record_get_name (record));
  if (type->id_field < 0 && parent != NULL)
    return dup_place (self, parent);
  /* Translators: a kind of thing and its id: "Integration i1" */
  return g_strdup_printf (C_("place of a finding", "%s %s"), tl_record_type_get_label (type),
                          tl_record_get_id (record));
}

void
tl_validator_report (TlValidator *self,
                     TlRecord    *record,
                     const char  *rule,
                     TlSeverity   severity,
                     char        *message)
{
  TlFinding *finding = g_new0 (TlFinding, 1);

  finding->rule = rule;
  finding->severity = severity;
  finding->place = dup_place (self, record);
  finding->message = message;
  finding->record = g_object_ref (record);
  g_ptr_array_add (self->findings, finding);
}

/* A token from a newer version, or from a typing error. */
static void
check_choices (TlValidator *self,
               TlRecord    *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const TlField *field = &type->fields[i];
      const char *value = field->kind == TL_FIELD_CHOICE ? tl_record_get (record, i) : NULL;
      const TlChoice *choice = field->choices;

      if (value == NULL)
        continue;
      while (choice->token != NULL && g_strcmp0 (choice->token, value) != 0)
        choice++;
      if (choice->token == NULL)
        tl_validator_report (self, record, "unknown-choice", TL_SEVERITY_WARNING,
                g_strdup_printf (_("“%s” is none of the values of “%s”; choose one of them."),
                                 value, tl_field_get_label (field)));
    }
}

static void
check_integration (TlValidator *self,
                   TlRecord    *record)
{
  if (g_strcmp0 (tl_record_get (record, TL_INTEGRATION_FROM),
                 tl_record_get (record, TL_INTEGRATION_TO)) == 0)
    tl_validator_report (self, record, "same-ends", TL_SEVERITY_WARNING,
            g_strdup (_("The integration leads from a tool to itself; choose another tool for one end.")));
}

static void
check_assessment (TlValidator *self,
                  TlRecord    *record)
{
  int current = tl_record_get_integer (record, TL_ASSESSMENT_CURRENT, -1);
  int goal = tl_record_get_integer (record, TL_ASSESSMENT_GOAL, -1);
  char *key = g_strdup_printf ("%s %s", tl_record_get (record, TL_ASSESSMENT_OF),
                               tl_record_get (record, TL_ASSESSMENT_DATE));

  if (!g_hash_table_add (self->assessed, key))
    {
      g_autofree char *date = tl_date_format (tl_record_get (record, TL_ASSESSMENT_DATE));

      tl_validator_report (self, record, "duplicate-assessment", TL_SEVERITY_WARNING,
              g_strdup_printf (_("There is another assessment of %s; only the last one of a day counts."), date));
    }
  if (goal >= 0 && goal < current)
    tl_validator_report (self, record, "goal-below-current", TL_SEVERITY_NOTE,
            g_strdup_printf (_("The goal, %d, is lower than the maturity today, %d."), goal, current));
}

/* The same component or data object twice in one list of a tool. */
static void
check_tool (TlValidator *self,
            TlRecord    *record)
{
  for (guint list = 0; list <= TL_TOOL_MASTERS; list++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      guint n = tl_record_get_n_items (record, list);

      for (guint i = 0; i < n; i++)
        {
          const char *id = tl_record_get (tl_record_get_child (record, list, i), 0);

          if (!g_hash_table_add (seen, (gpointer) id))
            tl_validator_report (self, record, "repeated", TL_SEVERITY_NOTE,
                    g_strdup_printf (_("“%s” is listed twice; remove one of them."), id));
        }
    }
}

static void
check_initiative (TlValidator *self,
                  TlRecord    *record)
{
  const char *start = tl_record_get (record, TL_INITIATIVE_START);
  const char *end = tl_record_get (record, TL_INITIATIVE_END);

  /* ISO dates sort as texts. */
  if (start != NULL && end != NULL && g_strcmp0 (end, start) < 0)
    {
      g_autofree char *starts = tl_date_format (start);
      g_autofree char *ends = tl_date_format (end);

      tl_validator_report (self, record, "ends-before-start", TL_SEVERITY_WARNING,
              g_strdup_printf (_("It ends on %s, before it starts on %s; correct one of the dates."), ends, starts));
    }
}

static const Rule rules[] = {
  { NULL, check_choices },
  { &tl_tool_type, check_tool },
  { &tl_integration_type, check_integration },
  { &tl_assessment_type, check_assessment },
  { &tl_initiative_type, check_initiative },
  { &tl_service_type, tl_validator_check_service },
  { &tl_element_type, tl_validator_check_element },
  { &tl_relation_type, tl_validator_check_relation },
  { &tl_own_kind_type, tl_validator_check_own_kind },
};

static void
check_record (TlValidator *self,
              TlRecord    *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].type == NULL || rules[i].type == type)
      rules[i].check (self, record);

  /* The depth of records is that of the tables, not of the file. */
  for (guint list = 0; list < type->n_lists; list++)
    {
      guint n = tl_record_get_n_items (record, list);

      for (guint i = 0; i < n; i++)
        check_record (self, tl_record_get_child (record, list, i));
    }
}

GPtrArray *
tl_finding_list_for_project (TlProject *project)
{
  TlValidator self = { .project = project };
  const TlEdition *edition;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  edition = tl_project_get_edition (project);
  self.metamodel = edition != NULL ? tl_metamodel_get (edition) : NULL;

  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_finding_free);
  self.assessed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check_record (&self, TL_RECORD (project));
  g_hash_table_unref (self.assessed);
  return self.findings;
}
