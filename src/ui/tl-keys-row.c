/* tl-keys-row.c: a row of a list that tells a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-keys-row.h"

#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

#define SPACING 12 /* logical pixels */
/* Of what keys do, beside them. */
#define KEYS_CHARS 16

/* As a person says them: "Ctrl+Left, Ctrl+Right". */
static char *
dup_spoken_keys (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  GString *spoken = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      guint key = 0;
      GdkModifierType modifiers = 0;
      g_autofree char *label = gtk_accelerator_parse (each[i], &key, &modifiers)
                                 ? gtk_accelerator_get_label (key, modifiers) : g_strdup (each[i]);

      g_string_append_printf (spoken, "%s%s", i > 0 ? C_("list", ", ") : "", label);
    }
  return g_string_free (spoken, FALSE);
}

/* One beside the other, or beneath it: two with three keys each are wider than a narrow window. */
static GtkWidget *
create_labels (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  GtkWidget *box = tl_wrap_box_new (SPACING, SPACING / 2);

  g_object_set (box, "spread", FALSE, NULL);
  for (guint i = 0; each[i] != NULL; i++)
    tl_wrap_box_append (TL_WRAP_BOX (box), gtk_shortcut_label_new (each[i]));
  return box;
}

/* The keys stand below where there is no room beside. */
GtkWidget *
tl_keys_row_new (const char *text,
                 const char *keys)
{
  g_autofree char *spoken = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = tl_wrap_box_new (SPACING, SPACING / 2);
  GtkWidget *label = gtk_label_new (text);

  g_return_val_if_fail (text != NULL && keys != NULL, row);

  spoken = dup_spoken_keys (keys);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (text, -1), KEYS_CHARS));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "help-keys");
  tl_wrap_box_append (TL_WRAP_BOX (box), label);
  tl_wrap_box_append (TL_WRAP_BOX (box), create_labels (keys));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  return row;
}
