/* tl-view.c: which diagram of an edition, and with what on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "diagram/tl-view-private.h"

static const struct
{
  const char *token;   /* whole, or before the colon */
  gboolean    has_id;
  const char *title;   /* of views without an id */
  void      (*build) (TlViewBuild *build);
} kinds[] = {
  [TL_VIEW_VALUE_CHAIN] = { "value-chain", FALSE, NC_("view", "Value chain"), tl_view_build_value_chain },
  [TL_VIEW_NETWORK] = { "network", FALSE, NC_("view", "Value streams"), tl_view_build_network },
  [TL_VIEW_LEVEL1] = { "level1", FALSE, NC_("view", "Level 1"), tl_view_build_level1 },
  [TL_VIEW_STREAM] = { "stream", TRUE, NULL, tl_view_build_stream },
  [TL_VIEW_GROUP] = { "group", TRUE, NULL, tl_view_build_stream },
  [TL_VIEW_ACTIVITY] = { "activity", TRUE, NULL, tl_view_build_activity },
  [TL_VIEW_COMPONENT] = { "component", TRUE, NULL, tl_view_build_component },
  [TL_VIEW_DATA_OBJECT] = { "data-object", TRUE, NULL, tl_view_build_data_object },
};

static const TlConceptKind concept_kinds[] = {
  [TL_VIEW_STREAM] = TL_CONCEPT_STREAM,
  [TL_VIEW_GROUP] = TL_CONCEPT_GROUP,
  [TL_VIEW_ACTIVITY] = TL_CONCEPT_ACTIVITY,
  [TL_VIEW_COMPONENT] = TL_CONCEPT_COMPONENT,
  [TL_VIEW_DATA_OBJECT] = TL_CONCEPT_DATA_OBJECT,
};

/* Only an edition with groups has streams that are more than columns. */
static gboolean
has_kind (const TlEdition *edition,
          TlViewKind       kind)
{
  if (kind == TL_VIEW_NETWORK)
    return tl_edition_get_stream_flows (edition)[0] != NULL;
  if (kind == TL_VIEW_GROUP)
    return tl_edition_get_groups (edition)[0] != NULL;
  return TRUE;
}

static const TlConcept *const *
list_concepts (const TlEdition *edition,
               TlViewKind       kind)
{
  switch (kind)
    {
    case TL_VIEW_STREAM:
      return (const TlConcept *const *) tl_edition_get_streams (edition);
    case TL_VIEW_GROUP:
      return (const TlConcept *const *) tl_edition_get_groups (edition);
    case TL_VIEW_ACTIVITY:
      return (const TlConcept *const *) tl_edition_get_activities (edition);
    case TL_VIEW_COMPONENT:
      return (const TlConcept *const *) tl_edition_get_components (edition);
    case TL_VIEW_DATA_OBJECT:
      return (const TlConcept *const *) tl_edition_get_data_objects (edition);
    case TL_VIEW_VALUE_CHAIN:
    case TL_VIEW_NETWORK:
    case TL_VIEW_LEVEL1:
    default:
      return NULL;
    }
}

/* "value-chain, level1, stream:ID …" */
static char *
list_kinds (const TlEdition *edition)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (has_kind (edition, i))
      g_string_append_printf (list, "%s%s%s", list->len > 0 ? ", " : "", kinds[i].token,
                              kinds[i].has_id ? ":ID" : "");

  return g_string_free (list, FALSE);
}

static char *
list_ids (const TlEdition *edition,
          TlViewKind       kind)
{
  const TlConcept *const *concepts = list_concepts (edition, kind);
  GString *list = g_string_new (NULL);

  for (guint i = 0; concepts[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", concepts[i]->id);

  return g_string_free (list, FALSE);
}

static gboolean
parse_id (const TlEdition  *edition,
          TlViewKind        kind,
          const char       *id,
          TlView           *view,
          GError          **error)
{
  g_autofree char *ids = NULL;

  view->concept = tl_edition_lookup (edition, concept_kinds[kind], id);
  if (view->concept != NULL)
    return TRUE;

  ids = list_ids (edition, kind);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* TRANSLATORS: “%s has no %s:%s”: edition, view and id, as in “IT4IT 2.1 has no component:incidents” */
               _("%s has no %s:%s. There are: %s."),
               tl_edition_get_name (edition), kinds[kind].token, id, ids);
  return FALSE;
}

gboolean
tl_view_parse (const TlEdition  *edition,
               const char       *text,
               TlView           *view,
               GError          **error)
{
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (edition != NULL && text != NULL && view != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].token);

      if (!has_kind (edition, i) || strncmp (text, kinds[i].token, length) != 0)
        continue;

      *view = (TlView) { .kind = i, .edition = edition };
      if (kinds[i].has_id && text[length] == ':')
        return parse_id (edition, i, text + length + 1, view, error);
      if (!kinds[i].has_id && text[length] == '\0')
        return TRUE;
    }

  shown = g_utf8_make_valid (text, -1);
  list = list_kinds (edition);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("%s has no view “%s”. There are: %s."), tl_edition_get_name (edition), shown, list);
  return FALSE;
}

char *
tl_view_to_string (const TlView *self)
{
  g_return_val_if_fail (self != NULL && self->kind < G_N_ELEMENTS (kinds), NULL);

  if (kinds[self->kind].has_id)
    return g_strconcat (kinds[self->kind].token, ":", self->concept->id, NULL);
  return g_strdup (kinds[self->kind].token);
}

char *
tl_view_dup_title (const TlView *self)
{
  g_return_val_if_fail (self != NULL && self->kind < G_N_ELEMENTS (kinds), NULL);

  if (kinds[self->kind].has_id)
    return g_strdup (self->concept->name);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "view", kinds[self->kind].title));
}

gboolean
tl_view_equal (const TlView *a,
               const TlView *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->edition == b->edition && a->concept == b->concept;
}

TlView *
tl_view_list (const TlEdition *edition,
              guint           *n_views)
{
  TlView *views;

  g_return_val_if_fail (edition != NULL && n_views != NULL, NULL);

  views = g_new0 (TlView, G_N_ELEMENTS (kinds));
  *n_views = 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!kinds[i].has_id && has_kind (edition, i))
      views[(*n_views)++] = (TlView) { .kind = i, .edition = edition };

  return views;
}

gboolean
tl_view_for_concept (const TlConcept *concept,
                     TlView          *view)
{
  g_return_val_if_fail (concept != NULL && view != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].has_id && concept_kinds[i] == concept->kind)
      {
        *view = (TlView) { .kind = i, .edition = concept->edition, .concept = concept };
        return TRUE;
      }

  return FALSE;
}

gboolean
tl_view_get_parent (const TlView *self,
                    TlView       *parent)
{
  const TlConcept *place;

  g_return_val_if_fail (self != NULL && parent != NULL, FALSE);

  if (self->kind == TL_VIEW_VALUE_CHAIN)
    return FALSE;

  place = self->concept != NULL ? tl_concept_get_place (self->concept) : NULL;
  if (place != NULL && tl_view_for_concept (place, parent))
    return TRUE;

  *parent = (TlView) { .kind = TL_VIEW_VALUE_CHAIN, .edition = self->edition };
  if (self->kind == TL_VIEW_DATA_OBJECT)
    parent->kind = TL_VIEW_LEVEL1;
  else if (self->kind == TL_VIEW_STREAM && has_kind (self->edition, TL_VIEW_NETWORK))
    parent->kind = TL_VIEW_NETWORK;

  return TRUE;
}

gboolean
tl_view_is_below (const TlView *self,
                  const TlView *upper)
{
  TlView below = *self, above;

  while (tl_view_get_parent (&below, &above))
    {
      if (tl_view_equal (&above, upper))
        return TRUE;
      below = above;
    }

  return FALSE;
}

const char *
tl_view_find_door (const TlView  *self,
                   const TlScene *scene)
{
  TlView view = *self, above;

  while (view.concept == NULL || tl_scene_find (scene, view.concept->key) < 0)
    {
      if (!tl_view_get_parent (&view, &above))
        return NULL;
      view = above;
    }

  return view.concept->key;
}

static TlScene *
build_scene (const TlView               *self,
             const TlOverlay            *overlay,
             const PangoFontDescription *font,
             double                      aspect)
{
  g_autofree char *title = tl_view_dup_title (self);
  TlViewBuild build = { 0 };

  tl_view_build_init (&build, self, overlay, font, title);
  build.aspect = isfinite (aspect) && aspect > 0 ? aspect : 0;
  kinds[self->kind].build (&build);

  return tl_view_build_end (&build);
}

static gboolean
can_build (const TlView *self)
{
  return self->kind < G_N_ELEMENTS (kinds) && (!kinds[self->kind].has_id || self->concept != NULL);
}

TlScene *
tl_view_build_scene (const TlView               *self,
                     TlProject                  *project,
                     TlOverlayKind               overlay,
                     const PangoFontDescription *font,
                     double                      aspect)
{
  g_autoptr (TlOverlay) values = NULL;

  g_return_val_if_fail (self != NULL && font != NULL, NULL);
  g_return_val_if_fail (can_build (self), NULL);

  if (project != NULL)
    values = tl_overlay_new (project, overlay);
  return build_scene (self, values, font, aspect);
}

TlScene *
tl_view_build_scene_for_overlay (const TlView               *self,
                                 const TlOverlay            *overlay,
                                 const PangoFontDescription *font,
                                 double                      aspect)
{
  g_return_val_if_fail (self != NULL && font != NULL, NULL);
  g_return_val_if_fail (can_build (self), NULL);

  return build_scene (self, overlay, font, aspect);
}
