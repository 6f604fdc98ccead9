/* tl-search.h: finds anything in the project and in both editions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlSearch:
 *
 * An entry with what it finds beneath: components, data objects and their
 * attributes, streams, stages, activities, groups, tools, services and their
 * elements. Enter goes
 * to the first, or the one chosen.
 */
#define TL_TYPE_SEARCH (tl_search_get_type ())
G_DECLARE_FINAL_TYPE (TlSearch, tl_search, TL, SEARCH, GtkPopover)

void tl_search_set_session (TlSearch  *self,
                            TlSession *session); /* nullable */

G_END_DECLS
