/* tl-device-scale.c: how many pixels of the screen a logical one has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-device-scale.h"

static GdkSurface *
get_surface (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL ? gtk_native_get_surface (native) : NULL;
}

/* By name: the function is newer than what is built against. */
static gboolean
has_scale (GdkSurface *surface)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (surface), "scale");

  return pspec != NULL && G_PARAM_SPEC_VALUE_TYPE (pspec) == G_TYPE_DOUBLE;
}

double
tl_device_scale_get (GtkWidget *widget)
{
  GdkSurface *surface = get_surface (widget);
  double scale = 0;

  if (surface != NULL && has_scale (surface))
    g_object_get (surface, "scale", &scale, NULL);

  return scale > 0 ? scale : gtk_widget_get_scale_factor (widget);
}

void
tl_device_scale_follow (GtkWidget *widget)
{
  GdkSurface *surface = get_surface (widget);

  /* GTK tells widgets of whole numbers only. */
  if (surface != NULL && has_scale (surface))
    g_signal_connect_object (surface, "notify::scale", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}
