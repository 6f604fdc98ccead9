/* tl-application-private.h: what the parts of the program share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-application.h"
#include "ui/tl-search-provider.h"
#include "ui/tl-window.h"

G_BEGIN_DECLS

struct _TlApplication
{
  AdwApplication    parent_instance;

  TlSearchProvider *provider;
  gboolean          quitting;  /* every window is asked in turn */
  gboolean          recovered; /* or about to be */
  GPtrArray        *waiting;   /* of Place: to open once it is known what a crash has left; else NULL */
};

/* tl-application.c */
TlWindow *tl_application_get_active_window (TlApplication *self); /* nullable */
/* One with nothing in it yet, else a new one. */
TlWindow *tl_application_ensure_free_window (TlApplication *self);
/* Looks for what a crash has left, once, before anything is shown. */
void      tl_application_recover            (TlApplication *self);

/* tl-application-actions.c */
void      tl_application_add_actions        (TlApplication *self);
/* The actions that can be asked for on the command line, as options. */
void      tl_application_add_options        (TlApplication *self);
/* As of the virtual function of the application: -1 to go on. */
int       tl_application_handle_options     (TlApplication *self,
                                             GVariantDict  *options);

G_END_DECLS
