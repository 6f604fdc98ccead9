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

/**
 * tl_language_get_mark:
 *
 * Goes before a text that begins with what a user wrote: else a name in Latin letters
 * would make all of an Arabic line be read from the left.
 *
 * Returns: a character without width, or nothing where it is read from left to right
 */
const char *tl_language_get_mark     (void);

/**
 * tl_language_isolate:
 * @text: what a user wrote
 *
 * For a text that is joined with others: neither changes the order in which the other is
 * read. Begins with tl_language_get_mark().
 *
 * Returns: (transfer full): the text, with what says so where it is read from right to left
 */
char    *tl_language_isolate         (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_language_lead_path:
 * @path: a path or an address, which is read from the left whatever it begins with: "~/work"
 *
 * For one that has a line of its own. Begins with tl_language_get_mark().
 *
 * Returns: (transfer full): the path, with what says so where it is read from right to left
 */
char    *tl_language_lead_path       (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_language_create_way:
 * @from: (nullable): where it begins
 * @onwards: whether the arrow points from @from to @to, else back
 *
 * Joins two names by an arrow that points in the direction of reading, "A → B", in the
 * order in which they are read whatever letters they are of.
 *
 * Returns: (transfer full): the text
 */
char    *tl_language_create_way      (const char *from,
                                      gboolean    onwards,
                                      const char *to) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_language_turn_way:
 * @way: two names as they are stored, whatever the language: "A → B"
 *
 * Returns: (transfer full): what tl_language_create_way() makes of the two; any other text
 *   as it is
 */
char    *tl_language_turn_way        (const char *way) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
