/* tl-inspector-several.c: several records at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "ui/tl-label.h"
#include "ui/tl-several.h"
#include "ui/tl-spoken.h"
#include "ui/tl-text-side.h"

#include <glib/gi18n.h>

/* Facts that several may well have in common. */
static const char *const common[] = { "owner", "criticality", "state", "environment", "version", NULL };

/* What a row edits: a field of all of them. */
typedef struct
{
  GPtrArray *records; /* of TlRecord, held */
  guint      field;
} Target;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_ptr_array_unref (target->records);
  g_free (target);
}

static void
set_all (GtkWidget  *row,
         const char *value)
{
  Target *target = g_object_get_data (G_OBJECT (row), "tl-target");
  g_autoptr (GError) error = NULL;

  if (!tl_several_set ((TlRecord *const *) target->records->pdata, target->records->len, target->field, value, &error))
    tl_inspector_send_message (row, error->message, FALSE);
}

/* FALSE if they differ. */
static gboolean
find_common (const Target  *target,
             const char   **value)
{
  *value = tl_record_get (g_ptr_array_index (target->records, 0), target->field);
  for (guint i = 1; i < target->records->len; i++)
    if (g_strcmp0 (tl_record_get (g_ptr_array_index (target->records, i), target->field), *value) != 0)
      return FALSE;
  return TRUE;
}

/* Rows {{{1 */

static void
applied_cb (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  set_all (row, *text != '\0' ? text : NULL);
}

static GtkWidget *
create_entry (const TlField *field,
              const char    *value,
              gboolean       same)
{
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: %s is a fact, such as Owner, that several services have different values of */
  g_autofree char *title = same ? g_strdup (tl_field_get_label (field))
                                : g_strdup_printf (_("%s (several)"), tl_field_get_label (field));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  tl_spoken_name_entry (row);
  tl_text_side_keep (GTK_EDITABLE (row));
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL && same ? value : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (applied_cb), NULL);
  return row;
}

static void
selected_cb (GtkWidget *row)
{
  const char *const *tokens = g_object_get_data (G_OBJECT (row), "tl-tokens");
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  /* The last says only that they differ. */
  if (position < g_strv_length ((char **) tokens))
    set_all (row, *tokens[position] != '\0' ? tokens[position] : NULL);
}

static GtkWidget *
create_choice (const TlField *field,
               const char    *value,
               gboolean       same)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) tokens = g_strv_builder_new ();
  guint selected = 0;
  guint n = 1;

  gtk_string_list_append (labels, C_("choice", "Not known"));
  g_strv_builder_add (tokens, "");
  for (const TlChoice *choice = field->choices; choice->token != NULL; choice++, n++)
    {
      gtk_string_list_append (labels, tl_field_get_choice_label (field, choice->token));
      g_strv_builder_add (tokens, choice->token);
      if (g_strcmp0 (choice->token, value) == 0)
        selected = n;
    }
  if (!same)
    {
      selected = n;
      gtk_string_list_append (labels, _("Several"));
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tl_field_get_label (field));
  tl_label_keep_value (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data_full (G_OBJECT (row), "tl-tokens", g_strv_builder_end (tokens), (GDestroyNotify) g_strfreev);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), NULL);
  return row;
}

static GtkWidget *
create_row (GPtrArray *records,
            guint      field)
{
  const TlField *description = &tl_record_get_record_type (g_ptr_array_index (records, 0))->fields[field];
  Target *target = g_new (Target, 1);
  GtkWidget *row;
  const char *value;
  gboolean same;

  *target = (Target) { g_ptr_array_ref (records), field };
  same = find_common (target, &value);
  row = description->kind == TL_FIELD_CHOICE ? create_choice (description, value, same)
                                             : create_entry (description, value, same);
  g_object_set_data_full (G_OBJECT (row), "tl-target", target, target_free);
  return row;
}

/* Group {{{1 */

static gboolean
is_common (const TlField *field)
{
  return (field->kind == TL_FIELD_CHOICE || field->kind == TL_FIELD_TEXT)
         && g_strv_contains (common, field->name);
}

static gboolean
are_of_one_type (GPtrArray *records)
{
  const TlRecordType *type = tl_record_get_record_type (g_ptr_array_index (records, 0));

  for (guint i = 1; i < records->len; i++)
    if (tl_record_get_record_type (g_ptr_array_index (records, i)) != type)
      return FALSE;
  return TRUE;
}

/* Of what is selected; the first of it is what the group is about. */
static void
fill (TlLiveGroup *group,
      TlRecord    *first)
{
  g_autoptr (GPtrArray) selected = tl_session_list_selected_records (tl_live_group_get_session (group));
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  const TlRecordType *type = tl_record_get_record_type (first);

  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (records, g_object_ref (g_ptr_array_index (selected, i)));
  if (records->len == 0 || !are_of_one_type (records))
    return;
  for (guint field = 0; field < type->n_fields; field++)
    if (is_common (&type->fields[field]))
      tl_live_group_add_row (group, create_row (records, field));
}

static gboolean
concerns (TlLiveGroup    *group,
          const TlChange *change)
{
  TlRecord *first = tl_live_group_get_record (group);

  return tl_record_get_record_type (change->record) == tl_record_get_record_type (first);
}

void
tl_inspector_add_several (TlInspectorSections *sections,
                          GPtrArray           *records)
{
  g_autofree char *title = tl_several_create_title ((TlRecord *const *) records->pdata, records->len);
  /* Translators: %s is “3 Services” */
  g_autofree char *label = g_strdup_printf (_("Delete %s"), title);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_box_append (sections->box, tl_live_group_new_for_record (sections->session, NULL, g_ptr_array_index (records, 0),
                                                               fill, concerns));
  tl_label_narrow_button (button);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspector.delete");
  gtk_box_append (sections->box, button);
}
