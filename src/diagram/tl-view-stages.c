/* tl-view-stages.c: a value stream of 3.0 with its stages and neighbours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-private.h"

#define N_FACTS     3      /* main activity, entry, exit */
#define TEXT_LETTERS 14.0  /* width of the texts of a stage, in letter sizes */
#define ARROW_ROOM  56.0   /* for the flows between the neighbours and the stream */
#define OVERLAP     (TL_SHAPE_CHEVRON_DEPTH - 6.0) /* chevrons stand in one another's notch */

typedef struct
{
  TlViewBuild    *build;
  const TlStream *stream;
  TlFlow         *page;
  TlFlow         *panel;
  TlFlow         *chevrons;
  GPtrArray      *facts[N_FACTS]; /* of TlFlow: the same fact of all stages */
  GPtrArray      *sources;        /* of TlFlow: where flows come from */
  GPtrArray      *targets;
} Stages;

static double
get_text_width (Stages *self,
                double  letters)
{
  return tl_flow_snap (letters * tl_text_measure_font_size (self->build->text, TL_TEXT_TITLE));
}

/* A small caption and a text that wraps; grey where it is not known. */
static TlFlow *
make_fact (Stages     *self,
           const char *caption,
           const char *text)
{
  TlNode node = tl_view_node_text (TL_SHAPE_NONE, text != NULL ? text : C_("fact", "not known"));
  TlFlow *fact;

  node.caption = caption;
  if (text == NULL)
    node.role = TL_ROLE_AUXILIARY;
  fact = tl_flow_new_leaf (&node);
  tl_flow_set_wrap (fact, get_text_width (self, TEXT_LETTERS));

  return fact;
}

static TlFlow *
make_card (Stages        *self,
           const TlStage *stage)
{
  const char *captions[N_FACTS] = {
    C_("stage", "Main activity"), C_("stage", "Entry criterion"), C_("stage", "Exit or deliverable"),
  };
  const char *texts[N_FACTS] = { stage->concept.text, stage->entry, stage->exit };
  TlNode node = tl_view_node_text (TL_SHAPE_PANEL, NULL);
  TlFlow *card = tl_flow_new_column (TL_FLOW_APART);

  tl_flow_set_node (card, &node);
  tl_flow_set_padding (card, TL_SHAPE_PANEL_PADDING, TL_SHAPE_PANEL_PADDING,
                       TL_SHAPE_PANEL_PADDING, TL_SHAPE_PANEL_PADDING);
  for (guint i = 0; i < N_FACTS; i++)
    g_ptr_array_add (self->facts[i], tl_flow_add (card, make_fact (self, captions[i], texts[i])));

  return card;
}

static TlFlow *
make_stages (Stages *self)
{
  const TlStage *const *stages = self->stream->stages;
  TlFlow *column = tl_flow_new_column (TL_FLOW_NEAR);
  TlFlow *cards;
  guint n = 0;

  while (stages[n] != NULL)
    n++;
  self->chevrons = tl_flow_add (column, tl_flow_new_grid (n, TL_FLOW_APART));
  cards = tl_flow_add (column, tl_flow_new_grid (n, TL_FLOW_APART));
  for (guint i = 0; i < n; i++)
    {
      TlNode node = tl_view_node_stage (self->build, stages[i], TL_SHAPE_CHEVRON);
      const char *number = tl_view_build_format (self->build, C_("stage", "Stage %u"), stages[i]->order);

      node.caption = node.caption != NULL ? tl_view_build_format (self->build, "%s · %s", number, node.caption) : number;
      node.role = TL_ROLE_COMPONENT;
      if (i == 0)
        node.flags |= TL_NODE_FLAT_START;
      tl_flow_add (self->chevrons, tl_flow_new_leaf (&node));
      tl_flow_add (cards, make_card (self, stages[i]));
    }

  return column;
}

/* The facts of a kind are as high in all cards, so that they read across. */
static void
align_facts (Stages *self)
{
  for (guint i = 0; i < N_FACTS; i++)
    {
      double height = 0;

      for (guint j = 0; j < self->facts[i]->len; j++)
        {
          tl_flow_measure (g_ptr_array_index (self->facts[i], j), self->build->text);
          height = MAX (height, tl_flow_get_height (g_ptr_array_index (self->facts[i], j)));
        }
      for (guint j = 0; j < self->facts[i]->len; j++)
        tl_flow_set_minimum (g_ptr_array_index (self->facts[i], j), 0, height);
    }
}

/* A chevron's point reaches into the notch of the next one. */
static void
interlock (Stages *self)
{
  guint n = tl_flow_get_n_items (self->chevrons);

  for (guint i = 0; i + 1 < n; i++)
    {
      TlFlow *chevron = tl_flow_get_item (self->chevrons, i);
      const TlRect *bounds = tl_flow_get_bounds (chevron);
      const TlRect *next = tl_flow_get_bounds (tl_flow_get_item (self->chevrons, i + 1));

      tl_flow_place (chevron, bounds->x, bounds->y, next->x + OVERLAP - bounds->x, bounds->height);
    }
}

static TlFlow *
make_neighbours (Stages                    *self,
                 const TlStreamFlow *const *flows,
                 gboolean                   is_source)
{
  TlFlow *column = tl_flow_new_column (TL_FLOW_APART);
  TlNode head = tl_view_node_text (TL_SHAPE_NONE, NULL);

  head.caption = is_source ? C_("stream flows", "Flows from") : C_("stream flows", "Flows to");
  head.role = TL_ROLE_GUEST;
  tl_flow_add (column, tl_flow_new_leaf (&head));
  if (flows[0] == NULL)
    tl_flow_add (column, make_fact (self, NULL, NULL));
  for (guint i = 0; flows[i] != NULL; i++)
    {
      const TlStream *other = is_source ? flows[i]->from : flows[i]->to;
      TlNode node = tl_view_node_place (self->build, &other->concept, TL_SHAPE_BOX);
      TlFlow *box;

      node.role = TL_ROLE_GUEST;
      box = tl_flow_add (column, tl_flow_new_leaf (&node));
      g_ptr_array_add (is_source ? self->sources : self->targets, box);
    }

  tl_flow_set_align (column, -1, 0.5);
  return column;
}

static TlFlow *
make_panel (Stages *self)
{
  TlNode node = tl_view_node_place (self->build, &self->stream->concept, TL_SHAPE_PANEL);
  TlFlow *panel = tl_flow_new_column (TL_FLOW_APART);
  TlFlow *facts, *purpose;

  if (node.caption == NULL)
    node.caption = tl_concept_kind_get_label (TL_CONCEPT_STREAM);
  tl_flow_set_node (panel, &node);
  facts = tl_flow_add (panel, tl_flow_new_row (TL_FLOW_APART));
  tl_flow_add (facts, make_fact (self, C_("stream", "Main stakeholder"), self->stream->stakeholders));
  purpose = tl_flow_add (facts, make_fact (self, C_("stream", "Purpose"), self->stream->concept.text));
  tl_flow_set_wrap (purpose, get_text_width (self, 2 * TEXT_LETTERS));
  tl_flow_set_grow (purpose, TRUE);
  tl_flow_add (panel, make_stages (self));

  return panel;
}

/* Straight across: the neighbours stand within the height of the panel. */
static void
add_flows (Stages    *self,
           GPtrArray *boxes,
           gboolean   is_source)
{
  const TlRect *panel = tl_flow_get_bounds (self->panel);

  for (guint i = 0; i < boxes->len; i++)
    {
      TlFlow *box = g_ptr_array_index (boxes, i);
      const TlRect *bounds = tl_flow_get_bounds (box);
      double y = bounds->y + bounds->height / 2;
      TlEdge edge = {
        .from = tl_flow_get_index (is_source ? box : self->panel),
        .to = tl_flow_get_index (is_source ? self->panel : box),
        .role = TL_ROLE_FLOW,
        .flags = TL_EDGE_ARROW,
      };
      TlPoint in[] = { { bounds->x + bounds->width, y }, { panel->x, y } };
      TlPoint out[] = { { panel->x + panel->width, y }, { bounds->x, y } };

      tl_scene_builder_edge (self->build->scene, &edge, is_source ? in : out, 2);
    }
}

void
tl_view_build_stages (TlViewBuild *self)
{
  Stages stages = {
    .build = self,
    .stream = (const TlStream *) self->view->concept,
    .page = tl_flow_new_row (ARROW_ROOM),
    .sources = g_ptr_array_new (),
    .targets = g_ptr_array_new (),
  };
  TlFlow *sources;

  for (guint i = 0; i < N_FACTS; i++)
    stages.facts[i] = g_ptr_array_new ();

  /* The stream flows from and to some; the left one has the key. */
  sources = make_neighbours (&stages, stages.stream->flows_in, TRUE);
  tl_flow_add (stages.page, sources);
  stages.panel = tl_flow_add (stages.page, make_panel (&stages));
  tl_flow_add (stages.page, make_neighbours (&stages, stages.stream->flows_out, FALSE));

  align_facts (&stages);
  tl_flow_measure (stages.page, self->text);
  tl_flow_place (stages.page, 0, 0, tl_flow_get_width (stages.page), tl_flow_get_height (stages.page));
  interlock (&stages);
  tl_flow_emit (stages.page, self->scene, -1);
  add_flows (&stages, stages.sources, TRUE);
  add_flows (&stages, stages.targets, FALSE);

  for (guint i = 0; i < N_FACTS; i++)
    g_ptr_array_unref (stages.facts[i]);
  g_ptr_array_unref (stages.sources);
  g_ptr_array_unref (stages.targets);
  tl_flow_free (stages.page);
}
