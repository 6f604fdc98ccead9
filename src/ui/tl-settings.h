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

/* The currency that costs are given in: what was chosen, else that of the country; NULL
 * if none is known. ISO 4217; to be freed. */
char      *tl_settings_dup_currency        (void);
/* That of the country, or NULL. */
char      *tl_settings_dup_local_currency  (void);

/* Keeps a property of an object and a value the same, both ways. */
void       tl_settings_bind        (const char *key,
                                    gpointer    object,
                                    const char *property);
/**
 * tl_settings_bind_choice:
 * @key: of a string
 * @object: what has a `selected` position
 * @tokens: (array zero-terminated=1): the string of each position
 * @destroy: (nullable): frees them when the object is gone; %NULL if they are static
 *
 * The same for one of several.
 */
void       tl_settings_bind_choice (const char        *key,
                                    gpointer           object,
                                    const char *const *tokens,
                                    GDestroyNotify     destroy);

G_END_DECLS
