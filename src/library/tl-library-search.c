/* tl-library-search.c: searching the library, for the windows of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library.h"

#include "library/tl-find.h"
#include "library/tl-library-hit.h"

typedef struct
{
  char  *text;
  guint  limit;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_free (search);
}

static gpointer
search (TlIndex       *reader,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  const Search *wanted = data;
  g_autoptr (TlQuery) query = tl_query_parse (wanted->text, -1);

  return tl_find_run (reader, query, wanted->limit, cancellable, error);
}

void
tl_library_search_async (TlLibrary           *self,
                         const char          *text,
                         guint                limit,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Search *wanted = g_new (Search, 1);

  wanted->text = g_strdup (text);
  wanted->limit = limit;
  tl_library_ask_async (self, search, wanted, search_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                        user_data);
}

GPtrArray *
tl_library_search_finish (TlLibrary     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  GPtrArray *hits = tl_library_ask_finish (self, result, error);

  for (guint i = hits != NULL ? hits->len : 0; i > 0; i--)
    if (tl_library_get_hidden (self, tl_library_hit_get_facts (g_ptr_array_index (hits, i - 1))->uri))
      g_ptr_array_remove_index (hits, i - 1);
  return hits;
}
