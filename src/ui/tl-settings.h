/* tl-settings.h: what the program remembers of its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A program that runs from its build folder may find no schema: then nothing is
 * remembered, and every value is the one given as @fallback. */

/**
 * tl_settings_get:
 *
 * Returns: (nullable) (transfer none): the program's settings, or %NULL if
 *   their schema is not installed
 */
GSettings *tl_settings_get         (void);

gboolean   tl_settings_get_boolean (const char *key,
                                    gboolean    fallback);
int        tl_settings_get_int     (const char *key,
                                    int         fallback);
char      *tl_settings_dup_string  (const char *key,
                                    const char *fallback);
void       tl_settings_set_boolean (const char *key,
                                    gboolean    value);
void       tl_settings_set_int     (const char *key,
                                    int         value);
void       tl_settings_set_string  (const char *key,
                                    const char *value);

G_END_DECLS
