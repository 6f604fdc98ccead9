/* tl-removal.c: deleting a record, and saying what went with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-removal.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-integration.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"
#include "project/tl-transaction.h"

#include <glib/gi18n.h>

static guint
count_integrations (TlProject *project)
{
  return tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_INTEGRATIONS);
}

char *
tl_removal_remove (TlRecord *record)
{
  TlProject *project = tl_record_get_project (record);
  guint n_integrations;
  g_autofree char *title = NULL;
  const char *kind;
  gboolean named;

  g_return_val_if_fail (project != NULL && tl_record_get_parent (record) != NULL, NULL);

  kind = tl_record_type_get_label (tl_record_get_record_type (record));
  title = tl_edit_create_title (record);
  named = g_strcmp0 (title, kind) != 0;
  n_integrations = count_integrations (project);

  /* What else there is to do with the one before ends here. */
  tl_history_close_entry (tl_project_get_history (project));
  tl_edit_remove (record);
  n_integrations -= count_integrations (project);

  if (!named)
    /* Translators: %s is a kind of record, such as Integration */
    return g_strdup_printf (_("%s deleted"), kind);
  if (n_integrations > 0)
    /* Translators: %1$s is the name of a tool */
    return g_strdup_printf (ngettext ("“%1$s” deleted, with %2$u integration", "“%1$s” deleted, with %2$u integrations",
                                      n_integrations),
                            title, n_integrations);
  /* Translators: %s is the name of what was deleted */
  return g_strdup_printf (_("“%s” deleted"), title);
}

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
    return g_strdup_printf (ngettext ("%u Service", "%u Services", n), n);
  if (type == &tl_element_type)
    return g_strdup_printf (ngettext ("%u Element", "%u Elements", n), n);
  if (type == &tl_relation_type)
    return g_strdup_printf (ngettext ("%u Relation", "%u Relations", n), n);
  if (type == &tl_tool_type)
    return g_strdup_printf (ngettext ("%u Tool", "%u Tools", n), n);
  if (type == &tl_integration_type)
    return g_strdup_printf (ngettext ("%u Integration", "%u Integrations", n), n);
  return g_strdup_printf (ngettext ("%u Thing", "%u Things", n), n);
}

char *
tl_removal_create_title (TlRecord *const *records,
                         guint            n_records)
{
  g_return_val_if_fail (n_records > 0, NULL);

  return n_records == 1 ? tl_edit_create_title (records[0]) : create_count (records, n_records);
}

char *
tl_removal_remove_all (TlRecord *const *records,
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
