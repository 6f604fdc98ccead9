/* tl-line-build.c: boxes and connectors of lines and of impact
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-blueprint-labels.h"
#include "diagram/tl-blueprint-private.h"
#include "diagram/tl-flow-layout.h"
#include "diagram/tl-line-private.h"
#include "diagram/tl-route.h"
#include "diagram/tl-shape.h"

#define ALL_SIDES    (1 << TL_ROUTE_LEFT | 1 << TL_ROUTE_RIGHT | 1 << TL_ROUTE_UP | 1 << TL_ROUTE_DOWN)
#define AWAY_COST    32.0 /* detour for the side that looks ahead */
#define SIDE_BY_SIDE 6.0

void
tl_line_build_init (TlLineBuild                *self,
                    TlTraceability             *traceability,
                    TlRecord                   *element,
                    const PangoFontDescription *font,
                    const char                 *title)
{
  self->traceability = traceability;
  self->element = element;
  self->text = tl_text_measure_new (font);
  self->scene = tl_scene_builder_new (title);
  self->strings = g_string_chunk_new (4096);
  self->unit = tl_blueprint_get_unit (self->text);
  self->stops = g_array_new (FALSE, FALSE, sizeof (TlLineStop));
  self->steps = g_array_new (FALSE, FALSE, sizeof (TlLineStep));
  self->numbers = g_hash_table_new (NULL, NULL);
}

TlScene *
tl_line_build_end (TlLineBuild *self)
{
  TlScene *scene = tl_scene_builder_end (g_steal_pointer (&self->scene));

  tl_text_measure_free (self->text);
  g_string_chunk_free (self->strings);
  g_array_unref (self->stops);
  g_array_unref (self->steps);
  g_hash_table_unref (self->numbers);

  return scene;
}

int
tl_line_build_find (TlLineBuild *self,
                    TlRecord    *element)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, element)) - 1;
}

guint
tl_line_build_add (TlLineBuild *self,
                   TlRecord    *element)
{
  TlLineStop stop = { .element = element, .node = -1 };
  int number = tl_line_build_find (self, element);

  if (number >= 0)
    return number;

  g_array_append_val (self->stops, stop);
  g_hash_table_insert (self->numbers, element, GUINT_TO_POINTER (self->stops->len));
  return self->stops->len - 1;
}

static const char *
keep (TlLineBuild *self,
      char        *text)
{
  const char *kept = g_string_chunk_insert (self->strings, text);

  g_free (text);
  return kept;
}

/* What it lacks, in words, or NULL. */
static const char *
get_mark (TlLineBuild *self,
          TlRecord    *element)
{
  g_autoptr (GArray) gaps = tl_traceability_list_gaps_of (self->traceability, element);
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      if (i > 0)
        g_string_append (marks, C_("list", ", "));
      g_string_append (marks, tl_gap_rule_get_mark (g_array_index (gaps, TlGap, i).rule));
    }

  return marks->len > 0 ? g_string_chunk_insert (self->strings, marks->str) : NULL;
}

TlNode
tl_line_build_node (TlLineBuild *self,
                    guint        stop,
                    gboolean     marks)
{
  TlRecord *element = tl_line_get_stop (self, stop)->element;
  TlRecord *service = tl_element_get_service (TL_ELEMENT (element));
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (element));
  const char *kind_name = tl_element_get_kind_name (TL_ELEMENT (element));
  const char *service_name = service != NULL ? tl_record_get_name (service) : "";
  gboolean foreign = service != tl_element_get_service (TL_ELEMENT (self->element));
  TlNode node = {
    .title = *tl_record_get_name (element) != '\0' ? tl_record_get_name (element) : _("Unnamed"),
    .caption = kind_name,
    .parent = -1,
    .shape = element == self->element ? TL_SHAPE_HEADED : TL_SHAPE_BOX,
    .role = foreign ? TL_ROLE_GUEST : TL_ROLE_COMPONENT,
    .flags = TL_NODE_ACTIVE,
    .heat = -1,
  };

  node.key = keep (self, g_strconcat (TL_BLUEPRINT_PREFIX, tl_record_get_id (element), NULL));
  if (kind != NULL && kind->line != TL_LINE_NONE)
    node.role = kind->line == TL_LINE_OFFER ? TL_ROLE_OFFER_BACKBONE : TL_ROLE_BACKBONE;
  if (marks && foreign)
    node.caption = keep (self, g_strconcat (kind_name, C_("facts", " · "), service_name, NULL));
  node.note = marks ? get_mark (self, element) : NULL;
  if (node.note != NULL)
    {
      node.flags |= TL_NODE_GAP;
      node.description = keep (self, g_strdup_printf (C_("element", "%s of %s, %s. Lacking: %s."), kind_name, service_name,
                                                      tl_lane_get_name (tl_element_get_lane (TL_ELEMENT (element))), node.note));
    }
  else
    {
      node.description = keep (self, g_strdup_printf (C_("element", "%s of %s, %s."), kind_name, service_name,
                                                      tl_lane_get_name (tl_element_get_lane (TL_ELEMENT (element)))));
    }
  return node;
}

void
tl_line_build_measure (TlLineBuild *self,
                       gboolean     marks)
{
  double width = TL_BLUEPRINT_BOX_WIDTH;

  for (guint i = 0; i < self->stops->len; i++)
    {
      TlNode node = tl_line_build_node (self, i, marks);

      width = MAX (width, tl_flow_measure_node_width (self->text, &node, 2) / self->unit);
      width = MAX (width, (tl_blueprint_measure_words (self->text, TL_TEXT_STRONG, node.title) + 2 * TL_SHAPE_PADDING) / self->unit);
    }
  self->width = tl_blueprint_snap (MIN (width, TL_BLUEPRINT_MAX_WIDTH)) * self->unit;

  for (guint i = 0; i < self->stops->len; i++)
    {
      TlNode node = tl_line_build_node (self, i, marks);
      TlLineStop *stop = tl_line_get_stop (self, i);

      node.bounds.width = self->width;
      stop->height = tl_blueprint_snap (tl_shape_measure_height (self->text, &node, self->width)
                                        + tl_shape_measure_note (self->text, &node));
    }
}

/* What stands in the way; the obstacles are numbered as the stops. */
static TlRouter *
make_router (TlLineBuild *self)
{
  TlRouter *router = tl_router_new ();

  for (guint i = 0; i < self->stops->len; i++)
    {
      const TlNode *node = tl_scene_builder_edit (self->scene, tl_line_get_stop (self, i)->node);
      TlRect taken = node->bounds;

      taken.height += tl_shape_measure_note (self->text, node);
      tl_router_add (router, &taken, -1);
    }

  return router;
}

/* Ahead at the side that looks there, else around. */
static guint
make_ports (const TlRect *bounds,
            gboolean      is_start,
            TlRoutePort  *ports)
{
  guint n = tl_route_make_ports (bounds, ALL_SIDES, ports);

  for (guint i = 0; i < n; i++)
    if (ports[i].side != (is_start ? TL_ROUTE_RIGHT : TL_ROUTE_LEFT))
      ports[i].cost = AWAY_COST;

  return n;
}

void
tl_line_build_add_edges (TlLineBuild *self,
                         GPtrArray   *paths,
                         TlRole       role)
{
  g_autoptr (TlRouter) router = make_router (self);
  g_autoptr (TlBlueprintLabels) labels = tl_blueprint_labels_new (self->text, router, paths);

  for (guint i = 0; i < paths->len; i++)
    {
      const TlLineStep *step = tl_line_get_step (self, i);
      const GArray *path = g_ptr_array_index (paths, i);
      TlEdge edge = {
        .key = step->key,
        .from = tl_line_get_stop (self, step->from)->node,
        .to = tl_line_get_stop (self, step->to)->node,
        .role = role,
        .flags = TL_EDGE_ARROW,
      };

      if (step->label != NULL)
        tl_blueprint_labels_add (labels, i, step->label, NULL, NULL, &edge);
      tl_scene_builder_edge (self->scene, &edge, (const TlPoint *) (const void *) path->data, path->len);
    }
}

void
tl_line_build_connect (TlLineBuild *self,
                       TlRole       role)
{
  g_autoptr (TlRouter) router = make_router (self);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const TlLineStep *step = tl_line_get_step (self, i);
      TlRoutePort from[4], to[4];
      guint n_from = make_ports (&tl_scene_builder_edit (self->scene, tl_line_get_stop (self, step->from)->node)->bounds, TRUE, from);
      guint n_to = make_ports (&tl_scene_builder_edit (self->scene, tl_line_get_stop (self, step->to)->node)->bounds, FALSE, to);
      GArray *path = g_array_new (FALSE, FALSE, sizeof (TlPoint));

      tl_router_find (router, step->from, from, n_from, step->to, to, n_to, path);
      g_ptr_array_add (paths, path);
    }
  tl_router_spread (router, paths, SIDE_BY_SIDE);
  tl_line_build_add_edges (self, paths, role);
}
