/* tl-language.h: the language of the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_language_start:
 *
 * Makes texts, numbers and dates those of the user's locale. Once, at the start of
 * a program, in its first thread.
 */
void     tl_language_start           (void);

/**
 * tl_language_is_right_to_left:
 *
 * Tells from the catalogue in use, not from the locale: where there is no
 * translation, all texts are English.
 *
 * Returns: whether the texts of the program are read from right to left
 */
gboolean tl_language_is_right_to_left (void);

G_END_DECLS
