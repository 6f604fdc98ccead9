/* tl-inspector-element.c: an element of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "reference/tl-term.h"
#include "ui/tl-live-group.h"

#include <glib/gi18n.h>

/* Where in a project it is shown: as a guest, if that is what is looked at. */
TlRecord *
tl_inspector_find_blueprint (TlSession *session,
                             TlRecord  *element)
{
  TlRecord *shown = tl_session_get_service (session);

  if (shown != NULL && g_str_equal (tl_session_get_page (session), TL_PAGE_BLUEPRINT))
    return shown;
  return tl_element_get_service (TL_ELEMENT (element));
}

/* Gaps {{{1 */

static void
fill_gaps (TlLiveGroup *group,
           TlRecord    *element)
{
  g_autoptr (GArray) gaps = tl_traceability_list_gaps_of (tl_traceability_get (tl_record_get_project (element)), element);

  for (guint i = 0; i < gaps->len; i++)
    {
      const TlGapRule *rule = g_array_index (gaps, TlGap, i).rule;
      GtkWidget *row = tl_live_group_add_text (group, tl_gap_rule_get_message (rule), NULL);
      GtkWidget *why;

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      why = tl_row_add_button (row, "help-about-symbolic", _("Why Is This a Gap?"));
      /* In this order: an action of a shown button that has no target yet is complained of. */
      gtk_actionable_set_action_target (GTK_ACTIONABLE (why), "s", tl_term_for_element_kind (rule->kind)->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (why), "app.help-on");
    }
}

/* Where it is used {{{1 */

static void
add_service (TlLiveGroup *group,
             TlRecord    *service,
             const char  *value)
{
  g_autofree char *title = tl_edit_create_title (service);
  g_autofree char *key = tl_session_dup_record_key (service);

  tl_live_group_add_link (group, title, NULL, value, key, NULL);
}

static void
fill_users (TlLiveGroup *group,
            TlRecord    *element)
{
  TlTraceability *traceability = tl_traceability_get (tl_record_get_project (element));
  g_autoptr (GPtrArray) users = tl_traceability_list_users (traceability, element);
  TlRecord *own = tl_element_get_service (TL_ELEMENT (element));

  /* Where nobody else uses it, it says nothing that is not known. */
  if (users->len == 0 || own == NULL)
    return;
  add_service (group, own, C_("service of an element", "its own"));
  for (guint i = 0; i < users->len; i++)
    add_service (group, g_ptr_array_index (users, i), NULL);
}

/* Facts {{{1 */

/* What is said of things that run makes little sense of a capability; what is
 * there is shown in any case. */
static gboolean
makes_sense (TlRecord *element,
             guint     field)
{
  TlLane lane = tl_element_get_lane (TL_ELEMENT (element));

  if (tl_record_get (element, field) != NULL)
    return TRUE;
  switch (field)
    {
    case TL_ELEMENT_VERSION:
      return lane != TL_LANE_CONCEPTUAL;
    case TL_ELEMENT_ENVIRONMENT:
    case TL_ELEMENT_EXTERNAL_ID:
      return lane == TL_LANE_REALIZED;
    default:
      return TRUE;
    }
}

void
tl_inspector_add_element (TlInspectorSections *sections,
                          TlRecord            *element)
{
  static const guint facts[] = {
    TL_ELEMENT_NAME, TL_ELEMENT_KIND, TL_ELEMENT_NOTE, TL_ELEMENT_OWNER, TL_ELEMENT_STATE, TL_ELEMENT_VERSION,
    TL_ELEMENT_ENVIRONMENT, TL_ELEMENT_EXTERNAL_ID, TL_ELEMENT_EXPECTED,
  };
  guint shown[G_N_ELEMENTS (facts)];
  guint n_shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (makes_sense (element, facts[i]))
      shown[n_shown++] = facts[i];
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("Gaps"), element, fill_gaps,
                                                               tl_inspector_concerns_blueprint));
  tl_inspector_add_facts (sections, element, shown, n_shown);
  tl_inspector_add_line (sections, element);
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("Used By"), element, fill_users,
                                                               tl_inspector_concerns_blueprint));
  tl_inspector_add_links (sections, element);
}
