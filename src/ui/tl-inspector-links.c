/* tl-inspector-links.c: what leads from an element elsewhere, and what else is said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-link.h"
#include "project/tl-property.h"
#include "ui/tl-fact-row.h"
#include "ui/tl-link-button.h"
#include "ui/tl-live-group.h"
#include "ui/tl-pair-entry.h"

#include <glib/gi18n.h>
#include <string.h>

/* Links and properties are of two texts each: a row that opens to edit them. */

static void
remove_clicked_cb (GtkWidget *button,
                   TlRecord  *record)
{
  if (tl_record_get_project (record) != NULL)
    tl_edit_remove (record);
}

static const char *
get_or_empty (TlRecord *record,
              guint     field)
{
  const char *text = tl_record_get (record, field);

  return text != NULL ? text : "";
}

static void
show_pair (GtkWidget *expander)
{
  TlRecord *record = g_object_get_data (G_OBJECT (expander), "tl-record");
  const char *title;
  const char *subtitle;
  g_autofree char *escaped_title = NULL;
  g_autofree char *escaped_subtitle = NULL;

  if (TL_IS_LINK (record))
    {
      const char *url = get_or_empty (record, TL_LINK_URL);

      title = tl_record_get (record, TL_LINK_TITLE);
      subtitle = title != NULL ? url : "";
      if (title == NULL)
        title = url;
      if (!tl_link_is_safe (url))
        subtitle = _("Not opened: neither a web page nor a mail address");
    }
  else
    {
      title = get_or_empty (record, TL_PROPERTY_NAME);
      subtitle = get_or_empty (record, TL_PROPERTY_VALUE);
    }
  escaped_title = g_markup_escape_text (title, -1);
  escaped_subtitle = g_markup_escape_text (subtitle, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), escaped_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), escaped_subtitle);
}

static void
add_fact (GtkWidget *expander,
          TlRecord  *record,
          guint      field)
{
  TlFact *fact = tl_fact_new (record, field);

  g_signal_connect_object (fact, "changed", G_CALLBACK (show_pair), expander, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), tl_fact_row_new (fact, NULL));
}

static GtkWidget *
create_remove_button (TlRecord *record)
{
  const char *tooltip = TL_IS_LINK (record) ? _("Remove Link") : _("Remove Property");
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), record, 0);
  return button;
}

static void
add_pair_row (TlLiveGroup *group,
              TlRecord    *record)
{
  GtkWidget *expander = adw_expander_row_new ();

  g_object_set_data_full (G_OBJECT (expander), "tl-record", g_object_ref (record), g_object_unref);
  show_pair (expander);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), create_remove_button (record));
  if (TL_IS_LINK (record))
    {
      TlFact *fact = tl_fact_new (record, TL_LINK_URL);
      GtkWidget *open = tl_link_button_new (fact);

      g_object_set_data_full (G_OBJECT (open), "tl-fact", fact, g_object_unref);
      gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (open, "flat");
      adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), open);
    }
  for (guint field = 0; field < tl_record_get_record_type (record)->n_fields; field++)
    add_fact (expander, record, field);
  tl_live_group_add_row (group, expander);
}

static void
fill (TlLiveGroup *group,
      TlRecord    *element,
      guint        list)
{
  for (guint i = 0; i < tl_record_get_n_items (element, list); i++)
    add_pair_row (group, tl_record_get_child (element, list, i));
}

/* A record of an element, of two texts. */
static void
add_pair (TlPairEntry *entry,
          TlRecord    *element,
          guint        list,
          const char  *first,
          const char  *second)
{
  g_autoptr (TlRecord) record = tl_record_new (tl_element_type.lists[list].type);
  g_autoptr (GError) error = NULL;

  if (tl_record_get_project (element) == NULL)
    return;
  if (!tl_record_fill (record, 1, *second != '\0' ? second : NULL, &error))
    tl_pair_entry_refuse (entry, 1, error->message);
  else if (!tl_record_fill (record, 0, first, &error) || !tl_edit_add (element, list, g_object_ref (record), &error))
    tl_pair_entry_refuse (entry, 0, error->message);
  else
    tl_pair_entry_finish (entry);
}

/* Links {{{1 */

static void
fill_links (TlLiveGroup *group,
            TlRecord    *element)
{
  fill (group, element, TL_ELEMENT_LINKS);
}

/* What is typed in a row must not make the row anew. */
static gboolean
concerns_links (TlLiveGroup    *group,
                const TlChange *change)
{
  return TL_IS_LINK (change->record) && change->kind != TL_CHANGE_SET;
}

/* As people write addresses. */
static char *
complete_address (const char *text)
{
  if (g_uri_peek_scheme (text) != NULL)
    return g_strdup (text);
  if (strchr (text, '@') != NULL && strchr (text, '/') == NULL)
    return g_strconcat ("mailto:", text, NULL);
  return g_strconcat ("https://", text, NULL);
}

static void
add_link_cb (TlPairEntry *entry,
             const char  *address,
             const char  *title,
             TlRecord    *element)
{
  g_autofree char *url = complete_address (address);

  add_pair (entry, element, TL_ELEMENT_LINKS, url, title);
}

/* Properties {{{1 */

static void
fill_properties (TlLiveGroup *group,
                 TlRecord    *element)
{
  fill (group, element, TL_ELEMENT_PROPERTIES);
}

static gboolean
concerns_properties (TlLiveGroup    *group,
                     const TlChange *change)
{
  return TL_IS_PROPERTY (change->record) && change->kind != TL_CHANGE_SET;
}

static void
add_property_cb (TlPairEntry *entry,
                 const char  *name,
                 const char  *value,
                 TlRecord    *element)
{
  add_pair (entry, element, TL_ELEMENT_PROPERTIES, name, value);
}

void
tl_inspector_add_links (TlInspectorSections *sections,
                        TlRecord            *element)
{
  GtkWidget *links = tl_live_group_new_for_record (sections->session, _("Links"), element, fill_links, concerns_links);
  GtkWidget *properties = tl_live_group_new_for_record (sections->session, _("Properties"), element, fill_properties,
                                                        concerns_properties);
  GtkWidget *new_link = tl_pair_entry_new (_("Address"), _("Title"), _("_Add Link"));
  GtkWidget *new_property = tl_pair_entry_new (_("Name"), _("Value"), _("_Add Property"));

  g_signal_connect_object (new_link, "add", G_CALLBACK (add_link_cb), element, 0);
  g_signal_connect_object (new_property, "add", G_CALLBACK (add_property_cb), element, 0);
  tl_live_group_add_chooser (TL_LIVE_GROUP (links), "list-add-symbolic", _("Add a Link"), new_link);
  tl_live_group_add_chooser (TL_LIVE_GROUP (properties), "list-add-symbolic", _("Add a Property"), new_property);
  gtk_box_append (sections->box, links);
  gtk_box_append (sections->box, properties);
}
