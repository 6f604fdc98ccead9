/* tl-view-level1.c: all components with their data objects, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-view-columns.h"
#include "diagram/tl-view-relations.h"

#define GUTTER     16.0 /* between boxes: the relations run there */
#define N_BOXES    2    /* side by side */
#define MANY_BOXES 6    /* a sub-group with more has one column more */
#define MAX_ROWS   12   /* tried */

/* Where that is which belongs into no column. */
typedef enum
{
  STRIP_BENEATH,
  STRIP_ASIDE, /* at the right */
  STRIP_LAST,  /* beneath the last column, which is less high for it; not where there are sub-groups */
} Strip;

#define N_STRIPS (STRIP_LAST + 1)

typedef struct
{
  guint rows; /* about so many boxes one below the other; 0: N_BOXES side by side */
  Strip strip;
} Arrangement;

typedef struct
{
  TlViewPlaces  *places;
  TlViewColumns *columns;
  TlFlow        *page;
} Level1;

static guint
count_boxes (const Arrangement *arrangement,
             guint              n)
{
  if (arrangement->rows > 0)
    return (n + arrangement->rows - 1) / arrangement->rows;
  return N_BOXES;
}

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

/* A column of its own, that what stands in none can be added to. */
static TlFlow *
add_panel (TlFlow            *row,
           const Arrangement *arrangement,
           TlFlow            *panel,
           gboolean           last)
{
  TlFlow *column;

  if (!last || arrangement->strip != STRIP_LAST)
    return tl_flow_add (row, panel);

  column = tl_flow_add (row, tl_flow_new_column (TL_FLOW_APART));
  tl_flow_set_grow (panel, TRUE);
  return tl_flow_add (column, panel);
}

static void
add_streams (TlViewBuild       *self,
             const Arrangement *arrangement,
             TlViewPlaces      *places,
             TlViewColumns     *columns,
             TlFlow            *row)
{
  const TlStream *const *streams = tl_edition_get_streams (self->edition);

  for (guint i = 0; streams[i] != NULL; i++)
    {
      TlFlow *panel = add_panel (row, arrangement, make_panel (self, places, &streams[i]->concept, FALSE, GUTTER),
                                 streams[i + 1] == NULL);
      g_autoptr(GPtrArray) components = tl_view_list_components (streams[i]->components);

      guint column = tl_view_columns_add (columns, count_boxes (arrangement, components->len));

      tl_view_columns_add_part (columns, column, 0, panel, components, NULL);
    }
}

/* The sub-group with the Digital Product Backbone stands below, so that its line
 * is next to that of the Service Offer Backbone in the sub-groups above. */
static void
add_group (TlViewBuild       *self,
           const Arrangement *arrangement,
           TlViewPlaces      *places,
           TlViewColumns     *columns,
           TlFlow            *row,
           const TlGroup     *group)
{
  TlFlow *outer = tl_flow_add (row, make_panel (self, places, &group->concept, FALSE, TL_FLOW_APART));
  guint n_boxes = 1, column;

  for (guint i = 0; group->subgroups[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) components = tl_view_list_components (group->subgroups[i]->components);

      n_boxes = MAX (n_boxes, count_boxes (arrangement, components->len)
                                + (arrangement->rows == 0 && components->len > MANY_BOXES));
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
make_strip (TlViewBuild       *self,
            const Arrangement *arrangement,
            TlViewPlaces      *places)
{
  const TlActivity *const *activities = tl_edition_get_activities (self->edition);
  const TlDataObject *const *objects = tl_edition_get_data_objects (self->edition);
  gboolean aside = arrangement->strip == STRIP_ASIDE;
  TlFlow *strip = aside ? tl_flow_new_column (TL_FLOW_APART) : tl_flow_new_row (TL_FLOW_APART);
  TlFlow *orphans = NULL;

  for (guint i = 0; activities[i] != NULL; i++)
    if (activities[i]->components[0] != NULL)
      {
        TlNode node = tl_view_node_activity (self, activities[i], TL_SHAPE_PANEL);
        TlFlow *panel = tl_flow_add (strip, aside ? tl_flow_new_column (GUTTER) : tl_flow_new_row (GUTTER));

        node.caption = NULL;
        tl_flow_set_node (panel, &node);
        tl_view_places_add_panel (places, panel);
        for (guint j = 0; activities[i]->components[j] != NULL; j++)
          tl_flow_add (panel, tl_view_make_box (self, activities[i]->components[j], FALSE, NULL, TL_FLOW_NEAR, places));
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

static void
level1_free (Level1 *self)
{
  tl_flow_free (self->page);
  tl_view_columns_free (self->columns);
  tl_view_places_free (self->places);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Level1, level1_free)

/* Everything in its place, but not in the scene yet. */
static Level1 *
level1_new (TlViewBuild       *build,
            const Arrangement *arrangement)
{
  const TlGroup *const *groups = tl_edition_get_groups (build->edition);
  Level1 *self = g_new0 (Level1, 1);
  TlFlow *row;

  self->places = tl_view_places_new ();
  self->columns = tl_view_columns_new (build, self->places, GUTTER);
  self->page = arrangement->strip == STRIP_ASIDE ? tl_flow_new_row (TL_FLOW_APART) : tl_flow_new_column (TL_FLOW_APART);
  row = tl_flow_add (self->page, tl_flow_new_row (TL_FLOW_APART));
  if (groups[0] != NULL)
    {
      tl_view_columns_set_rows (self->columns, 0, TL_VIEW_ROWS_BELOW);
      tl_view_columns_set_rows (self->columns, 1, TL_VIEW_ROWS_ABOVE);
      for (guint i = 0; groups[i] != NULL; i++)
        if (groups[i]->parent == NULL)
          add_group (build, arrangement, self->places, self->columns, row, groups[i]);
    }
  else
    {
      tl_view_columns_set_ragged (self->columns, arrangement->strip == STRIP_LAST);
      add_streams (build, arrangement, self->places, self->columns, row);
    }

  tl_view_columns_fill (self->columns);
  tl_flow_add (arrangement->strip == STRIP_LAST ? tl_flow_get_item (row, tl_flow_get_n_items (row) - 1) : self->page,
               make_strip (build, arrangement, self->places));

  tl_flow_measure (self->page, build->text);
  tl_view_columns_align (self->columns);
  tl_flow_measure (self->page, build->text);
  tl_flow_place (self->page, 0, 0, tl_flow_get_width (self->page), tl_flow_get_height (self->page));

  return self;
}

static void
try_arrangement (TlViewBuild *build,
                 Arrangement  arrangement,
                 Arrangement *best)
{
  g_autoptr(Level1) level1 = level1_new (build, &arrangement);

  if (tl_view_build_try (build, tl_flow_get_width (level1->page), tl_flow_get_height (level1->page)))
    *best = arrangement;
}

static Arrangement
choose_arrangement (TlViewBuild *build)
{
  Arrangement best = { 0, STRIP_BENEATH };

  if (build->aspect <= 0)
    return best;

  try_arrangement (build, best, &best);
  for (guint rows = 2; rows <= MAX_ROWS; rows++)
    for (Strip strip = 0; strip < (tl_edition_get_groups (build->edition)[0] != NULL ? STRIP_LAST : N_STRIPS); strip++)
      try_arrangement (build, (Arrangement) { rows, strip }, &best);

  return best;
}

void
tl_view_build_level1 (TlViewBuild *self)
{
  Arrangement arrangement = choose_arrangement (self);
  g_autoptr(Level1) level1 = level1_new (self, &arrangement);

  tl_flow_emit (level1->page, self->scene, -1);
  tl_view_columns_add_lines (level1->columns, NAN, NAN);
  tl_view_add_relations (self, level1->places, NULL, TL_EDGE_QUIET);
}
