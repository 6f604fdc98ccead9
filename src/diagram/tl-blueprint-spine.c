/* tl-blueprint-spine.c: the backbones of a blueprint, a band each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-spine.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "diagram/tl-flow-layout.h"
#include "diagram/tl-shape.h"
#include "diagram/tl-view-private.h"

/* Several objects of a kind stand one beneath the other, each on a branch of the
 * line; more than these in several columns, which the branches run through. */
#define MAX_ROWS 5

#define MIN_WIDTH 88.0  /* of a column, in lane units */
#define MAX_WIDTH 168.0
#define WORD_ROOM 6.0
#define BETWEEN   16.0  /* columns, and rows */
#define ABOVE_LINE 4.0  /* between a name and the line beneath it */

static const TlLine lines[] = { TL_LINE_BACKBONE, TL_LINE_OFFER };

static TlNode
make_slot (TlBlueprintBuild *build,
           TlSpineColumn    *column)
{
  const TlElementKind *kind = column->kind;
  g_autofree char *key = g_strdup_printf ("slot:%s", kind->id);
  g_autofree char *description = tl_blueprint_describe_slot (kind);
  /* TRANSLATORS: what an empty place on the backbone is called for who cannot see it; %s is the kind of
   * object that is missing there, such as Logical Service */
  g_autofree char *spoken = g_strdup_printf (_("%s: none yet, add"), tl_element_kind_get_name (kind));

  return (TlNode) {
    .key = g_string_chunk_insert (build->strings, key),
    /* TRANSLATORS: in the place of an object that a service does not have; its kind stands beneath it */
    .title = C_("backbone object", "none yet"),
    .caption = tl_element_kind_get_name (kind),
    .value = "+",
    .description = g_string_chunk_insert (build->strings, description),
    .spoken = g_string_chunk_insert (build->strings, spoken),
    .parent = -1,
    .shape = TL_SHAPE_CIRCLE,
    .role = kind->line == TL_LINE_OFFER ? TL_ROLE_OFFER_BACKBONE : TL_ROLE_BACKBONE,
    .flags = TL_NODE_ACTIVE | TL_NODE_MISSING,
    .heat = -1,
  };
}

static TlNode
make_node (TlBlueprintBuild *build,
           TlSpineBand      *band,
           TlSpineStation   *station)
{
  if (station->item < 0)
    return make_slot (build, &g_array_index (band->columns, TlSpineColumn, station->column));
  return tl_blueprint_make_node (build, station->item);
}

static GArray *
list_items (const TlBlueprintFacts *facts,
            const TlElementKind    *kind)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (facts, i);

      if (item->line != TL_LINE_NONE && item->kind == kind)
        g_array_append_val (items, i);
    }

  return items;
}

static void
add_column (TlSpineBand         *band,
            const TlElementKind *kind,
            guint                turn)
{
  TlSpineColumn column = { .kind = kind, .lane = kind->lane, .turn = turn };

  g_array_append_val (band->columns, column);
}

static void
add_station (TlBlueprintSpine *self,
             TlSpineBand      *band,
             int               item,
             guint             row)
{
  TlSpineStation station = { .item = item, .column = band->columns->len - 1, .row = row, .node = -1 };

  if (item >= 0)
    self->stations[item] = band->stations->len;
  g_array_append_val (band->stations, station);
  band->n_rows = MAX (band->n_rows, row + 1);
}

/* The row of the nearest to the line of what an object comes from, or -1. */
static int
find_row (TlBlueprintSpine       *self,
          TlSpineBand            *band,
          const TlBlueprintFacts *facts,
          const TlBlueprintTies  *ties,
          guint                   item)
{
  int row = -1;

  for (guint i = ties->first[item]; i < ties->first[item + 1]; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (facts, ties->ties[i]);
      const TlBlueprintItem *from = tl_blueprint_facts_get_item (facts, tie->from);
      const TlSpineStation *station;

      if (!tie->is_trace || tie->to != item || from->line != band->line || self->stations[tie->from] < 0)
        continue;
      station = &g_array_index (band->stations, TlSpineStation, self->stations[tie->from]);
      if (row < 0 || (int) station->row < row)
        row = station->row;
    }

  return row;
}

/* Each in the row of what it comes from, if that is free: the branches lead
 * straight on. One is always on the line itself. */
static void
add_rows (TlBlueprintSpine       *self,
          TlSpineBand            *band,
          const TlBlueprintFacts *facts,
          const TlBlueprintTies  *ties,
          const GArray           *items)
{
  g_autofree gboolean *taken = g_new0 (gboolean, 2 * MAX_ROWS + 1);
  g_autofree int *rows = g_new (int, items->len);
  int highest = 0;

  for (guint i = 0; i < items->len; i++)
    {
      rows[i] = MAX (find_row (self, band, facts, ties, g_array_index (items, guint, i)), 0);
      rows[i] = MIN (rows[i], MAX_ROWS);
      while (taken[rows[i]])
        rows[i]++;
      taken[rows[i]] = TRUE;
      if (rows[i] < rows[highest])
        highest = i;
    }
  rows[highest] = 0;
  for (guint i = 0; i < items->len; i++)
    add_station (self, band, g_array_index (items, guint, i), rows[i]);
}

static void
add_kind (TlBlueprintSpine       *self,
          TlSpineBand            *band,
          const TlBlueprintFacts *facts,
          const TlBlueprintTies  *ties,
          const TlElementKind    *kind)
{
  g_autoptr (GArray) items = list_items (facts, kind);

  add_column (band, kind, 0);
  if (items->len == 0)
    {
      add_station (self, band, -1, 0);
    }
  else if (items->len <= MAX_ROWS)
    {
      add_rows (self, band, facts, ties, items);
    }
  else
    {
      /* About as wide as high. */
      guint n_rows = MAX (MAX_ROWS, ceil (sqrt (items->len)));

      for (guint i = 0; i < items->len; i++)
        {
          if (i > 0 && i % n_rows == 0)
            add_column (band, kind, i / n_rows);
          add_station (self, band, g_array_index (items, guint, i), i % n_rows);
        }
    }
}

/* How wide columns have to be for names on two lines and kinds on one, and how
 * high rows. */
static void
measure (TlBlueprintBuild *build,
         TlSpineBand      *band)
{
  for (guint i = 0; i < band->stations->len; i++)
    {
      TlSpineStation *station = &g_array_index (band->stations, TlSpineStation, i);
      TlSpineColumn *column = &g_array_index (band->columns, TlSpineColumn, station->column);
      TlNode node = make_node (build, band, station);
      double title = MAX (tl_flow_measure_node_width (build->text, &node, 2),
                          tl_blueprint_measure_words (build->text, TL_TEXT_LABEL_STRONG, node.title) + WORD_ROOM);
      double kind;

      tl_text_measure_size (build->text, TL_TEXT_DETAIL, node.caption, -1, 1, &kind, NULL);
      column->width = MAX (column->width,
                           CLAMP (MAX (title, kind), MIN_WIDTH * build->unit, MAX_WIDTH * build->unit));
    }
  for (guint i = 0; i < band->stations->len; i++)
    {
      TlSpineStation *station = &g_array_index (band->stations, TlSpineStation, i);
      TlSpineColumn *column = &g_array_index (band->columns, TlSpineColumn, station->column);
      TlNode node = make_node (build, band, station);

      node.bounds.width = column->width;
      station->height = tl_shape_measure_height (build->text, &node, column->width);
      band->row_height = MAX (band->row_height, station->height + tl_shape_measure_note (build->text, &node));
    }
  band->row_height = tl_blueprint_snap (band->row_height);
}

TlBlueprintSpine *
tl_blueprint_spine_new (TlBlueprintBuild      *build,
                        const TlBlueprintTies *ties)
{
  TlBlueprintSpine *self = g_new0 (TlBlueprintSpine, 1);

  self->stations = g_new (int, build->facts->items->len);
  for (guint i = 0; i < build->facts->items->len; i++)
    self->stations[i] = -1;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) kinds = tl_metamodel_list_line (build->facts->metamodel, lines[i]);
      TlSpineBand *band;

      if (kinds->len == 0)
        continue;

      band = &self->bands[self->n_bands++];
      band->line = lines[i];
      band->columns = g_array_new (FALSE, FALSE, sizeof (TlSpineColumn));
      band->stations = g_array_new (FALSE, FALSE, sizeof (TlSpineStation));
      for (guint j = 0; j < kinds->len; j++)
        add_kind (self, band, build->facts, ties, g_ptr_array_index (kinds, j));
      measure (build, band);
    }
  for (guint i = 0; self->n_bands > 1 && i < self->n_bands; i++)
    self->bands[i].caption = tl_blueprint_snap (tl_text_measure_line_height (build->text, TL_TEXT_CAPTION) + ABOVE_LINE);

  return self;
}

void
tl_blueprint_spine_free (TlBlueprintSpine *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_bands; i++)
    {
      g_array_unref (self->bands[i].columns);
      g_array_unref (self->bands[i].stations);
    }
  g_free (self->stations);
  g_free (self);
}

static double
get_lane_width (TlSpineBand *band,
                TlLane       lane,
                guint       *n_columns)
{
  double width = 0;

  *n_columns = 0;
  for (guint i = 0; i < band->columns->len; i++)
    {
      const TlSpineColumn *column = &g_array_index (band->columns, TlSpineColumn, i);

      if (column->lane != lane)
        continue;
      width += column->width + (*n_columns > 0 ? BETWEEN : 0);
      ++*n_columns;
    }

  return width;
}

double
tl_blueprint_spine_get_width (TlBlueprintSpine *self,
                              TlLane            lane)
{
  double width = 0;
  guint n;

  for (guint i = 0; i < self->n_bands; i++)
    width = MAX (width, get_lane_width (&self->bands[i], lane, &n));

  return width;
}

static double
get_band_height (const TlSpineBand *band)
{
  return band->caption + band->n_rows * band->row_height + (band->n_rows - 1) * BETWEEN;
}

double
tl_blueprint_spine_get_height (TlBlueprintSpine *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_bands; i++)
    height += get_band_height (&self->bands[i]) + (i > 0 ? 2 * BETWEEN : 0);

  return height;
}

double
tl_blueprint_spine_get_top (const TlBlueprintSpine *self)
{
  return self->n_bands > 0 ? self->bands[0].y + TL_SHAPE_CIRCLE_SIZE : 0;
}

/* Spreads the columns evenly over their lanes. */
static void
place_columns (TlBlueprintBuild *build,
               TlSpineBand      *band)
{
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      const TlRect *bounds = &build->lanes[lane].bounds;
      guint n;
      double width = get_lane_width (band, lane, &n);
      double spare = n > 0 ? MAX (bounds->width - 2 * TL_BLUEPRINT_PADDING - width, 0) / n : 0;
      double x = bounds->x + TL_BLUEPRINT_PADDING;

      for (guint i = 0; i < band->columns->len; i++)
        {
          TlSpineColumn *column = &g_array_index (band->columns, TlSpineColumn, i);

          if (column->lane != lane)
            continue;
          column->x = round (x + spare / 2);
          x += column->width + BETWEEN + spare;
        }
    }
}

static void
add_nodes (TlBlueprintBuild      *build,
           const TlBlueprintTies *ties,
           TlSpineBand           *band)
{
  for (guint i = 0; i < band->stations->len; i++)
    {
      TlSpineStation *station = &g_array_index (band->stations, TlSpineStation, i);
      TlSpineColumn *column = &g_array_index (band->columns, TlSpineColumn, station->column);
      TlNode node = make_node (build, band, station);
      g_autofree char *description = station->item >= 0 ? tl_blueprint_describe (build->facts, ties, station->item) : NULL;

      if (description != NULL)
        node.description = description;
      node.parent = build->lanes[column->lane].node;
      node.bounds = (TlRect) { column->x, band->y + station->row * (band->row_height + BETWEEN), column->width, station->height };
      station->node = tl_scene_builder_node (build->scene, &node);
      if (station->item >= 0)
        build->nodes[station->item] = station->node;
    }
}

/* What the line is, where there are several. */
static void
add_caption (TlBlueprintBuild *build,
             TlSpineBand      *band,
             guint             number)
{
  const TlSpineColumn *first = &g_array_index (band->columns, TlSpineColumn, 0);
  const TlRect *lane = &build->lanes[first->lane].bounds;
  TlNode node = {
    .caption = tl_view_backbone_name (tl_metamodel_get_edition (build->facts->metamodel), number),
    .parent = build->lanes[first->lane].node,
    .bounds = { lane->x + TL_BLUEPRINT_PADDING, band->y - band->caption, lane->width - 2 * TL_BLUEPRINT_PADDING,
                band->caption },
    .shape = TL_SHAPE_NONE,
    .role = band->line == TL_LINE_OFFER ? TL_ROLE_OFFER_BACKBONE : TL_ROLE_BACKBONE,
    .heat = -1,
  };

  band->name = node.bounds;
  band->name.width = 0;
  if (band->caption <= 0)
    return;
  tl_scene_builder_node (build->scene, &node);
  tl_text_measure_size (build->text, TL_TEXT_CAPTION, node.caption, node.bounds.width, 1, &band->name.width, NULL);
}

void
tl_blueprint_spine_add (TlBlueprintSpine      *self,
                        TlBlueprintBuild      *build,
                        const TlBlueprintTies *ties,
                        double                 y)
{
  for (guint i = 0; i < self->n_bands; i++)
    {
      TlSpineBand *band = &self->bands[i];

      band->y = y + band->caption;
      y += get_band_height (band) + 2 * BETWEEN;
      place_columns (build, band);
      add_caption (build, band, i);
      add_nodes (build, ties, band);
      tl_blueprint_spine_add_line (self, build, band);
    }
}
