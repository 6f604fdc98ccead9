/* tl-gap-list.h: gaps, and what mends them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-print-content.h"
#include "ui/tl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlGapList:
 *
 * The gaps of a service, or of all services under their names, each with a menu of
 * what mends it: connect it with an element that fits, add one, go to it. Selecting
 * a row selects the element in the session; activating one goes there. The menu
 * key opens the menu of a row. Says so where there is no gap.
 *
 * Property: n-gaps (uint): as many as are listed.
 * Signals: `message (const char *text, gboolean undoable)`: for a toast;
 * `added (TlRecord *element)`: a gap was mended with something new, to be named.
 */
#define TL_TYPE_GAP_LIST (tl_gap_list_get_type ())
G_DECLARE_FINAL_TYPE (TlGapList, tl_gap_list, TL, GAP_LIST, GtkWidget)

GtkWidget *tl_gap_list_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/* All gaps of the project of the session, unless a service is set. */
void       tl_gap_list_set_session (TlGapList  *self,
                                    TlSession  *session); /* nullable */
void       tl_gap_list_set_service (TlGapList  *self,
                                    TlRecord   *service); /* nullable */

/* Only gaps with all words of @text, as tl_gap_model_set_filter(). */
void       tl_gap_list_set_filter  (TlGapList  *self,
                                    const char *text);
guint      tl_gap_list_get_n_gaps  (TlGapList  *self);

/* The gaps that are listed, for paper; @summary: how many they are. (transfer full) (nullable) */
TlPrintContent *tl_gap_list_create_print_content (TlGapList  *self,
                                                  const char *summary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
