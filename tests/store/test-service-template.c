/* test-service-template.c: what a new service starts with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-traceability.h"
#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "store/tl-reader.h"
#include "store/tl-service-template.h"
#include "store/tl-writer.h"
#include "tl-test-support.h"

#include <string.h>

static const char *const versions[] = { "2.1", "3.0" };

static char *
write_text (TlProject *project)
{
  g_autoptr (GBytes) bytes = tl_writer_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static TlServiceTemplate *
find (GPtrArray  *templates,
      const char *name)
{
  for (guint i = 0; i < templates->len; i++)
    if (g_strcmp0 (tl_service_template_get_name (g_ptr_array_index (templates, i)), name) == 0)
      return g_ptr_array_index (templates, i);
  return NULL;
}

static TlRecord *
add (TlServiceTemplate *template,
     TlProject         *project,
     const char        *name)
{
  g_autoptr (GError) error = NULL;
  TlRecord *service = tl_service_template_add_service (template, project, name, &error);

  g_assert_no_error (error);
  g_assert_nonnull (service);
  return service;
}

static GPtrArray *
list_own (const char *version,
          GPtrArray **problems)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *templates;

  tl_service_template_list_own_async (tl_edition_get (version), NULL, tl_test_store_result, &slot);
  result = tl_test_await_result (&slot);
  templates = tl_service_template_list_own_finish (result, problems, &error);
  g_assert_no_error (error);
  return templates;
}

static TlServiceTemplate *
save (TlRecord   *service,
      const char *label,
      const char *description)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlServiceTemplate *template;

  tl_service_template_save_async (service, label, description, NULL, tl_test_store_result, &slot);
  result = tl_test_await_result (&slot);
  template = tl_service_template_save_finish (result, &error);
  g_assert_no_error (error);
  return template;
}

static char *
make_folder (void)
{
  g_autoptr (GFile) folder = tl_service_template_dup_folder ();

  g_assert_true (g_file_make_directory_with_parents (folder, NULL, NULL));
  return g_file_get_path (folder);
}

/* That an element is of a kind that may stand where it does, and has a place
 * unless it stands on the line. */
static void
check_elements (TlRecord *service)
{
  for (guint lane = TL_SERVICE_CONCEPTUAL; lane <= TL_SERVICE_REALIZED; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      {
        TlElement *element = TL_ELEMENT (tl_record_get_child (service, lane, i));
        const TlElementKind *kind = tl_element_get_kind (element);
        double x, y;

        g_assert_nonnull (kind);
        g_assert_cmpuint (kind->lane, ==, lane);
        g_assert_true (*tl_record_get_name (TL_RECORD (element)) != '\0');
        g_assert_cmpint (tl_element_get_place (element, &x, &y), ==, kind->line == TL_LINE_NONE);
      }
}

static void
check_relations (TlProject *project,
                 TlRecord  *service)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (project));

  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); i++)
    {
      TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);
      TlRecord *from = tl_project_lookup (project, tl_record_get (relation, TL_RELATION_FROM));
      TlRecord *to = tl_project_lookup (project, tl_record_get (relation, TL_RELATION_TO));

      g_assert_true (tl_record_get_parent (from) == service);
      g_assert_true (tl_record_get_parent (to) == service);
      g_assert_nonnull (tl_metamodel_find_rule (tl_metamodel_lookup_relation_kind (metamodel, tl_record_get (relation, TL_RELATION_KIND)),
                                                tl_element_get_kind (TL_ELEMENT (from)), tl_element_get_kind (TL_ELEMENT (to))));
    }
}

static void
test_built_in (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      const TlEdition *edition = tl_edition_get (versions[i]);
      g_autoptr (GPtrArray) templates = tl_service_template_list (edition);
      g_autoptr (TlProject) project = tl_project_new (edition, "P");
      g_autofree char *before = write_text (project);
      g_autofree char *after = NULL;

      g_assert_cmpuint (templates->len, ==, 6);
      for (guint j = 0; j < templates->len; j++)
        {
          TlServiceTemplate *template = g_ptr_array_index (templates, j);
          g_autofree char *name = g_strdup_printf ("Service %u", j);
          TlRecord *service = add (template, project, name);

          g_assert_false (tl_service_template_is_own (template));
          g_assert_true (*tl_service_template_get_label (template) != '\0');
          g_assert_true (*tl_service_template_get_description (template) != '\0');
          g_assert_cmpstr (tl_record_get_name (service), ==, name);
          check_elements (service);
          check_relations (project, service);
          tl_history_undo (tl_project_get_history (project));
          g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES), ==, 0);
        }
      after = write_text (project);
      g_assert_cmpstr (before, ==, after);
    }
}

/* All that the line of an edition consists of is in every pattern but the empty
 * one, and nothing is left open. */
static void
test_complete (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      const TlEdition *edition = tl_edition_get (versions[i]);
      g_autoptr (GPtrArray) templates = tl_service_template_list (edition);
      g_autoptr (GPtrArray) line = tl_metamodel_list_line (tl_metamodel_get (edition), TL_LINE_BACKBONE);
      g_autoptr (TlProject) project = tl_project_new (edition, "P");

      for (guint j = 1; j < templates->len; j++)
        {
          TlRecord *service = add (g_ptr_array_index (templates, j), project, NULL);

          for (guint k = 0; k < line->len; k++)
            {
              const TlElementKind *kind = g_ptr_array_index (line, k);
              TlRecord *element = tl_record_get_child (service, kind->lane, 0);

              for (guint n = 1; element != NULL && tl_element_get_kind (TL_ELEMENT (element)) != kind; n++)
                element = tl_record_get_child (service, kind->lane, n);
              g_assert_nonnull (element);
            }
          g_assert_cmpuint (tl_traceability_count_gaps (tl_traceability_get (project), service), ==, 0);
        }
    }
}

static void
test_twice (void)
{
  const TlEdition *edition = tl_edition_get ("2.1");
  g_autoptr (GPtrArray) templates = tl_service_template_list (edition);
  g_autoptr (TlProject) project = tl_project_new (edition, "P");
  TlServiceTemplate *template = find (templates, "web-application");
  TlRecord *first = add (template, project, "Online payments");
  TlRecord *second = add (template, project, "Mobile banking");
  TlRecord *concept = tl_record_get_child (second, TL_SERVICE_CONCEPTUAL, 0);

  g_assert_cmpstr (tl_record_get_id (first), !=, tl_record_get_id (second));
  g_assert_cmpstr (tl_record_get_name (tl_record_get_child (first, TL_SERVICE_CONCEPTUAL, 0)), ==, "Online payments");
  g_assert_cmpstr (tl_record_get_name (concept), ==, "Mobile banking");
  check_relations (project, first);
  check_relations (project, second);
}

/* One's own */

#define OTHER_SERVICE                                                                                           \
  "<service id='s2' name='Shared'><realized><element id='db' kind='database' name='Shared database'/></realized></service>"

static TlProject *
create_project (void)
{
  const char *xml =
      "<project xmlns='urn:throughline:project:1' id='p' edition='2.1' name='P'>"
      "<services>"
      "<service id='s1' name='Cards' owner='Payments' state='live' stage='detect-to-correct--detect' since='2026-01-01'>"
      "<description>Plastic.</description>"
      "<conceptual><element id='c1' kind='conceptual-service' name='Cards'/></conceptual>"
      "<logical><element id='l1' kind='k1' name='Cards engine' state='built' x='8' y='16'><note>Fast.</note>"
      "<property name='Language'>C</property></element></logical>"
      "<realized><element id='r1' kind='server' name='CardsX for Cards' external-id='ci-1' expected='2027-01-01'/></realized>"
      "<relations><relation id='rel1' kind='realized-by' from='l1' to='r1'/>"
      "<relation id='rel2' kind='runs-on' from='r1' to='db'/></relations>"
      "<uses><use id='u1' of='db'/></uses>"
      "</service>" OTHER_SERVICE "</services>"
      "<kinds><kind id='k1' name='Engine' like='logical-component'>Computes.</kind></kinds>"
      "</project>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "test", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
test_own (void)
{
  g_autoptr (TlProject) source = create_project ();
  g_autoptr (TlProject) target = tl_project_new (tl_edition_get ("2.1"), "Q");
  g_autoptr (TlServiceTemplate) saved = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  TlRecord *service, *engine, *server;

  saved = save (tl_project_lookup (source, "s1"), "Card Scheme", "For cards of all sorts.");
  g_assert_cmpstr (tl_service_template_get_name (saved), ==, "card-scheme.it4it");

  templates = list_own ("2.1", &problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_true (tl_service_template_is_own (g_ptr_array_index (templates, 0)));
  g_assert_cmpstr (tl_service_template_get_label (g_ptr_array_index (templates, 0)), ==, "Card Scheme");
  g_assert_cmpstr (tl_service_template_get_description (g_ptr_array_index (templates, 0)), ==, "For cards of all sorts.");

  service = add (g_ptr_array_index (templates, 0), target, "Loyalty");
  g_assert_cmpstr (tl_record_get (service, TL_SERVICE_OWNER), ==, "Payments");
  g_assert_null (tl_record_get (service, TL_SERVICE_STATE));
  g_assert_null (tl_record_get (service, TL_SERVICE_STAGE));
  g_assert_null (tl_record_get (service, TL_SERVICE_SINCE));
  g_assert_cmpuint (tl_record_get_n_items (service, TL_SERVICE_RELATIONS), ==, 1);
  g_assert_cmpuint (tl_record_get_n_items (service, TL_SERVICE_USES), ==, 0);

  engine = tl_record_get_child (service, TL_SERVICE_LOGICAL, 0);
  g_assert_cmpstr (tl_record_get_name (engine), ==, "Loyalty engine");
  g_assert_cmpstr (tl_record_get (engine, TL_ELEMENT_NOTE), ==, "Fast.");
  g_assert_cmpstr (tl_record_get (engine, TL_ELEMENT_X), ==, "8");
  g_assert_null (tl_record_get (engine, TL_ELEMENT_STATE));
  g_assert_cmpuint (tl_record_get_n_items (engine, TL_ELEMENT_PROPERTIES), ==, 1);
  g_assert_cmpstr (tl_element_get_kind (TL_ELEMENT (engine))->id, ==, "logical-component");

  server = tl_record_get_child (service, TL_SERVICE_REALIZED, 0);
  g_assert_cmpstr (tl_record_get_name (server), ==, "CardsX for Loyalty");
  g_assert_null (tl_record_get (server, TL_ELEMENT_EXTERNAL_ID));
  g_assert_null (tl_record_get (server, TL_ELEMENT_EXPECTED));
}

static void
test_own_kinds (void)
{
  g_autoptr (TlProject) source = create_project ();
  g_autoptr (TlProject) target = tl_project_new (tl_edition_get ("2.1"), "Q");
  g_autoptr (TlServiceTemplate) saved = NULL;
  g_autofree char *before = write_text (target);
  g_autofree char *after = NULL;
  TlRecord *first, *second, *kind;

  saved = save (tl_project_lookup (source, "s1"), NULL, NULL);
  g_assert_cmpstr (tl_service_template_get_label (saved), ==, "Cards");
  g_assert_cmpstr (tl_service_template_get_description (saved), ==, "Plastic.");

  /* Brought by the first, used by the second. */
  first = add (saved, target, "One");
  second = add (saved, target, "Two");
  g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (target), TL_PROJECT_KINDS), ==, 1);
  kind = tl_record_get_child (TL_RECORD (target), TL_PROJECT_KINDS, 0);
  g_assert_cmpstr (tl_record_get_name (kind), ==, "Engine");
  g_assert_cmpstr (tl_record_get (kind, TL_OWN_KIND_TEXT), ==, "Computes.");
  g_assert_cmpstr (tl_record_get (tl_record_get_child (first, TL_SERVICE_LOGICAL, 0), TL_ELEMENT_KIND), ==, tl_record_get_id (kind));
  g_assert_cmpstr (tl_record_get (tl_record_get_child (second, TL_SERVICE_LOGICAL, 0), TL_ELEMENT_KIND), ==, tl_record_get_id (kind));

  /* The service and its kind are one edit. */
  tl_history_undo (tl_project_get_history (target));
  tl_history_undo (tl_project_get_history (target));
  after = write_text (target);
  g_assert_cmpstr (before, ==, after);

  /* In the project it came from there is such a kind. */
  add (saved, source, "Three");
  g_assert_cmpuint (tl_record_get_n_items (TL_RECORD (source), TL_PROJECT_KINDS), ==, 1);
}

static void
test_names_of_files (void)
{
  g_autoptr (TlProject) source = create_project ();
  TlRecord *service = tl_project_lookup (source, "s1");
  const struct
  {
    const char *label;
    const char *name;
  } cases[] = {
    { "Cards", "cards.it4it" },
    { "Cards", "cards-2.it4it" },
    { "../Zahlungen – für alle!", "zahlungen-fur-alle.it4it" },
    { "...", "service.it4it" },
    { "支払い", "service-2.it4it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlServiceTemplate) saved = save (service, cases[i].label, NULL);

      if (i < 4)
        g_assert_cmpstr (tl_service_template_get_name (saved), ==, cases[i].name);
      g_assert_cmpstr (tl_service_template_get_label (saved), ==, cases[i].label);
    }
}

static void
test_editions (void)
{
  g_autoptr (TlProject) source = create_project ();
  g_autoptr (TlServiceTemplate) saved = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  saved = save (tl_project_lookup (source, "s1"), NULL, NULL);
  templates = list_own ("3.0", &problems);
  g_assert_cmpuint (templates->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  templates = list_own ("2.1", &problems);
  g_assert_cmpuint (templates->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_broken_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *directory = g_build_filename (folder, "directory.it4it", NULL);
  g_autofree char *broken = tl_test_write_file (folder, "broken.it4it", "<project", -1);
  g_autofree char *foreign = tl_test_write_file (folder, "foreign.it4it", "<html/>", -1);
  g_autofree char *none = tl_test_write_file (folder, "none.it4it", "<project xmlns='urn:throughline:project:1' id='p' edition='2.1'/>", -1);
  g_autofree char *other = tl_test_write_file (folder, "notes.txt", "not looked at", -1);
  g_autoptr (TlProject) source = create_project ();
  g_autoptr (TlServiceTemplate) saved = save (tl_project_lookup (source, "s1"), NULL, NULL);
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *all = NULL;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  templates = list_own ("2.1", &problems);
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 3);
  g_ptr_array_add (problems, NULL);
  all = g_strjoinv ("\n", (char **) problems->pdata);
  g_assert_nonnull (strstr (all, "broken.it4it"));
  g_assert_nonnull (strstr (all, "foreign.it4it"));
  g_assert_nonnull (strstr (all, "none.it4it"));
}

static gboolean
finish (TlServiceTemplate *template,
        GAsyncResult     **slot,
        gboolean         (*function) (TlServiceTemplate *, GAsyncResult *, GError **),
        GError           **error)
{
  g_autoptr (GAsyncResult) result = tl_test_await_result (slot);

  return function (template, result, error);
}

static void
test_delete_and_restore (void)
{
  g_autoptr (TlProject) source = create_project ();
  g_autoptr (TlServiceTemplate) saved = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  saved = save (tl_project_lookup (source, "s1"), NULL, NULL);
  tl_service_template_delete_async (saved, NULL, tl_test_store_result, &slot);
  g_assert_true (finish (saved, &slot, tl_service_template_delete_finish, &error));
  g_assert_no_error (error);
  gone = list_own ("2.1", NULL);
  g_assert_cmpuint (gone->len, ==, 0);

  tl_service_template_restore_async (saved, NULL, tl_test_store_result, &slot);
  g_assert_true (finish (saved, &slot, tl_service_template_restore_finish, &error));
  g_assert_no_error (error);
  back = list_own ("2.1", NULL);
  g_assert_cmpuint (back->len, ==, 1);

  /* Never over what is there. */
  tl_service_template_restore_async (saved, NULL, tl_test_store_result, &slot);
  g_assert_false (finish (saved, &slot, tl_service_template_restore_finish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

/* What it is called, and what in it is called after it; in the same file. */
static void
test_rename (void)
{
  g_autoptr (TlProject) source = create_project ();
  g_autoptr (TlServiceTemplate) saved = save (tl_project_lookup (source, "s1"), "Shop", NULL);
  g_autoptr (TlServiceTemplate) renamed = NULL;
  g_autoptr (TlServiceTemplate) refused = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  tl_service_template_rename_async (saved, "Stall", NULL, tl_test_store_result, &slot);
  result = tl_test_await_result (&slot);
  renamed = tl_service_template_rename_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_service_template_get_label (renamed), ==, "Stall");
  g_assert_cmpstr (tl_service_template_get_name (renamed), ==, tl_service_template_get_name (saved));
  g_assert_cmpstr (tl_service_template_get_label (saved), ==, "Shop");

  listed = list_own ("2.1", NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpstr (tl_service_template_get_label (listed->pdata[0]), ==, "Stall");
  g_assert_cmpstr (tl_service_template_get_description (listed->pdata[0]), ==, tl_service_template_get_description (saved));

  /* No name that a service may have. */
  g_clear_object (&result);
  tl_service_template_rename_async (saved, "\xff", NULL, tl_test_store_result, &slot);
  result = tl_test_await_result (&slot);
  refused = tl_service_template_rename_finish (result, &error);
  g_assert_null (refused);
  g_assert_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/service-template/built-in", test_built_in);
  g_test_add_func ("/service-template/complete", test_complete);
  g_test_add_func ("/service-template/twice", test_twice);
  g_test_add_func ("/service-template/own", test_own);
  g_test_add_func ("/service-template/own-kinds", test_own_kinds);
  g_test_add_func ("/service-template/names-of-files", test_names_of_files);
  g_test_add_func ("/service-template/editions", test_editions);
  g_test_add_func ("/service-template/no-folder", test_no_folder);
  g_test_add_func ("/service-template/broken-files", test_broken_files);
  g_test_add_func ("/service-template/delete-and-restore", test_delete_and_restore);
  g_test_add_func ("/service-template/rename", test_rename);

  return g_test_run ();
}
