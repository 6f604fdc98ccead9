/* tl-blueprint.c: whole edits of a blueprint, each one entry of the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-blueprint.h"

#include "project/tl-blueprint-private.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Places */

/* Whole units are as fine as anybody can see; what is no number is refused
 * where it is set. */
const char *
tl_blueprint_format_units (char   *buffer,
                           double  value)
{
  value = round (value);
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.0f", value == 0 ? 0 : value);
}

static gboolean
set_units (TlTransaction  *transaction,
           TlRecord       *record,
           guint           field,
           double          value,
           GError        **error)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return tl_transaction_set (transaction, record, field, tl_blueprint_format_units (buffer, value), error);
}

/* Not set where it is as its text needs. */
static gboolean
set_size (TlTransaction  *transaction,
          TlRecord       *record,
          guint           field,
          double          value,
          GError        **error)
{
  if (value == 0)
    return tl_transaction_set (transaction, record, field, NULL, error);
  return set_units (transaction, record, field, value, error);
}

static gboolean
stands_on_a_line (TlRecord *element)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (element));

  return kind != NULL && kind->line != TL_LINE_NONE;
}

static gboolean
place_guest (TlTransaction    *transaction,
             TlRecord         *service,
             const TlPlacing  *placing,
             GError          **error)
{
  TlRecord *use = tl_blueprint_find_use (service, placing->element);

  if (use == NULL)
    return tl_blueprint_insert_use (transaction, service, placing->element, placing, error);
  return set_units (transaction, use, TL_USE_X, placing->x, error)
         && set_units (transaction, use, TL_USE_Y, placing->y, error);
}

static gboolean
place_element (TlTransaction    *transaction,
               TlRecord         *service,
               const TlPlacing  *placing,
               GError          **error)
{
  TlRecord *element = placing->element;

  if (stands_on_a_line (element))
    return TRUE;
  if (tl_element_get_service (TL_ELEMENT (element)) != service)
    return place_guest (transaction, service, placing, error);

  return set_units (transaction, element, TL_ELEMENT_X, placing->x, error)
         && set_units (transaction, element, TL_ELEMENT_Y, placing->y, error)
         && set_size (transaction, element, TL_ELEMENT_WIDTH, placing->width, error)
         && set_size (transaction, element, TL_ELEMENT_HEIGHT, placing->height, error);
}

gboolean
tl_blueprint_get_placing (TlRecord  *service,
                          TlRecord  *element,
                          TlPlacing *placing)
{
  TlRecord *use;

  g_return_val_if_fail (TL_IS_SERVICE (service) && TL_IS_ELEMENT (element), FALSE);
  g_return_val_if_fail (placing != NULL, FALSE);

  *placing = (TlPlacing){ .element = element };
  if (tl_element_get_service (TL_ELEMENT (element)) == service)
    {
      placing->width = tl_record_get_number (element, TL_ELEMENT_WIDTH, 0);
      placing->height = tl_record_get_number (element, TL_ELEMENT_HEIGHT, 0);
      return tl_element_get_place (TL_ELEMENT (element), &placing->x, &placing->y);
    }

  use = tl_blueprint_find_use (service, element);
  if (use == NULL || tl_record_get (use, TL_USE_X) == NULL || tl_record_get (use, TL_USE_Y) == NULL)
    return FALSE;
  placing->x = tl_record_get_number (use, TL_USE_X, 0);
  placing->y = tl_record_get_number (use, TL_USE_Y, 0);
  return TRUE;
}

static char *
create_move_label (const TlPlacing *placings,
                   guint            n_placings)
{
  g_autofree char *title = NULL;

  if (n_placings > 1)
    /* Translators: an edit that can be undone, in title case */
    return g_strdup_printf (ngettext ("Move %'u Element", "Move %'u Elements", n_placings), n_placings);

  title = tl_edit_create_title (placings[0].element);
  /* Translators: an edit that can be undone, in title case. %s is the name of an element */
  return g_strdup_printf (_("Move %s"), title);
}

gboolean
tl_blueprint_place (TlRecord         *service,
                    const TlPlacing  *placings,
                    guint             n_placings,
                    const char       *label,
                    const char       *merge_key,
                    GError          **error)
{
  g_autofree char *move_label = NULL;
  TlTransaction *transaction;
  gboolean good = TRUE;

  g_return_val_if_fail (TL_IS_SERVICE (service), FALSE);
  for (guint i = 0; i < n_placings; i++)
    g_return_val_if_fail (TL_IS_ELEMENT (placings[i].element)
                          && tl_record_get_project (placings[i].element) == tl_record_get_project (service), FALSE);
  if (n_placings == 0)
    return TRUE;

  if (label == NULL)
    label = move_label = create_move_label (placings, n_placings);
  transaction = tl_project_begin (tl_record_get_project (service), label);
  tl_transaction_set_merge_key (transaction, merge_key);
  for (guint i = 0; good && i < n_placings; i++)
    good = place_element (transaction, service, &placings[i], error);
  return tl_transaction_end (transaction, good);
}

/* Elements */

/* By the same words as any other record. */
char *
tl_blueprint_create_add_label (TlProject  *project,
                               const char *kind,
                               const char *name)
{
  const char *kind_name = tl_project_get_element_kind_name (project, kind);

  if (name == NULL || *name == '\0')
    /* Translators: an edit that can be undone, in title case. %s is a kind of record, such as Tool */
    return g_strdup_printf (_("Add %s"), kind_name);

  /* Translators: an edit that can be undone, in title case. %1$s is a kind of
   * record, such as Tool, %2$s its name, such as Jira */
  return g_strdup_printf (_("Add %1$s %2$s"), kind_name, name);
}

TlRecord *
tl_blueprint_add_element (TlRecord         *service,
                          const char       *kind,
                          const char       *name,
                          const TlPlacing  *placing,
                          GError          **error)
{
  g_autofree char *label = NULL;
  g_autoptr(TlRecord) element = NULL;
  const TlElementKind *element_kind;
  TlTransaction *transaction;
  TlProject *project;
  gboolean good;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  project = tl_record_get_project (service);
  g_return_val_if_fail (project != NULL, NULL);

  element_kind = tl_project_get_element_kind (project, kind);
  if (element_kind == NULL)
    {
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   _("There are no elements of the kind “%s” in this project."), kind);
      return NULL;
    }

  element = tl_record_new (&tl_element_type);
  if (!tl_record_fill (element, TL_ELEMENT_KIND, kind, error)
      || !tl_record_fill (element, TL_ELEMENT_NAME, name, error))
    return NULL;

  label = tl_blueprint_create_add_label (project, kind, name);
  transaction = tl_project_begin (project, label);
  good = tl_transaction_insert (transaction, service, element_kind->lane, G_MAXUINT,
                                g_object_ref (element), error);
  if (good && placing != NULL)
    {
      TlPlacing own = *placing;

      own.element = element;
      good = place_element (transaction, service, &own, error);
    }
  return tl_transaction_end (transaction, good) ? element : NULL;
}

gboolean
tl_blueprint_insert_use (TlTransaction    *transaction,
                         TlRecord         *service,
                         TlRecord         *element,
                         const TlPlacing  *placing,
                         GError          **error)
{
  TlRecord *use = tl_record_new (&tl_use_type);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  tl_record_fill (use, TL_USE_OF, tl_record_get_id (element), NULL);
  if (placing != NULL && !stands_on_a_line (element)
      && (!tl_record_fill (use, TL_USE_X, tl_blueprint_format_units (buffer, placing->x), error)
          || !tl_record_fill (use, TL_USE_Y, tl_blueprint_format_units (buffer, placing->y), error)))
    {
      g_object_unref (use);
      return FALSE;
    }
  return tl_transaction_insert (transaction, service, TL_SERVICE_USES, G_MAXUINT, use, error);
}

gboolean
tl_blueprint_use_element (TlRecord         *service,
                          TlRecord         *element,
                          const TlPlacing  *placing,
                          GError          **error)
{
  g_autofree char *title = NULL;
  g_autofree char *service_title = NULL;
  g_autofree char *label = NULL;
  TlTransaction *transaction;

  g_return_val_if_fail (TL_IS_SERVICE (service) && TL_IS_ELEMENT (element), FALSE);
  g_return_val_if_fail (tl_record_get_project (element) == tl_record_get_project (service), FALSE);

  title = tl_edit_create_title (element);
  service_title = tl_edit_create_title (service);
  if (tl_element_get_service (TL_ELEMENT (element)) == service)
    {
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   /* Translators: %1$s is the name of an element, %2$s that of a service */
                   _("“%1$s” is an element of “%2$s” itself."), title, service_title);
      return FALSE;
    }
  if (tl_blueprint_find_use (service, element) != NULL)
    return TRUE;

  /* Translators: an edit that can be undone, in title case. %1$s is the name of
   * an element of another service, %2$s that of the service which shall use it */
  label = g_strdup_printf (_("Use %1$s in %2$s"), title, service_title);
  transaction = tl_project_begin (tl_record_get_project (service), label);
  return tl_transaction_end (transaction,
                             tl_blueprint_insert_use (transaction, service, element, placing, error));
}

/* Relations */

static TlRecord *
find_relation_in (TlRecord   *service,
                  const char *relation,
                  const char *from,
                  const char *to)
{
  guint n = service != NULL ? tl_record_get_n_items (service, TL_SERVICE_RELATIONS) : 0;

  for (guint i = 0; i < n; i++)
    {
      TlRecord *record = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);

      if (g_strcmp0 (tl_record_get (record, TL_RELATION_FROM), from) == 0
          && g_strcmp0 (tl_record_get (record, TL_RELATION_TO), to) == 0
          && g_strcmp0 (tl_record_get (record, TL_RELATION_KIND), relation) == 0)
        return record;
    }
  return NULL;
}

/* It is kept in the service where it was drawn, which is as a rule that of an end. */
TlRecord *
tl_blueprint_find_relation (TlRecord   *service,
                            const char *relation,
                            TlRecord   *from,
                            TlRecord   *to)
{
  TlRecord *services[] = {
    service, tl_element_get_service (TL_ELEMENT (from)), tl_element_get_service (TL_ELEMENT (to))
  };

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      TlRecord *record = find_relation_in (services[i], relation, tl_record_get_id (from), tl_record_get_id (to));

      if (record != NULL)
        return record;
    }
  return NULL;
}

static char *
explain_refusal (const char          *relation,
                 TlRecord            *from,
                 TlRecord            *to,
                 const TlElementKind *from_kind,
                 const TlElementKind *to_kind)
{
  char *why;

  if (from == to)
    return g_strdup (_("An element cannot be connected with itself."));
  if (from_kind == NULL || to_kind == NULL)
    /* Translators: %s is the token of a kind of elements */
    return g_strdup_printf (_("Nothing is known about elements of the kind “%s”, so they cannot be connected."),
                            tl_record_get (from_kind == NULL ? from : to, TL_ELEMENT_KIND));

  why = tl_metamodel_explain (from_kind, to_kind);
  if (why != NULL)
    return why;
  /* Translators: %1$s is the token of a kind of relations, %2$s and %3$s are kinds of elements, such as Capability */
  return g_strdup_printf (_("No relation “%1$s” may lead from %2$s to %3$s."), relation,
                          tl_element_kind_get_name (from_kind), tl_element_kind_get_name (to_kind));
}

static gboolean
check_rule (const char  *relation,
            TlRecord    *from,
            TlRecord    *to,
            GError     **error)
{
  const TlElementKind *from_kind = tl_element_get_kind (TL_ELEMENT (from));
  const TlElementKind *to_kind = tl_element_get_kind (TL_ELEMENT (to));
  const TlRelationKind *kind = NULL;
  g_autofree char *why = NULL;

  if (from_kind != NULL)
    kind = tl_metamodel_lookup_relation_kind (from_kind->metamodel, relation);
  if (from != to && kind != NULL && to_kind != NULL && tl_metamodel_find_rule (kind, from_kind, to_kind) != NULL)
    return TRUE;

  why = explain_refusal (relation, from, to, from_kind, to_kind);
  g_set_error_literal (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE, why);
  return FALSE;
}

TlRecord *
tl_blueprint_connect (TlRecord    *service,
                      const char  *relation,
                      TlRecord    *from,
                      TlRecord    *to,
                      GError     **error)
{
  g_autofree char *from_title = NULL;
  g_autofree char *to_title = NULL;
  g_autofree char *label = NULL;
  g_autoptr(TlRecord) record = NULL;
  TlTransaction *transaction;
  TlRecord *found;

  g_return_val_if_fail (TL_IS_SERVICE (service) && TL_IS_ELEMENT (from) && TL_IS_ELEMENT (to), NULL);
  g_return_val_if_fail (relation != NULL, NULL);
  g_return_val_if_fail (tl_record_get_project (from) == tl_record_get_project (service), NULL);
  g_return_val_if_fail (tl_record_get_project (to) == tl_record_get_project (service), NULL);

  if (!check_rule (relation, from, to, error))
    return NULL;
  found = tl_blueprint_find_relation (service, relation, from, to);
  if (found != NULL)
    return found;

  record = tl_record_new (&tl_relation_type);
  tl_record_fill (record, TL_RELATION_KIND, relation, NULL);
  tl_record_fill (record, TL_RELATION_FROM, tl_record_get_id (from), NULL);
  tl_record_fill (record, TL_RELATION_TO, tl_record_get_id (to), NULL);

  from_title = tl_edit_create_title (from);
  to_title = tl_edit_create_title (to);
  /* Translators: an edit that can be undone, in title case. Both are names of elements */
  label = g_strdup_printf (_("Connect %1$s with %2$s"), from_title, to_title);
  transaction = tl_project_begin (tl_record_get_project (service), label);
  return tl_transaction_end (transaction,
                             tl_transaction_insert (transaction, service, TL_SERVICE_RELATIONS, G_MAXUINT,
                                                    g_object_ref (record), error))
         ? record
         : NULL;
}

TlRecord *
tl_blueprint_add_connected (TlRecord         *service,
                            const char       *kind,
                            const char       *name,
                            const TlPlacing  *placing,
                            const char       *relation,
                            TlRecord         *other,
                            gboolean          outwards,
                            GError          **error)
{
  g_autofree char *label = NULL;
  TlTransaction *transaction;
  TlRecord *element;
  gboolean good;

  g_return_val_if_fail (TL_IS_SERVICE (service) && TL_IS_ELEMENT (other), NULL);
  g_return_val_if_fail (kind != NULL && relation != NULL, NULL);

  label = tl_blueprint_create_add_label (tl_record_get_project (service), kind, name);
  transaction = tl_project_begin (tl_record_get_project (service), label);
  element = tl_blueprint_add_element (service, kind, name, placing, error);
  good = element != NULL
         && tl_blueprint_connect (service, relation, outwards ? other : element, outwards ? element : other, error) != NULL;
  return tl_transaction_end (transaction, good) ? element : NULL;
}
