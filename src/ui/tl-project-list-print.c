/* tl-project-list-print.c: the projects of the library on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-list-private.h"

#include "ui/tl-project-words.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>

/* Of what cannot be read: that. */
static char *
dup_findings (const TlLibraryFacts *facts)
{
  return facts->state == TL_LIBRARY_PRESENT ? tl_project_words_dup_findings (facts) : g_strdup (tl_library_state_get_label (facts->state));
}

static void
add_row (GObject       *projects,
         guint          position,
         gconstpointer  data,
         TlPrintTable  *table)
{
  g_autoptr (TlLibraryProject) project = g_list_model_get_item (G_LIST_MODEL (projects), position);
  const TlLibraryFacts *facts = tl_library_project_get_facts (project);
  g_autofree char *folder = tl_project_words_dup_folder (facts);
  g_autofree char *services = g_strdup_printf ("%'u", facts->n_services);
  g_autofree char *time = tl_project_words_dup_day (facts->modified);
  g_autofree char *findings = dup_findings (facts);

  tl_print_table_add_row (table, (const char *const[]) { facts->name, facts->owner, folder, facts->edition, services, time, findings });
}

TlPrintContent *
tl_project_list_create_print_content (TlProjectList *self,
                                      const char    *summary,
                                      const char    *filter)
{
  static const TlPrintRows rows = { add_row };
  g_autoptr (PangoFontDescription) font = NULL;
  g_autofree char *all = NULL;
  TlPrintTable *table;
  guint n;

  g_return_val_if_fail (TL_IS_PROJECT_LIST (self), NULL);

  n = tl_project_list_get_n_items (self);
  all = g_strdup_printf (ngettext ("%'u project", "%'u projects", n), n);
  font = tl_style_dup_font (GTK_WIDGET (self));
  table = tl_print_content_create_table (NULL, _("Projects"));
  tl_print_table_add_note (table, summary != NULL ? summary : all);
  tl_print_content_add_filter (table, filter);
  tl_print_table_add_column (table, C_("column", "Name"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Owner"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Folder"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Edition"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Services"), TL_PRINT_END);
  tl_print_table_add_column (table, C_("column", "Changed"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Findings"), TL_PRINT_BEGIN);
  return tl_print_content_new_for_rows (table, &rows, self->sorted, NULL, font);
}
