/* tl-editor-fixture.c: a blueprint in a window, to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"

#include "project/tl-service.h"
#include "store/tl-reader.h"
#include "store/tl-writer.h"
#include "tl-test-support.h"

#include <string.h>

static const char bank[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<project xmlns=\"urn:throughline:project:1\" id=\"bank\" edition=\"2.1\" name=\"Bank\">\n"
  "  <services>\n"
  "    <service id=\"s1\" name=\"Payments\">\n"
  "      <conceptual>\n"
  "        <element id=\"c\" kind=\"capability\" name=\"Pay by card\" x=\"0\" y=\"0\"/>\n"
  "      </conceptual>\n"
  "      <logical>\n"
  "        <element id=\"l\" kind=\"logical-component\" name=\"Checkout\" x=\"0\" y=\"0\"/>\n"
  "        <element id=\"m\" kind=\"logical-component\" name=\"Ledger\" x=\"40\" y=\"96\"/>\n"
  "      </logical>\n"
  "      <realized>\n"
  "        <element id=\"a\" kind=\"application\" name=\"checkout-eu\" x=\"0\" y=\"0\"/>\n"
  "      </realized>\n"
  "      <relations>\n"
  "        <relation id=\"r\" kind=\"realized-by\" from=\"c\" to=\"l\"/>\n"
  "      </relations>\n"
  "    </service>\n"
  "    <service id=\"s2\" name=\"Platform\">\n"
  "      <realized>\n"
  "        <element id=\"g\" kind=\"database\" name=\"Shared\"/>\n"
  "      </realized>\n"
  "    </service>\n"
  "  </services>\n"
  "</project>\n";

static char *
write_project (TlProject *project)
{
  g_autoptr(GBytes) bytes = tl_writer_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
message_cb (EditorFixture *fixture,
            const char    *text,
            gboolean       undoable)
{
  g_free (fixture->message);
  fixture->message = g_strdup (text);
  fixture->undoable = undoable;
}

static void
open_project (EditorFixture *fixture)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (bank, strlen (bank));
  g_autoptr(GError) error = NULL;

  fixture->project = tl_reader_read_bytes (bytes, "bank", TL_READ_STRICT, NULL, &error);
  g_assert_no_error (error);
  fixture->history = tl_project_get_history (fixture->project);
  fixture->service = editor_get (fixture, "s1");
  fixture->start = write_project (fixture->project);
  fixture->session = tl_session_new ();
  tl_session_set_project (fixture->session, fixture->project);
  tl_session_go_service (fixture->session, fixture->service);
}

void
editor_fixture_set_up (EditorFixture *fixture,
                       gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  open_project (fixture);

  fixture->editor = g_object_ref_sink (g_object_new (TL_TYPE_BLUEPRINT_EDITOR, NULL));
  fixture->canvas = tl_canvas_frame_get_canvas (tl_blueprint_editor_get_frame (fixture->editor));
  g_signal_connect_swapped (fixture->editor, "message", G_CALLBACK (message_cb), fixture);
  tl_blueprint_editor_set_session (fixture->editor, fixture->session);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, 1100, 800);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->editor));
  gtk_window_present (fixture->window);
  fixture->pointer = tl_test_pointer_new ();
  editor_settle (fixture);
}

void
editor_fixture_tear_down (EditorFixture *fixture,
                          gconstpointer  data)
{
  g_autofree char *end = NULL;

  while (tl_history_get_can_undo (fixture->history))
    tl_history_undo (fixture->history);
  end = write_project (fixture->project);
  g_assert_cmpstr (end, ==, fixture->start);

  g_clear_pointer (&fixture->pointer, tl_test_pointer_free);
  gtk_window_destroy (fixture->window);
  panel_wait_for_finalization (G_OBJECT (fixture->editor));
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->project);
  g_free (fixture->start);
  g_free (fixture->message);
}

void
editor_settle (EditorFixture *fixture)
{
  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) > 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tl_test_wait_for (tl_canvas_is_settled (fixture->canvas));
}

TlRecord *
editor_get (EditorFixture *fixture,
            const char    *id)
{
  TlRecord *record = tl_project_lookup (fixture->project, id);

  g_assert_nonnull (record);
  return record;
}

TlRecord *
editor_find (EditorFixture *fixture,
             const char    *name)
{
  TlRecord *found = NULL;

  for (guint list = TL_SERVICE_CONCEPTUAL; list <= TL_SERVICE_REALIZED; list++)
    for (guint i = 0; i < editor_count (fixture, list); i++)
      {
        TlRecord *element = tl_record_get_child (fixture->service, list, i);

        if (!g_str_equal (tl_record_get_name (element), name))
          continue;
        g_assert_null (found);
        found = element;
      }
  g_assert_nonnull (found);
  return found;
}

guint
editor_count (EditorFixture *fixture,
              guint          list)
{
  return tl_record_get_n_items (fixture->service, list);
}

void
editor_select (EditorFixture *fixture,
               const char    *first,
               ...)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) keys = NULL;
  va_list args;

  va_start (args, first);
  for (const char *id = first; id != NULL; id = va_arg (args, const char *))
    {
      g_autofree char *key = g_strconcat ("record:", id, NULL);

      g_strv_builder_add (builder, key);
    }
  va_end (args);
  keys = g_strv_builder_end (builder);

  tl_canvas_set_selected_keys (fixture->canvas, (const char *const *) keys);
  tl_canvas_focus_node (fixture->canvas, tl_canvas_get_selected_key (fixture->canvas));
  editor_settle (fixture);
}

void
editor_key (EditorFixture   *fixture,
            guint            key,
            GdkModifierType  modifiers)
{
  tl_test_pointer_focus (fixture->pointer, fixture->window);
  tl_test_pointer_key (fixture->pointer, key, modifiers);
}

void
editor_activate (EditorFixture *fixture,
                 const char    *action,
                 const char    *parameter)
{
  if (parameter != NULL)
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, "s", parameter);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
  editor_settle (fixture);
}

TlPoint
editor_locate (EditorFixture *fixture,
               const char    *id)
{
  g_autofree char *key = g_strconcat ("record:", id, NULL);
  GdkRectangle area;

  g_assert_true (tl_canvas_get_node_area (fixture->canvas, key, &area));
  return (TlPoint) { area.x + area.width / 2, area.y + area.height / 2 };
}

static TlPicker *
find_picker (EditorFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->editor)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TL_IS_PICKER (child) && gtk_widget_get_mapped (child))
      return TL_PICKER (child);
  return NULL;
}

TlPicker *
editor_wait_for_picker (EditorFixture *fixture)
{
  tl_test_wait_for (find_picker (fixture) != NULL);
  return find_picker (fixture);
}

void
editor_pick (EditorFixture *fixture,
             const char    *text,
             const char    *name)
{
  TlPicker *picker = editor_wait_for_picker (fixture);
  GtkWidget *search = panel_find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *entry = panel_find (GTK_WIDGET (picker), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "activate");
  if (name != NULL)
    {
      g_assert_true (gtk_widget_get_mapped (entry));
      gtk_editable_set_text (GTK_EDITABLE (entry), name);
      g_signal_emit_by_name (entry, "activate");
    }
  tl_test_wait_for (find_picker (fixture) == NULL);
  editor_settle (fixture);
}

void
editor_assert_undo (EditorFixture *fixture,
                    const char    *label)
{
  g_assert_cmpstr (tl_history_get_undo_label (fixture->history), ==, label);
}
