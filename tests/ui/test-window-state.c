/* test-window-state.c: lists of windows are written and read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-keeper.h"

#include "tl-test-support.h"

#include <glib/gstdio.h>

static TlWindowState *
create_state (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  const char *const selection[] = { "record:a;b", "component:incident", NULL };
  TlWindowState *state = tl_window_state_new (file);

  state->width = 1000;
  state->height = 700;
  state->maximized = TRUE;
  state->fullscreen = TRUE;
  state->outline = TL_PANEL_HIDDEN;
  state->inspector = TL_PANEL_SHOWN;
  state->page = g_strdup (TL_PAGE_BLUEPRINT);
  state->edition = g_strdup ("3.0");
  state->view = g_strdup ("component:incident");
  state->service = g_strdup ("s1");
  state->overlay = g_strdup ("gap");
  state->selection = g_strdupv ((char **) selection);
  state->place = (TlCanvasPlace) { 1.25, -30.5, 1e6 };
  state->details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_replace (state->details, g_strdup ("services-filter"), g_strdup (" [a] = \\b;\nä "));
  g_hash_table_replace (state->details, g_strdup ("tools-order"), g_strdup ("-State"));
  return state;
}

static GPtrArray *
create_list (void)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_window_state_free);
  g_autoptr (GFile) file = g_file_new_for_uri ("file:///a%20%23b/%C3%A4%5D.it4it");

  g_ptr_array_add (states, create_state ("file:///first.it4it"));
  g_ptr_array_add (states, tl_window_state_new (file));
  return states;
}

static void
check_list (GPtrArray *states)
{
  const TlWindowState *state;
  g_autofree char *uri = NULL;

  g_assert_cmpuint (states->len, ==, 2);
  state = states->pdata[0];
  g_assert_cmpint (state->width, ==, 1000);
  g_assert_cmpint (state->height, ==, 700);
  g_assert_true (state->maximized);
  g_assert_true (state->fullscreen);
  g_assert_cmpint (state->outline, ==, TL_PANEL_HIDDEN);
  g_assert_cmpint (state->inspector, ==, TL_PANEL_SHOWN);
  g_assert_cmpstr (state->page, ==, TL_PAGE_BLUEPRINT);
  g_assert_cmpstr (state->edition, ==, "3.0");
  g_assert_cmpstr (state->view, ==, "component:incident");
  g_assert_cmpstr (state->service, ==, "s1");
  g_assert_cmpstr (state->overlay, ==, "gap");
  g_assert_cmpuint (g_strv_length (state->selection), ==, 2);
  g_assert_cmpstr (state->selection[0], ==, "record:a;b");
  g_assert_cmpfloat (state->place.scale, ==, 1.25);
  g_assert_cmpfloat (state->place.x, ==, -30.5);
  g_assert_cmpfloat (state->place.y, ==, 1e6);
  g_assert_cmpuint (g_hash_table_size (state->details), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (state->details, "services-filter"), ==, " [a] = \\b;\nä ");
  g_assert_cmpstr (g_hash_table_lookup (state->details, "tools-order"), ==, "-State");

  state = states->pdata[1];
  uri = g_file_get_uri (state->file);
  g_assert_cmpstr (uri, ==, "file:///a%20%23b/%C3%A4%5D.it4it");
  g_assert_false (state->maximized);
  g_assert_false (state->fullscreen);
  g_assert_cmpuint (g_hash_table_size (state->details), ==, 0);
  g_assert_cmpint (state->outline, ==, TL_PANEL_UNKNOWN);
  g_assert_null (state->page);
  g_assert_null (state->selection);
  g_assert_cmpfloat (state->place.scale, ==, 0);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) states = create_list ();
  g_autoptr (GBytes) bytes = tl_window_state_list_compose (states);
  g_autoptr (GPtrArray) again = tl_window_state_list_parse (bytes);
  g_autoptr (TlWindowState) copy = tl_window_state_copy (again->pdata[0]);

  check_list (again);
  g_clear_pointer (&states, g_ptr_array_unref);
  g_assert_cmpstr (copy->selection[1], ==, "component:incident");
}

/* Whatever is in the file, the program starts. */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "", "\xff\xfe[", "[Window 1]\nFile=file:///a\n=\n", "[Window 1]", "[Window 1]\nFile=", "[Window 1]\nFile=no address", "[Window 1]\nFile=\xff\n",
    "[Window 1]\nfile=file:///lower", "[Window 2]\nFile=file:///a\nWidth=99999999999999999999\nHeight=-4\n"
    "Scale=nan\nX=inf\nMaximized=perhaps\nSelection=;;;\nPage=\nFullscreen=\xff\n[Window 2 Details]\na=\nb=\xff\n"
    "[Window 3 Details]\na=b\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GPtrArray) states = tl_window_state_list_parse (bytes);

      if (i < G_N_ELEMENTS (texts) - 1)
        {
          g_assert_cmpuint (states->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (states->len, ==, 1);
      g_assert_cmpint (((TlWindowState *) states->pdata[0])->height, ==, 0);
      g_assert_false (((TlWindowState *) states->pdata[0])->place.scale > 0);
      g_assert_true (((TlWindowState *) states->pdata[0])->place.x == 0);
    }
}

/* What is written by a version that we know nothing of says nothing; what was written before
 * there was a number is read. */
static void
test_version (void)
{
  static const char *const texts[] = {
    "[Windows]\nVersion=2\n[Window 1]\nFile=file:///a\n",
    "[Window 1]\nFile=file:///a\n",
    "[Windows]\nVersion=1\nMore=1\n[Window 1]\nFile=file:///a\nMore=1\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GPtrArray) states = tl_window_state_list_parse (bytes);

      g_assert_cmpuint (states->len, ==, i > 0);
    }
}

/* Of a list that somebody has blown up as much is read as can be meant. */
static void
test_too_much (void)
{
  g_autoptr (GString) text = g_string_new ("[Window 1]\nFile=file:///a\n[Window 1 Details]\nlong=");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) states = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_c (text, 'x');
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "\nd%u=1", i);
  bytes = g_bytes_new (text->str, text->len);
  states = tl_window_state_list_parse (bytes);
  g_assert_cmpuint (states->len, ==, 1);
  g_assert_cmpuint (g_hash_table_size (((TlWindowState *) states->pdata[0])->details), <, 100);
  g_assert_null (g_hash_table_lookup (((TlWindowState *) states->pdata[0])->details, "long"));
}

/* Keeper {{{1 */

static GPtrArray *
list_cb (gpointer user_data)
{
  (*(guint *) user_data)++;
  return create_list ();
}

static GPtrArray *
load (TlWindowKeeper *keeper)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  tl_window_keeper_load_async (keeper, NULL, tl_test_store_result, &result);
  done = tl_test_await_result (&result);
  return tl_window_keeper_load_finish (keeper, done);
}

static void
test_keep (void)
{
  g_autofree char *path = tl_window_keeper_dup_path ();
  guint n_asked = 0;
  TlWindowKeeper *keeper = tl_window_keeper_new (list_cb, &n_asked);
  g_autoptr (GPtrArray) nothing = load (keeper);
  g_autoptr (GPtrArray) states = NULL;

  g_assert_cmpuint (nothing->len, ==, 0);
  /* A burst is written once. */
  tl_window_keeper_touch (keeper);
  tl_window_keeper_touch (keeper);
  tl_test_wait_for (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (n_asked, ==, 1);
  states = load (keeper);
  check_list (states);
  g_assert_true (((TlWindowState *) states->pdata[0])->missing);
  tl_test_wait_for (G_OBJECT (keeper)->ref_count == 1);
  g_assert_finalize_object (keeper);
}

/* What was given last is what is read, also before it is written, and what stays. */
static void
test_order (void)
{
  guint n_asked = 0;
  TlWindowKeeper *keeper = tl_window_keeper_new (list_cb, &n_asked);
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  g_autoptr (GPtrArray) full = create_list ();
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GPtrArray) again = NULL;

  for (guint i = 0; i < 20; i++)
    {
      tl_window_keeper_set (keeper, full);
      tl_window_keeper_set (keeper, empty);
    }
  tl_window_keeper_set (keeper, full);
  states = load (keeper);
  check_list (states);
  tl_window_keeper_set (keeper, empty);
  tl_window_keeper_set (keeper, full);
  tl_window_keeper_flush (keeper);
  tl_test_wait_for (G_OBJECT (keeper)->ref_count == 1);
  again = load (keeper);
  check_list (again);
  tl_test_wait_for (G_OBJECT (keeper)->ref_count == 1);
  g_assert_finalize_object (keeper);
}

static gint64
get_inode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (gint64) status.st_ino;
}

/* The same list is written once. */
static void
test_unchanged (void)
{
  g_autofree char *path = tl_window_keeper_dup_path ();
  guint n_asked = 0;
  TlWindowKeeper *keeper = tl_window_keeper_new (list_cb, &n_asked);
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  g_autoptr (GPtrArray) full = create_list ();
  gint64 inode;

  tl_window_keeper_set (keeper, full);
  tl_test_wait_for (G_OBJECT (keeper)->ref_count == 1);
  inode = get_inode (path);
  tl_window_keeper_set (keeper, full);
  g_assert_cmpint (G_OBJECT (keeper)->ref_count, ==, 1);
  tl_window_keeper_flush (keeper);
  g_assert_cmpint (get_inode (path), ==, inode);
  tl_window_keeper_set (keeper, empty);
  tl_test_wait_for (G_OBJECT (keeper)->ref_count == 1);
  g_assert_cmpint (get_inode (path), !=, inode);
  g_assert_finalize_object (keeper);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/window-state/round-trip", test_round_trip);
  g_test_add_func ("/window-state/hostile", test_hostile);
  g_test_add_func ("/window-state/version", test_version);
  g_test_add_func ("/window-state/too-much", test_too_much);
  g_test_add_func ("/window-state/keep", test_keep);
  g_test_add_func ("/window-state/order", test_order);
  g_test_add_func ("/window-state/unchanged", test_unchanged);
  return g_test_run ();
}
