/* tl-test-pdf.h: what stands in a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Everything that stands in a PDF: newer versions of Cairo pack most of it. (transfer full) */
GString *tl_test_unpack_pdf      (const char *data,
                                  gsize       length);
guint    tl_test_count_pdf_pages (const char *data,
                                  gsize       length);

G_END_DECLS
