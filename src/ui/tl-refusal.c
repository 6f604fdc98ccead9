/* tl-refusal.c: why what was typed is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-refusal.h"

/* There is a relation for it, too, which is not told to the desktop by every version of GTK; a description is. */
void
tl_refusal_show (GtkWidget  *marked,
                 GtkWidget  *text,
                 GtkLabel   *label,
                 const char *reason)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (text);

  g_return_if_fail (GTK_IS_WIDGET (marked) && GTK_IS_WIDGET (text) && GTK_IS_LABEL (label));

  gtk_label_set_label (label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (label), reason != NULL);
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               reason != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (reason != NULL)
    {
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
      gtk_widget_add_css_class (marked, "error");
    }
  else
    {
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      gtk_widget_remove_css_class (marked, "error");
    }
}
