/* tl-window-state.h: what one finds again in the windows of last time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/* Whether a panel was shown. */
typedef enum
{
  TL_PANEL_UNKNOWN, /* it had no room */
  TL_PANEL_HIDDEN,
  TL_PANEL_SHOWN,
} TlPanel;

/**
 * TlWindowState:
 *
 * One window with a project that is in a file. What is not known is 0 or NULL.
 */
typedef struct
{
  GFile         *file;
  gboolean       missing;   /* the file is gone, or cannot be seen */
  int            width;     /* when it is not maximized, pixels */
  int            height;
  gboolean       maximized;
  gboolean       fullscreen;
  TlPanel        outline;
  TlPanel        inspector;
  char          *page;      /* as of TlSession … */
  char          *edition;
  char          *view;
  char          *service;
  char          *overlay;
  char         **selection;
  TlCanvasPlace  place;     /* in the diagram of the page */
  GHashTable    *details;   /* as of TlDetails */
} TlWindowState;

TlWindowState *tl_window_state_new           (GFile               *file) G_GNUC_WARN_UNUSED_RESULT;
TlWindowState *tl_window_state_copy          (const TlWindowState *self) G_GNUC_WARN_UNUSED_RESULT;
void           tl_window_state_free          (TlWindowState       *self);

/* What a window looks at, from its session and back. What there is no more is left out. */
void           tl_window_state_take_session  (TlWindowState       *self,
                                              TlSession           *session);
void           tl_window_state_apply_session (const TlWindowState *self,
                                              TlSession           *session);

/**
 * tl_window_state_list_compose:
 * @states: (element-type TlWindowState): in order
 *
 * Returns: (transfer full): what tl_window_state_list_parse() reads
 */
GBytes        *tl_window_state_list_compose  (GPtrArray           *states) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_window_state_list_parse:
 * @bytes: any; what cannot be understood is passed over
 *
 * Returns: (transfer full) (element-type TlWindowState): in order
 */
GPtrArray     *tl_window_state_list_parse    (GBytes              *bytes) G_GNUC_WARN_UNUSED_RESULT;

/* Looks which files are still there, blocking. Any thread. */
void           tl_window_state_list_look     (GPtrArray           *states,
                                              GCancellable        *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWindowState, tl_window_state_free)

G_END_DECLS
