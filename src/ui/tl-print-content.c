/* tl-print-content.c: what somebody looks at, to be printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-content.h"

#include "base/tl-date.h"
#include "base/tl-language.h"

#include <glib/gi18n.h>

/* Of the main loop, at once. */
#define SLICE (4 * G_TIME_SPAN_MILLISECOND)

struct _TlPrintContent
{
  GObject               parent_instance;

  char                 *title;
  PangoFontDescription *font;

  TlScene              *scene;   /* either this … */
  TlOverlay            *overlay; /* NULL for none */

  TlPrintTable         *table;   /* … or this */
  const TlPrintRows    *rows;
  GObject              *source;  /* NULL once they are there */
  gconstpointer         data;
  guint                 next;    /* item that is to be added */
  guint                 slice_id;
};

G_DEFINE_FINAL_TYPE (TlPrintContent, tl_print_content, G_TYPE_OBJECT)

static guint ready_signal;

/* Gathering {{{1 */

/* Half of one list and half of another is none. */
static void
begin_anew (TlPrintContent *self)
{
  tl_print_table_clear_rows (self->table);
  self->next = 0;
}

static guint
count_items (TlPrintContent *self)
{
  return self->rows->count != NULL ? self->rows->count (self->source) : g_list_model_get_n_items (G_LIST_MODEL (self->source));
}

static gboolean
slice_cb (gpointer user_data)
{
  TlPrintContent *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (self->next < count_items (self))
    {
      self->rows->add (self->source, self->next++, self->data, self->table);
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
    }

  self->slice_id = 0;
  g_signal_handlers_disconnect_by_func (self->source, begin_anew, self);
  g_clear_object (&self->source);
  g_signal_emit (self, ready_signal, 0);
  return G_SOURCE_REMOVE;
}

void
tl_print_content_gather (TlPrintContent *self)
{
  g_return_if_fail (TL_IS_PRINT_CONTENT (self));

  if (self->source != NULL && self->slice_id == 0)
    self->slice_id = g_idle_add (slice_cb, self);
}

gboolean
tl_print_content_is_ready (TlPrintContent *self)
{
  g_return_val_if_fail (TL_IS_PRINT_CONTENT (self), FALSE);

  return self->source == NULL;
}

/* Pages {{{1 */

typedef struct
{
  TlPosterOptions  options;
  TlSheetsText     text;
  char            *date;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->date);
  g_free (work);
}

/* Of the content, only what stays as it is once it is ready. */
static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  TlPrintContent *self = source;
  Work *work = task_data;
  GError *error = NULL;
  TlSheets *sheets;

  if (self->table != NULL)
    sheets = tl_sheets_new_for_table (self->table, &work->options, &work->text, cancellable, &error);
  else
    sheets = tl_sheets_new (self->scene, &work->options, &work->text, &error);
  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) tl_sheets_unref);
  else
    g_task_return_error (task, error);
}

void
tl_print_content_make_async (TlPrintContent         *self,
                             const TlPosterOptions  *options,
                             const TlSheetsText     *around,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GDateTime) now = NULL;
  Work *work;

  g_return_if_fail (TL_IS_PRINT_CONTENT (self) && tl_print_content_is_ready (self));
  g_return_if_fail (options != NULL && around != NULL);

  now = g_date_time_new_now_local ();
  work = g_new0 (Work, 1);
  work->date = tl_date_format_time (now);
  work->options = *options;
  work->text = *around;
  work->text.font = self->font;
  work->text.title = self->title;
  work->text.date = work->date;
  work->text.overlay = around->head ? self->overlay : NULL;
  work->text.mirrored = self->scene != NULL ? tl_scene_is_mirrored (self->scene) : tl_scene_get_default_mirrored ();

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_print_content_make_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, make_in_thread);
}

TlSheets *
tl_print_content_make_finish (TlPrintContent  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_print_content_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Object {{{1 */

static void
tl_print_content_finalize (GObject *object)
{
  TlPrintContent *self = TL_PRINT_CONTENT (object);

  g_clear_handle_id (&self->slice_id, g_source_remove);
  g_clear_object (&self->source);
  g_clear_pointer (&self->table, tl_print_table_unref);
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_clear_pointer (&self->overlay, tl_overlay_free);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_free (self->title);

  G_OBJECT_CLASS (tl_print_content_parent_class)->finalize (object);
}

static void
tl_print_content_class_init (TlPrintContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_print_content_finalize;

  ready_signal = g_signal_new ("ready", TL_TYPE_PRINT_CONTENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_print_content_init (TlPrintContent *self)
{
}

TlPrintContent *
tl_print_content_new_for_scene (TlScene                    *scene,
                                const PangoFontDescription *font,
                                TlOverlay                  *overlay,
                                const char                 *project)
{
  TlPrintContent *self = g_object_new (TL_TYPE_PRINT_CONTENT, NULL);

  self->scene = tl_scene_ref (scene);
  self->font = pango_font_description_copy (font);
  self->overlay = overlay;
  self->title = tl_sheets_format_title (project, tl_scene_get_title (scene));
  return self;
}

TlPrintContent *
tl_print_content_new_for_rows (TlPrintTable               *table,
                               const TlPrintRows          *rows,
                               gpointer                    source,
                               gconstpointer               data,
                               const PangoFontDescription *font)
{
  TlPrintContent *self = g_object_new (TL_TYPE_PRINT_CONTENT, NULL);

  self->table = table;
  self->rows = rows;
  self->source = g_object_ref (source);
  self->data = data;
  self->font = pango_font_description_copy (font);
  self->title = g_strdup (tl_print_table_get_title (table));
  g_signal_connect_object (source, rows->changed != NULL ? rows->changed : "items-changed", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
  return self;
}

TlPrintTable *
tl_print_content_create_table (TlProject  *project,
                               const char *title)
{
  g_autofree char *full = tl_sheets_format_title (project != NULL ? tl_record_get_name (TL_RECORD (project)) : NULL, title);

  return tl_print_table_new (full);
}

void
tl_print_content_add_filter (TlPrintTable *table,
                             const char   *filter)
{
  g_autofree char *isolated = NULL;
  g_autofree char *note = NULL;

  if (filter == NULL || *filter == '\0')
    return;
  isolated = tl_language_isolate (filter);
  /* Translators: on a printed page; %s is what was typed to narrow a list down */
  note = g_strdup_printf (C_("print", "Filter: “%s”"), isolated);
  tl_print_table_add_note (table, note);
}

const char *
tl_print_content_get_title (TlPrintContent *self)
{
  g_return_val_if_fail (TL_IS_PRINT_CONTENT (self), NULL);

  return self->title;
}

gboolean
tl_print_content_is_table (TlPrintContent *self)
{
  g_return_val_if_fail (TL_IS_PRINT_CONTENT (self), FALSE);

  return self->table != NULL;
}
