/* tl-blueprint-maker.c: services to lay out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-maker.h"

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

static const char *const short_names[] = {
  "Ledger", "Checkout API", "Token vault", "Pay by card", "hsm-2", "ledger-db-01", "REST /v2", "PSD2", "Merchants",
};

static const char *const long_names[] = {
  "Kundenstammdatenverwaltungssystem der Zentrale",
  "Schnittstelle für Zahlungsverkehrsabwicklung und Kontoauszüge",
  "Verfügbarkeitsanforderung des Fachbereichs Privatkundengeschäft",
  "Datenbankserver für Buchungsbelege, Rechenzentrum Frankfurt am Main",
  "Ü",
};

static void
fill (TlRecord   *record,
      guint       field,
      const char *value)
{
  g_autoptr (GError) error = NULL;

  tl_record_fill (record, field, value, &error);
  g_assert_no_error (error);
}

static void
fill_number (TlRecord *record,
             guint     field,
             double    value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  fill (record, field, g_ascii_dtostr (text, sizeof text, value));
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

TlProject *
tl_blueprint_maker_new (const char *edition)
{
  TlProject *project = tl_project_new_unsealed ();
  TlRecord *service = tl_record_new (&tl_service_type);

  fill (TL_RECORD (project), TL_PROJECT_ID, "test");
  fill (TL_RECORD (project), TL_PROJECT_EDITION, edition);
  fill (service, TL_SERVICE_ID, "s1");
  fill (service, TL_SERVICE_NAME, "Online payments");
  adopt (TL_RECORD (project), TL_PROJECT_SERVICES, service);

  return project;
}

static guint
count (TlRecord *service)
{
  guint n = tl_record_get_n_items (service, TL_SERVICE_RELATIONS);

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    n += tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL + lane);
  return n;
}

TlRecord *
tl_blueprint_maker_element (TlRecord   *service,
                            TlLane      lane,
                            const char *id,
                            const char *kind,
                            const char *name)
{
  TlRecord *element = tl_record_new (&tl_element_type);
  g_autofree char *made = g_strdup_printf ("%s-%u", tl_record_get_id (service), count (service));

  fill (element, TL_ELEMENT_ID, id != NULL ? id : made);
  fill (element, TL_ELEMENT_KIND, kind);
  if (name != NULL)
    fill (element, TL_ELEMENT_NAME, name);
  adopt (service, TL_SERVICE_CONCEPTUAL + lane, element);

  return element;
}

void
tl_blueprint_maker_place (TlRecord *element,
                          double    x,
                          double    y)
{
  fill_number (element, TL_ELEMENT_X, x);
  fill_number (element, TL_ELEMENT_Y, y);
}

TlRecord *
tl_blueprint_maker_relate (TlRecord   *service,
                           const char *kind,
                           TlRecord   *from,
                           TlRecord   *to)
{
  TlRecord *relation = tl_record_new (&tl_relation_type);
  g_autofree char *id = g_strdup_printf ("%s-%u", tl_record_get_id (service), count (service));

  fill (relation, TL_RELATION_ID, id);
  fill (relation, TL_RELATION_KIND, kind);
  fill (relation, TL_RELATION_FROM, tl_record_get_id (from));
  fill (relation, TL_RELATION_TO, tl_record_get_id (to));
  adopt (service, TL_SERVICE_RELATIONS, relation);

  return relation;
}

/* The making of a random service. */
typedef struct
{
  const TlBlueprintPlan *plan;
  GRand                 *random;
  TlRecord              *service;
  GPtrArray             *elements;
  GPtrArray             *kinds;             /* (element-type TlElementKind) of each */
  guint                  n_placed[TL_N_LANES];
} Making;

static const char *
pick_name (Making *self)
{
  if (self->plan->long_names && g_rand_boolean (self->random))
    return long_names[g_rand_int_range (self->random, 0, G_N_ELEMENTS (long_names))];
  return short_names[g_rand_int_range (self->random, 0, G_N_ELEMENTS (short_names))];
}

static const TlElementKind *
pick_kind (Making   *self,
           gboolean  on_line)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_edition_get (self->plan->edition));
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (metamodel);
  guint n = 0;

  while (kinds[n] != NULL)
    n++;
  for (;;)
    {
      const TlElementKind *kind = kinds[g_rand_int_range (self->random, 0, n)];

      if ((kind->line != TL_LINE_NONE) == on_line)
        return kind;
    }
}

/* Cells large enough for any box, in disorder within them. */
static void
place (Making   *self,
       TlRecord *element,
       TlLane    lane)
{
  guint number = self->n_placed[lane]++;
  guint columns = 3 + self->plan->n_parts / 60;

  tl_blueprint_maker_place (element, number % columns * 280 + g_rand_int_range (self->random, 0, 4) * 8,
                            number / columns * 168 + g_rand_int_range (self->random, 0, 4) * 8);
}

static void
add (Making   *self,
     gboolean  on_line)
{
  const TlElementKind *kind = pick_kind (self, on_line);
  TlRecord *element = tl_blueprint_maker_element (self->service, kind->lane, NULL, kind->id, pick_name (self));

  if (g_rand_boolean (self->random))
    fill (element, TL_ELEMENT_VERSION, "3.2");
  if (!on_line && g_rand_double (self->random) < self->plan->placed)
    place (self, element, kind->lane);
  if (!on_line && self->plan->sized && g_rand_int_range (self->random, 0, 4) == 0)
    {
      fill_number (element, TL_ELEMENT_WIDTH, g_rand_int_range (self->random, 8, 28) * 8);
      fill_number (element, TL_ELEMENT_HEIGHT, g_rand_int_range (self->random, 4, 12) * 8);
    }
  g_ptr_array_add (self->elements, element);
  g_ptr_array_add (self->kinds, (gpointer) kind);
}

static void
tie (Making *self)
{
  guint from = g_rand_int_range (self->random, 0, self->elements->len);
  guint to = g_rand_int_range (self->random, 0, self->elements->len);
  g_autoptr (GPtrArray) rules = tl_metamodel_list_rules (g_ptr_array_index (self->kinds, from),
                                                         g_ptr_array_index (self->kinds, to));

  if (rules->len > 0)
    tl_blueprint_maker_relate (self->service, ((const TlRelationRule *) g_ptr_array_index (rules, 0))->relation->id,
                               g_ptr_array_index (self->elements, from), g_ptr_array_index (self->elements, to));
}

TlProject *
tl_blueprint_maker_random (const TlBlueprintPlan *plan,
                           guint32                seed)
{
  TlProject *project = tl_blueprint_maker_new (plan->edition);
  Making making = {
    .plan = plan,
    .random = g_rand_new_with_seed (seed),
    .service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, 0),
    .elements = g_ptr_array_new (),
    .kinds = g_ptr_array_new (),
  };

  for (guint i = 0; i < plan->n_objects; i++)
    add (&making, TRUE);
  for (guint i = 0; i < plan->n_parts; i++)
    add (&making, FALSE);
  for (guint i = 0; i < plan->n_ties && making.elements->len > 0; i++)
    tie (&making);
  tl_project_seal (project);

  g_rand_free (making.random);
  g_ptr_array_unref (making.elements);
  g_ptr_array_unref (making.kinds);
  return project;
}
