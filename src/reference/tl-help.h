/* tl-help.h: the pages of the help
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Plain, constant data, read once from `resources/help`, never freed, readable
 * from any thread. Arrays of pointers end with %NULL. */
typedef struct _TlHelpChapter TlHelpChapter;
typedef struct _TlHelpPage    TlHelpPage;
typedef struct _TlHelpBlock   TlHelpBlock;

/**
 * TlHelpBlockKind:
 * @TL_HELP_PARAGRAPH: a paragraph
 * @TL_HELP_HEADING: the heading of what follows
 * @TL_HELP_ITEM: an item of a list
 * @TL_HELP_STEP: one of several steps, which are numbered
 * @TL_HELP_KEYS: what keys do
 * @TL_HELP_CODE: what is typed, as it is; not translated
 *
 * What a page is made of.
 */
typedef enum
{
  TL_HELP_PARAGRAPH,
  TL_HELP_HEADING,
  TL_HELP_ITEM,
  TL_HELP_STEP,
  TL_HELP_KEYS,
  TL_HELP_CODE,
} TlHelpBlockKind;

struct _TlHelpBlock
{
  TlHelpBlockKind kind;
  const char     *action; /* of KEYS: the full name of an action whose keys are meant, or NULL */
  const char     *keys;   /* of KEYS without an action: accelerators with blanks between them */

  /*< private >*/
  const char     *text;   /* not translated: use tl_help_block_get_text() */
};

struct _TlHelpPage
{
  const char               *id;      /* stable, unique among all pages */
  const TlHelpChapter      *chapter;
  const TlHelpBlock *const *blocks;

  /*< private >*/
  const char               *title;
  const char               *keywords;
};

struct _TlHelpChapter
{
  const char              *id;
  const TlHelpPage *const *pages;

  /*< private >*/
  const char              *title;
};

/* The chapter with the words of the program, a page a word. */
#define TL_HELP_WORDS "words"

/* The page that everything begins with. */
#define TL_HELP_FIRST_PAGE "throughline"

const TlHelpChapter *const *tl_help_list_chapters (void);

/* The page of an id; NULL if there is none. */
const TlHelpPage *tl_help_lookup_page (const char *id); /* nullable */

/* All translated. */
const char *tl_help_chapter_get_title (const TlHelpChapter *self);
const char *tl_help_page_get_title    (const TlHelpPage    *self);
const char *tl_help_page_get_keywords (const TlHelpPage    *self); /* other words for it; "" for none */

/**
 * tl_help_block_get_text:
 *
 * The text of a block. In it `[words](target)` is a link; see tl_help_parse_text().
 */
const char *tl_help_block_get_text    (const TlHelpBlock   *self);

/* A part of a text: words, and where they lead to, or NULL. */
typedef struct
{
  char *text;
  char *target;
} TlHelpSpan;

/**
 * tl_help_parse_text:
 * @text: the text of a block
 *
 * Takes a text apart. A target is the id of a page, that of a term as of
 * tl_term_lookup(), an index (`words`, or the version of an edition), or
 * `action:NAME` with the full name of an action, such as `action:win.page::services`.
 *
 * Returns: (transfer full) (element-type TlHelpSpan): its parts, in order
 */
GPtrArray *tl_help_parse_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The text without its links (transfer full). */
char      *tl_help_dup_plain  (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
