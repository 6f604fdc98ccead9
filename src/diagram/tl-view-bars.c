/* tl-view-bars.c: the supporting activities as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-bars.h"

#include "diagram/tl-shape.h"

#define BAR_HEIGHT 32.0

static TlFlow *
make_bar (TlViewBuild      *self,
          const TlActivity *activity)
{
  TlNode node = tl_view_node_activity (self, activity, TL_SHAPE_BAR);
  TlFlow *bar;
  TlNode bare = node;
  double title, right;

  if (activity->components[0] == NULL)
    {
      bar = tl_flow_new_leaf (&node);
      tl_flow_set_minimum (bar, 0, BAR_HEIGHT);
      return bar;
    }

  /* Its components stand between the title and what is at the end. */
  bar = tl_flow_new_row (TL_FLOW_NEAR);
  bare.title = NULL;
  right = tl_shape_measure_width (self->text, &bare);
  title = tl_shape_measure_width (self->text, &node) - right;
  tl_flow_set_node (bar, &node);
  tl_flow_set_padding (bar, TL_SHAPE_PADDING_Y, tl_flow_snap (right + TL_FLOW_NEAR),
                       TL_SHAPE_PADDING_Y, tl_flow_snap (title + TL_SHAPE_PADDING + TL_FLOW_APART));
  for (guint i = 0; activity->components[i] != NULL; i++)
    {
      TlNode box = tl_view_node_component (self, activity->components[i], TL_SHAPE_BOX);

      tl_flow_add (bar, tl_flow_new_leaf (&box));
    }

  return bar;
}

/* Of one width, so that they stand in columns. */
static void
even_out (TlViewBuild *self,
          GPtrArray   *bars)
{
  double width = 0;

  for (guint i = 0; i < bars->len; i++)
    {
      tl_flow_measure (g_ptr_array_index (bars, i), self->text);
      width = MAX (width, tl_flow_get_width (g_ptr_array_index (bars, i)));
    }
  for (guint i = 0; i < bars->len; i++)
    tl_flow_set_minimum (g_ptr_array_index (bars, i), width, tl_flow_get_height (g_ptr_array_index (bars, i)));
}

TlFlow *
tl_view_make_bars (TlViewBuild *self,
                   guint        n_columns)
{
  const TlActivity *const *activities = tl_edition_get_activities (self->edition);
  g_autoptr(GPtrArray) bars = g_ptr_array_new ();
  TlFlow *column = tl_flow_new_column (TL_FLOW_GRID);
  TlFlow *row = NULL;

  for (guint i = 0; activities[i] != NULL; i++)
    {
      TlFlow *bar = make_bar (self, activities[i]);

      if (i % n_columns == 0)
        row = tl_flow_add (column, tl_flow_new_row (TL_FLOW_GRID));
      tl_flow_set_grow (tl_flow_add (row, bar), TRUE);
      g_ptr_array_add (bars, bar);
    }
  even_out (self, bars);

  return column;
}
