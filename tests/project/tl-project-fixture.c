/* tl-project-fixture.c: a project to test with, and what has to hold for any
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-initiative.h"
#include "project/tl-integration.h"
#include "project/tl-mastery.h"
#include "project/tl-own-kind.h"
#include "project/tl-property.h"
#include "project/tl-raise.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"
#include "project/tl-use.h"

TlRecord *
tl_fixture_new_record (const TlRecordType *type,
                       ...)
{
  TlRecord *record = tl_record_new (type);
  va_list args;
  int field;

  va_start (args, type);
  while ((field = va_arg (args, int)) >= 0)
    {
      g_autoptr(GError) error = NULL;

      tl_record_fill (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  return record;
}

TlRecord *
tl_fixture_adopt (TlRecord *parent,
                  guint     list,
                  TlRecord *child)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_record_adopt (parent, list, child, &error));
  g_assert_no_error (error);
  return child;
}

static TlRecord *
new_element (const char *id,
             const char *kind,
             const char *name)
{
  return tl_fixture_new_record (&tl_element_type, TL_ELEMENT_ID, id, TL_ELEMENT_KIND, kind,
                                TL_ELEMENT_NAME, name, -1);
}

static TlRecord *
new_relation (const char *id,
              const char *from,
              const char *to)
{
  return tl_fixture_new_record (&tl_relation_type, TL_RELATION_ID, id, TL_RELATION_KIND, "realized-by",
                                TL_RELATION_FROM, from, TL_RELATION_TO, to, -1);
}

static void
add_landscape (TlRecord *project)
{
  TlRecord *jira = tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, "jira", TL_TOOL_NAME, "Jira",
                                          TL_TOOL_VENDOR, "Atlassian", TL_TOOL_STATE, "live",
                                          TL_TOOL_ANNUAL_COST, "120000", TL_TOOL_NOTE, "Two\nlines", -1);
  TlRecord *snow = tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, "snow", TL_TOOL_NAME, "ServiceNow",
                                          TL_TOOL_CURRENCY, "CHF", -1);

  tl_fixture_adopt (jira, TL_TOOL_SUPPORTS,
                    tl_fixture_new_record (&tl_support_type, TL_SUPPORT_COMPONENT, "requirement", -1));
  tl_fixture_adopt (jira, TL_TOOL_SUPPORTS,
                    tl_fixture_new_record (&tl_support_type, TL_SUPPORT_COMPONENT, "defect", -1));
  tl_fixture_adopt (jira, TL_TOOL_MASTERS,
                    tl_fixture_new_record (&tl_mastery_type, TL_MASTERY_DATA_OBJECT, "requirement", -1));
  tl_fixture_adopt (project, TL_PROJECT_TOOLS, jira);
  tl_fixture_adopt (project, TL_PROJECT_TOOLS, snow);
  tl_fixture_adopt (project, TL_PROJECT_TOOLS,
                    tl_fixture_new_record (&tl_tool_type, TL_TOOL_ID, "git", TL_TOOL_NAME, "Git", -1));
  tl_fixture_adopt (project, TL_PROJECT_INTEGRATIONS,
                    tl_fixture_new_record (&tl_integration_type, TL_INTEGRATION_ID, "i1",
                                           TL_INTEGRATION_FROM, "jira", TL_INTEGRATION_TO, "snow",
                                           TL_INTEGRATION_DATA_OBJECT, "defect", -1));
}

static void
add_services (TlRecord *project)
{
  TlRecord *pay = tl_fixture_new_record (&tl_service_type, TL_SERVICE_ID, "pay",
                                         TL_SERVICE_NAME, "Online payments", -1);
  TlRecord *hr = tl_fixture_new_record (&tl_service_type, TL_SERVICE_ID, "hr", TL_SERVICE_NAME, "Payroll", -1);
  TlRecord *c1 = new_element ("c1", "conceptual-service", "Paying");

  tl_fixture_adopt (c1, TL_ELEMENT_PROPERTIES,
                    tl_fixture_new_record (&tl_property_type, TL_PROPERTY_NAME, "tier",
                                           TL_PROPERTY_VALUE, "gold", -1));
  tl_fixture_adopt (project, TL_PROJECT_SERVICES, pay);
  tl_fixture_adopt (project, TL_PROJECT_SERVICES, hr);
  tl_fixture_adopt (pay, TL_SERVICE_CONCEPTUAL, c1);
  tl_fixture_adopt (pay, TL_SERVICE_LOGICAL, new_element ("l1", "logical-service", "Checkout"));
  tl_fixture_adopt (pay, TL_SERVICE_LOGICAL, new_element ("l2", "logical-service", "Ledger"));
  tl_fixture_adopt (pay, TL_SERVICE_REALIZED, new_element ("a1", "actual-service", "Checkout EU"));
  tl_fixture_adopt (pay, TL_SERVICE_RELATIONS, new_relation ("r1", "c1", "l1"));
  tl_fixture_adopt (pay, TL_SERVICE_RELATIONS, new_relation ("r2", "l1", "a1"));
  tl_fixture_adopt (pay, TL_SERVICE_RELATIONS, new_relation ("r3", "l2", "a1"));
  tl_fixture_adopt (hr, TL_SERVICE_LOGICAL, new_element ("h1", "logical-service", "Wages"));
  tl_fixture_adopt (hr, TL_SERVICE_RELATIONS, new_relation ("x1", "h1", "l1"));
  tl_fixture_adopt (hr, TL_SERVICE_USES,
                    tl_fixture_new_record (&tl_use_type, TL_USE_ID, "u1", TL_USE_OF, "l1", TL_USE_X, "8", -1));
  tl_fixture_adopt (hr, TL_SERVICE_REALIZED, new_element ("b1", "batch", "Monthly run"));
}

TlProject *
tl_fixture_new_project (void)
{
  TlProject *project = tl_project_new_unsealed ();
  TlRecord *root = TL_RECORD (project);
  TlRecord *initiative;
  TlUnknown *unknown;

  tl_record_fill (root, TL_PROJECT_ID, "4b1f0c1e-73a5-4b8e-9d0a-2f1f0a6f3a11", NULL);
  tl_record_fill (root, TL_PROJECT_EDITION, "2.1", NULL);
  tl_record_fill (root, TL_PROJECT_NAME, "Retail bank", NULL);
  tl_record_fill (root, TL_PROJECT_CURRENCY, "EUR", NULL);

  add_landscape (root);
  tl_fixture_adopt (root, TL_PROJECT_ASSESSMENTS,
                    tl_fixture_new_record (&tl_assessment_type, TL_ASSESSMENT_OF, "incident",
                                           TL_ASSESSMENT_DATE, "2026-03-01", TL_ASSESSMENT_CURRENT, "2",
                                           TL_ASSESSMENT_GOAL, "4", -1));
  add_services (root);

  initiative = tl_fixture_new_record (&tl_initiative_type, TL_INITIATIVE_ID, "n1",
                                      TL_INITIATIVE_NAME, "One desk", TL_INITIATIVE_START, "2027-01-01", -1);
  tl_fixture_adopt (initiative, TL_INITIATIVE_RAISES,
                    tl_fixture_new_record (&tl_raise_type, TL_RAISE_COMPONENT, "incident", TL_RAISE_TO, "4", -1));
  tl_fixture_adopt (root, TL_PROJECT_INITIATIVES, initiative);
  tl_fixture_adopt (root, TL_PROJECT_KINDS,
                    tl_fixture_new_record (&tl_own_kind_type, TL_OWN_KIND_ID, "batch", TL_OWN_KIND_NAME, "Batch job",
                                           TL_OWN_KIND_LIKE, "application", -1));

  unknown = g_new0 (TlUnknown, 1);
  unknown->attributes = g_strdup (" v:mood=\"good\"");
  unknown->content = g_strdup ("<v:more/>");
  tl_record_take_unknown (tl_project_lookup (project, "jira"), unknown);

  tl_project_seal (project);
  return project;
}

/* Dump */

static void
dump_record (GString  *text,
             TlRecord *record,
             guint     depth)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  const TlUnknown *unknown = tl_record_get_unknown (record);

  g_string_append_printf (text, "%*s%s", depth * 2, "", type->tag);
  for (guint i = 0; i < type->n_fields; i++)
    if (tl_record_get (record, i) != NULL)
      {
        g_autofree char *value = g_strescape (tl_record_get (record, i), NULL);

        g_string_append_printf (text, " %s=\"%s\"", type->fields[i].name, value);
      }
  if (unknown != NULL)
    g_string_append_printf (text, " unknown [%s] [%s] [%s]", unknown->attributes, unknown->content,
                            unknown->leading);
  g_string_append_c (text, '\n');

  for (guint i = 0; i < type->n_lists; i++)
    for (guint j = 0; j < tl_record_get_n_items (record, i); j++)
      {
        if (j == 0)
          g_string_append_printf (text, "%*s%s:\n", depth * 2 + 1, "", type->lists[i].name);
        dump_record (text, tl_record_get_child (record, i, j), depth + 1);
      }
}

char *
tl_fixture_dump (TlRecord *record)
{
  GString *text = g_string_new (NULL);

  dump_record (text, record, 0);
  return g_string_free (text, FALSE);
}

/* Invariants */

typedef struct
{
  TlProject  *project;
  GHashTable *ids;
} Inspection;

static void
inspect (Inspection *inspection,
         TlRecord   *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  const char *id = tl_record_get_id (record);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_record_get_project (record) == inspection->project);
  if (id != NULL)
    {
      g_assert_true (g_hash_table_add (inspection->ids, g_strdup (id)));
      g_assert_true (tl_project_lookup (inspection->project, id) == record);
    }
  g_assert_cmpint (id != NULL, ==, type->id_field >= 0);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *value = NULL;

      g_object_get (record, type->fields[i].name, &value, NULL);
      g_assert_cmpstr (value, ==, tl_record_get (record, i));
      tl_field_check (&type->fields[i], value, &error);
      g_assert_no_error (error);
    }
  tl_project_check_references (inspection->project, record, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < type->n_lists; i++)
    {
      guint n = tl_record_get_n_items (record, i);

      g_assert_null (tl_record_get_child (record, i, n));
      for (guint j = 0; j < n; j++)
        {
          TlRecord *child = tl_record_get_child (record, i, j);

          g_assert_true (tl_record_get_record_type (child) == type->lists[i].type);
          g_assert_true (tl_record_get_parent (child) == record);
          g_assert_cmpuint (tl_record_get_list_number (child), ==, i);
          g_assert_cmpint (tl_record_get_position (child), ==, j);
          inspect (inspection, child);
        }
    }
}

void
tl_fixture_check (TlProject  *project,
                  GHashTable *ever)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Inspection inspection = { project, ids };
  GHashTableIter iter;
  gpointer id;

  g_assert_null (tl_record_get_parent (TL_RECORD (project)));

  inspect (&inspection, TL_RECORD (project));
  if (ever == NULL)
    return;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (ever, g_strdup (id));
  g_hash_table_iter_init (&iter, ever);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_cmpint (tl_project_lookup (project, id) != NULL, ==, g_hash_table_contains (ids, id));
}

/* Counting */

static void
count_cb (guint *counter)
{
  (*counter)++;
}

guint *
tl_fixture_count (gpointer    object,
                  const char *signal)
{
  guint *counter = g_new0 (guint, 1);

  g_object_set_data_full (object, signal, counter, g_free);
  g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), counter);
  return counter;
}
