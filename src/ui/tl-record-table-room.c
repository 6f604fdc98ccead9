/* tl-record-table-room.c: the columns that a table has room for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-table-private.h"

#include "project/tl-project.h"

/* Of the theme, in pixels: beside what is in a cell, beside a title with the mark of
 * the order, and at the two ends of a row. A name can do without what is between columns. */
#define CELL_PADDING  12
#define TITLE_PADDING 34
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

/* A title of a column: they have a font of their own. */
static GtkWidget *
find_title (GtkWidget *widget)
{
  while (widget != NULL && !GTK_IS_LABEL (widget))
    widget = gtk_widget_get_first_child (widget);
  return widget;
}

static int
measure_text (GtkWidget  *widget,
              const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* What one may choose is known, and few words: they are not cut. */
static int
measure_choices (TlRecordTable        *self,
                 const TlRecordColumn *description)
{
  const TlField *field = &tl_project_type.lists[self->list].type->fields[description->field];
  int width = 0;

  for (const TlChoice *choice = field->choices; choice->token != NULL; choice++)
    width = MAX (width, measure_text (self->view, tl_field_get_choice_label (field, choice->token)));
  return width;
}

/* Reckoned, for a column that is not shown has nothing that could be measured, and what
 * has been hidden a moment ago measures as before. */
static int
reckon_width (TlRecordTable        *self,
              GtkColumnViewColumn  *column,
              const TlRecordColumn *description)
{
  int fixed = gtk_column_view_column_get_fixed_width (column);
  GtkWidget *title = find_title (self->view);
  int cells;

  if (fixed >= 0)
    return fixed;
  cells = description->is_choice ? measure_choices (self, description)
                                 : PANGO_PIXELS_CEIL (description->min_chars * get_char_width (self));
  return MAX (measure_text (title != NULL ? title : self->view, gtk_column_view_column_get_title (column)) + TITLE_PADDING,
              cells + CELL_PADDING);
}

void
tl_record_table_make_room (TlRecordTable *self,
                           int            width)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  guint n = g_list_model_get_n_items (columns), n_yielding = 0;
  g_autofree int *widths = g_new (int, n);
  g_autofree guint *yields = g_new (guint, n);
  int needed = ROW_PADDING;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const TlRecordColumn *description = tl_record_table_get_description (column);

      widths[i] = reckon_width (self, column, description);
      yields[i] = description->yields;
      needed += widths[i];
    }
  /* Those that yield come in any order. */
  for (guint yielding = 1; needed > width && yielding < n; yielding++)
    for (guint i = 0; i < n; i++)
      if (yields[i] == yielding)
        {
          needed -= widths[i];
          n_yielding = yielding;
        }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, yields[i] == 0 || yields[i] > n_yielding);
    }
}
