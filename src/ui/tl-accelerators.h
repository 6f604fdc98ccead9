/* tl-accelerators.h: the keys of actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the actions of the application and of its windows their keys, in the direction of
 * windows at this moment. */
void tl_accelerators_set (GtkApplication *application);

G_END_DECLS
