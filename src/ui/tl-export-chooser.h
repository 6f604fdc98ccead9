/* tl-export-chooser.h: where a file is to be written that is no project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @owner: who asked for it
 * @file: where it is to be written, also over what is there */
typedef void (*TlExportFunc) (gpointer  owner,
                              GFile    *file);

/**
 * tl_export_chooser_show:
 * @owner: a widget of the window that is asked in; nothing is done when it has gone
 * @title: of the dialog
 * @name: proposed name of the file; may be any text
 * @func: called when a place was chosen
 */
void tl_export_chooser_show (GtkWidget    *owner,
                             const char   *title,
                             const char   *name,
                             TlExportFunc  func);

G_END_DECLS
