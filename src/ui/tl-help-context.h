/* tl-help-context.h: which page of the help explains what is on screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * tl_help_context_find:
 * @window: (nullable): where the keyboard is
 *
 * Looks from where the keyboard is outwards. In a diagram and in the inspector it
 * is the one thing that is selected.
 *
 * Returns: the id of a page or term; never %NULL
 */
const char *tl_help_context_find          (GtkWindow *window);

/* What explains a widget; for one that is not known by its type. @target stays as
 * it is, as the ids of pages and terms do. */
void        tl_help_context_set           (GtkWidget  *widget,
                                           const char *target);

/**
 * tl_help_context_for_selection:
 * @session: a session
 *
 * Returns: (nullable): the id of a page or term that explains what is selected;
 *   %NULL if nothing is, or several things
 */
const char *tl_help_context_for_selection (TlSession *session);

/* The same of a record; NULL for one that is not explained by itself. */
const char *tl_help_context_for_record    (TlRecord  *record);

/* Makes F1 explain dialogs as well, which have no part in the keys of the application. */
void        tl_help_context_watch_dialogs (GtkApplication *application);

/* For tests: the pages that tl_help_context_find() knows by the types of widgets,
 * by twos (NULL-terminated): a type, a page. */
const char *const *tl_help_context_list   (void);

G_END_DECLS
