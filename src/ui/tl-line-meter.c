/* tl-line-meter.c: how far along its line something is, drawn small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-line-meter.h"

#include <glib/gi18n.h>

#define DOT      8.0
#define DISTANCE 12.0
#define STROKE   1.5
#define SPACING  8

struct _TlLineMeter
{
  GtkWidget  parent_instance;

  GtkWidget *drawing;
  GtkWidget *label;
  guint      n_there;
  guint      n_line;
};

G_DEFINE_FINAL_TYPE (TlLineMeter, tl_line_meter, GTK_TYPE_WIDGET)

/* The line is as broken as it is: drawn from one dot that is there to the next. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  TlLineMeter *self = user_data;
  const double y = height / 2.0;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, STROKE);
  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  for (guint i = 0; i < self->n_line; i++)
    {
      const double x = DOT / 2 + i * DISTANCE;

      if (i > 0 && i < self->n_there)
        {
          cairo_move_to (cr, x - DISTANCE + DOT / 2, y);
          cairo_line_to (cr, x - DOT / 2, y);
          cairo_stroke (cr);
        }
      cairo_arc (cr, x, y, (DOT - STROKE) / 2, 0, 2 * G_PI);
      if (i < self->n_there)
        cairo_fill_preserve (cr);
      cairo_stroke (cr);
    }
}

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The dots say it as well: where there is room for no more, they stand alone. */
static void
tl_line_meter_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TlLineMeter *self = TL_LINE_METER (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_width (self->drawing);
      *natural = *minimum + SPACING + measure_width (self->label);
      return;
    }
  gtk_widget_measure (self->drawing, orientation, -1, NULL, &height, NULL, NULL);
  gtk_widget_measure (self->label, orientation, -1, NULL, natural, NULL, NULL);
  *minimum = *natural = MAX (height, *natural);
}

static void
tl_line_meter_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlLineMeter *self = TL_LINE_METER (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int dots = measure_width (self->drawing), text = measure_width (self->label);
  int beside = dots + SPACING;

  gtk_widget_set_child_visible (self->label, beside + text <= width);
  gtk_widget_size_allocate (self->drawing, &(GtkAllocation) { mirrored ? width - dots : 0, 0, dots, height }, -1);
  gtk_widget_size_allocate (self->label, &(GtkAllocation) { mirrored ? width - beside - text : beside, 0, text, height }, -1);
}

static void
tl_line_meter_dispose (GObject *object)
{
  TlLineMeter *self = TL_LINE_METER (object);

  g_clear_pointer (&self->drawing, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_line_meter_parent_class)->dispose (object);
}

static void
tl_line_meter_class_init (TlLineMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_line_meter_dispose;
  widget_class->measure = tl_line_meter_measure;
  widget_class->size_allocate = tl_line_meter_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "linemeter");
}

static void
tl_line_meter_init (TlLineMeter *self)
{
  self->drawing = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->drawing), draw_cb, self, NULL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->drawing), (int) DOT + 2);
  gtk_widget_set_valign (self->drawing, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->drawing, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
tl_line_meter_new (void)
{
  return g_object_new (TL_TYPE_LINE_METER, NULL);
}

void
tl_line_meter_set (TlLineMeter *self,
                   guint        n_there,
                   guint        n_line)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_LINE_METER (self));

  if (self->n_there == n_there && self->n_line == n_line)
    return;
  self->n_there = n_there;
  self->n_line = n_line;
  /* Translators: how many of how many */
  text = g_strdup_printf (_("%1$u of %2$u"), n_there, n_line);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->drawing),
                                      n_line > 0 ? (int) (DOT + (n_line - 1) * DISTANCE) + 1 : 0);
  gtk_widget_queue_draw (self->drawing);
}
