/* tl-help-search.c: finds pages of the help and terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-search.h"

#include "reference/tl-help.h"
#include "reference/tl-term.h"
#include "ui/tl-fit.h"

#include <glib/gi18n.h>

static void
free_hit (gpointer data)
{
  TlHelpHit *hit = data;

  g_free (hit->subtitle);
  g_free (hit);
}

static void
add_hit (GPtrArray  *hits,
         const char *target,
         const char *title,
         char       *subtitle,
         guint       rank)
{
  TlHelpHit *hit = g_new0 (TlHelpHit, 1);

  hit->target = target;
  hit->title = title;
  hit->subtitle = subtitle;
  hit->rank = rank;
  g_ptr_array_add (hits, hit);
}

/* Pages {{{1 */

static guint
rank_page (const TlHelpPage *page,
           guint             where,
           TlFit            *fit)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (others, g_strdup (tl_help_page_get_keywords (page)));
  for (const TlHelpBlock *const *block = page->blocks;
       (where & TL_HELP_SEARCH_TEXTS) != 0 && *block != NULL; block++)
    g_ptr_array_add (others, tl_help_dup_plain (tl_help_block_get_text (*block)));
  g_ptr_array_add (others, NULL);
  return tl_fit_rank (fit, tl_help_page_get_title (page), (const char *const *) others->pdata);
}

static void
find_pages (GPtrArray *hits,
            guint      where,
            TlFit     *fit)
{
  for (const TlHelpChapter *const *chapter = tl_help_list_chapters (); *chapter != NULL; chapter++)
    for (const TlHelpPage *const *page = (*chapter)->pages; *page != NULL; page++)
      {
        guint rank = rank_page (*page, where, fit);

        if (rank > 0)
          add_hit (hits, (*page)->id, tl_help_page_get_title (*page), g_strdup (tl_help_chapter_get_title (*chapter)),
                   rank);
      }
}

/* Terms {{{1 */

static gboolean
is_wanted (const TlTerm *term,
           guint         where)
{
  gboolean standard = term->kind == TL_TERM_CONCEPT || term->kind == TL_TERM_ATTRIBUTE;

  return (where & (standard ? TL_HELP_SEARCH_STANDARD : TL_HELP_SEARCH_KINDS)) != 0;
}

static char *
dup_term_subtitle (const TlTerm *term)
{
  const char *edition = tl_edition_get_name (term->edition);

  if (term->kind == TL_TERM_ATTRIBUTE)
    return g_strjoin (C_("facts", " · "), tl_term_get_kind_label (term), tl_term_get_concept (term)->name, edition, NULL);
  return g_strdup_printf ("%s · %s", tl_term_get_kind_label (term), edition);
}

static void
find_terms (GPtrArray       *hits,
            const TlEdition *edition,
            guint            where,
            TlFit           *fit)
{
  for (const TlTerm *const *term = tl_term_list (edition); *term != NULL; term++)
    {
      const char *text = tl_term_get_text (*term);
      const char *others[] = { tl_term_get_kind_label (*term), tl_edition_get_name (edition), text, NULL };
      gboolean texts = (where & TL_HELP_SEARCH_TEXTS) != 0;
      guint rank = is_wanted (*term, where) ? tl_fit_rank (fit, tl_term_get_name (*term), texts ? others : NULL) : 0;

      if (rank > 0)
        add_hit (hits, (*term)->id, tl_term_get_name (*term), dup_term_subtitle (*term), rank);
    }
}

/* All {{{1 */

/* What fits equally well stays in the order in which it was looked for: GLib sorts so. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const TlHelpHit *one = *(const TlHelpHit *const *) a, *other = *(const TlHelpHit *const *) b;

  return (int) other->rank - (int) one->rank;
}

GPtrArray *
tl_help_search (TlQuery *query,
                guint    where,
                guint    limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (free_hit);
  g_autoptr (TlFit) fit = NULL;

  g_return_val_if_fail (query != NULL, hits);

  fit = tl_fit_new (query);
  if (tl_query_is_empty (query) || tl_fit_is_filtered (fit))
    return hits;
  if ((where & TL_HELP_SEARCH_PAGES) != 0)
    find_pages (hits, where, fit);
  for (const char *const *version = tl_edition_list_versions (); *version != NULL; version++)
    find_terms (hits, tl_edition_get (*version), where, fit);
  g_ptr_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
  return hits;
}
