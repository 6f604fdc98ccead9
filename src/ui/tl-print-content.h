/* tl-print-content.h: what somebody looks at, to be printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-sheets.h"
#include "project/tl-project.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlPrintContent:
 *
 * A picture, or a list whose rows are made a table in slices, while the program goes on.
 * It is as it was when it was gathered. Main thread; pages are made in a worker.
 *
 * Signal:
 * - `ready ()`: all rows are there
 */
#define TL_TYPE_PRINT_CONTENT (tl_print_content_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintContent, tl_print_content, TL, PRINT_CONTENT, GObject)

/**
 * TlPrintRows:
 * @add: makes a row of an item, and a heading before it where one begins
 * @count: how many items there are; %NULL for a GListModel
 * @changed: signal of a source by which it says that they are others; likewise
 *
 * How a list becomes rows of a table, in the order in which it is shown.
 */
typedef struct
{
  void      (*add)    (GObject       *source,
                       guint          position,
                       gconstpointer  data,
                       TlPrintTable  *table);
  guint     (*count)  (GObject       *source);
  const char *changed;
} TlPrintRows;

/**
 * tl_print_content_new_for_scene:
 * @font: with which it was measured
 * @overlay: (nullable) (transfer full): what its colours mean
 * @project: (nullable): name of the project
 */
TlPrintContent *tl_print_content_new_for_scene (TlScene                    *scene,
                                                const PangoFontDescription *font,
                                                TlOverlay                  *overlay,
                                                const char                 *project) G_GNUC_WARN_UNUSED_RESULT;
/**
 * tl_print_content_new_for_rows:
 * @table: (transfer full): with columns and notes, without rows
 * @rows: static
 * @source: the list
 * @data: for whoever adds rows; as static
 * @font: whose family is used
 */
TlPrintContent *tl_print_content_new_for_rows  (TlPrintTable               *table,
                                                const TlPrintRows          *rows,
                                                gpointer                    source,
                                                gconstpointer               data,
                                                const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;

/* A table of something in a project, without columns yet; @project: (nullable).
 * (transfer full) */
TlPrintTable   *tl_print_content_create_table  (TlProject                  *project,
                                                const char                 *title) G_GNUC_WARN_UNUSED_RESULT;
/* What it is narrowed down to; NULL or "" for nothing. */
void            tl_print_content_add_filter    (TlPrintTable               *table,
                                                const char                 *filter);

/* Of the document. */
const char     *tl_print_content_get_title     (TlPrintContent             *self);
gboolean        tl_print_content_is_table      (TlPrintContent             *self);

/* Begins to gather rows, if there are any to gather. */
void            tl_print_content_gather        (TlPrintContent             *self);
gboolean        tl_print_content_is_ready      (TlPrintContent             *self);

/**
 * tl_print_content_make_async:
 * @options: paper and scale
 * @around: what of head, foot and marks there is to be; the rest of it does not matter
 *
 * Makes pages of it, once it is ready.
 */
void            tl_print_content_make_async    (TlPrintContent             *self,
                                                const TlPosterOptions      *options,
                                                const TlSheetsText         *around,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);
/* @error: return location: as of tl_sheets_new() or tl_sheets_new_for_table().
 * (transfer full) (nullable) */
TlSheets       *tl_print_content_make_finish   (TlPrintContent             *self,
                                                GAsyncResult               *result,
                                                GError                    **error);

G_END_DECLS
