/* tl-metamodel.c: what a blueprint of an edition is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-metamodel-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define RESOURCE_FOLDER "/io/github/throughline_it/Throughline/reference/"

/* The editions and their metamodels are few, and a look-up is one comparison. */
#define MAX_METAMODELS 8

/* Building one */

static guint
hash_rule (gconstpointer data)
{
  const TlRelationRule *rule = data;

  return g_direct_hash (rule->relation) * 31 * 31 + g_direct_hash (rule->from) * 31 + g_direct_hash (rule->to);
}

static gboolean
equal_rules (gconstpointer a,
             gconstpointer b)
{
  const TlRelationRule *first = a, *second = b;

  return first->relation == second->relation && first->from == second->from && first->to == second->to;
}

TlMetamodel *
tl_metamodel_new_empty (const TlEdition *edition)
{
  TlMetamodel *self = g_new0 (TlMetamodel, 1);

  self->edition = edition;
  self->texts = g_string_chunk_new (4096);
  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_ptr_array_new ();
  self->relation_kinds = g_ptr_array_new ();
  self->gap_rules = g_ptr_array_new ();
  self->lifecycle = g_ptr_array_new ();
  self->expectations = g_ptr_array_new ();
  self->kinds_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->relation_kinds_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules = g_hash_table_new (hash_rule, equal_rules);
  return self;
}

gpointer
tl_metamodel_alloc (TlMetamodel *self,
                    gsize        size)
{
  gpointer memory = g_malloc0 (size);

  g_ptr_array_add (self->memory, memory);
  return memory;
}

TlKindRecord *
tl_metamodel_add_kind (TlMetamodel *self)
{
  TlKindRecord *record = tl_metamodel_alloc (self, sizeof *record);

  record->kind.metamodel = self;
  record->rules_out = g_ptr_array_new ();
  record->rules_in = g_ptr_array_new ();
  record->gap_rules = g_ptr_array_new ();
  g_ptr_array_add (self->kinds, record);
  return record;
}

/* By lane; in it what stands on a line first, and else as in the file. */
static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const TlElementKind *first = *(const TlElementKind *const *) a;
  const TlElementKind *second = *(const TlElementKind *const *) b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->line != second->line)
    {
      if (first->line == TL_LINE_NONE || second->line == TL_LINE_NONE)
        return first->line == TL_LINE_NONE ? 1 : -1;
      return first->line < second->line ? -1 : 1;
    }
  return first->order < second->order ? -1 : first->order > second->order;
}

void
tl_metamodel_close (TlMetamodel *self)
{
  g_ptr_array_sort (self->kinds, compare_kinds);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      TlKindRecord *record = self->kinds->pdata[i];

      g_ptr_array_add (record->gap_rules, NULL);
    }
  g_ptr_array_add (self->kinds, NULL);
  g_ptr_array_add (self->relation_kinds, NULL);
  g_ptr_array_add (self->gap_rules, NULL);
  g_ptr_array_add (self->lifecycle, NULL);
}

void
tl_metamodel_free (TlMetamodel *self)
{
  for (guint i = 0; i < self->kinds->len && self->kinds->pdata[i] != NULL; i++)
    {
      TlKindRecord *record = self->kinds->pdata[i];

      g_ptr_array_unref (record->rules_out);
      g_ptr_array_unref (record->rules_in);
      g_ptr_array_unref (record->gap_rules);
    }
  g_hash_table_unref (self->rules);
  g_hash_table_unref (self->relation_kinds_by_id);
  g_hash_table_unref (self->kinds_by_id);
  g_ptr_array_unref (self->expectations);
  g_ptr_array_unref (self->lifecycle);
  g_ptr_array_unref (self->gap_rules);
  g_ptr_array_unref (self->relation_kinds);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->memory);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* Those of the program */

/* The files are part of the program, so one that cannot be read is a mistake in
 * building it; tests read them in every build. */
static gpointer
load_metamodel (gpointer edition)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "metamodel-", tl_edition_get_version (edition), ".xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  TlMetamodel *self = NULL;

  if (bytes != NULL)
    self = tl_metamodel_new_from_bytes (bytes, edition, &error);
  if (self == NULL)
    g_error ("%s: %s", path, error->message);
  return self;
}

/* Each is read when it is first asked for. */
const TlMetamodel *
tl_metamodel_get (const TlEdition *edition)
{
  static GOnce once[MAX_METAMODELS] = { G_ONCE_INIT };
  const char *const *versions = tl_edition_list_versions ();

  for (guint i = 0; edition != NULL && i < MAX_METAMODELS && versions[i] != NULL; i++)
    if (g_str_equal (versions[i], tl_edition_get_version (edition)) && tl_edition_get (versions[i]) == edition)
      return g_once (&once[i], load_metamodel, (gpointer) edition);
  return NULL;
}

const TlEdition *
tl_metamodel_get_edition (const TlMetamodel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edition;
}

/* What there is */

#define DEFINE_GETTER(Type, name, list) \
  const Type *const * \
  tl_metamodel_get_##name (const TlMetamodel *self) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
\
    return (const Type *const *) self->list->pdata; \
  }

DEFINE_GETTER (TlElementKind, kinds, kinds)
DEFINE_GETTER (TlRelationKind, relation_kinds, relation_kinds)
DEFINE_GETTER (TlGapRule, gap_rules, gap_rules)
DEFINE_GETTER (TlStage, lifecycle, lifecycle)

const TlElementKind *
tl_metamodel_lookup_kind (const TlMetamodel *self,
                          const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->kinds_by_id, id) : NULL;
}

const TlRelationKind *
tl_metamodel_lookup_relation_kind (const TlMetamodel *self,
                                   const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->relation_kinds_by_id, id) : NULL;
}

/* A line leads through the lanes in their order. */
GPtrArray *
tl_metamodel_list_line (const TlMetamodel *self,
                        TlLine             line)
{
  GPtrArray *kinds = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, kinds);

  for (const TlElementKind *const *kind = tl_metamodel_get_kinds (self); *kind != NULL; kind++)
    if ((*kind)->line == line)
      g_ptr_array_add (kinds, (gpointer) *kind);
  return kinds;
}

/* Rules */

GPtrArray *
tl_metamodel_list_rules (const TlElementKind *from,
                         const TlElementKind *to)
{
  const TlKindRecord *record = (const TlKindRecord *) from;
  GPtrArray *rules = g_ptr_array_new ();

  g_return_val_if_fail (from != NULL && to != NULL, rules);

  for (guint i = 0; i < record->rules_out->len; i++)
    {
      TlRelationRule *rule = record->rules_out->pdata[i];

      if (rule->to == to)
        g_ptr_array_add (rules, rule);
    }
  return rules;
}

GPtrArray *
tl_metamodel_list_rules_of (const TlElementKind *kind,
                            gboolean             outwards)
{
  const TlKindRecord *record = (const TlKindRecord *) kind;
  GPtrArray *rules = g_ptr_array_new ();

  g_return_val_if_fail (kind != NULL, rules);

  g_ptr_array_extend (rules, outwards ? record->rules_out : record->rules_in, NULL, NULL);
  return rules;
}

const TlRelationRule *
tl_metamodel_find_rule (const TlRelationKind *relation,
                        const TlElementKind  *from,
                        const TlElementKind  *to)
{
  const TlRelationRule key = { relation, from, to, NULL, NULL, NULL };

  g_return_val_if_fail (relation != NULL && from != NULL && to != NULL, NULL);

  return g_hash_table_lookup (relation->metamodel->rules, &key);
}

static gboolean
has_rule (const TlElementKind *from,
          const TlElementKind *to,
          gboolean             trace)
{
  const TlKindRecord *record = (const TlKindRecord *) from;

  for (guint i = 0; i < record->rules_out->len; i++)
    {
      const TlRelationRule *rule = record->rules_out->pdata[i];

      if (rule->to == to && (!trace || rule->relation->is_trace))
        return TRUE;
    }
  return FALSE;
}

/* A kind that may stand between the two, best one on the way of a trace. */
static const TlElementKind *
find_between (const TlElementKind *from,
              const TlElementKind *to)
{
  for (int trace = TRUE; trace >= FALSE; trace--)
    for (const TlElementKind *const *kind = tl_metamodel_get_kinds (from->metamodel); *kind != NULL; kind++)
      if (*kind != from && *kind != to && has_rule (from, *kind, trace) && has_rule (*kind, to, trace))
        return *kind;
  return NULL;
}

/* What a kind may lead to: "Component, Interface, Data". */
static char *
create_targets (const TlElementKind *from)
{
  const TlKindRecord *record = (const TlKindRecord *) from;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < record->rules_out->len; i++)
    {
      const TlRelationRule *rule = record->rules_out->pdata[i];

      if (!g_hash_table_add (seen, (gpointer) rule->to))
        continue;
      if (names->len > 0)
        /* Translators: between the names of a list */
        g_string_append (names, C_("list", ", "));
      g_string_append (names, tl_element_kind_get_name (rule->to));
    }
  return g_string_free (names, FALSE);
}

char *
tl_metamodel_explain (const TlElementKind *from,
                      const TlElementKind *to)
{
  const TlElementKind *between;
  const char *from_name, *to_name;
  g_autofree char *targets = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  if (has_rule (from, to, FALSE))
    return NULL;

  from_name = tl_element_kind_get_name (from);
  to_name = tl_element_kind_get_name (to);
  if (has_rule (to, from, FALSE))
    {
      g_autoptr (GPtrArray) rules = tl_metamodel_list_rules (to, from);
      const TlRelationRule *rule = g_ptr_array_index (rules, 0);

      /* Translators: %1$s and %2$s are kinds of elements, such as Requirement and Component;
       * %3$s is a relation, such as “satisfies” */
      return g_strdup_printf (_("Nothing leads from %1$s to %2$s, but the other way round: %2$s %3$s %1$s."),
                              from_name, to_name, tl_relation_kind_get_name (rule->relation));
    }

  between = find_between (from, to);
  if (between != NULL)
    /* Translators: %1$s, %2$s and %3$s are kinds of elements, such as Capability, Server and Component */
    return g_strdup_printf (_("%1$s and %2$s cannot be joined directly; put something of the kind %3$s between them."),
                            from_name, to_name, tl_element_kind_get_name (between));

  targets = create_targets (from);
  if (*targets == '\0')
    /* Translators: %s is a kind of element, such as Outcome */
    return g_strdup_printf (_("Nothing leads on from %s."), from_name);
  /* Translators: %1$s and %2$s are kinds of elements; %3$s is a list of such */
  return g_strdup_printf (_("Nothing leads from %1$s to %2$s. From %1$s one gets to: %3$s."),
                          from_name, to_name, targets);
}

const TlGapRule *const *
tl_element_kind_get_gap_rules (const TlElementKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const TlGapRule *const *) ((const TlKindRecord *) self)->gap_rules->pdata;
}

/* Lifecycle */

GPtrArray *
tl_metamodel_list_expectations (const TlMetamodel *self,
                                const TlStage     *stage)
{
  GPtrArray *expectations = g_ptr_array_new ();
  guint next = 0;

  g_return_val_if_fail (self != NULL && stage != NULL, expectations);

  for (guint i = 0; self->lifecycle->pdata[i] != NULL; i++)
    {
      for (; next < self->expectations->len; next++)
        {
          TlExpectation *expectation = self->expectations->pdata[next];

          if (expectation->stage != self->lifecycle->pdata[i])
            break;
          g_ptr_array_add (expectations, expectation);
        }
      if (self->lifecycle->pdata[i] == stage)
        return expectations;
    }

  /* A stage of another edition. */
  g_ptr_array_set_size (expectations, 0);
  return expectations;
}

/* Names */

const char *
tl_element_kind_get_name (const TlElementKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "element kind", self->name);
}

const char *
tl_element_kind_get_plural (const TlElementKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "element kind", self->plural);
}

const char *
tl_element_kind_get_text (const TlElementKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "element kind", self->text);
}

const char *
tl_relation_kind_get_name (const TlRelationKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "relation", self->name);
}

const char *
tl_relation_kind_get_inverse (const TlRelationKind *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "relation", self->inverse);
}

const char *
tl_gap_rule_get_mark (const TlGapRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "gap", self->mark);
}

const char *
tl_gap_rule_get_message (const TlGapRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "gap", self->message);
}

const char *
tl_lane_get_name (TlLane self)
{
  switch (self)
    {
    case TL_LANE_CONCEPTUAL:
      return C_("service model", "Conceptual");
    case TL_LANE_LOGICAL:
      return C_("service model", "Logical");
    case TL_LANE_REALIZED:
    default:
      return C_("service model", "Realized");
    }
}

const char *
tl_lane_get_text (TlLane self)
{
  switch (self)
    {
    case TL_LANE_CONCEPTUAL:
      return C_("service model", "Why, for whom, at what value");
    case TL_LANE_LOGICAL:
      return C_("service model", "How it is designed and released");
    case TL_LANE_REALIZED:
    default:
      return C_("service model", "What is ordered and really runs");
    }
}
