/* test-text.c: texts are as wide as they were, whoever measured before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-text.h"

static const char *const texts[] = { "Change Control", "Fulfillment Orchestration and Usage", "Ágota", "" };

typedef struct
{
  double width;
  double height;
} Size;

static void
measure (TlTextMeasure *self,
         Size          *sizes)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tl_text_measure_size (self, TL_TEXT_TITLE, texts[i], 90, 2, &sizes[i].width, &sizes[i].height);
}

static void
assert_sizes (TlTextMeasure *self,
              const Size    *wanted)
{
  Size sizes[G_N_ELEMENTS (texts)];

  measure (self, sizes);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpfloat (sizes[i].width, ==, wanted[i].width);
      g_assert_cmpfloat (sizes[i].height, ==, wanted[i].height);
    }
}

/* What one measure has laid out serves the next of the same font, and no other. */
static void
test_fonts (void)
{
  g_autoptr (PangoFontDescription) small = tl_text_default_font ();
  g_autoptr (PangoFontDescription) large = tl_text_default_font ();
  Size small_sizes[G_N_ELEMENTS (texts)], large_sizes[G_N_ELEMENTS (texts)];

  pango_font_description_set_size (large, 20 * PANGO_SCALE);
  for (guint turn = 0; turn < 8; turn++)
    {
      g_autoptr (TlTextMeasure) first = tl_text_measure_new (small);
      g_autoptr (TlTextMeasure) second = tl_text_measure_new (small);
      g_autoptr (TlTextMeasure) third = tl_text_measure_new (large);

      g_assert_true (first != second);
      if (turn == 0)
        {
          measure (first, small_sizes);
          measure (third, large_sizes);
          g_assert_cmpfloat (small_sizes[0].height, <, large_sizes[0].height);
        }
      assert_sizes (first, small_sizes);
      assert_sizes (second, small_sizes);
      assert_sizes (third, large_sizes);
      /* Asked again, it is no other. */
      assert_sizes (first, small_sizes);
    }
}

static gpointer
measure_thread (gpointer data)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();

  for (guint turn = 0; turn < 50; turn++)
    {
      g_autoptr (TlTextMeasure) self = tl_text_measure_new (font);

      assert_sizes (self, data);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) self = tl_text_measure_new (font);
  Size sizes[G_N_ELEMENTS (texts)];
  GThread *threads[4];

  measure (self, sizes);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("measure", measure_thread, sizes);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_cut (void)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (TlTextMeasure) self = tl_text_measure_new (font);
  double width, height;

  tl_text_measure_size (self, TL_TEXT_TITLE, texts[1], -1, 1, &width, &height);
  g_assert_true (tl_text_measure_fits (self, TL_TEXT_TITLE, texts[1], width, 1));
  g_assert_false (tl_text_measure_fits (self, TL_TEXT_TITLE, texts[1], width / 2, 1));
  g_assert_cmpfloat (height, ==, tl_text_measure_line_height (self, TL_TEXT_TITLE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/text/fonts", test_fonts);
  g_test_add_func ("/diagram/text/threads", test_threads);
  g_test_add_func ("/diagram/text/cut", test_cut);
  return g_test_run ();
}
