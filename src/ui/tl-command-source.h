/* tl-command-source.h: finds what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found-source.h"

G_BEGIN_DECLS

/**
 * TlCommandSource:
 *
 * Finds commands and settings that can be used at the moment. Answers at once.
 */
#define TL_TYPE_COMMAND_SOURCE (tl_command_source_get_type ())
G_DECLARE_FINAL_TYPE (TlCommandSource, tl_command_source, TL, COMMAND_SOURCE, GObject)

TlCommandSource *tl_command_source_new       (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_command_source_set_group:
 * @prefix: of the names of actions: "win"
 * @group: (nullable): where they are; %NULL: they cannot be used
 *
 * Says where the actions are, without keeping them. Those of GTK's windows can always be used.
 */
void             tl_command_source_set_group (TlCommandSource *self,
                                              const char      *prefix,
                                              GActionGroup    *group);

/* Keys of actions that the application does not know, or NULL; of several, divided by
 * `|`, the first are shown. */
typedef const char *(*TlCommandKeys) (const char *action);
void             tl_command_source_set_keys  (TlCommandSource *self,
                                              TlCommandKeys    keys);

G_END_DECLS
