/* tl-removal.c: deleting a record, and saying what went with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-removal.h"

#include "project/tl-edit.h"

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
    return g_strdup_printf (ngettext ("“%1$s” deleted, with %2$'u integration", "“%1$s” deleted, with %2$'u integrations",
                                      n_integrations),
                            title, n_integrations);
  /* Translators: %s is the name of what was deleted */
  return g_strdup_printf (_("“%s” deleted"), title);
}
