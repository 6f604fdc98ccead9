/* tl-print-job.h: pages on their way to a printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-sheets.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPrintJob:
 *
 * Hands pages over to the print dialog of the desktop, or to its portal. What is
 * chosen there goes before: on other paper, the picture is divided anew. Each page is
 * painted in a worker, when it is asked for. The printer and its settings are
 * remembered.
 *
 * Signal:
 * - `done` (gboolean printed, string error): once; neither if the user gave it up
 */
#define TL_TYPE_PRINT_JOB (tl_print_job_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintJob, tl_print_job, TL, PRINT_JOB, GObject)

/**
 * tl_print_job_new:
 * @sheets: what to print
 * @name: of the job, for who waits at the printer
 */
TlPrintJob *tl_print_job_new (TlSheets   *sheets,
                              const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_print_job_run:
 * @action: %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, or %GTK_PRINT_OPERATION_ACTION_EXPORT
 * @parent: (nullable): over which the dialog is
 * @path: (nullable): the file of an export
 *
 * Returns at once; lives until it is done, whoever holds it. Once only.
 */
void        tl_print_job_run (TlPrintJob              *self,
                              GtkPrintOperationAction  action,
                              GtkWindow               *parent,
                              const char              *path);

G_END_DECLS
