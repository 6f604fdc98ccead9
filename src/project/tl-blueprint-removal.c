/* tl-blueprint-removal.c: what leaves a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-blueprint.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TlRecord   *service;
  GPtrArray  *records;    /* what is to go, each once */
  GHashTable *known;      /* the same as a set */
  GHashTable *guests;     /* ids of guests that are to leave; point into them */
  TlRecord   *element;    /* the last of those that the label is about */
  TlRecord   *relation;
  guint       n_elements; /* of the service's own */
  guint       n_guests;
  guint       n_relations;
} Removal;

static gboolean
add_record (Removal  *removal,
            TlRecord *record)
{
  if (record == NULL || !g_hash_table_add (removal->known, record))
    return FALSE;
  g_ptr_array_add (removal->records, record);
  return TRUE;
}

static void
add_guest (Removal  *removal,
           TlRecord *element)
{
  if (!g_hash_table_add (removal->guests, (gpointer) tl_record_get_id (element)))
    return;
  add_record (removal, tl_blueprint_find_use (removal->service, element));
  removal->element = element;
  removal->n_guests++;
}

static void
add_chosen (Removal  *removal,
            TlRecord *record)
{
  if (TL_IS_USE (record))
    record = tl_project_lookup (tl_record_get_project (record), tl_record_get (record, TL_USE_OF));

  if (TL_IS_ELEMENT (record) && tl_element_get_service (TL_ELEMENT (record)) != removal->service)
    {
      add_guest (removal, record);
    }
  else if (add_record (removal, record) && TL_IS_ELEMENT (record))
    {
      removal->element = record;
      removal->n_elements++;
    }
  else if (TL_IS_RELATION (record))
    {
      removal->relation = record;
      removal->n_relations++;
    }
}

/* A guest that something leads to would stay. */
static void
add_relations_of_guests (Removal *removal)
{
  guint n = tl_record_get_n_items (removal->service, TL_SERVICE_RELATIONS);

  if (g_hash_table_size (removal->guests) == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      TlRecord *relation = tl_record_get_child (removal->service, TL_SERVICE_RELATIONS, i);

      if (g_hash_table_contains (removal->guests, tl_record_get (relation, TL_RELATION_FROM))
          || g_hash_table_contains (removal->guests, tl_record_get (relation, TL_RELATION_TO)))
        add_record (removal, relation);
    }
}

static char *
create_relation_label (TlRecord *relation)
{
  TlProject *project = tl_record_get_project (relation);
  g_autofree char *from = tl_edit_create_title (tl_project_lookup (project, tl_record_get (relation, TL_RELATION_FROM)));
  g_autofree char *to = tl_edit_create_title (tl_project_lookup (project, tl_record_get (relation, TL_RELATION_TO)));

  /* Translators: an edit that can be undone, in title case: the opposite of
   * “Connect %1$s with %2$s”. Both are names of elements */
  return g_strdup_printf (_("Disconnect %1$s from %2$s"), from, to);
}

static char *
create_element_label (Removal *removal)
{
  g_autofree char *title = tl_edit_create_title (removal->element);
  g_autofree char *service_title = tl_edit_create_title (removal->service);

  if (removal->n_guests == 0)
    /* Translators: an edit that can be undone, in title case. %1$s is a kind of
     * record, such as Tool, %2$s its name, such as Jira */
    return g_strdup_printf (_("Delete %1$s %2$s"), tl_element_get_kind_name (TL_ELEMENT (removal->element)), title);

  /* Translators: the opposite of “Add %1$s to %2$s” */
  return g_strdup_printf (_("Remove %1$s from %2$s"), title, service_title);
}

static char *
create_label (Removal *removal)
{
  guint n = removal->n_elements + removal->n_guests;

  if (n == 1)
    return create_element_label (removal);
  if (n == 0 && removal->n_relations == 1)
    return create_relation_label (removal->relation);
  if (n == 0)
    /* Translators: an edit that can be undone, in title case */
    return g_strdup_printf (ngettext ("Delete %'u Relation", "Delete %'u Relations", removal->n_relations),
                            removal->n_relations);
  if (removal->n_elements == 0)
    /* Translators: an edit that can be undone, in title case. The elements belong
     * to other services, and only leave the diagram of this one */
    return g_strdup_printf (ngettext ("Remove %'u Element", "Remove %'u Elements", n), n);

  /* Translators: an edit that can be undone, in title case */
  return g_strdup_printf (ngettext ("Delete %'u Element", "Delete %'u Elements", n), n);
}

void
tl_blueprint_remove (TlRecord        *service,
                     TlRecord *const *records,
                     guint            n_records)
{
  g_autoptr(GPtrArray) to_go = g_ptr_array_new ();
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) guests = g_hash_table_new (g_str_hash, g_str_equal);
  Removal removal = { service, to_go, known, guests };
  g_autofree char *label = NULL;
  TlTransaction *transaction;

  g_return_if_fail (TL_IS_SERVICE (service));
  for (guint i = 0; i < n_records; i++)
    {
      g_return_if_fail (tl_record_get_project (records[i]) == tl_record_get_project (service));
      add_chosen (&removal, records[i]);
    }
  if (removal.n_elements + removal.n_guests + removal.n_relations == 0)
    return;

  label = create_label (&removal);
  add_relations_of_guests (&removal);
  transaction = tl_project_begin (tl_record_get_project (service), label);
  tl_transaction_remove_all (transaction, (TlRecord *const *) to_go->pdata, to_go->len);
  tl_transaction_commit (transaction);
}
