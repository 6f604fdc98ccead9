/* tl-several.c: edits of several records at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-several.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "ui/tl-removal.h"

#include <glib/gi18n.h>

/* Of one type, or just things. */
static char *
create_count (TlRecord *const *records,
              guint            n)
{
  const TlRecordType *type = tl_record_get_record_type (records[0]);

  for (guint i = 1; i < n; i++)
    if (tl_record_get_record_type (records[i]) != type)
      type = NULL;
  if (type == &tl_service_type)
    return g_strdup_printf (ngettext ("%'u Service", "%'u Services", n), n);
  if (type == &tl_element_type)
    return g_strdup_printf (ngettext ("%'u Element", "%'u Elements", n), n);
  if (type == &tl_relation_type)
    return g_strdup_printf (ngettext ("%'u Relation", "%'u Relations", n), n);
  if (type == &tl_tool_type)
    return g_strdup_printf (ngettext ("%'u Tool", "%'u Tools", n), n);
  if (type == &tl_integration_type)
    return g_strdup_printf (ngettext ("%'u Integration", "%'u Integrations", n), n);
  return g_strdup_printf (ngettext ("%'u Thing", "%'u Things", n), n);
}

char *
tl_several_create_title (TlRecord *const *records,
                         guint            n_records)
{
  g_return_val_if_fail (n_records > 0, NULL);

  return n_records == 1 ? tl_edit_create_title (records[0]) : create_count (records, n_records);
}

char *
tl_several_remove (TlRecord *const *records,
                       guint            n_records)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TlTransaction *transaction;

  g_return_val_if_fail (n_records > 0, NULL);

  if (n_records == 1)
    return tl_removal_remove (records[0]);
  title = create_count (records, n_records);
  /* Translators: an edit that can be undone, in title case. %s is “3 Services” */
  label = g_strdup_printf (_("Delete %s"), title);
  transaction = tl_project_begin (tl_record_get_project (records[0]), label);
  tl_transaction_remove_all (transaction, records, n_records);
  tl_transaction_commit (transaction);
  /* Translators: %s is “3 Services” */
  return g_strdup_printf (C_("several", "%s deleted"), title);
}

char *
tl_several_remove_from (TlRecord         *service,
                        TlRecord *const  *records,
                        guint             n_records)
{
  g_autofree char *title = NULL;
  gboolean guests = TRUE;

  g_return_val_if_fail (n_records > 0, NULL);

  for (guint i = 0; i < n_records; i++)
    guests = guests && TL_IS_ELEMENT (records[i]) && tl_element_get_service (TL_ELEMENT (records[i])) != service;
  title = tl_several_create_title (records, n_records);
  tl_history_close_entry (tl_project_get_history (tl_record_get_project (service)));
  tl_blueprint_remove (service, records, n_records);
  if (guests)
    /* Translators: %s is the name of an element of another service, or “3 Elements” */
    return g_strdup_printf (_("“%s” removed from this blueprint"), title);
  if (n_records == 1)
    /* Translators: %s is the name of what was deleted */
    return g_strdup_printf (_("“%s” deleted"), title);
  /* Translators: %s is “3 Services” */
  return g_strdup_printf (C_("several", "%s deleted"), title);
}

static gboolean
set_all (TlTransaction    *transaction,
         TlRecord *const  *records,
         guint             n_records,
         guint             field,
         const char       *value,
         GError          **error)
{
  for (guint i = 0; i < n_records; i++)
    if (!tl_transaction_set (transaction, records[i], field, value, error))
      return FALSE;
  return TRUE;
}

gboolean
tl_several_set (TlRecord *const  *records,
                guint             n_records,
                guint             field,
                const char       *value,
                GError          **error)
{
  const TlRecordType *type;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TlTransaction *transaction;

  g_return_val_if_fail (n_records > 0, FALSE);

  type = tl_record_get_record_type (records[0]);
  title = tl_several_create_title (records, n_records);
  /* Translators: an edit that can be undone, in title case. %1$s is a fact, such as
   * State, %2$s the name of a service, or “3 Services” */
  label = g_strdup_printf (_("Change %1$s of %2$s"), tl_field_get_label (&type->fields[field]), title);
  transaction = tl_project_begin (tl_record_get_project (records[0]), label);
  return tl_transaction_end (transaction, set_all (transaction, records, n_records, field, value, error));
}
