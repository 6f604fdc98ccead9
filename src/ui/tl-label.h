/* tl-label.h: a label that may be too narrow for what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tl_label_new_narrow:
 *
 * A label of a row of a list: ends with dots where there is no more room, and then
 * shows all it says as its tooltip. Made when it is asked for: to set a tooltip
 * means to ask the display where the pointer is, which hundreds of rows at once
 * have no time for.
 *
 * Returns: (transfer floating): the label, aligned at its start
 */
GtkWidget *tl_label_new_narrow (const char *text) G_GNUC_WARN_UNUSED_RESULT; /* nullable */

/**
 * tl_label_explain:
 * @widget: a label, or what holds labels
 *
 * Lets each label that ends with dots show all it says as its tooltip. Not of rows
 * of a list: see tl_label_new_narrow().
 */
void       tl_label_explain         (GtkWidget        *widget);

/* Lets the labels in a button end with dots, and say all as a tooltip, rather than to keep
 * a window wide. */
void       tl_label_narrow_button   (GtkWidget        *button);

/* Of a window: takes no more room than a title is worth, and ends what is cut of its second
 * line in the middle, so that what is said last stays. Shows all it says as a tooltip. */
void       tl_label_narrow_title    (GtkWidget        *title);

/* Lets the description of a group of rows break into lines, whatever it says: in the horizontal box that it
 * has in libadwaita, GTK at times gives it the width of one line. */
void       tl_label_wrap_description (AdwPreferencesGroup *group);

/* Lets what is chosen be read as a whole, and the text beside it wrap; in the list it stays as it is. For
 * choices of few words. */
void       tl_label_keep_value      (AdwComboRow      *row);

/* Lets the labels of a switcher end with dots rather than to keep a window wide. */
void       tl_label_narrow_switcher (GtkStackSwitcher *switcher);

G_END_DECLS
