/* tl-help-source.h: finds pages of the help, for the search everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found-source.h"

G_BEGIN_DECLS

/**
 * TlHelpSource:
 *
 * Finds pages, words of the program, and kinds of elements and relations. Concepts
 * of the standard are found in their diagrams, by other sources.
 */
#define TL_TYPE_HELP_SOURCE (tl_help_source_get_type ())
G_DECLARE_FINAL_TYPE (TlHelpSource, tl_help_source, TL, HELP_SOURCE, GObject)

TlHelpSource *tl_help_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
