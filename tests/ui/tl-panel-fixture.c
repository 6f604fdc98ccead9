/* tl-panel-fixture.c: a small project, its session and a window to put a widget in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-panel-fixture.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-mastery.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"
#include "tl-test-support.h"

#include <string.h>

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
adopt (TlRecord *parent,
       guint     list,
       TlRecord *child)
{
  g_autoptr (GError) error = NULL;

  tl_record_adopt (parent, list, child, &error);
  g_assert_no_error (error);
}

TlRecord *
panel_fixture_create_tool (const char *id,
                           const char *name,
                           const char *cost)
{
  TlRecord *tool = tl_record_new (&tl_tool_type);

  fill (tool, TL_TOOL_ID, id);
  fill (tool, TL_TOOL_NAME, name);
  fill (tool, TL_TOOL_ANNUAL_COST, cost);
  return tool;
}

static void
link_to (TlRecord           *tool,
         guint               list,
         const TlRecordType *type,
         const char         *id)
{
  TlRecord *link = tl_record_new (type);

  fill (link, 0, id);
  adopt (tool, list, link);
}

static void
integrate (TlProject  *project,
           const char *id,
           const char *from,
           const char *to)
{
  TlRecord *integration = tl_record_new (&tl_integration_type);

  fill (integration, TL_INTEGRATION_ID, id);
  fill (integration, TL_INTEGRATION_FROM, from);
  fill (integration, TL_INTEGRATION_TO, to);
  fill (integration, TL_INTEGRATION_DATA_OBJECT, "defect");
  adopt (TL_RECORD (project), TL_PROJECT_INTEGRATIONS, integration);
}

static TlProject *
create_project (void)
{
  TlProject *project = tl_project_new_unsealed ();
  TlRecord *jira = panel_fixture_create_tool ("t1", "Jira", "142000");
  TlRecord *service_now = panel_fixture_create_tool ("t2", "ServiceNow", NULL);
  TlRecord *git = panel_fixture_create_tool ("t3", "Git", NULL);

  fill (TL_RECORD (project), TL_PROJECT_EDITION, "2.1");
  fill (TL_RECORD (project), TL_PROJECT_NAME, "Northwind & Sons");
  fill (TL_RECORD (project), TL_PROJECT_CURRENCY, "EUR");
  fill (git, TL_TOOL_STATE, "mothballed");
  fill (jira, TL_TOOL_STATE, "live");
  fill (jira, TL_TOOL_OWNER, "Delivery");
  link_to (jira, TL_TOOL_SUPPORTS, &tl_support_type, "requirement");
  link_to (jira, TL_TOOL_SUPPORTS, &tl_support_type, "incident");
  link_to (jira, TL_TOOL_MASTERS, &tl_mastery_type, "requirement");
  link_to (service_now, TL_TOOL_SUPPORTS, &tl_support_type, "incident");
  adopt (TL_RECORD (project), TL_PROJECT_TOOLS, jira);
  adopt (TL_RECORD (project), TL_PROJECT_TOOLS, service_now);
  adopt (TL_RECORD (project), TL_PROJECT_TOOLS, git);
  integrate (project, "i1", "t1", "t2");
  integrate (project, "i2", "t3", "t1");
  tl_project_seal (project);
  return project;
}

void
panel_fixture_set_up (PanelFixture  *fixture,
                      gconstpointer  data)
{
  fixture->project = create_project ();
  fixture->session = tl_session_new ();
  tl_session_set_project (fixture->session, fixture->project);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
}

void
panel_wait_for_finalization (GObject *object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  tl_test_wait_for (weak == NULL);
}

void
panel_fixture_tear_down (PanelFixture  *fixture,
                         gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  panel_wait_for_finalization (G_OBJECT (fixture->session));
  panel_wait_for_finalization (G_OBJECT (fixture->project));
  g_free (fixture->message);
}

void
panel_fixture_show (PanelFixture *fixture,
                    GtkWidget    *widget)
{
  adw_window_set_content (ADW_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tl_test_wait_for (gtk_widget_get_mapped (widget));
}

static void
message_cb (PanelFixture *fixture,
            const char   *text,
            gboolean      undoable)
{
  g_free (fixture->message);
  fixture->message = g_strdup (text);
  fixture->undoable = undoable;
}

static void
edit_cb (PanelFixture *fixture)
{
  fixture->n_edits++;
}

void
panel_fixture_listen (PanelFixture *fixture,
                      GtkWidget    *widget)
{
  g_signal_connect_swapped (widget, "message", G_CALLBACK (message_cb), fixture);
  if (g_signal_lookup ("edit", G_OBJECT_TYPE (widget)) != 0)
    g_signal_connect_swapped (widget, "edit", G_CALLBACK (edit_cb), fixture);
}

TlRecord *
panel_fixture_get (PanelFixture *fixture,
                   const char   *id)
{
  TlRecord *record = tl_project_lookup (fixture->project, id);

  g_assert_nonnull (record);
  return record;
}

TlRecord *
panel_fixture_add_service (PanelFixture *fixture,
                           const char   *id,
                           const char   *name)
{
  TlRecord *service = tl_record_new (&tl_service_type);
  g_autoptr (GError) error = NULL;

  fill (service, TL_SERVICE_ID, id);
  fill (service, TL_SERVICE_NAME, name);
  g_assert_true (tl_edit_add (TL_RECORD (fixture->project), TL_PROJECT_SERVICES, service, &error));
  return panel_fixture_get (fixture, id);
}

TlRecord *
panel_fixture_add_element (PanelFixture *fixture,
                           const char   *service,
                           const char   *id,
                           const char   *kind,
                           const char   *name)
{
  TlRecord *element = tl_record_new (&tl_element_type);
  g_autoptr (GError) error = NULL;

  fill (element, TL_ELEMENT_ID, id);
  fill (element, TL_ELEMENT_KIND, kind);
  fill (element, TL_ELEMENT_NAME, name);
  g_assert_true (tl_edit_add (panel_fixture_get (fixture, service),
                              tl_project_get_element_kind (fixture->project, kind)->lane, element, &error));
  return panel_fixture_get (fixture, id);
}

void
panel_fixture_undo (PanelFixture *fixture)
{
  TlHistory *history = tl_project_get_history (fixture->project);

  g_assert_true (tl_history_get_can_undo (history));
  tl_history_undo (history);
}

/* Finding {{{1 */

typedef gboolean (*Match) (GtkWidget     *widget,
                           gconstpointer  data);

static GtkWidget *
find (GtkWidget     *root,
      Match          match,
      gconstpointer  data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget     *widget,
            gconstpointer  type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

GtkWidget *
panel_find (GtkWidget *root,
            GType      type)
{
  return find (root, is_of_type, &type);
}

static gboolean
is_label (GtkWidget     *widget,
          gconstpointer  text)
{
  g_autoptr (GString) shown = NULL;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_is_visible (widget))
    return FALSE;
  /* Amounts hold together by spaces that do not break. */
  shown = g_string_new (gtk_label_get_text (GTK_LABEL (widget)));
  g_string_replace (shown, "\302\240", " ", 0);
  return strcmp (shown->str, text) == 0;
}

GtkWidget *
panel_find_label (GtkWidget  *root,
                  const char *text)
{
  return find (root, is_label, text);
}

static gboolean
is_row (GtkWidget     *widget,
        gconstpointer  title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

GtkWidget *
panel_find_row (GtkWidget  *root,
                const char *title)
{
  return find (root, is_row, title);
}

static gboolean
is_button (GtkWidget     *widget,
           gconstpointer  tooltip)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

GtkWidget *
panel_find_button (GtkWidget  *root,
                   const char *tooltip)
{
  return find (root, is_button, tooltip);
}

void
panel_type (GtkWidget  *row,
            const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (panel_find (row, GTK_TYPE_TEXT));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int position = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);

      gtk_editable_insert_text (editable, c, (int) (g_utf8_next_char (c) - c), &position);
      gtk_editable_set_position (editable, position);
    }
}

const char *
panel_get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (panel_find (row, GTK_TYPE_TEXT)));
}

/* The isolated directories have neither icons nor what tells their format. */
static void
keep_icons (const char *data_dirs)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) dirs = g_strsplit (data_dirs != NULL ? data_dirs : "/usr/local/share:/usr/share", ":", -1);

  for (char **dir = dirs; *dir != NULL; dir++)
    {
      g_autofree char *icons = g_build_filename (*dir, "icons", NULL);
      char *mime = g_build_filename (*dir, "mime", NULL);

      gtk_icon_theme_add_search_path (theme, icons);
      g_free (*dir);
      *dir = mime;
    }
  g_content_type_set_mime_dirs ((const char *const *) dirs);
}

int
panel_run (int    *argc,
           char ***argv,
           void  (*add_tests) (void))
{
  g_autofree char *data_dirs = g_strdup (g_getenv ("XDG_DATA_DIRS"));

  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  keep_icons (data_dirs);
  add_tests ();
  return g_test_run ();
}
