/* tl-view-chain-line.c: the backbones through the value chain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-chain.h"

#include <math.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-backbone.h"

TlChevron *
tl_chain_get_chevron (TlChain *chain,
                      guint    number)
{
  return &g_array_index (chain->chevrons, TlChevron, number);
}

static guint
find_chevron (TlChain            *chain,
              const TlDataObject *object)
{
  const TlConcept *column = tl_view_get_column (object->component);

  for (guint i = 0; i < chain->chevrons->len; i++)
    if (tl_chain_get_chevron (chain, i)->place == column)
      return i;

  return 0;
}

/* How far the slanted side stands in at @y. */
double
tl_chain_get_slant (TlChain *chain,
                    double   y)
{
  return chain->depth * (1 - fabs (y - chain->height / 2) / (chain->height / 2));
}

void
tl_chain_add_line (TlChain   *chain,
                   GPtrArray *objects,
                   guint      number)
{
  TlChainLine *line = &chain->lines[chain->n_lines++];
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

/* The circles of a line that stand in a chevron: @first of them, returns how many. */
static guint
find_circles (TlChain     *chain,
              TlChainLine *line,
              guint        chevron,
              guint       *first)
{
  guint n = 0;

  for (guint i = 0; i < line->objects->len; i++)
    if (find_chevron (chain, g_ptr_array_index (line->objects, i)) == chevron && n++ == 0)
      *first = i;

  return n;
}

/* What a line's circles need in each chevron. */
void
tl_chain_measure_line (TlChain     *chain,
                       TlChainLine *line)
{
  double caption = tl_shape_measure_width (chain->build->text, &line->caption);
  TlChevron *first = tl_chain_get_chevron (chain, line->first);

  /* It may reach under the slanted side. */
  first->content = MAX (first->content, tl_flow_snap (caption - TL_SHAPE_PANEL_PADDING));

  for (guint number = 0; number < chain->chevrons->len; number++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, number);
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
void
tl_chain_measure_cells (TlChain     *chain,
                        TlChainLine *line)
{
  for (guint number = 0; number < chain->chevrons->len; number++)
    {
      guint at = 0, n = find_circles (chain, line, number, &at);
      double content = tl_chain_get_chevron (chain, number)->content;
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
emit_circles (TlChain     *chain,
              TlChainLine *line)
{
  for (guint number = 0; number < chain->chevrons->len; number++)
    {
      TlChevron *chevron = tl_chain_get_chevron (chain, number);
      guint at = 0, n = find_circles (chain, line, number, &at);
      double slant = number == 0 ? 0 : tl_chain_get_slant (chain, line->top + TL_SHAPE_CIRCLE_SIZE / 2);
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

void
tl_chain_emit_line (TlChain     *chain,
                    TlChainLine *line)
{
  TlChevron *first = tl_chain_get_chevron (chain, line->first);
  double caption = tl_flow_snap (tl_text_measure_line_height (chain->build->text, TL_TEXT_CAPTION));
  double slant = line->first == 0 ? 0 : tl_chain_get_slant (chain, line->top + TL_SHAPE_CIRCLE_SIZE / 2);
  double start = round (first->bounds.x + slant + TL_FLOW_NEAR);

  emit_circles (chain, line);
  line->caption.parent = first->index;
  line->caption.bounds = (TlRect) {
    start + TL_FLOW_GRID, line->top - caption, first->content + TL_SHAPE_PANEL_PADDING, caption,
  };
  tl_scene_builder_node (chain->build->scene, &line->caption);
  tl_view_add_backbone (chain->build, line->objects, line->indices, start, chain->width - TL_FLOW_NEAR, FALSE);
}
