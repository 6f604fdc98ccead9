/* tl-drag.h: dragging with the first button, as an editor needs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-hit.h"

G_BEGIN_DECLS

/* A tool that edits by dragging says what it does in a table of functions. A drag
 * begins when the pointer has gone farther than the system's threshold from where
 * the button was pressed; while it lasts, the view moves by itself at the borders,
 * and Escape rolls it back. */
typedef struct _TlDrag TlDrag;

typedef struct
{
  /* Whether a press there may begin this drag. */
  gboolean (*accepts) (TlCanvas    *canvas,
                       const TlHit *hit);
  /* Makes what the drag needs; @drag->data is freed by end. */
  void     (*begin)   (TlDrag      *drag);
  /* The pointer, the view or the modifiers have changed. */
  void     (*update)  (TlDrag      *drag);
  /* @done: dropped; else everything must be as it was before. */
  void     (*end)     (TlDrag      *drag,
                       gboolean     done);
  /* What it draws on top of all, in logical pixels of the widget; FALSE: nothing.
   * Both nullable. */
  gboolean (*measure) (TlDrag      *drag,
                       TlRect      *area);
  void     (*draw)    (TlDrag      *drag,
                       cairo_t     *cr);
  const char *cursor; /* while it lasts; NULL: that of what was pressed */
} TlDragClass;

struct _TlDrag
{
  const TlDragClass *klass;
  TlCanvas          *canvas;
  TlHit              hit;   /* what was pressed */
  TlPoint            start; /* where, in canvas units … */
  TlPoint            now;   /* … and where the pointer is */
  GdkModifierType    state;
  gpointer           data;  /* of the tool */

  /* Private */
  GtkGesture        *gesture;
  TlPoint            pressed; /* logical pixels of the widget */
  TlPoint            pointer;
  guint              tick_id;
  gint64             tick_time;
};

GtkEventController *tl_drag_new        (TlCanvas          *canvas,
                                        const TlDragClass *klass) G_GNUC_WARN_UNUSED_RESULT;
void                tl_drag_draw       (TlDrag            *self,
                                        GtkSnapshot       *snapshot);
/* A modifier was pressed or released. */
void                tl_drag_set_state  (TlDrag            *self,
                                        GdkModifierType    state);
void                tl_drag_cancel     (TlDrag            *self);

G_END_DECLS
