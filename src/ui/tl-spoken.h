/* tl-spoken.h: names for who hears the window, where the toolkit has none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tl_spoken_name_entry:
 * @row: an #AdwEntryRow that has not been shown yet
 *
 * The keyboard is on the text in the row, of which assistive technology knows
 * nothing: libadwaita 1.2 tells it of the row only. Makes a text box of it, named
 * by the row's title.
 */
void tl_spoken_name_entry (GtkWidget *row);

G_END_DECLS
