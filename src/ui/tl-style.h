/* tl-style.h: palette and font of diagrams, as the system wants them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "diagram/tl-palette.h"

G_BEGIN_DECLS

/**
 * tl_style_get_palette:
 *
 * Returns: the palette for the style that is in force: light or dark, high
 *   contrast or not
 */
const TlPalette      *tl_style_get_palette  (void);
TlPaletteKind         tl_style_get_palette_kind (void);

/**
 * tl_style_dup_font:
 * @widget: a widget on a screen
 *
 * Returns: (transfer full): the font of diagrams: that of the interface, a
 *   little smaller, multiplied by the text scaling of the system
 */
PangoFontDescription *tl_style_dup_font     (GtkWidget  *widget);

/**
 * tl_style_get_text_scale:
 *
 * Returns: how much larger than usual the system wants text; 1 as usual
 */
double                tl_style_get_text_scale (void);

/**
 * tl_style_scale:
 * @size: pixels for text of the usual size
 *
 * Larger text needs more room, but what is beside it needs some, too: of what text is
 * larger, this is half, and at most half of @size.
 *
 * Returns: what to give it now, in pixels
 */
int                   tl_style_scale        (int         size);

/* The same for the width of what is over a window, such as a popover at @widget, as far as the window goes. */
int                   tl_style_scale_width  (GtkWidget  *widget,
                                             int         width);

/**
 * tl_style_connect:
 * @object: an object; the connection ends with it
 * @callback: called with @object when palette or font may have changed
 */
void                  tl_style_connect      (GObject    *object,
                                             GCallback   callback);

/**
 * tl_style_ensure:
 *
 * Makes the style sheet of our own widgets count. Called by the widgets that
 * need it, so that they look right in any program.
 */
void                  tl_style_ensure       (void);

G_END_DECLS
