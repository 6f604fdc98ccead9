/* tl-device-scale.h: how many pixels of the screen a logical one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Also 1.5, where GTK knows of it (since 4.12); else whole numbers. */
double tl_device_scale_get    (GtkWidget *widget);
/* Draws the widget anew when it becomes another; call when it has been realized. */
void   tl_device_scale_follow (GtkWidget *widget);

G_END_DECLS
