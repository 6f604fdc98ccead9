/* tl-preferences.h: what a user can have their own way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlPreferences:
 *
 * How the program looks, what new projects begin with, and how blueprints are edited;
 * each takes effect at once.
 */
#define TL_TYPE_PREFERENCES (tl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (TlPreferences, tl_preferences, TL, PREFERENCES, AdwPreferencesWindow)

GtkWidget *tl_preferences_new  (void) G_GNUC_WARN_UNUSED_RESULT;

/* Goes to one of them: "style", "edition", "minimap", "restore", "currency",
 * "snap-to-grid", "grid-size", "snap-to-neighbours". */
void       tl_preferences_show (TlPreferences *self,
                                const char    *name);

G_END_DECLS
