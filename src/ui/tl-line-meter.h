/* tl-line-meter.h: how far along its line something is, drawn small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlLineMeter:
 *
 * A line with a dot for each thing that belongs on it, those that there are filled,
 * and their number beside it.
 */
#define TL_TYPE_LINE_METER (tl_line_meter_get_type ())
G_DECLARE_FINAL_TYPE (TlLineMeter, tl_line_meter, TL, LINE_METER, GtkWidget)

GtkWidget *tl_line_meter_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       tl_line_meter_set (TlLineMeter *self,
                              guint        n_there,
                              guint        n_line);

G_END_DECLS
