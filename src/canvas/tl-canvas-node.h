/* tl-canvas-node.h: a node of a diagram as assistive technology meets it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/* An invisible child of a canvas where a node is painted: it has a role, a name, a
 * description and the keyboard focus, and actions `node.select` and
 * `node.activate`, which are offered to assistive technology. It draws nothing
 * and lets the pointer through. */
#define TL_TYPE_CANVAS_NODE (tl_canvas_node_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasNode, tl_canvas_node, TL, CANVAS_NODE, GtkWidget)

GtkWidget  *tl_canvas_node_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/* Makes it stand for a node; strings are copied. */
void        tl_canvas_node_set_node     (TlCanvasNode *self,
                                         const TlNode *node);
const char *tl_canvas_node_get_key      (TlCanvasNode *self);
TlRect      tl_canvas_node_get_bounds   (TlCanvasNode *self); /* canvas units */
/* Describes it by @text for a while, instead of by its own description; NULL: not any
 * more. */
void        tl_canvas_node_say          (TlCanvasNode *self,
                                         const char   *text);
void        tl_canvas_node_set_selected (TlCanvasNode *self,
                                         gboolean      selected);

G_END_DECLS
