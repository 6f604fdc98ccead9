/* tl-chip.c: a few words beside a node
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-chip.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

/* Logical pixels */
#define MAX_WIDTH 280
#define PADDING_X 10.0
#define PADDING_Y 7.0
#define RADIUS    8.0
#define SIGN      14.0
#define GAP       8.0
#define MARGIN    6.0 /* from the sides of the widget */

/* Where it has room. */
static TlRect
place (const TlViewport *view,
       const TlRect     *beside,
       double            width,
       double            height)
{
  double x = beside->x + beside->width / 2 - width / 2;
  double y = beside->y + beside->height + GAP;

  if (y + height > view->height - MARGIN)
    y = beside->y - GAP - height;
  return (TlRect) { round (CLAMP (x, MARGIN, MAX (view->width - MARGIN - width, MARGIN))),
                    round (CLAMP (y, MARGIN, MAX (view->height - MARGIN - height, MARGIN))), width, height };
}

static void
set_color (cairo_t       *cr,
           const TlColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

static void
draw_box (cairo_t            *cr,
          const TlRect       *area,
          const TlRoleColors *colors)
{
  double left = area->x + 0.5, top = area->y + 0.5;
  double right = area->x + area->width - 0.5, bottom = area->y + area->height - 0.5;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - RADIUS, top + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, left + RADIUS, bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, left + RADIUS, top + RADIUS, RADIUS, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
  set_color (cr, &colors->fill);
  cairo_fill_preserve (cr);
  set_color (cr, &colors->line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* No entry. */
static void
draw_sign (cairo_t            *cr,
           double              x,
           double              y,
           const TlRoleColors *colors)
{
  double radius = SIGN / 2 - 1, middle_x = x + SIGN / 2, middle_y = y + SIGN / 2;

  cairo_arc (cr, middle_x, middle_y, radius, 0, 2 * G_PI);
  cairo_move_to (cr, middle_x - radius * G_SQRT2 / 2, middle_y - radius * G_SQRT2 / 2);
  cairo_line_to (cr, middle_x + radius * G_SQRT2 / 2, middle_y + radius * G_SQRT2 / 2);
  set_color (cr, &colors->line);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
tl_chip_draw (TlCanvas     *canvas,
              GtkSnapshot  *snapshot,
              const char   *text,
              const TlRect *beside)
{
  const TlRoleColors *colors = &canvas->palette->roles[TL_ROLE_WARNING];
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), text);
  PangoRectangle size;
  TlRect area;
  cairo_t *cr;

  pango_layout_set_width (layout, MAX_WIDTH * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_extents (layout, NULL, &size);
  area = place (&canvas->view, beside, 2 * PADDING_X + SIGN + GAP + size.width, 2 * PADDING_Y + size.height);
  cr = tl_canvas_begin_drawing (canvas, snapshot, &area);
  if (cr == NULL)
    return;

  draw_box (cr, &area, colors);
  draw_sign (cr, area.x + PADDING_X, area.y + (area.height - SIGN) / 2, colors);
  set_color (cr, &colors->text);
  cairo_move_to (cr, area.x + PADDING_X + SIGN + GAP - size.x, area.y + PADDING_Y);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
}
