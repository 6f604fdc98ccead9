/* tl-command.h: what can be done, by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCommand:
 * @action: the full name of an action
 * @target: (nullable): the text it is called with
 * @title: what it does; marked for translation
 * @place: where else it is found; marked for translation
 * @words: (nullable): other words for it; marked for translation
 */
typedef struct
{
  const char *action;
  const char *target;
  const char *title;
  const char *place;
  const char *words;
} TlCommand;

/* All there are, in no project or any: whether they can be used now, their actions say. */
const TlCommand *tl_command_list (guint *n_commands);

G_END_DECLS
