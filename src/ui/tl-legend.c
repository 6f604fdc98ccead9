/* tl-legend.c: says what the colours of an overlay mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-legend.h"

#include "ui/tl-swatch.h"

#include <glib/gi18n.h>


struct _TlLegend
{
  GtkWidget  parent_instance;

  gboolean   brief;
  char      *shown; /* to leave a legend alone that says the same */
};

G_DEFINE_FINAL_TYPE (TlLegend, tl_legend, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BRIEF,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remove_children (TlLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
tl_legend_dispose (GObject *object)
{
  remove_children (TL_LEGEND (object));

  G_OBJECT_CLASS (tl_legend_parent_class)->dispose (object);
}

static void
tl_legend_finalize (GObject *object)
{
  g_free (TL_LEGEND (object)->shown);

  G_OBJECT_CLASS (tl_legend_parent_class)->finalize (object);
}

static void
tl_legend_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (id == PROP_BRIEF)
    g_value_set_boolean (value, TL_LEGEND (object)->brief);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_legend_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  if (id == PROP_BRIEF)
    TL_LEGEND (object)->brief = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_legend_class_init (TlLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_legend_finalize;
  G_OBJECT_CLASS (klass)->get_property = tl_legend_get_property;
  G_OBJECT_CLASS (klass)->set_property = tl_legend_set_property;
  properties[PROP_BRIEF] = g_param_spec_boolean ("brief", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_legend_init (TlLegend *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
fill (TlLegend        *self,
      const TlOverlay *overlay)
{
  const char *missing = tl_overlay_kind_get_note (tl_overlay_get_kind (overlay));

  for (int step = 0; step < TL_OVERLAY_N_STEPS; step++)
    if (tl_overlay_get_step_label (overlay, step) != NULL)
      gtk_widget_set_parent (tl_swatch_new (step, tl_overlay_get_step_label (overlay, step)),
                             GTK_WIDGET (self));
  if (missing != NULL && !self->brief)
    {
      GtkWidget *label = gtk_label_new (missing);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_margin_start (label, 4);
      gtk_widget_set_parent (label, GTK_WIDGET (self));
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
