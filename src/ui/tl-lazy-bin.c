/* tl-lazy-bin.c: a place for a widget that is made when it is first seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-lazy-bin.h"

#include "ui/tl-focus.h"

struct _TlLazyBin
{
  GtkWidget  parent_instance;

  GType      child_type;
  GtkWidget *child; /* NULL until it is made, and again in the end */
};

G_DEFINE_FINAL_TYPE (TlLazyBin, tl_lazy_bin, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD_TYPE,
  N_PROPS
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

GtkWidget *
tl_lazy_bin_get_child (TlLazyBin *self)
{
  g_return_val_if_fail (TL_IS_LAZY_BIN (self), NULL);

  if (self->child == NULL)
    {
      self->child = g_object_new (self->child_type, NULL);
      gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      g_signal_emit (self, signals[SIGNAL_MADE], 0, self->child);
    }
  return self->child;
}

static void
tl_lazy_bin_map (GtkWidget *widget)
{
  tl_lazy_bin_get_child (TL_LAZY_BIN (widget));

  GTK_WIDGET_CLASS (tl_lazy_bin_parent_class)->map (widget);
}

static gboolean
tl_lazy_bin_grab_focus (GtkWidget *widget)
{
  TlLazyBin *self = TL_LAZY_BIN (widget);

  return self->child != NULL && gtk_widget_grab_focus (self->child);
}

static void
tl_lazy_bin_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_CHILD_TYPE)
    g_value_set_gtype (value, TL_LAZY_BIN (object)->child_type);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_lazy_bin_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (id == PROP_CHILD_TYPE)
    TL_LAZY_BIN (object)->child_type = g_value_get_gtype (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_lazy_bin_dispose (GObject *object)
{
  g_clear_pointer (&TL_LAZY_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_lazy_bin_parent_class)->dispose (object);
}

static void
tl_lazy_bin_class_init (TlLazyBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_lazy_bin_dispose;
  object_class->get_property = tl_lazy_bin_get_property;
  object_class->set_property = tl_lazy_bin_set_property;
  widget_class->map = tl_lazy_bin_map;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_lazy_bin_grab_focus;

  properties[PROP_CHILD_TYPE] =
    g_param_spec_gtype ("child-type", NULL, NULL, GTK_TYPE_WIDGET,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_lazy_bin_init (TlLazyBin *self)
{
}
