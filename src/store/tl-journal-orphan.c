/* tl-journal-orphan.c: what a crash left behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-journal-private.h"

#include "store/tl-digest.h"
#include "store/tl-problem.h"
#include "store/tl-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LOG (G_GINT64_CONSTANT (1) << 30)

struct _TlJournalOrphan
{
  GObject    parent_instance;

  char      *path;
  int        fd;    /* holds the lock */
  GFile     *file;  /* NULL if the project was never saved */
  gsize      n_whole; /* bytes of whole lines */
  char      *title;
  GDateTime *time;
};

G_DEFINE_FINAL_TYPE (TlJournalOrphan, tl_journal_orphan, G_TYPE_OBJECT)

static void
tl_journal_orphan_finalize (GObject *object)
{
  TlJournalOrphan *self = TL_JOURNAL_ORPHAN (object);

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->title);
  g_clear_object (&self->file);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (tl_journal_orphan_parent_class)->finalize (object);
}

static void
tl_journal_orphan_class_init (TlJournalOrphanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_journal_orphan_finalize;
}

static void
tl_journal_orphan_init (TlJournalOrphan *self)
{
  self->fd = -1;
}

/* Lines */

/* Walks over the whole lines of a log. */
typedef struct
{
  const char *at;
  const char *end;
} Lines;

static gboolean
next_line (Lines       *lines,
           const char **line,
           gsize       *length)
{
  const char *end = memchr (lines->at, '\n', lines->end - lines->at);

  if (end == NULL)
    return FALSE;
  *line = lines->at;
  *length = end - lines->at;
  lines->at = end + 1;
  return TRUE;
}

static gboolean
is_head (GPtrArray *words)
{
  return words != NULL && words->len == 6 && strcmp (words->pdata[0], "begin") == 0
         && strcmp (words->pdata[1], TL_JOURNAL_VERSION) == 0;
}

static gboolean
is_mark (GPtrArray *words)
{
  return words != NULL && words->len == 3 && strcmp (words->pdata[0], "mark") == 0;
}

/* Of a mark that tells a label; else NULL. */
static const char *
get_label (GPtrArray *mark)
{
  const char *word = mark->pdata[2];

  return *word == '=' ? word + 1 : NULL;
}

static char *
read_log (TlJournalOrphan *self,
          gsize           *length,
          GError         **error)
{
  char *text = NULL;
  struct stat info;

  if (fstat (self->fd, &info) != 0 || info.st_size > MAX_LOG
      || !g_file_get_contents (self->path, &text, length, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_DAMAGED,
                             _("The recovery journal cannot be read."));
      return NULL;
    }
  return text;
}

/* Looking for orphans */

/* The first line, which has a whole project where that has no file, and the
 * last mark say what it belongs to. FALSE if there is nothing to recover. */
static gboolean
look_inside (TlJournalOrphan *self)
{
  gsize length, n;
  g_autofree char *text = read_log (self, &length, NULL);
  g_autoptr (GPtrArray) head = NULL;
  Lines lines = { text, text + (text != NULL ? length : 0) };
  const char *line, *uri;
  gboolean has_changes = FALSE;
  g_autofree char *last_uri = NULL;

  if (text == NULL || !next_line (&lines, &line, &n))
    return FALSE;
  head = tl_journal_split_line (line, n);
  uri = is_head (head) ? head->pdata[2] : "";
  self->title = g_strdup (is_head (head) ? head->pdata[4] : "");

  while (next_line (&lines, &line, &n))
    {
      const char *tab = memchr (line, '\t', n);

      if (tab != NULL && g_str_has_prefix (tab + 1, "mark\t"))
        {
          g_autoptr (GPtrArray) words = tl_journal_split_line (line, n);

          if (is_mark (words) && get_label (words) == NULL)
            {
              g_free (last_uri);
              uri = last_uri = g_strdup (words->pdata[1]);
            }
        }
      else
        {
          has_changes = TRUE;
        }
    }
  self->file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  /* One that is damaged is shown too: recovering it moves it aside. */
  return has_changes || !is_head (head);
}

static TlJournalOrphan *
open_orphan (const char *path)
{
  g_autoptr (TlJournalOrphan) self = NULL;
  struct stat info;
  int fd = tl_journal_lock (path);

  if (fd < 0)
    return NULL;

  self = g_object_new (TL_TYPE_JOURNAL_ORPHAN, NULL);
  self->fd = fd;
  self->path = g_strdup (path);
  /* It may have been taken away between the opening and the locking. */
  if (fstat (fd, &info) != 0 || info.st_nlink == 0)
    return NULL;
  self->time = g_date_time_new_from_unix_local (info.st_mtime);
  if (!look_inside (self))
    {
      unlink (path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  TlJournalOrphan *const *first = a, *const *second = b;
  int order = g_date_time_compare ((*second)->time, (*first)->time);

  return order != 0 ? order : strcmp ((*first)->path, (*second)->path);
}

GPtrArray *
tl_journal_list_orphans (void)
{
  GPtrArray *orphans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *directory = tl_journal_get_directory ();
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      TlJournalOrphan *orphan = g_str_has_suffix (name, TL_JOURNAL_SUFFIX) ? open_orphan (path) : NULL;

      if (orphan != NULL)
        g_ptr_array_add (orphans, orphan);
    }
  g_ptr_array_sort (orphans, compare_times);
  return orphans;
}

GFile *
tl_journal_orphan_get_file (TlJournalOrphan *self)
{
  g_return_val_if_fail (TL_IS_JOURNAL_ORPHAN (self), NULL);

  return self->file;
}

char *
tl_journal_orphan_get_path (TlJournalOrphan *self)
{
  return g_strdup (self->path);
}

int
tl_journal_orphan_steal_lock (TlJournalOrphan *self)
{
  int fd = self->fd;

  /* What comes next must not be taken for the rest of a line. */
  if (fd >= 0 && ftruncate (fd, self->n_whole) != 0)
    g_info ("The recovery journal cannot be cut: %s", g_strerror (errno));
  self->fd = -1;
  return fd;
}

void
tl_journal_orphan_discard (TlJournalOrphan *self)
{
  g_return_if_fail (TL_IS_JOURNAL_ORPHAN (self));

  unlink (self->path);
}

/* Recovering */

static void
move_aside (TlJournalOrphan *self)
{
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  if (g_rename (self->path, aside) == 0)
    g_info ("The recovery journal was moved to %s", aside);
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_DAMAGED,
                       _("The recovery journal is damaged and cannot be used."));
  return FALSE;
}

/* A file whose bytes the log can begin from. */
typedef struct
{
  const char *uri;
  const char *digest;
  Lines       lines; /* what is to be done from there */
} Start;

/* The head and the marks. FALSE if a line is damaged. @words keeps them alive. */
static gboolean
list_starts (GPtrArray *head,
             Lines      lines,
             GArray    *starts,
             GPtrArray *words)
{
  Start start = { head->pdata[2], head->pdata[3], lines };
  const char *line;
  gsize n;

  if (*start.uri != '\0')
    g_array_append_val (starts, start);
  while (next_line (&lines, &line, &n))
    {
      GPtrArray *split = tl_journal_split_line (line, n);

      if (split == NULL)
        return FALSE;
      g_ptr_array_add (words, split);
      if (is_mark (split) && get_label (split) == NULL)
        {
          start = (Start){ split->pdata[1], split->pdata[2], lines };
          g_array_append_val (starts, start);
        }
    }
  return TRUE;
}

/* Reads the file that the log belongs to as it is now: the last of those it can
 * begin from. NULL without an error if there is none. */
static TlProject *
read_start (TlJournalOrphan *self,
            GArray          *starts,
            Lines           *lines,
            TlFileIdentity **identity,
            GError         **error)
{
  for (guint i = starts->len; i > 0; i--)
    {
      Start *start = &g_array_index (starts, Start, i - 1);
      g_autoptr (GFile) file = g_file_new_for_uri (start->uri);
      g_autoptr (TlFileIdentity) now = tl_file_identity_read (file, NULL, NULL);
      g_autoptr (TlFileIdentity) known = NULL;
      g_autoptr (TlProject) project = NULL;

      if (now == NULL || strcmp (now->digest, start->digest) != 0)
        continue;
      project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, &known, NULL, error);
      if (project == NULL)
        return NULL;
      if (strcmp (known->digest, start->digest) != 0)
        continue;

      g_set_object (&self->file, file);
      *lines = start->lines;
      *identity = g_steal_pointer (&known);
      return g_steal_pointer (&project);
    }
  return NULL;
}

static gboolean
replay_lines (TlProject *project,
              Lines     *lines,
              GError   **error)
{
  g_autofree char *label = NULL;
  const char *line;
  gsize n;

  while (next_line (lines, &line, &n))
    {
      g_autoptr (GPtrArray) words = tl_journal_split_line (line, n);

      if (words == NULL)
        return set_damaged (error);
      if (is_mark (words))
        {
          g_free (label);
          label = g_strdup (get_label (words));
          continue;
        }
      if (strcmp (words->pdata[0], "change") != 0)
        return set_damaged (error);
      if (!tl_journal_replay (project, label, words, 1, error))
        return FALSE;
      g_clear_pointer (&label, g_free);
    }
  return TRUE;
}

static gboolean
set_other_base (GError **error)
{
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_BASE,
                       _("The file was changed or moved after the crash, so that the changes that "
                         "were not saved do not fit it any more."));
  return FALSE;
}

static TlProject *
read_base (TlJournalOrphan *self,
           GPtrArray       *head,
           Lines           *lines,
           TlFileIdentity **identity,
           GError         **error)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (Start));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GError) local_error = NULL;
  const char *base = head->pdata[5];
  TlProject *project;

  if (!list_starts (head, *lines, starts, words))
    {
      set_damaged (error);
      return NULL;
    }

  project = read_start (self, starts, lines, identity, &local_error);
  if (project != NULL)
    return project;
  if (*base == '\0')
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        set_other_base (error);
      return NULL;
    }

  /* It was never saved, as far as can be seen. */
  g_clear_object (&self->file);
  {
    g_autoptr (GBytes) bytes = g_bytes_new (base, strlen (base));

    return tl_reader_read_bytes (bytes, self->title, TL_READ_STRICT, NULL, error);
  }
}

static TlProject *
recover (TlJournalOrphan *self,
         TlFileIdentity **identity,
         GError         **error)
{
  gsize length, n;
  g_autofree char *text = read_log (self, &length, error);
  Lines lines = { text, text + (text != NULL ? length : 0) };
  g_autoptr (GPtrArray) head = NULL;
  g_autoptr (TlProject) project = NULL;
  const char *line;

  if (text == NULL)
    return NULL;
  head = next_line (&lines, &line, &n) ? tl_journal_split_line (line, n) : NULL;
  if (!is_head (head))
    {
      set_damaged (error);
      return NULL;
    }

  self->n_whole = (char *) memrchr (text, '\n', length) + 1 - text;
  project = read_base (self, head, &lines, identity, error);
  if (project == NULL || !replay_lines (project, &lines, error))
    return NULL;
  return g_steal_pointer (&project);
}

TlProject *
tl_journal_orphan_recover (TlJournalOrphan *self,
                           TlFileIdentity **identity,
                           GError         **error)
{
  g_autoptr (TlFileIdentity) known = NULL;
  g_autoptr (GError) local_error = NULL;
  TlProject *project;

  g_return_val_if_fail (TL_IS_JOURNAL_ORPHAN (self), NULL);

  project = recover (self, &known, &local_error);
  if (project == NULL)
    {
      if (g_error_matches (local_error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_DAMAGED))
        move_aside (self);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  if (identity != NULL)
    *identity = g_steal_pointer (&known);
  return project;
}
