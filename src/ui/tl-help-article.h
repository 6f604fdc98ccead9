/* tl-help-article.h: shows a page of the help, or explains a term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlHelpArticle:
 *
 * A page that scrolls; its texts can be selected and copied.
 *
 * Signals:
 * - `link (const char *target)`: a link was followed, to a page, term or index, or
 *   with `action:` before it to an action; see tl_help_parse_text()
 */
#define TL_TYPE_HELP_ARTICLE (tl_help_article_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpArticle, tl_help_article, TL, HELP_ARTICLE, GtkWidget)

/**
 * tl_help_article_show:
 * @target: the id of a page or term, `words`, or the version of an edition
 *
 * Returns: FALSE if there is no such page; what was shown stays then
 */
gboolean    tl_help_article_show      (TlHelpArticle *self,
                                       const char    *target);
const char *tl_help_article_get_title (TlHelpArticle *self); /* "" before there is one */

/* Whether a term can be shown in a diagram, for which the article then offers a
 * link `show:` with the id of the term. Of what is shown next. */
void        tl_help_article_set_can_show (TlHelpArticle *self,
                                          gboolean       can_show);

G_END_DECLS
