/* tl-found-source.c: where a search finds things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-found-source.h"

G_DEFINE_INTERFACE (TlFoundSource, tl_found_source, G_TYPE_OBJECT)

static void
tl_found_source_default_init (TlFoundSourceInterface *iface)
{
  g_signal_new ("changed", TL_TYPE_FOUND_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
tl_found_source_search_async (TlFoundSource       *self,
                              const char          *text,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (TL_IS_FOUND_SOURCE (self));
  g_return_if_fail (text != NULL);

  TL_FOUND_SOURCE_GET_IFACE (self)->search_async (self, text, limit, cancellable, callback, user_data);
}

GPtrArray *
tl_found_source_search_finish (TlFoundSource  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (TL_IS_FOUND_SOURCE (self), NULL);

  return TL_FOUND_SOURCE_GET_IFACE (self)->search_finish (self, result, error);
}
