/* tl-view-level1.c: all components with their data objects, in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/tl-view-backbone.h"
#include "diagram/tl-view-box.h"
#include "diagram/tl-view-private.h"
#include "diagram/tl-view-relations.h"

#define GUTTER   24.0 /* between boxes: the relations run there */
#define MAX_LINES 2

/* A panel: a stream (2.1) or a sub-group (3.0). Its boxes stand in a grid above
 * the row of the backbone, in that row, and in a grid beneath it. */
typedef struct
{
  const TlComponent *const *components;
  TlFlow                   *panel;
  TlFlow                   *above;
  TlFlow                   *row;
  TlFlow                   *below;
  guint                     column;
  guint                     line;    /* number of the backbone whose row it has */
  guint                     n_on_line;
  guint                     n_free;  /* room for others in that row */
  guint                     n_others;
} Part;

typedef struct
{
  TlViewBuild  *build;
  TlViewPlaces *places;
  GPtrArray    *lines;   /* the backbones */
  GPtrArray    *columns; /* of TlFlow */
  GArray       *parts;   /* of Part */
  guint         first_column[MAX_LINES];
  guint         last_column[MAX_LINES];
  guint         rows_above[MAX_LINES];
  GArray       *n_columns; /* of guint: boxes side by side, a column of the view */
} Level1;

static gboolean
is_on_line (Level1            *self,
            const TlComponent *component,
            guint              line)
{
  GPtrArray *objects;

  if (line >= self->lines->len)
    return FALSE;

  objects = g_ptr_array_index (self->lines, line);
  for (guint i = 0; i < objects->len; i++)
    if (((const TlDataObject *) g_ptr_array_index (objects, i))->component == component)
      return TRUE;

  return FALSE;
}

static guint
count_on_line (Level1                   *self,
               const TlComponent *const *components,
               guint                     line)
{
  guint n = 0;

  for (guint i = 0; components[i] != NULL; i++)
    n += is_on_line (self, components[i], line);

  return n;
}

static guint
count (const TlComponent *const *components)
{
  guint n = 0;

  while (components[n] != NULL)
    n++;
  return n;
}

static void
add_part (Level1                   *self,
          const TlConcept          *place,
          const TlComponent *const *components,
          guint                     column,
          guint                     line,
          TlFlow                   *panel)
{
  Part part = {
    .components = components,
    .panel = panel,
    .column = column,
    .line = line,
    .n_on_line = count_on_line (self, components, line),
  };
  TlNode node = tl_view_node_place (self->build, place, TL_SHAPE_PANEL);

  if (place->kind == TL_CONCEPT_GROUP)
    node.role = TL_ROLE_PLAIN;
  part.n_others = count (components) - part.n_on_line;
  tl_flow_set_node (panel, &node);
  g_array_append_val (self->parts, part);
}

static void
add_streams (Level1 *self)
{
  const TlStream *const *streams = tl_edition_get_streams (self->build->edition);

  for (guint i = 0; streams[i] != NULL; i++)
    {
      TlFlow *panel = tl_flow_new_column (GUTTER);
      guint columns = 2;

      add_part (self, &streams[i]->concept, streams[i]->components, i, 0, panel);
      g_ptr_array_add (self->columns, panel);
      g_array_append_val (self->n_columns, columns);
    }
}

/* The sub-group the Digital Product Backbone runs through stands below, next to
 * the other backbone's row of the sub-group above it. */
static void
add_group (Level1        *self,
           const TlGroup *group,
           guint          column)
{
  TlFlow *outer = tl_flow_new_column (TL_FLOW_APART);
  TlNode node = tl_view_node_place (self->build, &group->concept, TL_SHAPE_PANEL);
  guint columns = 2;

  tl_flow_set_node (outer, &node);
  for (guint line = MAX_LINES; line-- > 0;)
    for (guint i = 0; group->subgroups[i] != NULL; i++)
      {
        const TlGroup *sub = group->subgroups[i];
        guint own = count_on_line (self, sub->components, 0) > 0 ? 0 : 1;

        if (own != line)
          continue;
        columns = MAX (columns, count_on_line (self, sub->components, line));
        columns = MAX (columns, count (sub->components) > 6 ? 3 : 2);
        add_part (self, &sub->concept, sub->components, column, line,
                  tl_flow_add (outer, tl_flow_new_column (GUTTER)));
      }

  g_ptr_array_add (self->columns, outer);
  g_array_append_val (self->n_columns, columns);
}

static void
find_ends (Level1 *self)
{
  for (guint line = 0; line < MAX_LINES; line++)
    {
      self->first_column[line] = G_MAXUINT;
      for (guint i = 0; i < self->parts->len; i++)
        {
          const Part *part = &g_array_index (self->parts, Part, i);

          if (part->line != line || part->n_on_line == 0)
            continue;
          self->first_column[line] = MIN (self->first_column[line], part->column);
          self->last_column[line] = MAX (self->last_column[line], part->column);
        }
    }
}

/* Others stand in the row of a backbone only where they are not in its way:
 * left of where it starts, right of where it ends. */
static void
plan_rows (Level1 *self)
{
  gboolean has_groups = tl_edition_get_groups (self->build->edition)[0] != NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      guint columns = g_array_index (self->n_columns, guint, part->column);
      guint rest, rows;

      if (part->column <= self->first_column[part->line] || part->column >= self->last_column[part->line])
        part->n_free = columns > part->n_on_line ? columns - part->n_on_line : 0;

      rest = part->n_others > part->n_free ? part->n_others - part->n_free : 0;
      rows = (rest + columns - 1) / columns;
      if (!has_groups)
        rows = (rows + 1) / 2; /* half above, half below */
      else if (part->line == 0)
        rows = 0;              /* its own line is on top */
      self->rows_above[part->line] = MAX (self->rows_above[part->line], rows);
    }
}

static TlFlow *
make_box (Level1            *self,
          const TlComponent *component,
          GPtrArray         *boxes)
{
  TlFlow *box = tl_view_make_box (self->build, component, FALSE, NULL, self->places);

  g_ptr_array_add (boxes, box);
  return box;
}

/* The boxes of one part, in their sections. */
static void
fill_part (Level1    *self,
           Part      *part,
           GPtrArray *boxes)
{
  guint columns = g_array_index (self->n_columns, guint, part->column);
  guint room = self->rows_above[part->line] * columns;
  gboolean before = part->column <= self->first_column[part->line];
  g_autoptr(GPtrArray) beside = g_ptr_array_new ();

  part->above = tl_flow_add (part->panel, tl_flow_new_grid (columns, GUTTER));
  part->row = tl_flow_add (part->panel, tl_flow_new_row (GUTTER));
  part->below = tl_flow_add (part->panel, tl_flow_new_grid (columns, GUTTER));

  for (guint i = 0; part->components[i] != NULL; i++)
    {
      const TlComponent *component = part->components[i];

      if (is_on_line (self, component, part->line))
        continue;
      if (tl_flow_get_n_items (part->above) < room)
        tl_flow_add (part->above, make_box (self, component, boxes));
      else if (beside->len < part->n_free)
        g_ptr_array_add (beside, make_box (self, component, boxes));
      else
        tl_flow_add (part->below, make_box (self, component, boxes));
    }

  for (guint i = 0; before && i < beside->len; i++)
    tl_flow_add (part->row, g_ptr_array_index (beside, i));
  for (guint i = 0; part->components[i] != NULL; i++)
    if (is_on_line (self, part->components[i], part->line))
      tl_flow_add (part->row, make_box (self, part->components[i], boxes));
  for (guint i = 0; !before && i < beside->len; i++)
    tl_flow_add (part->row, g_ptr_array_index (beside, i));

  for (guint i = 0; tl_flow_get_n_items (part->row) == columns && i < columns; i++)
    tl_flow_set_grow (tl_flow_get_item (part->row, i), TRUE);
  /* A line that starts or ends here keeps to the side where it goes on. */
  tl_flow_set_justify (part->row, 0.5);
}

static void
fill (Level1 *self)
{
  for (guint column = 0; column < self->columns->len; column++)
    {
      g_autoptr(GPtrArray) boxes = g_ptr_array_new ();

      for (guint i = 0; i < self->parts->len; i++)
        if (g_array_index (self->parts, Part, i).column == column)
          fill_part (self, &g_array_index (self->parts, Part, i), boxes);
      tl_view_equalize (self->build, boxes);
    }
}

static double
get_section_height (Level1 *self,
                    guint   line,
                    guint   section)
{
  double height = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      TlFlow *sections[] = { part->above, part->row, part->below };

      if (part->line == line)
        height = MAX (height, tl_flow_get_height (sections[section]));
    }

  return height;
}

/* The same section is as high in every column, so that each backbone is one
 * straight line. */
static void
align_sections (Level1 *self)
{
  for (guint line = 0; line < MAX_LINES; line++)
    for (guint section = 0; section < 3; section++)
      {
        double height = get_section_height (self, line, section);

        for (guint i = 0; i < self->parts->len; i++)
          {
            Part *part = &g_array_index (self->parts, Part, i);
            TlFlow *sections[] = { part->above, part->row, part->below };

            if (part->line == line)
              tl_flow_set_minimum (sections[section], 0, height);
          }
      }
}

static TlFlow *
make_strip (Level1 *self)
{
  const TlActivity *const *activities = tl_edition_get_activities (self->build->edition);
  const TlDataObject *const *objects = tl_edition_get_data_objects (self->build->edition);
  TlFlow *strip = tl_flow_new_row (TL_FLOW_APART);
  TlFlow *orphans = NULL;

  for (guint i = 0; activities[i] != NULL; i++)
    if (activities[i]->components[0] != NULL)
      {
        TlNode node = tl_view_node_activity (self->build, activities[i], TL_SHAPE_PANEL);
        TlFlow *panel = tl_flow_add (strip, tl_flow_new_row (GUTTER));

        tl_flow_set_node (panel, &node);
        for (guint j = 0; activities[i]->components[j] != NULL; j++)
          tl_flow_add (panel, tl_view_make_box (self->build, activities[i]->components[j], FALSE, NULL,
                                                self->places));
      }

  for (guint i = 0; objects[i] != NULL; i++)
    if (objects[i]->component == NULL)
      {
        TlNode node = tl_view_node_object (self->build, objects[i], TL_SHAPE_CIRCLE);

        if (orphans == NULL)
          orphans = tl_flow_add (strip, tl_view_make_orphans (self->build));
        tl_view_places_add (self->places, objects[i], tl_flow_add (orphans, tl_flow_new_leaf (&node)), NULL);
      }

  return strip;
}

static void
add_lines (Level1 *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      GPtrArray *objects = g_ptr_array_index (self->lines, i);
      g_autofree int *nodes = g_new0 (int, objects->len);

      for (guint j = 0; j < objects->len; j++)
        nodes[j] = tl_flow_get_index (tl_view_places_lookup (self->places, g_ptr_array_index (objects, j))->item);
      tl_view_add_backbone (self->build, objects, nodes, NAN, NAN, TRUE);
    }
}

static void
lay_out (Level1 *self)
{
  g_autoptr(TlFlow) page = tl_flow_new_column (TL_FLOW_APART);
  TlFlow *row = tl_flow_add (page, tl_flow_new_row (TL_FLOW_APART));
  TlFlow *strip;

  fill (self);
  for (guint i = 0; i < self->columns->len; i++)
    tl_flow_add (row, g_ptr_array_index (self->columns, i));
  strip = make_strip (self);
  if (tl_flow_get_n_items (strip) > 0)
    tl_flow_add (page, strip);
  else
    tl_flow_free (strip);

  tl_flow_measure (page, self->build->text);
  align_sections (self);
  tl_flow_measure (page, self->build->text);
  tl_flow_place (page, 0, 0, tl_flow_get_width (page), tl_flow_get_height (page));
  tl_flow_emit (page, self->build->scene, -1);

  add_lines (self);
  tl_view_add_relations (self->build, self->places, TL_EDGE_QUIET);
}

void
tl_view_build_level1 (TlViewBuild *self)
{
  const TlGroup *const *groups = tl_edition_get_groups (self->edition);
  Level1 level1 = {
    .build = self,
    .places = tl_view_places_new (),
    .lines = tl_view_list_backbones (self->edition),
    .columns = g_ptr_array_new (),
    .parts = g_array_new (FALSE, FALSE, sizeof (Part)),
    .n_columns = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  guint column = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    if (groups[i]->parent == NULL)
      add_group (&level1, groups[i], column++);
  if (groups[0] == NULL)
    add_streams (&level1);

  find_ends (&level1);
  plan_rows (&level1);
  lay_out (&level1);

  tl_view_places_free (level1.places);
  g_ptr_array_unref (level1.lines);
  g_ptr_array_unref (level1.columns);
  g_array_unref (level1.parts);
  g_array_unref (level1.n_columns);
}
