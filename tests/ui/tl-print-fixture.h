/* tl-print-fixture.h: what tests of printing have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tl-window-fixture.h"

#include "canvas/tl-canvas.h"
#include "ui/tl-print-dialog.h"

G_BEGIN_DECLS

/* A window with a sample; what a test before has set is forgotten. */
TlWindow       *print_open_sample         (WindowFixture *fixture);
/* The n-th one, once it shows something. */
TlCanvas       *print_wait_for_canvas     (TlWindow      *window,
                                           guint          n);

/* The dialog that Ctrl+P opens, once it has pages. */
TlPrintDialog  *print_open                (TlWindow      *window);
void            print_close_dialog        (TlPrintDialog *dialog);
gpointer        print_get_child           (TlPrintDialog *dialog,
                                           const char    *name);
TlPrintPreview *print_get_preview         (TlPrintDialog *dialog);
void            print_click               (gpointer       button);
void            print_set_poster          (TlPrintDialog *dialog,
                                           int            columns,
                                           int            rows);

guint           print_count_pages         (TlPrintDialog *dialog);
guint           print_count_pages_seen    (TlPrintDialog *dialog);

/* Writes a PDF, which closes the dialog. */
void            print_wait_for_export     (TlPrintDialog *dialog,
                                           const char    *path);
guint           print_count_pages_written (const char    *path);

G_END_DECLS
