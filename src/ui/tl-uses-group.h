/* tl-uses-group.h: where else in the library a thing of a project is used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "project/tl-record.h"

G_BEGIN_DECLS

/**
 * TlUsesGroup:
 *
 * A group of the inspector: in which projects there is a tool of the same name or
 * vendor, a service of the same name, or something of the same owner. A row unfolds
 * into the things, which open where they are. Hidden where there is nothing to say.
 */
#define TL_TYPE_USES_GROUP (tl_uses_group_get_type ())
G_DECLARE_FINAL_TYPE (TlUsesGroup, tl_uses_group, TL, USES_GROUP, AdwPreferencesGroup)

/* Returns: (nullable) (transfer floating): the group, or %NULL for what nobody would
 *   look for elsewhere, or where there is no library */
GtkWidget *tl_uses_group_new (TlRecord *record);

G_END_DECLS
