/* tl-record-table-room.c: the columns that a table has room for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

/* Of the theme, in pixels: beside what is in a cell, beside a title with the mark of
 * the order, and at the two ends of a row. */
#define CELL_PADDING  12
#define TITLE_PADDING 28
#define ROW_PADDING   20

static int
get_char_width (TlRecordTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* Reckoned, for a column that is not shown has nothing that could be measured, and what
 * has been hidden a moment ago measures as before. */
static int
reckon_width (TlRecordTable       *self,
              GtkColumnViewColumn *column,
              guint                i)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->view, gtk_column_view_column_get_title (column));
  int fixed = gtk_column_view_column_get_fixed_width (column);
  int title;

  if (fixed >= 0)
    return fixed;
  pango_layout_get_pixel_size (layout, &title, NULL);
  return MAX (title + TITLE_PADDING,
              PANGO_PIXELS_CEIL (self->columns[i].min_chars * get_char_width (self)) + CELL_PADDING);
}

void
tl_record_table_make_room (TlRecordTable *self,
                           int            width)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  guint n = g_list_model_get_n_items (columns), n_yielding = 0;
  g_autofree int *widths = g_new (int, n);
  int needed = ROW_PADDING;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      widths[i] = reckon_width (self, column, i);
      needed += widths[i];
    }
  /* Those that yield come in any order. */
  for (guint yielding = 1; needed > width && yielding < n; yielding++)
    for (guint i = 0; i < n; i++)
      if (self->columns[i].yields == yielding)
        {
          needed -= widths[i];
          n_yielding = yielding;
        }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, self->columns[i].yields == 0 || self->columns[i].yields > n_yielding);
    }
}
