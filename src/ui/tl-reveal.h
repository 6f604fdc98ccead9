/* tl-reveal.h: shows where a file lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tl_reveal_file:
 * @parent: (nullable): the window it is asked from
 * @uri: of a file, which need not be there
 *
 * Opens the folder of a file in the file manager, with the file selected: by itself, or,
 * from inside a sandbox, through the portal. Where neither can do that, opens the folder alone.
 */
void tl_reveal_file (GtkWindow  *parent,
                     const char *uri);

G_END_DECLS
