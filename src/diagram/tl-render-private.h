/* tl-render-private.h: what files of one scene and of many sheets have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-render.h"

G_BEGIN_DECLS

/* A cairo_write_func_t; @closure is a GByteArray. */
cairo_status_t   tl_render_append     (gpointer              closure,
                                       const unsigned char  *data,
                                       unsigned int          length);

/* @width, @height: in points. The same pages give the same bytes. */
cairo_surface_t *tl_render_create_pdf (GByteArray           *bytes,
                                       double                width,
                                       double                height,
                                       const char           *title);

/* Sets @error to what Cairo could not do. Returns: %FALSE */
gboolean         tl_render_fail       (cairo_status_t        status,
                                       GError              **error);

G_END_DECLS
