/* tl-element-kind.c: what kind an element is of, and where it belongs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-blueprint.h"

#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

/* Kinds */

/* A kind of the project's own has precedence, so that a project can give a kind
 * of the edition another name. */
static TlRecord *
find_own_kind (TlProject  *project,
               const char *token)
{
  TlRecord *record;

  if (tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_KINDS) == 0)
    return NULL;
  record = tl_project_lookup (project, token);
  return record != NULL && TL_IS_OWN_KIND (record) ? record : NULL;
}

const TlElementKind *
tl_project_get_element_kind (TlProject  *project,
                             const char *token)
{
  const TlEdition *edition;
  TlRecord *own;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  edition = tl_project_get_edition (project);
  if (edition == NULL || token == NULL)
    return NULL;

  own = find_own_kind (project, token);
  if (own != NULL)
    token = tl_record_get (own, TL_OWN_KIND_LIKE);
  return tl_metamodel_lookup_kind (tl_metamodel_get (edition), token);
}

const TlElementKind *
tl_element_get_kind (TlElement *self)
{
  TlProject *project;

  g_return_val_if_fail (TL_IS_ELEMENT (self), NULL);

  project = tl_record_get_project (TL_RECORD (self));
  if (project == NULL)
    return NULL;
  return tl_project_get_element_kind (project, tl_record_get (TL_RECORD (self), TL_ELEMENT_KIND));
}

const char *
tl_project_get_element_kind_name (TlProject  *project,
                                  const char *token)
{
  const TlElementKind *kind;
  TlRecord *own;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  if (token == NULL)
    return "";
  own = find_own_kind (project, token);
  if (own != NULL && *tl_record_get_name (own) != '\0')
    return tl_record_get_name (own);

  kind = tl_project_get_element_kind (project, token);
  return kind != NULL ? tl_element_kind_get_name (kind) : token;
}

const char *
tl_element_get_kind_name (TlElement *self)
{
  const char *token;
  TlProject *project;

  g_return_val_if_fail (TL_IS_ELEMENT (self), NULL);

  token = tl_record_get (TL_RECORD (self), TL_ELEMENT_KIND);
  project = tl_record_get_project (TL_RECORD (self));
  if (project != NULL)
    return tl_project_get_element_kind_name (project, token);
  return token != NULL ? token : "";
}

/* Places */

TlRecord *
tl_element_get_service (TlElement *self)
{
  TlRecord *parent;

  g_return_val_if_fail (TL_IS_ELEMENT (self), NULL);

  parent = tl_record_get_parent (TL_RECORD (self));
  return parent != NULL && TL_IS_SERVICE (parent) ? parent : NULL;
}

TlLane
tl_element_get_lane (TlElement *self)
{
  g_return_val_if_fail (TL_IS_ELEMENT (self), TL_LANE_CONCEPTUAL);

  G_STATIC_ASSERT ((int) TL_SERVICE_CONCEPTUAL == (int) TL_LANE_CONCEPTUAL);
  G_STATIC_ASSERT ((int) TL_SERVICE_LOGICAL == (int) TL_LANE_LOGICAL);
  G_STATIC_ASSERT ((int) TL_SERVICE_REALIZED == (int) TL_LANE_REALIZED);

  if (tl_element_get_service (self) == NULL)
    return TL_LANE_CONCEPTUAL;
  return tl_record_get_list_number (TL_RECORD (self));
}

/* Guests */

static void
add_guest (GPtrArray  *guests,
           GHashTable *seen,
           TlRecord   *service,
           const char *id)
{
  TlRecord *element = tl_project_lookup (tl_record_get_project (service), id);

  if (element != NULL && TL_IS_ELEMENT (element) && tl_record_get_parent (element) != service
      && g_hash_table_add (seen, element))
    g_ptr_array_add (guests, element);
}

GPtrArray *
tl_blueprint_list_guests (TlRecord *service)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *guests = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_SERVICE (service), guests);

  if (tl_record_get_project (service) == NULL)
    return guests;
  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_USES); i++)
    add_guest (guests, seen, service,
               tl_record_get (tl_record_get_child (service, TL_SERVICE_USES, i), TL_USE_OF));
  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_RELATIONS); i++)
    {
      TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);

      add_guest (guests, seen, service, tl_record_get (relation, TL_RELATION_FROM));
      add_guest (guests, seen, service, tl_record_get (relation, TL_RELATION_TO));
    }
  return guests;
}

TlRecord *
tl_blueprint_find_use (TlRecord *service,
                       TlRecord *element)
{
  const char *id;

  g_return_val_if_fail (TL_IS_SERVICE (service) && TL_IS_ELEMENT (element), NULL);

  id = tl_record_get_id (element);
  for (guint i = 0; i < tl_record_get_n_items (service, TL_SERVICE_USES); i++)
    {
      TlRecord *use = tl_record_get_child (service, TL_SERVICE_USES, i);

      if (g_strcmp0 (tl_record_get (use, TL_USE_OF), id) == 0)
        return use;
    }
  return NULL;
}
