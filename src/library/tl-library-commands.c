/* tl-library-commands.c: what the user does with the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-private.h"

/* What is to be done in the writer's thread. */
typedef struct
{
  GFile    *file;  /* or NULL */
  char     *uri;   /* or NULL */
  gboolean  flag;
  gint64    time;
} Command;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_clear_object (&command->file);
  g_free (command->uri);
  g_free (command);
}

static Command *
command_new (GFile      *file,
             const char *uri)
{
  Command *command = g_new0 (Command, 1);

  command->file = file != NULL ? g_object_ref (file) : NULL;
  command->uri = uri != NULL ? g_strdup (uri) : file != NULL ? g_file_get_uri (file) : NULL;
  command->time = g_get_real_time ();
  return command;
}

/* @command: (transfer full) */
static void
run_command (TlLibrary    *self,
             TlLibraryJob  job,
             Command      *command)
{
  TlLibraryWriter *writer = tl_library_get_writer (self);

  if (writer != NULL)
    tl_library_writer_run (writer, job, command, command_free);
  else
    command_free (command);
}

static void
run (TlLibrary    *self,
     TlLibraryJob  job,
     GFile        *file,
     const char   *uri)
{
  run_command (self, job, command_new (file, uri));
}

/* The database, with all written that was found so far. */
static TlIndex *
take_index (TlLibraryWriter *writer)
{
  TlIndex *index = tl_library_writer_get_index (writer);

  if (index != NULL)
    tl_library_scan_end_batch (tl_library_writer_get_scan (writer));
  return index;
}

/* @error: taken. */
static void
note_done (TlLibraryWriter *writer,
           GError          *error)
{
  if (error != NULL)
    tl_library_writer_note_error (writer, error);
  else
    tl_library_writer_note_change (writer, TRUE);
  g_clear_error (&error);
}

/* Files {{{1 */

/* It was not removed after all. */
static void
show (TlLibrary *self,
      GFile     *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  tl_library_set_hidden (self, uri, FALSE);
}

static void
index_job (TlLibraryWriter *writer,
           gpointer         data)
{
  const Command *command = data;

  tl_left_out_set (tl_library_writer_get_left_out (writer), command->uri, FALSE);
  tl_library_scan_file_now (tl_library_writer_get_scan (writer), command->file);
}

void
tl_library_index_file (TlLibrary *self,
                       GFile     *file)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  show (self, file);
  run (self, index_job, file, NULL);
}

static void
opened_job (TlLibraryWriter *writer,
            gpointer         data)
{
  const Command *command = data;
  TlIndex *index;
  GError *error = NULL;

  index_job (writer, data);
  index = take_index (writer);
  if (index == NULL)
    return;
  tl_index_set_opened (index, command->uri, command->time, &error);
  note_done (writer, error);
}

void
tl_library_note_opened (TlLibrary *self,
                        GFile     *file)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  show (self, file);
  run (self, opened_job, file, NULL);
}

static void
offer_job (TlLibraryWriter *writer,
           gpointer         data)
{
  const Command *command = data;

  if (!tl_left_out_has (tl_library_writer_get_left_out (writer), command->uri))
    opened_job (writer, data);
}

void
tl_library_offer_file (TlLibrary *self,
                       GFile     *file,
                       gint64     opened)
{
  Command *command;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  command = command_new (file, NULL);
  command->time = opened;
  run_command (self, offer_job, command);
}

static void
pin_job (TlLibraryWriter *writer,
         gpointer         data)
{
  const Command *command = data;
  TlIndex *index = take_index (writer);
  GError *error = NULL;

  if (index == NULL)
    return;
  tl_index_set_pinned (index, command->uri, command->flag, &error);
  note_done (writer, error);
}

void
tl_library_set_pinned (TlLibrary  *self,
                       const char *uri,
                       gboolean    pinned)
{
  Command *command;

  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (uri != NULL);

  command = command_new (NULL, uri);
  command->flag = pinned;
  run_command (self, pin_job, command);
}

static void
leave_out_job (TlLibraryWriter *writer,
               gpointer         data)
{
  const Command *command = data;

  tl_left_out_set (tl_library_writer_get_left_out (writer), command->uri, command->flag);
}

void
tl_library_leave_out (TlLibrary  *self,
                      const char *uri,
                      gboolean    is_left_out)
{
  Command *command = command_new (NULL, uri);

  command->flag = is_left_out;
  run_command (self, leave_out_job, command);
}

static void
remove_job (TlLibraryWriter *writer,
            gpointer         data)
{
  const Command *command = data;
  TlIndex *index = take_index (writer);
  GError *error = NULL;

  if (index == NULL)
    return;
  tl_left_out_set (tl_library_writer_get_left_out (writer), command->uri, TRUE);
  tl_index_forget (index, command->uri, &error);
  tl_library_scan_forget (tl_library_writer_get_scan (writer), command->uri);
  note_done (writer, error);
}

void
tl_library_remove (TlLibrary  *self,
                   const char *uri)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (uri != NULL);

  run (self, remove_job, NULL, uri);
}

/* Of another project, or none. */
static const TlLibraryFacts *
find_facts (GPtrArray  *entries,
            const char *uri)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const TlLibraryFacts *facts = tl_library_entry_get_facts (g_ptr_array_index (entries, i));

      if (g_str_equal (facts->uri, uri))
        return facts;
    }
  return NULL;
}

static void
relocate_job (TlLibraryWriter *writer,
              gpointer         data)
{
  const Command *command = data;
  TlIndex *index = take_index (writer);
  g_autofree char *place = g_file_get_uri (command->file);
  g_autoptr (GPtrArray) entries = NULL;
  const TlLibraryFacts *facts;
  GError *error = NULL;

  if (index == NULL)
    return;
  entries = tl_index_list_projects (index, &error);
  facts = find_facts (entries, command->uri);
  /* Nobody is to see one without the other. */
  tl_index_begin_batch (index);
  tl_left_out_set (tl_library_writer_get_left_out (writer), place, FALSE);
  tl_library_scan_file_now (tl_library_writer_get_scan (writer), command->file);
  if (facts != NULL && !g_str_equal (place, command->uri)
      && tl_index_forget (index, command->uri, &error)
      && (!facts->pinned || tl_index_set_pinned (index, place, TRUE, &error))
      && facts->opened != 0)
    tl_index_set_opened (index, place, facts->opened, &error);
  tl_index_end_batch (index, error == NULL ? &error : NULL);
  tl_library_scan_forget (tl_library_writer_get_scan (writer), command->uri);
  note_done (writer, error);
}

void
tl_library_relocate (TlLibrary  *self,
                     const char *uri,
                     GFile      *file)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (G_IS_FILE (file));

  run (self, relocate_job, file, uri);
}

/* Folders {{{1 */

static void
add_folder_job (TlLibraryWriter *writer,
                gpointer         data)
{
  const Command *command = data;
  TlIndex *index = take_index (writer);
  GError *error = NULL;

  if (index == NULL)
    return;
  if (tl_index_add_folder (index, command->uri, &error))
    tl_library_scan_folder (tl_library_writer_get_scan (writer), command->file);
  note_done (writer, error);
}

void
tl_library_add_folder (TlLibrary *self,
                       GFile     *folder)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (folder));

  run (self, add_folder_job, folder, NULL);
}

static void
remove_folder_job (TlLibraryWriter *writer,
                   gpointer         data)
{
  const Command *command = data;
  TlIndex *index = take_index (writer);
  GError *error = NULL;

  if (index == NULL)
    return;
  tl_library_scan_leave (tl_library_writer_get_scan (writer), command->file);
  if (tl_index_remove_folder (index, command->uri, &error))
    tl_library_scan_everything (tl_library_writer_get_scan (writer)); /* one may lie in another */
  note_done (writer, error);
}

void
tl_library_remove_folder (TlLibrary *self,
                          GFile     *folder)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (folder));

  run (self, remove_folder_job, folder, NULL);
}

static void
rescan_job (TlLibraryWriter *writer,
            gpointer         data)
{
  tl_library_scan_everything (tl_library_writer_get_scan (writer));
}

void
tl_library_rescan (TlLibrary *self)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  run (self, rescan_job, NULL, NULL);
}
