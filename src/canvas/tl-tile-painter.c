/* tl-tile-painter.c: paints pieces of a scene in a thread of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-tile-painter.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

typedef struct
{
  TlTileJob        job;
  cairo_surface_t *surface;
} Done;

struct _TlTilePainter
{
  TlTileFunc    func;
  gpointer      user_data;
  GMainContext *context;
  GThread      *thread;

  GMutex        mutex;   /* guards all below */
  GCond         cond;
  GArray       *jobs;    /* of TlTileJob, last one first */
  TlTileJob     current;
  gboolean      painting;
  GArray       *done;    /* of Done, to be handed over */
  GSource      *source;  /* hands over */
  gboolean      stop;
};

static void
job_clear (gpointer data)
{
  TlTileJob *job = data;

  g_clear_pointer (&job->content, tl_content_unref);
}

static void
done_clear (gpointer data)
{
  Done *done = data;

  job_clear (&done->job);
  g_clear_pointer (&done->surface, cairo_surface_destroy);
}

static GArray *
create_done (void)
{
  GArray *done = g_array_new (FALSE, FALSE, sizeof (Done));

  g_array_set_clear_func (done, done_clear);
  return done;
}

static gboolean
job_equal (const TlTileJob *a,
           const TlTileJob *b)
{
  return a->owner == b->owner && a->column == b->column && a->row == b->row && a->content == b->content;
}

static gboolean
hand_over_cb (gpointer user_data)
{
  TlTilePainter *self = user_data;
  g_autoptr (GArray) done = NULL;

  g_mutex_lock (&self->mutex);
  done = g_steal_pointer (&self->done);
  self->done = create_done ();
  g_clear_pointer (&self->source, g_source_unref);
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < done->len; i++)
    {
      Done *one = &g_array_index (done, Done, i);

      self->func (&one->job, g_steal_pointer (&one->surface), self->user_data);
    }

  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
queue_hand_over (TlTilePainter *self)
{
  if (self->source != NULL)
    return;

  /* Not an idle: it would starve while frames follow one another. */
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->source, "TlTilePainter");
  g_source_set_callback (self->source, hand_over_cb, self, NULL);
  g_source_attach (self->source, self->context);
}

/* Keeps the painter, with its text layouts, while colours and font stay. */
static void
prepare_painter (TlPainter      **painter,
                 TlContent      **last,
                 const TlTileJob *job)
{
  if (*last != job->content)
    {
      if (*last == NULL || (*last)->palette != job->content->palette
          || !pango_font_description_equal ((*last)->font, job->content->font))
        {
          g_clear_pointer (painter, tl_painter_free);
          *painter = tl_painter_new (job->content->palette, job->content->font);
        }
      g_clear_pointer (last, tl_content_unref);
      *last = tl_content_ref (job->content);
    }
}

static gpointer
paint_thread (gpointer data)
{
  TlTilePainter *self = data;
  TlPainter *painter = NULL;
  TlContent *last = NULL;

#ifdef __linux__
  /* A thread has a nice value of its own on Linux: frames go first. */
  setpriority (PRIO_PROCESS, (id_t) gettid (), 5);
#endif

  g_mutex_lock (&self->mutex);
  while (!self->stop)
    {
      Done done = { 0 };

      if (self->jobs->len == 0)
        {
          g_cond_wait (&self->cond, &self->mutex);
          continue;
        }

      done.job = self->current = g_array_index (self->jobs, TlTileJob, self->jobs->len - 1);
      tl_content_ref (done.job.content);
      g_array_set_size (self->jobs, self->jobs->len - 1);
      self->painting = TRUE;
      g_mutex_unlock (&self->mutex);

      prepare_painter (&painter, &last, &done.job);
      done.surface = tl_tile_job_paint (&done.job, painter);

      g_mutex_lock (&self->mutex);
      self->painting = FALSE;
      g_array_append_val (self->done, done);
      if (!self->stop)
        queue_hand_over (self);
    }
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&painter, tl_painter_free);
  g_clear_pointer (&last, tl_content_unref);

  return NULL;
}

TlTilePainter *
tl_tile_painter_new (TlTileFunc func,
                     gpointer   user_data)
{
  TlTilePainter *self = g_new0 (TlTilePainter, 1);

  self->func = func;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  self->jobs = g_array_new (FALSE, FALSE, sizeof (TlTileJob));
  g_array_set_clear_func (self->jobs, job_clear);
  self->done = create_done ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  return self;
}

void
tl_tile_painter_free (TlTilePainter *self)
{
  if (self->thread != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->stop = TRUE;
      g_cond_signal (&self->cond);
      g_mutex_unlock (&self->mutex);
      g_thread_join (self->thread);
    }

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_array_unref (self->jobs);
  g_array_unref (self->done);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/* With the mutex held. */
static gboolean
is_under_way (TlTilePainter   *self,
              const TlTileJob *job)
{
  if (self->painting && job_equal (&self->current, job))
    return TRUE;

  for (guint i = 0; i < self->done->len; i++)
    if (job_equal (&g_array_index (self->done, Done, i).job, job))
      return TRUE;

  return FALSE;
}

void
tl_tile_painter_set_jobs (TlTilePainter   *self,
                          const TlTileJob *jobs,
                          guint            n_jobs)
{
  g_mutex_lock (&self->mutex);
  g_array_set_size (self->jobs, 0);
  for (guint i = n_jobs; i > 0; i--)
    {
      TlTileJob job = jobs[i - 1];

      if (is_under_way (self, &job))
        continue;
      tl_content_ref (job.content);
      g_array_append_val (self->jobs, job);
    }
  if (self->jobs->len > 0)
    g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (n_jobs > 0 && self->thread == NULL)
    self->thread = g_thread_new ("tl-paint", paint_thread, self);
}

gboolean
tl_tile_painter_is_idle (TlTilePainter *self)
{
  gboolean idle;

  g_mutex_lock (&self->mutex);
  idle = self->jobs->len == 0 && !self->painting && self->done->len == 0;
  g_mutex_unlock (&self->mutex);

  return idle;
}
