/* tl-text-side.c: the side on which a text in an entry begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-text-side.h"

/* GtkText takes the side from the text where that says one. */
static void
changed_cb (GtkEditable *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (text), gtk_editable_get_text (text));
  PangoDirection read = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (text)) == GTK_TEXT_DIR_RTL;

  gtk_editable_set_alignment (text, (read == PANGO_DIRECTION_RTL) == right_to_left ? 0 : 1);
}

void
tl_text_side_keep (GtkEditable *editable)
{
  GtkEditable *text;

  g_return_if_fail (GTK_IS_EDITABLE (editable));

  text = gtk_editable_get_delegate (editable);
  if (text == NULL)
    text = editable;
  g_signal_connect (text, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (text, "direction-changed", G_CALLBACK (changed_cb), NULL);
  changed_cb (text);
}
