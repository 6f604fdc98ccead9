/* tl-render.h: a scene as an SVG, PDF or PNG file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "diagram/tl-palette.h"

G_BEGIN_DECLS

typedef enum
{
  TL_RENDER_SVG, /* letters become outlines, so that it looks the same everywhere */
  TL_RENDER_PDF, /* one page, text that can be searched; a canvas unit is 1/96 inch */
  TL_RENDER_PNG,
} TlRenderFormat;

typedef struct
{
  TlRenderFormat              format;
  TlPaletteKind               palette;
  const PangoFontDescription *font;   /* NULL: tl_text_default_font() */
  double                      scale;  /* 1: a unit is a pixel; 0 counts as 1 */
  double                      margin; /* around the scene, in units; the canvas colour fills it */
  const char                 *title;  /* of the document; NULL: that of the scene */
} TlRenderOptions;

/* Larger pictures than this Cairo cannot make, in pixels a side. */
#define TL_RENDER_MAX_PIXELS 32767

/**
 * tl_render_to_bytes:
 * @error: return location: %G_IO_ERROR_INVALID_ARGUMENT for a scale or margin
 *   that is none; %G_IO_ERROR_NOT_SUPPORTED for a picture that is too large,
 *   saying how large it may be; %G_IO_ERROR_FAILED, %G_IO_ERROR_NO_SPACE when
 *   Cairo fails
 *
 * Paints the whole scene. The same scene gives the same bytes: no dates, no
 * names of the machine. Any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes     *tl_render_to_bytes         (const TlScene          *scene,
                                        const TlRenderOptions  *options,
                                        GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_render_to_file:
 *
 * The same, into a file that is replaced whole or not at all. Blocks.
 *
 * Returns: %FALSE with @error set, as of tl_render_to_bytes() or from GIO
 */
gboolean    tl_render_to_file          (const TlScene          *scene,
                                        const TlRenderOptions  *options,
                                        GFile                  *file,
                                        GCancellable           *cancellable,
                                        GError                **error);

/**
 * tl_render_format_from_name:
 * @name: a file name or ending: "level1.svg", "pdf"
 * @error: return location: %G_IO_ERROR_INVALID_ARGUMENT, a sentence with the endings there are
 */
gboolean    tl_render_format_from_name (const char             *name,
                                        TlRenderFormat         *format,
                                        GError                **error);
const char *tl_render_format_get_extension (TlRenderFormat      format); /* "svg" */

G_END_DECLS
