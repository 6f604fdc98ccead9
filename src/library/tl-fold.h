/* tl-fold.h: words as the library compares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters and digits make words, all else is between them; case and diacritics do
 * not count, whether they are written as one character or as two: "Café-Bar" is
 * "cafe" and "bar". The tokenizer of the index, `unicode61 remove_diacritics 2`,
 * divides and folds text alike. */

/**
 * tl_fold_next_word:
 * @cursor: (inout): where to look, in a text that ends with NUL; afterwards the end
 *   of the word, or of the text
 * @word: gets the folded word
 * @start: (out) (optional): where the word begins in the text; it ends at @cursor
 *
 * Finds the next word of a text. Bytes that are not UTF-8 stand between words.
 *
 * Returns: whether there is one
 */
gboolean tl_fold_next_word (const char **cursor,
                            GString     *word,
                            const char **start);

/**
 * tl_fold_list_words:
 * @text: any text
 *
 * Returns: (transfer full): its folded words, in order; may be empty
 */
char   **tl_fold_list_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_fold_key:
 * @text: any text
 *
 * Its folded words with one space between them: "Café-Bar (old)" is "cafe bar old".
 * Texts with the same key are the same to a reader; what begins with the words of
 * another has a key that begins with its key.
 *
 * Returns: (transfer full): the key; empty if @text has no word
 */
char    *tl_fold_key       (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
