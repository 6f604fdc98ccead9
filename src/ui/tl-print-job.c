/* tl-print-job.c: pages on their way to a printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-job.h"

#include "ui/tl-settings.h"

#include <math.h>

#define SETTINGS_GROUP "Print Settings"

struct _TlPrintJob
{
  GObject            parent_instance;

  TlSheets          *sheets;
  GtkPrintOperation *operation;
  GCancellable      *cancellable; /* of dividing anew */
  gboolean           dividing;
  GError            *error; /* that GTK does not know of */
};

G_DEFINE_FINAL_TYPE (TlPrintJob, tl_print_job, G_TYPE_OBJECT)

static guint done_signal;

/* The printer {{{1 */

static GtkPrintSettings *
load_settings (void)
{
  g_autofree char *text = tl_settings_dup_string ("printer", "");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GtkPrintSettings *settings = NULL;

  if (g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    settings = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
  return settings != NULL ? settings : gtk_print_settings_new ();
}

/* But not which pages of this picture, and how often. */
static void
save_settings (GtkPrintSettings *settings)
{
  static const char *const once[] = {
    GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_N_COPIES, GTK_PRINT_SETTINGS_OUTPUT_URI, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
    GTK_PRINT_SETTINGS_ORIENTATION, GTK_PRINT_SETTINGS_PAPER_FORMAT, GTK_PRINT_SETTINGS_PAPER_WIDTH,
    GTK_PRINT_SETTINGS_PAPER_HEIGHT,
  };
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (settings);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    gtk_print_settings_unset (kept, once[i]);
  gtk_print_settings_to_key_file (kept, file, SETTINGS_GROUP);
  text = g_key_file_to_data (file, NULL, NULL);
  tl_settings_set_string ("printer", text);
}

/* Our own margins are part of the page: printers need not add theirs. */
static GtkPageSetup *
create_page_setup (const TlSheets *sheets)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width = tl_sheets_get_width (sheets);
  double height = tl_sheets_get_height (sheets);
  double shorter = MIN (width, height);
  double longer = MAX (width, height);
  GList *known = gtk_paper_size_get_paper_sizes (FALSE);
  GtkPaperSize *paper = NULL;

  for (GList *l = known; l != NULL && paper == NULL; l = l->next)
    if (fabs (gtk_paper_size_get_width (l->data, GTK_UNIT_POINTS) - shorter) < 1
        && fabs (gtk_paper_size_get_height (l->data, GTK_UNIT_POINTS) - longer) < 1)
      paper = gtk_paper_size_copy (l->data);
  if (paper == NULL)
    paper = gtk_paper_size_new_custom ("custom", "custom", shorter, longer, GTK_UNIT_POINTS);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  g_list_free_full (known, (GDestroyNotify) gtk_paper_size_free);
  return setup;
}

/* Pages {{{1 */

static void
give_up (TlPrintJob *self,
         GError     *error)
{
  g_clear_error (&self->error);
  self->error = error;
  gtk_print_operation_cancel (self->operation);
}

static gboolean
is_same_paper (const TlSheets *sheets,
               double          width,
               double          height)
{
  return fabs (tl_sheets_get_width (sheets) - width) < 1 && fabs (tl_sheets_get_height (sheets) - height) < 1;
}

typedef struct
{
  TlSheets *sheets;
  double    width;
  double    height;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  tl_sheets_unref (paper->sheets);
  g_free (paper);
}

static void
divide_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Paper *paper = task_data;
  GError *error = NULL;
  TlSheets *sheets = tl_sheets_new_on (paper->sheets, paper->width, paper->height, cancellable, &error);

  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) tl_sheets_unref);
  else
    g_task_return_error (task, error);
}

static void
divided_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlPrintJob *self = TL_PRINT_JOB (source);
  GError *error = NULL;
  TlSheets *sheets = g_task_propagate_pointer (G_TASK (result), &error);

  self->dividing = FALSE;
  if (sheets != NULL)
    {
      tl_sheets_unref (self->sheets);
      self->sheets = sheets;
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error_free (error);
  else
    give_up (self, error);
}

static void
begin_print_cb (TlPrintJob      *self,
                GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  g_autoptr (GTask) task = NULL;
  Paper *paper;

  if (is_same_paper (self->sheets, width, height))
    return;
  paper = g_new0 (Paper, 1);
  *paper = (Paper) { tl_sheets_ref (self->sheets), width, height };
  self->dividing = TRUE;
  task = g_task_new (self, self->cancellable, divided_cb, NULL);
  g_task_set_source_tag (task, begin_print_cb);
  g_task_set_task_data (task, paper, paper_free);
  g_task_run_in_thread (task, divide_in_thread);
}

/* Asked for again and again until it says that all pages are known. */
static gboolean
paginate_cb (TlPrintJob *self)
{
  if (self->dividing)
    return FALSE;
  gtk_print_operation_set_n_pages (self->operation, (int) tl_sheets_get_n_pages (self->sheets));
  return TRUE;
}

typedef struct
{
  TlSheets *sheets;
  guint     page;
  cairo_t  *cr;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  cairo_destroy (work->cr);
  tl_sheets_unref (work->sheets);
  g_free (work);
}

/* Nobody else draws until it has been said that the page is finished. */
static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;

  tl_sheets_paint (work->sheets, work->page, work->cr);
  g_task_return_boolean (task, TRUE);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  gtk_print_operation_draw_page_finish (TL_PRINT_JOB (source)->operation);
}

static void
draw_page_cb (TlPrintJob      *self,
              GtkPrintContext *context,
              int              page)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, drawn_cb, NULL);
  Work *work = g_new0 (Work, 1);

  work->sheets = tl_sheets_ref (self->sheets);
  work->page = (guint) page;
  work->cr = cairo_reference (gtk_print_context_get_cairo_context (context));
  g_task_set_source_tag (task, draw_page_cb);
  g_task_set_task_data (task, work, work_free);
  gtk_print_operation_set_defer_drawing (self->operation);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
done_cb (TlPrintJob              *self,
         GtkPrintOperationResult  result)
{
  g_autoptr (TlPrintJob) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (self->operation, &error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && gtk_print_operation_get_print_settings (self->operation) != NULL)
    save_settings (gtk_print_operation_get_print_settings (self->operation));
  g_signal_handlers_disconnect_by_data (self->operation, self);
  g_cancellable_cancel (self->cancellable);
  if (self->error == NULL)
    self->error = g_steal_pointer (&error);
  g_signal_emit (self, done_signal, 0, result == GTK_PRINT_OPERATION_RESULT_APPLY && self->error == NULL,
                 self->error != NULL ? self->error->message : NULL);
  /* That of tl_print_job_run(). */
  g_object_unref (self);
}

/* Object {{{1 */

static void
tl_print_job_finalize (GObject *object)
{
  TlPrintJob *self = TL_PRINT_JOB (object);

  g_clear_pointer (&self->sheets, tl_sheets_unref);
  g_clear_object (&self->operation);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tl_print_job_parent_class)->finalize (object);
}

static void
tl_print_job_class_init (TlPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_print_job_finalize;

  done_signal = g_signal_new ("done", TL_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                              G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
tl_print_job_init (TlPrintJob *self)
{
  g_autoptr (GtkPrintSettings) settings = load_settings ();

  self->cancellable = g_cancellable_new ();
  self->operation = gtk_print_operation_new ();
  gtk_print_operation_set_allow_async (self->operation, TRUE);
  gtk_print_operation_set_show_progress (self->operation, TRUE);
  gtk_print_operation_set_use_full_page (self->operation, TRUE);
  gtk_print_operation_set_unit (self->operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (self->operation, TRUE);
  gtk_print_operation_set_print_settings (self->operation, settings);
  g_signal_connect_swapped (self->operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect_swapped (self->operation, "paginate", G_CALLBACK (paginate_cb), self);
  g_signal_connect_swapped (self->operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect_swapped (self->operation, "done", G_CALLBACK (done_cb), self);
}

TlPrintJob *
tl_print_job_new (TlSheets   *sheets,
                  const char *name)
{
  TlPrintJob *self = g_object_new (TL_TYPE_PRINT_JOB, NULL);

  g_return_val_if_fail (sheets != NULL, self);

  self->sheets = tl_sheets_ref (sheets);
  if (name != NULL)
    gtk_print_operation_set_job_name (self->operation, name);
  return self;
}

void
tl_print_job_run (TlPrintJob              *self,
                  GtkPrintOperationAction  action,
                  GtkWindow               *parent,
                  const char              *path)
{
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_if_fail (TL_IS_PRINT_JOB (self));

  setup = create_page_setup (self->sheets);
  gtk_print_operation_set_default_page_setup (self->operation, setup);
  if (path != NULL)
    gtk_print_operation_set_export_filename (self->operation, path);
  /* Errors come with the signal. */
  g_object_ref (self);
  gtk_print_operation_run (self->operation, action, parent, NULL);
}
