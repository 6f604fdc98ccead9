/* tl-help-article-private.h: what an article is put together from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-help.h"
#include "reference/tl-term.h"
#include "ui/tl-help-article.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

struct _TlHelpArticle
{
  GtkWidget  parent_instance;

  char      *title;
  gboolean   can_show;
  TlSession *session; /* of the rows of a term, which lead to others; NULL for a page */

  GtkWidget *scrolled;
  GtkBox    *content;
};

/* tl-help-article.c: each adds something at the end */
GtkWidget *tl_help_article_add_markup  (TlHelpArticle *self,
                                        const char    *markup);
GtkWidget *tl_help_article_add_text    (TlHelpArticle *self,
                                        const char    *text);    /* as of tl_help_parse_text() */
void       tl_help_article_add_title   (TlHelpArticle *self,
                                        const char    *caption,  /* nullable */
                                        const char    *title);
void       tl_help_article_add_heading (TlHelpArticle *self,
                                        const char    *heading);
void       tl_help_article_follow      (TlHelpArticle *self,
                                        const char    *target);

/* tl-help-article-term.c */
void       tl_help_article_add_term    (TlHelpArticle   *self,
                                        const TlTerm    *term);
void       tl_help_article_add_index   (TlHelpArticle   *self,
                                        const TlEdition *edition);

/* "[Incident](2.1/component:incident)", transfer full. */
char      *tl_help_dup_link            (const TlTerm    *term) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
