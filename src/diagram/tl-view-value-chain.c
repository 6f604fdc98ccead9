/* tl-view-value-chain.c: primary activities as chevrons, supporting ones as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-bars.h"
#include "diagram/tl-view-box.h"
#include "diagram/tl-view-chain.h"

#define BOX_COLUMNS  2
#define CHEVRON_GAP  6.0 /* between the slanted sides */
#define MIN_ROWS     2   /* of boxes, tried */
#define MAX_ROWS     12
#define MAX_BARS     2

static guint
count_columns (TlChain                  *chain,
               const TlComponent *const *components)
{
  guint n = 0, rows = chain->arrangement.rows;

  while (components[n] != NULL)
    n++;
  return rows > 0 ? MAX ((n + rows - 1) / rows, 1) : BOX_COLUMNS;
}

static TlFlow *
make_grid (TlChain                  *chain,
           TlChevron                *chevron,
           const TlComponent *const *components,
           guint                     first,
           guint                     n)
{
  TlFlow *grid = tl_flow_new_grid (chevron->n_columns, TL_FLOW_NEAR);

  for (guint i = first; components[i] != NULL && i < first + n; i++)
    {
      TlNode node = tl_view_node_component (chain->build, components[i], TL_SHAPE_BOX);

      g_ptr_array_add (chevron->boxes, tl_flow_add (grid, tl_flow_new_leaf (&node)));
    }

  return grid;
}

static TlFlow *
make_panel (TlChain       *chain,
            TlChevron     *chevron,
            const TlGroup *group)
{
  TlNode node = tl_view_node_place (chain->build, &group->concept, TL_SHAPE_PANEL);
  TlFlow *panel = tl_flow_new_column (TL_FLOW_NEAR);

  node.role = TL_ROLE_PLAIN;
  tl_flow_set_node (panel, &node);
  tl_flow_add (panel, make_grid (chain, chevron, group->components, 0, G_MAXUINT / 2));

  return panel;
}

static TlChevron
make_chevron (TlChain         *chain,
              const TlConcept *place,
              guint            n_columns)
{
  return (TlChevron) {
    .place = place,
    .node = tl_view_node_place (chain->build, place, TL_SHAPE_CHEVRON),
    .n_columns = n_columns,
    .boxes = g_ptr_array_new (),
  };
}

static void
add_stream (TlChain        *chain,
            const TlStream *stream)
{
  guint n_columns = count_columns (chain, stream->components);
  TlChevron chevron = make_chevron (chain, &stream->concept, n_columns);
  guint n = 0, n_above;

  while (stream->components[n] != NULL)
    n++;
  n_above = ((n + n_columns - 1) / n_columns + 1) / 2 * n_columns;

  chevron.above = make_grid (chain, &chevron, stream->components, 0, n_above);
  chevron.below = make_grid (chain, &chevron, stream->components, MIN (n, n_above), n);
  g_array_append_val (chain->chevrons, chevron);
}

/* The sub-group the Digital Product Backbone runs through stands beneath the
 * lines, the other one above: so each stands next to its own line. */
static gboolean
is_product_side (const TlGroup *group)
{
  for (guint i = 0; group->components[i] != NULL; i++)
    for (guint j = 0; group->components[i]->data_objects[j] != NULL; j++)
      if (group->components[i]->data_objects[j]->role == TL_DATA_OBJECT_BACKBONE)
        return TRUE;

  return FALSE;
}

static void
add_group (TlChain       *chain,
           const TlGroup *group)
{
  TlChevron chevron;
  guint n_columns = 1;

  for (guint i = 0; group->subgroups[i] != NULL; i++)
    n_columns = MAX (n_columns, count_columns (chain, group->subgroups[i]->components));

  chevron = make_chevron (chain, &group->concept, n_columns);
  chevron.above = tl_flow_new_column (TL_FLOW_APART);
  chevron.below = tl_flow_new_column (TL_FLOW_APART);
  for (guint i = 0; group->subgroups[i] != NULL; i++)
    {
      TlFlow *panel = make_panel (chain, &chevron, group->subgroups[i]);

      tl_flow_set_grow (panel, TRUE);
      tl_flow_add (is_product_side (group->subgroups[i]) ? chevron.below : chevron.above, panel);
    }
  g_array_append_val (chain->chevrons, chevron);
}

static void
collect (TlChain *chain)
{
  const TlEdition *edition = chain->build->edition;
  const TlGroup *const *groups = tl_edition_get_groups (edition);
  const TlStream *const *streams = tl_edition_get_streams (edition);
  g_autoptr(GPtrArray) lines = tl_view_list_backbones (edition);

  chain->has_groups = groups[0] != NULL;
  for (guint i = 0; chain->has_groups && groups[i] != NULL; i++)
    if (groups[i]->parent == NULL)
      add_group (chain, groups[i]);
  for (guint i = 0; !chain->has_groups && streams[i] != NULL; i++)
    add_stream (chain, streams[i]);
  if (chain->chevrons->len > 0)
    tl_chain_get_chevron (chain, 0)->node.flags |= TL_NODE_FLAT_START;

  for (guint i = 0; i < MIN (lines->len, TL_CHAIN_MAX_LINES); i++)
    tl_chain_add_line (chain, g_ptr_array_ref (g_ptr_array_index (lines, i)), i);
}

/* All boxes of one height, and in a chevron of one width: what the one that
 * needs most needs. */
static void
measure_boxes (TlChain *chain)
{
  double height = 0, widest = 0;

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, i);

      tl_view_equalize (chain->build, chevron->boxes);
      for (guint j = 0; j < chevron->boxes->len; j++)
        {
          height = MAX (height, tl_flow_get_height (g_ptr_array_index (chevron->boxes, j)));
          widest = MAX (widest, tl_flow_get_width (g_ptr_array_index (chevron->boxes, j)));
        }
    }
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, i);
      double width = 0;

      for (guint j = 0; j < chevron->boxes->len; j++)
        width = MAX (width, tl_flow_get_width (g_ptr_array_index (chevron->boxes, j)));
      for (guint j = 0; j < chevron->boxes->len; j++)
        tl_flow_set_minimum (g_ptr_array_index (chevron->boxes, j),
                             chain->arrangement.rows > 0 ? width : widest, height);
    }
}

static void
measure_chevron (TlChain *chain,
                 guint    number)
{
  TlChevron *chevron = tl_chain_get_chevron (chain, number);
  TlNode node = chevron->node;
  double title;

  tl_flow_measure (chevron->above, chain->build->text);
  tl_flow_measure (chevron->below, chain->build->text);
  node.bounds = (TlRect) { 0, 0, 4096, 4096 };
  chain->depth = tl_shape_get_chevron_depth (&node.bounds);
  chain->head = MAX (chain->head, tl_flow_snap (tl_shape_get_content (chain->build->text, &node).y));

  title = tl_flow_measure_node_width (chain->build->text, &node, 1)
          - 2 * TL_SHAPE_PANEL_PADDING - (number == 0 ? 1 : 1.5) * chain->depth;
  chevron->content = MAX (tl_flow_get_width (chevron->above), tl_flow_get_width (chevron->below));
  chevron->content = MAX (chevron->content, tl_flow_snap (title));
}

static void
measure (TlChain *chain)
{
  double widest = 0;

  measure_boxes (chain);
  for (guint i = 0; i < chain->chevrons->len; i++)
    measure_chevron (chain, i);
  for (guint i = 0; i < chain->n_lines; i++)
    tl_chain_measure_line (chain, &chain->lines[i]);

  for (guint i = 0; i < chain->chevrons->len; i++)
    widest = MAX (widest, tl_chain_get_chevron (chain, i)->content);
  for (guint i = 0; chain->arrangement.rows == 0 && i < chain->chevrons->len; i++)
    tl_chain_get_chevron (chain, i)->content = widest;

  for (guint i = 0; i < chain->n_lines; i++)
    tl_chain_measure_cells (chain, &chain->lines[i]);
}

/* Heights first: nothing in a chevron depends on where it stands. Returns where
 * what is beneath the lines begins. */
static double
place_heights (TlChain *chain)
{
  double caption = tl_flow_snap (tl_text_measure_line_height (chain->build->text, TL_TEXT_CAPTION));
  double y;

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, i);

      chain->above = MAX (chain->above, tl_flow_get_height (chevron->above));
      chain->below = MAX (chain->below, tl_flow_get_height (chevron->below));
    }

  chain->gap = chain->arrangement.rows > 0 ? TL_FLOW_NEAR : TL_FLOW_APART;
  y = chain->head + chain->above + chain->gap;
  /* The line of the lower sub-groups stands lowest. */
  for (guint i = chain->n_lines; i-- > 0;)
    {
      y += caption;
      chain->lines[i].top = y;
      y += chain->lines[i].label + chain->gap;
    }

  chain->height = y + chain->below + TL_SHAPE_PANEL_PADDING;
  return y;
}

/* A panel as wide as the chevron lets it at all of its height. */
static void
place_block (TlChain   *chain,
             TlChevron *chevron,
             TlFlow    *block,
             double     y,
             double     height)
{
  gboolean is_flat = (chevron->node.flags & TL_NODE_FLAT_START) != 0;
  double x = chevron->bounds.x + TL_SHAPE_PANEL_PADDING;

  if (chain->has_groups)
    {
      double a = tl_chain_get_slant (chain, y), b = tl_chain_get_slant (chain, y + height);
      double left = is_flat ? 0 : ceil (MAX (a, b));

      tl_flow_place (block, x + left, y, chevron->content + chain->slack + floor (MIN (a, b)) - left, height);
      return;
    }

  tl_flow_place (block, x, y, chevron->content, height);
  for (guint i = 0; !is_flat && i < tl_flow_get_n_items (block); i++)
    {
      TlFlow *box = tl_flow_get_item (block, i);
      const TlRect *bounds = tl_flow_get_bounds (box);

      tl_flow_move (box, round (tl_chain_get_slant (chain, bounds->y + bounds->height / 2)), 0);
    }
}

static void
work_out_slack (TlChain *chain,
                double   y,
                double   height)
{
  double a = tl_chain_get_slant (chain, y), b = tl_chain_get_slant (chain, y + height);

  chain->slack = MAX (chain->slack, ceil (fabs (a - b)));
}

static void
place_chevrons (TlChain *chain)
{
  double below = place_heights (chain), x = 0;

  if (chain->has_groups)
    {
      work_out_slack (chain, chain->head, chain->above);
      work_out_slack (chain, below, chain->below);
    }

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, i);
      double width = chevron->content + chain->slack + 2 * TL_SHAPE_PANEL_PADDING + chain->depth;

      chevron->bounds = (TlRect) { x, 0, width, chain->height };
      place_block (chain, chevron, chevron->above, chain->head, chain->above);
      place_block (chain, chevron, chevron->below, below, chain->below);
      chain->width = x + width;
      x += width - chain->depth + CHEVRON_GAP;
    }
}

static void
emit_chevrons (TlChain *chain)
{
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, i);

      chevron->node.bounds = chevron->bounds;
      chevron->index = tl_scene_builder_node (chain->build->scene, &chevron->node);
      tl_flow_emit (chevron->above, chain->build->scene, chevron->index);
      tl_flow_emit (chevron->below, chain->build->scene, chevron->index);
    }
}

static void
set_bars (TlChain *chain,
          guint    n_columns)
{
  tl_flow_free (chain->bars);
  chain->bars = tl_view_make_bars (chain->build, n_columns);
  tl_flow_measure (chain->bars, chain->build->text);
  tl_flow_place (chain->bars, 0, chain->height + TL_FLOW_NEAR, MAX (chain->width, tl_flow_get_width (chain->bars)),
                 tl_flow_get_height (chain->bars));
}

/* Sizes and places, but for what depends on the scene. */
static TlChain *
chain_new (TlViewBuild              *build,
           const TlChainArrangement *arrangement)
{
  TlChain *chain = g_new0 (TlChain, 1);

  chain->build = build;
  chain->arrangement = *arrangement;
  chain->chevrons = g_array_new (FALSE, FALSE, sizeof (TlChevron));
  collect (chain);
  if (chain->chevrons->len > 0)
    {
      measure (chain);
      place_chevrons (chain);
    }
  set_bars (chain, arrangement->bars);

  return chain;
}

static void
chain_free (TlChain *chain)
{
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, i);

      g_ptr_array_unref (chevron->boxes);
      tl_flow_free (chevron->above);
      tl_flow_free (chevron->below);
    }
  for (guint i = 0; i < chain->n_lines; i++)
    {
      g_ptr_array_unref (chain->lines[i].objects);
      g_free (chain->lines[i].nodes);
      g_free (chain->lines[i].cells);
      g_free (chain->lines[i].indices);
    }
  g_array_unref (chain->chevrons);
  tl_flow_free (chain->bars);
  g_free (chain);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChain, chain_free)

/* The most boxes there are in a chevron or panel: more rows change nothing. */
static guint
count_boxes (const TlEdition *edition)
{
  const TlGroup *const *groups = tl_edition_get_groups (edition);
  const TlStream *const *streams = tl_edition_get_streams (edition);
  guint most = MIN_ROWS;

  for (guint i = 0; groups[i] != NULL; i++)
    for (guint n = 0; groups[i]->components[n] != NULL; n++)
      most = MAX (most, n + 1);
  for (guint i = 0; groups[0] == NULL && streams[i] != NULL; i++)
    for (guint n = 0; streams[i]->components[n] != NULL; n++)
      most = MAX (most, n + 1);
  return MIN (most, MAX_ROWS);
}

/* Sizes with so many rows, for each number of bars side by side. */
static void
measure_arrangement (TlViewBuild *build,
                     guint        rows,
                     TlPoint     *sizes)
{
  TlChainArrangement arrangement = { rows, 1 };
  g_autoptr(TlChain) chain = chain_new (build, &arrangement);

  for (guint bars = 1; bars <= MAX_BARS; bars++)
    {
      const TlRect *bounds;

      if (bars > 1)
        set_bars (chain, bars);
      bounds = tl_flow_get_bounds (chain->bars);
      sizes[bars - 1] = (TlPoint) { bounds->width, bounds->y + bounds->height };
    }
}

static TlChainArrangement
choose_arrangement (TlViewBuild *build)
{
  TlPoint sizes[MAX_ROWS + 1][MAX_BARS];
  TlChainArrangement best = { 0, 1 };
  guint most = count_boxes (build->edition);

  if (build->aspect <= 0)
    return best;

  measure_arrangement (build, 0, sizes[0]);
  for (guint rows = MIN_ROWS; rows <= most; rows++)
    measure_arrangement (build, rows, sizes[rows]);

  for (guint bars = 1; bars <= MAX_BARS; bars++)
    {
      if (tl_view_build_try (build, sizes[0][bars - 1].x, sizes[0][bars - 1].y))
        best = (TlChainArrangement) { 0, bars };
      for (guint rows = most; rows >= MIN_ROWS; rows--)
        if (tl_view_build_try (build, sizes[rows][bars - 1].x, sizes[rows][bars - 1].y))
          best = (TlChainArrangement) { rows, bars };
    }

  return best;
}

void
tl_view_build_value_chain (TlViewBuild *self)
{
  TlChainArrangement arrangement = choose_arrangement (self);
  g_autoptr(TlChain) chain = chain_new (self, &arrangement);

  emit_chevrons (chain);
  for (guint i = chain->n_lines; i-- > 0;)
    tl_chain_emit_line (chain, &chain->lines[i]);
  tl_flow_emit (chain->bars, self->scene, -1);
  tl_view_add_links (self);
}
