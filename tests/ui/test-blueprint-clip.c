/* test-blueprint-clip.c: parts of a blueprint on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-editor-fixture.h"

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "store/tl-clip.h"
#include "tl-test-support.h"

#include <string.h>

static void
paste (EditorFixture *fixture,
       guint          n_conceptual)
{
  editor_activate (fixture, "blueprint.paste", NULL);
  tl_test_wait_for (editor_count (fixture, TL_SERVICE_CONCEPTUAL) == n_conceptual);
  editor_settle (fixture);
}

static void
test_copy (EditorFixture *fixture,
           gconstpointer  unused)
{
  guint n = editor_count (fixture, TL_SERVICE_RELATIONS);
  g_auto(GStrv) keys = NULL;

  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "c", "l", NULL);
  editor_key (fixture, GDK_KEY_c, GDK_CONTROL_MASK);
  editor_key (fixture, GDK_KEY_v, GDK_CONTROL_MASK);
  tl_test_wait_for (editor_count (fixture, TL_SERVICE_CONCEPTUAL) == 2);
  editor_settle (fixture);
  editor_assert_undo (fixture, "Paste 2 Elements");
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, n + 1);

  /* What was pasted is selected, and beside what it is a copy of. */
  keys = tl_canvas_list_selected_keys (fixture->canvas);
  g_assert_cmpuint (g_strv_length (keys), ==, 2);
  g_assert_false (g_strv_contains ((const char *const *) keys, "record:c"));
  g_assert_cmpstr (tl_record_get (tl_record_get_child (fixture->service, TL_SERVICE_CONCEPTUAL, 1), TL_ELEMENT_X), !=,
                   "0");
  paste (fixture, 3);
}

static void
test_cut (EditorFixture *fixture,
          gconstpointer  unused)
{
  editor_select (fixture, "c", NULL);
  editor_activate (fixture, "blueprint.cut", NULL);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, 0);
  editor_assert_undo (fixture, "Delete Capability Pay by card");

  /* With its relations, to where it was. */
  paste (fixture, 1);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_RELATIONS), ==, 1);
  g_assert_cmpstr (tl_record_get (editor_find (fixture, "Pay by card"), TL_ELEMENT_X), ==, "0");
}

static void
test_between_services (EditorFixture *fixture,
                       gconstpointer  unused)
{
  TlRecord *platform = editor_get (fixture, "s2");

  editor_select (fixture, "c", "l", NULL);
  editor_activate (fixture, "blueprint.copy", NULL);
  tl_session_go_service (fixture->session, platform);
  editor_settle (fixture);
  editor_activate (fixture, "blueprint.paste", NULL);
  tl_test_wait_for (tl_record_get_n_items (platform, TL_SERVICE_CONCEPTUAL) == 1);
  g_assert_cmpuint (tl_record_get_n_items (platform, TL_SERVICE_RELATIONS), ==, 1);
}

static void
test_between_windows (EditorFixture *fixture,
                      gconstpointer  unused)
{
  EditorFixture other = { NULL };

  editor_fixture_set_up (&other, NULL);
  editor_select (fixture, "c", NULL);
  editor_activate (fixture, "blueprint.copy", NULL);
  paste (&other, 2);
  g_assert_cmpuint (editor_count (fixture, TL_SERVICE_CONCEPTUAL), ==, 1);
  editor_fixture_tear_down (&other, NULL);
}

static void
test_duplicate (EditorFixture *fixture,
                gconstpointer  unused)
{
  if (fixture->pointer == NULL)
    return;
  editor_select (fixture, "m", NULL);
  editor_key (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  tl_test_wait_for (editor_count (fixture, TL_SERVICE_LOGICAL) == 3);
  editor_assert_undo (fixture, "Duplicate Ledger");
}

/* What other programs get. */

static char *
read_as (EditorFixture *fixture,
         const char    *mime_type,
         gsize         *size)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));
  const char *types[] = { mime_type, NULL };
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GInputStream) stream = NULL;
  GAsyncResult *result = NULL;
  g_autoptr(GAsyncResult) read = NULL, spliced = NULL;
  g_autoptr(GError) error = NULL;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, tl_test_store_result, &result);
  read = tl_test_await_result (&result);
  stream = gdk_clipboard_read_finish (clipboard, read, NULL, &error);
  g_assert_no_error (error);
  result = NULL;
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL,
                                tl_test_store_result, &result);
  spliced = tl_test_await_result (&result);
  g_output_stream_splice_finish (memory, spliced, &error);
  g_assert_no_error (error);
  *size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_formats (EditorFixture *fixture,
              gconstpointer  unused)
{
  static const struct
  {
    const char *type;
    const char *start;
    const char *middle;
  } cases[] = {
    { TL_CLIP_MEDIA_TYPE, "<?throughline-elements", "name=\"Ledger\"" },
    { "text/plain;charset=utf-8", "Checkout\tComponent\nLedger\tComponent\n", NULL },
    { "image/svg+xml", "<?xml", "<svg" },
    { "image/png", "\x89PNG", NULL },
  };

  editor_select (fixture, "l", "m", NULL);
  editor_activate (fixture, "blueprint.copy", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size;
      g_autofree char *data = read_as (fixture, cases[i].type, &size);

      g_test_message ("%s", cases[i].type);
      g_assert_cmpuint (size, >=, strlen (cases[i].start));
      g_assert_cmpmem (data, strlen (cases[i].start), cases[i].start, strlen (cases[i].start));
      if (cases[i].middle != NULL)
        g_assert_nonnull (g_strstr_len (data, size, cases[i].middle));
    }
}

/* Whatever another program says is a part of a blueprint. */
static void
test_foreign (EditorFixture *fixture,
              gconstpointer  unused)
{
  static const char text[] = "<?throughline-elements but not quite";
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->canvas));
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GdkContentProvider) content = gdk_content_provider_new_for_bytes (TL_CLIP_MEDIA_TYPE, bytes);

  gdk_clipboard_set_content (clipboard, content);
  editor_activate (fixture, "blueprint.paste", NULL);
  tl_test_wait_for (fixture->message != NULL);
  g_assert_false (tl_history_get_can_undo (fixture->history));

  gdk_clipboard_set_text (clipboard, "Hello");
  editor_activate (fixture, "blueprint.paste", NULL);
  tl_test_wait_for (panel_find_label (GTK_WIDGET (fixture->editor), "There are no elements on the clipboard.") != NULL);
}

static void
add_tests (void)
{
  editor_add ("/blueprint-clip/copy", test_copy);
  editor_add ("/blueprint-clip/cut", test_cut);
  editor_add ("/blueprint-clip/between-services", test_between_services);
  editor_add ("/blueprint-clip/between-windows", test_between_windows);
  editor_add ("/blueprint-clip/duplicate", test_duplicate);
  editor_add ("/blueprint-clip/formats", test_formats);
  editor_add ("/blueprint-clip/foreign", test_foreign);
}

int
main (int   argc,
      char *argv[])
{
  return panel_run (&argc, &argv, add_tests);
}
