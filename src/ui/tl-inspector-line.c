/* tl-inspector-line.c: the line that an element is on, and what else it is connected with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "analysis/tl-traceability.h"
#include "base/tl-language.h"
#include "project/tl-edit.h"
#include "project/tl-relation.h"
#include "ui/tl-live-group.h"
#include "ui/tl-relation-chooser.h"

#include <glib/gi18n.h>

/* Relations {{{1 */

static void
remove_clicked_cb (GtkWidget *button,
                   TlRecord  *relation)
{
  TlRecord *service = tl_session_find_service (relation);
  GtkWidget *group = gtk_widget_get_ancestor (button, TL_TYPE_LIVE_GROUP);

  if (service == NULL || tl_record_get_project (relation) == NULL)
    return;
  tl_blueprint_remove (service, &relation, 1);
  /* The row of the button is gone by now. */
  tl_inspector_send_message (group, _("Relation removed"), TRUE);
}

static void
show_clicked_cb (GtkWidget *button,
                 TlRecord  *relation)
{
  TlLiveGroup *group = TL_LIVE_GROUP (gtk_widget_get_ancestor (button, TL_TYPE_LIVE_GROUP));
  g_autoptr (TlSession) session = g_object_ref (tl_live_group_get_session (group));
  g_autofree char *key = tl_session_dup_record_key (relation);

  tl_session_set_selection (session, key);
}

static const TlRelationKind *
get_kind (TlRecord *relation)
{
  const TlEdition *edition = tl_project_get_edition (tl_record_get_project (relation));

  return edition != NULL ? tl_metamodel_lookup_relation_kind (tl_metamodel_get (edition),
                                                              tl_record_get (relation, TL_RELATION_KIND))
                         : NULL;
}

/* What it says, read from this end. */
static const char *
get_phrase (TlRecord *relation,
            gboolean  outwards)
{
  const TlRelationKind *kind = get_kind (relation);

  if (kind == NULL)
    return tl_record_get (relation, TL_RELATION_KIND);
  return outwards ? tl_relation_kind_get_name (kind) : tl_relation_kind_get_inverse (kind);
}

/* "is realized by · Container", and where, if that is elsewhere. */
static char *
create_subtitle (TlRecord *element,
                 TlRecord *relation,
                 TlRecord *other,
                 gboolean  outwards)
{
  TlRecord *service = tl_element_get_service (TL_ELEMENT (other));
  const char *phrase = get_phrase (relation, outwards);
  const char *kind = tl_element_get_kind_name (TL_ELEMENT (other));
  g_autofree char *place = NULL;

  if (service == NULL || service == tl_element_get_service (TL_ELEMENT (element)))
    return g_strdup_printf ("%s · %s", phrase, kind);
  place = tl_edit_create_title (service);
  return g_strdup_printf ("%s · %s · %s", phrase, kind, place);
}

static void
add_relation (TlLiveGroup *group,
              TlRecord    *relation,
              gboolean     outwards)
{
  TlRecord *element = tl_live_group_get_record (group);
  TlProject *project = tl_record_get_project (element);
  TlRecord *other = tl_project_lookup (project, tl_record_get (relation, outwards ? TL_RELATION_TO : TL_RELATION_FROM));
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *key = NULL;
  g_autofree char *tooltip = NULL;
  GtkWidget *button;
  GtkWidget *row;

  if (!TL_IS_ELEMENT (other))
    return;
  name = tl_edit_create_title (other);
  title = tl_language_create_way (NULL, outwards, name);
  subtitle = create_subtitle (element, relation, other, outwards);
  key = tl_session_dup_record_key (other);
  row = tl_live_group_add_link (group, title, subtitle, NULL, key, NULL);
  button = tl_row_add_button (row, "document-edit-symbolic", _("Show This Relation"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_clicked_cb), relation, 0);
  /* Translators: %s is an element that another one is no longer connected with */
  tooltip = g_strdup_printf (_("Disconnect from %s"), name);
  button = tl_row_add_button (row, "list-remove-symbolic", tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), relation, 0);
}

static guint
add_relations (TlLiveGroup *group,
               GPtrArray   *relations,
               gboolean     traces,
               gboolean     outwards)
{
  guint n = 0;

  for (guint i = 0; i < relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (relations, i);
      const TlRelationKind *kind = get_kind (relation);

      if ((kind != NULL && kind->is_trace) != traces)
        continue;
      add_relation (group, relation, outwards);
      n++;
    }
  return n;
}

static void
fill_relations (TlLiveGroup *group,
                TlRecord    *element)
{
  TlTraceability *traceability = tl_traceability_get (tl_record_get_project (element));
  g_autoptr (GPtrArray) in = tl_traceability_list_in (traceability, element);
  g_autoptr (GPtrArray) out = tl_traceability_list_out (traceability, element);

  add_relations (group, in, FALSE, FALSE);
  add_relations (group, out, FALSE, TRUE);
}

/* The line {{{1 */

static void
add_untraced (TlLiveGroup *group,
              const char  *text)
{
  GtkWidget *row = tl_live_group_add_text (group, NULL, text);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
}

static void
fill_line (TlLiveGroup *group,
           TlRecord    *element)
{
  TlTraceability *traceability = tl_traceability_get (tl_record_get_project (element));
  g_autoptr (GPtrArray) in = tl_traceability_list_in (traceability, element);
  g_autoptr (GPtrArray) out = tl_traceability_list_out (traceability, element);

  if (add_relations (group, in, TRUE, FALSE) == 0
      && tl_traceability_get_backward (traceability, element) == TL_TRACED_NO)
    add_untraced (group, _("Nothing leads to it"));
  if (add_relations (group, out, TRUE, TRUE) == 0
      && tl_traceability_get_forward (traceability, element) == TL_TRACED_NO)
    add_untraced (group, _("It leads to nothing"));
}

void
tl_inspector_add_line (TlInspectorSections *sections,
                       TlRecord            *element)
{
  GtkWidget *relations = tl_live_group_new_for_record (sections->session, _("Relations"), element, fill_relations,
                                                       tl_inspector_concerns_blueprint);
  TlRecord *service = tl_inspector_find_blueprint (sections->session, element);

  /* Translators: heading of what an element is traced to */
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("The Line"), element, fill_line,
                                                               tl_inspector_concerns_blueprint));
  if (service != NULL)
    tl_live_group_add_chooser (TL_LIVE_GROUP (relations), "list-add-symbolic", _("Choose What It Is Connected With"),
                               tl_relation_chooser_new (service, element));
  gtk_box_append (sections->box, relations);
}
