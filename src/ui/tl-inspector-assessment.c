/* tl-inspector-assessment.c: how mature a component or activity is, and should be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "base/tl-date.h"
#include "project/tl-assessment.h"
#include "project/tl-edit.h"
#include "project/tl-transaction.h"
#include "ui/tl-fact-row.h"
#include "ui/tl-live-group.h"
#include "ui/tl-maturity-row.h"

#include <glib/gi18n.h>

static gboolean
is_of (TlRecord        *assessment,
       const TlConcept *concept)
{
  return g_strcmp0 (tl_record_get (assessment, TL_ASSESSMENT_OF), concept->id) == 0;
}

static char *
create_level_text (TlRecord *assessment,
                   guint     field)
{
  const char *value = tl_record_get (assessment, field);

  return g_strdup (value != NULL ? value : "–");
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (tl_record_get (*(TlRecord *const *) b, TL_ASSESSMENT_DATE),
                    tl_record_get (*(TlRecord *const *) a, TL_ASSESSMENT_DATE));
}

/* Latest first, without the latest of all. */
static GPtrArray *
list_earlier (TlProject       *project,
              const TlConcept *concept)
{
  TlRecord *latest = tl_edit_find_assessment (project, concept->id);
  GPtrArray *earlier = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_ASSESSMENTS); i++)
    {
      TlRecord *assessment = tl_record_get_child (TL_RECORD (project), TL_PROJECT_ASSESSMENTS, i);

      if (assessment != latest && is_of (assessment, concept))
        g_ptr_array_add (earlier, assessment);
    }
  g_ptr_array_sort (earlier, compare_dates);
  return earlier;
}

static GtkWidget *
create_earlier_row (TlRecord *assessment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = tl_date_format (tl_record_get (assessment, TL_ASSESSMENT_DATE));
  g_autofree char *current = create_level_text (assessment, TL_ASSESSMENT_CURRENT);
  g_autofree char *goal = create_level_text (assessment, TL_ASSESSMENT_GOAL);
  const char *note = tl_record_get (assessment, TL_ASSESSMENT_NOTE);
  /* Translators: maturity of then and the goal of then, each 0 to 5 or “–” */
  g_autofree char *value = g_strdup_printf (_("%1$s, goal %2$s"), current, goal);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  if (note != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (note, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_row_value_new (value));
  return row;
}

static void
add_date (TlLiveGroup *group,
          TlRecord    *latest)
{
  g_autofree char *date = tl_date_format (tl_record_get (latest, TL_ASSESSMENT_DATE));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("date", "Assessed"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_row_value_new (date));
  tl_live_group_add_row (group, row);
}

static void
fill_history (TlLiveGroup     *group,
              const TlConcept *concept)
{
  TlProject *project = tl_session_get_project (tl_live_group_get_session (group));
  TlRecord *latest = tl_edit_find_assessment (project, concept->id);
  g_autoptr (GPtrArray) earlier = NULL;
  g_autofree char *title = NULL;
  GtkWidget *expander;

  if (latest == NULL)
    return;
  add_date (group, latest);

  earlier = list_earlier (project, concept);
  if (earlier->len == 0)
    return;
  title = g_strdup_printf (ngettext ("%'u Earlier Assessment", "%'u Earlier Assessments", earlier->len), earlier->len);
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  for (guint i = 0; i < earlier->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), create_earlier_row (g_ptr_array_index (earlier, i)));
  tl_live_group_add_row (group, expander);
}

static gboolean
concerns (TlLiveGroup    *group,
          const TlChange *change)
{
  return TL_IS_ASSESSMENT (change->record);
}

void
tl_inspector_add_assessment (TlInspectorSections *sections,
                             const TlConcept     *concept)
{
  TlProject *project = tl_session_get_project (sections->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *group = adw_preferences_group_new ();
  AdwPreferencesGroup *rows = ADW_PREFERENCES_GROUP (group);

  adw_preferences_group_set_title (rows, _("Assessment"));
  adw_preferences_group_add (rows, tl_maturity_row_new (tl_fact_new_assessment (project, concept->id, TL_ASSESSMENT_CURRENT),
                                                        _("Maturity Today")));
  adw_preferences_group_add (rows, tl_maturity_row_new (tl_fact_new_assessment (project, concept->id, TL_ASSESSMENT_GOAL),
                                                        _("Goal")));
  for (guint field = TL_ASSESSMENT_IMPORTANCE; field <= TL_ASSESSMENT_NOTE; field++)
    adw_preferences_group_add (rows, tl_fact_row_new (tl_fact_new_assessment (project, concept->id, field), NULL));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), tl_live_group_new_for_concept (sections->session, NULL, concept, fill_history, concerns));
  gtk_box_append (sections->box, box);
}

void
tl_inspector_add_edition_hint (TlInspectorSections *sections)
{
  const TlEdition *shown = tl_session_get_edition (sections->session);
  TlProject *project = tl_session_get_project (sections->session);
  const TlEdition *own = project != NULL ? tl_project_get_edition (project) : NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (own == NULL)
    return;
  /* Translators: %1$s and %2$s are editions, such as IT4IT 2.1 */
  text = g_strdup_printf (_("This is %1$s. The project is of %2$s: what it says of tools and maturity is shown there."),
                          tl_edition_get_name (shown), tl_edition_get_name (own));
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "inspector-hint");
  gtk_box_append (sections->box, label);
}
