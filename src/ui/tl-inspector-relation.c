/* tl-inspector-relation.c: a relation between two elements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-relation.h"
#include "ui/tl-live-group.h"

#include <glib/gi18n.h>

static TlRecord *
find_end (TlRecord *relation,
          guint     field)
{
  TlRecord *element = tl_project_lookup (tl_record_get_project (relation), tl_record_get (relation, field));

  return TL_IS_ELEMENT (element) ? element : NULL;
}

/* What it says {{{1 */

/* Of those that may join its ends, the likeliest first (TlRelationRule). */
static GPtrArray *
list_rules (TlRecord *relation)
{
  TlRecord *from = find_end (relation, TL_RELATION_FROM);
  TlRecord *to = find_end (relation, TL_RELATION_TO);
  const TlElementKind *from_kind = from != NULL ? tl_element_get_kind (TL_ELEMENT (from)) : NULL;
  const TlElementKind *to_kind = to != NULL ? tl_element_get_kind (TL_ELEMENT (to)) : NULL;

  return from_kind != NULL && to_kind != NULL ? tl_metamodel_list_rules (from_kind, to_kind) : g_ptr_array_new ();
}

static void
kind_selected_cb (AdwComboRow *row,
                  GParamSpec  *pspec,
                  TlRecord    *relation)
{
  g_autoptr (GPtrArray) rules = list_rules (relation);
  guint position = adw_combo_row_get_selected (row);
  const TlRelationRule *rule = position < rules->len ? g_ptr_array_index (rules, position) : NULL;
  g_autoptr (GError) error = NULL;

  if (rule == NULL || tl_record_get_project (relation) == NULL)
    return;
  if (!tl_edit_set (relation, TL_RELATION_KIND, rule->relation->id, &error))
    tl_inspector_send_message (GTK_WIDGET (row), error->message, FALSE);
}

/* Kinds by what they say; one that no rule allows is shown as it is. */
static void
fill_kind (TlLiveGroup *group,
           TlRecord    *relation)
{
  g_autoptr (GPtrArray) rules = list_rules (relation);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *token = tl_record_get (relation, TL_RELATION_KIND);
  GtkWidget *row = adw_combo_row_new ();
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < rules->len; i++)
    {
      const TlRelationRule *rule = g_ptr_array_index (rules, i);

      gtk_string_list_append (names, tl_relation_kind_get_name (rule->relation));
      if (g_str_equal (rule->relation->id, token))
        selected = i;
    }
  if (selected == GTK_INVALID_LIST_POSITION)
    {
      /* Translators: %s is the kind of a relation that may not be where it is */
      g_autofree char *label = g_strdup_printf (_("%s (not allowed here)"), token);

      selected = rules->len;
      gtk_string_list_append (names, label);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (kind_selected_cb), relation, 0);
  tl_live_group_add_row (group, row);
}

static const TlRelationRule *
find_rule (TlRecord *relation)
{
  g_autoptr (GPtrArray) rules = list_rules (relation);

  for (guint i = 0; i < rules->len; i++)
    {
      const TlRelationRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->relation->id, tl_record_get (relation, TL_RELATION_KIND)))
        return rule;
    }
  return NULL;
}

/* Its ends {{{1 */

static void
add_end (TlLiveGroup *group,
         TlRecord    *relation,
         guint        field,
         const char  *multiplicity)
{
  TlRecord *element = find_end (relation, field);
  const char *label = field == TL_RELATION_FROM ? C_("end of a relation", "From") : C_("end of a relation", "To");
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *key = NULL;

  if (element == NULL)
    {
      tl_live_group_add_text (group, label, tl_record_get (relation, field));
      return;
    }
  title = tl_edit_create_title (element);
  subtitle = g_strdup_printf ("%s · %s", label, tl_element_get_kind_name (TL_ELEMENT (element)));
  key = tl_session_dup_record_key (element);
  tl_live_group_add_link (group, title, subtitle, multiplicity, key, NULL);
}

static void
fill_ends (TlLiveGroup *group,
           TlRecord    *relation)
{
  const TlRelationRule *rule = find_rule (relation);

  add_end (group, relation, TL_RELATION_FROM, rule != NULL ? rule->from_multiplicity : NULL);
  add_end (group, relation, TL_RELATION_TO, rule != NULL ? rule->to_multiplicity : NULL);
}

/* "Checkout API uses Ledger". */
char *
tl_inspector_create_relation_title (TlRecord *relation)
{
  TlRecord *from = find_end (relation, TL_RELATION_FROM);
  TlRecord *to = find_end (relation, TL_RELATION_TO);
  const TlRelationRule *rule = find_rule (relation);
  g_autofree char *from_title = NULL;
  g_autofree char *to_title = NULL;

  if (from == NULL || to == NULL)
    return tl_edit_create_title (relation);
  from_title = tl_edit_create_title (from);
  to_title = tl_edit_create_title (to);
  /* Translators: an element, what a relation says, such as “is realized by”, another element */
  return g_strdup_printf (_("%1$s %2$s %3$s"), from_title,
                          rule != NULL ? tl_relation_kind_get_name (rule->relation)
                                       : tl_record_get (relation, TL_RELATION_KIND),
                          to_title);
}

void
tl_inspector_add_relation (TlInspectorSections *sections,
                           TlRecord            *relation)
{
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, NULL, relation, fill_kind,
                                                               tl_inspector_concerns_blueprint));
  /* Translators: heading: the two elements that a relation joins */
  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, _("Ends"), relation, fill_ends,
                                                               tl_inspector_concerns_blueprint));
}
