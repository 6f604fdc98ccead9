/* tl-found-source.h: where a search finds things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found.h"

G_BEGIN_DECLS

/**
 * TlFoundSource:
 *
 * Searches without blocking. What it finds is of one moment; who searches asks again.
 *
 * Signal `changed`: the same text may find something else now. Not every source tells.
 */
#define TL_TYPE_FOUND_SOURCE (tl_found_source_get_type ())
G_DECLARE_INTERFACE (TlFoundSource, tl_found_source, TL, FOUND_SOURCE, GObject)

struct _TlFoundSourceInterface
{
  GTypeInterface parent_interface;

  void       (*search_async)  (TlFoundSource        *self,
                               const char           *text,
                               guint                 limit,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
  GPtrArray *(*search_finish) (TlFoundSource        *self,
                               GAsyncResult         *result,
                               GError              **error);
};

/**
 * tl_found_source_search_async:
 * @text: a query; of one that asks for nothing, nothing is found
 * @limit: at most so many
 *
 * Searches. A search that is cancelled ends soon.
 */
void       tl_found_source_search_async  (TlFoundSource        *self,
                                          const char           *text,
                                          guint                 limit,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

/* Returns: (transfer full) (element-type TlFound): what was found, the best first */
GPtrArray *tl_found_source_search_finish (TlFoundSource        *self,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
