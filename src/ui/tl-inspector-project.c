/* tl-inspector-project.c: what a project says of itself, and how much it holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "project/tl-assessment.h"
#include "project/tl-edit.h"
#include "ui/tl-fact-row.h"
#include "ui/tl-live-group.h"

#include <glib/gi18n.h>

static void
add_count (TlLiveGroup *group,
           const char  *title,
           const char  *value)
{
  GtkWidget *row = tl_live_group_add_text (group, title, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_row_value_new (value));
}

static void
add_list_count (TlLiveGroup *group,
                const char  *title,
                TlProject   *project,
                guint        list)
{
  g_autofree char *value = g_strdup_printf ("%'u", tl_record_get_n_items (TL_RECORD (project), list));

  add_count (group, title, value);
}

/* How many of all components and activities have an assessment. */
static void
add_assessed (TlLiveGroup *group,
              TlProject   *project)
{
  const TlEdition *edition = tl_project_get_edition (project);
  g_autoptr (GHashTable) assessed = tl_edit_index_assessments (project);
  g_autofree char *value = NULL;
  guint n = 0;
  guint n_assessed = 0;

  if (edition == NULL)
    return;
  for (const TlComponent *const *c = tl_edition_get_components (edition); *c != NULL; c++, n++)
    n_assessed += g_hash_table_contains (assessed, (*c)->concept.id);
  for (const TlActivity *const *a = tl_edition_get_activities (edition); *a != NULL; a++, n++)
    n_assessed += g_hash_table_contains (assessed, (*a)->concept.id);

  /* Translators: how many of how many */
  value = g_strdup_printf (_("%1$u of %2$u"), n_assessed, n);
  add_count (group, C_("count", "Assessed"), value);
}

static void
fill_counts (TlLiveGroup *group,
             TlRecord    *record)
{
  TlProject *project = TL_PROJECT (record);
  const TlEdition *edition = tl_project_get_edition (project);

  add_count (group, _("Edition"),
             edition != NULL ? tl_edition_get_name (edition)
                             : tl_record_get (TL_RECORD (project), TL_PROJECT_EDITION));
  add_list_count (group, _("Tools"), project, TL_PROJECT_TOOLS);
  add_list_count (group, _("Integrations"), project, TL_PROJECT_INTEGRATIONS);
  add_assessed (group, project);
  add_list_count (group, _("Services"), project, TL_PROJECT_SERVICES);
  add_list_count (group, _("Initiatives"), project, TL_PROJECT_INITIATIVES);
}

/* Only what comes into the project's own lists and leaves them. */
static gboolean
concerns_counts (TlLiveGroup    *group,
                 const TlChange *change)
{
  return change->kind != TL_CHANGE_SET && TL_IS_PROJECT (change->parent);
}

void
tl_inspector_add_project (TlInspectorSections *sections)
{
  TlProject *project = tl_session_get_project (sections->session);
  GtkWidget *group = adw_preferences_group_new ();

  for (guint field = TL_PROJECT_NAME; field <= TL_PROJECT_DESCRIPTION; field++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               tl_fact_row_new (tl_fact_new (TL_RECORD (project), field), NULL));
  gtk_box_append (sections->box, group);
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("Contents"), TL_RECORD (project),
                                                               fill_counts, concerns_counts));
}
