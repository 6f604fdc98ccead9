/* tl-details.h: how the pages of a window are set up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlDetails:
 *
 * What pages are filtered and sorted by, which of their views they show and of what:
 * short texts with names, such as "services-filter". Each is written and understood by
 * one page only, which puts up with whatever it finds; the session has them, so that
 * they are there for a page that is not made yet, and come back with the window.
 *
 * Signals:
 * - `changed ()`: one is another
 * - `restored ()`: all of them are as they were at another time; pages follow
 */
#define TL_TYPE_DETAILS (tl_details_get_type ())
G_DECLARE_FINAL_TYPE (TlDetails, tl_details, TL, DETAILS, GObject)

TlDetails  *tl_details_new     (void) G_GNUC_WARN_UNUSED_RESULT;

/* %NULL, never "", where nothing is said. */
const char *tl_details_get     (TlDetails  *self,
                                const char *name);
void        tl_details_set     (TlDetails  *self,
                                const char *name,
                                const char *text); /* nullable; "" is the same */

/* Returns: (transfer full) (element-type utf8 utf8): a copy of all there are */
GHashTable *tl_details_copy    (TlDetails  *self) G_GNUC_WARN_UNUSED_RESULT;
/* @details: (nullable) (element-type utf8 utf8): instead of all there are */
void        tl_details_restore (TlDetails  *self,
                                GHashTable *details);

G_END_DECLS
