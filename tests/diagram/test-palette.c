/* test-palette.c: every text and every line that means something is legible
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-palette.h"

static void
assert_contrast (const TlPalette *palette,
                 const char      *what,
                 int              role,
                 const TlColor   *a,
                 const TlColor   *b,
                 double           least)
{
  double contrast = tl_color_contrast (a, b);

  if (contrast < least)
    g_test_message ("palette %d, %s of role %d: %.2f, less than %.1f", palette->kind, what, role, contrast, least);
  g_assert_cmpfloat (contrast, >=, least);
  g_assert_cmpfloat (a->alpha, ==, 1);
  g_assert_cmpfloat (b->alpha, ==, 1);
}

static gboolean
is_high (const TlPalette *palette)
{
  return palette->kind == TL_PALETTE_HIGH_CONTRAST_LIGHT || palette->kind == TL_PALETTE_HIGH_CONTRAST_DARK;
}

static void
check_texts (const TlPalette *palette)
{
  double least = is_high (palette) ? 7 : 4.5;

  assert_contrast (palette, "text on canvas", -1, &palette->text, &palette->canvas, least);
  assert_contrast (palette, "dim on canvas", -1, &palette->dim, &palette->canvas, least);
  for (int role = 0; role < TL_N_ROLES; role++)
    {
      const TlRoleColors *colors = &palette->roles[role];

      assert_contrast (palette, "text", role, &colors->text, &colors->fill, least);
      assert_contrast (palette, "dim", role, &colors->dim, &colors->fill, least);
      assert_contrast (palette, "badge", role, &colors->badge, &colors->fill, least);
      assert_contrast (palette, "head text", role, &colors->head_text, &colors->head, least);
    }
  for (int step = 0; step < 6; step++)
    assert_contrast (palette, "heat text", step, &palette->heat_text[step], &palette->heat[step], least);
}

/* Titles of circles and texts of lines stand on whatever is behind them. */
static void
check_texts_on_others (const TlPalette *palette)
{
  static const TlRole texts[] = { TL_ROLE_PLAIN, TL_ROLE_KEY, TL_ROLE_AUXILIARY, TL_ROLE_BACKBONE, TL_ROLE_OFFER_BACKBONE,
                                  TL_ROLE_RELATION, TL_ROLE_FLOW, TL_ROLE_TRACE, TL_ROLE_GUEST, TL_ROLE_WARNING };
  static const TlRole grounds[] = { TL_ROLE_PLAIN, TL_ROLE_STREAM, TL_ROLE_COMPONENT, TL_ROLE_GUEST };
  double least = is_high (palette) ? 7 : 4.5;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const TlRoleColors *colors = &palette->roles[texts[i]];

      assert_contrast (palette, "text on canvas", texts[i], &colors->text, &palette->canvas, least);
      assert_contrast (palette, "caption on canvas", texts[i], &colors->dim, &palette->canvas, least);
      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        {
          assert_contrast (palette, "text on another", texts[i], &colors->text, &palette->roles[grounds[j]].fill, least);
          assert_contrast (palette, "caption on another", texts[i], &colors->dim, &palette->roles[grounds[j]].fill, least);
        }
    }
  /* The value of something missing. */
  assert_contrast (palette, "dim on stream", -1, &palette->dim, &palette->roles[TL_ROLE_STREAM].fill, least);
}

static void
check_lines (const TlPalette *palette)
{
  static const TlRole lines[] = { TL_ROLE_KEY, TL_ROLE_AUXILIARY, TL_ROLE_BACKBONE, TL_ROLE_OFFER_BACKBONE,
                                  TL_ROLE_RELATION, TL_ROLE_FLOW, TL_ROLE_TRACE, TL_ROLE_WARNING };
  static const TlRole grounds[] = { TL_ROLE_PLAIN, TL_ROLE_STREAM, TL_ROLE_COMPONENT, TL_ROLE_GUEST };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const TlRoleColors *colors = &palette->roles[lines[i]];

      assert_contrast (palette, "line on canvas", lines[i], &colors->line, &palette->canvas, 3);
      assert_contrast (palette, "line on its fill", lines[i], &colors->line, &colors->fill, 3);
      for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
        assert_contrast (palette, "line on another", lines[i], &colors->line, &palette->roles[grounds[j]].fill, 3);
    }
  assert_contrast (palette, "selection", -1, &palette->selection, &palette->canvas, 3);
  assert_contrast (palette, "guide", -1, &palette->guide, &palette->canvas, 3);
  assert_contrast (palette, "missing", -1, &palette->missing, &palette->canvas, 3);
  for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
    {
      assert_contrast (palette, "selection on", grounds[j], &palette->selection, &palette->roles[grounds[j]].fill, 3);
      assert_contrast (palette, "guide on", grounds[j], &palette->guide, &palette->roles[grounds[j]].fill, 3);
      assert_contrast (palette, "missing on", grounds[j], &palette->missing, &palette->roles[grounds[j]].fill, 3);
    }
}

/* One hue that only gets darker: read in grey print and by every eye. */
static void
check_heat (const TlPalette *palette)
{
  const TlColor black = { 0, 0, 0, 1 };

  for (int step = 1; step < 6; step++)
    g_assert_cmpfloat (tl_color_contrast (&palette->heat[step], &black) * 1.1, <,
                       tl_color_contrast (&palette->heat[step - 1], &black));
}

static void
test_palette (gconstpointer data)
{
  const TlPalette *palette = tl_palette_get (GPOINTER_TO_INT (data));

  g_assert_cmpint (palette->kind, ==, GPOINTER_TO_INT (data));
  g_assert_cmpfloat (palette->line_width, ==, is_high (palette) ? 2 : 1);
  check_texts (palette);
  check_texts_on_others (palette);
  check_lines (palette);
  check_heat (palette);
}

static void
test_contrast (void)
{
  const TlColor white = { 1, 1, 1, 1 };
  const TlColor black = { 0, 0, 0, 1 };
  const TlColor grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (tl_color_contrast (&white, &black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (tl_color_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (tl_color_contrast (&grey, &grey), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (tl_color_contrast (&grey, &white), 4.54, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/palette/contrast", test_contrast);
  g_test_add_data_func ("/diagram/palette/light", GINT_TO_POINTER (TL_PALETTE_LIGHT), test_palette);
  g_test_add_data_func ("/diagram/palette/dark", GINT_TO_POINTER (TL_PALETTE_DARK), test_palette);
  g_test_add_data_func ("/diagram/palette/high-contrast-light", GINT_TO_POINTER (TL_PALETTE_HIGH_CONTRAST_LIGHT), test_palette);
  g_test_add_data_func ("/diagram/palette/high-contrast-dark", GINT_TO_POINTER (TL_PALETTE_HIGH_CONTRAST_DARK), test_palette);
  return g_test_run ();
}
