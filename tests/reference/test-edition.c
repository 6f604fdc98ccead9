/* test-edition.c: the editions of the program are whole and hang together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/tl-edition-private.h"
#include "tl-test-support.h"

#include <string.h>

#define N_THREADS 8

static guint
count (gconstpointer array)
{
  const gconstpointer *items = array;
  guint n = 0;

  while (items[n] != NULL)
    n++;

  return n;
}

static gboolean
contains (gconstpointer array,
          gconstpointer item)
{
  const gconstpointer *items = array;

  for (guint i = 0; items[i] != NULL; i++)
    {
      if (items[i] == item)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  GMutex mutex;
  GCond  cond;
  guint  n_ready;
} Gate;

/* Lets all threads go at once, so that they race for the first load. */
static gpointer
load_in_thread (gpointer data)
{
  Gate *gate = data;

  guint number;

  g_mutex_lock (&gate->mutex);
  number = gate->n_ready++;
  g_cond_broadcast (&gate->cond);
  while (gate->n_ready < N_THREADS)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return (gpointer) tl_edition_get (number % 2 == 0 ? "2.1" : "3.0");
}

/* Has to run first: each edition is read once, and both at once. */
static void
test_threads (void)
{
  GThread *threads[N_THREADS];
  Gate gate = { .n_ready = 0 };

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("load", load_in_thread, &gate);

  for (guint i = 0; i < N_THREADS; i++)
    {
      const TlEdition *edition = g_thread_join (threads[i]);

      g_assert_nonnull (edition);
      g_assert_true (edition == tl_edition_get (tl_edition_get_version (edition)));
    }

  g_cond_clear (&gate.cond);
  g_mutex_clear (&gate.mutex);
}

static void
test_versions (void)
{
  const char *const *versions = tl_edition_list_versions ();
  const TlEdition *old_one = tl_edition_get ("2.1");
  const TlEdition *new_one = tl_edition_get ("3.0");

  g_assert_cmpuint (count (versions), ==, 2);
  for (guint i = 0; versions[i] != NULL; i++)
    g_assert_cmpstr (tl_edition_get_version (tl_edition_get (versions[i])), ==, versions[i]);

  g_assert_cmpstr (tl_edition_get_name (old_one), ==, "IT4IT 2.1");
  g_assert_cmpstr (tl_edition_get_name (new_one), ==, "IT4IT 3.0");
  g_assert_true (tl_edition_get_other (old_one) == new_one);
  g_assert_true (tl_edition_get_other (new_one) == old_one);
  g_assert_null (tl_edition_get ("2.0"));
  g_assert_null (tl_edition_get (""));
  g_assert_null (tl_edition_get (NULL));
}

typedef struct
{
  const char *version;
  guint streams, stages, activities, groups, components, data_objects, models;
  guint relations, component_flows, stream_flows, transitions, attributes;
} Counts;

static const Counts counts_2_1 = { "2.1", 4, 16, 5, 0, 32, 43, 3, 66, 9, 0, 7, 9 };
static const Counts counts_3_0 = { "3.0", 7, 28, 6, 12, 35, 46, 2, 104, 45, 18, 7, 258 };

static void
test_counts (gconstpointer data)
{
  const Counts *counts = data;
  const TlEdition *edition = tl_edition_get (counts->version);
  const TlDataObject *const *objects = tl_edition_get_data_objects (edition);
  guint n_attributes = 0;

  g_assert_cmpuint (count (tl_edition_get_streams (edition)), ==, counts->streams);
  g_assert_cmpuint (count (tl_edition_get_stages (edition)), ==, counts->stages);
  g_assert_cmpuint (count (tl_edition_get_activities (edition)), ==, counts->activities);
  g_assert_cmpuint (count (tl_edition_get_groups (edition)), ==, counts->groups);
  g_assert_cmpuint (count (tl_edition_get_components (edition)), ==, counts->components);
  g_assert_cmpuint (count (objects), ==, counts->data_objects);
  g_assert_cmpuint (count (tl_edition_get_models (edition)), ==, counts->models);
  g_assert_cmpuint (count (tl_edition_get_relations (edition)), ==, counts->relations);
  g_assert_cmpuint (count (tl_edition_get_component_flows (edition)), ==, counts->component_flows);
  g_assert_cmpuint (count (tl_edition_get_stream_flows (edition)), ==, counts->stream_flows);
  g_assert_cmpuint (count (tl_edition_get_transitions (edition)), ==, counts->transitions);

  for (guint i = 0; objects[i] != NULL; i++)
    n_attributes += count (objects[i]->attributes);
  g_assert_cmpuint (n_attributes, ==, counts->attributes);
}

/* A text is unknown, or there is something in it. */
static void
check_text (const char *text)
{
  if (text == NULL)
    return;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, !=, "");
  g_assert_false (g_ascii_isspace (text[0]));
  g_assert_false (g_ascii_isspace (text[strlen (text) - 1]));
}

static void
check_concept (const TlEdition *edition,
               const TlConcept *concept,
               TlConceptKind    kind,
               GHashTable      *keys)
{
  g_autofree char *key = g_strdup_printf ("%s:%s", tl_concept_kind_get_prefix (kind), concept->id);

  g_assert_true (concept->edition == edition);
  g_assert_cmpint (concept->kind, ==, kind);
  g_assert_cmpstr (concept->key, ==, key);
  g_assert_true (g_hash_table_add (keys, (gpointer) concept->key));
  g_assert_nonnull (concept->name);
  check_text (concept->name);
  check_text (concept->text);
  check_text (concept->source);
  check_text (concept->note);
  g_assert_true (tl_edition_lookup (edition, kind, concept->id) == concept);
  g_assert_true (tl_edition_lookup_key (edition, concept->key) == concept);
  g_assert_nonnull (tl_concept_get_kind_label (concept));
}

static void
test_concepts (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  gconstpointer lists[TL_N_CONCEPT_KINDS] = {
    [TL_CONCEPT_STREAM] = tl_edition_get_streams (edition),
    [TL_CONCEPT_STAGE] = tl_edition_get_stages (edition),
    [TL_CONCEPT_ACTIVITY] = tl_edition_get_activities (edition),
    [TL_CONCEPT_GROUP] = tl_edition_get_groups (edition),
    [TL_CONCEPT_COMPONENT] = tl_edition_get_components (edition),
    [TL_CONCEPT_DATA_OBJECT] = tl_edition_get_data_objects (edition),
    [TL_CONCEPT_MODEL] = tl_edition_get_models (edition),
  };

  for (guint kind = 0; kind < TL_N_CONCEPT_KINDS; kind++)
    {
      const TlConcept *const *concepts = lists[kind];

      for (guint i = 0; concepts[i] != NULL; i++)
        check_concept (edition, concepts[i], kind, keys);
    }
}

/* Both directions of what hangs together: what is in the arrays of a concept
 * points back at it, and the arrays have all that do. */
static void
test_streams_and_groups (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlStream *const *streams = tl_edition_get_streams (edition);
  const TlStage *const *stages = tl_edition_get_stages (edition);
  const TlGroup *const *groups = tl_edition_get_groups (edition);
  const TlStreamFlow *const *flows = tl_edition_get_stream_flows (edition);
  guint n_stages = 0, n_subgroups = 0, n_flows = 0;

  for (guint i = 0; streams[i] != NULL; i++)
    {
      g_assert_cmpuint (streams[i]->order, ==, i + 1);
      g_assert_cmpuint (count (streams[i]->stages), >=, 3);
      for (guint j = 0; streams[i]->stages[j] != NULL; j++)
        {
          g_assert_true (streams[i]->stages[j] == stages[n_stages++]);
          g_assert_true (streams[i]->stages[j]->stream == streams[i]);
          g_assert_cmpuint (streams[i]->stages[j]->order, ==, j + 1);
        }
      n_flows += count (streams[i]->flows_out) + count (streams[i]->flows_in);
    }
  g_assert_cmpuint (n_stages, ==, count (stages));

  for (guint i = 0; flows[i] != NULL; i++)
    {
      g_assert_true (contains (flows[i]->from->flows_out, flows[i]));
      g_assert_true (contains (flows[i]->to->flows_in, flows[i]));
    }
  g_assert_cmpuint (n_flows, ==, 2 * count (flows));

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (groups[i]->parent != NULL)
        {
          g_assert_true (contains (groups[i]->parent->subgroups, groups[i]));
          g_assert_null (groups[i]->parent->parent);
          g_assert_cmpuint (groups[i]->order, ==, ++n_subgroups);
        }
      else
        {
          g_assert_cmpuint (count (groups[i]->subgroups), ==, 2);
          g_assert_cmpuint (n_subgroups, ==, 0);
        }
    }
}

static void
test_components (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlComponent *const *components = tl_edition_get_components (edition);
  const TlDataObject *const *objects = tl_edition_get_data_objects (edition);
  const TlComponentFlow *const *flows = tl_edition_get_component_flows (edition);
  guint n_flows = 0, n_owned = 0;

  for (guint i = 0; components[i] != NULL; i++)
    {
      const TlComponent *component = components[i];

      g_assert_cmpint ((component->stream != NULL) + (component->group != NULL) + (component->activity != NULL), ==, 1);
      if (component->stream != NULL)
        g_assert_true (contains (component->stream->components, component));
      if (component->group != NULL)
        g_assert_true (contains (component->group->components, component));
      if (component->activity != NULL)
        g_assert_true (contains (component->activity->components, component));

      for (guint j = 0; component->data_objects[j] != NULL; j++)
        g_assert_true (component->data_objects[j]->component == component);
      n_owned += count (component->data_objects);
      n_flows += count (component->flows_out) + count (component->flows_in);
    }

  for (guint i = 0; objects[i] != NULL; i++)
    {
      if (objects[i]->component == NULL)
        n_owned++;
      for (guint j = 0; objects[i]->attributes[j] != NULL; j++)
        {
          g_assert_true (objects[i]->attributes[j]->data_object == objects[i]);
          g_assert_cmpuint (objects[i]->attributes[j]->order, ==, j + 1);
          check_text (objects[i]->attributes[j]->meaning);
        }
    }
  g_assert_cmpuint (n_owned, ==, count (objects));

  for (guint i = 0; flows[i] != NULL; i++)
    {
      g_assert_true (contains (flows[i]->from->flows_out, flows[i]));
      g_assert_true (contains (flows[i]->to->flows_in, flows[i]));
      if (flows[i]->data_object != NULL)
        g_assert_true (contains (objects, flows[i]->data_object));
    }
  g_assert_cmpuint (n_flows, ==, 2 * count (flows));
}

static void
test_relations (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlDataObject *const *objects = tl_edition_get_data_objects (edition);
  const TlObjectRelation *const *relations = tl_edition_get_relations (edition);
  guint n_ends = 0, n_expected = 0;

  for (guint i = 0; relations[i] != NULL; i++)
    {
      const TlObjectRelation *relation = relations[i];

      g_assert_true (contains (objects, relation->from));
      g_assert_true (contains (objects, relation->to));
      g_assert_true (contains (relation->from->relations, relation));
      g_assert_true (contains (relation->to->relations, relation));
      if (relation->is_backbone)
        {
          g_assert_true (relation->from->role == relation->to->role);
          g_assert_true (relation->from->role == TL_DATA_OBJECT_BACKBONE ||
                         relation->from->role == TL_DATA_OBJECT_OFFER_BACKBONE);
        }

      /* One to itself is listed once. */
      n_expected += relation->from == relation->to ? 1 : 2;
    }

  for (guint i = 0; objects[i] != NULL; i++)
    n_ends += count (objects[i]->relations);
  g_assert_cmpuint (n_ends, ==, n_expected);
}

static void
test_models (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlServiceModel *const *models = tl_edition_get_models (edition);
  const TlModelTransition *const *transitions = tl_edition_get_transitions (edition);
  guint n_transitions = 0;

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_assert_cmpuint (count (models[i]->places), >, 0);
      for (guint j = 0; models[i]->places[j] != NULL; j++)
        g_assert_true (tl_edition_lookup_key (edition, models[i]->places[j]->key) == models[i]->places[j]);
      for (guint j = 0; models[i]->transitions[j] != NULL; j++)
        {
          g_assert_true (contains (models[i]->data_objects, models[i]->transitions[j]->from));
          g_assert_true (models[i]->transitions[j] == transitions[n_transitions++]);
        }
    }
  g_assert_cmpuint (n_transitions, ==, count (transitions));

  for (guint i = 0; transitions[i] != NULL; i++)
    {
      g_assert_true (contains (tl_edition_get_data_objects (edition), transitions[i]->to));
      g_assert_true (tl_edition_lookup_key (edition, transitions[i]->place->key) == transitions[i]->place);
      check_text (transitions[i]->text);
    }
}

/* The object before @object in the order of the models that a backbone relation
 * joins to it, or NULL. Checks that there is not more than one. */
static const TlDataObject *
get_predecessor (GPtrArray          *line,
                 const TlDataObject *object)
{
  const TlDataObject *found = NULL;

  for (guint i = 0; object->relations[i] != NULL; i++)
    {
      const TlObjectRelation *relation = object->relations[i];
      const TlDataObject *other = relation->from == object ? relation->to : relation->from;

      if (relation->is_backbone && g_ptr_array_find (line, other, NULL))
        {
          g_assert_null (found);
          found = other;
        }
    }

  return found;
}

typedef struct
{
  const char       *version;
  TlDataObjectRole  role;
  const char       *steps; /* object<predecessor in the order of the models */
} Backbone;

static const Backbone backbone_2_1 = {
  "2.1", TL_DATA_OBJECT_BACKBONE,
  "conceptual-service logical-service<conceptual-service service-release<logical-service "
  "service-release-blueprint<service-release service-catalog-entry<service-release-blueprint "
  "desired-service<service-release-blueprint actual-service<desired-service"
};
static const Backbone backbone_3_0 = {
  "3.0", TL_DATA_OBJECT_BACKBONE,
  "digital-product product-design<digital-product product-release<product-design "
  "desired-product-instance<product-release actual-product-instance<desired-product-instance"
};
static const Backbone offer_backbone = {
  "3.0", TL_DATA_OBJECT_OFFER_BACKBONE,
  "service-offer subscription<service-offer chargeback-contract<subscription service-contract<subscription"
};

/* The backbone objects in the order of the models make one line: each hangs on
 * one that stands before it. */
static void
test_backbone (gconstpointer data)
{
  const Backbone *backbone = data;
  const TlEdition *edition = tl_edition_get (backbone->version);
  const TlServiceModel *const *models = tl_edition_get_models (edition);
  const TlDataObject *const *objects = tl_edition_get_data_objects (edition);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GString) steps = g_string_new (NULL);
  guint n_role = 0;

  for (guint i = 0; models[i] != NULL; i++)
    {
      for (guint j = 0; models[i]->data_objects[j] != NULL; j++)
        {
          const TlDataObject *object = models[i]->data_objects[j];
          const TlDataObject *predecessor;

          if (object->role != backbone->role)
            continue;

          predecessor = get_predecessor (line, object);
          g_string_append_printf (steps, "%s%s", line->len > 0 ? " " : "", object->concept.id);
          if (predecessor != NULL)
            g_string_append_printf (steps, "<%s", predecessor->concept.id);
          g_ptr_array_add (line, (gpointer) object);
        }
    }

  for (guint i = 0; objects[i] != NULL; i++)
    n_role += objects[i]->role == backbone->role;

  g_assert_cmpuint (line->len, ==, n_role);
  g_assert_cmpstr (steps->str, ==, backbone->steps);
}

static void
test_lookup (void)
{
  const TlEdition *edition = tl_edition_get ("3.0");

  /* One id, two kinds. */
  g_assert_true (tl_edition_lookup_key (edition, "component:policy") == &tl_edition_lookup_component (edition, "policy")->concept);
  g_assert_true (tl_edition_lookup_key (edition, "data-object:policy") == &tl_edition_lookup_data_object (edition, "policy")->concept);
  g_assert_cmpstr (tl_edition_lookup_stream (edition, "consume")->concept.name, ==, "Consume");

  g_assert_null (tl_edition_lookup_stream (edition, "strategy-to-portfolio"));
  g_assert_null (tl_edition_lookup_component (edition, NULL));
  g_assert_null (tl_edition_lookup_component (edition, ""));
  g_assert_null (tl_edition_lookup_data_object (edition, "rfc"));
  g_assert_null (tl_edition_lookup_key (edition, NULL));
  g_assert_null (tl_edition_lookup_key (edition, ""));
  g_assert_null (tl_edition_lookup_key (edition, ":"));
  g_assert_null (tl_edition_lookup_key (edition, "policy"));
  g_assert_null (tl_edition_lookup_key (edition, "component:"));
  g_assert_null (tl_edition_lookup_key (edition, "comp:policy"));
  g_assert_null (tl_edition_lookup_key (edition, "components:policy"));
  g_assert_null (tl_edition_lookup_key (edition, "component:policy "));
}

static void
test_informal_names (void)
{
  static const char *const names[] = { "Plan", "Build", "Deliver", "Run" };
  const TlStream *const *streams = tl_edition_get_streams (tl_edition_get ("2.1"));
  const TlGroup *const *groups = tl_edition_get_groups (tl_edition_get ("3.0"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (streams[i]->informal_name, ==, names[i]);
      g_assert_cmpstr (groups[i]->informal_name, ==, names[i]);
      g_assert_cmpstr (groups[i]->concept.name, ==, streams[i]->concept.name);
      g_assert_cmpstr (groups[i]->abbreviation, ==, streams[i]->abbreviation);
    }
  g_assert_null (groups[4]->informal_name);
}

/* Every component, data object, stream, activity and group has a counterpart or
 * is said to have none; sub-groups have no row. */
static void
check_counterparts (const TlConcept *concept)
{
  g_autoptr (GPtrArray) rows = tl_edition_list_counterparts (concept);
  gboolean is_subgroup = concept->kind == TL_CONCEPT_GROUP && ((const TlGroup *) concept)->parent != NULL;

  g_assert_cmpint (rows->len > 0, ==, !is_subgroup);

  for (guint i = 0; i < rows->len; i++)
    {
      const TlCounterpart *row = g_ptr_array_index (rows, i);

      g_assert_true (row->from == concept || row->to == concept);
      g_assert_cmpint (row->from == NULL, ==, row->kind == TL_COUNTERPART_NEW);
      g_assert_cmpint (row->to == NULL, ==, row->kind == TL_COUNTERPART_DROPPED);
      if (row->from != NULL)
        g_assert_true (row->from->edition == tl_edition_get ("2.1"));
      if (row->to != NULL)
        g_assert_true (row->to->edition == tl_edition_get ("3.0"));
      check_text (row->why);
    }
}

static void
test_counterparts (gconstpointer version)
{
  const TlEdition *edition = tl_edition_get (version);
  gconstpointer lists[] = {
    tl_edition_get_streams (edition),
    tl_edition_get_activities (edition),
    tl_edition_get_groups (edition),
    tl_edition_get_components (edition),
    tl_edition_get_data_objects (edition),
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const TlConcept *const *concepts = lists[i];

      for (guint j = 0; concepts[j] != NULL; j++)
        check_counterparts (concepts[j]);
    }
}

static void
test_split (void)
{
  const TlEdition *edition = tl_edition_get ("2.1");
  g_autoptr (GPtrArray) rows = NULL;
  static const char *const parts[] = {
    "component:fulfillment-orchestration", "component:fulfillment", "component:resource",
  };

  rows = tl_edition_list_counterparts (&tl_edition_lookup_component (edition, "fulfillment-execution")->concept);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (parts));
  for (guint i = 0; i < rows->len; i++)
    {
      const TlCounterpart *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->kind, ==, TL_COUNTERPART_SPLIT);
      g_assert_cmpstr (row->to->key, ==, parts[i]);
      g_assert_nonnull (row->why);
    }
}

/* Registers a test for each edition. */
static void
add_for_editions (const char    *name,
                  GTestDataFunc  function)
{
  const char *const *versions = tl_edition_list_versions ();

  for (guint i = 0; versions[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/reference/edition/%s/%s", versions[i], name);

      g_test_add_data_func (path, versions[i], function);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reference/edition/threads", test_threads);
  g_test_add_func ("/reference/edition/versions", test_versions);
  g_test_add_func ("/reference/edition/lookup", test_lookup);
  g_test_add_func ("/reference/edition/informal-names", test_informal_names);
  g_test_add_func ("/reference/edition/split", test_split);
  g_test_add_data_func ("/reference/edition/2.1/counts", &counts_2_1, test_counts);
  g_test_add_data_func ("/reference/edition/3.0/counts", &counts_3_0, test_counts);
  g_test_add_data_func ("/reference/edition/2.1/backbone", &backbone_2_1, test_backbone);
  g_test_add_data_func ("/reference/edition/3.0/backbone", &backbone_3_0, test_backbone);
  g_test_add_data_func ("/reference/edition/3.0/offer-backbone", &offer_backbone, test_backbone);
  add_for_editions ("concepts", test_concepts);
  add_for_editions ("streams-and-groups", test_streams_and_groups);
  add_for_editions ("components", test_components);
  add_for_editions ("relations", test_relations);
  add_for_editions ("models", test_models);
  add_for_editions ("counterparts", test_counterparts);

  return g_test_run ();
}
