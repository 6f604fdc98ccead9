/* test-metamodel.c: what a blueprint of an edition is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-metamodel-private.h"

#include <string.h>

static const TlMetamodel *
get_metamodel (gconstpointer version)
{
  return tl_metamodel_get (tl_edition_get (version));
}

static const TlElementKind *
get_kind (gconstpointer  version,
          const char    *id)
{
  const TlElementKind *kind = tl_metamodel_lookup_kind (get_metamodel (version), id);

  g_assert_nonnull (kind);
  return kind;
}

static void
test_kinds (gconstpointer version)
{
  const TlMetamodel *metamodel = get_metamodel (version);
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (metamodel);
  guint n_items = 0;

  g_assert_nonnull (metamodel);
  g_assert_true (tl_metamodel_get_edition (metamodel) == tl_edition_get (version));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const TlElementKind *kind = kinds[i];

      g_test_message ("%s", kind->id);
      g_assert_true (kind->metamodel == metamodel);
      g_assert_true (tl_metamodel_lookup_kind (metamodel, kind->id) == kind);
      g_assert_cmpint (g_utf8_strlen (tl_element_kind_get_name (kind), -1), >, 0);
      g_assert_cmpint (g_utf8_strlen (tl_element_kind_get_plural (kind), -1), >, 0);
      g_assert_cmpint (g_utf8_strlen (tl_element_kind_get_text (kind), -1), >, 10);
      g_assert_true (g_str_has_suffix (kind->icon, "-symbolic"));
      g_assert_cmpuint (kind->order, >=, 1);

      /* By lane; in it the line first. */
      if (i > 0 && kinds[i - 1]->lane == kind->lane)
        g_assert_true (kinds[i - 1]->line != TL_LINE_NONE || kind->line == TL_LINE_NONE);
      else if (i > 0)
        g_assert_cmpint (kinds[i - 1]->lane + 1, ==, kind->lane);

      if (kind->line != TL_LINE_NONE)
        {
          g_assert_nonnull (kind->data_object);
          g_assert_cmpstr (kind->data_object->concept.id, ==, kind->id);
        }
      if (kind->is_item)
        {
          g_assert_cmpint (kind->lane, ==, TL_LANE_REALIZED);
          g_assert_cmpint (kind->line, ==, TL_LINE_NONE);
          n_items++;
        }
    }
  g_assert_cmpuint (n_items, >=, 7);
}

/* The lines are those of the edition: its service models (2.1) or backbones. */
static void
test_lines (gconstpointer version)
{
  static const struct
  {
    TlLine           line;
    TlDataObjectRole role;
  } lines[] = {
    { TL_LINE_BACKBONE, TL_DATA_OBJECT_BACKBONE },
    { TL_LINE_OFFER, TL_DATA_OBJECT_OFFER_BACKBONE },
  };
  const TlEdition *edition = tl_edition_get (version);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) line = tl_metamodel_list_line (get_metamodel (version), lines[i].line);
      g_autoptr (GPtrArray) expected = g_ptr_array_new ();

      for (const TlServiceModel *const *model = tl_edition_get_models (edition); *model != NULL; model++)
        for (guint j = 0; (*model)->data_objects[j] != NULL; j++)
          if ((*model)->data_objects[j]->role == lines[i].role)
            g_ptr_array_add (expected, (gpointer) (*model)->data_objects[j]);

      g_assert_cmpuint (line->len, ==, expected->len);
      for (guint j = 0; j < line->len; j++)
        {
          const TlElementKind *kind = line->pdata[j];

          g_assert_true (kind->data_object == expected->pdata[j]);
          g_assert_cmpuint (kind->order, ==, j + 1);
        }
    }
}

/* All parts but those that are objects of one edition only are in both. */
static void
test_same_parts (void)
{
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (get_metamodel ("2.1"));

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const TlElementKind *other = tl_metamodel_lookup_kind (get_metamodel ("3.0"), kinds[i]->id);

      if (kinds[i]->line != TL_LINE_NONE)
        continue;
      g_assert_nonnull (other);
      g_assert_cmpint (other->lane, ==, kinds[i]->lane);
      g_assert_cmpstr (tl_element_kind_get_name (other), ==, tl_element_kind_get_name (kinds[i]));
      g_assert_cmpint (other->is_item, ==, kinds[i]->is_item);
    }
}

/* Every step of the edition's backbones is a rule, with its multiplicities. */
static void
test_standard_rules (gconstpointer version)
{
  const TlMetamodel *metamodel = get_metamodel (version);
  const TlRelationKind *trace = tl_metamodel_lookup_relation_kind (metamodel, "realized-by");
  const TlObjectRelation *const *relations = tl_edition_get_relations (tl_edition_get (version));

  for (guint i = 0; relations[i] != NULL; i++)
    {
      const TlElementKind *from = tl_metamodel_lookup_kind (metamodel, relations[i]->from->concept.id);
      const TlElementKind *to = tl_metamodel_lookup_kind (metamodel, relations[i]->to->concept.id);
      const TlRelationRule *rule;

      if (!relations[i]->is_backbone)
        continue;
      rule = tl_metamodel_find_rule (trace, from, to);
      if (rule == NULL)
        rule = tl_metamodel_find_rule (trace, to, from);
      g_assert_nonnull (rule);
      g_assert_true (rule->source == relations[i]);
      g_assert_cmpstr (rule->from == from ? rule->from_multiplicity : rule->to_multiplicity, ==,
                       relations[i]->from_multiplicity);
      g_assert_cmpstr (rule->from == from ? rule->to_multiplicity : rule->from_multiplicity, ==,
                       relations[i]->to_multiplicity);
    }
}

static void
test_rules (gconstpointer version)
{
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (get_metamodel (version));

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) out = tl_metamodel_list_rules_of (kinds[i], TRUE);
      g_autoptr (GPtrArray) in = tl_metamodel_list_rules_of (kinds[i], FALSE);

      /* No kind stands alone. */
      g_test_message ("%s", kinds[i]->id);
      g_assert_cmpuint (out->len + in->len, >, 0);
      for (guint j = 0; j < out->len; j++)
        {
          const TlRelationRule *rule = out->pdata[j];
          g_autoptr (GPtrArray) between = tl_metamodel_list_rules (kinds[i], rule->to);

          g_assert_true (rule->from == kinds[i]);
          g_assert_true (tl_metamodel_find_rule (rule->relation, rule->from, rule->to) == rule);
          g_assert_true (g_ptr_array_find (between, rule, NULL));
          g_assert_null (tl_metamodel_explain (rule->from, rule->to));

          /* A trace leads on, never back. */
          if (rule->relation->is_trace)
            g_assert_cmpint (rule->from->lane, <=, rule->to->lane);
        }
      for (guint j = 0; j < in->len; j++)
        g_assert_true (((const TlRelationRule *) in->pdata[j])->to == kinds[i]);
    }
}

static void
test_explain (gconstpointer version)
{
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (get_metamodel (version));
  g_autofree char *back = tl_metamodel_explain (get_kind (version, "requirement"),
                                                get_kind (version, "logical-component"));
  g_autofree char *through = tl_metamodel_explain (get_kind (version, "capability"),
                                                   get_kind (version, "application"));

  g_assert_cmpstr (back, ==, "Nothing leads from Requirement to Component, but the other way round: "
                             "Component satisfies Requirement.");
  g_assert_cmpstr (through, ==, "Capability and Application cannot be joined directly; "
                                "put something of the kind Component between them.");

  /* There is an answer for every pair. */
  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; kinds[j] != NULL; j++)
      {
        g_autoptr (GPtrArray) rules = tl_metamodel_list_rules (kinds[i], kinds[j]);
        g_autofree char *why = tl_metamodel_explain (kinds[i], kinds[j]);

        g_assert_cmpint (rules->len == 0, ==, why != NULL);
        if (why != NULL)
          g_assert_true (g_str_has_suffix (why, "."));
      }
}

static gboolean
counts (const TlGapRule     *gap,
        const TlElementKind *other)
{
  for (guint i = 0; gap->others[i] != NULL; i++)
    if (gap->others[i] == other)
      return TRUE;
  return gap->others[0] == NULL;
}

/* Whether a relation that @rule allows would be what @gap asks for. */
static gboolean
mends (const TlRelationRule *rule,
       const TlGapRule      *gap)
{
  switch (gap->need)
    {
    case TL_NEED_FORWARD:
      return rule->relation->is_trace && rule->from == gap->kind;
    case TL_NEED_BACKWARD:
      return rule->relation->is_trace && rule->to == gap->kind;
    case TL_NEED_RELATION:
    default:
      return (gap->relation == NULL || rule->relation == gap->relation)
             && ((rule->from == gap->kind && counts (gap, rule->to))
                 || (rule->to == gap->kind && counts (gap, rule->from)));
    }
}

static void
test_gap_rules (gconstpointer version)
{
  const TlGapRule *const *gaps = tl_metamodel_get_gap_rules (get_metamodel (version));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; gaps[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) rules = tl_metamodel_list_rules_of (gaps[i]->kind, TRUE);
      g_autoptr (GPtrArray) in = tl_metamodel_list_rules_of (gaps[i]->kind, FALSE);
      const TlGapRule *const *of_kind = tl_element_kind_get_gap_rules (gaps[i]->kind);
      gboolean mendable = FALSE;

      g_test_message ("%s", gaps[i]->id);
      g_assert_true (g_hash_table_add (ids, (gpointer) gaps[i]->id));
      g_assert_true (g_str_has_prefix (gaps[i]->id, gaps[i]->kind->id));
      g_assert_cmpint (g_utf8_strlen (tl_gap_rule_get_mark (gaps[i]), -1), >, 0);
      g_assert_cmpint (g_utf8_strlen (tl_gap_rule_get_message (gaps[i]), -1), >, 10);
      while (*of_kind != NULL && *of_kind != gaps[i])
        of_kind++;
      g_assert_true (*of_kind == gaps[i]);

      g_ptr_array_extend (rules, in, NULL, NULL);
      for (guint j = 0; j < rules->len; j++)
        mendable = mendable || mends (rules->pdata[j], gaps[i]);
      g_assert_true (mendable);
      /* And every kind that counts is one that a rule can bring. */
      for (guint j = 0; gaps[i]->others[j] != NULL; j++)
        {
          TlGapRule one = *gaps[i];
          const TlElementKind *other[] = { gaps[i]->others[j], NULL };

          one.others = other;
          mendable = FALSE;
          for (guint k = 0; k < rules->len; k++)
            mendable = mendable || mends (rules->pdata[k], &one);
          g_assert_true (mendable);
        }
    }
}

static void
test_lifecycle (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlMetamodel *metamodel = get_metamodel (version);
  const TlStage *const *lifecycle = tl_metamodel_get_lifecycle (metamodel);
  const TlStage *const *stages = tl_edition_get_stages (edition);
  guint n_before = 0, n = 0;

  for (; stages[n] != NULL; n++)
    {
      g_autoptr (GPtrArray) expectations = NULL;
      g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);

      /* All of them, stream by stream. */
      g_assert_true (lifecycle[n] == stages[n]);
      expectations = tl_metamodel_list_expectations (metamodel, lifecycle[n]);
      g_assert_cmpuint (expectations->len, >=, n_before);
      n_before = expectations->len;
      for (guint i = 0; i < expectations->len; i++)
        {
          const TlExpectation *expectation = expectations->pdata[i];

          g_assert_true (g_hash_table_add (kinds, (gpointer) expectation->kind));
        }
    }
  g_assert_null (lifecycle[n]);

  /* In the end the whole line is there. */
  {
    g_autoptr (GPtrArray) all = tl_metamodel_list_expectations (metamodel, lifecycle[n - 1]);
    g_autoptr (GPtrArray) line = tl_metamodel_list_line (metamodel, TL_LINE_BACKBONE);
    guint at = 0;

    for (guint i = 0; i < all->len && at < line->len; i++)
      at += ((const TlExpectation *) all->pdata[i])->kind == line->pdata[at];
    g_assert_cmpuint (at, ==, line->len);
  }
  {
    const TlEdition *other = tl_edition_get_other (edition);
    g_autoptr (GPtrArray) none = tl_metamodel_list_expectations (metamodel, tl_edition_get_stages (other)[0]);

    g_assert_cmpuint (none->len, ==, 0);
  }
}

static void
test_relation_kinds (gconstpointer version)
{
  static const char *const ids[] = {
    "realized-by", "serves", "leads-to", "takes-part-in", "offered-through", "asks-for", "governs",
    "uses", "provides", "satisfies", "qualifies", "contains", "runs-on", "connects-to",
  };
  const TlRelationKind *const *kinds = tl_metamodel_get_relation_kinds (get_metamodel (version));
  guint n = 0;

  for (; kinds[n] != NULL; n++)
    {
      g_assert_cmpstr (kinds[n]->id, ==, ids[n]);
      g_assert_cmpint (kinds[n]->is_trace, ==, n == 0);
      g_assert_cmpstr (tl_relation_kind_get_name (kinds[n]), !=, tl_relation_kind_get_inverse (kinds[n]));
      g_assert_true (tl_metamodel_lookup_relation_kind (get_metamodel (version), ids[n]) == kinds[n]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ids));
  g_assert_null (tl_metamodel_lookup_relation_kind (get_metamodel (version), "likes"));
  g_assert_null (tl_metamodel_lookup_relation_kind (get_metamodel (version), NULL));
  g_assert_null (tl_metamodel_lookup_kind (get_metamodel (version), "nothing"));
  g_assert_null (tl_metamodel_lookup_kind (get_metamodel (version), NULL));
}

#define HEAD "<metamodel xmlns='" TL_METAMODEL_NAMESPACE "' edition='2.1'>"
#define KIND(id) "<kind id='" id "' lane='logical' icon='x' name='X' plural='Xs'>A text</kind>"
#define KINDS HEAD "<kinds>" KIND ("a") KIND ("b") "</kinds>"
#define RELATIONS KINDS "<relation-kinds><relation-kind id='r' name='is' inverse='was'/></relation-kinds>"

static const struct
{
  const char *name;
  const char *text;
} broken[] = {
  { "empty", "" },
  { "no-xml", "{}" },
  { "cut-off", KINDS },
  { "namespace", "<metamodel xmlns='urn:other' edition='2.1'/>" },
  { "other-edition", "<metamodel xmlns='" TL_METAMODEL_NAMESPACE "' edition='3.0'/>" },
  { "unknown-element", HEAD "<things/></metamodel>" },
  { "misplaced", HEAD KIND ("a") "</metamodel>" },
  { "unknown-attribute", HEAD "<kinds order='1'/></metamodel>" },
  { "text", HEAD "hello</metamodel>" },
  { "no-text", HEAD "<kinds><kind id='a' lane='logical' icon='x' name='X' plural='Xs'/></kinds></metamodel>" },
  { "lane", HEAD "<kinds><kind id='a' lane='physical' icon='x' name='X' plural='Xs'>A</kind></kinds></metamodel>" },
  { "data-object", HEAD "<kinds><kind id='a' lane='logical' data-object='coffee' icon='x' name='X' plural='Xs'>A</kind></kinds></metamodel>" },
  { "two-kinds", HEAD "<kinds>" KIND ("a") KIND ("a") "</kinds></metamodel>" },
  { "breaks", KINDS "<relation-kinds><relation-kind id='r' breaks='all' name='is' inverse='was'/></relation-kinds></metamodel>" },
  { "rule-relation", RELATIONS "<rules><rule relation='x' from='a' to='b'/></rules></metamodel>" },
  { "rule-kind", RELATIONS "<rules><rule relation='r' from='a' to='b c'/></rules></metamodel>" },
  { "two-rules", RELATIONS "<rules><rule relation='r' from='a' to='b a b'/></rules></metamodel>" },
  { "not-standard", RELATIONS "<rules><rule relation='r' from='a' to='b' standard='true'/></rules></metamodel>" },
  { "need", RELATIONS "<gap-rules><gap-rule id='g' kinds='a' need='love' mark='m' message='M'/></gap-rules></metamodel>" },
  { "trace-with-others", RELATIONS "<gap-rules><gap-rule id='g' kinds='a' need='forward' others='b' mark='m' message='M'/></gap-rules></metamodel>" },
  { "two-gap-rules", RELATIONS "<gap-rules><gap-rule id='g' kinds='a a' need='forward' mark='m' message='M'/></gap-rules></metamodel>" },
  { "stage", KINDS "<lifecycle><stage ref='retirement'/></lifecycle></metamodel>" },
  { "two-stages", KINDS "<lifecycle><stage ref='detect-to-correct--detect'/><stage ref='detect-to-correct--detect'/></lifecycle></metamodel>" },
  { "expects", KINDS "<lifecycle><stage ref='detect-to-correct--detect' expects='c'/></lifecycle></metamodel>" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].text, strlen (broken[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].name);
      g_assert_null (tl_metamodel_new_from_bytes (bytes, tl_edition_get ("2.1"), &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_MARKUP_ERROR);
    }
}

static void
test_small (void)
{
  static const char text[] = RELATIONS "<rules><rule relation='r' from='a' to='a b'/></rules></metamodel>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMetamodel) metamodel = tl_metamodel_new_from_bytes (bytes, tl_edition_get ("2.1"), &error);
  g_autofree char *on = NULL;

  g_assert_no_error (error);
  g_assert_null (tl_metamodel_explain (tl_metamodel_lookup_kind (metamodel, "a"),
                                       tl_metamodel_lookup_kind (metamodel, "b")));
  on = tl_metamodel_explain (tl_metamodel_lookup_kind (metamodel, "b"), tl_metamodel_lookup_kind (metamodel, "b"));
  g_assert_cmpstr (on, ==, "Nothing leads on from X.");
}

static void
test_lanes (void)
{
  g_assert_cmpstr (tl_lane_get_name (TL_LANE_CONCEPTUAL), ==, "Conceptual");
  g_assert_cmpstr (tl_lane_get_name (TL_LANE_REALIZED), ==, "Realized");
  for (guint i = 0; i < TL_N_LANES; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (tl_lane_get_text (i), !=, tl_lane_get_text (j));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char       *name;
    GTestDataFunc     func;
  } tests[] = {
    { "kinds", test_kinds },
    { "lines", test_lines },
    { "relation-kinds", test_relation_kinds },
    { "standard-rules", test_standard_rules },
    { "rules", test_rules },
    { "explain", test_explain },
    { "gap-rules", test_gap_rules },
    { "lifecycle", test_lifecycle },
  };
  const char *const *versions = tl_edition_list_versions ();

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; versions[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strconcat ("/reference/metamodel/", versions[i], "/", tests[j].name, NULL);

        g_test_add_data_func (path, versions[i], tests[j].func);
      }
  g_test_add_func ("/reference/metamodel/same-parts", test_same_parts);
  g_test_add_func ("/reference/metamodel/lanes", test_lanes);
  g_test_add_func ("/reference/metamodel/small", test_small);
  g_test_add_func ("/reference/metamodel/broken", test_broken);

  return g_test_run ();
}
