/* tl-about.h: what the program is, and whose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the desktop calls it; of a variant for development that is said. */
char *tl_about_dup_name (void);

/* @parent: (nullable): the window to stand over */
void tl_about_present (GtkWindow *parent);

G_END_DECLS
