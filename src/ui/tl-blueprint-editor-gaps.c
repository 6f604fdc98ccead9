/* tl-blueprint-editor-gaps.c: what is missing on the line, and mending it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "ui/tl-focus.h"
#include "ui/tl-gap-cell.h"
#include "ui/tl-help-context.h"
#include "ui/tl-help-menu.h"
#include "ui/tl-label.h"
#include "ui/tl-settings.h"

#include <glib/gi18n.h>

static void
mend (TlBlueprintEditor *self,
      TlRecord          *element,
      const TlGapRule   *rule)
{
  const TlConnectionWish wish = {
    .outwards = rule->need != TL_NEED_BACKWARD,
    .inwards = rule->need != TL_NEED_FORWARD,
    .traces_only = rule->need != TL_NEED_RELATION,
    .relation = rule->relation,
    .others = rule->others,
  };

  tl_blueprint_editor_offer (self, element, &wish);
}

static void
message_cb (TlBlueprintEditor *self,
            const char        *text,
            gboolean           undoable)
{
  tl_blueprint_editor_toast (self, text, undoable);
}

/* It is called like what it mends until it has a name of its own. */
static void
added_cb (TlBlueprintEditor *self,
          TlRecord          *element)
{
  g_autofree char *key = tl_session_dup_record_key (element);

  tl_blueprint_editor_present (self, &element, 1);
  tl_blueprint_editor_rename (self, key);
}

static void
closed_cb (TlBlueprintEditor *self)
{
  gtk_revealer_set_reveal_child (self->gaps_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->gaps_button));
}

static void
n_gaps_cb (TlBlueprintEditor *self)
{
  guint n = tl_gap_panel_get_n_gaps (self->gap_panel);
  /* Translators: on a button: how many gaps the line of a service has */
  g_autofree char *label = g_strdup_printf (_("_Gaps: %'u"), n);

  gtk_button_set_label (GTK_BUTTON (self->gaps_button), label);
  tl_label_narrow_button (GTK_WIDGET (self->gaps_button));
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->gaps_button), "broken");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->gaps_button), "broken");
}

/* Who opens the list by keyboard wants to mend what is in it; who closes it goes on
 * drawing. Other windows open and close theirs with it. */
static void
revealed_cb (TlBlueprintEditor *self)
{
  GtkWidget *panel = GTK_WIDGET (self->gap_panel);
  GtkRoot *root = gtk_widget_get_root (panel);
  guint n = tl_gap_panel_get_n_gaps (self->gap_panel);
  g_autofree char *text = NULL;

  if (!gtk_revealer_get_reveal_child (self->gaps_revealer))
    {
      if (tl_focus_is_within (panel))
        gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
      return;
    }
  if (!GTK_IS_WINDOW (root) || !gtk_window_is_active (GTK_WINDOW (root))
      || !tl_focus_is_within (GTK_WIDGET (self->canvas)))
    return;
  gtk_widget_grab_focus (panel);
  text = g_strdup_printf (ngettext ("%'u gap", "%'u gaps", n), n);
  tl_blueprint_editor_tell (self, text);
}

/* From the context menu: the target is the id of the rule. */
static void
mend_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlBlueprintEditor *self = user_data;
  TlRecord *element = tl_blueprint_editor_get_selected_element (self);
  g_autoptr(GArray) gaps = NULL;

  if (element == NULL)
    return;
  gaps = tl_traceability_list_gaps_of (self->traceability, element);
  for (guint i = 0; i < gaps->len; i++)
    {
      const TlGapRule *rule = g_array_index (gaps, TlGap, i).rule;

      if (g_str_equal (rule->id, g_variant_get_string (parameter, NULL)))
        mend (self, element, rule);
    }
}

void
tl_blueprint_editor_add_gaps (TlBlueprintEditor *self)
{
  static const GActionEntry entry = { "mend", mend_action_cb, "s" };
  g_autoptr(GPropertyAction) shown = g_property_action_new ("gaps", self->gaps_revealer, "reveal-child");

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (shown));
  if (tl_settings_get () != NULL)
    g_settings_bind (tl_settings_get (), "gaps-visible", self->gaps_revealer, "reveal-child", G_SETTINGS_BIND_DEFAULT);

  g_signal_connect_object (self->gap_panel, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gap_panel, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gap_panel, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gap_panel, "notify::n-gaps", G_CALLBACK (n_gaps_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gaps_revealer, "notify::reveal-child", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  n_gaps_cb (self);
}

GMenuModel *
tl_blueprint_editor_create_element_menu (TlBlueprintEditor *self,
                                         TlRecord          *element)
{
  GMenu *menu = tl_help_menu_new (self->element_menu, tl_help_context_for_record (element));
  g_autoptr(GMenu) mends = g_menu_new ();
  g_autoptr(GArray) gaps = tl_traceability_list_gaps_of (self->traceability, element);

  for (guint i = 0; i < gaps->len; i++)
    {
      const TlGap *gap = &g_array_index (gaps, TlGap, i);
      g_autofree char *label = tl_gap_cell_create_mend_label (gap);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      if (label == NULL)
        continue;
      g_menu_item_set_action_and_target (item, "blueprint.mend", "s", gap->rule->id);
      g_menu_append_item (mends, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (mends)) > 0)
    /* Translators: heading in a menu, above what mends the gaps of an element */
    g_menu_prepend_section (menu, _("Missing"), G_MENU_MODEL (mends));
  return G_MENU_MODEL (menu);
}
