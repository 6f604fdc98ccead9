/* tl-kinds-dialog.c: the element kinds that a project adds to those of its edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-kinds-dialog.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "ui/tl-fact-row.h"
#include "ui/tl-live-group.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

/* What new kinds are like, in both editions. */
#define USUAL_KIND "logical-component"

/* Rows {{{1 */

/* Its elements become what it is like. */
static void
delete_clicked_cb (GtkWidget *button,
                   TlRecord  *kind)
{
  if (tl_record_get_project (kind) != NULL)
    tl_edit_remove (kind);
}

static void
show_kind (GtkWidget *expander)
{
  TlRecord *kind = g_object_get_data (G_OBJECT (expander), "tl-record");
  TlProject *project = tl_record_get_project (kind);
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *like = NULL;
  g_autofree char *escaped_like = NULL;

  if (project == NULL)
    return;
  title = tl_edit_create_title (kind);
  escaped = g_markup_escape_text (title, -1);
  /* Translators: %s is a kind of element, such as Component */
  like = g_strdup_printf (_("Like %s"), tl_project_get_element_kind_name (project, tl_record_get (kind, TL_OWN_KIND_LIKE)));
  escaped_like = g_markup_escape_text (like, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), escaped);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), escaped_like);
}

static GtkWidget *
create_delete_button (TlRecord *kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Delete This Kind"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete This Kind"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), kind, 0);
  return button;
}

static void
add_kind (TlLiveGroup *group,
          TlRecord    *kind)
{
  GtkWidget *expander = adw_expander_row_new ();

  g_object_set_data_full (G_OBJECT (expander), "tl-record", g_object_ref (kind), g_object_unref);
  show_kind (expander);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), create_delete_button (kind));
  for (guint field = TL_OWN_KIND_NAME; field <= TL_OWN_KIND_TEXT; field++)
    {
      TlFact *fact = tl_fact_new (kind, field);

      g_signal_connect_object (fact, "changed", G_CALLBACK (show_kind), expander, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), tl_fact_row_new (fact, NULL));
    }
  tl_live_group_add_row (group, expander);
}

static void
fill (TlLiveGroup *group,
      TlRecord    *project)
{
  guint n = tl_record_get_n_items (project, TL_PROJECT_KINDS);

  if (n == 0)
    tl_live_group_add_text (group, NULL, _("There are none yet: those of the edition are always there."));
  for (guint i = 0; i < n; i++)
    add_kind (group, tl_record_get_child (project, TL_PROJECT_KINDS, i));
}

/* What is typed in a row must not make the row anew. */
static gboolean
concerns (TlLiveGroup    *group,
          const TlChange *change)
{
  return TL_IS_OWN_KIND (change->record) && change->kind != TL_CHANGE_SET;
}

static void
add_clicked_cb (TlLiveGroup *group)
{
  g_autoptr (TlRecord) kind = tl_record_new (&tl_own_kind_type);
  g_autoptr (GError) error = NULL;

  if (!tl_record_fill (kind, TL_OWN_KIND_NAME, _("New Kind"), &error)
      || !tl_record_fill (kind, TL_OWN_KIND_LIKE, USUAL_KIND, &error)
      || !tl_edit_add (tl_live_group_get_record (group), TL_PROJECT_KINDS, g_object_ref (kind), &error))
    gtk_widget_error_bell (GTK_WIDGET (group));
}

/* Window {{{1 */

GtkWidget *
tl_kinds_dialog_new (TlSession *session)
{
  GtkWidget *window;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_val_if_fail (tl_session_get_project (session) != NULL, NULL);

  group = tl_live_group_new_for_record (session, _("Element Kinds"), TL_RECORD (tl_session_get_project (session)),
                                        fill, concerns);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A kind of your own behaves as the one of the edition that it is like, and has "
                                           "a name of its own."));
  tl_live_group_add_button (TL_LIVE_GROUP (group), "list-add-symbolic", _("Add a Kind"), G_CALLBACK (add_clicked_cb));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);

  window = g_object_new (ADW_TYPE_WINDOW, "title", _("Kinds of This Project"), "modal", TRUE, "default-width", 520,
                         "default-height", 560, "content", box, NULL);
  tl_window_size_scale (GTK_WINDOW (window));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return window;
}
