/* tl-link-button.h: opens the link that a fact holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether it is opened at all: web pages and mail, for a project may come from
 * anybody. NULL is none. */
gboolean   tl_link_is_safe    (const char *link);

/* Returns: (transfer floating): a button to stand in the row of @fact */
GtkWidget *tl_link_button_new (TlFact *fact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
