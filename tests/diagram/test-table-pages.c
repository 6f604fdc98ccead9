/* test-table-pages.c: tables on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-sheets.h"

#include "diagram/tl-text.h"

#include <string.h>

#define POINTS_A_PIXEL 2

static TlPosterOptions
a4 (void)
{
  TlPosterOptions paper = { .margin = 40, .scale = 1, .orientation = TL_POSTER_PORTRAIT };

  g_assert_true (tl_poster_parse_paper ("A4", &paper.paper_width, &paper.paper_height, NULL));
  return paper;
}

static TlPrintTable *
make_columns (guint n)
{
  TlPrintTable *table = tl_print_table_new ("Harbour – Services");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Column %u", i);

      tl_print_table_add_column (table, title, i == 0 ? TL_PRINT_BEGIN : TL_PRINT_END);
    }
  return table;
}

/* @group: rows under each heading; 0 for none */
static TlPrintTable *
make_table (guint n_columns,
            guint n_rows,
            guint group)
{
  TlPrintTable *table = make_columns (n_columns);
  g_autofree const char **cells = g_new0 (const char *, n_columns);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("Service number %u", row);
      g_autofree char *heading = g_strdup_printf ("Group %u", row);

      if (group > 0 && row % group == 0)
        tl_print_table_add_heading (table, heading);
      for (guint i = 0; i < n_columns; i++)
        cells[i] = i == 0 ? name : i % 2 == 0 ? NULL : "live";
      tl_print_table_add_row (table, cells);
    }
  return table;
}

static TlTablePages *
divide (TlPrintTable          *table,
        const TlPosterOptions *paper,
        gboolean               mirrored)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (GError) error = NULL;
  TlTablePages *pages = tl_table_pages_new (table, paper, font, mirrored, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pages);
  return pages;
}

static void
get_rows (const TlTablePages *pages,
          guint               page,
          guint               rows[2])
{
  guint columns[2];

  tl_table_pages_get_part (pages, page, rows, columns);
}

/* Each row once, one page after the other; returns how many pages that are. */
static guint
check_rows (const TlTablePages *pages)
{
  guint n_pages = tl_table_pages_get_n_pages (pages) / tl_table_pages_get_n_bands (pages);
  guint next = 0;

  for (guint i = 0; i < n_pages; i++)
    {
      guint rows[2];

      get_rows (pages, i * tl_table_pages_get_n_bands (pages), rows);
      g_assert_cmpuint (rows[0], ==, next);
      g_assert_cmpuint (rows[1], >, rows[0]);
      next = rows[1];
    }
  g_assert_cmpuint (next, ==, tl_print_table_get_n_rows (tl_table_pages_get_table (pages)));
  return n_pages;
}

/* Breaks {{{1 */

static void
test_rows (void)
{
  TlPosterOptions paper = a4 ();

  for (guint n = 1; n < 200; n += 7)
    {
      g_autoptr (TlPrintTable) table = make_table (4, n, 0);
      g_autoptr (TlTablePages) pages = divide (table, &paper, FALSE);

      check_rows (pages);
      g_assert_cmpuint (tl_table_pages_get_n_bands (pages), ==, 1);
    }
}

/* A heading is never what a page ends with, however the rows fall. */
static void
test_headings (void)
{
  TlPosterOptions paper = a4 ();

  for (guint group = 1; group < 60; group++)
    {
      g_autoptr (TlPrintTable) table = make_table (4, 150, group);
      g_autoptr (TlTablePages) pages = divide (table, &paper, FALSE);
      guint n_pages = check_rows (pages);

      g_assert_cmpuint (n_pages, >, 2);
      for (guint page = 0; page < n_pages; page++)
        {
          guint rows[2];

          get_rows (pages, page, rows);
          g_assert_null (tl_print_table_get_heading (table, rows[1] - 1));
        }
    }
}

/* Groups that are folded are headings one after the other. */
static void
test_headings_alone (void)
{
  g_autoptr (TlPrintTable) table = make_columns (3);
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = NULL;

  for (guint i = 0; i < 100; i++)
    tl_print_table_add_heading (table, "Folded (12)");
  pages = divide (table, &paper, FALSE);
  g_assert_cmpuint (check_rows (pages), >, 1);
}

/* What is no higher than a page is not divided: it has a page of its own if it has to. */
static void
test_high_rows (void)
{
  g_autoptr (TlPrintTable) table = make_columns (2);
  g_autofree char *half = g_strnfill (30, '\n');
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = NULL;

  for (guint i = 0; i < 9; i++)
    tl_print_table_add_row (table, (const char *const[]) { "Service", half });
  pages = divide (table, &paper, FALSE);
  g_assert_cmpuint (check_rows (pages), ==, 9);
}

/* What is higher goes on on the next ones. */
static void
test_too_high_row (void)
{
  g_autoptr (TlPrintTable) table = make_columns (2);
  g_autofree char *lines = g_strnfill (300, '\n');
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = NULL;
  guint n;

  tl_print_table_add_heading (table, "Group");
  tl_print_table_add_row (table, (const char *const[]) { "Service", lines });
  tl_print_table_add_row (table, (const char *const[]) { "Service", "live" });
  pages = divide (table, &paper, FALSE);
  n = tl_table_pages_get_n_pages (pages);
  g_assert_cmpuint (n, >, 4);
  for (guint page = 1; page < n - 1; page++)
    {
      guint rows[2];

      get_rows (pages, page, rows);
      g_assert_cmpuint (rows[0], ==, 1);
      g_assert_cmpuint (rows[1], ==, 2);
    }
}

/* Columns {{{1 */

/* Each once, so many side by side as there is room for. */
static void
test_bands (void)
{
  g_autoptr (TlPrintTable) table = make_table (60, 100, 10);
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = divide (table, &paper, FALSE);
  guint n_bands = tl_table_pages_get_n_bands (pages);
  guint next = 1;

  g_assert_cmpuint (n_bands, >, 2);
  g_assert_cmpuint (check_rows (pages), >, 1);
  for (guint band = 0; band < n_bands; band++)
    {
      guint rows[2], columns[2];

      tl_table_pages_get_part (pages, band, rows, columns);
      g_assert_cmpuint (rows[0], ==, 0);
      g_assert_cmpuint (columns[0], ==, next);
      g_assert_cmpuint (columns[1], >, columns[0]);
      next = columns[1];
    }
  g_assert_cmpuint (next, ==, 60);
}

/* A long note is wrapped rather than the short words beside it. */
static void
test_short_words (void)
{
  char note[200] = "";
  g_autoptr (TlPrintTable) table = make_columns (4);
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = NULL;
  guint rows[2];

  for (guint i = 0; i + 1 < sizeof note; i++)
    note[i] = i % 6 == 5 ? ' ' : 'x';
  /* So many rows as fit with one line each, were it not for one that has some more. */
  for (guint i = 0; i < 36; i++)
    tl_print_table_add_row (table, (const char *const[]) { "Online payments", "not accepted", "critical", i == 0 ? note : "short note" });
  pages = divide (table, &paper, FALSE);
  get_rows (pages, 0, rows);
  g_assert_cmpuint (rows[1], ==, 36);
}

/* As the columns need it, unless somebody has said how. */
static void
test_orientation (void)
{
  g_autoptr (TlPrintTable) narrow = make_table (3, 20, 0);
  g_autoptr (TlPrintTable) wide = make_table (14, 20, 0);
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) upright = NULL, across = NULL, forced = NULL;

  forced = divide (wide, &paper, FALSE);
  paper.orientation = TL_POSTER_AUTOMATIC;
  upright = divide (narrow, &paper, FALSE);
  across = divide (wide, &paper, FALSE);
  g_assert_cmpfloat (tl_table_pages_get_width (upright), <, tl_table_pages_get_height (upright));
  g_assert_cmpfloat (tl_table_pages_get_width (across), >, tl_table_pages_get_height (across));
  g_assert_cmpfloat (tl_table_pages_get_width (forced), <, tl_table_pages_get_height (forced));
}

/* Picture {{{1 */

static cairo_surface_t *
paint (TlTablePages *pages,
       guint         page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) tl_table_pages_get_width (pages) * POINTS_A_PIXEL,
                                                         (int) tl_table_pages_get_height (pages) * POINTS_A_PIXEL);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  tl_table_pages_paint (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Pixels that are nearly black: letters. */
static guint
count_dark (cairo_surface_t *surface,
            const TlRect    *area)
{
  guint n = 0;

  for (int y = (int) (area->y * POINTS_A_PIXEL); y < (int) ((area->y + area->height) * POINTS_A_PIXEL); y++)
    for (int x = (int) (area->x * POINTS_A_PIXEL); x < (int) ((area->x + area->width) * POINTS_A_PIXEL); x++)
      {
        const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

        n += (((const guint32 *) (gconstpointer) row)[x] & 0xff) < 0x60;
      }
  return n;
}

static TlRect
get_strip (const TlTablePages *pages,
           double              y,
           double              height,
           gboolean            right)
{
  TlRect room = tl_table_pages_get_room (pages);

  return (TlRect) { room.x + (right ? room.width / 2 : 0), room.y + y, room.width / 2, height };
}

/* The titles of the columns are on every page, and nothing is in the margins. */
static void
test_titles (void)
{
  g_autoptr (TlPrintTable) table = make_table (4, 200, 0);
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = divide (table, &paper, FALSE);
  TlRect head = get_strip (pages, 0, TL_TABLE_FONT_SIZE * 1.7, FALSE);
  guint first = 0;

  for (guint page = 0; page < tl_table_pages_get_n_pages (pages); page++)
    {
      cairo_surface_t *surface = paint (pages, page);
      guint n = count_dark (surface, &head);
      TlRect margins[] = {
        { 0, 0, 39, tl_table_pages_get_height (pages) - 1 },
        { tl_table_pages_get_width (pages) - 39, 0, 38, tl_table_pages_get_height (pages) - 1 },
        { 0, tl_table_pages_get_height (pages) - 38, tl_table_pages_get_width (pages) - 1, 37 },
      };

      g_assert_cmpuint (n, >, 0);
      if (page == 0)
        first = n;
      g_assert_cmpuint (n, ==, first);
      for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
        g_assert_cmpuint (count_dark (surface, &margins[i]), ==, 0);
      cairo_surface_destroy (surface);
    }
}

/* The first column is where one begins to read. */
static void
test_mirrored (void)
{
  for (guint mirrored = FALSE; mirrored <= TRUE; mirrored++)
    {
      g_autoptr (TlPrintTable) table = make_columns (2);
      TlPosterOptions paper = a4 ();
      g_autoptr (TlTablePages) pages = NULL;
      cairo_surface_t *surface;
      TlRect left, right;

      for (guint i = 0; i < 20; i++)
        tl_print_table_add_row (table, (const char *const[]) { "Name", NULL });
      pages = divide (table, &paper, mirrored);
      surface = paint (pages, 0);
      left = get_strip (pages, TL_TABLE_FONT_SIZE * 3, 200, FALSE);
      right = get_strip (pages, TL_TABLE_FONT_SIZE * 3, 200, TRUE);
      g_assert_cmpint (count_dark (surface, &left) > 0, ==, !mirrored);
      g_assert_cmpint (count_dark (surface, &right) > 0, ==, mirrored);
      cairo_surface_destroy (surface);
    }
}

/* A word without end is broken, and leaves the other columns their room. */
static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (2000, 'W');
  g_autoptr (TlPrintTable) table = make_columns (3);
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = NULL;
  cairo_surface_t *surface;

  tl_print_table_add_note (table, word);
  tl_print_table_add_row (table, (const char *const[]) { word, "live", "12" });
  tl_print_table_add_row (table, (const char *const[]) { "Service", "live", "12" });
  pages = divide (table, &paper, FALSE);
  check_rows (pages);
  surface = paint (pages, 0);
  g_assert_cmpuint (count_dark (surface, &(TlRect) { 0, 0, 38, tl_table_pages_get_height (pages) - 1 }), ==, 0);
  g_assert_cmpuint (count_dark (surface, &(TlRect) { tl_table_pages_get_width (pages) - 38, 0, 37, tl_table_pages_get_height (pages) - 1 }), ==, 0);
  cairo_surface_destroy (surface);
}

/* Much, nothing, and too much {{{1 */

static void
test_many (void)
{
  g_autoptr (TlPrintTable) table = make_table (7, 10000, 37);
  TlPosterOptions paper = a4 ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TlTablePages) pages = divide (table, &paper, FALSE);

  g_test_message ("10,000 rows: %u pages in %" G_GINT64_FORMAT " ms", tl_table_pages_get_n_pages (pages),
                  (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (check_rows (pages), >, 100);
}

static void
check_refused (TlPrintTable          *table,
               const TlPosterOptions *paper,
               GCancellable          *cancellable,
               int                    code)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_table_pages_new (table, paper, font, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_refused (void)
{
  g_autoptr (TlPrintTable) empty = make_table (3, 0, 0);
  g_autoptr (TlPrintTable) table = make_table (3, 600, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TlPosterOptions paper = a4 ();

  check_refused (empty, &paper, NULL, G_IO_ERROR_NOT_FOUND);
  g_cancellable_cancel (cancellable);
  check_refused (table, &paper, cancellable, G_IO_ERROR_CANCELLED);
  paper.margin = 400;
  check_refused (table, &paper, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  paper.margin = 40;
  paper.scale = 30;
  check_refused (table, &paper, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  paper.scale = 0;
  check_refused (table, &paper, NULL, G_IO_ERROR_INVALID_ARGUMENT);
  paper.scale = -1;
  check_refused (table, &paper, NULL, G_IO_ERROR_INVALID_ARGUMENT);
}

/* What is in cells is whatever somebody has written. */
static void
test_texts (void)
{
  g_autoptr (TlPrintTable) table = make_columns (2);
  g_autofree char *long_text = g_strnfill (100000, 'a');
  TlPosterOptions paper = a4 ();
  g_autoptr (TlTablePages) pages = NULL;

  tl_print_table_add_row (table, (const char *const[]) { "\xff\xfe", "عربي" });
  tl_print_table_add_row (table, (const char *const[]) { "\r\n\t", long_text });
  g_assert_cmpuint (strlen (tl_print_table_get_cell (table, 1, 1)), <, 10000);
  g_assert_true (g_str_has_suffix (tl_print_table_get_cell (table, 1, 1), "…"));
  g_assert_true (g_utf8_validate (tl_print_table_get_cell (table, 0, 0), -1, NULL));
  g_assert_true (tl_print_table_get_cell (table, 0, 1) == tl_print_table_get_cell (table, 0, 1));
  pages = divide (table, &paper, TRUE);
  for (guint page = 0; page < tl_table_pages_get_n_pages (pages); page++)
    cairo_surface_destroy (paint (pages, page));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/table-pages/rows", test_rows);
  g_test_add_func ("/table-pages/headings", test_headings);
  g_test_add_func ("/table-pages/headings-alone", test_headings_alone);
  g_test_add_func ("/table-pages/high-rows", test_high_rows);
  g_test_add_func ("/table-pages/too-high-row", test_too_high_row);
  g_test_add_func ("/table-pages/bands", test_bands);
  g_test_add_func ("/table-pages/short-words", test_short_words);
  g_test_add_func ("/table-pages/orientation", test_orientation);
  g_test_add_func ("/table-pages/titles", test_titles);
  g_test_add_func ("/table-pages/mirrored", test_mirrored);
  g_test_add_func ("/table-pages/long-word", test_long_word);
  g_test_add_func ("/table-pages/many", test_many);
  g_test_add_func ("/table-pages/refused", test_refused);
  g_test_add_func ("/table-pages/texts", test_texts);
  return g_test_run ();
}
