/* tl-start-welcome.h: what a window shows before there are any projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlStartWelcome:
 *
 * Says what the program is for and how to begin: new, open, a folder to look through,
 * the projects used last, and the samples.
 */
#define TL_TYPE_START_WELCOME (tl_start_welcome_get_type ())
G_DECLARE_FINAL_TYPE (TlStartWelcome, tl_start_welcome, TL, START_WELCOME, GtkWidget)

G_END_DECLS
