/* tl-view-level1.c: all components with their data objects, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-view-columns.h"
#include "diagram/tl-view-relations.h"

#define GUTTER     24.0 /* between boxes: the relations run there */
#define N_BOXES    2    /* side by side */
#define MANY_BOXES 6    /* a sub-group with more has one column more */

static TlFlow *
make_panel (TlViewBuild     *self,
            TlViewPlaces    *places,
            const TlConcept *place,
            gboolean         is_inner,
            double           spacing)
{
  TlNode node = tl_view_node_place (self, place, TL_SHAPE_PANEL);
  TlFlow *panel = tl_flow_new_column (spacing);

  if (is_inner)
    node.role = TL_ROLE_PLAIN;
  tl_flow_set_node (panel, &node);
  tl_view_places_add_panel (places, panel);

  return panel;
}

static void
add_streams (TlViewBuild   *self,
             TlViewPlaces  *places,
             TlViewColumns *columns,
             TlFlow        *row)
{
  const TlStream *const *streams = tl_edition_get_streams (self->edition);

  for (guint i = 0; streams[i] != NULL; i++)
    {
      TlFlow *panel = tl_flow_add (row, make_panel (self, places, &streams[i]->concept, FALSE, GUTTER));
      g_autoptr(GPtrArray) components = tl_view_list_components (streams[i]->components);

      tl_view_columns_add_part (columns, tl_view_columns_add (columns, N_BOXES), 0, panel, components, NULL);
    }
}

/* The sub-group with the Digital Product Backbone stands below, so that its line
 * is next to that of the Service Offer Backbone in the sub-groups above. */
static void
add_group (TlViewBuild   *self,
           TlViewPlaces  *places,
           TlViewColumns *columns,
           TlFlow        *row,
           const TlGroup *group)
{
  TlFlow *outer = tl_flow_add (row, make_panel (self, places, &group->concept, FALSE, TL_FLOW_APART));
  guint n_boxes = N_BOXES, column;

  for (guint i = 0; group->subgroups[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) components = tl_view_list_components (group->subgroups[i]->components);

      if (components->len > MANY_BOXES)
        n_boxes = N_BOXES + 1;
    }

  column = tl_view_columns_add (columns, n_boxes);
  for (guint line = TL_VIEW_MAX_LINES; line-- > 0;)
    for (guint i = 0; group->subgroups[i] != NULL; i++)
      {
        const TlGroup *inner = group->subgroups[i];
        g_autoptr(GPtrArray) components = tl_view_list_components (inner->components);

        if (tl_view_columns_find_line (columns, inner->components, 1) == line)
          tl_view_columns_add_part (columns, column, line,
                                    tl_flow_add (outer, make_panel (self, places, &inner->concept, TRUE, GUTTER)),
                                    components, NULL);
      }
}

/* What stands in no column: components of supporting activities, and data
 * objects of which nobody knows the component. */
static TlFlow *
make_strip (TlViewBuild  *self,
            TlViewPlaces *places)
{
  const TlActivity *const *activities = tl_edition_get_activities (self->edition);
  const TlDataObject *const *objects = tl_edition_get_data_objects (self->edition);
  TlFlow *strip = tl_flow_new_row (TL_FLOW_APART);
  TlFlow *orphans = NULL;

  for (guint i = 0; activities[i] != NULL; i++)
    if (activities[i]->components[0] != NULL)
      {
        TlNode node = tl_view_node_activity (self, activities[i], TL_SHAPE_PANEL);
        TlFlow *panel = tl_flow_add (strip, tl_flow_new_row (GUTTER));

        node.caption = NULL;
        tl_flow_set_node (panel, &node);
        tl_view_places_add_panel (places, panel);
        for (guint j = 0; activities[i]->components[j] != NULL; j++)
          tl_flow_add (panel, tl_view_make_box (self, activities[i]->components[j], FALSE, NULL, places));
      }

  for (guint i = 0; objects[i] != NULL; i++)
    if (objects[i]->component == NULL)
      {
        if (orphans == NULL)
          orphans = tl_flow_add (strip, tl_view_make_orphans (self, places));
        tl_view_add_orphan (self, orphans, objects[i], places);
      }

  return strip;
}

void
tl_view_build_level1 (TlViewBuild *self)
{
  const TlGroup *const *groups = tl_edition_get_groups (self->edition);
  g_autoptr(TlViewPlaces) places = tl_view_places_new ();
  g_autoptr(TlViewColumns) columns = tl_view_columns_new (self, places, GUTTER);
  g_autoptr(TlFlow) page = tl_flow_new_column (TL_FLOW_APART);
  TlFlow *row = tl_flow_add (page, tl_flow_new_row (TL_FLOW_APART));

  if (groups[0] != NULL)
    {
      tl_view_columns_set_rows (columns, 0, TL_VIEW_ROWS_BELOW);
      tl_view_columns_set_rows (columns, 1, TL_VIEW_ROWS_ABOVE);
      for (guint i = 0; groups[i] != NULL; i++)
        if (groups[i]->parent == NULL)
          add_group (self, places, columns, row, groups[i]);
    }
  else
    {
      add_streams (self, places, columns, row);
    }

  tl_view_columns_fill (columns);
  tl_flow_add (page, make_strip (self, places));

  tl_flow_measure (page, self->text);
  tl_view_columns_align (columns);
  tl_flow_measure (page, self->text);
  tl_flow_place (page, 0, 0, tl_flow_get_width (page), tl_flow_get_height (page));
  tl_flow_emit (page, self->scene, -1);

  tl_view_columns_add_lines (columns, NAN, NAN);
  tl_view_add_relations (self, places, NULL, TL_EDGE_QUIET);
}
