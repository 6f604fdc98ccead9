/* tl-thumbnail.h: small pictures of projects, kept where the desktop keeps them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-palette.h"
#include "project/tl-project.h"

G_BEGIN_DECLS

/* The value chain with its heat map. The light pictures lie in the folders of the
 * freedesktop Thumbnail Managing Standard, so that file managers show them as
 * well; the others, for which it has no place, in folders of our own. */

typedef enum
{
  TL_THUMBNAIL_LARGE,   /* fits into 256 × 256 pixels */
  TL_THUMBNAIL_X_LARGE, /* fits into 512 × 512 */
} TlThumbnailSize;

/**
 * TlThumbnailSubject:
 * @uri: of the file
 * @modified: when it was changed last, microseconds since 1970
 * @digest: (nullable): of its bytes
 *
 * What a picture is of. One of another time, or of other bytes, is out of date.
 */
typedef struct
{
  const char *uri;
  gint64      modified;
  const char *digest;
} TlThumbnailSubject;

/* Longest side in pixels. */
int       tl_thumbnail_get_pixels (TlThumbnailSize            size);

/* Where a picture lies. Returns: (transfer full) */
char     *tl_thumbnail_dup_path   (const char                *uri,
                                   TlThumbnailSize            size,
                                   TlPaletteKind              palette) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_thumbnail_load:
 *
 * Reads a picture, blocking. Any thread.
 *
 * Returns: (transfer full) (nullable): the PNG file, or %NULL if there is none or it
 *   is out of date
 */
GBytes   *tl_thumbnail_load       (const TlThumbnailSubject  *subject,
                                   TlThumbnailSize            size,
                                   TlPaletteKind              palette) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_thumbnail_draw:
 * @project: what @subject holds
 * @pixels: longest side
 * @error: return location, as of tl_render_to_bytes()
 *
 * Draws the picture, and says in it what it is of, as the standard asks for.
 * Blocking, in the thread that owns @project.
 *
 * Returns: (transfer full) (nullable): the PNG file
 */
GBytes   *tl_thumbnail_draw       (const TlThumbnailSubject  *subject,
                                   TlProject                 *project,
                                   int                        pixels,
                                   TlPaletteKind              palette,
                                   GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_thumbnail_make:
 * @project: what @subject holds
 * @error: return location, as of tl_render_to_bytes() or from GIO
 *
 * Draws and keeps the picture, blocking, in the thread that owns @project.
 *
 * Returns: (transfer full) (nullable): the PNG file; also when it could not be kept
 */
GBytes   *tl_thumbnail_make       (const TlThumbnailSubject  *subject,
                                   TlProject                 *project,
                                   TlThumbnailSize            size,
                                   TlPaletteKind              palette,
                                   GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* Notes that there can be no picture: nobody need try again until it changes. */
void      tl_thumbnail_mark_failed (const TlThumbnailSubject *subject);
gboolean  tl_thumbnail_has_failed  (const TlThumbnailSubject *subject);

G_END_DECLS
