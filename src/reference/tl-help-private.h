/* tl-help-private.h: how the help is read
 *
 * For this folder and its tests only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-help.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_HELP_NAMESPACE "urn:throughline:help:1"

/**
 * tl_help_read_chapter:
 * @bytes: a file of the help, see `resources/help/README.md`
 * @error: return location
 *
 * Returns: (transfer full): the chapter, which is never freed, or %NULL with a
 *   %G_MARKUP_ERROR whose message starts with the line
 */
const TlHelpChapter *tl_help_read_chapter (GBytes  *bytes,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
