/* tl-view-value-chain.c: primary activities as chevrons, supporting ones as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-backbone.h"
#include "diagram/tl-view-private.h"

#define BOX_COLUMNS  2
#define CHEVRON_GAP  6.0 /* between the slanted sides */
#define BAR_HEIGHT   32.0
#define MAX_LINES    2   /* backbones */

/* A chevron: what stands above the backbone, what beneath. 2.1: a grid of boxes
 * each; 3.0: a panel of a sub-group each. */
typedef struct
{
  const TlConcept *place;
  TlNode           node;
  TlFlow          *above;
  TlFlow          *below;
  TlRect           bounds;
  int              index;
} Chevron;

typedef struct
{
  GPtrArray  *objects;  /* of TlDataObject */
  TlNode     *nodes;
  int        *indices;
  TlNode      caption;
  double      label;    /* height of circle and title */
  double      top;
  guint       first;    /* chevron the line starts in */
} Line;

typedef struct
{
  TlViewBuild *build;
  GArray      *chevrons; /* of Chevron */
  GPtrArray   *boxes;    /* of TlFlow: all boxes, not owned */
  Line         lines[MAX_LINES];
  guint        n_lines;
  gboolean     has_groups;
  double       content;  /* width of what stands in a chevron */
  double       head;
  double       above;    /* heights of what stands above and beneath the lines */
  double       below;
  double       slack;    /* room for panels beside a slanted side */
  double       depth;
  double       height;
} Chain;

static TlFlow *
make_grid (Chain                    *chain,
           const TlComponent *const *components,
           guint                     first,
           guint                     n)
{
  TlFlow *grid = tl_flow_new_grid (BOX_COLUMNS, TL_FLOW_NEAR);

  for (guint i = first; components[i] != NULL && i < first + n; i++)
    {
      TlNode node = tl_view_node_component (chain->build, components[i], TL_SHAPE_BOX);

      g_ptr_array_add (chain->boxes, tl_flow_add (grid, tl_flow_new_leaf (&node)));
    }

  return grid;
}

static TlFlow *
make_panel (Chain         *chain,
            const TlGroup *group)
{
  TlNode node = tl_view_node_place (chain->build, &group->concept, TL_SHAPE_PANEL);
  TlFlow *panel = tl_flow_new_column (TL_FLOW_NEAR);

  node.role = TL_ROLE_PLAIN;
  tl_flow_set_node (panel, &node);
  tl_flow_add (panel, make_grid (chain, group->components, 0, G_MAXUINT / 2));

  return panel;
}

static void
add_stream (Chain          *chain,
            const TlStream *stream)
{
  Chevron chevron = { .place = &stream->concept };
  guint n = 0, n_above;

  while (stream->components[n] != NULL)
    n++;
  n_above = ((n + BOX_COLUMNS - 1) / BOX_COLUMNS + 1) / 2 * BOX_COLUMNS;

  chevron.node = tl_view_node_place (chain->build, chevron.place, TL_SHAPE_CHEVRON);
  chevron.above = make_grid (chain, stream->components, 0, n_above);
  chevron.below = make_grid (chain, stream->components, MIN (n, n_above), n);
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
add_group (Chain         *chain,
           const TlGroup *group)
{
  Chevron chevron = { .place = &group->concept };

  chevron.node = tl_view_node_place (chain->build, chevron.place, TL_SHAPE_CHEVRON);
  chevron.above = tl_flow_new_column (TL_FLOW_APART);
  chevron.below = tl_flow_new_column (TL_FLOW_APART);
  for (guint i = 0; group->subgroups[i] != NULL; i++)
    {
      TlFlow *panel = make_panel (chain, group->subgroups[i]);

      tl_flow_set_grow (panel, TRUE);
      tl_flow_add (is_product_side (group->subgroups[i]) ? chevron.below : chevron.above, panel);
    }
  g_array_append_val (chain->chevrons, chevron);
}

static guint
find_chevron (Chain              *chain,
              const TlDataObject *object)
{
  const TlConcept *column = tl_view_get_column (object->component);

  for (guint i = 0; i < chain->chevrons->len; i++)
    if (g_array_index (chain->chevrons, Chevron, i).place == column)
      return i;

  return 0;
}

static void
add_line (Chain     *chain,
          GPtrArray *objects,
          guint      number)
{
  Line *line = &chain->lines[chain->n_lines++];
  guint n = objects->len;

  line->objects = objects;
  line->nodes = g_new0 (TlNode, n);
  line->indices = g_new0 (int, n);
  line->first = find_chevron (chain, g_ptr_array_index (objects, 0));
  for (guint i = 0; i < n; i++)
    line->nodes[i] = tl_view_node_object (chain->build, g_ptr_array_index (objects, i), TL_SHAPE_CIRCLE);

  line->caption = tl_view_node_text (TL_SHAPE_NONE, NULL);
  line->caption.caption = tl_view_backbone_name (chain->build->edition, number);
  line->caption.role = tl_view_object_role (g_ptr_array_index (objects, 0));
}

static void
collect (Chain *chain)
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
    g_array_index (chain->chevrons, Chevron, 0).node.flags |= TL_NODE_FLAT_START;

  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    add_line (chain, g_ptr_array_ref (g_ptr_array_index (lines, i)), i);
}

/* All boxes of one size: as large as the one that needs most. */
static void
measure_boxes (Chain *chain)
{
  double width = 0, height = 0;

  for (guint i = 0; i < chain->boxes->len; i++)
    {
      TlFlow *box = g_ptr_array_index (chain->boxes, i);

      tl_flow_measure (box, chain->build->text);
      width = MAX (width, tl_flow_get_width (box));
      height = MAX (height, tl_flow_get_height (box));
    }
  for (guint i = 0; i < chain->boxes->len; i++)
    tl_flow_set_minimum (g_ptr_array_index (chain->boxes, i), width, height);
}

/* Circles of a line that stand in a chevron. */
static guint
count_circles (Chain *chain,
               Line  *line,
               guint  chevron)
{
  guint n = 0;

  for (guint i = 0; i < line->objects->len; i++)
    n += find_chevron (chain, g_ptr_array_index (line->objects, i)) == chevron;

  return n;
}

static void
measure_line (Chain *chain,
              Line  *line)
{
  for (guint i = 0; i < line->objects->len; i++)
    {
      guint n = count_circles (chain, line, find_chevron (chain, g_ptr_array_index (line->objects, i)));
      double width = tl_flow_measure_node_width (chain->build->text, &line->nodes[i], 2) + TL_FLOW_NEAR;

      chain->content = MAX (chain->content, tl_flow_snap (width) * n);
    }
}

static void
measure_labels (Chain *chain,
                Line  *line)
{
  for (guint i = 0; i < line->objects->len; i++)
    {
      guint n = count_circles (chain, line, find_chevron (chain, g_ptr_array_index (line->objects, i)));
      double height = tl_shape_measure_height (chain->build->text, &line->nodes[i],
                                               chain->content / n - TL_FLOW_NEAR);

      line->label = MAX (line->label, tl_flow_snap (height));
    }
}

static void
measure (Chain *chain)
{
  measure_boxes (chain);

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = &g_array_index (chain->chevrons, Chevron, i);
      TlNode node = chevron->node;
      TlRect content;

      tl_flow_measure (chevron->above, chain->build->text);
      tl_flow_measure (chevron->below, chain->build->text);
      chain->content = MAX (chain->content, tl_flow_get_width (chevron->above));
      chain->content = MAX (chain->content, tl_flow_get_width (chevron->below));

      node.bounds = (TlRect) { 0, 0, 4096, 4096 };
      content = tl_shape_get_content (chain->build->text, &node);
      chain->depth = tl_shape_get_chevron_depth (&node.bounds);
      chain->content = MAX (chain->content,
                            tl_flow_snap (tl_flow_measure_node_width (chain->build->text, &node, 1)
                                          - 2 * TL_SHAPE_PANEL_PADDING
                                          - (i == 0 ? 1 : 2) * chain->depth));
      chain->head = MAX (chain->head, tl_flow_snap (content.y));
    }

  for (guint i = 0; i < chain->n_lines; i++)
    measure_line (chain, &chain->lines[i]);
  for (guint i = 0; i < chain->n_lines; i++)
    measure_labels (chain, &chain->lines[i]);
}

/* How far the slanted side stands in at @y. */
static double
get_slant (Chain  *chain,
           double  y)
{
  return chain->depth * (1 - fabs (y - chain->height / 2) / (chain->height / 2));
}

/* Heights first: nothing in a chevron depends on where it stands. Returns where
 * what is beneath the lines begins. */
static double
place_heights (Chain *chain)
{
  double caption = tl_flow_snap (tl_text_measure_line_height (chain->build->text, TL_TEXT_CAPTION));
  double y;

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = &g_array_index (chain->chevrons, Chevron, i);

      chain->above = MAX (chain->above, tl_flow_get_height (chevron->above));
      chain->below = MAX (chain->below, tl_flow_get_height (chevron->below));
    }

  y = chain->head + chain->above + TL_FLOW_APART;
  /* The line of the lower sub-groups stands lowest. */
  for (guint i = chain->n_lines; i-- > 0;)
    {
      y += caption;
      chain->lines[i].top = y;
      y += chain->lines[i].label + TL_FLOW_APART;
    }

  chain->height = y + chain->below + TL_SHAPE_PANEL_PADDING;
  return y;
}

/* A panel as wide as the chevron lets it at all of its height. */
static void
place_block (Chain    *chain,
             TlFlow   *block,
             double    x,
             double    y,
             double    height,
             gboolean  is_flat)
{

  if (chain->has_groups)
    {
      double a = get_slant (chain, y), b = get_slant (chain, y + height);
      double left = is_flat ? 0 : ceil (MAX (a, b));

      tl_flow_place (block, x + left, y, chain->content + chain->slack + floor (MIN (a, b)) - left, height);
      return;
    }

  tl_flow_place (block, x, y, chain->content, height);
  for (guint i = 0; !is_flat && i < tl_flow_get_n_items (block); i++)
    {
      TlFlow *box = tl_flow_get_item (block, i);
      const TlRect *bounds = tl_flow_get_bounds (box);

      tl_flow_move (box, round (get_slant (chain, bounds->y + bounds->height / 2)), 0);
    }
}

static void
work_out_slack (Chain  *chain,
                double  y,
                double  height)
{
  double a = get_slant (chain, y), b = get_slant (chain, y + height);

  chain->slack = MAX (chain->slack, ceil (fabs (a - b)));
}

static void
place_chevrons (Chain *chain)
{
  double below = place_heights (chain), x = 0;

  if (chain->has_groups)
    {
      work_out_slack (chain, chain->head, chain->above);
      work_out_slack (chain, below, chain->below);
    }

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = &g_array_index (chain->chevrons, Chevron, i);
      gboolean is_flat = i == 0;
      double width = chain->content + chain->slack + 2 * TL_SHAPE_PANEL_PADDING + chain->depth;

      chevron->bounds = (TlRect) { x, 0, width, chain->height };
      place_block (chain, chevron->above, x + TL_SHAPE_PANEL_PADDING, chain->head, chain->above, is_flat);
      place_block (chain, chevron->below, x + TL_SHAPE_PANEL_PADDING, below, chain->below, is_flat);
      x += width - chain->depth + CHEVRON_GAP;
    }
}

static void
emit_chevrons (Chain *chain)
{
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = &g_array_index (chain->chevrons, Chevron, i);

      chevron->node.bounds = chevron->bounds;
      chevron->index = tl_scene_builder_node (chain->build->scene, &chevron->node);
      tl_flow_emit (chevron->above, chain->build->scene, chevron->index);
      tl_flow_emit (chevron->below, chain->build->scene, chevron->index);
    }
}

static void
emit_circles (Chain *chain,
              Line  *line)
{
  guint at = 0;

  for (guint i = 0; i < line->objects->len; i++)
    {
      guint number = find_chevron (chain, g_ptr_array_index (line->objects, i));
      Chevron *chevron = &g_array_index (chain->chevrons, Chevron, number);
      double cell = chain->content / count_circles (chain, line, number);
      double shift = number == 0 ? 0 : get_slant (chain, line->top + TL_SHAPE_CIRCLE_SIZE / 2);

      if (i > 0 && number != find_chevron (chain, g_ptr_array_index (line->objects, i - 1)))
        at = 0;
      line->nodes[i].parent = chevron->index;
      line->nodes[i].bounds = (TlRect) {
        round (chevron->bounds.x + TL_SHAPE_PANEL_PADDING + chain->slack / 2 + shift
               + cell * at + TL_FLOW_NEAR / 2),
        line->top, floor (cell - TL_FLOW_NEAR), line->label,
      };
      line->indices[i] = tl_scene_builder_node (chain->build->scene, &line->nodes[i]);
      at++;
    }
}

static void
emit_line (Chain  *chain,
           Line   *line,
           double  end)
{
  Chevron *first = &g_array_index (chain->chevrons, Chevron, line->first);
  double caption = tl_flow_snap (tl_text_measure_line_height (chain->build->text, TL_TEXT_CAPTION));
  double shift = line->first == 0 ? 0 : get_slant (chain, line->top + TL_SHAPE_CIRCLE_SIZE / 2);
  double start = round (first->bounds.x + shift + TL_FLOW_NEAR);

  emit_circles (chain, line);
  line->caption.parent = first->index;
  line->caption.bounds = (TlRect) {
    start + TL_FLOW_GRID, line->top - caption, chain->content, caption,
  };
  tl_scene_builder_node (chain->build->scene, &line->caption);
  tl_view_add_backbone (chain->build, line->objects, line->indices, start, end, FALSE);
}

static TlFlow *
make_bar (Chain            *chain,
          const TlActivity *activity)
{
  TlNode node = tl_view_node_activity (chain->build, activity, TL_SHAPE_BAR);
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
  right = tl_shape_measure_width (chain->build->text, &bare);
  title = tl_shape_measure_width (chain->build->text, &node) - right;
  tl_flow_set_node (bar, &node);
  tl_flow_set_padding (bar, TL_SHAPE_PADDING_Y, tl_flow_snap (right + TL_FLOW_NEAR),
                       TL_SHAPE_PADDING_Y, tl_flow_snap (title + TL_SHAPE_PADDING + TL_FLOW_APART));
  for (guint i = 0; activity->components[i] != NULL; i++)
    {
      TlNode box = tl_view_node_component (chain->build, activity->components[i], TL_SHAPE_BOX);

      tl_flow_add (bar, tl_flow_new_leaf (&box));
    }

  return bar;
}

static void
add_bars (Chain  *chain,
          double  width)
{
  const TlActivity *const *activities = tl_edition_get_activities (chain->build->edition);
  g_autoptr(TlFlow) bars = tl_flow_new_column (TL_FLOW_GRID);

  for (guint i = 0; activities[i] != NULL; i++)
    tl_flow_add (bars, make_bar (chain, activities[i]));

  tl_flow_measure (bars, chain->build->text);
  tl_flow_place (bars, 0, chain->height + TL_FLOW_NEAR, MAX (width, tl_flow_get_width (bars)),
                 tl_flow_get_height (bars));
  tl_flow_emit (bars, chain->build->scene, -1);
}

static void
chain_clear (Chain *chain)
{
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      tl_flow_free (g_array_index (chain->chevrons, Chevron, i).above);
      tl_flow_free (g_array_index (chain->chevrons, Chevron, i).below);
    }
  for (guint i = 0; i < chain->n_lines; i++)
    {
      g_ptr_array_unref (chain->lines[i].objects);
      g_free (chain->lines[i].nodes);
      g_free (chain->lines[i].indices);
    }
  g_array_unref (chain->chevrons);
  g_ptr_array_unref (chain->boxes);
}

void
tl_view_build_value_chain (TlViewBuild *self)
{
  Chain chain = {
    .build = self,
    .chevrons = g_array_new (FALSE, FALSE, sizeof (Chevron)),
    .boxes = g_ptr_array_new (),
  };

  collect (&chain);
  if (chain.chevrons->len > 0)
    {
      const TlRect *last;

      measure (&chain);
      place_chevrons (&chain);
      emit_chevrons (&chain);
      last = &g_array_index (chain.chevrons, Chevron, chain.chevrons->len - 1).bounds;
      for (guint i = chain.n_lines; i-- > 0;)
        emit_line (&chain, &chain.lines[i], last->x + last->width - TL_FLOW_NEAR);
      add_bars (&chain, last->x + last->width);
    }
  chain_clear (&chain);
}
