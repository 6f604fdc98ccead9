/* generate-project.c: writes a project of a given size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-assessment.h"
#include "project/tl-element.h"
#include "project/tl-project.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "project/tl-use.h"
#include "reference/tl-metamodel.h"
#include "store/tl-writer.h"

#include <stdlib.h>

/* Usage: generate-project ELEMENTS SEED FILE
 *
 * Services of about forty elements in three lanes, each with all objects of the
 * backbone that there is room for, and parts; 1.3 relations an element, all such
 * as the metamodel allows, so that most are traced and some are not; every
 * thirtieth relation leads to another service, and every fifth service uses
 * something of another. Names, owners, states, versions and positions on all,
 * notes on a third, properties on some; some tools and assessments. The same
 * arguments give the same bytes. */

static const char *const things[] = {
  "Payment", "Customer", "Ledger", "Order", "Invoice", "Claims", "Identity", "Catalogue",
  "Warehouse", "Booking", "Pricing", "Contract", "Notification", "Reporting", "Archive", "Portal",
};
static const char *const parts[] = {
  "gateway", "service", "database", "queue", "interface", "front end", "scheduler", "cache",
  "adapter", "store", "cluster", "monitor",
};
static const char *const owners[] = {
  "Retail Banking", "Platform Team", "Delivery", "Operations", "Claims & Care", "Data Office",
};
static const char *const states[] = { "planned", "design", "build", "live", "retiring" };
static const char *const sentences[] = {
  "Agreed with the owner in the last review.",
  "Depends on the nightly run; see the runbook before changing anything here.",
  "To be replaced once the new platform is live in all regions.",
  "Keeps personal data: access only through the interface.",
};

typedef struct
{
  GRand     *random;
  GPtrArray *kinds[TL_N_LANES]; /* of a lane: on the backbone first */
  guint      n_line[TL_N_LANES];
  GPtrArray *elements;          /* TlElementKind of all so far */
  guint      n_relations;
  guint      n_uses;
} Generator;

#define PICK(self, array) ((array)[g_rand_int_range ((self)->random, 0, G_N_ELEMENTS (array))])

static void
fill (TlRecord   *record,
      guint       field,
      const char *value)
{
  g_autoptr (GError) error = NULL;

  tl_record_fill (record, field, value, &error);
  g_assert_no_error (error);
}

G_GNUC_PRINTF (3, 4)
static void
fill_printf (TlRecord   *record,
             guint       field,
             const char *format,
             ...)
{
  g_autofree char *value = NULL;
  va_list args;

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);
  fill (record, field, value);
}

static void
adopt (TlRecord *parent,
       guint     list,
       TlRecord *child)
{
  g_autoptr (GError) error = NULL;

  tl_record_adopt (parent, list, child, &error);
  g_assert_no_error (error);
}

static void
add_element (Generator *self,
             TlRecord  *service,
             guint      lane,
             guint      position)
{
  TlRecord *element = tl_record_new (&tl_element_type);
  GRand *random = self->random;
  GPtrArray *kinds = self->kinds[lane];
  const TlElementKind *kind = position < self->n_line[lane]
                              ? g_ptr_array_index (kinds, position)
                              : g_ptr_array_index (kinds, g_rand_int_range (random, self->n_line[lane], kinds->len));

  g_ptr_array_add (self->elements, (gpointer) kind);
  fill_printf (element, TL_ELEMENT_ID, "e%u", self->elements->len);
  fill (element, TL_ELEMENT_KIND, kind->id);
  fill_printf (element, TL_ELEMENT_NAME, "%s %s %u", PICK (self, things), PICK (self, parts), position + 1);
  fill (element, TL_ELEMENT_OWNER, PICK (self, owners));
  fill (element, TL_ELEMENT_STATE, PICK (self, states));
  fill_printf (element, TL_ELEMENT_VERSION, "%d.%d", g_rand_int_range (random, 1, 9),
               g_rand_int_range (random, 0, 30));
  if (lane == 2)
    fill (element, TL_ELEMENT_ENVIRONMENT, g_rand_boolean (random) ? "production" : "test");
  fill_printf (element, TL_ELEMENT_X, "%u", position % 5 * 240);
  fill_printf (element, TL_ELEMENT_Y, "%u", lane * 600 + position / 5 * 140);
  if (g_rand_int_range (random, 0, 3) == 0)
    fill_printf (element, TL_ELEMENT_NOTE, "%s %s", PICK (self, sentences), PICK (self, sentences));

  for (int n = g_rand_int_range (random, 0, 10) == 0 ? g_rand_int_range (random, 1, 4) : 0; n > 0; n--)
    {
      TlRecord *property = tl_record_new (&tl_property_type);

      fill_printf (property, TL_PROPERTY_NAME, "Cost centre %d", n);
      fill_printf (property, TL_PROPERTY_VALUE, "%d", g_rand_int_range (random, 1000, 9999));
      adopt (element, TL_ELEMENT_PROPERTIES, property);
    }
  adopt (service, TL_SERVICE_CONCEPTUAL + lane, element);
}

/* The relation that is the likeliest between the two; NULL if none may be. */
static const TlRelationKind *
find_relation (Generator *self,
               guint      from,
               guint      to)
{
  g_autoptr (GPtrArray) rules = tl_metamodel_list_rules (g_ptr_array_index (self->elements, from),
                                                         g_ptr_array_index (self->elements, to));

  return rules->len > 0 ? ((const TlRelationRule *) g_ptr_array_index (rules, 0))->relation : NULL;
}

/* From the element, to some other one that fits. */
static void
add_relation (Generator *self,
              TlRecord  *service,
              guint      from,
              guint      first,
              guint      end)
{
  TlRecord *relation;

  for (guint tries = 0; tries < 30; tries++)
    {
      guint to = (guint) g_rand_int_range (self->random, first, end);
      const TlRelationKind *kind = from != to ? find_relation (self, from, to) : NULL;

      if (kind == NULL)
        continue;
      relation = tl_record_new (&tl_relation_type);
      fill_printf (relation, TL_RELATION_ID, "r%u", ++self->n_relations);
      fill (relation, TL_RELATION_KIND, kind->id);
      fill_printf (relation, TL_RELATION_FROM, "e%u", from + 1);
      fill_printf (relation, TL_RELATION_TO, "e%u", to + 1);
      adopt (service, TL_SERVICE_RELATIONS, relation);
      return;
    }
}

static void
add_use (Generator *self,
         TlRecord  *service,
         guint      of)
{
  TlRecord *use = tl_record_new (&tl_use_type);

  fill_printf (use, TL_USE_ID, "u%u", ++self->n_uses);
  fill_printf (use, TL_USE_OF, "e%u", of + 1);
  adopt (service, TL_SERVICE_USES, use);
}

/* Each element is the start of one relation or two, and those of kinds at which
 * nothing may start, of none. */
static void
add_relations (Generator *self,
               TlRecord  *service,
               guint      first)
{
  guint end = self->elements->len;

  for (guint i = 0; i < (end - first) * 13 / 10; i++)
    if (i % 30 == 29 && first > 0)
      add_relation (self, service, first + i % (end - first), 0, first);
    else
      add_relation (self, service, first + i % (end - first), first, end);
}

static void
add_service (Generator *self,
             TlProject *project,
             guint      number,
             guint      n_elements)
{
  static const double shares[] = { 0.2, 0.35, 1.0 };
  TlRecord *service = tl_record_new (&tl_service_type);
  guint first = self->elements->len, rest = n_elements;

  fill_printf (service, TL_SERVICE_ID, "s%u", number);
  fill_printf (service, TL_SERVICE_NAME, "%s %u", PICK (self, things), number);
  fill (service, TL_SERVICE_OWNER, PICK (self, owners));
  fill (service, TL_SERVICE_CRITICALITY, g_rand_boolean (self->random) ? "high" : "medium");
  fill (service, TL_SERVICE_STATE, PICK (self, states));
  fill (service, TL_SERVICE_DESCRIPTION, PICK (self, sentences));
  adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service);

  for (guint lane = 0; lane < 3; lane++)
    {
      guint n = lane == 2 ? rest : MIN (rest, (guint) (n_elements * shares[lane]));

      for (guint i = 0; i < n; i++)
        add_element (self, service, lane, i);
      rest -= n;
    }

  add_relations (self, service, first);
  if (number % 5 == 0 && first > 0)
    add_use (self, service, (guint) g_rand_int_range (self->random, 0, first));
}

static void
sort_kinds (Generator       *self,
            const TlEdition *edition)
{
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (tl_metamodel_get (edition));

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    self->kinds[lane] = g_ptr_array_new ();
  for (guint i = 0; kinds[i] != NULL; i++)
    if (kinds[i]->line != TL_LINE_NONE)
      g_ptr_array_insert (self->kinds[kinds[i]->lane], self->n_line[kinds[i]->lane]++, (gpointer) kinds[i]);
    else
      g_ptr_array_add (self->kinds[kinds[i]->lane], (gpointer) kinds[i]);
}

static void
add_landscape (Generator *self,
               TlProject *project)
{
  const TlComponent *const *components = tl_edition_get_components (tl_project_get_edition (project));

  for (guint i = 0; components[i] != NULL; i++)
    {
      TlRecord *tool = tl_record_new (&tl_tool_type);
      TlRecord *assessment = tl_record_new (&tl_assessment_type);

      fill_printf (tool, TL_TOOL_ID, "t%u", i + 1);
      fill_printf (tool, TL_TOOL_NAME, "%s %s", PICK (self, things), PICK (self, parts));
      fill_printf (tool, TL_TOOL_ANNUAL_COST, "%d", g_rand_int_range (self->random, 5, 500) * 1000);
      adopt (TL_RECORD (project), TL_PROJECT_TOOLS, tool);

      fill (assessment, TL_ASSESSMENT_OF, components[i]->concept.id);
      fill (assessment, TL_ASSESSMENT_DATE, "2026-11-01");
      fill_printf (assessment, TL_ASSESSMENT_CURRENT, "%d", g_rand_int_range (self->random, 0, 4));
      fill_printf (assessment, TL_ASSESSMENT_GOAL, "%d", g_rand_int_range (self->random, 3, 6));
      adopt (TL_RECORD (project), TL_PROJECT_ASSESSMENTS, assessment);
    }
}

int
main (int argc, char *argv[])
{
  Generator self = { 0 };
  guint n_elements = argc == 4 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (n_elements == 0)
    {
      g_printerr ("Usage: generate-project ELEMENTS SEED FILE\n");
      return 2;
    }

  self.random = g_rand_new_with_seed (strtoul (argv[2], NULL, 10));
  project = tl_project_new_unsealed ();
  {
    const char *values[TL_PROJECT_DESCRIPTION + 1] = { "bench", "2.1", "Generated" };

    tl_record_fill_all (TL_RECORD (project), values, &error);
    g_assert_no_error (error);
  }
  self.elements = g_ptr_array_sized_new (n_elements);
  sort_kinds (&self, tl_project_get_edition (project));
  add_landscape (&self, project);
  for (guint number = 1; self.elements->len < n_elements; number++)
    add_service (&self, project, number,
                 MIN (n_elements - self.elements->len, (guint) g_rand_int_range (self.random, 30, 51)));
  tl_project_seal (project);

  bytes = tl_writer_write (project);
  g_rand_free (self.random);
  g_ptr_array_unref (self.elements);
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    g_ptr_array_unref (self.kinds[lane]);
  if (!g_file_set_contents (argv[3], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  return 0;
}
