/* tl-matrix-grid-draw.c: what a matrix looks like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-matrix-grid-private.h"

#include "project/tl-edit.h"

#include <adwaita.h>
#include <math.h>

#define PADDING      8
#define MAX_LAYOUTS  4096
#define ROW_CHARS    26 /* room for the name of a row */
#define COLUMN_CHARS 18

/* Text {{{1 */

void
tl_matrix_grid_measure_text (TlMatrixGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  self->cell = height + 10;
  self->header[GTK_ORIENTATION_HORIZONTAL] = ROW_CHARS * width + 2 * PADDING;
  self->header[GTK_ORIENTATION_VERTICAL] = COLUMN_CHARS * width + 2 * PADDING;
  g_hash_table_remove_all (self->layouts);
}

static PangoLayout *
get_layout (TlMatrixGrid *self,
            TlRecord     *element,
            int           width)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, element);

  if (layout == NULL)
    {
      g_autofree char *title = tl_edit_create_title (element);

      if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
        g_hash_table_remove_all (self->layouts);
      g_strdelimit (title, "\n\r", ' ');
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), title);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_width (layout, width * PANGO_SCALE);
      g_hash_table_insert (self->layouts, g_object_ref (element), layout);
    }
  return layout;
}

/* Places {{{1 */

gboolean
tl_matrix_grid_is_mirrored (TlMatrixGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
tl_matrix_grid_get_offset (TlMatrixGrid *self,
                           TlMatrixAxis  axis)
{
  GtkAdjustment *adjustment = self->adjustments[tl_matrix_grid_get_orientation (axis)];
  double value = gtk_adjustment_get_value (adjustment);

  /* The value of an adjustment grows to the right in any direction. */
  if (axis == TL_MATRIX_COLUMNS && tl_matrix_grid_is_mirrored (self))
    return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - value;
  return value;
}

void
tl_matrix_grid_get_visible (TlMatrixGrid *self,
                            TlMatrixAxis  axis,
                            guint        *first,
                            guint        *end)
{
  GtkAdjustment *adjustment = self->adjustments[tl_matrix_grid_get_orientation (axis)];
  guint n = self->matrix != NULL ? tl_matrix_get_n (self->matrix, axis) : 0;
  double value = tl_matrix_grid_get_offset (self, axis);

  *first = MIN ((guint) (value / self->cell), n);
  *end = MIN ((guint) ceil ((value + gtk_adjustment_get_page_size (adjustment)) / self->cell), n);
}

void
tl_matrix_grid_get_area (TlMatrixGrid *self,
                         guint         row,
                         guint         column,
                         GdkRectangle *area)
{
  g_return_if_fail (TL_IS_MATRIX_GRID (self));

  area->x = self->header[GTK_ORIENTATION_HORIZONTAL] + column * self->cell
            - (int) tl_matrix_grid_get_offset (self, TL_MATRIX_COLUMNS);
  area->y = self->header[GTK_ORIENTATION_VERTICAL] + row * self->cell
            - (int) tl_matrix_grid_get_offset (self, TL_MATRIX_ROWS);
  area->width = area->height = self->cell;
  if (tl_matrix_grid_is_mirrored (self))
    area->x = gtk_widget_get_width (GTK_WIDGET (self)) - area->x - area->width;
}

/* Colours {{{1 */

typedef struct
{
  GdkRGBA foreground;
  GdkRGBA accent;
  GdkRGBA header;
  double  strength; /* of what is drawn faintly */
} Colours;

static void
get_colours (TlMatrixGrid *self,
             Colours      *colours)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (context, &colours->foreground);
  if (!gtk_style_context_lookup_color (context, "accent_color", &colours->accent))
    colours->accent = colours->foreground;
  if (!gtk_style_context_lookup_color (context, "view_bg_color", &colours->header))
    colours->header = (GdkRGBA){ 1, 1, 1, 1 };
  colours->strength = adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 3 : 1;
}

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* Cells {{{1 */

/* Told apart by shape: a disc, a ring, a diamond. */
static void
draw_state (TlMatrixGrid       *self,
            cairo_t            *cr,
            const Colours      *colours,
            const GdkRectangle *area,
            TlMatrixState       state)
{
  double x = area->x + area->width / 2.0;
  double y = area->y + area->height / 2.0;
  double radius = floor (self->cell * 0.22);

  switch (state)
    {
    case TL_MATRIX_TRACED:
      set_colour (cr, &colours->accent, 1);
      cairo_arc (cr, x, y, radius + 1, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    case TL_MATRIX_RELATED:
      set_colour (cr, &colours->foreground, 0.8);
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius, y);
      cairo_line_to (cr, x, y + radius);
      cairo_line_to (cr, x - radius, y);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;

    case TL_MATRIX_INDIRECT:
      set_colour (cr, &colours->accent, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_arc (cr, x, y, radius - 0.5, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;

    case TL_MATRIX_NONE:
    default:
      break;
    }
}

/* Cells in which there can be nothing are hatched. */
static void
draw_forbidden (cairo_t            *cr,
                const Colours      *colours,
                const GdkRectangle *area)
{
  set_colour (cr, &colours->foreground, 0.2 * colours->strength);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, area->x + area->width * 0.35, area->y + area->height * 0.65);
  cairo_line_to (cr, area->x + area->width * 0.65, area->y + area->height * 0.35);
  cairo_stroke (cr);
}

static void
draw_cells (TlMatrixGrid  *self,
            cairo_t       *cr,
            const Colours *colours,
            const guint    first[2],
            const guint    end[2])
{
  for (guint row = first[0]; row < end[0]; row++)
    for (guint column = first[1]; column < end[1]; column++)
      {
        TlMatrixState state = tl_matrix_get_state (self->matrix, row, column);
        GdkRectangle area;

        tl_matrix_grid_get_area (self, row, column, &area);
        if ((int) row == self->hovered[0] || (int) column == self->hovered[1])
          {
            set_colour (cr, &colours->foreground,
                        (int) row == self->hovered[0] && (int) column == self->hovered[1] ? 0.12 : 0.05);
            cairo_rectangle (cr, area.x, area.y, area.width, area.height);
            cairo_fill (cr);
          }
        if (state != TL_MATRIX_NONE)
          draw_state (self, cr, colours, &area, state);
        else if (!tl_matrix_is_allowed (self->matrix, row, column))
          draw_forbidden (cr, colours, &area);
      }
}

static void
draw_lines (TlMatrixGrid  *self,
            cairo_t       *cr,
            const Colours *colours,
            const guint    first[2],
            const guint    end[2])
{
  GdkRectangle start, stop;

  tl_matrix_grid_get_area (self, first[0], first[1], &start);
  tl_matrix_grid_get_area (self, end[0], end[1], &stop);
  if (tl_matrix_grid_is_mirrored (self))
    {
      int right = start.x + start.width;

      start.x = stop.x + stop.width;
      stop.x = right;
    }
  set_colour (cr, &colours->foreground, 0.1 * colours->strength);
  cairo_set_line_width (cr, 1);
  for (int y = start.y; y <= stop.y; y += self->cell)
    {
      cairo_move_to (cr, start.x, y - 0.5);
      cairo_line_to (cr, stop.x, y - 0.5);
    }
  for (int x = start.x; x <= stop.x; x += self->cell)
    {
      cairo_move_to (cr, x - 0.5, start.y);
      cairo_line_to (cr, x - 0.5, stop.y);
    }
  cairo_stroke (cr);
}

static void
draw_focus (TlMatrixGrid  *self,
            cairo_t       *cr,
            const Colours *colours)
{
  GdkRectangle area;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->spots[self->spot])))
    return;
  tl_matrix_grid_get_area (self, self->current[0], self->current[1], &area);
  set_colour (cr, &colours->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, area.x + 1, area.y + 1, area.width - 3, area.height - 3);
  cairo_stroke (cr);
}

/* Names {{{1 */

static void
draw_name (TlMatrixGrid  *self,
           cairo_t       *cr,
           const Colours *colours,
           TlMatrixAxis   axis,
           guint          position,
           double         x,
           double         y,
           int            room)
{
  PangoLayout *layout = get_layout (self, tl_matrix_get_element (self->matrix, axis, position), room - 2 * PADDING);
  gboolean stands_out = (int) position == self->hovered[axis] || position == self->current[axis];
  PangoRectangle text;

  pango_layout_get_pixel_extents (layout, NULL, &text);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (axis == TL_MATRIX_COLUMNS)
    cairo_rotate (cr, -G_PI / 2);
  /* Those of columns stand on the border of their cells, from wherever they are read. */
  cairo_move_to (cr, axis == TL_MATRIX_COLUMNS ? PADDING - text.x : PADDING, (self->cell - text.height) / 2);
  set_colour (cr, &colours->foreground, stands_out ? 1 : 0.8);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_names (TlMatrixGrid  *self,
            cairo_t       *cr,
            const Colours *colours,
            const guint    first[2],
            const guint    end[2])
{
  int width = self->header[GTK_ORIENTATION_HORIZONTAL];
  int height = self->header[GTK_ORIENTATION_VERTICAL];
  int rest = gtk_widget_get_width (GTK_WIDGET (self)) - width;
  gboolean mirrored = tl_matrix_grid_is_mirrored (self);
  GdkRectangle area;

  cairo_save (cr);
  cairo_rectangle (cr, mirrored ? rest : 0, height, width, gtk_widget_get_height (GTK_WIDGET (self)) - height);
  cairo_clip (cr);
  for (guint row = first[0]; row < end[0]; row++)
    {
      tl_matrix_grid_get_area (self, row, 0, &area);
      draw_name (self, cr, colours, TL_MATRIX_ROWS, row, mirrored ? rest : 0, area.y, width);
    }
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, mirrored ? 0 : width, 0, rest, height);
  cairo_clip (cr);
  for (guint column = first[1]; column < end[1]; column++)
    {
      tl_matrix_grid_get_area (self, 0, column, &area);
      draw_name (self, cr, colours, TL_MATRIX_COLUMNS, column, area.x, height, height);
    }
  cairo_restore (cr);
}

static void
draw_borders (TlMatrixGrid  *self,
              cairo_t       *cr,
              const Colours *colours)
{
  double x = self->header[GTK_ORIENTATION_HORIZONTAL] - 0.5;
  double y = self->header[GTK_ORIENTATION_VERTICAL] - 0.5;

  if (tl_matrix_grid_is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  set_colour (cr, &colours->foreground, 0.3 * colours->strength);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, gtk_widget_get_width (GTK_WIDGET (self)), y);
  cairo_stroke (cr);
}

void
tl_matrix_grid_draw (TlMatrixGrid *self,
                     cairo_t      *cr)
{
  guint first[TL_N_MATRIX_AXES], end[TL_N_MATRIX_AXES];
  Colours colours;
  int width;

  for (guint axis = 0; axis < TL_N_MATRIX_AXES; axis++)
    tl_matrix_grid_get_visible (self, axis, &first[axis], &end[axis]);
  get_colours (self, &colours);

  cairo_save (cr);
  width = gtk_widget_get_width (GTK_WIDGET (self)) - self->header[GTK_ORIENTATION_HORIZONTAL];
  cairo_rectangle (cr, tl_matrix_grid_is_mirrored (self) ? 0 : self->header[GTK_ORIENTATION_HORIZONTAL],
                   self->header[GTK_ORIENTATION_VERTICAL], width, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_clip (cr);
  draw_cells (self, cr, &colours, first, end);
  draw_lines (self, cr, &colours, first, end);
  draw_focus (self, cr, &colours);
  cairo_restore (cr);
  draw_names (self, cr, &colours, first, end);
  draw_borders (self, cr, &colours);
}
