/* tl-library-search.c: searching the library, for the windows of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library.h"

#include "library/tl-find.h"

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
  return tl_library_ask_finish (self, result, error);
}
