/* tl-print-papers.h: the sizes of paper to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills a row with what most printers take, and what is usual here; chooses what was
 * chosen last, else what is usual. */
void          tl_print_papers_fill     (AdwComboRow *row);
/* What is chosen; gtk_paper_size_free(). */
GtkPaperSize *tl_print_papers_create   (AdwComboRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* For the next time. */
void          tl_print_papers_remember (AdwComboRow *row);

G_END_DECLS
