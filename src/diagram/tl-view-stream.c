/* tl-view-stream.c: a stream (2.1) or group (3.0) with what it is related to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-view-columns.h"
#include "diagram/tl-view-relations.h"

#define GUTTER      40.0 /* the relations are shown, with their multiplicities */
#define N_BOXES     2
#define MANY_GUESTS 5    /* more stand in two columns */
#define LINE_OUT    24.0 /* how far the backbone shows outside */

/* Components of one place (stream, group, sub-group, supporting activity). */
typedef struct
{
  const TlConcept *place;
  GPtrArray       *components; /* of TlComponent */
  gboolean         is_own;
} Place;

typedef struct
{
  TlViewBuild   *build;
  TlViewPlaces  *places;
  TlViewColumns *columns;
  GPtrArray     *own;     /* of TlDataObject */
  GPtrArray     *guests;  /* of TlDataObject: related to own ones */
  TlFlow        *own_panel;
  GArray        *list;    /* of Place, from left to right */
  gboolean       is_split; /* a group whose sub-groups stand one above the other */
} Stream;

static const TlConcept *
get_subject_column (Stream *self)
{
  const TlConcept *subject = self->build->view->concept;

  if (subject->kind == TL_CONCEPT_GROUP && ((const TlGroup *) subject)->parent != NULL)
    return &((const TlGroup *) subject)->parent->concept;
  return subject;
}

/* Which place a component is shown in: the subject itself, a neighbour. */
static const TlConcept *
get_place (Stream            *self,
           const TlComponent *component)
{
  const TlConcept *column = tl_view_get_column (component);

  if (column == NULL)
    return component->activity != NULL ? &component->activity->concept : NULL;
  if (column == get_subject_column (self) && component->group != NULL && !self->is_split)
    return &component->group->concept;
  return column;
}

static void
add_place (Stream          *self,
           const TlConcept *concept)
{
  const TlComponent *const *components = tl_edition_get_components (self->build->edition);
  Place place = { concept, g_ptr_array_new (), concept == self->build->view->concept };

  for (guint i = 0; components[i] != NULL; i++)
    {
      gboolean is_guest = FALSE;

      if (get_place (self, components[i]) != concept)
        continue;
      for (guint j = 0; components[i]->data_objects[j] != NULL; j++)
        is_guest |= g_ptr_array_find (self->guests, components[i]->data_objects[j], NULL);
      if (place.is_own || is_guest)
        g_ptr_array_add (place.components, (gpointer) components[i]);
    }

  if (place.components->len > 0)
    g_array_append_val (self->list, place);
  else
    g_ptr_array_unref (place.components);
}

/* Left to right: supporting activities, then the columns of the value chain. */
static void
list_places (Stream *self)
{
  const TlEdition *edition = self->build->edition;
  const TlActivity *const *activities = tl_edition_get_activities (edition);
  const TlStream *const *streams = tl_edition_get_streams (edition);
  const TlGroup *const *groups = tl_edition_get_groups (edition);

  for (guint i = 0; activities[i] != NULL; i++)
    add_place (self, &activities[i]->concept);
  for (guint i = 0; groups[0] == NULL && streams[i] != NULL; i++)
    add_place (self, &streams[i]->concept);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (groups[i]->parent != NULL)
        continue;
      if (&groups[i]->concept == get_subject_column (self) && !self->is_split)
        for (guint j = 0; groups[i]->subgroups[j] != NULL; j++)
          add_place (self, &groups[i]->subgroups[j]->concept);
      else
        add_place (self, &groups[i]->concept);
    }
}

static void
add_unique (GPtrArray          *list,
            const TlDataObject *object)
{
  if (!g_ptr_array_find (list, object, NULL))
    g_ptr_array_add (list, (gpointer) object);
}

static gboolean
is_own (Stream            *self,
        const TlComponent *component)
{
  const TlConcept *subject = self->build->view->concept;

  return tl_view_get_column (component) == subject
         || (component->group != NULL && &component->group->concept == subject);
}

static void
collect (Stream *self)
{
  const TlDataObject *const *objects = tl_edition_get_data_objects (self->build->edition);
  const TlObjectRelation *const *relations = tl_edition_get_relations (self->build->edition);

  for (guint i = 0; objects[i] != NULL; i++)
    if (objects[i]->component != NULL && is_own (self, objects[i]->component))
      g_ptr_array_add (self->own, (gpointer) objects[i]);

  for (guint i = 0; relations[i] != NULL; i++)
    {
      gboolean from = g_ptr_array_find (self->own, relations[i]->from, NULL);
      gboolean to = g_ptr_array_find (self->own, relations[i]->to, NULL);

      if (from && !to)
        add_unique (self->guests, relations[i]->to);
      else if (to && !from)
        add_unique (self->guests, relations[i]->from);
    }
}

static TlFlow *
make_panel (Stream          *self,
            const TlConcept *concept,
            gboolean         is_guest,
            double           spacing)
{
  TlNode node = concept->kind == TL_CONCEPT_ACTIVITY
                ? tl_view_node_activity (self->build, (const TlActivity *) concept, TL_SHAPE_PANEL)
                : tl_view_node_place (self->build, concept, TL_SHAPE_PANEL);
  TlFlow *panel = tl_flow_new_column (spacing);

  /* All panels side by side have the same texts, so that their rows align. */
  if (node.caption == NULL || concept->kind == TL_CONCEPT_ACTIVITY)
    node.caption = "";
  if (is_guest)
    {
      node.role = TL_ROLE_GUEST;
      node.value = NULL;
      node.heat = -1;
      node.flags &= ~(TL_NODE_MISSING | TL_NODE_OVERLAY);
    }
  tl_flow_set_node (panel, &node);
  tl_view_places_add_panel (self->places, panel);

  return panel;
}

/* The two halves of a group. A half without boxes keeps its room. */
static void
add_halves (Stream *self,
            Place  *place,
            guint   column,
            TlFlow *outer)
{
  const TlGroup *group = (const TlGroup *) place->place;

  for (guint line = TL_VIEW_MAX_LINES; line-- > 0;)
    for (guint i = 0; group->subgroups[i] != NULL; i++)
      {
        const TlGroup *inner = group->subgroups[i];
        g_autoptr(GPtrArray) components = g_ptr_array_new ();
        TlFlow *panel;

        if (tl_view_columns_find_line (self->columns, inner->components, 1) != line)
          continue;
        for (guint j = 0; j < place->components->len; j++)
          if (((const TlComponent *) g_ptr_array_index (place->components, j))->group == inner)
            g_ptr_array_add (components, g_ptr_array_index (place->components, j));

        if (components->len > 0)
          {
            panel = make_panel (self, &inner->concept, !place->is_own, GUTTER);
          }
        else
          {
            TlNode node = tl_view_node_text (TL_SHAPE_PANEL, inner->concept.name);

            node.caption = "";
            panel = tl_flow_new_column (GUTTER);
            tl_flow_set_node (panel, &node);
            tl_flow_set_hidden (panel, TRUE);
          }
        tl_view_columns_add_part (self->columns, column, line, tl_flow_add (outer, panel), components,
                                  place->is_own ? NULL : self->guests);
      }
}

static void
add_column (Stream *self,
            Place  *place,
            TlFlow *row)
{
  guint line = 0;
  guint column = tl_view_columns_add (self->columns,
                                      place->is_own || place->components->len > MANY_GUESTS ? N_BOXES : 1);
  TlFlow *panel = make_panel (self, place->place, !place->is_own,
                              self->is_split && place->place->kind == TL_CONCEPT_GROUP ? TL_FLOW_APART : GUTTER);

  tl_flow_add (row, panel);
  if (place->is_own)
    self->own_panel = panel;
  if (self->is_split && place->place->kind == TL_CONCEPT_GROUP)
    {
      add_halves (self, place, column, panel);
      return;
    }

  if (self->build->view->concept->kind == TL_CONCEPT_GROUP && !self->is_split)
    line = tl_view_columns_find_line (self->columns, ((const TlGroup *) self->build->view->concept)->components, 1);
  tl_view_columns_add_part (self->columns, column, line, panel, place->components,
                            place->is_own ? NULL : self->guests);
}

/* The key activities of a stream of 2.1, beneath its components. */
static void
add_stages (Stream *self,
            TlFlow *panel)
{
  const TlConcept *subject = self->build->view->concept;
  const TlStage *const *stages;
  TlNode head = tl_view_node_text (TL_SHAPE_NONE, NULL);
  TlFlow *column, *grid;

  if (subject->kind != TL_CONCEPT_STREAM)
    return;
  stages = ((const TlStream *) subject)->stages;
  if (stages[0] == NULL)
    return;

  column = tl_flow_add (panel, tl_flow_new_column (TL_FLOW_NEAR));
  tl_view_places_add_block (self->places, column);
  head.caption = C_("stream", "Key activities");
  tl_flow_add (column, tl_flow_new_leaf (&head));
  grid = tl_flow_add (column, tl_flow_new_grid (N_BOXES, TL_FLOW_NEAR));
  for (guint i = 0; stages[i] != NULL; i++)
    {
      TlNode node = tl_view_node_stage (self->build, stages[i], TL_SHAPE_BOX);
      TlFlow *box;

      box = tl_flow_add (grid, tl_flow_new_leaf (&node));
      tl_flow_set_minimum (box, tl_flow_measure_node_width (self->build->text, &node, 1), 0);
    }
}

static TlFlow *
make_strip (Stream *self)
{
  TlFlow *orphans = NULL;
  TlFlow *strip = tl_flow_new_row (TL_FLOW_APART);

  for (guint i = 0; i < self->guests->len; i++)
    {
      const TlDataObject *object = g_ptr_array_index (self->guests, i);

      if (object->component != NULL)
        continue;
      if (orphans == NULL)
        orphans = tl_flow_add (strip, tl_view_make_orphans (self->build, self->places));
      tl_view_add_orphan (self->build, orphans, object, self->places);
    }

  return strip;
}

static void
lay_out (Stream *self)
{
  g_autoptr(TlFlow) page = tl_flow_new_column (GUTTER);
  TlFlow *row = tl_flow_add (page, tl_flow_new_row (GUTTER));
  const TlRect *bounds;

  for (guint i = 0; i < self->list->len; i++)
    add_column (self, &g_array_index (self->list, Place, i), row);
  tl_view_columns_fill (self->columns);
  if (self->own_panel != NULL)
    add_stages (self, self->own_panel);
  tl_flow_add (page, make_strip (self));

  tl_flow_measure (page, self->build->text);
  tl_view_columns_align (self->columns);
  tl_flow_measure (page, self->build->text);
  tl_flow_place (page, 0, 0, tl_flow_get_width (page), tl_flow_get_height (page));
  tl_flow_emit (page, self->build->scene, -1);

  bounds = tl_flow_get_bounds (row);
  tl_view_columns_add_lines (self->columns, bounds->x - LINE_OUT, bounds->x + bounds->width + LINE_OUT);
  tl_view_add_relations (self->build, self->places, self->own, 0);
}

void
tl_view_build_stream (TlViewBuild *self)
{
  const TlConcept *subject = self->view->concept;
  Stream stream = { .build = self };

  if (subject->kind == TL_CONCEPT_STREAM && ((const TlStream *) subject)->components[0] == NULL)
    {
      tl_view_build_stages (self);
      return;
    }

  stream.is_split = subject->kind == TL_CONCEPT_GROUP && ((const TlGroup *) subject)->subgroups[0] != NULL;
  stream.places = tl_view_places_new ();
  stream.columns = tl_view_columns_new (self, stream.places, GUTTER);
  /* In a stream of 2.1 most relations end where the backbone has two stations in a box. */
  if (self->view->kind == TL_VIEW_STREAM)
    tl_view_columns_set_apart (stream.columns, GUTTER);
  stream.own = g_ptr_array_new ();
  stream.guests = g_ptr_array_new ();
  stream.list = g_array_new (FALSE, FALSE, sizeof (Place));
  if (stream.is_split)
    {
      tl_view_columns_set_rows (stream.columns, 0, TL_VIEW_ROWS_BELOW);
      tl_view_columns_set_rows (stream.columns, 1, TL_VIEW_ROWS_ABOVE);
    }

  collect (&stream);
  list_places (&stream);
  lay_out (&stream);

  for (guint i = 0; i < stream.list->len; i++)
    g_ptr_array_unref (g_array_index (stream.list, Place, i).components);
  g_array_unref (stream.list);
  g_ptr_array_unref (stream.own);
  g_ptr_array_unref (stream.guests);
  tl_view_columns_free (stream.columns);
  tl_view_places_free (stream.places);
}
