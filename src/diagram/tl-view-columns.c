/* tl-view-columns.c: components in columns, with the backbones as straight lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-columns.h"

#include <math.h>

#include "diagram/tl-view-backbone.h"

#define N_SECTIONS 3

typedef struct
{
  GPtrArray *components;
  GPtrArray *only;      /* NULL: no guests, all data objects */
  TlFlow    *panel;
  TlFlow    *sections[N_SECTIONS]; /* above, the row itself, below */
  guint      column;
  guint      line;
  guint      n_on_line;
  guint      n_free;    /* room for others in the row */
} Part;

struct _TlViewColumns
{
  TlViewBuild  *build;
  TlViewPlaces *places;
  double        gutter;
  double        apart;   /* circles in a box */
  gboolean      ragged;
  GPtrArray    *lines;   /* the backbones */
  GArray       *parts;   /* of Part */
  GArray       *columns; /* of guint: boxes side by side */
  TlViewRows    rows[TL_VIEW_MAX_LINES];
  guint         rows_above[TL_VIEW_MAX_LINES];
  guint         first_column[TL_VIEW_MAX_LINES];
  guint         last_column[TL_VIEW_MAX_LINES];
};

TlViewColumns *
tl_view_columns_new (TlViewBuild  *build,
                     TlViewPlaces *places,
                     double        gutter)
{
  TlViewColumns *self = g_new0 (TlViewColumns, 1);

  self->build = build;
  self->places = places;
  self->gutter = gutter;
  self->apart = TL_FLOW_NEAR;
  self->lines = tl_view_list_backbones (build->edition);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
tl_view_columns_free (TlViewColumns *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      g_ptr_array_unref (part->components);
      g_clear_pointer (&part->only, g_ptr_array_unref);
    }
  g_ptr_array_unref (self->lines);
  g_array_unref (self->parts);
  g_array_unref (self->columns);
  g_free (self);
}

void
tl_view_columns_set_apart (TlViewColumns *self,
                           double         apart)
{
  self->apart = apart;
}

void
tl_view_columns_set_ragged (TlViewColumns *self,
                            gboolean       ragged)
{
  self->ragged = ragged;
}

void
tl_view_columns_set_rows (TlViewColumns *self,
                          guint          line,
                          TlViewRows     rows)
{
  g_return_if_fail (line < TL_VIEW_MAX_LINES);

  self->rows[line] = rows;
}

guint
tl_view_columns_add (TlViewColumns *self,
                     guint          n_boxes)
{
  n_boxes = MAX (n_boxes, 1);
  g_array_append_val (self->columns, n_boxes);
  return self->columns->len - 1;
}

GPtrArray *
tl_view_list_components (const TlComponent *const *components)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; components[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer) components[i]);

  return list;
}

static gboolean
is_on_line (TlViewColumns     *self,
            const TlComponent *component,
            GPtrArray         *only,
            guint              line)
{
  GPtrArray *objects;

  if (line >= self->lines->len)
    return FALSE;

  objects = g_ptr_array_index (self->lines, line);
  for (guint i = 0; i < objects->len; i++)
    {
      const TlDataObject *object = g_ptr_array_index (objects, i);

      if (object->component == component
          && (only == NULL || g_ptr_array_find (only, object, NULL)))
        return TRUE;
    }

  return FALSE;
}

guint
tl_view_columns_find_line (TlViewColumns            *self,
                           const TlComponent *const *components,
                           guint                     fallback)
{
  for (guint line = 0; line < MIN (self->lines->len, TL_VIEW_MAX_LINES); line++)
    for (guint i = 0; components[i] != NULL; i++)
      if (is_on_line (self, components[i], NULL, line))
        return line;

  return fallback;
}

void
tl_view_columns_add_part (TlViewColumns *self,
                          guint          column,
                          guint          line,
                          TlFlow        *panel,
                          GPtrArray     *components,
                          GPtrArray     *only)
{
  Part part = {
    .components = g_ptr_array_ref (components),
    .only = only != NULL ? g_ptr_array_ref (only) : NULL,
    .panel = panel,
    .column = column,
    .line = line,
  };
  guint *n_boxes;

  g_return_if_fail (column < self->columns->len && line < TL_VIEW_MAX_LINES);

  for (guint i = 0; i < components->len; i++)
    part.n_on_line += is_on_line (self, g_ptr_array_index (components, i), only, line);

  /* What is on the line stands in one row, whatever it takes. */
  n_boxes = &g_array_index (self->columns, guint, column);
  *n_boxes = MAX (*n_boxes, part.n_on_line);
  g_array_append_val (self->parts, part);
}

static void
find_ends (TlViewColumns *self)
{
  for (guint line = 0; line < TL_VIEW_MAX_LINES; line++)
    {
      self->first_column[line] = G_MAXUINT;
      self->last_column[line] = 0;
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
plan_rows (TlViewColumns *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      guint n_boxes = g_array_index (self->columns, guint, part->column);
      guint rest = part->components->len - part->n_on_line;
      guint rows;

      if (part->column <= self->first_column[part->line] || part->column >= self->last_column[part->line])
        part->n_free = n_boxes - part->n_on_line;

      rest -= MIN (rest, part->n_free);
      rows = (rest + n_boxes - 1) / n_boxes;
      if (self->rows[part->line] == TL_VIEW_ROWS_BOTH)
        rows = (rows + 1) / 2;
      else if (self->rows[part->line] == TL_VIEW_ROWS_BELOW)
        rows = 0;
      self->rows_above[part->line] = MAX (self->rows_above[part->line], rows);
    }
}

static TlFlow *
make_box (TlViewColumns     *self,
          Part              *part,
          const TlComponent *component,
          GPtrArray         *boxes)
{
  TlFlow *box = tl_view_make_box (self->build, component, part->only != NULL, part->only, self->apart, self->places);

  g_ptr_array_add (boxes, box);
  return box;
}

static void
fill_row (TlViewColumns *self,
          Part          *part,
          GPtrArray     *beside,
          GPtrArray     *boxes)
{
  guint n_boxes = g_array_index (self->columns, guint, part->column);
  gboolean before = part->column <= self->first_column[part->line];
  TlFlow *row = part->sections[1];

  for (guint i = 0; before && i < beside->len; i++)
    tl_flow_add (row, g_ptr_array_index (beside, i));
  for (guint i = 0; i < part->components->len; i++)
    {
      const TlComponent *component = g_ptr_array_index (part->components, i);

      if (is_on_line (self, component, part->only, part->line))
        tl_flow_add (row, make_box (self, part, component, boxes));
    }
  for (guint i = 0; !before && i < beside->len; i++)
    tl_flow_add (row, g_ptr_array_index (beside, i));

  /* A full row has the widths of the grids; another one stands in the middle. */
  for (guint i = 0; tl_flow_get_n_items (row) == n_boxes && i < n_boxes; i++)
    tl_flow_set_grow (tl_flow_get_item (row, i), TRUE);
  if (part->n_on_line > 0)
    tl_flow_set_justify (row, 0.5);
}

static void
fill_part (TlViewColumns *self,
           Part          *part,
           GPtrArray     *boxes)
{
  guint n_boxes = g_array_index (self->columns, guint, part->column);
  guint room = self->rows_above[part->line] * n_boxes;
  g_autoptr(GPtrArray) beside = g_ptr_array_new ();

  part->sections[0] = tl_flow_add (part->panel, tl_flow_new_grid (n_boxes, self->gutter));
  part->sections[1] = tl_flow_add (part->panel, tl_flow_new_row (self->gutter));
  part->sections[2] = tl_flow_add (part->panel, tl_flow_new_grid (n_boxes, self->gutter));

  for (guint i = 0; i < part->components->len; i++)
    {
      const TlComponent *component = g_ptr_array_index (part->components, i);

      if (is_on_line (self, component, part->only, part->line))
        continue;
      if (tl_flow_get_n_items (part->sections[0]) < room)
        tl_flow_add (part->sections[0], make_box (self, part, component, boxes));
      else if (beside->len < part->n_free)
        g_ptr_array_add (beside, make_box (self, part, component, boxes));
      else
        tl_flow_add (part->sections[2], make_box (self, part, component, boxes));
    }
  fill_row (self, part, beside, boxes);
}

void
tl_view_columns_fill (TlViewColumns *self)
{
  find_ends (self);
  plan_rows (self);

  for (guint column = 0; column < self->columns->len; column++)
    {
      g_autoptr(GPtrArray) boxes = g_ptr_array_new ();

      for (guint i = 0; i < self->parts->len; i++)
        if (g_array_index (self->parts, Part, i).column == column)
          fill_part (self, &g_array_index (self->parts, Part, i), boxes);
      tl_view_equalize (self->build, boxes);
    }
}

/* The rows of a section are as high in every column. */
static void
align_rows (TlViewColumns *self,
            guint          line,
            guint          section)
{
  g_autoptr(GArray) heights = g_array_new (FALSE, TRUE, sizeof (double));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->parts->len; i++)
      {
        const Part *part = &g_array_index (self->parts, Part, i);
        guint n_boxes = g_array_index (self->columns, guint, part->column);
        TlFlow *items = part->sections[section];

        for (guint j = 0; part->line == line && j < tl_flow_get_n_items (items); j++)
          {
            TlFlow *item = tl_flow_get_item (items, j);
            guint row = section == 1 ? 0 : j / n_boxes;

            if (heights->len <= row)
              g_array_set_size (heights, row + 1);
            if (pass == 0)
              g_array_index (heights, double, row) = MAX (g_array_index (heights, double, row),
                                                          tl_flow_get_height (item));
            else
              tl_flow_set_minimum (item, tl_flow_get_width (item), g_array_index (heights, double, row));
          }
      }
}

static double
get_section_height (TlViewColumns *self,
                    guint          line,
                    guint          section)
{
  double height = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->line == line)
        height = MAX (height, tl_flow_get_height (part->sections[section]));
    }

  return height;
}

void
tl_view_columns_align (TlViewColumns *self)
{
  for (guint line = 0; line < TL_VIEW_MAX_LINES; line++)
    for (guint section = 0; section < N_SECTIONS; section++)
      {
        double height;

        align_rows (self, line, section);
        for (guint i = 0; i < self->parts->len; i++)
          if (g_array_index (self->parts, Part, i).line == line)
            tl_flow_measure (g_array_index (self->parts, Part, i).sections[section], self->build->text);

        height = get_section_height (self, line, section);
        for (guint i = 0; i < self->parts->len; i++)
          {
            const Part *part = &g_array_index (self->parts, Part, i);

            if (part->line == line && !(self->ragged && section == N_SECTIONS - 1))
              tl_flow_set_minimum (part->sections[section], 0, height);
          }
      }
}

static gboolean
has_line (TlViewColumns *self,
          guint          line)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, Part, i).line == line
        && g_array_index (self->parts, Part, i).n_on_line > 0)
      return TRUE;

  return FALSE;
}

void
tl_view_columns_add_lines (TlViewColumns *self,
                           double         start,
                           double         end)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      GPtrArray *objects = g_ptr_array_index (self->lines, i);
      g_autoptr(GPtrArray) shown = g_ptr_array_new ();
      g_autofree int *nodes = g_new0 (int, objects->len);
      gpointer first = g_ptr_array_index (objects, 0);
      gpointer last = g_ptr_array_index (objects, objects->len - 1);

      for (guint j = 0; j < objects->len; j++)
        {
          const TlViewPlace *place = tl_view_places_lookup (self->places, g_ptr_array_index (objects, j));

          if (place == NULL)
            continue;
          nodes[shown->len] = tl_flow_get_index (place->item);
          g_ptr_array_add (shown, g_ptr_array_index (objects, j));
        }

      if (shown->len > 0 && has_line (self, i))
        tl_view_add_backbone (self->build, shown, nodes,
                              g_ptr_array_index (shown, 0) != first ? start : NAN,
                              g_ptr_array_index (shown, shown->len - 1) != last ? end : NAN,
                              TRUE);
    }
}
