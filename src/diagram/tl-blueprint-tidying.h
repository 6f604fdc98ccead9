/* tl-blueprint-tidying.h: a better arrangement of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "diagram/tl-blueprint-view.h"

G_BEGIN_DECLS

/* Whether tl_blueprint_view_tidy() takes less time than a frame has. */
gboolean  tl_blueprint_tidying_is_quick   (TlRecord                   *service);

/**
 * tl_blueprint_tidying_run_async:
 *
 * As tl_blueprint_view_tidy(), in a worker thread; the facts are copied in pieces,
 * between which the main loop runs. If the project changes meanwhile, it begins anew,
 * so that what is found holds when it is told. %G_IO_ERROR_CANCELLED if the service is
 * removed.
 */
void      tl_blueprint_tidying_run_async  (TlRecord                   *service,
                                           GPtrArray                  *elements,
                                           const PangoFontDescription *font,
                                           GCancellable               *cancellable,
                                           GAsyncReadyCallback         callback,
                                           gpointer                    user_data);
GArray   *tl_blueprint_tidying_run_finish (GAsyncResult               *result,
                                           GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
