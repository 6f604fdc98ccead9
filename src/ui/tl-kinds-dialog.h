/* tl-kinds-dialog.h: the element kinds that a project adds to those of its edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * tl_kinds_dialog_new:
 * @session: whose project
 *
 * Makes a window that lists the kinds of the project: what they are called, what
 * they are like, and what is meant by them; to be added and deleted. Elements of
 * a kind that is deleted become of the kind that it was like. Each change is an
 * edit at once.
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *tl_kinds_dialog_new (TlSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
