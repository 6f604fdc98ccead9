/* tl-look.c: one look at a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-look.h"

#include "analysis/tl-traceability.h"
#include "store/tl-reader.h"

#include <string.h>

/* A file that was changed this shortly before it was looked at may be changed
 * again within the same tick of the file system's clock: its time says nothing. */
#define TICK (2 * G_USEC_PER_SEC)

/* Of larger files two would take a lot of memory. */
#define MAX_SHORT (8 * 1024 * 1024)

void
tl_known_clear (TlKnown *self)
{
  g_free (self->digest);
  g_free (self->made);
  *self = (TlKnown){ 0 };
}

gboolean
tl_known_is_made_alike (const TlKnown *self,
                        const char    *made)
{
  const char *language = strchr (made, ' ');

  if (self->made == NULL)
    return FALSE;
  if (strcmp (language, " C") == 0)
    return strncmp (self->made, made, language + 1 - made) == 0;
  return strcmp (self->made, made) == 0;
}

TlLook *
tl_look_new (GFile *file)
{
  TlLook *self = g_new0 (TlLook, 1);

  self->file = g_object_ref (file);
  self->uri = g_file_get_uri (file);
  self->made = g_strdup_printf ("%s %s", TL_VERSION, g_get_language_names ()[0]);
  return self;
}

void
tl_look_free (TlLook *self)
{
  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_object_unref (self->file);
  g_free (self->uri);
  g_free (self->made);
  tl_known_clear (&self->known);
  g_clear_pointer (&self->identity, tl_file_identity_free);
  g_clear_object (&self->project);
  g_free (self->problem);
  g_free (self->moved_from);
  g_clear_error (&self->failure);
  g_free (self);
}

/* No such file, or no directory where it should be. */
static gboolean
is_absence (const GError *failure)
{
  return g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
         || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

/* What is wrong with a file is no failure here, but for one that never was. */
static void
take_failure (TlLook *self,
              GError *failure)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || (is_absence (failure) && self->known.id == 0))
    {
      self->failure = failure;
      return;
    }

  if (is_absence (failure))
    self->state = TL_LIBRARY_MISSING;
  else if (failure->domain == G_IO_ERROR)
    self->state = TL_LIBRARY_UNREADABLE;
  else
    self->state = TL_LIBRARY_DAMAGED;
  if (self->state != TL_LIBRARY_MISSING)
    self->problem = g_strdup (failure->message);
  g_error_free (failure);
}

/* The file system's word is enough. */
static gboolean
is_unchanged (TlLook *self)
{
  const TlKnown *known = &self->known;
  const TlFileIdentity *now = self->identity;

  return (known->state == TL_LIBRARY_DAMAGED || (known->state == TL_LIBRARY_PRESENT && known->digest != NULL))
         && known->size == now->size && known->modified == now->modified
         && known->device == (gint64) now->device && known->inode == (gint64) now->inode
         && known->modified < known->seen - TICK
         && tl_known_is_made_alike (known, self->made);
}

void
tl_look_ask (TlLook       *self,
             gboolean      is_thorough,
             GCancellable *cancellable)
{
  GError *failure = NULL;

  self->seen = g_get_real_time ();
  self->identity = tl_file_identity_query (self->file, cancellable, &failure);
  if (self->identity == NULL)
    take_failure (self, failure);
  else
    self->is_unchanged = !is_thorough && is_unchanged (self);
}

static gboolean
is_to_be_read (TlLook *self)
{
  return self->identity != NULL && !self->is_unchanged && self->failure == NULL;
}

gboolean
tl_look_is_short (TlLook *self)
{
  return is_to_be_read (self) && self->identity->size <= MAX_SHORT;
}

/* Where reading the file as a project is no more work, nothing is compared. */
static void
compare_bytes (TlLook       *self,
               GCancellable *cancellable)
{
  TlFileIdentity *identity;
  GError *failure = NULL;

  if (self->known.digest == NULL || self->known.size != self->identity->size
      || !tl_known_is_made_alike (&self->known, self->made))
    return;

  identity = tl_file_identity_read (self->file, cancellable, &failure);
  if (identity == NULL)
    {
      take_failure (self, failure);
      return;
    }
  tl_file_identity_free (self->identity);
  self->identity = identity;
  self->is_same = strcmp (self->known.digest, identity->digest) == 0;
}

void
tl_look_read (TlLook       *self,
              GCancellable *cancellable)
{
  TlFileIdentity *identity = NULL;
  GError *failure = NULL;

  if (!is_to_be_read (self))
    return;
  compare_bytes (self, cancellable);
  if (self->is_same || self->state != TL_LIBRARY_PRESENT || self->failure != NULL)
    return;

  self->project = tl_reader_read_file (self->file, TL_READ_STRICT, NULL, NULL, NULL, &identity, cancellable, &failure);
  if (self->project == NULL)
    {
      take_failure (self, failure);
      return;
    }
  tl_file_identity_free (self->identity);
  self->identity = identity;
  /* It will be asked for. */
  tl_traceability_get (self->project);
}

static gpointer
run_thread (gpointer data)
{
  tl_look_read (data, NULL);
  return NULL;
}

void
tl_look_start (TlLook *self)
{
  self->thread = g_thread_try_new ("tl-look", run_thread, self, NULL);
}

void
tl_look_finish (TlLook       *self,
                GCancellable *cancellable)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  else if (self->project == NULL && !self->is_same && self->state == TL_LIBRARY_PRESENT)
    tl_look_read (self, cancellable);
}

gboolean
tl_look_is_fresh (TlLook *self)
{
  g_autoptr (TlFileIdentity) now = NULL;

  if (self->identity == NULL)
    return FALSE;
  now = tl_file_identity_query (self->file, NULL, NULL);
  return now != NULL
         && now->size == self->identity->size && now->modified == self->identity->modified
         && now->device == self->identity->device && now->inode == self->identity->inode
         && now->modified < self->seen - TICK;
}
