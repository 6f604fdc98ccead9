/* tl-help-menu.h: explains a thing in its menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * tl_help_menu_append:
 * @menu: a menu
 * @target: (nullable): the id of a page or term; nothing is added for none
 *
 * Adds "About “Incident”…", in a section of its own.
 */
void   tl_help_menu_append (GMenu      *menu,
                            const char *target);

/* A menu with the sections of another one, and that at its end (transfer full). */
GMenu *tl_help_menu_new    (GMenuModel *sections,
                            const char *target) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
