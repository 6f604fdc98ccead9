/* tl-legend.c: says what the colours of an overlay mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-legend.h"

#include "ui/tl-swatch.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>


struct _TlLegend
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  char      *shown; /* to leave a legend alone that says the same */
};

G_DEFINE_FINAL_TYPE (TlLegend, tl_legend, GTK_TYPE_WIDGET)

static void
remove_children (TlLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_widget_unparent (child);
}

static int
measure_box (TlLegend *self)
{
  int minimum;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* It keeps no window wide: what it explains is more important. */
static void
tl_legend_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  TlLegend *self = TL_LEGEND (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_box (self));
  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
tl_legend_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TlLegend *self = TL_LEGEND (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, MAX (width, measure_box (self)), height }, -1);
}

static GtkSizeRequestMode
tl_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_legend_dispose (GObject *object)
{
  g_clear_pointer (&TL_LEGEND (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_legend_parent_class)->dispose (object);
}

static void
tl_legend_finalize (GObject *object)
{
  g_free (TL_LEGEND (object)->shown);

  G_OBJECT_CLASS (tl_legend_parent_class)->finalize (object);
}

static void
tl_legend_class_init (TlLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_legend_finalize;
  widget_class->get_request_mode = tl_legend_get_request_mode;
  widget_class->measure = tl_legend_measure;
  widget_class->size_allocate = tl_legend_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_legend_init (TlLegend *self)
{
  self->box = tl_wrap_box_new (4, 2);
  g_object_set (self->box, "spread", FALSE, NULL);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
fill (TlLegend        *self,
      const TlOverlay *overlay)
{
  const char *missing = tl_overlay_kind_get_note (tl_overlay_get_kind (overlay));

  for (int step = 0; step < TL_OVERLAY_N_STEPS; step++)
    if (tl_overlay_get_step_label (overlay, step) != NULL)
      tl_wrap_box_append (TL_WRAP_BOX (self->box), tl_swatch_new (step, tl_overlay_get_step_label (overlay, step)));
  if (missing != NULL)
    {
      GtkWidget *label = gtk_label_new (missing);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      tl_wrap_box_append (TL_WRAP_BOX (self->box), label);
    }
}

static char *
describe (const TlOverlay *overlay)
{
  const char *missing;
  GString *text;

  if (overlay == NULL || tl_overlay_get_kind (overlay) == TL_OVERLAY_NONE)
    return NULL;
  text = g_string_new (_("Legend: "));
  g_string_append (text, tl_overlay_kind_get_label (tl_overlay_get_kind (overlay)));
  for (int step = 0; step < TL_OVERLAY_N_STEPS; step++)
    if (tl_overlay_get_step_label (overlay, step) != NULL)
      g_string_append_printf (text, ", %s", tl_overlay_get_step_label (overlay, step));
  missing = tl_overlay_kind_get_note (tl_overlay_get_kind (overlay));
  if (missing != NULL)
    g_string_append_printf (text, ", %s", missing);
  return g_string_free (text, FALSE);
}

void
tl_legend_set_overlay (TlLegend        *self,
                       const TlOverlay *overlay)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_LEGEND (self));

  text = describe (overlay);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (g_strcmp0 (self->shown, text) == 0)
    return;
  remove_children (self);
  if (text != NULL)
    {
      fill (self, overlay);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
}
