/* test-render.c: pictures as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-render.h"
#include "support/tl-test-pdf.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

static TlScene *
make_scene (double size)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Level 1 & more");
  TlPoint points[] = { { 0, 10 }, { size, 10 } };

  tl_scene_builder_node (builder, &(TlNode) { .title = "Incident", .value = "3", .flags = TL_NODE_OVERLAY, .heat = 3, .parent = -1,
                                              .bounds = { 0, 0, size, size / 2 }, .shape = TL_SHAPE_BOX, .role = TL_ROLE_COMPONENT });
  tl_scene_builder_edge (builder, &(TlEdge) { .from = 0, .to = -1, .role = TL_ROLE_TRACE, .label = "traces" }, points, 2);
  return tl_scene_builder_end (builder);
}

static GBytes *
render (const TlScene  *scene,
        TlRenderFormat  format,
        double          scale)
{
  TlRenderOptions options = { .format = format, .scale = scale, .margin = 10 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_render_to_bytes (scene, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* The same bytes each time, and so no date in them. */
static void
test_deterministic (void)
{
  g_autoptr (TlScene) scene = make_scene (200);

  for (TlRenderFormat format = TL_RENDER_SVG; format <= TL_RENDER_PNG; format++)
    {
      g_autoptr (GBytes) first = render (scene, format, 1);
      g_autoptr (GBytes) second = render (scene, format, 1);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static cairo_status_t
read_bytes (gpointer       closure,
            unsigned char *data,
            unsigned int   length)
{
  return g_input_stream_read_all (closure, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static void
test_png (void)
{
  g_autoptr (TlScene) scene = make_scene (200);

  for (int scale = 1; scale <= 3; scale++)
    {
      g_autoptr (GBytes) bytes = render (scene, TL_RENDER_PNG, scale);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 220 * scale);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 120 * scale);
      /* The margin is canvas, the box is not. */
      g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xffffff, ==, 0xffffff);
      cairo_surface_destroy (surface);
    }
}

static void
test_pdf (void)
{
  g_autoptr (TlScene) scene = make_scene (200);
  g_autoptr (GBytes) bytes = render (scene, TL_RENDER_PDF, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *text = tl_test_unpack_pdf (data, length);

  g_assert_true (length > 100 && memcmp (data, "%PDF-1.", 7) == 0);
  g_assert_nonnull (g_strstr_len (data + length - 16, 16, "%%EOF"));
  g_assert_nonnull (memmem (text->str, text->len, "/Title", 6));
  g_assert_null (memmem (text->str, text->len, "/CreationDate", 13));
  g_assert_nonnull (memmem (text->str, text->len, "/Font", 5));
  /* 220 by 120 units of 1/96 inch are 165 by 90 points. */
  g_assert_nonnull (memmem (text->str, text->len, "/MediaBox [ 0 0 165 90 ]", 24));
  g_string_free (text, TRUE);
}

typedef struct
{
  guint    depth;
  gboolean svg;
  gboolean title;
} Parse;

static void
on_start (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  Parse *parse = data;

  parse->title = parse->title || strcmp (name, "title") == 0;
  if (parse->depth++ > 0)
    return;

  g_assert_cmpstr (name, ==, "svg");
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "width") == 0)
        g_assert_cmpfloat (g_ascii_strtod (values[i], NULL), ==, 220);
      if (strcmp (names[i], "viewBox") == 0)
        {
          g_assert_cmpstr (values[i], ==, "0 0 220 120");
          parse->svg = TRUE;
        }
    }
}

static void
on_end (GMarkupParseContext  *context,
        const char           *name,
        gpointer              data,
        GError              **error)
{
  ((Parse *) data)->depth--;
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end };
  g_autoptr (TlScene) scene = make_scene (200);
  g_autoptr (GBytes) bytes = render (scene, TL_RENDER_SVG, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  Parse parse = { 0 };

  context = g_markup_parse_context_new (&parser, 0, &parse, NULL);
  g_assert_true (g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_true (parse.svg);
  g_assert_true (parse.title);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "<title>Level 1 &amp; more</title>"));
}

static void
assert_refused (const TlScene         *scene,
                const TlRenderOptions *options,
                int                    code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_render_to_bytes (scene, options, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_too_large (void)
{
  g_autoptr (TlScene) scene = make_scene (20000);

  assert_refused (scene, &(TlRenderOptions) { .format = TL_RENDER_PNG, .scale = 2 }, G_IO_ERROR_NOT_SUPPORTED);
  assert_refused (scene, &(TlRenderOptions) { .format = TL_RENDER_PDF }, G_IO_ERROR_NOT_SUPPORTED);
  assert_refused (scene, &(TlRenderOptions) { .scale = -1 }, G_IO_ERROR_INVALID_ARGUMENT);
  assert_refused (scene, &(TlRenderOptions) { .margin = -1 }, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_empty (void)
{
  g_autoptr (TlScene) scene = tl_scene_builder_end (tl_scene_builder_new (NULL));

  for (TlRenderFormat format = TL_RENDER_SVG; format <= TL_RENDER_PNG; format++)
    {
      g_autoptr (GBytes) bytes = render (scene, format, 1);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 50);
    }
}

static void
test_file (void)
{
  g_autoptr (TlScene) scene = make_scene (200);
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "out.png", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "out.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other = g_file_new_for_path (nowhere);
  g_autoptr (GBytes) expected = render (scene, TL_RENDER_PNG, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TlRenderOptions options = { .format = TL_RENDER_PNG, .margin = 10 };

  g_assert_true (tl_render_to_file (scene, &options, file, NULL, &error));
  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
  g_assert_false (tl_render_to_file (scene, &options, other, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_format_from_name (void)
{
  TlRenderFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_render_format_from_name ("a/level1.SVG", &format, NULL));
  g_assert_cmpint (format, ==, TL_RENDER_SVG);
  g_assert_true (tl_render_format_from_name ("pdf", &format, NULL));
  g_assert_cmpint (format, ==, TL_RENDER_PDF);
  g_assert_true (tl_render_format_from_name ("x.svg.png", &format, NULL));
  g_assert_cmpint (format, ==, TL_RENDER_PNG);
  g_assert_cmpstr (tl_render_format_get_extension (format), ==, "png");
  g_assert_false (tl_render_format_from_name ("x.gif", &format, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/diagram/render/deterministic", test_deterministic);
  g_test_add_func ("/diagram/render/png", test_png);
  g_test_add_func ("/diagram/render/pdf", test_pdf);
  g_test_add_func ("/diagram/render/svg", test_svg);
  g_test_add_func ("/diagram/render/too-large", test_too_large);
  g_test_add_func ("/diagram/render/empty", test_empty);
  g_test_add_func ("/diagram/render/file", test_file);
  g_test_add_func ("/diagram/render/format-from-name", test_format_from_name);
  return g_test_run ();
}
