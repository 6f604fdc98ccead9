/* tl-inspector-record.c: any record, by the fields of its type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "base/tl-language.h"
#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-mastery.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"
#include "project/tl-use.h"
#include "ui/tl-concept-chooser.h"
#include "ui/tl-fact-row.h"
#include "ui/tl-label.h"
#include "ui/tl-landscape-facts.h"
#include "ui/tl-uses-group.h"

#include <glib/gi18n.h>

/* What a tool supports and masters {{{1 */

static void
unlink_clicked_cb (GtkWidget *button,
                   TlRecord  *link)
{
  TlRecord *tool = tl_record_get_parent (link);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (tool == NULL)
    return;
  done = TL_IS_SUPPORT (link) ? tl_edit_set_supports (tool, tl_record_get (link, 0), FALSE, &error)
                              : tl_edit_set_masters (tool, tl_record_get (link, 0), FALSE, &error);
  if (!done)
    gtk_widget_error_bell (button);
}

static void
add_linked (TlLiveGroup *group,
            TlRecord    *link)
{
  const TlEdition *edition = tl_project_get_edition (tl_record_get_project (link));
  const char *id = tl_record_get (link, 0);
  TlConceptKind kind = TL_IS_SUPPORT (link) ? TL_CONCEPT_COMPONENT : TL_CONCEPT_DATA_OBJECT;
  const TlConcept *concept = edition != NULL ? tl_edition_lookup (edition, kind, id) : NULL;
  const TlConcept *place = concept != NULL ? tl_concept_get_place (concept) : NULL;
  g_autofree char *tooltip = NULL;
  GtkWidget *button;
  GtkWidget *row;

  if (concept != NULL)
    row = tl_live_group_add_link (group, concept->name, place != NULL ? place->name : NULL, NULL,
                                  concept->key, concept->edition);
  else
    row = tl_live_group_add_text (group, id, _("Unknown in this edition"));

  /* Translators: %s is a component or data object that a tool no longer supports or holds */
  tooltip = g_strdup_printf (_("Remove %s"), concept != NULL ? concept->name : id);
  button = tl_row_add_button (row, "list-remove-symbolic", tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (unlink_clicked_cb), link, 0);
}

static void
fill_linked (TlLiveGroup *group,
             TlRecord    *tool,
             guint        list)
{
  for (guint i = 0; i < tl_record_get_n_items (tool, list); i++)
    add_linked (group, tl_record_get_child (tool, list, i));
}

static void
fill_supports (TlLiveGroup *group,
               TlRecord    *tool)
{
  fill_linked (group, tool, TL_TOOL_SUPPORTS);
}

static void
fill_masters (TlLiveGroup *group,
              TlRecord    *tool)
{
  fill_linked (group, tool, TL_TOOL_MASTERS);
}

static gboolean
concerns_links (TlLiveGroup    *group,
                const TlChange *change)
{
  return TL_IS_SUPPORT (change->record) || TL_IS_MASTERY (change->record);
}

static void
fill_integrations (TlLiveGroup *group,
                   TlRecord    *tool)
{
  TlProject *project = tl_record_get_project (tool);
  const char *id = tl_record_get_id (tool);

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_INTEGRATIONS); i++)
    {
      TlRecord *integration = tl_record_get_child (TL_RECORD (project), TL_PROJECT_INTEGRATIONS, i);
      gboolean out = g_strcmp0 (tl_record_get (integration, TL_INTEGRATION_FROM), id) == 0;
      gboolean in = g_strcmp0 (tl_record_get (integration, TL_INTEGRATION_TO), id) == 0;
      TlRecord *other = tl_project_lookup (project, tl_record_get (integration, out ? TL_INTEGRATION_TO : TL_INTEGRATION_FROM));
      g_autofree char *name = NULL;
      g_autofree char *title = NULL;
      g_autofree char *key = NULL;
      const char *data;

      if ((!out && !in) || other == NULL)
        continue;
      name = tl_edit_create_title (other);
      title = tl_language_create_way (NULL, out, name);
      key = tl_session_dup_record_key (integration);
      data = tl_landscape_get_concept (integration, TL_INTEGRATION_DATA_OBJECT, FALSE);
      tl_live_group_add_link (group, title, *data != '\0' ? data : NULL,
                              tl_landscape_get_choice (integration, TL_INTEGRATION_MODE),
                              key, NULL);
    }
}

static void
add_tool_sections (TlInspectorSections *sections,
                   TlRecord            *tool)
{
  /* Translators: heading: the functional components that a tool supports */
  GtkWidget *supports = tl_live_group_new_for_record (sections->session, _("Supports"), tool, fill_supports,
                                                      concerns_links);
  GtkWidget *masters = tl_live_group_new_for_record (sections->session, _("System of Record For"), tool, fill_masters,
                                                     concerns_links);

  tl_live_group_add_chooser (TL_LIVE_GROUP (supports), "list-add-symbolic", _("Choose Components"),
                             tl_concept_chooser_new (TL_TOOL (tool), TL_TOOL_SUPPORTS));
  tl_live_group_add_chooser (TL_LIVE_GROUP (masters), "list-add-symbolic", _("Choose Data Objects"),
                             tl_concept_chooser_new (TL_TOOL (tool), TL_TOOL_MASTERS));
  gtk_box_append (sections->box, supports);
  gtk_box_append (sections->box, masters);
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("Integrations"), tool,
                                                               fill_integrations, tl_live_group_concerns_landscape));
}

/* Blueprints {{{1 */

/* What groups say of other things than their own: what they are called, what they
 * are, and what they are connected with. */
gboolean
tl_inspector_concerns_blueprint (TlLiveGroup    *group,
                                 const TlChange *change)
{
  TlRecord *record = change->record;

  if (TL_IS_RELATION (record) || TL_IS_USE (record) || TL_IS_OWN_KIND (record))
    return TRUE;
  if (!TL_IS_ELEMENT (record) && !TL_IS_SERVICE (record))
    return FALSE;
  if (change->kind != TL_CHANGE_SET)
    return TRUE;
  if (TL_IS_SERVICE (record))
    return change->field == TL_SERVICE_NAME || change->field == TL_SERVICE_STAGE || change->field == TL_SERVICE_SINCE;
  return change->field == TL_ELEMENT_NAME || change->field == TL_ELEMENT_KIND;
}

/* Any record {{{1 */

void
tl_inspector_add_facts (TlInspectorSections *sections,
                        TlRecord            *record,
                        const guint         *fields,
                        guint                n_fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < n_fields; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), tl_fact_row_new (tl_fact_new (record, fields[i]), NULL));
  gtk_box_append (sections->box, group);
}

static void
add_all_facts (TlInspectorSections *sections,
               TlRecord            *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  guint fields[32];
  guint n_fields = 0;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind != TL_FIELD_ID)
      fields[n_fields++] = i;
  tl_inspector_add_facts (sections, record, fields, n_fields);
}

/* Of an element of another service only that it is used here is deleted. */
static char *
create_delete_label (TlSession *session,
                     TlRecord  *record)
{
  TlRecord *blueprint = TL_IS_ELEMENT (record) ? tl_inspector_find_blueprint (session, record) : NULL;

  if (blueprint != NULL && blueprint != tl_element_get_service (TL_ELEMENT (record)))
    return g_strdup (_("Remove From This Blueprint"));
  /* Translators: %s is a kind of record, such as Tool */
  return g_strdup_printf (_("Delete %s"), tl_record_type_get_label (tl_record_get_record_type (record)));
}

static void
add_delete_button (TlInspectorSections *sections,
                   TlRecord            *record)
{
  g_autofree char *label = create_delete_label (sections->session, record);
  GtkWidget *button = gtk_button_new_with_label (label);

  tl_label_narrow_button (button);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspector.delete");
  gtk_box_append (sections->box, button);
}

static void
add_uses (TlInspectorSections *sections,
          TlRecord            *record)
{
  GtkWidget *uses = tl_uses_group_new (record);

  if (uses != NULL)
    gtk_box_append (sections->box, uses);
}

void
tl_inspector_add_record (TlInspectorSections *sections,
                         TlRecord            *record)
{
  if (TL_IS_SERVICE (record))
    tl_inspector_add_service (sections, record);
  else if (TL_IS_ELEMENT (record))
    tl_inspector_add_element (sections, record);
  else if (TL_IS_RELATION (record))
    tl_inspector_add_relation (sections, record);
  else
    add_all_facts (sections, record);
  if (TL_IS_TOOL (record))
    add_tool_sections (sections, record);
  add_uses (sections, record);
  add_delete_button (sections, record);
}
