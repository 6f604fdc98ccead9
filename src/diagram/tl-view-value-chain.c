/* tl-view-value-chain.c: primary activities as chevrons, supporting ones as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-backbone.h"
#include "diagram/tl-view-bars.h"
#include "diagram/tl-view-box.h"

#define BOX_COLUMNS  2
#define CHEVRON_GAP  6.0 /* between the slanted sides */
#define MAX_LINES    2   /* backbones */
#define MIN_ROWS     2   /* of boxes, tried */
#define MAX_ROWS     12
#define MAX_BARS     2

/* How all stands: boxes in as many columns as the rows need, chevrons as narrow
 * as what they hold; or, without rows, in two columns, chevrons as wide as the
 * widest. */
typedef struct
{
  guint rows; /* of boxes in a chevron or panel, at most */
  guint bars; /* side by side */
} Arrangement;

/* A chevron: what stands above the backbone, what beneath. 2.1: a grid of boxes
 * each; 3.0: a panel of a sub-group each. */
typedef struct
{
  const TlConcept *place;
  TlNode           node;
  guint            n_columns; /* of boxes */
  GPtrArray       *boxes;     /* of TlFlow: all of them, not owned */
  double           content;   /* width of what stands in it */
  TlFlow          *above;
  TlFlow          *below;
  TlRect           bounds;
  int              index;
} Chevron;

typedef struct
{
  GPtrArray  *objects;  /* of TlDataObject */
  TlNode     *nodes;
  double     *cells;    /* width of each */
  int        *indices;
  TlNode      caption;
  double      label;    /* height of circle and title */
  double      top;
  guint       first;    /* chevron the line starts in */
} Line;

typedef struct
{
  TlViewBuild *build;
  Arrangement  arrangement;
  GArray      *chevrons; /* of Chevron */
  TlFlow      *bars;
  Line         lines[MAX_LINES];
  guint        n_lines;
  gboolean     has_groups;
  double       gap;      /* between boxes and lines */
  double       head;
  double       above;    /* heights of what stands above and beneath the lines */
  double       below;
  double       slack;    /* room for panels beside a slanted side */
  double       depth;
  double       width;
  double       height;   /* of the chevrons */
} Chain;

static Chevron *
get_chevron (Chain *chain,
             guint  number)
{
  return &g_array_index (chain->chevrons, Chevron, number);
}

static guint
count_columns (Chain                    *chain,
               const TlComponent *const *components)
{
  guint n = 0, rows = chain->arrangement.rows;

  while (components[n] != NULL)
    n++;
  return rows > 0 ? MAX ((n + rows - 1) / rows, 1) : BOX_COLUMNS;
}

static TlFlow *
make_grid (Chain                    *chain,
           Chevron                  *chevron,
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
make_panel (Chain         *chain,
            Chevron       *chevron,
            const TlGroup *group)
{
  TlNode node = tl_view_node_place (chain->build, &group->concept, TL_SHAPE_PANEL);
  TlFlow *panel = tl_flow_new_column (TL_FLOW_NEAR);

  node.role = TL_ROLE_PLAIN;
  tl_flow_set_node (panel, &node);
  tl_flow_add (panel, make_grid (chain, chevron, group->components, 0, G_MAXUINT / 2));

  return panel;
}

static Chevron
make_chevron (Chain           *chain,
              const TlConcept *place,
              guint            n_columns)
{
  return (Chevron) {
    .place = place,
    .node = tl_view_node_place (chain->build, place, TL_SHAPE_CHEVRON),
    .n_columns = n_columns,
    .boxes = g_ptr_array_new (),
  };
}

static void
add_stream (Chain          *chain,
            const TlStream *stream)
{
  guint n_columns = count_columns (chain, stream->components);
  Chevron chevron = make_chevron (chain, &stream->concept, n_columns);
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
add_group (Chain         *chain,
           const TlGroup *group)
{
  Chevron chevron;
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

static guint
find_chevron (Chain              *chain,
              const TlDataObject *object)
{
  const TlConcept *column = tl_view_get_column (object->component);

  for (guint i = 0; i < chain->chevrons->len; i++)
    if (get_chevron (chain, i)->place == column)
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
  line->cells = g_new0 (double, n);
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
    get_chevron (chain, 0)->node.flags |= TL_NODE_FLAT_START;

  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    add_line (chain, g_ptr_array_ref (g_ptr_array_index (lines, i)), i);
}

/* All boxes of one height, and in a chevron of one width: what the one that
 * needs most needs. */
static void
measure_boxes (Chain *chain)
{
  double height = 0, widest = 0;

  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = get_chevron (chain, i);

      tl_view_equalize (chain->build, chevron->boxes);
      for (guint j = 0; j < chevron->boxes->len; j++)
        {
          height = MAX (height, tl_flow_get_height (g_ptr_array_index (chevron->boxes, j)));
          widest = MAX (widest, tl_flow_get_width (g_ptr_array_index (chevron->boxes, j)));
        }
    }
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = get_chevron (chain, i);
      double width = 0;

      for (guint j = 0; j < chevron->boxes->len; j++)
        width = MAX (width, tl_flow_get_width (g_ptr_array_index (chevron->boxes, j)));
      for (guint j = 0; j < chevron->boxes->len; j++)
        tl_flow_set_minimum (g_ptr_array_index (chevron->boxes, j),
                             chain->arrangement.rows > 0 ? width : widest, height);
    }
}

/* The circles of a line that stand in a chevron: @first of them, returns how many. */
static guint
find_circles (Chain *chain,
              Line  *line,
              guint  chevron,
              guint *first)
{
  guint n = 0;

  for (guint i = 0; i < line->objects->len; i++)
    if (find_chevron (chain, g_ptr_array_index (line->objects, i)) == chevron && n++ == 0)
      *first = i;

  return n;
}

/* What a line's circles need in each chevron. */
static void
measure_line (Chain *chain,
              Line  *line)
{
  double caption = tl_shape_measure_width (chain->build->text, &line->caption);
  Chevron *first = get_chevron (chain, line->first);

  /* It may reach under the slanted side. */
  first->content = MAX (first->content, tl_flow_snap (caption - TL_SHAPE_PANEL_PADDING));

  for (guint number = 0; number < chain->chevrons->len; number++)
    {
      Chevron *chevron = get_chevron (chain, number);
      guint at = 0, n = find_circles (chain, line, number, &at);
      double sum = 0, most = 0;

      for (guint i = at; i < at + n; i++)
        {
          double width = tl_flow_measure_node_width (chain->build->text, &line->nodes[i], 2);

          line->cells[i] = tl_flow_snap (width + TL_FLOW_NEAR);
          sum += line->cells[i];
          most = MAX (most, line->cells[i]);
        }
      chevron->content = MAX (chevron->content, chain->arrangement.rows > 0 ? sum : most * n);
    }
}

/* Shares the room of each chevron among its circles: evenly if all fit so. */
static void
measure_cells (Chain *chain,
               Line  *line)
{
  for (guint number = 0; number < chain->chevrons->len; number++)
    {
      guint at = 0, n = find_circles (chain, line, number, &at);
      double content = get_chevron (chain, number)->content;
      double sum = 0, most = 0;

      for (guint i = at; i < at + n; i++)
        {
          sum += line->cells[i];
          most = MAX (most, line->cells[i]);
        }
      for (guint i = at; i < at + n; i++)
        {
          double height;

          line->cells[i] = most * n <= content ? content / n : line->cells[i] + (content - sum) / n;
          height = tl_shape_measure_height (chain->build->text, &line->nodes[i], line->cells[i] - TL_FLOW_NEAR);
          line->label = MAX (line->label, tl_flow_snap (height));
        }
    }
}

static void
measure_chevron (Chain *chain,
                 guint  number)
{
  Chevron *chevron = get_chevron (chain, number);
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
measure (Chain *chain)
{
  double widest = 0;

  measure_boxes (chain);
  for (guint i = 0; i < chain->chevrons->len; i++)
    measure_chevron (chain, i);
  for (guint i = 0; i < chain->n_lines; i++)
    measure_line (chain, &chain->lines[i]);

  for (guint i = 0; i < chain->chevrons->len; i++)
    widest = MAX (widest, get_chevron (chain, i)->content);
  for (guint i = 0; chain->arrangement.rows == 0 && i < chain->chevrons->len; i++)
    get_chevron (chain, i)->content = widest;

  for (guint i = 0; i < chain->n_lines; i++)
    measure_cells (chain, &chain->lines[i]);
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
      Chevron *chevron = get_chevron (chain, i);

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
place_block (Chain   *chain,
             Chevron *chevron,
             TlFlow  *block,
             double   y,
             double   height)
{
  gboolean is_flat = (chevron->node.flags & TL_NODE_FLAT_START) != 0;
  double x = chevron->bounds.x + TL_SHAPE_PANEL_PADDING;

  if (chain->has_groups)
    {
      double a = get_slant (chain, y), b = get_slant (chain, y + height);
      double left = is_flat ? 0 : ceil (MAX (a, b));

      tl_flow_place (block, x + left, y, chevron->content + chain->slack + floor (MIN (a, b)) - left, height);
      return;
    }

  tl_flow_place (block, x, y, chevron->content, height);
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
      Chevron *chevron = get_chevron (chain, i);
      double width = chevron->content + chain->slack + 2 * TL_SHAPE_PANEL_PADDING + chain->depth;

      chevron->bounds = (TlRect) { x, 0, width, chain->height };
      place_block (chain, chevron, chevron->above, chain->head, chain->above);
      place_block (chain, chevron, chevron->below, below, chain->below);
      chain->width = x + width;
      x += width - chain->depth + CHEVRON_GAP;
    }
}

static void
emit_chevrons (Chain *chain)
{
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = get_chevron (chain, i);

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
  for (guint number = 0; number < chain->chevrons->len; number++)
    {
      Chevron *chevron = get_chevron (chain, number);
      guint at = 0, n = find_circles (chain, line, number, &at);
      double slant = number == 0 ? 0 : get_slant (chain, line->top + TL_SHAPE_CIRCLE_SIZE / 2);
      double x = chevron->bounds.x + TL_SHAPE_PANEL_PADDING + chain->slack / 2 + slant + TL_FLOW_NEAR / 2;

      for (guint i = at; i < at + n; i++)
        {
          line->nodes[i].parent = chevron->index;
          line->nodes[i].bounds = (TlRect) {
            round (x), line->top, floor (line->cells[i] - TL_FLOW_NEAR), line->label,
          };
          line->indices[i] = tl_scene_builder_node (chain->build->scene, &line->nodes[i]);
          x += line->cells[i];
        }
    }
}

static void
emit_line (Chain *chain,
           Line  *line)
{
  Chevron *first = get_chevron (chain, line->first);
  double caption = tl_flow_snap (tl_text_measure_line_height (chain->build->text, TL_TEXT_CAPTION));
  double slant = line->first == 0 ? 0 : get_slant (chain, line->top + TL_SHAPE_CIRCLE_SIZE / 2);
  double start = round (first->bounds.x + slant + TL_FLOW_NEAR);

  emit_circles (chain, line);
  line->caption.parent = first->index;
  line->caption.bounds = (TlRect) {
    start + TL_FLOW_GRID, line->top - caption, first->content + TL_SHAPE_PANEL_PADDING, caption,
  };
  tl_scene_builder_node (chain->build->scene, &line->caption);
  tl_view_add_backbone (chain->build, line->objects, line->indices, start, chain->width - TL_FLOW_NEAR, FALSE);
}

/* Sizes and places, but for what depends on the scene. */
static Chain *
chain_new (TlViewBuild       *build,
           const Arrangement *arrangement)
{
  Chain *chain = g_new0 (Chain, 1);

  chain->build = build;
  chain->arrangement = *arrangement;
  chain->chevrons = g_array_new (FALSE, FALSE, sizeof (Chevron));
  collect (chain);
  if (chain->chevrons->len > 0)
    {
      measure (chain);
      place_chevrons (chain);
    }
  chain->bars = tl_view_make_bars (build, arrangement->bars);
  tl_flow_measure (chain->bars, build->text);
  tl_flow_place (chain->bars, 0, chain->height + TL_FLOW_NEAR, MAX (chain->width, tl_flow_get_width (chain->bars)),
                 tl_flow_get_height (chain->bars));

  return chain;
}

static void
chain_free (Chain *chain)
{
  for (guint i = 0; i < chain->chevrons->len; i++)
    {
      Chevron *chevron = get_chevron (chain, i);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Chain, chain_free)

static void
try_arrangement (TlViewBuild *build,
                 Arrangement  arrangement,
                 Arrangement *best)
{
  g_autoptr(Chain) chain = chain_new (build, &arrangement);
  const TlRect *bars = tl_flow_get_bounds (chain->bars);

  if (tl_view_build_try (build, bars->width, bars->y + bars->height))
    *best = arrangement;
}

static Arrangement
choose_arrangement (TlViewBuild *build)
{
  Arrangement best = { 0, 1 };

  if (build->aspect <= 0)
    return best;

  for (guint bars = 1; bars <= MAX_BARS; bars++)
    {
      try_arrangement (build, (Arrangement) { 0, bars }, &best);
      for (guint rows = MAX_ROWS; rows >= MIN_ROWS; rows--)
        try_arrangement (build, (Arrangement) { rows, bars }, &best);
    }

  return best;
}

void
tl_view_build_value_chain (TlViewBuild *self)
{
  Arrangement arrangement = choose_arrangement (self);
  g_autoptr(Chain) chain = chain_new (self, &arrangement);

  emit_chevrons (chain);
  for (guint i = chain->n_lines; i-- > 0;)
    emit_line (chain, &chain->lines[i]);
  tl_flow_emit (chain->bars, self->scene, -1);
}
