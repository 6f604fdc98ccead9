/* tl-print-panes.c: what is looked at, and what is set, side by side or one above the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-panes.h"

#include "ui/tl-style.h"

/* Of the height, of the preview above the settings. */
#define SHARE 0.42
/* Of the width, that settings take beside it if they need it. */
#define MOST  0.6
/* Pixels: what a preview needs beside the settings, and what they have there at least with
 * text as large as usual. */
#define PREVIEW_WIDTH  280
#define SETTINGS_WIDTH 340

struct _TlPrintPanes
{
  GtkWidget  parent_instance;

  GtkWidget *preview;
  GtkWidget *settings;
};

G_DEFINE_FINAL_TYPE (TlPrintPanes, tl_print_panes, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PREVIEW,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
measure_one (GtkWidget      *widget,
             GtkOrientation  orientation,
             gboolean        natural)
{
  int minimum_size = 0, natural_size = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, orientation, -1, &minimum_size, &natural_size, NULL, NULL);
  return natural ? natural_size : minimum_size;
}

static GtkSizeRequestMode
tl_print_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* As one above the other: so it always fits. */
static void
tl_print_panes_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TlPrintPanes *self = TL_PRINT_PANES (widget);
  int preview = measure_one (self->preview, orientation, FALSE);
  int settings = measure_one (self->settings, orientation, FALSE);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (preview, settings) : preview + settings;
  *natural = MAX (*minimum, measure_one (self->preview, orientation, TRUE) + measure_one (self->settings, orientation, TRUE));
}

/* Beside the preview. */
static int
get_settings_width (TlPrintPanes *self,
                    int           width)
{
  int least = MAX (measure_one (self->settings, GTK_ORIENTATION_HORIZONTAL, FALSE),
                   tl_style_scale (SETTINGS_WIDTH));

  return CLAMP (measure_one (self->settings, GTK_ORIENTATION_HORIZONTAL, TRUE), least, MAX (least, (int) (width * MOST)));
}

static void
tl_print_panes_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TlPrintPanes *self = TL_PRINT_PANES (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int beside, above;

  if (self->preview == NULL || self->settings == NULL)
    return;
  beside = get_settings_width (self, width);
  if (width >= beside + MAX (PREVIEW_WIDTH, measure_one (self->preview, GTK_ORIENTATION_HORIZONTAL, FALSE)))
    {
      gtk_widget_size_allocate (self->preview, &(GtkAllocation) { mirrored ? beside : 0, 0, width - beside, height }, -1);
      gtk_widget_size_allocate (self->settings, &(GtkAllocation) { mirrored ? 0 : width - beside, 0, beside, height }, -1);
      return;
    }
  above = CLAMP ((int) (height * SHARE), measure_one (self->preview, GTK_ORIENTATION_VERTICAL, FALSE),
                 MAX (height - measure_one (self->settings, GTK_ORIENTATION_VERTICAL, FALSE),
                      measure_one (self->preview, GTK_ORIENTATION_VERTICAL, FALSE)));
  gtk_widget_size_allocate (self->preview, &(GtkAllocation) { 0, 0, width, above }, -1);
  gtk_widget_size_allocate (self->settings, &(GtkAllocation) { 0, above, width, height - above }, -1);
}

static void
set_child (TlPrintPanes  *self,
           GtkWidget    **place,
           GtkWidget     *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
tl_print_panes_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlPrintPanes *self = TL_PRINT_PANES (object);

  switch (id)
    {
    case PROP_PREVIEW:
      g_value_set_object (value, self->preview);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_print_panes_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlPrintPanes *self = TL_PRINT_PANES (object);

  switch (id)
    {
    case PROP_PREVIEW:
      set_child (self, &self->preview, g_value_get_object (value));
      break;
    case PROP_SETTINGS:
      set_child (self, &self->settings, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_print_panes_dispose (GObject *object)
{
  TlPrintPanes *self = TL_PRINT_PANES (object);

  set_child (self, &self->preview, NULL);
  set_child (self, &self->settings, NULL);

  G_OBJECT_CLASS (tl_print_panes_parent_class)->dispose (object);
}

static void
tl_print_panes_class_init (TlPrintPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_print_panes_dispose;
  object_class->get_property = tl_print_panes_get_property;
  object_class->set_property = tl_print_panes_set_property;
  widget_class->get_request_mode = tl_print_panes_get_request_mode;
  widget_class->measure = tl_print_panes_measure;
  widget_class->size_allocate = tl_print_panes_size_allocate;

  properties[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_print_panes_init (TlPrintPanes *self)
{
}
