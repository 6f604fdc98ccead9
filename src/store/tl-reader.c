/* tl-reader.c: reads a project from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-reader.h"

#include "store/tl-intake.h"
#include "store/tl-parser.h"
#include "store/tl-salvage.h"
#include "store/tl-tape.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of a file that are worth a thread. */
#define MIN_PARALLEL (64 * 1024)

typedef struct
{
  const char    *display_name;
  TlReadFlags    flags;
  goffset        expected; /* bytes, 0 if not known */
  TlProgressFunc progress;
  gpointer       progress_data;
  TlTape        *tape;
  TlParser      *parser;
  TlIntake      *intake;
  GPtrArray     *problems;
} Reader;

/* Problems */

/* Returns whether to go on. */
static gboolean
add_problem (TlProblem *problem,
             gpointer   user_data)
{
  Reader *self = user_data;

  if (self->problems->len < TL_MAX_PROBLEMS)
    g_ptr_array_add (self->problems, problem);
  else
    {
      if (self->problems->len == TL_MAX_PROBLEMS)
        g_ptr_array_add (self->problems,
                         tl_problem_new (problem->code, problem->line, 0, NULL,
                                         g_strdup (_("There are more problems, which are not told."))));
      tl_problem_free (problem);
    }
  return (self->flags & TL_READ_SALVAGE) != 0;
}

static void
meet_problem (TlProblem *problem,
              gpointer   user_data)
{
  Reader *self = user_data;

  if (!add_problem (problem, self))
    tl_tape_stop (self->tape);
}

static void
tell_progress (goffset  n_read,
               gpointer user_data)
{
  Reader *self = user_data;

  if (self->progress != NULL && self->expected > 0)
    self->progress (MIN (1.0, (double) n_read / self->expected), self->progress_data);
}

/* Reading */

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->intake, tl_intake_free);
  g_clear_pointer (&self->parser, tl_parser_free);
  g_clear_pointer (&self->tape, tl_tape_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
reader_init (Reader       *self,
             GInputStream *stream,
             const char   *display_name,
             TlReadFlags   flags,
             gboolean      is_fragment,
             GCancellable *cancellable)
{
  memset (self, 0, sizeof *self);
  self->display_name = display_name;
  self->flags = flags;
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_problem_free);
  self->tape = tl_tape_new ();
  self->parser = tl_parser_new (stream, cancellable, (flags & TL_READ_SALVAGE) != 0, self->tape);
  self->intake = tl_intake_new (tl_parser_get_dict (self->parser), is_fragment, add_problem, self);
}

static gpointer
run_parser (gpointer parser)
{
  tl_parser_run (parser);
  return NULL;
}

/* A file of some size is parsed in a thread of its own while this one builds. */
static void
run (Reader *self)
{
  const TlTapePlayer player = { self->intake, meet_problem, tell_progress, self };
  GThread *thread = NULL;

  if (self->expected >= MIN_PARALLEL)
    thread = g_thread_try_new ("tl-parser", run_parser, self->parser, NULL);
  if (thread == NULL)
    {
      tl_tape_set_player (self->tape, &player);
      tl_parser_run (self->parser);
      tl_tape_set_player (self->tape, NULL);
      return;
    }

  tl_tape_play (self->tape, &player);
  g_thread_join (thread);
}

/* FALSE if nothing can be kept of what was read. */
static gboolean
parse (Reader  *self,
       GError **error)
{
  gboolean is_salvage = (self->flags & TL_READ_SALVAGE) != 0;
  g_autoptr (GError) failure = NULL;

  run (self);

  /* The parser may have come to the end of what can be read after the problem
   * that ends it all. */
  failure = tl_parser_steal_error (self->parser);
  if (failure != NULL
      && (is_salvage || self->problems->len == 0 || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (&failure, "%s: ", self->display_name);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (is_salvage || self->problems->len == 0)
    tl_intake_end (self->intake, tl_parser_get_line (self->parser));

  return TRUE;
}

/* Returns NULL. */
static gpointer
fail_with_first (Reader  *self,
                 GError **error)
{
  TlProblem *first;

  if (self->problems->len == 0)
    add_problem (tl_problem_new (TL_STORE_ERROR_NOT_A_PROJECT, 0, 0, NULL,
                                 g_strdup (_("There is no project in this file."))),
                 self);
  first = g_ptr_array_index (self->problems, 0);
  g_propagate_error (error, tl_problem_to_error (first, self->display_name));
  return NULL;
}

/* Looks at all references, which may point forward, now that everything they
 * can point to is there. Returns the project, which salvage may replace. */
static TlProject *
check_references (Reader *self)
{
  g_autoptr (TlProject) project = g_object_ref (tl_intake_get_project (self->intake));
  GArray *referrers = tl_intake_get_referrers (self->intake);
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      TlReferrer *referrer = &g_array_index (referrers, TlReferrer, i);
      g_autoptr (GError) error = NULL;

      if (G_LIKELY (tl_project_check_references (project, referrer->record, &error)))
        continue;
      if (!add_problem (tl_problem_new (TL_STORE_ERROR_UNKNOWN_REFERENCE, referrer->line, 0,
                                        tl_record_get_id (referrer->record),
                                        g_strdup (error->message)),
                        self))
        return NULL;
      if (!tl_salvage_unset_references (project, referrer->record))
        g_hash_table_add (left_out, referrer->record);
    }

  if (g_hash_table_size (left_out) > 0)
    return tl_salvage_copy (project, left_out);
  return g_steal_pointer (&project);
}

TlProject *
tl_reader_read (GInputStream   *stream,
                const char     *display_name,
                goffset         size,
                TlReadFlags     flags,
                TlProgressFunc  progress,
                gpointer        user_data,
                GPtrArray     **problems,
                char          **digest,
                GCancellable   *cancellable,
                GError        **error)
{
  g_auto (Reader) self;
  g_autoptr (TlProject) project = NULL;
  gboolean is_salvage = (flags & TL_READ_SALVAGE) != 0;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (display_name != NULL, NULL);

  reader_init (&self, stream, display_name, flags, FALSE, cancellable);
  self.progress = progress;
  self.progress_data = user_data;
  self.expected = size;
  tl_intake_expect (self.intake, CLAMP (size, 0, TL_FEED_MAX_FILE));

  if (digest != NULL)
    *digest = NULL;
  if (problems != NULL)
    *problems = g_ptr_array_ref (self.problems);

  if (!parse (&self, error))
    return NULL;
  if ((self.problems->len > 0 && !is_salvage)
      || tl_intake_has_stopped (self.intake) || tl_intake_get_project (self.intake) == NULL)
    return fail_with_first (&self, error);

  project = check_references (&self);
  if (project == NULL)
    return fail_with_first (&self, error);

  if (digest != NULL)
    *digest = tl_parser_dup_digest (self.parser);
  tl_project_seal (project);
  return g_steal_pointer (&project);
}

TlProject *
tl_reader_read_file (GFile           *file,
                     TlReadFlags      flags,
                     TlProgressFunc   progress,
                     gpointer         user_data,
                     GPtrArray      **problems,
                     TlFileIdentity **identity,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autofree char *name = tl_file_get_display_name (file);
  g_autoptr (TlFileIdentity) known = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  TlProject *project;

  if (problems != NULL)
    *problems = NULL;

  /* Before the bytes are read: what is changed after that is noticed later. */
  known = tl_file_identity_query (file, cancellable, error);
  if (known != NULL && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    /* Opening a pipe would wait for somebody to write into it. */
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a regular file."));
  else if (known != NULL)
    stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    {
      if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  project = tl_reader_read (G_INPUT_STREAM (stream), name, known->size, flags, progress, user_data,
                            problems, &known->digest, cancellable, error);
  if (project != NULL && identity != NULL)
    *identity = g_steal_pointer (&known);
  return project;
}

TlProject *
tl_reader_read_bytes (GBytes       *bytes,
                      const char   *display_name,
                      TlReadFlags   flags,
                      GPtrArray   **problems,
                      GError      **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return tl_reader_read (stream, display_name, g_bytes_get_size (bytes), flags, NULL, NULL,
                         problems, NULL, NULL, error);
}

GPtrArray *
tl_reader_read_fragment (const char  *xml,
                         gssize       length,
                         GError     **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_auto (Reader) self;

  stream = g_memory_input_stream_new_from_data (xml, length < 0 ? (gssize) strlen (xml) : length, NULL);
  reader_init (&self, stream, _("Copied content"), TL_READ_STRICT, TRUE, NULL);
  if (!parse (&self, error))
    return NULL;
  if (self.problems->len > 0)
    return fail_with_first (&self, error);
  return tl_intake_steal_records (self.intake);
}
