/* tl-session-reveal.c: what keys stand for, and going where it can be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-session.h"

#include "project/tl-integration.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

#include <string.h>

#define RECORD_PREFIX    "record:"
#define ATTRIBUTE_PREFIX "attribute:"

gboolean
tl_session_shows_project_edition (TlSession *self)
{
  TlProject *project = tl_session_get_project (self);

  return project != NULL && tl_project_get_edition (project) == tl_session_get_edition (self);
}

const TlConcept *
tl_session_get_selected_concept (TlSession *self)
{
  const char *key;

  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  key = tl_session_get_selection (self);
  return key != NULL ? tl_edition_lookup_key (tl_session_get_edition (self), key) : NULL;
}

/* "attribute:incident/Id" */
static const TlAttribute *
find_attribute (TlSession  *self,
                const char *key)
{
  const char *slash;
  const TlDataObject *object;
  g_autofree char *id = NULL;

  if (key == NULL || !g_str_has_prefix (key, ATTRIBUTE_PREFIX) || (slash = strchr (key, '/')) == NULL)
    return NULL;
  id = g_strndup (key + strlen (ATTRIBUTE_PREFIX), slash - key - strlen (ATTRIBUTE_PREFIX));
  object = tl_edition_lookup_data_object (tl_session_get_edition (self), id);
  for (const TlAttribute *const *a = object != NULL ? object->attributes : NULL; a != NULL && *a != NULL; a++)
    if (strcmp ((*a)->name, slash + 1) == 0)
      return *a;
  return NULL;
}

const TlAttribute *
tl_session_get_selected_attribute (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return find_attribute (self, tl_session_get_selection (self));
}

static TlRecord *
find_record (TlSession  *self,
             const char *key)
{
  TlProject *project = tl_session_get_project (self);

  if (project == NULL || key == NULL || !g_str_has_prefix (key, RECORD_PREFIX))
    return NULL;
  return tl_project_lookup (project, key + strlen (RECORD_PREFIX));
}

TlRecord *
tl_session_get_selected_record (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return find_record (self, tl_session_get_selection (self));
}

GPtrArray *
tl_session_list_selected_records (TlSession *self)
{
  GPtrArray *records = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_SESSION (self), records);

  for (const char *const *key = tl_session_get_selected_keys (self); *key != NULL; key++)
    {
      TlRecord *record = find_record (self, *key);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

TlRecord *
tl_session_find_service (TlRecord *record)
{
  while (record != NULL && !TL_IS_SERVICE (record))
    record = tl_record_get_parent (record);
  return record;
}

char *
tl_session_dup_record_key (TlRecord *record)
{
  g_return_val_if_fail (TL_IS_RECORD (record), NULL);

  return g_strconcat (RECORD_PREFIX, tl_record_get_id (record), NULL);
}

/* The view in which a concept can be seen beside its like. */
static void
find_view_of (const TlConcept *concept,
              TlView          *view)
{
  const TlConcept *place = tl_concept_get_place (concept);

  view->kind = TL_VIEW_VALUE_CHAIN;
  view->edition = concept->edition;
  view->concept = NULL;

  switch (concept->kind)
    {
    case TL_CONCEPT_DATA_OBJECT:
    case TL_CONCEPT_MODEL:
      view->kind = TL_VIEW_LEVEL1;
      break;
    case TL_CONCEPT_STAGE:
      tl_view_for_concept (place, view);
      break;
    case TL_CONCEPT_STREAM:
      if (g_strcmp0 (tl_edition_get_version (concept->edition), "2.1") != 0)
        view->kind = TL_VIEW_NETWORK;
      break;
    case TL_CONCEPT_ACTIVITY:
    case TL_CONCEPT_GROUP:
    case TL_CONCEPT_COMPONENT:
    default:
      break;
    }
}

static gboolean
shows_concept (TlSession       *self,
               const TlConcept *concept)
{
  TlScene *scene = tl_session_get_scene (self);

  return tl_session_get_edition (self) == concept->edition && scene != NULL &&
         tl_scene_find (scene, concept->key) >= 0;
}

void
tl_session_reveal_concept (TlSession       *self,
                           const TlConcept *concept)
{
  TlView view;

  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (concept != NULL);

  find_view_of (concept, &view);
  g_object_freeze_notify (G_OBJECT (self));
  if (shows_concept (self, concept))
    tl_session_set_page (self, TL_PAGE_DIAGRAM);
  else
    tl_session_go (self, &view);
  tl_session_set_selection (self, concept->key);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit_by_name (self, "reveal", concept->key);
}

static void
reveal_attribute (TlSession  *self,
                  const char *key)
{
  const char *slash = strchr (key, '/');
  g_autofree char *id = NULL;
  const TlConcept *object;
  TlView view;

  if (slash == NULL)
    return;
  id = g_strndup (key + strlen (ATTRIBUTE_PREFIX), slash - key - strlen (ATTRIBUTE_PREFIX));
  object = tl_edition_lookup (tl_session_get_edition (self), TL_CONCEPT_DATA_OBJECT, id);
  if (object == NULL || !tl_view_for_concept (object, &view))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  tl_session_go (self, &view);
  tl_session_set_selection (self, key);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit_by_name (self, "reveal", key);
}

static void
reveal_record (TlSession  *self,
               const char *key)
{
  TlRecord *record;
  TlRecord *service;

  g_object_freeze_notify (G_OBJECT (self));
  tl_session_set_selection (self, key);
  record = tl_session_get_selected_record (self);
  service = tl_session_find_service (record);
  if (service != NULL)
    tl_session_go_service (self, service);
  else if (TL_IS_TOOL (record) || TL_IS_INTEGRATION (record))
    tl_session_set_page (self, TL_PAGE_LANDSCAPE);
  g_object_thaw_notify (G_OBJECT (self));
  if (record != NULL)
    g_signal_emit_by_name (self, "reveal", key);
}

gboolean
tl_session_has (TlSession  *self,
                const char *key)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return find_record (self, key) != NULL || find_attribute (self, key) != NULL
         || tl_edition_lookup_key (tl_session_get_edition (self), key) != NULL;
}

void
tl_session_reveal (TlSession  *self,
                   const char *key)
{
  const TlConcept *concept;

  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (key != NULL);

  if (g_str_has_prefix (key, ATTRIBUTE_PREFIX))
    {
      reveal_attribute (self, key);
      return;
    }
  concept = tl_edition_lookup_key (tl_session_get_edition (self), key);
  if (concept != NULL)
    {
      tl_session_reveal_concept (self, concept);
      return;
    }

  reveal_record (self, key);
}
