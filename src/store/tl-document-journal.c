/* tl-document-journal.c: the recovery journal of a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-document-private.h"

#include "store/tl-writer.h"

#define SLICE (4 * 1000) /* microseconds of the main loop at once */
#define PAUSE 20         /* milliseconds to wait for the end of a gesture */

typedef struct
{
  TlDocument *document; /* borrowed: it removes the source before it goes */
  TlWriter   *writer;
} BaseJob;

static void
base_job_clear (gpointer data)
{
  BaseJob *job = data;

  g_clear_pointer (&job->writer, tl_writer_free);
}

static void
base_job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, base_job_clear);
}

guint
tl_document_compose_soon (TlProject     *project,
                          GSourceFunc    function,
                          gpointer       data,
                          GDestroyNotify destroy)
{
  if (tl_project_is_changing (project))
    return g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE, function, data, destroy);
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, function, data, destroy);
}

static gboolean
compose_base_cb (gpointer data)
{
  BaseJob *job = data;
  TlDocument *self = job->document;
  g_autoptr (GBytes) bytes = NULL;

  if (tl_project_is_changing (self->project))
    {
      self->base_source = tl_document_compose_soon (self->project, compose_base_cb,
                                                    g_atomic_rc_box_acquire (job), base_job_unref);
      return G_SOURCE_REMOVE;
    }
  if (tl_writer_step (job->writer, SLICE))
    return G_SOURCE_CONTINUE;

  bytes = tl_writer_finish (g_steal_pointer (&job->writer), NULL);
  tl_journal_set_base (self->journal, bytes);
  self->base_source = 0;
  return G_SOURCE_REMOVE;
}

void
tl_document_start_journal (TlDocument *self)
{
  BaseJob *job;

  if (!self->journal_enabled || self->journal != NULL || self->project == NULL)
    return;

  if (self->file != NULL)
    {
      self->journal = tl_journal_new (self->project, self->file, self->identity->digest);
      return;
    }

  self->journal = tl_journal_new (self->project, NULL, NULL);
  job = g_atomic_rc_box_new0 (BaseJob);
  job->document = self;
  job->writer = tl_writer_new (self->project);
  self->base_source = tl_document_compose_soon (self->project, compose_base_cb, job, base_job_unref);
}

void
tl_document_drop_journal (TlDocument *self)
{
  g_clear_handle_id (&self->base_source, g_source_remove);
  g_clear_pointer (&self->journal, tl_journal_discard);
}
