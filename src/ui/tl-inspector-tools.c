/* tl-inspector-tools.c: the tools of a component or data object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "project/tl-edit.h"
#include "project/tl-tool.h"
#include "ui/tl-landscape-facts.h"
#include "ui/tl-live-group.h"
#include "ui/tl-tool-chooser.h"

#include <glib/gi18n.h>

static gboolean
has_tool (const TlConcept *concept,
          TlRecord        *tool)
{
  return concept->kind == TL_CONCEPT_COMPONENT ? tl_tool_supports (TL_TOOL (tool), concept->id)
                                               : tl_tool_masters (TL_TOOL (tool), concept->id);
}

static char *
create_value (TlRecord *tool)
{
  const char *state = tl_landscape_get_choice (tool, TL_TOOL_STATE);
  g_autofree char *cost = tl_landscape_dup_cost (tool);

  if (cost == NULL)
    return g_strdup (state);
  return *state != '\0' ? g_strdup_printf ("%s · %s", state, cost) : g_steal_pointer (&cost);
}

static void
remove_clicked_cb (GtkWidget *button,
                   TlRecord  *tool)
{
  TlLiveGroup *group = TL_LIVE_GROUP (gtk_widget_get_ancestor (button, TL_TYPE_LIVE_GROUP));
  const TlConcept *concept = tl_live_group_get_concept (group);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (tl_record_get_project (tool) == NULL)
    return;
  done = concept->kind == TL_CONCEPT_COMPONENT ? tl_edit_set_supports (tool, concept->id, FALSE, &error)
                                               : tl_edit_set_masters (tool, concept->id, FALSE, &error);
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (group));
}

static void
add_tool (TlLiveGroup     *group,
          const TlConcept *concept,
          TlRecord        *tool)
{
  g_autofree char *title = tl_edit_create_title (tool);
  g_autofree char *value = create_value (tool);
  g_autofree char *key = tl_session_dup_record_key (tool);
  /* Translators: %1$s is a tool, %2$s the component or data object it is taken from */
  g_autofree char *tooltip = g_strdup_printf (_("Remove %1$s from %2$s"), title, concept->name);
  GtkWidget *row = tl_live_group_add_link (group, title, NULL, value, key, NULL);
  GtkWidget *button = tl_row_add_button (row, "list-remove-symbolic", tooltip);

  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), tool, 0);
}

static void
update_badge (TlLiveGroup     *group,
              const TlConcept *concept,
              guint            n,
              guint            n_in_use)
{
  if (n_in_use == 0 && concept->kind == TL_CONCEPT_COMPONENT)
    {
      tl_live_group_set_badge (group, n == 0 ? _("No tool: a gap") : _("None in use: a gap"));
    }
  else if (n_in_use > 1)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Overlap: %'u tool", "Overlap: %'u tools", n_in_use), n_in_use);

      tl_live_group_set_badge (group, text);
    }
  else
    {
      tl_live_group_set_badge (group, NULL);
    }
}

static void
fill_tools (TlLiveGroup     *group,
            const TlConcept *concept)
{
  TlRecord *project = TL_RECORD (tl_session_get_project (tl_live_group_get_session (group)));
  guint n_in_use = 0;
  guint n = 0;

  for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_TOOLS); i++)
    {
      TlRecord *tool = tl_record_get_child (project, TL_PROJECT_TOOLS, i);

      if (!has_tool (concept, tool))
        continue;
      add_tool (group, concept, tool);
      n++;
      n_in_use += tl_tool_is_in_use (TL_TOOL (tool));
    }
  if (n == 0)
    tl_live_group_add_text (group, NULL,
                            concept->kind == TL_CONCEPT_COMPONENT ? _("No tool supports this component yet.")
                                                                  : _("No tool is system of record for this yet."));
  update_badge (group, concept, n, n_in_use);
}

/* Also of the project itself, for its currency. */
static gboolean
concerns (TlLiveGroup    *group,
          const TlChange *change)
{
  return tl_live_group_concerns_landscape (group, change) || TL_IS_PROJECT (change->record);
}

void
tl_inspector_add_tools (TlInspectorSections *sections,
                        const TlConcept     *concept)
{
  gboolean component = concept->kind == TL_CONCEPT_COMPONENT;
  GtkWidget *group = tl_live_group_new_for_concept (sections->session, component ? _("Tools") : _("System of Record"),
                                                    concept, fill_tools, concerns);

  tl_live_group_add_chooser (TL_LIVE_GROUP (group), "list-add-symbolic",
                             component ? _("Choose Tools") : _("Choose Systems of Record"),
                             tl_tool_chooser_new (sections->session, concept));
  gtk_box_append (sections->box, group);
}
