/* tl-png-text.h: the short texts that a PNG file can carry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_png_text_add:
 * @png: a PNG file, as Cairo writes it
 * @keyword: 1 to 79 letters of Latin-1
 * @text: ASCII
 *
 * Puts a `tEXt` chunk in front of the picture, after those that are there.
 * Cairo cannot.
 *
 * Returns: (transfer full): the file with it; @png itself if it is no PNG file
 */
GBytes *tl_png_text_add  (GBytes       *png,
                          const char   *keyword,
                          const char   *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_png_text_find:
 * @data: the beginning of a PNG file
 * @length: bytes there are
 *
 * Looks at the chunks in front of the picture. Any bytes may be given.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there is none
 */
char   *tl_png_text_find (const guint8 *data,
                          gsize         length,
                          const char   *keyword) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
