/* tl-blueprint-gathering.c: copies what the picture of a blueprint says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-gathering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

/* Records between two looks at the clock. */
#define AT_ONCE 64

/* What a token says, found out once. */
typedef struct
{
  const TlElementKind *kind;
  const char          *name;
} Kind;

typedef struct
{
  const TlRelationKind *kind;
  const char           *name;
  const char           *inverse;
} RelationKind;

struct _TlBlueprintGathering
{
  TlBlueprintFacts *facts;
  TlRecord         *service;
  TlTraceability   *traceability;
  GPtrArray        *guests;    /* found after the service's own elements */
  guint             next;      /* record to be copied: elements, guests, relations, in this order */
  GHashTable       *gaps;      /* TlRecord → GPtrArray of TlGapRule */
  GHashTable       *uses;      /* id of an element → TlRecord of its TlUse */
  GHashTable       *kinds;     /* token → Kind */
  GHashTable       *relations; /* token → RelationKind */
  GHashTable       *rules;     /* TlRelationRule with relation, from and to → TlRelationRule, or itself for none */
};

static const char *
keep (TlBlueprintFacts    *self,
      const TlRecordValue *value)
{
  return value->length > 0 ? g_string_chunk_insert_len (self->strings, value->text, value->length) : NULL;
}

static const char *
keep_key (TlBlueprintFacts *self,
          const char       *id)
{
  gsize length = strlen (id), prefix = strlen (TL_BLUEPRINT_PREFIX);
  g_autofree char *long_key = NULL;
  char short_key[64], *key = short_key;

  if (prefix + length > sizeof short_key)
    key = long_key = g_malloc (prefix + length);
  memcpy (key, TL_BLUEPRINT_PREFIX, prefix);
  memcpy (key + prefix, id, length);
  return g_string_chunk_insert_len (self->strings, key, prefix + length);
}

static const Kind *
find_kind (TlBlueprintGathering *self,
           TlRecord  *element)
{
  const char *token = tl_record_get (element, TL_ELEMENT_KIND);
  Kind *found = g_hash_table_lookup (self->kinds, token != NULL ? token : "");

  if (found != NULL)
    return found;

  found = g_new (Kind, 1);
  found->kind = tl_element_get_kind (TL_ELEMENT (element));
  found->name = g_string_chunk_insert_const (self->facts->strings, tl_element_get_kind_name (TL_ELEMENT (element)));
  g_hash_table_insert (self->kinds, g_strdup (token != NULL ? token : ""), found);
  return found;
}

static const RelationKind *
find_relation_kind (TlBlueprintGathering *self,
                    const char *token)
{
  RelationKind *found = g_hash_table_lookup (self->relations, token);

  if (found != NULL)
    return found;

  found = g_new0 (RelationKind, 1);
  found->kind = tl_metamodel_lookup_relation_kind (self->facts->metamodel, token);
  found->name = found->kind != NULL ? tl_relation_kind_get_name (found->kind)
                                    : g_string_chunk_insert_const (self->facts->strings, token);
  found->inverse = found->kind != NULL ? tl_relation_kind_get_inverse (found->kind) : NULL;
  g_hash_table_insert (self->relations, g_strdup (token), found);
  return found;
}

static guint
hash_rule (gconstpointer key)
{
  const TlRelationRule *rule = key;

  return (g_direct_hash (rule->relation) * 31 + g_direct_hash (rule->from)) * 31 + g_direct_hash (rule->to);
}

static gboolean
equal_rules (gconstpointer a,
             gconstpointer b)
{
  const TlRelationRule *one = a, *other = b;

  return one->relation == other->relation && one->from == other->from && one->to == other->to;
}

static const TlRelationRule *
find_rule (TlBlueprintGathering *self,
           const TlRelationKind *relation,
           const TlElementKind  *from,
           const TlElementKind  *to)
{
  const TlRelationRule key = { .relation = relation, .from = from, .to = to };
  const TlRelationRule *rule = g_hash_table_lookup (self->rules, &key);
  TlRelationRule *copy;

  if (rule != NULL)
    return rule;

  /* One without multiplicities stands for none. */
  rule = tl_metamodel_find_rule (relation, from, to);
  copy = g_memdup2 (rule != NULL ? rule : &key, sizeof key);
  g_hash_table_add (self->rules, copy);
  return copy;
}

static GHashTable *
collect_gaps (TlTraceability *traceability,
              TlRecord       *service)
{
  GHashTable *rules = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) gaps = traceability != NULL ? tl_traceability_list_gaps (traceability, service) : NULL;

  for (guint i = 0; gaps != NULL && i < gaps->len; i++)
    {
      const TlGap *gap = &g_array_index (gaps, TlGap, i);
      GPtrArray *of_element = g_hash_table_lookup (rules, gap->element);

      if (of_element == NULL)
        {
          of_element = g_ptr_array_new ();
          g_hash_table_insert (rules, gap->element, of_element);
        }
      g_ptr_array_add (of_element, (gpointer) gap->rule);
    }

  return rules;
}

/* What an element lacks: as its mark, and as sentences. */
static void
add_gaps (TlBlueprintGathering *self,
          TlRecord        *element,
          TlBlueprintItem *item)
{
  GPtrArray *rules = g_hash_table_lookup (self->gaps, element);
  g_autoptr (GString) marks = NULL;
  g_autoptr (GString) messages = NULL;

  if (rules == NULL)
    return;

  marks = g_string_new (NULL);
  messages = g_string_new (NULL);
  for (guint i = 0; i < rules->len; i++)
    {
      const TlGapRule *rule = g_ptr_array_index (rules, i);

      if (i > 0)
        {
          g_string_append (marks, C_("list", ", "));
          g_string_append_c (messages, ' ');
        }
      g_string_append (marks, tl_gap_rule_get_mark (rule));
      g_string_append_printf (messages, C_("gap", "%s."), tl_gap_rule_get_message (rule));
    }
  item->mark = g_string_chunk_insert (self->facts->strings, marks->str);
  item->gaps = g_string_chunk_insert (self->facts->strings, messages->str);
}

static double
get_number (const TlRecordValue *value)
{
  return value->length > 0 ? g_ascii_strtod (value->text, NULL) : 0;
}

static void
add_place (TlBlueprintGathering *self,
           TlRecord            *element,
           const TlRecordValue *values,
           TlBlueprintItem     *item)
{
  TlRecord *use;

  if (!item->is_guest)
    {
      item->is_placed = values[TL_ELEMENT_X].length > 0 && values[TL_ELEMENT_Y].length > 0;
      item->x = get_number (&values[TL_ELEMENT_X]);
      item->y = get_number (&values[TL_ELEMENT_Y]);
      item->width = get_number (&values[TL_ELEMENT_WIDTH]);
      item->height = get_number (&values[TL_ELEMENT_HEIGHT]);
      return;
    }

  use = g_hash_table_lookup (self->uses, tl_record_get_id (element));
  if (use != NULL && tl_record_get (use, TL_USE_X) != NULL && tl_record_get (use, TL_USE_Y) != NULL)
    {
      item->is_placed = TRUE;
      item->x = tl_record_get_number (use, TL_USE_X, 0);
      item->y = tl_record_get_number (use, TL_USE_Y, 0);
    }
}

/* What there is to say of an own element and not of a guest, and the other way round. */
static void
add_belonging (TlBlueprintGathering *self,
               TlRecord        *element,
               TlBlueprintItem *item)
{
  TlRecord *owner;

  if (item->is_guest)
    {
      owner = tl_element_get_service (TL_ELEMENT (element));
      if (owner != NULL && *tl_record_get_name (owner) != '\0')
        item->service = g_string_chunk_insert_const (self->facts->strings, tl_record_get_name (owner));
      return;
    }

  /* An object of the line in another lane than its own is a part there: the line
   * leads from lane to lane only forwards. */
  if (item->kind != NULL && item->kind->lane == item->lane)
    item->line = item->kind->line;
  if (self->traceability != NULL)
    add_gaps (self, element, item);
}

static void
add_item (TlBlueprintGathering *self,
          TlRecord  *element,
          TlLane     lane,
          gboolean   is_guest)
{
  TlBlueprintFacts *facts = self->facts;
  TlRecordValue values[TL_ELEMENT_EXPECTED + 1] = { { NULL } };
  const Kind *kind = find_kind (self, element);
  TlBlueprintItem item = { .kind = kind->kind, .kind_name = kind->name, .lane = lane, .is_guest = is_guest };

  G_STATIC_ASSERT (G_N_ELEMENTS (values) < 32);
  g_return_if_fail (tl_element_type.n_fields == G_N_ELEMENTS (values));

  tl_record_get_all (element, values);
  item.key = keep_key (facts, values[TL_ELEMENT_ID].text);
  item.name = keep (facts, &values[TL_ELEMENT_NAME]);
  if (item.name == NULL)
    item.name = _("Unnamed");
  item.version = keep (facts, &values[TL_ELEMENT_VERSION]);
  item.environment = keep (facts, &values[TL_ELEMENT_ENVIRONMENT]);
  if (self->traceability != NULL)
    {
      item.forward = tl_traceability_get_forward (self->traceability, element);
      item.backward = tl_traceability_get_backward (self->traceability, element);
    }
  add_belonging (self, element, &item);
  add_place (self, element, values, &item);

  g_array_append_val (facts->items, item);
  g_hash_table_insert (facts->numbers, (gpointer) (item.key + strlen (TL_BLUEPRINT_PREFIX)),
                       GUINT_TO_POINTER (facts->items->len));
}

static void
add_tie (TlBlueprintGathering *self,
         TlRecord  *relation)
{
  TlBlueprintFacts *facts = self->facts;
  const char *token = tl_record_get (relation, TL_RELATION_KIND);
  int from = tl_blueprint_facts_find (facts, tl_record_get (relation, TL_RELATION_FROM));
  int to = tl_blueprint_facts_find (facts, tl_record_get (relation, TL_RELATION_TO));
  const TlElementKind *start, *end;
  const RelationKind *kind;
  TlBlueprintTie tie = { .from = from, .to = to };

  if (from < 0 || to < 0)
    return;

  start = tl_blueprint_facts_get_item (facts, from)->kind;
  end = tl_blueprint_facts_get_item (facts, to)->kind;
  kind = find_relation_kind (self, token != NULL ? token : "");
  tie.key = keep_key (facts, tl_record_get_id (relation));
  tie.kind = kind->kind;
  tie.name = kind->name;
  tie.inverse = kind->inverse;
  tie.is_trace = kind->kind != NULL && kind->kind->is_trace;
  if (kind->kind != NULL && start != NULL && end != NULL)
    {
      const TlRelationRule *rule = find_rule (self, kind->kind, start, end);

      tie.from_label = rule->from_multiplicity;
      tie.to_label = rule->to_multiplicity;
    }
  g_array_append_val (facts->ties, tie);
}

static GHashTable *
collect_uses (TlRecord *service)
{
  GHashTable *uses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_USES); i++)
    {
      TlRecord *use = tl_record_get_child (service, TL_SERVICE_USES, i);
      const char *of = tl_record_get (use, TL_USE_OF);

      if (of != NULL)
        g_hash_table_insert (uses, (gpointer) of, use);
    }

  return uses;
}

TlBlueprintGathering *
tl_blueprint_gathering_new (TlRecord       *service,
                            TlTraceability *traceability)
{
  TlProject *project = tl_record_get_project (service);
  TlBlueprintGathering *self;
  TlBlueprintFacts *facts;

  g_return_val_if_fail (TL_IS_SERVICE (service) && project != NULL, NULL);

  facts = g_new0 (TlBlueprintFacts, 1);
  facts->metamodel = tl_metamodel_get (tl_project_get_edition (project));
  facts->title = g_strdup (tl_record_get_name (service));
  facts->items = g_array_new (FALSE, FALSE, sizeof (TlBlueprintItem));
  facts->ties = g_array_new (FALSE, FALSE, sizeof (TlBlueprintTie));
  facts->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  facts->strings = g_string_chunk_new (4096);

  self = g_new0 (TlBlueprintGathering, 1);
  self->facts = facts;
  self->service = g_object_ref (service);
  self->traceability = traceability != NULL ? g_object_ref (traceability) : NULL;
  self->gaps = collect_gaps (traceability, service);
  self->uses = collect_uses (service);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rules = g_hash_table_new_full (hash_rule, equal_rules, g_free, NULL);

  return self;
}

void
tl_blueprint_gathering_free (TlBlueprintGathering *self)
{
  if (self == NULL)
    return;

  tl_blueprint_facts_free (self->facts);
  g_object_unref (self->service);
  g_clear_object (&self->traceability);
  g_clear_pointer (&self->guests, g_ptr_array_unref);
  g_hash_table_unref (self->gaps);
  g_hash_table_unref (self->uses);
  g_hash_table_unref (self->kinds);
  g_hash_table_unref (self->relations);
  g_hash_table_unref (self->rules);
  g_free (self);
}

guint
tl_blueprint_gathering_count (TlRecord *service)
{
  guint n = tl_record_get_n_items (service, TL_SERVICE_RELATIONS) + tl_record_get_n_items (service, TL_SERVICE_USES);

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    n += tl_record_get_n_items (service, TL_SERVICE_CONCEPTUAL + lane);
  return n;
}

/* Copies the record with a number; FALSE if there are no more. */
static gboolean
add_record (TlBlueprintGathering *self,
            guint                 number)
{
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      guint n = tl_record_get_n_items (self->service, TL_SERVICE_CONCEPTUAL + lane);

      if (number < n)
        {
          add_item (self, tl_record_get_child (self->service, TL_SERVICE_CONCEPTUAL + lane, number), lane, FALSE);
          return TRUE;
        }
      number -= n;
    }

  if (self->guests == NULL)
    self->guests = tl_blueprint_list_guests (self->service);
  if (number < self->guests->len)
    {
      TlRecord *guest = g_ptr_array_index (self->guests, number);

      if (tl_blueprint_facts_find (self->facts, tl_record_get_id (guest)) < 0)
        add_item (self, guest, tl_element_get_lane (TL_ELEMENT (guest)), TRUE);
      return TRUE;
    }

  number -= self->guests->len;
  if (number >= tl_record_get_n_items (self->service, TL_SERVICE_RELATIONS))
    return FALSE;
  add_tie (self, tl_record_get_child (self->service, TL_SERVICE_RELATIONS, number));
  return TRUE;
}

gboolean
tl_blueprint_gathering_step (TlBlueprintGathering *self,
                             gint64                until)
{
  g_return_val_if_fail (self != NULL && self->facts != NULL, TRUE);

  do
    for (guint i = 0; i < AT_ONCE; i++)
      if (!add_record (self, self->next++))
        return TRUE;
  while (g_get_monotonic_time () < until);

  return FALSE;
}

TlBlueprintFacts *
tl_blueprint_gathering_end (TlBlueprintGathering *self)
{
  TlBlueprintFacts *facts = g_steal_pointer (&self->facts);

  tl_blueprint_gathering_free (self);
  return facts;
}
