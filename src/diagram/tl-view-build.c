/* tl-view-build.c: the making of the scene of a view: its nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-private.h"

#include <glib/gi18n-lib.h>

void
tl_view_build_init (TlViewBuild                *self,
                    const TlView               *view,
                    const TlOverlay            *overlay,
                    const PangoFontDescription *font,
                    const char                 *title)
{
  self->view = view;
  self->edition = view->edition;
  if (overlay != NULL)
    {
      self->overlay = overlay;
      self->kind = tl_overlay_get_kind (overlay);
    }
  self->text = tl_text_measure_new (font);
  self->scene = tl_scene_builder_new (title);
  self->strings = g_string_chunk_new (4096);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
}

TlScene *
tl_view_build_end (TlViewBuild *self)
{
  TlScene *scene = tl_scene_builder_end (g_steal_pointer (&self->scene));

  g_clear_pointer (&self->text, tl_text_measure_free);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);

  return scene;
}

const char *
tl_view_build_keep (TlViewBuild *self,
                    char        *text)
{
  const char *kept = text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;

  g_free (text);
  return kept;
}

const char *
tl_view_build_format (TlViewBuild *self,
                      const char  *format,
                      ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return tl_view_build_keep (self, text);
}

gboolean
tl_view_build_try (TlViewBuild *self,
                   double       width,
                   double       height)
{
  double scale = MIN (self->aspect / MAX (width, 1), 1 / MAX (height, 1));

  g_hash_table_remove_all (self->keys);
  /* What is no larger to the eye is not worth another arrangement. */
  if (scale <= self->largest * 1.005)
    return FALSE;

  self->largest = scale;
  return TRUE;
}

gboolean
tl_view_build_has_hints (const TlViewBuild *self)
{
  return self->kind == TL_OVERLAY_TOOLS || self->kind == TL_OVERLAY_COST;
}

static const char *
take_key (TlViewBuild *self,
          const char  *key)
{
  guint times = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, key)) + 1;

  g_hash_table_insert (self->keys, (gpointer) g_string_chunk_insert_const (self->strings, key),
                       GUINT_TO_POINTER (times));
  return times == 1 ? key : tl_view_build_format (self, "%s#%u", key, times);
}

static TlNode
make_node (TlViewBuild     *self,
           const TlConcept *concept,
           TlShape          shape,
           TlRole           role)
{
  TlView view;
  TlNode node = {
    .key = take_key (self, concept->key),
    .title = concept->name,
    .parent = -1,
    .shape = shape,
    .role = role,
    .flags = TL_NODE_ACTIVE,
    .heat = -1,
  };

  if (tl_view_for_concept (concept, &view) && !tl_view_equal (&view, self->view))
    node.flags |= TL_NODE_DEEPER;

  return node;
}

static const TlOverlayValue *
get_value (TlViewBuild *self,
           const char  *id)
{
  return self->overlay != NULL ? tl_overlay_get (self->overlay, id) : NULL;
}

static void
put_value (TlViewBuild          *self,
           TlNode               *node,
           const TlOverlayValue *value)
{
  if (value == NULL)
    return;

  /* The overlay goes when the scene is done, so does what it says. */
  node->value = g_string_chunk_insert_const (self->strings, value->text);
  node->heat = value->heat;
  if (value->known)
    node->flags |= TL_NODE_OVERLAY;
  if (!value->known || (self->kind == TL_OVERLAY_TOOLS && value->value < 1))
    node->flags |= TL_NODE_MISSING;
}

/* Services at a place: their number as the value, and the caption says in words
 * what it is, as there it takes least of the width. */
static void
put_services (TlViewBuild          *self,
              TlNode               *node,
              const TlOverlayValue *value)
{
  guint n;

  if (value == NULL)
    return;

  put_value (self, node, value);
  n = (guint) value->value;
  if (value->hint != NULL)
    /* Translators: services at a stage of a value stream: %1$u is their number, %2$s “1 stuck” */
    node->caption = tl_view_build_format (self, ngettext ("%1$'u service · %2$s", "%1$'u services · %2$s", n),
                                          n, value->hint);
  else
    node->caption = tl_view_build_format (self, ngettext ("%'u service", "%'u services", n), n);
}

/* What else a place is called; where the caption is taken, the shortest stands
 * before it. */
static void
put_names (TlViewBuild *self,
           TlNode      *node,
           const char  *informal_name,
           const char  *abbreviation)
{
  if (node->caption == NULL)
    {
      node->caption = informal_name;
      node->badge = abbreviation;
    }
  else if (abbreviation != NULL)
    {
      node->caption = tl_view_build_format (self, "%s · %s", abbreviation, node->caption);
    }
}

/* In a box, which is small, just the number, where there is one; without an
 * overlay the number of the stage has that place. */
static void
put_stage_services (TlViewBuild          *self,
                    TlNode               *node,
                    const TlStage        *stage,
                    const TlOverlayValue *value)
{
  if (node->shape != TL_SHAPE_BOX)
    {
      put_services (self, node, value);
      return;
    }
  if (value == NULL)
    {
      node->badge = tl_view_build_format (self, "%u", stage->order);
      return;
    }
  if (value->value > 0)
    put_value (self, node, value);
  if (value->hint != NULL)
    node->caption = g_string_chunk_insert_const (self->strings, value->hint);
}

static const TlOverlayValue *
get_place_value (TlViewBuild     *self,
                 const TlConcept *place)
{
  return self->overlay != NULL ? tl_overlay_get_place (self->overlay, place) : NULL;
}

TlNode
tl_view_node_component (TlViewBuild       *self,
                        const TlComponent *component,
                        TlShape            shape)
{
  const TlOverlayValue *value = get_value (self, component->concept.id);
  TlNode node = make_node (self, &component->concept, shape, TL_ROLE_COMPONENT);

  put_value (self, &node, value);
  if (value != NULL && value->hint != NULL)
    node.caption = value->hint;
  else if (shape == TL_SHAPE_HEADED && tl_view_build_has_hints (self))
    node.caption = "";
  node.description = tl_view_build_keep (self, tl_view_describe_component (component, self->kind, value));

  return node;
}

TlNode
tl_view_node_guest (TlViewBuild       *self,
                    const TlComponent *component,
                    TlShape            shape)
{
  const TlConcept *place = tl_concept_get_place (&component->concept);
  TlNode node = make_node (self, &component->concept, shape, TL_ROLE_GUEST);

  node.caption = place != NULL ? place->name : NULL;
  node.description = tl_view_build_keep (self, tl_view_describe_component (component, TL_OVERLAY_NONE, NULL));

  return node;
}

TlNode
tl_view_node_object (TlViewBuild        *self,
                     const TlDataObject *object,
                     TlShape             shape)
{
  TlNode node = make_node (self, &object->concept, shape, tl_view_object_role (object));

  node.description = tl_view_build_keep (self, tl_view_describe_object (object));
  return node;
}

TlNode
tl_view_node_activity (TlViewBuild      *self,
                       const TlActivity *activity,
                       TlShape           shape)
{
  const TlOverlayValue *value = get_value (self, activity->concept.id);
  TlNode node = make_node (self, &activity->concept, shape, TL_ROLE_ACTIVITY);

  put_value (self, &node, value);
  if (value != NULL && value->hint != NULL)
    node.caption = value->hint;
  else if (value != NULL)
    {
      guint n = tl_overlay_get_n_tools (self->overlay, activity->concept.id);

      if (n > 0)
        node.caption = tl_view_build_format (self, ngettext ("%'u tool", "%'u tools", n), n);
    }
  node.description = tl_view_build_keep (self, tl_view_describe_activity (activity, self->kind, value));

  return node;
}

TlNode
tl_view_node_place (TlViewBuild     *self,
                    const TlConcept *place,
                    TlShape          shape)
{
  const TlOverlayValue *value = get_place_value (self, place);
  TlNode node = make_node (self, place, shape, TL_ROLE_STREAM);

  put_services (self, &node, value);
  if (place->kind == TL_CONCEPT_STREAM)
    {
      const TlStream *stream = (const TlStream *) place;

      put_names (self, &node, stream->informal_name, stream->abbreviation);
    }
  else if (place->kind == TL_CONCEPT_GROUP)
    {
      const TlGroup *group = (const TlGroup *) place;

      put_names (self, &node, group->informal_name, group->abbreviation);
    }
  node.description = tl_view_build_keep (self, tl_view_describe_place (place, self->kind, value));

  return node;
}

TlNode
tl_view_node_stage (TlViewBuild   *self,
                    const TlStage *stage,
                    TlShape        shape)
{
  const TlOverlayValue *value = get_place_value (self, &stage->concept);
  TlNode node = make_node (self, &stage->concept, shape, TL_ROLE_PLAIN);

  put_stage_services (self, &node, stage, value);
  node.description = tl_view_build_keep (self, tl_view_describe_stage (stage, self->kind, value));
  return node;
}

TlNode
tl_view_node_attribute (TlViewBuild       *self,
                        const TlAttribute *attribute)
{
  const char *key = tl_view_build_format (self, "attribute:%s/%s",
                                          attribute->data_object->concept.id, attribute->name);

  return (TlNode) {
    .key = take_key (self, key),
    .title = attribute->name,
    .caption = attribute->meaning,
    .description = tl_view_build_keep (self, tl_view_describe_attribute (attribute)),
    .parent = -1,
    .shape = TL_SHAPE_ROW,
    .role = TL_ROLE_PLAIN,
    .flags = TL_NODE_ACTIVE,
    .heat = -1,
  };
}

TlNode
tl_view_node_text (TlShape     shape,
                   const char *title)
{
  return (TlNode) {
    .title = title,
    .parent = -1,
    .shape = shape,
    .role = TL_ROLE_PLAIN,
    .heat = -1,
  };
}

gboolean
tl_view_is_backbone (const TlDataObject *object)
{
  return object->role == TL_DATA_OBJECT_BACKBONE || object->role == TL_DATA_OBJECT_OFFER_BACKBONE;
}

TlRole
tl_view_object_role (const TlDataObject *object)
{
  switch (object->role)
    {
    case TL_DATA_OBJECT_BACKBONE:
      return TL_ROLE_BACKBONE;
    case TL_DATA_OBJECT_OFFER_BACKBONE:
      return TL_ROLE_OFFER_BACKBONE;
    case TL_DATA_OBJECT_AUXILIARY:
      return TL_ROLE_AUXILIARY;
    case TL_DATA_OBJECT_KEY:
    default:
      return TL_ROLE_KEY;
    }
}

const TlConcept *
tl_view_get_column (const TlComponent *component)
{
  if (component == NULL)
    return NULL;
  if (component->stream != NULL)
    return &component->stream->concept;
  if (component->group == NULL)
    return NULL;
  return component->group->parent != NULL ? &component->group->parent->concept
                                          : &component->group->concept;
}

static void
add_line (GPtrArray        *lines,
          const TlEdition  *edition,
          TlDataObjectRole  role)
{
  const TlServiceModel *const *models = tl_edition_get_models (edition);
  GPtrArray *line = g_ptr_array_new ();

  for (guint i = 0; models[i] != NULL; i++)
    for (guint j = 0; models[i]->data_objects[j] != NULL; j++)
      if (models[i]->data_objects[j]->role == role)
        g_ptr_array_add (line, (gpointer) models[i]->data_objects[j]);

  if (line->len > 0)
    g_ptr_array_add (lines, line);
  else
    g_ptr_array_unref (line);
}

GPtrArray *
tl_view_list_backbones (const TlEdition *edition)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  add_line (lines, edition, TL_DATA_OBJECT_BACKBONE);
  add_line (lines, edition, TL_DATA_OBJECT_OFFER_BACKBONE);

  return lines;
}

const char *
tl_view_backbone_name (const TlEdition *edition,
                       guint            line)
{
  const TlServiceModel *const *models = tl_edition_get_models (edition);
  guint n = 0;

  /* In 2.1 the one line runs through all models, in 3.0 each model is a line. */
  while (models[n] != NULL)
    n++;
  if (tl_edition_get_groups (edition)[0] == NULL || line >= n)
    return _("Service model backbone");
  return line == 0 ? _("Digital Product Backbone") : _("Service Offer Backbone");
}

const TlObjectRelation *
tl_view_find_relation (const TlDataObject *from,
                       const TlDataObject *to,
                       gboolean           *swapped)
{
  for (guint i = 0; from->relations[i] != NULL; i++)
    {
      const TlObjectRelation *relation = from->relations[i];

      if (relation->from == from && relation->to == to)
        {
          *swapped = FALSE;
          return relation;
        }
      if (relation->to == from && relation->from == to)
        {
          *swapped = TRUE;
          return relation;
        }
    }

  return NULL;
}
