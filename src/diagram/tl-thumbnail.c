/* tl-thumbnail.c: small pictures of projects, kept where the desktop keeps them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-thumbnail.h"

#include "diagram/tl-png-text.h"
#include "diagram/tl-render.h"
#include "diagram/tl-text.h"
#include "diagram/tl-view.h"

#define KEY_URI    "Thumb::URI"
#define KEY_MTIME  "Thumb::MTime"
#define KEY_TYPE   "Thumb::Mimetype"
#define KEY_DIGEST "X-Throughline::Digest" /* two saves may fall into one second */
#define MIME_TYPE  "application/x-it4it+xml"

#define MARGIN 12
/* The value chain is arranged for about the room that a card has for it. */
#define ASPECT 1.5

static const struct
{
  const char *folder;
  int         pixels;
} sizes[] = {
  [TL_THUMBNAIL_LARGE] = { "large", 256 },
  [TL_THUMBNAIL_X_LARGE] = { "x-large", 512 },
};

/* A picture of nothing, for what has none: one white point. */
static const guint8 empty_png[] = {
  0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
  0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55,
  0, 0, 0, 10, 'I', 'D', 'A', 'T', 0x78, 0xda, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0x1c, 0xb0, 0x8c, 0x99,
  0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
};

int
tl_thumbnail_get_pixels (TlThumbnailSize size)
{
  g_return_val_if_fail (size < G_N_ELEMENTS (sizes), 0);

  return sizes[size].pixels;
}

/* Where they lie {{{1 */

static char *
dup_name (const char *uri)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, uri, -1);

  return g_strconcat (digest, ".png", NULL);
}

char *
tl_thumbnail_dup_path (const char      *uri,
                       TlThumbnailSize  size,
                       TlPaletteKind    palette)
{
  /* In our own folder of the cache; NULL for those of the standard. */
  static const char *const folders[] = {
    [TL_PALETTE_LIGHT] = NULL,
    [TL_PALETTE_DARK] = "thumbnails-dark",
    [TL_PALETTE_HIGH_CONTRAST_LIGHT] = "thumbnails-high-contrast",
    [TL_PALETTE_HIGH_CONTRAST_DARK] = "thumbnails-high-contrast-dark",
  };
  g_autofree char *name = dup_name (uri);

  g_return_val_if_fail (size < G_N_ELEMENTS (sizes), NULL);
  g_return_val_if_fail (palette < G_N_ELEMENTS (folders), NULL);

  if (folders[palette] != NULL)
    return g_build_filename (g_get_user_cache_dir (), TL_FOLDER, folders[palette], sizes[size].folder, name, NULL);
  return g_build_filename (g_get_user_cache_dir (), "thumbnails", sizes[size].folder, name, NULL);
}

static char *
dup_failed_path (const char *uri)
{
  g_autofree char *name = dup_name (uri);

  return g_build_filename (g_get_user_cache_dir (), "thumbnails", "fail", "throughline-" TL_VERSION, name, NULL);
}

/* Reading {{{1 */

static gboolean
has_text (const guint8 *data,
          gsize         length,
          const char   *keyword,
          const char   *wanted)
{
  g_autofree char *text = tl_png_text_find (data, length, keyword);

  return g_strcmp0 (text, wanted) == 0;
}

static char *
dup_mtime (const TlThumbnailSubject *subject)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, subject->modified / G_USEC_PER_SEC);
}

static GBytes *
load (const char               *path,
      const TlThumbnailSubject *subject)
{
  g_autofree char *mtime = dup_mtime (subject);
  char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  if (!has_text ((const guint8 *) data, length, KEY_URI, subject->uri)
      || !has_text ((const guint8 *) data, length, KEY_MTIME, mtime)
      || (subject->digest != NULL && !has_text ((const guint8 *) data, length, KEY_DIGEST, subject->digest)))
    {
      g_free (data);
      return NULL;
    }
  return g_bytes_new_take (data, length);
}

GBytes *
tl_thumbnail_load (const TlThumbnailSubject *subject,
                   TlThumbnailSize           size,
                   TlPaletteKind             palette)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (subject != NULL && subject->uri != NULL, NULL);

  path = tl_thumbnail_dup_path (subject->uri, size, palette);
  return load (path, subject);
}

gboolean
tl_thumbnail_has_failed (const TlThumbnailSubject *subject)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (subject != NULL && subject->uri != NULL, FALSE);

  path = dup_failed_path (subject->uri);
  bytes = load (path, subject);
  return bytes != NULL;
}

/* Writing {{{1 */

static GBytes *
add_texts (GBytes                   *png,
           const TlThumbnailSubject *subject)
{
  g_autofree char *mtime = dup_mtime (subject);
  const char *const texts[][2] = {
    { KEY_URI, subject->uri },
    { KEY_MTIME, mtime },
    { KEY_TYPE, MIME_TYPE },
    { KEY_DIGEST, subject->digest },
  };
  GBytes *bytes = g_bytes_ref (png);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i][1] != NULL)
      {
        g_autoptr (GBytes) before = bytes;

        bytes = tl_png_text_add (before, texts[i][0], texts[i][1]);
      }
  return bytes;
}

/* For the user alone, as the standard asks for; in one piece, as others may read it. */
static void
keep (const char *path,
      GBytes     *bytes)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static GBytes *
draw (TlProject      *project,
      int             pixels,
      TlPaletteKind   palette,
      GError        **error)
{
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  TlView view = { .kind = TL_VIEW_VALUE_CHAIN, .edition = tl_project_get_edition (project) };
  g_autoptr (TlScene) scene = tl_view_build_scene (&view, project, TL_OVERLAY_MATURITY, font, ASPECT);
  TlRect bounds = tl_scene_get_bounds (scene);
  TlRenderOptions options = {
    .format = TL_RENDER_PNG,
    .palette = palette,
    .font = font,
    .margin = MARGIN,
    .scale = pixels / (MAX (MAX (bounds.width, bounds.height), 1) + 2 * MARGIN),
  };

  /* Sizes are rounded up. */
  options.scale *= 1 - 1e-9;
  return tl_render_to_bytes (scene, &options, error);
}

GBytes *
tl_thumbnail_draw (const TlThumbnailSubject  *subject,
                   TlProject                 *project,
                   int                        pixels,
                   TlPaletteKind              palette,
                   GError                   **error)
{
  g_autoptr (GBytes) png = NULL;

  g_return_val_if_fail (subject != NULL && subject->uri != NULL, NULL);
  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (pixels > 0, NULL);

  png = draw (project, pixels, palette, error);
  return png != NULL ? add_texts (png, subject) : NULL;
}

GBytes *
tl_thumbnail_make (const TlThumbnailSubject  *subject,
                   TlProject                 *project,
                   TlThumbnailSize            size,
                   TlPaletteKind              palette,
                   GError                   **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (size < G_N_ELEMENTS (sizes), NULL);

  bytes = tl_thumbnail_draw (subject, project, sizes[size].pixels, palette, error);
  if (bytes == NULL)
    return NULL;
  path = tl_thumbnail_dup_path (subject->uri, size, palette);
  keep (path, bytes);
  return g_steal_pointer (&bytes);
}

void
tl_thumbnail_mark_failed (const TlThumbnailSubject *subject)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (subject != NULL && subject->uri != NULL);

  path = dup_failed_path (subject->uri);
  png = g_bytes_new_static (empty_png, sizeof empty_png);
  bytes = add_texts (png, subject);
  keep (path, bytes);
}
