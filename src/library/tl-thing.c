/* tl-thing.c: something in a project that the library can find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-thing.h"

#include "analysis/tl-finding.h"
#include "analysis/tl-traceability.h"
#include "project/tl-assessment.h"
#include "project/tl-initiative.h"
#include "project/tl-integration.h"
#include "project/tl-link.h"
#include "project/tl-property.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const what_tokens[] = {
  "project", "service", "element", "tool", "integration", "initiative", "assessment", "finding",
};

G_STATIC_ASSERT (G_N_ELEMENTS (what_tokens) == TL_N_THING_WHATS);

const char *
tl_thing_what_get_token (TlThingWhat self)
{
  g_return_val_if_fail ((guint) self < TL_N_THING_WHATS, NULL);

  return what_tokens[self];
}

const char *
tl_thing_what_get_label (TlThingWhat self)
{
  static const TlRecordType *const types[] = {
    &tl_project_type, &tl_service_type, &tl_element_type, &tl_tool_type,
    &tl_integration_type, &tl_initiative_type, &tl_assessment_type,
  };

  return (guint) self < G_N_ELEMENTS (types) ? tl_record_type_get_label (types[self]) : _("Finding");
}

gboolean
tl_thing_what_parse (const char  *token,
                     TlThingWhat *what)
{
  for (guint i = 0; i < TL_N_THING_WHATS; i++)
    if (strcmp (token, what_tokens[i]) == 0)
      {
        *what = i;
        return TRUE;
      }
  return FALSE;
}

/* One pass */

typedef struct
{
  TlProject     *project;
  TlThingFunc    func;
  gpointer       user_data;
  TlThingCounts *counts;
  GString       *key;
  GString       *service;
  GString       *body;
  GHashTable    *kind_names; /* token of an element kind → its name */
} Teller;

static void
set_record_key (GString  *key,
                TlRecord *record)
{
  g_string_assign (key, "record:");
  g_string_append (key, tl_record_get_id (record));
}

static void
add_line (GString    *body,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (body->len > 0)
    g_string_append_c (body, '\n');
  g_string_append (body, text);
}

static void
add_pair (GString    *body,
          const char *name,
          const char *value)
{
  add_line (body, name);
  if (value == NULL || *value == '\0')
    return;
  g_string_append (body, name != NULL && *name != '\0' ? ": " : "\n");
  g_string_append (body, value);
}

static gboolean
tell (Teller  *self,
      TlThing *thing)
{
  thing->key = self->key->str;
  thing->body = self->body->len > 0 ? self->body->str : NULL;
  return self->func (thing, self->user_data);
}

/* A thing that is a record, all but its body. */
static void
init_thing (Teller      *self,
            TlThing     *thing,
            TlThingWhat  what,
            TlRecord    *record)
{
  set_record_key (self->key, record);
  g_string_truncate (self->body, 0);
  *thing = (TlThing){ .what = what, .kind_id = what_tokens[what] };
  thing->kind = tl_record_type_get_label (tl_record_get_record_type (record));
  thing->name = tl_record_get_name (record);
}

static gboolean
tell_project (Teller *self)
{
  TlRecord *record = TL_RECORD (self->project);
  TlThing thing;

  init_thing (self, &thing, TL_THING_PROJECT, record);
  thing.owner = tl_record_get (record, TL_PROJECT_OWNER);
  add_line (self->body, tl_record_get (record, TL_PROJECT_DESCRIPTION));
  return tell (self, &thing);
}

static gboolean
tell_tool (Teller   *self,
           TlRecord *record)
{
  TlThing thing;

  init_thing (self, &thing, TL_THING_TOOL, record);
  thing.owner = tl_record_get (record, TL_TOOL_OWNER);
  thing.vendor = tl_record_get (record, TL_TOOL_VENDOR);
  thing.state = tl_record_get (record, TL_TOOL_STATE);
  add_line (self->body, tl_record_get (record, TL_TOOL_NOTE));
  add_line (self->body, tl_record_get (record, TL_TOOL_LINK));
  self->counts->n_tools++;
  return tell (self, &thing);
}

static gboolean
tell_initiative (Teller   *self,
                 TlRecord *record)
{
  TlThing thing;

  init_thing (self, &thing, TL_THING_INITIATIVE, record);
  thing.owner = tl_record_get (record, TL_INITIATIVE_OWNER);
  thing.state = tl_record_get (record, TL_INITIATIVE_STATE);
  add_line (self->body, tl_record_get (record, TL_INITIATIVE_DESCRIPTION));
  return tell (self, &thing);
}

static const char *
get_name_of (Teller     *self,
             const char *id)
{
  TlRecord *record = tl_project_lookup (self->project, id);

  return record != NULL ? tl_record_get_name (record) : id;
}

static gboolean
tell_integration (Teller   *self,
                  TlRecord *record)
{
  const char *object_id = tl_record_get (record, TL_INTEGRATION_DATA_OBJECT);
  const TlDataObject *object = tl_edition_lookup_data_object (tl_project_get_edition (self->project), object_id);
  g_autofree char *name = NULL;
  TlThing thing;

  init_thing (self, &thing, TL_THING_INTEGRATION, record);
  name = g_strdup_printf ("%s → %s", get_name_of (self, tl_record_get (record, TL_INTEGRATION_FROM)),
                          get_name_of (self, tl_record_get (record, TL_INTEGRATION_TO)));
  thing.name = name;
  add_line (self->body, object != NULL ? object->concept.name : object_id);
  add_line (self->body, tl_record_get (record, TL_INTEGRATION_NOTE));
  return tell (self, &thing);
}

static gboolean
tell_records (Teller     *self,
              guint       list,
              gboolean  (*tell_one) (Teller *, TlRecord *))
{
  TlRecord *project = TL_RECORD (self->project);

  for (guint i = 0; i < tl_record_get_n_items (project, list); i++)
    if (!tell_one (self, tl_record_get_child (project, list, i)))
      return FALSE;
  return TRUE;
}

/* Assessments */

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  /* ISO dates sort as texts; the newest comes first. */
  return g_strcmp0 (tl_record_get (*(TlRecord **) b, TL_ASSESSMENT_DATE),
                    tl_record_get (*(TlRecord **) a, TL_ASSESSMENT_DATE));
}

static const TlConcept *
find_assessed (Teller     *self,
               const char *id)
{
  const TlEdition *edition = tl_project_get_edition (self->project);
  const TlConcept *concept = tl_edition_lookup (edition, TL_CONCEPT_COMPONENT, id);

  return concept != NULL ? concept : tl_edition_lookup (edition, TL_CONCEPT_ACTIVITY, id);
}

static gboolean
tell_assessed (Teller    *self,
               GPtrArray *assessments)
{
  const TlConcept *concept = find_assessed (self, tl_record_get (assessments->pdata[0], TL_ASSESSMENT_OF));
  TlThing thing = { .what = TL_THING_ASSESSMENT, .kind_id = what_tokens[TL_THING_ASSESSMENT] };

  if (concept == NULL)
    return TRUE;

  g_ptr_array_sort (assessments, compare_dates);
  g_string_assign (self->key, concept->key);
  g_string_truncate (self->body, 0);
  thing.kind = tl_record_type_get_label (&tl_assessment_type);
  thing.name = concept->name;
  for (guint i = 0; i < assessments->len; i++)
    {
      if (thing.owner == NULL)
        thing.owner = tl_record_get (assessments->pdata[i], TL_ASSESSMENT_OWNER);
      add_line (self->body, tl_record_get (assessments->pdata[i], TL_ASSESSMENT_NOTE));
    }
  return tell (self, &thing);
}

static gboolean
tell_assessments (Teller *self)
{
  TlRecord *project = TL_RECORD (self->project);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_ASSESSMENTS); i++)
    {
      TlRecord *record = tl_record_get_child (project, TL_PROJECT_ASSESSMENTS, i);
      const char *id = tl_record_get (record, TL_ASSESSMENT_OF);
      GPtrArray *group = g_hash_table_lookup (groups, id);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (order, group);
          g_hash_table_insert (groups, (gpointer) id, group);
        }
      g_ptr_array_add (group, record);
    }

  for (guint i = 0; i < order->len; i++)
    if (!tell_assessed (self, order->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Services */

/* Kinds of the edition are looked up and translated once a project. */
static const char *
get_kind_name (Teller     *self,
               const char *token)
{
  const char *name = g_hash_table_lookup (self->kind_names, token);

  if (name == NULL)
    {
      name = tl_project_get_element_kind_name (self->project, token);
      g_hash_table_insert (self->kind_names, g_strdup (token), (gpointer) name);
    }
  return name;
}

static void
add_element_body (Teller              *self,
                  TlRecord            *record,
                  const TlRecordValue *values,
                  guint32              set)
{
  static const guint fields[] = {
    TL_ELEMENT_NOTE, TL_ELEMENT_VERSION, TL_ELEMENT_ENVIRONMENT, TL_ELEMENT_EXTERNAL_ID,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (set & (1u << fields[i]))
      add_line (self->body, values[fields[i]].text);
  for (guint i = 0; i < tl_record_get_n_items (record, TL_ELEMENT_PROPERTIES); i++)
    {
      TlRecord *property = tl_record_get_child (record, TL_ELEMENT_PROPERTIES, i);

      add_pair (self->body, tl_record_get (property, TL_PROPERTY_NAME), tl_record_get (property, TL_PROPERTY_VALUE));
    }
  for (guint i = 0; i < tl_record_get_n_items (record, TL_ELEMENT_LINKS); i++)
    {
      TlRecord *link = tl_record_get_child (record, TL_ELEMENT_LINKS, i);

      add_pair (self->body, tl_record_get (link, TL_LINK_TITLE), tl_record_get (link, TL_LINK_URL));
    }
}

/* @gaps: of the service, in the order of its elements; @position follows. */
static gboolean
tell_element (Teller   *self,
              TlRecord *record,
              GArray   *gaps,
              guint    *position)
{
  TlRecordValue values[32];
  guint32 set = tl_record_get_all (record, values);
  TlThing thing = { .what = TL_THING_ELEMENT, .service = self->service->str };

#define VALUE(field) (set & (1u << (field)) ? values[field].text : NULL)
  g_string_assign (self->key, "record:");
  g_string_append_len (self->key, values[TL_ELEMENT_ID].text, values[TL_ELEMENT_ID].length);
  g_string_truncate (self->body, 0);
  thing.kind_id = VALUE (TL_ELEMENT_KIND);
  thing.kind = get_kind_name (self, thing.kind_id);
  thing.name = VALUE (TL_ELEMENT_NAME);
  thing.owner = VALUE (TL_ELEMENT_OWNER);
  thing.state = VALUE (TL_ELEMENT_STATE);
#undef VALUE
  if (thing.name == NULL)
    thing.name = "";

  add_element_body (self, record, values, set);
  for (; *position < gaps->len && g_array_index (gaps, TlGap, *position).element == record; ++*position)
    {
      thing.gap = TRUE;
      add_line (self->body, tl_gap_rule_get_mark (g_array_index (gaps, TlGap, *position).rule));
    }
  self->counts->n_elements++;
  return tell (self, &thing);
}

static gboolean
tell_service (Teller   *self,
              TlRecord *record)
{
  g_autoptr (GArray) gaps = tl_traceability_list_gaps (tl_traceability_get (self->project), record);
  guint position = 0;
  TlThing thing;

  init_thing (self, &thing, TL_THING_SERVICE, record);
  thing.owner = tl_record_get (record, TL_SERVICE_OWNER);
  thing.state = tl_record_get (record, TL_SERVICE_STATE);
  thing.stage = tl_record_get (record, TL_SERVICE_STAGE);
  add_line (self->body, tl_record_get (record, TL_SERVICE_DESCRIPTION));
  self->counts->n_services++;
  if (!tell (self, &thing))
    return FALSE;

  g_string_assign (self->service, self->key->str);
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (record, lane); i++)
      if (!tell_element (self, tl_record_get_child (record, lane, i), gaps, &position))
        return FALSE;
  return TRUE;
}

/* Findings */

/* The record with an id that shows where a finding is: a property has none. */
static TlRecord *
find_place (TlRecord *record)
{
  while (tl_record_get_id (record) == NULL && tl_record_get_parent (record) != NULL)
    record = tl_record_get_parent (record);
  return record;
}

static gboolean
tell_finding (Teller          *self,
              const TlFinding *finding)
{
  TlRecord *place = find_place (finding->record);
  const TlConcept *concept = TL_IS_ASSESSMENT (finding->record)
                             ? find_assessed (self, tl_record_get (finding->record, TL_ASSESSMENT_OF))
                             : NULL;
  TlRecord *service = place;
  TlThing thing = { .what = TL_THING_FINDING };

  if (concept != NULL)
    g_string_assign (self->key, concept->key);
  else
    set_record_key (self->key, place);
  g_string_truncate (self->body, 0);
  add_line (self->body, finding->place);

  while (service != NULL && !TL_IS_SERVICE (service))
    service = tl_record_get_parent (service);
  if (service != NULL)
    {
      set_record_key (self->service, service);
      thing.service = self->service->str;
    }
  thing.kind_id = tl_severity_get_token (finding->severity);
  thing.kind = tl_severity_get_label (finding->severity);
  thing.name = finding->message;
  self->counts->n_findings[finding->severity]++;
  return tell (self, &thing);
}

static gboolean
tell_findings (Teller *self)
{
  g_autoptr (GPtrArray) findings = tl_finding_list_for_project (self->project);

  for (guint i = 0; i < findings->len; i++)
    if (!tell_finding (self, findings->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
tl_thing_foreach (TlProject     *project,
                  TlThingFunc    func,
                  gpointer       user_data,
                  TlThingCounts *counts)
{
  Teller self = { project, func, user_data, counts };
  gboolean is_whole;

  g_return_val_if_fail (TL_IS_PROJECT (project), FALSE);

  *counts = (TlThingCounts){ 0 };
  counts->n_gaps = tl_traceability_count_gaps (tl_traceability_get (project), NULL);
  self.key = g_string_new (NULL);
  self.service = g_string_new (NULL);
  self.body = g_string_new (NULL);
  self.kind_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  is_whole = tell_project (&self)
             && tell_records (&self, TL_PROJECT_TOOLS, tell_tool)
             && tell_records (&self, TL_PROJECT_INTEGRATIONS, tell_integration)
             && tell_assessments (&self)
             && tell_records (&self, TL_PROJECT_SERVICES, tell_service)
             && tell_records (&self, TL_PROJECT_INITIATIVES, tell_initiative)
             && tell_findings (&self);

  g_hash_table_unref (self.kind_names);
  g_string_free (self.body, TRUE);
  g_string_free (self.service, TRUE);
  g_string_free (self.key, TRUE);
  return is_whole;
}
