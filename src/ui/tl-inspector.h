/* tl-inspector.h: all there is to know, and to change, about what is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A panel, 300 pixels wide by nature, that scrolls on its own. Shows what the
 * session has selected: a concept of the edition with the project's own facts
 * about it, an attribute, a record, several records, or, if nothing is selected,
 * the service whose blueprint is shown, else the project.
 * Everything in it is edited through transactions, as it is typed.
 *
 * Properties:
 *   session  TlSession, writable any time; NULL shows nothing
 *
 * Signals:
 *   message (string text, gboolean undoable): something was done that the user
 *     should know of, for a toast; with a button that undoes if @undoable */
#define TL_TYPE_INSPECTOR (tl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TlInspector, tl_inspector, TL, INSPECTOR, GtkWidget)

GtkWidget *tl_inspector_new         (void) G_GNUC_WARN_UNUSED_RESULT;
TlSession *tl_inspector_get_session (TlInspector *self);
void       tl_inspector_set_session (TlInspector *self,
                                     TlSession   *session);

G_END_DECLS
