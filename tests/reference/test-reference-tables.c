/* test-reference-tables.c: the editions say what the research tables say
 *
 * Builds each row of each table anew from the editions. The two have to agree
 * row for row and column for column, in both directions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/tl-edition-private.h"
#include "tl-test-support.h"

#include <string.h>

typedef struct
{
  GHashTable *rows; /* line of the table → itself */
  guint       n_rows;
  guint       n_found;
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* FALSE if the tables are not there and the test is skipped. */
static gboolean
read_table (Table      *table,
            const char *file,
            const char *header)
{
  g_autofree char *relative = g_build_filename ("reference", file, NULL);
  g_autofree char *path = tl_test_find_shared (relative);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (path == NULL)
    return FALSE;

  contents = tl_test_read_file (path);
  g_assert_true (g_str_has_suffix (contents, "\n"));
  contents[strlen (contents) - 1] = '\0';
  lines = g_strsplit (contents, "\n", -1);

  /* A column more would be one that the editions lose. */
  g_assert_cmpstr (lines[0], ==, header);

  table->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_assert_true (g_hash_table_add (table->rows, g_strdup (lines[i])));
      table->n_rows++;
    }
  g_assert_cmpuint (table->n_rows, >, 0);

  return TRUE;
}

/* Joins the columns, of which those not known are blank, and takes the row that
 * says just that out of the table. */
static void
expect_row (Table *table,
            guint  n_columns,
            ...)
{
  g_autoptr (GString) row = g_string_new (NULL);
  va_list columns;

  va_start (columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      const char *column = va_arg (columns, const char *);

      if (i > 0)
        g_string_append_c (row, '\t');
      if (column != NULL)
        g_string_append (row, column);
    }
  va_end (columns);

  if (!g_hash_table_remove (table->rows, row->str))
    {
      g_test_message ("The table has no row, or not twice: %s", row->str);
      g_test_fail ();
    }
  table->n_found++;
}

static void
expect_no_more_rows (Table *table)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, table->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      g_test_message ("No edition has the row: %s", (char *) row);
      g_test_fail ();
    }

  g_assert_cmpuint (table->n_found, ==, table->n_rows);
}

static const char *
get_id (gconstpointer concept)
{
  return concept != NULL ? ((const TlConcept *) concept)->id : NULL;
}

static gboolean
is_3_0 (const TlEdition *edition)
{
  return g_str_equal (tl_edition_get_version (edition), "3.0");
}

#define FOR_EACH_EDITION(edition) \
  for (const TlEdition *edition = tl_edition_get ("2.1"); edition != NULL; \
       edition = is_3_0 (edition) ? NULL : tl_edition_get ("3.0"))

static const char *
format_order (guint  order,
              char  *buffer)
{
  g_snprintf (buffer, 12, "%u", order);

  return buffer;
}

static void
expect_streams (Table           *table,
                const TlEdition *edition)
{
  const char *version = tl_edition_get_version (edition);
  const TlStream *const *streams = tl_edition_get_streams (edition);
  const TlActivity *const *activities = tl_edition_get_activities (edition);
  const TlGroup *const *groups = tl_edition_get_groups (edition);
  char order[12];

  for (guint i = 0; streams[i] != NULL; i++)
    expect_row (table, 9, version, streams[i]->concept.id,
                is_3_0 (edition) ? "value-stream" : "value-chain-primary",
                streams[i]->concept.name, streams[i]->abbreviation,
                format_order (streams[i]->order, order), streams[i]->concept.text,
                streams[i]->stakeholders, NULL);

  for (guint i = 0; activities[i] != NULL; i++)
    expect_row (table, 9, version, activities[i]->concept.id, "value-chain-supporting",
                activities[i]->concept.name, activities[i]->abbreviation,
                format_order (activities[i]->order, order), activities[i]->concept.text,
                NULL, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const TlGroup *group = groups[i];
      g_autofree char *name = g_strdup (group->concept.name);

      if (group->informal_name != NULL)
        {
          g_free (name);
          name = g_strdup_printf ("%s (%s)", group->concept.name, group->informal_name);
        }

      expect_row (table, 9, version, group->concept.id, "functional-group", name,
                  group->abbreviation, format_order (group->order, order),
                  group->concept.text, NULL, get_id (group->parent));
    }
}

static void
test_streams (void)
{
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "streams.tsv",
                   "version\tid\tkind\tname\tabbreviation\torder\tpurpose\tmain_stakeholders\tparent_id"))
    return;

  FOR_EACH_EDITION (edition)
    expect_streams (&table, edition);

  expect_no_more_rows (&table);
}

static void
test_stages (void)
{
  g_auto (Table) table = { NULL };
  char order[12];

  if (!read_table (&table, "stages.tsv",
                   "version\tvalue_stream_id\torder\tname\tmain_activity\tentry\texit\tstage_id\tsource"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlStage *const *stages = tl_edition_get_stages (edition);

      for (guint i = 0; stages[i] != NULL; i++)
        expect_row (&table, 9, tl_edition_get_version (edition), get_id (stages[i]->stream),
                    format_order (stages[i]->order, order), stages[i]->concept.name,
                    stages[i]->concept.text, stages[i]->entry, stages[i]->exit,
                    stages[i]->concept.id, stages[i]->concept.source);
    }

  expect_no_more_rows (&table);
}

static void
test_components (void)
{
  static const char *const roles[] = {
    [TL_COMPONENT_PRIMARY] = "primary",
    [TL_COMPONENT_SECONDARY] = "secondary",
    [TL_COMPONENT_AUXILIARY] = "auxiliary",
    [TL_COMPONENT_SUPPORTING] = "supporting",
  };
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "components.tsv",
                   "version\tid\tname\tstream_or_group_id\tkind\tpurpose\tsource"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlComponent *const *components = tl_edition_get_components (edition);

      for (guint i = 0; components[i] != NULL; i++)
        {
          const TlConcept *concept = &components[i]->concept;

          /* The table has no remarks on components. */
          g_assert_null (concept->note);
          expect_row (&table, 7, tl_edition_get_version (edition), concept->id, concept->name,
                      get_id (tl_concept_get_place (concept)), roles[components[i]->role],
                      concept->text, concept->source);
        }
    }

  expect_no_more_rows (&table);
}

static void
test_data_objects (void)
{
  static const char *const roles[2][4] = {
    {
      [TL_DATA_OBJECT_KEY] = "key",
      [TL_DATA_OBJECT_BACKBONE] = "service-model-backbone",
      [TL_DATA_OBJECT_OFFER_BACKBONE] = "not in 2.1",
      [TL_DATA_OBJECT_AUXILIARY] = "auxiliary",
    },
    {
      [TL_DATA_OBJECT_KEY] = "key",
      [TL_DATA_OBJECT_BACKBONE] = "digital-product-backbone",
      [TL_DATA_OBJECT_OFFER_BACKBONE] = "service-offer-backbone",
      [TL_DATA_OBJECT_AUXILIARY] = "not in 3.0",
    },
  };
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "data-objects.tsv",
                   "version\tid\tname\tcomponent_id\tkind\tservice_model_stage\tdefinition\tsource\tnote"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlDataObject *const *objects = tl_edition_get_data_objects (edition);

      for (guint i = 0; objects[i] != NULL; i++)
        {
          const TlConcept *concept = &objects[i]->concept;

          expect_row (&table, 9, tl_edition_get_version (edition), concept->id, concept->name,
                      get_id (objects[i]->component), roles[is_3_0 (edition)][objects[i]->role],
                      objects[i]->service_stage, concept->text, concept->source, concept->note);
        }
    }

  expect_no_more_rows (&table);
}

static void
test_attributes (void)
{
  g_auto (Table) table = { NULL };
  char order[12];

  if (!read_table (&table, "attributes.tsv",
                   "version\tdata_object_id\tname\tmeaning\torder\tsource\tnote"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlDataObject *const *objects = tl_edition_get_data_objects (edition);

      for (guint i = 0; objects[i] != NULL; i++)
        {
          for (guint j = 0; objects[i]->attributes[j] != NULL; j++)
            {
              const TlAttribute *attribute = objects[i]->attributes[j];

              expect_row (&table, 7, tl_edition_get_version (edition), objects[i]->concept.id,
                          attribute->name, attribute->meaning,
                          format_order (attribute->order, order),
                          attribute->source, attribute->note);
            }
        }
    }

  expect_no_more_rows (&table);
}

static void
test_relations (void)
{
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "relationships.tsv",
                   "version\tfrom_data_object_id\tto_data_object_id\tname\tfrom_multiplicity\t"
                   "to_multiplicity\tis_backbone\tsource\tnote"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlObjectRelation *const *relations = tl_edition_get_relations (edition);

      for (guint i = 0; relations[i] != NULL; i++)
        expect_row (&table, 9, tl_edition_get_version (edition),
                    get_id (relations[i]->from), get_id (relations[i]->to), relations[i]->name,
                    relations[i]->from_multiplicity, relations[i]->to_multiplicity,
                    relations[i]->is_backbone ? "yes" : "no",
                    relations[i]->source, relations[i]->note);
    }

  expect_no_more_rows (&table);
}

static void
test_component_flows (void)
{
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "component-flows.tsv",
                   "version\tfrom_component_id\tto_component_id\tdata_object_id\tsource\tnote"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlComponentFlow *const *flows = tl_edition_get_component_flows (edition);

      for (guint i = 0; flows[i] != NULL; i++)
        expect_row (&table, 6, tl_edition_get_version (edition), get_id (flows[i]->from),
                    get_id (flows[i]->to), get_id (flows[i]->data_object),
                    flows[i]->source, flows[i]->note);
    }

  expect_no_more_rows (&table);
}

static void
test_stream_flows (void)
{
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "stream-flows.tsv",
                   "version\tfrom_value_stream_id\tto_value_stream_id\tsource"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const TlStreamFlow *const *flows = tl_edition_get_stream_flows (edition);

      for (guint i = 0; flows[i] != NULL; i++)
        expect_row (&table, 4, tl_edition_get_version (edition),
                    get_id (flows[i]->from), get_id (flows[i]->to), flows[i]->source);
    }

  expect_no_more_rows (&table);
}

static char *
join_ids (gconstpointer array)
{
  const TlConcept *const *concepts = array;
  GString *ids = g_string_new (NULL);

  for (guint i = 0; concepts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (ids, ',');
      g_string_append (ids, concepts[i]->id);
    }

  return g_string_free (ids, FALSE);
}

static void
test_models (void)
{
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "service-models.tsv",
                   "version\tid\tkind\tname\tdata_object_ids\tfrom_data_object_id\t"
                   "to_data_object_id\tstream_or_group_ids\tdescription"))
    return;

  FOR_EACH_EDITION (edition)
    {
      const char *version = tl_edition_get_version (edition);
      const TlServiceModel *const *models = tl_edition_get_models (edition);
      const TlModelTransition *const *transitions = tl_edition_get_transitions (edition);

      for (guint i = 0; models[i] != NULL; i++)
        {
          g_autofree char *objects = join_ids (models[i]->data_objects);
          g_autofree char *places = join_ids (models[i]->places);

          expect_row (&table, 9, version, models[i]->concept.id, "model",
                      models[i]->concept.name, objects, NULL, NULL, places,
                      models[i]->concept.text);
        }

      for (guint i = 0; transitions[i] != NULL; i++)
        {
          const TlModelTransition *transition = transitions[i];
          g_autofree char *objects = g_strdup_printf ("%s,%s", get_id (transition->from),
                                                      get_id (transition->to));

          expect_row (&table, 9, version, transition->id, "transition", transition->name,
                      objects, get_id (transition->from), get_id (transition->to),
                      transition->place->id, transition->text);
        }
    }

  expect_no_more_rows (&table);
}

/* The table has one kind for all that stands in the table of streams. */
static const char *
get_table_kind (const TlConcept *concept)
{
  switch (concept->kind)
    {
    case TL_CONCEPT_STREAM:
    case TL_CONCEPT_ACTIVITY:
    case TL_CONCEPT_GROUP:
      return "stream";
    case TL_CONCEPT_COMPONENT:
      return "component";
    case TL_CONCEPT_DATA_OBJECT:
      return "data-object";
    case TL_CONCEPT_STAGE:
    case TL_CONCEPT_MODEL:
    default:
      g_assert_not_reached ();
    }
}

static void
test_counterparts (void)
{
  static const char *const words[] = {
    [TL_COUNTERPART_SAME] = "same",
    [TL_COUNTERPART_RENAMED] = "renamed",
    [TL_COUNTERPART_SPLIT] = "split",
    [TL_COUNTERPART_MERGED] = "merged",
    [TL_COUNTERPART_DROPPED] = "dropped",
    [TL_COUNTERPART_NEW] = "new",
  };
  const GPtrArray *rows = tl_edition_get_all_counterparts ();
  g_auto (Table) table = { NULL };

  if (!read_table (&table, "edition-map.tsv", "kind\tfrom_2.1\tto_3.0\thow\twhy"))
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const TlCounterpart *row = g_ptr_array_index (rows, i);

      expect_row (&table, 5, get_table_kind (row->from != NULL ? row->from : row->to),
                  get_id (row->from), get_id (row->to), words[row->kind], row->why);
    }

  expect_no_more_rows (&table);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reference/tables/streams", test_streams);
  g_test_add_func ("/reference/tables/stages", test_stages);
  g_test_add_func ("/reference/tables/components", test_components);
  g_test_add_func ("/reference/tables/data-objects", test_data_objects);
  g_test_add_func ("/reference/tables/attributes", test_attributes);
  g_test_add_func ("/reference/tables/relations", test_relations);
  g_test_add_func ("/reference/tables/component-flows", test_component_flows);
  g_test_add_func ("/reference/tables/stream-flows", test_stream_flows);
  g_test_add_func ("/reference/tables/models", test_models);
  g_test_add_func ("/reference/tables/counterparts", test_counterparts);

  return g_test_run ();
}
