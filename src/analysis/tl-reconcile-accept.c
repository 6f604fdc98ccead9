/* tl-reconcile-accept.c: makes a blueprint say what runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-reconcile-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/tl-edit.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"

/* In words */

static const struct
{
  const char *token;
  const char *label;
} kinds[TL_N_DIFFERENCE_KINDS] = {
  [TL_DIFFERENCE_MATCHING] = { "matching", NC_("difference", "Matching") },
  [TL_DIFFERENCE_VERSION] = { "version", NC_("difference", "Different version") },
  [TL_DIFFERENCE_MISSING] = { "missing", NC_("difference", "Missing") },
  [TL_DIFFERENCE_UNEXPECTED] = { "unexpected", NC_("difference", "Unexpected") },
};

const char *
tl_difference_kind_get_label (TlDifferenceKind kind)
{
  g_return_val_if_fail ((guint) kind < TL_N_DIFFERENCE_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "difference", kinds[kind].label);
}

const char *
tl_difference_kind_get_token (TlDifferenceKind kind)
{
  g_return_val_if_fail ((guint) kind < TL_N_DIFFERENCE_KINDS, NULL);

  return kinds[kind].token;
}

char *
tl_difference_create_text (const TlDifference *self)
{
  const char *version;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case TL_DIFFERENCE_VERSION:
      version = tl_record_get (self->element, TL_ELEMENT_VERSION);
      if (version == NULL)
        /* Translators: %s is a version, such as 16.2 */
        return g_strdup_printf (_("Version %s runs; which is desired is not said."), self->item->version);
      /* Translators: %1$s and %2$s are versions, such as 15 and 16.2 */
      return g_strdup_printf (_("Version %1$s is desired, %2$s runs."), version, self->item->version);

    case TL_DIFFERENCE_MISSING:
      return g_strdup (_("It is desired, and is not in the list of what runs."));

    case TL_DIFFERENCE_UNEXPECTED:
      return g_strdup (self->element != NULL ? _("It was retired, and runs.")
                                             : _("It runs, and is not in the blueprint."));

    case TL_DIFFERENCE_MATCHING:
    default:
      return g_strdup (_("It runs as it is desired."));
    }
}

char *
tl_difference_create_effect (const TlDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->changes)
    return NULL;

  switch (self->kind)
    {
    case TL_DIFFERENCE_VERSION:
      /* Translators: what accepting a difference does. %s is a version, such as 16.2 */
      return g_strdup_printf (_("Set the version to %s"), self->item->version);

    case TL_DIFFERENCE_MISSING:
      return g_strdup (_("Retire it"));

    case TL_DIFFERENCE_UNEXPECTED:
      if (self->element != NULL)
        return g_strdup (_("Take it back"));
      /* Translators: what accepting a difference does. %s is a kind of elements, such as Database */
      return g_strdup_printf (_("Add it as %s"), tl_element_kind_get_name (self->as));

    case TL_DIFFERENCE_MATCHING:
    default:
      /* Translators: what accepting a difference does. %s is an id of an inventory, such as CI-4711 */
      return g_strdup_printf (_("Note its id %s"), self->item->id);
    }
}

/* Accepting */

typedef struct
{
  TlRecord      *service;
  TlProject     *project;
  TlTransaction *transaction;
  GHashTable    *words;
} Acceptance;

/* Sets what the inventory knows. */
static gboolean
set_known (Acceptance  *self,
           TlRecord    *element,
           guint        field,
           const char  *value,
           GError     **error)
{
  return *value == '\0' || tl_transaction_set (self->transaction, element, field, value, error);
}

static gboolean
update_element (Acceptance          *self,
                const TlDifference  *difference,
                GError             **error)
{
  TlRecord *element = difference->element;
  const TlActualItem *item = difference->item;

  if (difference->kind == TL_DIFFERENCE_MISSING)
    return tl_transaction_set (self->transaction, element, TL_ELEMENT_STATE, TL_RECONCILE_RETIRED, error);

  if (difference->kind == TL_DIFFERENCE_UNEXPECTED
      && !tl_transaction_set (self->transaction, element, TL_ELEMENT_STATE, NULL, error))
    return FALSE;
  if (difference->kind != TL_DIFFERENCE_MATCHING
      && !set_known (self, element, TL_ELEMENT_VERSION, item->version, error))
    return FALSE;
  return set_known (self, element, TL_ELEMENT_EXTERNAL_ID, item->id, error);
}

/* The instance that items are part of: of their environment, or else the first. */
static TlRecord *
find_actual (Acceptance *self,
             const char *environment)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (self->project));
  g_autoptr (GPtrArray) line = tl_metamodel_list_line (metamodel, TL_LINE_BACKBONE);
  g_autofree char *wanted = tl_reconcile_fold (environment);
  TlRecord *first = NULL;

  for (guint i = 0; i < tl_record_get_n_items (self->service, TL_SERVICE_REALIZED); i++)
    {
      TlRecord *element = tl_record_get_child (self->service, TL_SERVICE_REALIZED, i);
      const char *at = tl_record_get (element, TL_ELEMENT_ENVIRONMENT);
      g_autofree char *folded = tl_reconcile_fold (at != NULL ? at : "");

      if (line->len == 0 || tl_element_get_kind (TL_ELEMENT (element)) != line->pdata[line->len - 1])
        continue;
      if (strcmp (folded, wanted) == 0)
        return element;
      if (first == NULL)
        first = element;
    }
  return first;
}

static gboolean
fill_element (TlRecord            *element,
              const TlActualItem  *item,
              const char          *token,
              GError             **error)
{
  return tl_record_fill (element, TL_ELEMENT_KIND, token, error)
         && tl_record_fill (element, TL_ELEMENT_NAME, item->name, error)
         && tl_record_fill (element, TL_ELEMENT_VERSION, item->version, error)
         && tl_record_fill (element, TL_ELEMENT_ENVIRONMENT, item->environment, error)
         && tl_record_fill (element, TL_ELEMENT_EXTERNAL_ID, item->id, error);
}

/* Keeps the word of the inventory where it says more than the kind. */
static gboolean
keep_type (Acceptance          *self,
           TlRecord            *element,
           const TlActualItem  *item,
           GError             **error)
{
  g_autofree char *type = tl_reconcile_fold (item->type);
  g_autoptr (TlRecord) property = NULL;

  if (*type == '\0' || g_hash_table_contains (self->words, type))
    return TRUE;

  property = tl_record_new (&tl_property_type);
  return tl_record_fill (property, TL_PROPERTY_NAME, C_("property of an item", "Type"), error)
         && tl_record_fill (property, TL_PROPERTY_VALUE, item->type, error)
         && tl_record_adopt (element, TL_ELEMENT_PROPERTIES, g_steal_pointer (&property), error);
}

static gboolean
add_to_actual (Acceptance  *self,
               TlRecord    *element,
               const char  *environment,
               GError     **error)
{
  TlRecord *actual = find_actual (self, environment);
  g_autoptr (TlRecord) relation = NULL;

  if (actual == NULL)
    return TRUE;

  relation = tl_record_new (&tl_relation_type);
  return tl_record_fill (relation, TL_RELATION_KIND, "contains", error)
         && tl_record_fill (relation, TL_RELATION_FROM, tl_record_get_id (actual), error)
         && tl_record_fill (relation, TL_RELATION_TO, tl_record_get_id (element), error)
         && tl_transaction_insert (self->transaction, self->service, TL_SERVICE_RELATIONS, G_MAXUINT,
                                   g_steal_pointer (&relation), error);
}

static gboolean
add_element (Acceptance          *self,
             const TlActualItem  *item,
             GError             **error)
{
  g_autoptr (TlRecord) element = tl_record_new (&tl_element_type);

  return fill_element (element, item, tl_reconcile_find_token (self->words, item->type), error)
         && keep_type (self, element, item, error)
         && tl_transaction_insert (self->transaction, self->service, TL_SERVICE_REALIZED, G_MAXUINT,
                                   g_object_ref (element), error)
         && add_to_actual (self, element, item->environment, error);
}

static gboolean
accept_all (Acceptance           *self,
            TlDifference *const  *differences,
            guint                 n_differences,
            GError              **error)
{
  for (guint i = 0; i < n_differences; i++)
    {
      const TlDifference *difference = differences[i];

      if (difference->element == NULL)
        {
          if (!add_element (self, difference->item, error))
            return FALSE;
          continue;
        }
      if (tl_record_get_parent (difference->element) == self->service
          && !update_element (self, difference, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tl_reconcile_accept (TlRecord             *service,
                     TlDifference *const  *differences,
                     guint                 n_differences,
                     GError              **error)
{
  Acceptance self = { .service = service };
  g_autoptr (GHashTable) words = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (TL_IS_SERVICE (service), FALSE);
  g_return_val_if_fail (differences != NULL || n_differences == 0, FALSE);
  self.project = tl_record_get_project (service);
  g_return_val_if_fail (self.project != NULL, FALSE);

  self.words = words = tl_reconcile_create_words (self.project);
  title = tl_edit_create_title (service);
  /* Translators: an edit that can be undone, in title case. %s is a service, such as Online payments */
  label = g_strdup_printf (_("Reconcile %s"), title);
  self.transaction = tl_project_begin (self.project, label);
  return tl_transaction_end (self.transaction, accept_all (&self, differences, n_differences, error));
}
