/* tl-blueprint-layout.h: lays out the blueprint of a service, again and again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "diagram/tl-blueprint-view.h"

G_BEGIN_DECLS

/* Keeps from picture to picture what stays the same: the sizes of texts, the
 * places of what nobody has placed, the ways of connectors; so that after an
 * edit only what it touches is laid out anew, and nothing else moves. For a page
 * that shows one service after another. */
#define TL_TYPE_BLUEPRINT_LAYOUT (tl_blueprint_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlBlueprintLayout, tl_blueprint_layout, TL, BLUEPRINT_LAYOUT, GObject)

TlBlueprintLayout *tl_blueprint_layout_new      (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a service is laid out in less time than a frame has: by how large it is, and
 * how much of it is known from before. */
gboolean           tl_blueprint_layout_is_quick (TlBlueprintLayout          *self,
                                                 TlRecord                   *service,
                                                 const PangoFontDescription *font);

/* Nearly all will have moved: to lay it out next takes as long as the first time. */
void               tl_blueprint_layout_expect_news (TlBlueprintLayout       *self);

/**
 * tl_blueprint_layout_build:
 * @service: a service
 * @traceability: (nullable): marks gaps
 * @font: as for the painter
 *
 * As tl_blueprint_view_build(), with what is known from before. In the project's
 * thread; waits for a worker that is at it.
 */
TlScene           *tl_blueprint_layout_build    (TlBlueprintLayout          *self,
                                                 TlRecord                   *service,
                                                 TlTraceability             *traceability,
                                                 const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_blueprint_layout_build_async:
 *
 * Lays out a small service at once, in a few milliseconds; the answer comes in the
 * next turn of the main loop all the same. The facts of a large one are copied in
 * pieces, between which the main loop runs, and laid out in a worker thread. What
 * was begun before is cancelled: its answer is %G_IO_ERROR_CANCELLED, as is that
 * of @cancellable, and if the service is removed meanwhile.
 */
void               tl_blueprint_layout_build_async  (TlBlueprintLayout          *self,
                                                     TlRecord                   *service,
                                                     TlTraceability             *traceability,
                                                     const PangoFontDescription *font,
                                                     GCancellable               *cancellable,
                                                     GAsyncReadyCallback         callback,
                                                     gpointer                    user_data);
TlScene           *tl_blueprint_layout_build_finish (TlBlueprintLayout          *self,
                                                     GAsyncResult               *result,
                                                     GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
