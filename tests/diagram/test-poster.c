/* test-poster.c: scenes on sheets of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-poster.h"

#include <math.h>

#define SEED 20261127
#define NEAR 1e-6

/* A scene of boxes; @n of them along its diagonal, so that there is nothing in the corners. */
static TlScene *
make_scene (double width,
            double height,
            guint  n)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Boxes");

  for (guint i = 0; i < n; i++)
    tl_scene_builder_node (builder, &(TlNode) { .parent = -1, .heat = -1, .shape = TL_SHAPE_BOX,
                                                .bounds = { width * i / n, height * i / n, width / n, height / n } });
  return tl_scene_builder_end (builder);
}

static TlPosterOptions
a4 (void)
{
  TlPosterOptions options = { .margin = 30, .overlap = 20, .columns = 1, .rows = 1 };

  g_assert_true (tl_poster_parse_paper ("A4", &options.paper_width, &options.paper_height, NULL));
  return options;
}

static TlPoster *
make (const TlScene         *scene,
      const TlPosterOptions *options)
{
  g_autoptr (GError) error = NULL;
  TlPoster *poster = tl_poster_new (scene, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (poster);
  return poster;
}

static gboolean
is_near (double a,
         double b)
{
  return fabs (a - b) <= NEAR * MAX (1, MAX (fabs (a), fabs (b)));
}

/* What holds of every poster, whatever it is of {{{1 */

static void
check_page (const TlPoster     *poster,
            const TlPosterPage *page)
{
  double scale = tl_poster_get_scale (poster);

  g_assert_cmpuint (page->column, <, tl_poster_get_n_columns (poster));
  g_assert_cmpuint (page->row, <, tl_poster_get_n_rows (poster));
  g_assert_true (is_near (page->part.width * scale, page->room.width));
  g_assert_true (is_near (page->part.height * scale, page->room.height));
  g_assert_cmpfloat (page->room.x, >=, 0);
  g_assert_cmpfloat (page->room.y, >=, 0);
  g_assert_cmpfloat (page->room.x + page->room.width, <=, tl_poster_get_width (poster) + NEAR);
  g_assert_cmpfloat (page->room.y + page->room.height, <=, tl_poster_get_height (poster) + NEAR);
}

/* Neighbours know of each other and share just the overlap. */
static void
check_neighbours (const TlPoster *poster)
{
  double step_x, step_y;
  double scale = tl_poster_get_scale (poster);
  gboolean mirrored = tl_poster_is_mirrored (poster);
  guint after = mirrored ? TL_POSTER_LEFT : TL_POSTER_RIGHT;
  guint before = mirrored ? TL_POSTER_RIGHT : TL_POSTER_LEFT;

  for (guint i = 0; i < tl_poster_get_n_pages (poster); i++)
    for (guint j = 0; j < tl_poster_get_n_pages (poster); j++)
      {
        const TlPosterPage *a = tl_poster_get_page (poster, i);
        const TlPosterPage *b = tl_poster_get_page (poster, j);

        step_x = (a->room.width - tl_poster_get_overlap (poster)) / scale * (mirrored ? -1 : 1);
        step_y = (a->room.height - tl_poster_get_overlap (poster)) / scale;
        g_assert_true (is_near (b->part.x - a->part.x, ((int) b->column - (int) a->column) * step_x));
        g_assert_true (is_near (b->part.y - a->part.y, ((int) b->row - (int) a->row) * step_y));
        if (a->row == b->row && a->column + 1 == b->column)
          g_assert_true ((a->neighbours & after) != 0 && (b->neighbours & before) != 0);
        if (a->column == b->column && a->row + 1 == b->row)
          g_assert_true ((a->neighbours & TL_POSTER_BELOW) != 0 && (b->neighbours & TL_POSTER_ABOVE) != 0);
      }
}

static gboolean
is_on_a_page (const TlPoster *poster,
              double          x,
              double          y)
{
  for (guint i = 0; i < tl_poster_get_n_pages (poster); i++)
    {
      TlRect part = tl_rect_grow (&tl_poster_get_page (poster, i)->part, NEAR * 1000);

      if (tl_rect_contains (&part, x, y))
        return TRUE;
    }
  return FALSE;
}

/* Every corner and many points of every box are on some page, and each page has a box. */
static void
check_cover (const TlPoster *poster,
             const TlScene  *scene)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlRect *box = &tl_scene_get_node (scene, i)->bounds;

      for (guint step = 0; step <= 400; step++)
        g_assert_true (is_on_a_page (poster, box->x + box->width * (step % 20) / 19, box->y + box->height * (step / 20) / 20));
    }
  for (guint i = 0; i < tl_poster_get_n_pages (poster); i++)
    {
      TlRect reach = tl_rect_grow (&tl_poster_get_page (poster, i)->part, 12);

      g_array_set_size (found, 0);
      tl_scene_query_nodes (scene, &reach, found);
      g_assert_cmpuint (found->len, >, 0);
    }
}

static void
check (const TlPoster *poster,
       const TlScene  *scene)
{
  g_assert_cmpuint (tl_poster_get_n_pages (poster), >, 0);
  g_assert_cmpuint (tl_poster_get_n_pages (poster), <=, tl_poster_get_n_columns (poster) * tl_poster_get_n_rows (poster));
  for (guint i = 0; i < tl_poster_get_n_pages (poster); i++)
    check_page (poster, tl_poster_get_page (poster, i));
  check_neighbours (poster);
  check_cover (poster, scene);
}

/* Cases {{{1 */

static void
test_fit (void)
{
  g_autoptr (TlScene) scene = make_scene (1000, 500, 1);
  TlPosterOptions options = a4 ();

  for (options.columns = 1; options.columns <= 5; options.columns++)
    for (options.rows = 1; options.rows <= 5; options.rows++)
      for (options.orientation = TL_POSTER_AUTOMATIC; options.orientation <= TL_POSTER_LANDSCAPE; options.orientation++)
        {
          g_autoptr (TlPoster) poster = make (scene, &options);

          check (poster, scene);
          g_assert_cmpuint (tl_poster_get_n_columns (poster), <=, options.columns);
          g_assert_cmpuint (tl_poster_get_n_rows (poster), <=, options.rows);
          /* As large as it can be: it needs all the pages of one direction, and fills them. */
          g_assert_true (tl_poster_get_n_columns (poster) == options.columns || tl_poster_get_n_rows (poster) == options.rows);
        }
}

/* A wide picture does not need the second row of sheets that it may have. */
static void
test_no_needless_pages (void)
{
  g_autoptr (TlScene) scene = make_scene (4000, 100, 1);
  TlPosterOptions options = a4 ();
  g_autoptr (TlPoster) poster = NULL;

  options.columns = 3;
  options.rows = 2;
  poster = make (scene, &options);
  g_assert_cmpuint (tl_poster_get_n_pages (poster), ==, 3);
  g_assert_cmpuint (tl_poster_get_n_rows (poster), ==, 1);
}

static void
test_left_out (void)
{
  g_autoptr (TlScene) scene = make_scene (4000, 4000, 20);
  TlPosterOptions options = a4 ();
  g_autoptr (TlPoster) poster = NULL;

  options.columns = options.rows = 5;
  poster = make (scene, &options);
  check (poster, scene);
  /* Along the diagonal only. */
  g_assert_cmpuint (tl_poster_get_n_pages (poster), <, tl_poster_get_n_columns (poster) * tl_poster_get_n_rows (poster));
  g_assert_cmpuint (tl_poster_get_page (poster, 0)->neighbours & (TL_POSTER_LEFT | TL_POSTER_ABOVE), ==, 0);
}

/* From right to left the first sheet is the upper right one. */
static void
test_mirrored (void)
{
  g_autoptr (TlScene) scene = NULL;
  TlPosterOptions options = a4 ();
  g_autoptr (TlPoster) poster = NULL;
  const TlPosterPage *first;
  g_autofree char *label = NULL;

  tl_scene_set_default_mirrored (TRUE);
  scene = make_scene (3000, 2000, 1);
  tl_scene_set_default_mirrored (FALSE);
  options.columns = 3;
  options.rows = 2;
  poster = make (scene, &options);
  check (poster, scene);
  g_assert_true (tl_poster_is_mirrored (poster));
  first = tl_poster_get_page (poster, 0);
  label = tl_poster_page_dup_label (first);
  g_assert_cmpstr (label, ==, "A1");
  g_assert_cmpuint (first->neighbours, ==, TL_POSTER_LEFT | TL_POSTER_BELOW);
  for (guint i = 1; i < tl_poster_get_n_pages (poster); i++)
    {
      const TlPosterPage *page = tl_poster_get_page (poster, i);

      g_assert_cmpfloat (page->part.x, <=, first->part.x + NEAR);
      g_assert_cmpuint (page->row * tl_poster_get_n_columns (poster) + page->column, ==, i);
    }
}

static void
test_orientation (void)
{
  g_autoptr (TlScene) wide = make_scene (1000, 500, 1);
  g_autoptr (TlScene) tall = make_scene (500, 1000, 1);
  TlPosterOptions options = a4 ();
  g_autoptr (TlPoster) across = make (wide, &options);
  g_autoptr (TlPoster) upright = make (tall, &options);
  g_autoptr (TlPoster) one = NULL;

  g_assert_true (tl_poster_is_landscape (across));
  g_assert_false (tl_poster_is_landscape (upright));

  /* By scale, what takes fewer sheets: 780 points fit onto one across only. */
  options.columns = options.rows = 0;
  options.scale = 1;
  one = make (wide, &options);
  g_assert_true (tl_poster_is_landscape (one));
  g_assert_cmpuint (tl_poster_get_n_pages (one), ==, 1);
}

static void
test_scale (void)
{
  g_autoptr (TlScene) scene = make_scene (3000, 1700, 7);
  TlPosterOptions options = a4 ();
  guint before = 0;

  options.columns = options.rows = 0;
  for (options.scale = 0.1; options.scale < 4; options.scale *= 1.37)
    {
      g_autoptr (TlPoster) poster = make (scene, &options);

      check (poster, scene);
      g_assert_true (is_near (tl_poster_get_scale (poster), options.scale * 0.75));
      g_assert_cmpuint (tl_poster_get_n_columns (poster) * tl_poster_get_n_rows (poster), >=, before);
      before = tl_poster_get_n_columns (poster) * tl_poster_get_n_rows (poster);
    }
  g_assert_cmpuint (before, >, 1);
}

/* No sizes, one line, a point, far away, larger than any paper. */
static void
test_degenerate (void)
{
  static const TlRect boxes[] = {
    { 0, 0, 0, 0 }, { 5, 5, 1e-9, 1e-9 }, { 0, 0, 1e6, 0 }, { 0, 0, 0, 1e6 }, { -1e7, 1e7, 300, 200 }, { 0, 0, 1e7, 1e7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      TlSceneBuilder *builder = tl_scene_builder_new ("One");
      TlPosterOptions options = a4 ();
      g_autoptr (TlScene) scene = NULL;

      tl_scene_builder_node (builder, &(TlNode) { .parent = -1, .heat = -1, .shape = TL_SHAPE_BOX, .bounds = boxes[i] });
      scene = tl_scene_builder_end (builder);
      for (options.columns = options.rows = 1; options.columns <= 3; options.rows = ++options.columns)
        {
          g_autoptr (TlPoster) poster = make (scene, &options);

          check (poster, scene);
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TlScene) scene = make_scene (g_rand_double_range (rand, 1, 20000), g_rand_double_range (rand, 1, 20000), g_rand_int_range (rand, 1, 6));
      TlPosterOptions options = {
        .paper_width = g_rand_double_range (rand, 200, 3000),
        .paper_height = g_rand_double_range (rand, 200, 3000),
        .orientation = g_rand_int_range (rand, TL_POSTER_AUTOMATIC, TL_POSTER_LANDSCAPE + 1),
        .margin = g_rand_double_range (rand, 0, 30),
        .head = g_rand_double_range (rand, 0, 20),
        .foot = g_rand_double_range (rand, 0, 20),
        .overlap = g_rand_double_range (rand, 0, 40),
        .columns = g_rand_int_range (rand, 1, 8),
        .rows = g_rand_int_range (rand, 1, 8),
      };
      g_autoptr (TlPoster) poster = make (scene, &options);

      check (poster, scene);
      g_assert_cmpuint (tl_poster_get_n_columns (poster), <=, options.columns);
      g_assert_cmpuint (tl_poster_get_n_rows (poster), <=, options.rows);
    }
}

static void
expect (const TlScene         *scene,
        const TlPosterOptions *options,
        int                    code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_poster_new (scene, options, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL) && g_str_has_suffix (error->message, "."));
}

static void
test_refuses (void)
{
  static const double odd[] = { -1, NAN, INFINITY, -INFINITY };
  TlSceneBuilder *builder = tl_scene_builder_new ("Empty");
  g_autoptr (TlScene) empty = tl_scene_builder_end (builder);
  g_autoptr (TlScene) scene = make_scene (1e6, 1e6, 1);
  TlPosterOptions options = a4 ();

  expect (empty, &options, G_IO_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint field = 0; field < 6; field++)
      {
        options = a4 ();
        *(double *[]) { &options.paper_width, &options.paper_height, &options.margin, &options.head, &options.foot, &options.overlap }[field] = odd[i];
        expect (scene, &options, G_IO_ERROR_INVALID_ARGUMENT);
      }
  for (guint i = 0; i < G_N_ELEMENTS (odd) + 1; i++)
    {
      options = a4 ();
      options.columns = 0;
      options.scale = i < G_N_ELEMENTS (odd) ? odd[i] : 0;
      expect (scene, &options, G_IO_ERROR_INVALID_ARGUMENT);
    }
  options = a4 ();
  options.margin = 400;
  expect (scene, &options, G_IO_ERROR_INVALID_ARGUMENT);
  options = a4 ();
  options.overlap = 500;
  expect (scene, &options, G_IO_ERROR_INVALID_ARGUMENT);
}

/* Ten thousand sheets, and more than can be counted. */
static void
test_too_many (void)
{
  static const double scales[] = { 1, 20, 1e9, 1e300 };
  g_autoptr (TlScene) scene = make_scene (1e5, 1e5, 1);
  TlPosterOptions options = a4 ();

  options.columns = 0;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      options.scale = scales[i];
      expect (scene, &options, G_IO_ERROR_NOT_SUPPORTED);
    }
  options.columns = TL_POSTER_MAX_PAGES;
  options.rows = TL_POSTER_MAX_PAGES;
  expect (scene, &options, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_label (void)
{
  static const struct
  {
    guint       column;
    guint       row;
    const char *label;
  } cases[] = { { 0, 0, "A1" }, { 1, 1, "B2" }, { 25, 9, "Z10" }, { 26, 0, "AA1" }, { 51, 0, "AZ1" }, { 52, 0, "BA1" }, { 701, 0, "ZZ1" }, { 702, 0, "AAA1" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = tl_poster_page_dup_label (&(TlPosterPage) { .column = cases[i].column, .row = cases[i].row });

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_paper (void)
{
  static const char *const wrong[] = { "", "A", "A41", "foolscap", "\xff" };
  double width, height;

  g_assert_true (tl_poster_parse_paper ("a4", &width, &height, NULL));
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  g_assert_true (tl_poster_parse_paper ("Letter", &width, &height, NULL));
  g_assert_cmpfloat_with_epsilon (width, 612, 0.01);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_poster_parse_paper (wrong[i], &width, &height, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/poster/fit", test_fit);
  g_test_add_func ("/poster/no-needless-pages", test_no_needless_pages);
  g_test_add_func ("/poster/left-out", test_left_out);
  g_test_add_func ("/poster/mirrored", test_mirrored);
  g_test_add_func ("/poster/orientation", test_orientation);
  g_test_add_func ("/poster/scale", test_scale);
  g_test_add_func ("/poster/degenerate", test_degenerate);
  g_test_add_func ("/poster/random", test_random);
  g_test_add_func ("/poster/refuses", test_refuses);
  g_test_add_func ("/poster/too-many", test_too_many);
  g_test_add_func ("/poster/label", test_label);
  g_test_add_func ("/poster/paper", test_paper);
  return g_test_run ();
}
