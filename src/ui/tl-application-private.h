/* tl-application-private.h: what the parts of the program share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-application.h"
#include "ui/tl-search-provider.h"
#include "ui/tl-window-keeper.h"
#include "ui/tl-window.h"

G_BEGIN_DECLS

struct _TlApplication
{
  AdwApplication    parent_instance;

  TlSearchProvider *provider;
  TlWindowKeeper   *keeper;
  gboolean          begun;     /* with an action, which has shown what it is about */
  gboolean          quitting;  /* every window is asked in turn */
  gboolean          recovered; /* or about to be */
  GPtrArray        *leaving;   /* of TlWindowState: of the windows that have gone since then */
  gboolean          restoring; /* what was open last time is being looked for */
  GPtrArray        *restored;  /* of TlWindowState: to be opened likewise, or NULL */
  guint             n_restored; /* of them, so far */
  TlWindow         *first;     /* where that begins; weak */
  TlWindow         *latest;    /* the last one that was opened for that; weak */
  GPtrArray        *waiting;   /* of Place: to open once it is known what a crash has left; else NULL */
};

/* tl-application.c */
TlWindow *tl_application_get_active_window (TlApplication *self); /* nullable */
/* The one that has the file, or is about to. */
TlWindow *tl_application_find_window        (TlApplication *self,
                                             GFile         *file); /* nullable */
/* One with nothing in it yet, else a new one. */
TlWindow *tl_application_ensure_free_window (TlApplication *self);
/* Looks for what a crash has left, once, before anything is shown. */
void      tl_application_recover            (TlApplication *self);

/* tl-application-windows.c */
/* Remembers the windows that are open from now on. */
void      tl_application_keep_windows       (TlApplication *self);
/* Opens what was open last time, beginning in @window, unless that is not wanted. */
void      tl_application_restore_windows    (TlApplication *self,
                                             TlWindow      *window);
/* Every window is to go; @quit: all have gone, else the user thought better of it. */
void      tl_application_begin_quit         (TlApplication *self);
void      tl_application_end_quit           (TlApplication *self,
                                             gboolean       quit);

/* tl-application-actions.c */
void      tl_application_add_actions        (TlApplication *self);
/* The actions that can be asked for on the command line, as options. */
void      tl_application_add_options        (TlApplication *self);
/* As of the virtual function of the application: -1 to go on. */
int       tl_application_handle_options     (TlApplication *self,
                                             GVariantDict  *options);

G_END_DECLS
