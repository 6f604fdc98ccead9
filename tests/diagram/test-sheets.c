/* test-sheets.c: printed pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-sheets.h"
#include "support/tl-test-pdf.h"

#include "project/tl-project.h"

#include <string.h>

#define POINTS_A_PIXEL 2

static TlScene *
make_scene (void)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Level 1");

  for (guint i = 0; i < 4; i++)
    tl_scene_builder_node (builder, &(TlNode) { .parent = -1, .heat = -1, .shape = TL_SHAPE_BOX, .role = TL_ROLE_KEY, .title = "Incident",
                                                .bounds = { 1000 * (i % 2), 700 * (i / 2), 1000, 700 } });
  return tl_scene_builder_end (builder);
}

static TlPosterOptions
a4 (guint columns,
    guint rows)
{
  TlPosterOptions options = { .margin = 40, .overlap = 20, .columns = columns, .rows = rows };

  g_assert_true (tl_poster_parse_paper ("A4", &options.paper_width, &options.paper_height, NULL));
  return options;
}

static TlSheets *
make_sheets (guint               columns,
             guint               rows,
             const TlSheetsText *text)
{
  g_autoptr (TlScene) scene = make_scene ();
  TlPosterOptions options = a4 (columns, rows);
  g_autoptr (GError) error = NULL;
  TlSheets *sheets = tl_sheets_new (scene, &options, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sheets);
  return sheets;
}

static GBytes *
write_pdf (const TlSheets *sheets)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_sheets_write_pdf (sheets, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* As many pages as the poster has, the same bytes each time, and letters as text. */
static void
test_pdf (void)
{
  const TlSheetsText text = { .title = "Harbour", .date = "27.11.2026", .head = TRUE, .foot = TRUE, .marks = TRUE };

  for (guint columns = 1; columns <= 3; columns++)
    {
      g_autoptr (TlSheets) sheets = make_sheets (columns, columns, &text);
      g_autoptr (GBytes) first = write_pdf (sheets);
      g_autoptr (GBytes) second = write_pdf (sheets);
      gsize length;
      const char *data = g_bytes_get_data (first, &length);
      GString *unpacked = tl_test_unpack_pdf (data, length);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpuint (tl_test_count_pdf_pages (data, length), ==, tl_poster_get_n_pages (tl_sheets_get_poster (sheets)));
      g_assert_nonnull (memmem (unpacked->str, unpacked->len, "/Font", 5));
      g_assert_null (memmem (unpacked->str, unpacked->len, "/Subtype /Image", 15));
      g_assert_null (memmem (unpacked->str, unpacked->len, "/CreationDate", 13));
      g_string_free (unpacked, TRUE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (TlSheets) sheets = make_sheets (2, 2, &(TlSheetsText) { 0 });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_sheets_write_pdf (sheets, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Picture {{{1 */

static cairo_surface_t *
paint (const TlSheets *sheets,
       guint           page)
{
  const TlPoster *poster = tl_sheets_get_poster (sheets);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) tl_poster_get_width (poster) * POINTS_A_PIXEL,
                                                         (int) tl_poster_get_height (poster) * POINTS_A_PIXEL);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  tl_sheets_paint (sheets, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_white (cairo_surface_t *surface,
          double           x,
          double           y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) (y * POINTS_A_PIXEL) * cairo_image_surface_get_stride (surface);

  return (((const guint32 *) (gconstpointer) row)[(int) (x * POINTS_A_PIXEL)] & 0xffffff) == 0xffffff;
}

static gboolean
is_blank (cairo_surface_t *surface,
          const TlRect    *area)
{
  for (double y = area->y; y < area->y + area->height; y += 1.0 / POINTS_A_PIXEL)
    for (double x = area->x; x < area->x + area->width; x += 1.0 / POINTS_A_PIXEL)
      if (!is_white (surface, x, y))
        return FALSE;
  return TRUE;
}

/* A box is where the page says that it is. */
static void
test_picture (void)
{
  g_autoptr (TlSheets) sheets = make_sheets (2, 2, &(TlSheetsText) { 0 });
  const TlPoster *poster = tl_sheets_get_poster (sheets);
  double scale = tl_poster_get_scale (poster);

  g_assert_cmpuint (tl_poster_get_n_pages (poster), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const TlPosterPage *page = tl_poster_get_page (poster, i);
      cairo_surface_t *surface = paint (sheets, i);
      double x = page->room.x + (1000 * (i % 2) + 20 - page->part.x) * scale;
      double y = page->room.y + (700 * (i / 2) + 20 - page->part.y) * scale;

      /* In the margins there is nothing. */
      g_assert_true (is_blank (surface, &(TlRect) { 0, 0, tl_poster_get_width (poster) - 1, page->room.y - 1 }));
      g_assert_true (is_blank (surface, &(TlRect) { 0, 0, page->room.x - 1, tl_poster_get_height (poster) - 1 }));
      if (tl_rect_contains (&page->room, x, y))
        g_assert_false (is_blank (surface, &(TlRect) { x - 20 * scale - 2, y, 30 * scale, 3 }));
      cairo_surface_destroy (surface);
    }
}

static TlRect
get_head (const TlPosterPage *page)
{
  return (TlRect) { page->room.x, page->room.y - 24, page->room.width, 16 };
}

static TlRect
get_foot (const TlPosterPage *page)
{
  return (TlRect) { page->room.x, page->room.y + page->room.height + 8, page->room.width, 16 };
}

static gboolean
is_half_blank (cairo_surface_t *surface,
               const TlRect    *strip,
               gboolean         end)
{
  TlRect half = { strip->x + (end ? strip->width / 2 : 0), strip->y, strip->width / 2 - 1, strip->height };

  return is_blank (surface, &half);
}

/* The title where one begins to read, on the right in languages that do; and only if wanted. */
static void
test_text (void)
{
  for (guint mirrored = FALSE; mirrored <= TRUE; mirrored++)
    {
      const TlSheetsText text = { .title = "Harbour", .head = TRUE, .foot = TRUE, .mirrored = mirrored };
      g_autoptr (TlSheets) sheets = make_sheets (1, 1, &text);
      const TlPosterPage *page = tl_poster_get_page (tl_sheets_get_poster (sheets), 0);
      cairo_surface_t *surface = paint (sheets, 0);
      TlRect head = get_head (page);
      TlRect foot = get_foot (page);

      g_assert_true (is_half_blank (surface, &head, !mirrored));
      g_assert_false (is_half_blank (surface, &head, mirrored));
      /* Page 1 of 1, and no date. */
      g_assert_true (is_half_blank (surface, &foot, mirrored));
      g_assert_false (is_half_blank (surface, &foot, !mirrored));
      cairo_surface_destroy (surface);
    }
}

/* A title without end leaves the legend its place, and stays on the paper. */
static void
test_long_title (void)
{
  g_autofree char *title = g_strnfill (5000, 'W');
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "Harbour");
  g_autoptr (TlOverlay) overlay = tl_overlay_new (project, TL_OVERLAY_MATURITY);
  const TlSheetsText text = { .title = title, .date = title, .overlay = overlay, .head = TRUE, .foot = TRUE, .marks = TRUE };
  g_autoptr (TlSheets) sheets = make_sheets (1, 1, &text);
  const TlPoster *poster = tl_sheets_get_poster (sheets);
  const TlPosterPage *page = tl_poster_get_page (poster, 0);
  cairo_surface_t *surface = paint (sheets, 0);

  g_assert_true (is_blank (surface, &(TlRect) { 0, 0, page->room.x - 8, tl_poster_get_height (poster) - 1 }));
  g_assert_true (is_blank (surface, &(TlRect) { page->room.x + page->room.width + 8, 0, 20, tl_poster_get_height (poster) - 1 }));
  cairo_surface_destroy (surface);
}

/* Without head and foot the picture has all of the room. */
static void
test_room (void)
{
  g_autoptr (TlSheets) plain = make_sheets (1, 1, &(TlSheetsText) { .marks = TRUE });
  g_autoptr (TlSheets) both = make_sheets (1, 1, &(TlSheetsText) { .head = TRUE, .foot = TRUE });
  TlRect all = tl_poster_get_page (tl_sheets_get_poster (plain), 0)->room;
  TlRect less = tl_poster_get_page (tl_sheets_get_poster (both), 0)->room;

  g_assert_cmpfloat (all.y, ==, 40);
  g_assert_cmpfloat (less.y, >, all.y);
  g_assert_cmpfloat (less.y + less.height, <, all.y + all.height);
}

/* Cut marks where another sheet goes on, and only there. */
static void
test_marks (void)
{
  g_autoptr (TlSheets) sheets = make_sheets (2, 1, &(TlSheetsText) { .marks = TRUE });
  const TlPoster *poster = tl_sheets_get_poster (sheets);

  g_assert_cmpuint (tl_poster_get_n_pages (poster), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TlPosterPage *page = tl_poster_get_page (poster, i);
      cairo_surface_t *surface = paint (sheets, i);
      TlRect upper_left = { page->room.x - 2, page->room.y - 8, 4, 7 };
      TlRect upper_right = { page->room.x + page->room.width - 22, page->room.y - 8, 24, 7 };

      g_assert_cmpint (is_blank (surface, &upper_left), ==, i == 0);
      g_assert_cmpint (is_blank (surface, &upper_right), ==, i == 1);
      cairo_surface_destroy (surface);
    }
}

/* From right to left a sheet is cut on the right, and laid over the one on its right. */
static void
test_mirrored_marks (void)
{
  g_autoptr (TlSheets) sheets = NULL;
  const TlPoster *poster;

  tl_scene_set_default_mirrored (TRUE);
  sheets = make_sheets (2, 1, &(TlSheetsText) { .marks = TRUE, .mirrored = TRUE });
  tl_scene_set_default_mirrored (FALSE);
  poster = tl_sheets_get_poster (sheets);
  g_assert_true (tl_sheets_is_mirrored (sheets));
  g_assert_cmpuint (tl_sheets_get_n_pages (sheets), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TlPosterPage *page = tl_poster_get_page (poster, i);
      cairo_surface_t *surface = paint (sheets, i);
      TlRect upper_right = { page->room.x + page->room.width - 2, page->room.y - 8, 4, 7 };
      TlRect upper_left = { page->room.x - 2, page->room.y - 8, 24, 7 };

      g_assert_cmpint (is_blank (surface, &upper_right), ==, i == 0);
      g_assert_cmpint (is_blank (surface, &upper_left), ==, i == 1);
      cairo_surface_destroy (surface);
    }
}

/* The same on other paper, with the legend. */
static void
test_other_paper (void)
{
  g_autoptr (TlProject) project = tl_project_new (tl_edition_get ("2.1"), "Harbour");
  g_autoptr (TlOverlay) overlay = tl_overlay_new (project, TL_OVERLAY_COST);
  const TlSheetsText text = { .overlay = overlay, .head = TRUE };
  g_autoptr (TlSheets) sheets = make_sheets (1, 1, &text);
  const TlPoster *before = tl_sheets_get_poster (sheets);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSheets) same = tl_sheets_new_on (sheets, tl_poster_get_width (before), tl_poster_get_height (before), NULL, &error);
  g_autoptr (TlSheets) large = tl_sheets_new_on (sheets, 1000, 2000, NULL, &error);
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;

  g_assert_no_error (error);
  a = write_pdf (sheets);
  b = write_pdf (same);
  g_assert_true (g_bytes_equal (a, b));
  g_assert_cmpfloat (tl_poster_get_width (tl_sheets_get_poster (large)), ==, 1000);
  g_assert_cmpfloat (tl_poster_get_height (tl_sheets_get_poster (large)), ==, 2000);
  g_assert_null (tl_sheets_new_on (sheets, 90, 90, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* A table is printed like a picture: the same document each time, and anew on other paper. */
static void
test_table (void)
{
  g_autoptr (TlPrintTable) table = tl_print_table_new ("Harbour – Services");
  TlPosterOptions paper = a4 (0, 0);
  const TlSheetsText text = { .title = "Harbour – Services", .date = "27.11.2026", .head = TRUE, .foot = TRUE };
  g_autoptr (TlSheets) sheets = NULL;
  g_autoptr (TlSheets) large = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;

  paper.scale = 1;
  tl_print_table_add_column (table, "Name", TL_PRINT_BEGIN);
  for (guint i = 0; i < 200; i++)
    tl_print_table_add_row (table, (const char *const[]) { "Online payments" });
  sheets = tl_sheets_new_for_table (table, &paper, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tl_sheets_get_poster (sheets));
  g_assert_null (tl_sheets_dup_label (sheets, 0));
  first = write_pdf (sheets);
  second = write_pdf (sheets);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (tl_test_count_pdf_pages (g_bytes_get_data (first, NULL), g_bytes_get_size (first)), ==, tl_sheets_get_n_pages (sheets));
  large = tl_sheets_new_on (sheets, 1000, 2000, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_sheets_get_n_pages (large), <, tl_sheets_get_n_pages (sheets));
}

static void
test_title (void)
{
  g_autoptr (TlScene) scene = make_scene ();
  g_autofree char *both = tl_sheets_format_title ("Harbour", tl_scene_get_title (scene));
  g_autofree char *one = tl_sheets_format_title (NULL, tl_scene_get_title (scene));
  g_autofree char *same = tl_sheets_format_title ("Level 1", tl_scene_get_title (scene));

  g_assert_cmpstr (both, ==, "Harbour – Level 1");
  g_assert_cmpstr (one, ==, "Level 1");
  g_assert_cmpstr (same, ==, "Level 1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sheets/pdf", test_pdf);
  g_test_add_func ("/sheets/cancelled", test_cancelled);
  g_test_add_func ("/sheets/picture", test_picture);
  g_test_add_func ("/sheets/text", test_text);
  g_test_add_func ("/sheets/long-title", test_long_title);
  g_test_add_func ("/sheets/room", test_room);
  g_test_add_func ("/sheets/marks", test_marks);
  g_test_add_func ("/sheets/mirrored-marks", test_mirrored_marks);
  g_test_add_func ("/sheets/other-paper", test_other_paper);
  g_test_add_func ("/sheets/table", test_table);
  g_test_add_func ("/sheets/title", test_title);
  return g_test_run ();
}
