/* tl-swatch.c: a small field in a colour of the heat scale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-swatch.h"

#include "ui/tl-style.h"

#define RADIUS 4
#define PADDING 5

struct _TlSwatch
{
  GtkWidget    parent_instance;

  int          heat;
  char        *label;
  PangoLayout *layout; /* made when first needed */
};

G_DEFINE_FINAL_TYPE (TlSwatch, tl_swatch, GTK_TYPE_WIDGET)

static GdkRGBA
to_rgba (const TlColor *color)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha };
}

static PangoLayout *
ensure_layout (TlSwatch *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->label);
  return self->layout;
}

static void
tl_swatch_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  int width = 0;
  int height = 0;
  int side;

  pango_layout_get_pixel_size (ensure_layout (TL_SWATCH (widget)), &width, &height);
  side = MAX (18, height);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? side
                          : MAX (side, width + 2 * PADDING);
}

static void
snapshot_dashes (GtkSnapshot     *snapshot,
                 const TlPalette *palette,
                 int              width,
                 int              height)
{
  const double dashes[] = { 3, 2 };
  const TlColor *color = &palette->missing;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_set_line_width (cr, palette->line_width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_outline (GtkSnapshot     *snapshot,
                  const TlPalette *palette,
                  int              width,
                  int              height)
{
  const GdkRGBA line = to_rgba (&palette->roles[TL_ROLE_AUXILIARY].line);
  const float line_width = palette->line_width;
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_append_border (snapshot, &shape,
                              (float[4]) { line_width, line_width, line_width, line_width },
                              (GdkRGBA[4]) { line, line, line, line });
}

static void
tl_swatch_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlSwatch *self = TL_SWATCH (widget);
  const TlPalette *palette = tl_style_get_palette ();
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  PangoLayout *layout = ensure_layout (self);
  GdkRGBA text;
  int text_width, text_height;

  if (self->heat < -1)
    {
      snapshot_outline (snapshot, palette, width, height);
      text = to_rgba (&palette->dim);
    }
  else if (self->heat >= 0)
    {
      const GdkRGBA fill = to_rgba (&palette->heat[self->heat]);
      const GdkRGBA line = to_rgba (&palette->roles[TL_ROLE_COMPONENT].line);
      const float line_width = palette->line_width;
      GskRoundedRect shape;

      gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &fill, &shape.bounds);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &shape,
                                  (float[4]) { line_width, line_width, line_width, line_width },
                                  (GdkRGBA[4]) { line, line, line, line });
      text = to_rgba (&palette->heat_text[self->heat]);
    }
  else
    {
      snapshot_dashes (snapshot, palette, width, height);
      text = to_rgba (&palette->dim);
    }

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - text_width) / 2,
                                                          (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
tl_swatch_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_swatch_parent_class)->css_changed (widget, change);

  g_clear_object (&TL_SWATCH (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
tl_swatch_dispose (GObject *object)
{
  g_clear_object (&TL_SWATCH (object)->layout);

  G_OBJECT_CLASS (tl_swatch_parent_class)->dispose (object);
}

static void
tl_swatch_finalize (GObject *object)
{
  g_free (TL_SWATCH (object)->label);

  G_OBJECT_CLASS (tl_swatch_parent_class)->finalize (object);
}

static void
tl_swatch_class_init (TlSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_swatch_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_swatch_finalize;
  widget_class->measure = tl_swatch_measure;
  widget_class->snapshot = tl_swatch_snapshot;
  widget_class->css_changed = tl_swatch_css_changed;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_swatch_init (TlSwatch *self)
{
  self->heat = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  tl_style_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
tl_swatch_new (int         heat,
               const char *label)
{
  TlSwatch *self = g_object_new (TL_TYPE_SWATCH, NULL);

  self->heat = CLAMP (heat, TL_SWATCH_EMPTY, 5);
  self->label = g_strdup (label);
  return GTK_WIDGET (self);
}

void
tl_swatch_set_heat (TlSwatch *self,
                    int       heat)
{
  g_return_if_fail (TL_IS_SWATCH (self));

  heat = CLAMP (heat, TL_SWATCH_EMPTY, 5);
  if (self->heat == heat)
    return;
  self->heat = heat;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
