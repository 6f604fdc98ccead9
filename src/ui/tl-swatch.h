/* tl-swatch.h: a small field in a colour of the heat scale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlSwatch:
 *
 * Shows a step of the heat scale in the colours of diagrams, with its label, so
 * that it never says anything by colour alone; a step that does not apply is a
 * dashed outline. For the eye only: what it stands in gives it its name.
 */
#define TL_SWATCH_MISSING (-1)
#define TL_SWATCH_EMPTY   (-2)

#define TL_TYPE_SWATCH (tl_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TlSwatch, tl_swatch, TL, SWATCH, GtkWidget)

/**
 * tl_swatch_new:
 * @heat: 0 to 5, %TL_SWATCH_MISSING for one that has no value, %TL_SWATCH_EMPTY
 *   for one that is not reached
 * @label: (nullable): short text to stand in it
 */
GtkWidget *tl_swatch_new      (int         heat,
                               const char *label) G_GNUC_WARN_UNUSED_RESULT;
void       tl_swatch_set_heat (TlSwatch   *self,
                               int         heat);

G_END_DECLS
