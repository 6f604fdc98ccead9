/* tl-help-menu.c: explains a thing in its menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-menu.h"

#include "reference/tl-help.h"
#include "reference/tl-term.h"

#include <glib/gi18n.h>

static const char *
get_name (const char *target)
{
  const TlTerm *term = tl_term_lookup (target);
  const TlHelpPage *page = term == NULL ? tl_help_lookup_page (target) : NULL;

  if (term != NULL)
    return tl_term_get_name (term);
  return page != NULL ? tl_help_page_get_title (page) : NULL;
}

void
tl_help_menu_append (GMenu      *menu,
                     const char *target)
{
  const char *name = get_name (target);
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (G_IS_MENU (menu));

  if (name == NULL)
    return;
  /* Translators: in the menu of a thing; %s is what it is, such as “Incident” */
  label = g_strdup_printf (_("A_bout “%s”…"), name);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "app.help-on", "s", target);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* One after the other: a section within a section is drawn without a line around it. */
GMenu *
tl_help_menu_new (GMenuModel *sections,
                  const char *target)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < g_menu_model_get_n_items (sections); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_from_model (sections, i);

      g_menu_append_item (menu, item);
    }
  tl_help_menu_append (menu, target);
  return menu;
}
