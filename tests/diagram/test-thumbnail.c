/* test-thumbnail.c: small pictures, as the desktop keeps them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-png-text.h"
#include "diagram/tl-thumbnail.h"

#include "store/tl-template.h"

#include "tl-test-support.h"

#include <cairo.h>
#include <glib/gstdio.h>

static TlProject *
create_project (void)
{
  g_autoptr (GError) error = NULL;
  TlProject *project = tl_template_create_project (tl_template_find ("northwind-bank", tl_edition_get ("2.1")), NULL, NULL,
                                                   &error);

  g_assert_no_error (error);
  return project;
}

static cairo_status_t
write_bytes (gpointer             closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
read_bytes (gpointer       closure,
            unsigned char *data,
            unsigned int   length)
{
  return g_input_stream_read_all (closure, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
decode (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static GBytes *
create_png (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 3, 2);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, write_bytes, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static char *
find (GBytes     *png,
      const char *keyword)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  return tl_png_text_find (data, length, keyword);
}

/* libpng checks the checksums of what it reads. */
static void
test_text (void)
{
  g_autoptr (GBytes) png = create_png ();
  g_autoptr (GBytes) one = tl_png_text_add (png, "Thumb::URI", "file:///a%20b");
  g_autoptr (GBytes) two = tl_png_text_add (one, "Thumb::MTime", "0");
  g_autofree char *uri = find (two, "Thumb::URI");
  g_autofree char *mtime = find (two, "Thumb::MTime");
  cairo_surface_t *surface = decode (two);

  g_assert_cmpstr (uri, ==, "file:///a%20b");
  g_assert_cmpstr (mtime, ==, "0");
  g_assert_null (find (two, "Thumb"));
  g_assert_null (find (png, "Thumb::URI"));
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 3);
  cairo_surface_destroy (surface);
}

/* A cut off file, and one that is none, are neither read beyond their end nor changed. */
static void
test_hostile_bytes (void)
{
  g_autoptr (GBytes) png = create_png ();
  g_autoptr (GBytes) whole = tl_png_text_add (png, "Thumb::URI", "file:///a");
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);

  for (gsize n = 0; n <= length; n++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, n);
      g_autoptr (GBytes) more = tl_png_text_add (part, "Thumb::MTime", "1");
      g_autofree char *uri = find (part, "Thumb::URI");

      g_assert_true (uri == NULL || g_str_equal (uri, "file:///a"));
      g_assert_true (g_bytes_equal (part, more) || n > length / 2);
    }
  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autofree char *uri = NULL;

      copy[i] ^= 0xff;
      uri = tl_png_text_find (copy, length, "Thumb::URI");
      g_assert_true (uri == NULL || strlen (uri) < length);
    }
}

static void
test_sizes (void)
{
  g_autoptr (TlProject) project = create_project ();
  TlThumbnailSubject subject = { "file:///home/me/Bank%20%231.it4it", 1700000000123456, "0123" };

  for (TlThumbnailSize size = TL_THUMBNAIL_LARGE; size <= TL_THUMBNAIL_X_LARGE; size++)
    for (TlPaletteKind palette = TL_PALETTE_LIGHT; palette <= TL_PALETTE_HIGH_CONTRAST_DARK; palette++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) none = tl_thumbnail_load (&subject, size, palette);
        g_autoptr (GBytes) made = tl_thumbnail_make (&subject, project, size, palette, &error);
        g_autoptr (GBytes) kept = tl_thumbnail_load (&subject, size, palette);
        cairo_surface_t *surface;
        int width, height;

        g_assert_no_error (error);
        g_assert_null (none);
        g_assert_nonnull (kept);
        g_assert_true (g_bytes_equal (made, kept));
        surface = decode (kept);
        width = cairo_image_surface_get_width (surface);
        height = cairo_image_surface_get_height (surface);
        g_assert_cmpint (MAX (width, height), ==, tl_thumbnail_get_pixels (size));
        cairo_surface_destroy (surface);
      }
}

/* Where the standard says, for the user alone, with what it asks for. */
static void
test_standard (void)
{
  g_autoptr (TlProject) project = create_project ();
  TlThumbnailSubject subject = { "file:///home/me/Standard.it4it", 1700000000999999, NULL };
  g_autoptr (GBytes) png = tl_thumbnail_make (&subject, project, TL_THUMBNAIL_LARGE, TL_PALETTE_LIGHT, NULL);
  g_autofree char *md5 = g_compute_checksum_for_string (G_CHECKSUM_MD5, subject.uri, -1);
  g_autofree char *name = g_strconcat (md5, ".png", NULL);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "thumbnails", "large", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = find (png, "Thumb::URI");
  g_autofree char *mtime = find (png, "Thumb::MTime");
  GStatBuf status;

  g_assert_cmpstr (uri, ==, subject.uri);
  g_assert_cmpstr (mtime, ==, "1700000000");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
assert_outdated (const TlThumbnailSubject *subject)
{
  g_autoptr (GBytes) png = tl_thumbnail_load (subject, TL_THUMBNAIL_LARGE, TL_PALETTE_LIGHT);

  g_assert_null (png);
}

static void
test_out_of_date (void)
{
  g_autoptr (TlProject) project = create_project ();
  TlThumbnailSubject subject = { "file:///home/me/Old.it4it", 1700000000000000, "0123" };
  g_autoptr (GBytes) png = tl_thumbnail_make (&subject, project, TL_THUMBNAIL_LARGE, TL_PALETTE_LIGHT, NULL);
  g_autofree char *path = tl_thumbnail_dup_path (subject.uri, TL_THUMBNAIL_LARGE, TL_PALETTE_LIGHT);
  g_autoptr (GBytes) again = NULL;

  subject.modified += G_USEC_PER_SEC;
  assert_outdated (&subject);
  subject.modified -= G_USEC_PER_SEC;
  subject.digest = "4567";
  assert_outdated (&subject);
  /* Of whoever does not know the digest the time is enough. */
  subject.digest = NULL;
  again = tl_thumbnail_load (&subject, TL_THUMBNAIL_LARGE, TL_PALETTE_LIGHT);
  g_assert_nonnull (again);

  g_assert_true (g_file_set_contents (path, "not a picture", -1, NULL));
  assert_outdated (&subject);
}

static void
test_failed (void)
{
  TlThumbnailSubject subject = { "file:///home/me/Broken.it4it", 1700000000000000, NULL };
  g_autofree char *md5 = g_compute_checksum_for_string (G_CHECKSUM_MD5, subject.uri, -1);
  g_autofree char *name = g_strconcat (md5, ".png", NULL);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "thumbnails", "fail", "throughline-" TL_VERSION, name,
                                            NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) png = NULL;
  gsize length;

  g_assert_false (tl_thumbnail_has_failed (&subject));
  tl_thumbnail_mark_failed (&subject);
  g_assert_true (tl_thumbnail_has_failed (&subject));
  /* What is not text is a picture, which others can read as well. */
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  png = g_bytes_new_take (g_steal_pointer (&data), length);
  cairo_surface_destroy (decode (png));

  subject.modified += G_USEC_PER_SEC;
  g_assert_false (tl_thumbnail_has_failed (&subject));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/thumbnail/text", test_text);
  g_test_add_func ("/thumbnail/hostile-bytes", test_hostile_bytes);
  g_test_add_func ("/thumbnail/sizes", test_sizes);
  g_test_add_func ("/thumbnail/standard", test_standard);
  g_test_add_func ("/thumbnail/out-of-date", test_out_of_date);
  g_test_add_func ("/thumbnail/failed", test_failed);
  return g_test_run ();
}
