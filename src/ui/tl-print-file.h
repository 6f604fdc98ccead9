/* tl-print-file.h: printed pages as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-sheets.h"

G_BEGIN_DECLS

/* Paints the pages and writes them as a PDF, whole or not at all, in a worker. */
void     tl_print_file_write_async  (TlSheets             *sheets,
                                     GFile                *file,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean tl_print_file_write_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
