/* tl-picture-content.h: a scene on the clipboard, as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPictureContent:
 *
 * Offers a scene as `image/svg+xml` and `image/png`, in light colours; painted in
 * a thread, and only when some program asks for it.
 */
#define TL_TYPE_PICTURE_CONTENT (tl_picture_content_get_type ())
G_DECLARE_FINAL_TYPE (TlPictureContent, tl_picture_content, TL, PICTURE_CONTENT, GdkContentProvider)

GdkContentProvider *tl_picture_content_new (TlScene                    *scene,
                                            const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
