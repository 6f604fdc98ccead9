/* tl-across-group.h: a name that is used in projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A name, and how much it is used, when it was asked for; immutable, for any
 * thread. Readable properties: `name`, `n-projects`, `n-things`. */
#define TL_TYPE_ACROSS_GROUP (tl_across_group_get_type ())
G_DECLARE_FINAL_TYPE (TlAcrossGroup, tl_across_group, TL, ACROSS_GROUP, GObject)

TlAcrossGroup *tl_across_group_new            (const char    *name,
                                               guint          n_projects,
                                               guint          n_things) G_GNUC_WARN_UNUSED_RESULT;

/* As most who use it write it. */
const char    *tl_across_group_get_name       (TlAcrossGroup *self);
/* In how many projects it is used. */
guint          tl_across_group_get_n_projects (TlAcrossGroup *self);
/* How many things in them are called so, or have it. */
guint          tl_across_group_get_n_things   (TlAcrossGroup *self);

G_END_DECLS
