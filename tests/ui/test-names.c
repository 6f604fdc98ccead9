/* test-names.c: whoever cannot see a button is told what it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-window-fixture.h"

#include "reference/tl-metamodel.h"

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* A part of a button of GTK's own is named by what it is a part of. */
static gboolean
is_part (GtkWidget *widget)
{
  for (widget = gtk_widget_get_parent (widget); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
        GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_COLUMN_VIEW (widget) ||
        ADW_IS_ENTRY_ROW (widget) || GTK_IS_STACK_SWITCHER (widget) || GTK_IS_CALENDAR (widget))
      return TRUE;
  return FALSE;
}

/* Themes of icons drop some from time to time; then there is next to nothing in their place. */
static void
check_icon (const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  if (!gtk_icon_theme_has_icon (theme, name))
    g_test_message ("there is no icon %s", name);
  g_assert_true (gtk_icon_theme_has_icon (theme, name));
}

static void
check_icons_of_kinds (const TlEdition *edition)
{
  const TlElementKind *const *kinds = tl_metamodel_get_kinds (tl_metamodel_get (edition));

  for (guint i = 0; kinds[i] != NULL; i++)
    check_icon (kinds[i]->icon);
}

static void
check (GtkWidget *widget,
       guint     *n_checked)
{
  gboolean button = GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
                    GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget);
  gboolean entry = GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_LIST_VIEW (widget);

  /* What opens when asked for counts; what is not offered at all does not. */
  if (!gtk_widget_get_visible (widget) && !GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_IMAGE (widget) && gtk_image_get_icon_name (GTK_IMAGE (widget)) != NULL)
    check_icon (gtk_image_get_icon_name (GTK_IMAGE (widget)));
  if ((button || entry) && !is_part (widget))
    {
      GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
      gboolean named = gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL);

      named = named || gtk_test_accessible_has_relation (accessible,
                                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      named = named || has_text (widget);
      if (!named)
        g_test_message ("%s (%s, %s) has no name", G_OBJECT_TYPE_NAME (widget),
                        gtk_widget_get_name (widget),
                        GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : "");
      g_assert_true (named);
      /* A picture alone says nothing to those who see it for the first time. */
      if (button && !has_text (widget) && !GTK_IS_SWITCH (widget))
        g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
      (*n_checked)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check (child, n_checked);
}

static void
test_names (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "resources", "samples",
                                            data, NULL);
  TlWindow *window = window_fixture_open_file (fixture, path);
  TlSession *session = tl_window_get_session (window);
  const TlEdition *edition = tl_session_get_edition (session);
  const char *keys[] = {
    NULL,
    tl_edition_get_streams (edition)[0]->concept.key,
    tl_edition_get_components (edition)[0]->concept.key,
    tl_edition_get_data_objects (edition)[0]->concept.key,
    tl_edition_get_activities (edition)[0]->concept.key,
  };
  static const char *const pages[] = {
    TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE, TL_PAGE_TRACEABILITY, TL_PAGE_DIAGRAM,
  };
  guint n_checked = 0;

  check_icons_of_kinds (edition);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      tl_session_set_selection (session, keys[i]);
      tl_test_iterate ();
      check (GTK_WIDGET (window), &n_checked);
    }
  for (guint list = TL_PROJECT_TOOLS; list <= TL_PROJECT_SERVICES; list++)
    {
      TlRecord *record = tl_record_get_child (TL_RECORD (window_get_project (window)), list, 0);
      g_autofree char *key = NULL;

      if (list == TL_PROJECT_ASSESSMENTS)
        continue;
      g_assert_nonnull (record);
      key = tl_session_dup_record_key (record);
      tl_session_reveal (session, key);
      tl_test_iterate ();
      check (GTK_WIDGET (window), &n_checked);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_activate (window, "win.page", pages[i]);
      g_assert_cmpstr (tl_session_get_page (session), ==, pages[i]);
      tl_test_iterate ();
      check (GTK_WIDGET (window), &n_checked);
    }
  g_assert_cmpuint (n_checked, >, 100);
}

static void
add_tests (void)
{
  window_add ("/names/2.1", "northwind-bank.it4it", test_names);
  window_add ("/names/3.0", "harbour-energy.it4it", test_names);
}

int
main (int   argc,
      char *argv[])
{
  return window_run (&argc, &argv, add_tests);
}
