/* tl-inspector-service.c: a service, and how far it is on its way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "analysis/tl-lifecycle.h"
#include "analysis/tl-traceability.h"
#include "project/tl-service.h"
#include "ui/tl-label.h"
#include "ui/tl-line-meter.h"
#include "ui/tl-live-group.h"

#include <glib/gi18n.h>

/* Where it stands {{{1 */

static void
add_line (TlLiveGroup    *group,
          TlTraceability *traceability,
          TlRecord       *service)
{
  /* Translators: the unbroken line from why a service exists to what runs */
  GtkWidget *row = tl_live_group_add_text (group, _("Line"), NULL);
  GtkWidget *meter = tl_line_meter_new ();
  guint n_there, n_line;

  tl_traceability_get_progress (traceability, service, &n_there, &n_line);
  tl_line_meter_set (TL_LINE_METER (meter), n_there, n_line);
  gtk_widget_set_valign (meter, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), meter);
}

static void
add_gaps (TlLiveGroup    *group,
          TlTraceability *traceability,
          TlRecord       *service)
{
  guint n = tl_traceability_count_gaps (traceability, service);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u gap", "%'u gaps", n), n);
  /* Translators: %.0f is a share in percent */
  g_autofree char *traced = g_strdup_printf (_("%.0f %% traced"), tl_traceability_get_traced (traceability, service) * 100);
  gboolean is_empty = TRUE;
  GtkWidget *badge, *row;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    is_empty = is_empty && tl_record_get_n_items (service, lane) == 0;
  row = tl_live_group_add_text (group, _("Traces"), is_empty ? _("Nothing to trace yet") : traced);
  if (n == 0)
    return;
  badge = gtk_label_new (text);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
}

static void
add_clicked_cb (GtkWidget *button)
{
  TlLiveGroup *group = TL_LIVE_GROUP (gtk_widget_get_ancestor (button, TL_TYPE_LIVE_GROUP));
  const char *kind = g_object_get_data (G_OBJECT (button), "tl-kind");
  TlRecord *service = tl_live_group_get_record (group);
  g_autoptr (TlSession) session = g_object_ref (tl_live_group_get_session (group));
  g_autoptr (GError) error = NULL;
  TlRecord *element = tl_blueprint_add_element (service, kind, NULL, NULL, &error);
  g_autofree char *key = NULL;

  if (element == NULL)
    {
      tl_inspector_send_message (button, error->message, FALSE);
      return;
    }
  key = tl_session_dup_record_key (element);
  tl_session_reveal (session, key);
}

static void
add_missing (TlLiveGroup         *group,
             const TlExpectation *expectation)
{
  const char *name = tl_element_kind_get_name (expectation->kind);
  /* Translators: %s is a stage of a value stream */
  g_autofree char *when = g_strdup_printf (_("Missing, expected by %s"), expectation->stage->concept.name);
  /* Translators: %s is a kind of element, such as Component */
  g_autofree char *tooltip = g_strdup_printf (_("Add %s"), name);
  GtkWidget *row = tl_live_group_add_text (group, name, when);
  GtkWidget *icon = gtk_image_new_from_icon_name (expectation->kind->icon);
  GtkWidget *button = tl_row_add_button (row, "list-add-symbolic", tooltip);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  /* An id of the edition is never freed. */
  g_object_set_data (G_OBJECT (button), "tl-kind", (gpointer) expectation->kind->id);
  g_signal_connect (button, "clicked", G_CALLBACK (add_clicked_cb), NULL);
}

static void
fill_standing (TlLiveGroup *group,
               TlRecord    *service)
{
  TlTraceability *traceability = tl_traceability_get (tl_record_get_project (service));
  g_autoptr (GPtrArray) missing = tl_lifecycle_list_missing (service, NULL);
  g_autofree char *text = tl_lifecycle_create_text (service);
  TlStanding standing;

  tl_lifecycle_get_standing (service, &standing);
  /* Translators: of a service: what its stage expects is missing */
  tl_live_group_set_badge (group, standing.is_stuck ? _("Stuck") : NULL);
  tl_live_group_add_text (group, NULL, text);
  add_line (group, traceability, service);
  add_gaps (group, traceability, service);
  for (guint i = 0; i < missing->len; i++)
    add_missing (group, g_ptr_array_index (missing, i));
}

/* Blueprint {{{1 */

static void
fill_blueprint (TlLiveGroup *group,
                TlRecord    *service)
{
  for (TlLane lane = TL_LANE_CONCEPTUAL; lane < TL_N_LANES; lane++)
    {
      guint n = tl_record_get_n_items (service, lane);
      g_autofree char *text = g_strdup_printf (ngettext ("%'u element", "%'u elements", n), n);
      GtkWidget *row = tl_live_group_add_text (group, tl_lane_get_name (lane), NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_row_value_new (text));
    }
}

static void
open_clicked_cb (GtkWidget *button,
                 TlRecord  *service)
{
  GtkWidget *inspector = gtk_widget_get_ancestor (button, TL_TYPE_INSPECTOR);

  if (tl_record_get_project (service) != NULL)
    tl_session_go_service (tl_inspector_get_session (TL_INSPECTOR (inspector)), service);
}

static void
add_open_button (TlInspectorSections *sections,
                 TlRecord            *service)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open Blueprint"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (open_clicked_cb), service, 0);
  tl_label_narrow_button (button);
  gtk_box_append (sections->box, button);
}

static void
add_reconcile_button (TlInspectorSections *sections)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Compare With What Runs…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.reconcile");
  tl_label_narrow_button (button);
  gtk_box_append (sections->box, button);
}

void
tl_inspector_add_service (TlInspectorSections *sections,
                          TlRecord            *service)
{
  static const guint facts[] = {
    TL_SERVICE_NAME, TL_SERVICE_OWNER, TL_SERVICE_CRITICALITY, TL_SERVICE_STATE, TL_SERVICE_STAGE, TL_SERVICE_SINCE,
    TL_SERVICE_DESCRIPTION,
  };
  gboolean elsewhere = !g_str_equal (tl_session_get_page (sections->session), TL_PAGE_BLUEPRINT);
  GtkWidget *standing;

  if (elsewhere)
    add_open_button (sections, service);
  tl_inspector_add_facts (sections, service, facts, G_N_ELEMENTS (facts));
  standing = tl_live_group_new_for_record (sections->session, _("Where It Stands"), service, fill_standing,
                                           tl_inspector_concerns_blueprint);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (standing),
                                         _("What is expected by when is our reading of the edition, not the standard’s."));
  gtk_box_append (sections->box, standing);
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("Blueprint"), service,
                                                               fill_blueprint, tl_inspector_concerns_blueprint));
  add_reconcile_button (sections);
}
