/* tl-label.c: a label that may be too narrow for what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-label.h"

#include "ui/tl-ui-resource.h"

#define TITLE_CHARS 50

static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

GtkWidget *
tl_label_new_narrow (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return label;
}

void
tl_label_explain (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    tl_label_explain (child);
}

static void
narrow_below (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    narrow_below (child);
}

void
tl_label_narrow_button (GtkWidget *button)
{
  g_return_if_fail (GTK_IS_WIDGET (button));

  narrow_below (button);
  /* One that says what it does has a tooltip already. */
  if (!gtk_widget_get_has_tooltip (button))
    tl_label_explain (button);
}

static void
narrow_title_below (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      narrow_title_below (child);
      if (!GTK_IS_LABEL (child))
        continue;
      gtk_label_set_max_width_chars (GTK_LABEL (child), TITLE_CHARS);
      if (gtk_widget_has_css_class (child, "subtitle"))
        gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_MIDDLE);
    }
}

void
tl_label_narrow_title (GtkWidget *title)
{
  g_return_if_fail (GTK_IS_WIDGET (title));

  narrow_title_below (title);
  tl_label_explain (title);
}

void
tl_label_wrap_description (AdwPreferencesGroup *group)
{
  GtkWidget *label;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  label = gtk_label_new (adw_preferences_group_get_description (group));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_group_set_description (group, NULL);
  adw_preferences_group_add (group, label);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (label)), label, NULL);
}

void
tl_label_keep_value (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory =
    gtk_builder_list_item_factory_new_from_resource (NULL, TL_UI_RESOURCE ("tl-choice-value.ui"));

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}

void
tl_label_narrow_switcher (GtkStackSwitcher *switcher)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (switcher)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      GtkWidget *label = GTK_IS_BUTTON (button) ? gtk_button_get_child (GTK_BUTTON (button)) : NULL;

      if (GTK_IS_LABEL (label))
        {
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          tl_label_explain (label);
        }
    }
  gtk_widget_add_css_class (GTK_WIDGET (switcher), "narrow");
}
