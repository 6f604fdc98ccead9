/* test-save.c: a save replaces a file whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-problem.h"
#include "store/tl-save-private.h"
#include "tl-test-support.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OLD "the old bytes\n"
#define NEW "the new bytes, and some more of them\n"

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *text = tl_test_read_file (path);

  g_assert_cmpstr (text, ==, expected);
}

/* Nothing but these files is there. */
static void
assert_only (const char *directory,
             guint       n_files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (directory, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, n_files);
}

typedef struct
{
  TlTestDirectory *directory;
  char            *path;
  GFile           *file;
  GBytes          *bytes;
  TlFileIdentity  *known;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = tl_test_create_directory ();
  fixture->path = tl_test_write_file (fixture->directory, "some.it4it", OLD, -1);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->bytes = make_bytes (NEW);
  fixture->known = tl_file_identity_read (fixture->file, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  tl_file_identity_free (fixture->known);
  g_bytes_unref (fixture->bytes);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  tl_test_remove_directory (fixture->directory);
}

static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (TlFileIdentity) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, &identity, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
  assert_only (fixture->directory, 1);

  /* What is told of the file is what one finds out by asking. */
  read = tl_file_identity_read (fixture->file, NULL, &error);
  g_assert_cmpstr (identity->digest, ==, read->digest);
  g_assert_cmpuint (identity->inode, ==, read->inode);
  g_assert_cmpint (identity->modified, ==, read->modified);
  g_assert_true (tl_file_identity_check (identity, fixture->file, NULL, &error));
  g_assert_false (tl_file_identity_check (fixture->known, fixture->file, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK);
}

static void
test_changed_on_disk (Fixture      *fixture,
                      gconstpointer data)
{
  const char *changed = data;
  g_autofree char *path = tl_test_write_file (fixture->directory, "some.it4it", changed, -1);
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK);
  g_assert_nonnull (strstr (error->message, "some.it4it"));
  assert_contents (path, changed);
  assert_only (fixture->directory, 1);

  g_clear_error (&error);
  g_assert_true (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_OVERWRITE, fixture->known, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (path, NEW);
}

/* Written again with the same bytes, as by a checkout: nothing to ask about. */
static void
test_same_bytes (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *path = tl_test_write_file (fixture->directory, "other", OLD, -1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (rename (path, fixture->path), ==, 0);
  g_assert_true (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
}

static void
test_deleted_on_disk (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (unlink (fixture->path), ==, 0);
  g_assert_false (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK);
  assert_only (fixture->directory, 0);
}

static void
test_create (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->directory, "new.it4it", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  struct stat info;
  mode_t mask = umask (027);

  g_assert_false (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_CREATE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_contents (fixture->path, OLD);
  g_clear_error (&error);

  g_assert_true (tl_save_write (file, fixture->bytes, TL_SAVE_CREATE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (path, NEW);
  assert_only (fixture->directory, 2);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  umask (mask);
}

static void
test_permissions (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;
  char value[8];
  gboolean has_attribute;

  g_assert_cmpint (chmod (fixture->path, 0604), ==, 0);
  has_attribute = setxattr (fixture->path, "user.throughline", "kept", 4, 0) == 0
                  && setxattr (fixture->path, "user.document-portal.host-path", "/", 1, 0) == 0;
  g_assert_true (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0604);
  if (has_attribute)
    {
      g_assert_cmpint (getxattr (fixture->path, "user.throughline", value, sizeof value), ==, 4);
      g_assert_cmpint (getxattr (fixture->path, "user.document-portal.host-path", value, sizeof value), <, 0);
    }
  else
    g_test_message ("no extended attributes here");
}

static void
test_symbolic_link (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *directory = g_build_filename (fixture->directory, "links", NULL);
  g_autofree char *first = g_build_filename (directory, "first", NULL);
  g_autofree char *second = g_build_filename (directory, "second", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (first);
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkdir (directory, 0700), ==, 0);
  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink ("../some.it4it", second), ==, 0);
  g_assert_true (tl_save_write (file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, &identity, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
  assert_only (directory, 2);
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (tl_file_identity_check (identity, file, NULL, &error));
}

/* The other name is a snapshot's: what it has must stay as it is. */
static void
test_hard_link (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->directory, "snapshot.it4it", NULL);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_cmpint (chmod (fixture->path, 0640), ==, 0);
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_assert_true (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
  assert_contents (other, before);
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (info.st_nlink, ==, 1);
  assert_only (fixture->directory, 2);
}

static void
test_endless_link (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "loop", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("loop", path), ==, 0);
  g_assert_false (tl_save_write (file, fixture->bytes, TL_SAVE_OVERWRITE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  assert_only (fixture->directory, 2);
}

static void
test_directory (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->directory);
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_save_write (file, fixture->bytes, TL_SAVE_OVERWRITE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* Renamed over, it would be one no more. */
static void
test_special (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "pipe.it4it", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (tl_save_write (file, fixture->bytes, TL_SAVE_OVERWRITE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpint (lstat (path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
  assert_only (fixture->directory, 2);
}

static void
test_no_directory (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "missing", "new.it4it", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_save_write (file, fixture->bytes, TL_SAVE_CREATE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture->path, OLD);
  assert_only (fixture->directory, 1);
}

/* Every call of the system fails once */

static struct
{
  guint n_calls;
  guint failing;  /* number of the call that fails, from 1 */
  int   number;   /* with this errno */
} faults;

static gboolean
is_refused (void)
{
  if (++faults.n_calls != faults.failing)
    return FALSE;
  errno = faults.number;
  return TRUE;
}

static int
faulty_open (const char *path,
             int         flags,
             mode_t      mode)
{
  return is_refused () ? -1 : open (path, flags, mode);
}

static ssize_t
faulty_write (int         fd,
              const void *bytes,
              size_t      length)
{
  /* A disk that takes little at once. */
  return is_refused () ? -1 : write (fd, bytes, MIN (length, 10));
}

static int
faulty_fchmod (int    fd,
               mode_t mode)
{
  return is_refused () ? -1 : fchmod (fd, mode);
}

static int
faulty_fsync (int fd)
{
  return is_refused () ? -1 : fsync (fd);
}

static int
faulty_close (int fd)
{
  int result = close (fd);

  return is_refused () ? -1 : result;
}

static int
faulty_rename (const char *from,
               const char *to)
{
  return is_refused () ? -1 : rename (from, to);
}

static int
faulty_link (const char *from,
             const char *to)
{
  return is_refused () ? -1 : link (from, to);
}

static const TlSaveSystem faulty_system = {
  faulty_open, faulty_write, faulty_fchmod, faulty_fsync, faulty_close, faulty_rename, faulty_link,
};

static void
test_faults (Fixture      *fixture,
             gconstpointer data)
{
  static const int numbers[] = { ENOSPC, EIO, EACCES, EROFS, EDQUOT };
  gboolean is_new = GPOINTER_TO_INT (data);
  g_autofree char *new_path = g_build_filename (fixture->directory, "new.it4it", NULL);
  const char *path = is_new ? new_path : fixture->path;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_saved = FALSE, is_in_place = FALSE;
  guint n = 0;

  tl_save_set_system (&faulty_system);
  while (!is_saved)
    {
      g_autoptr (TlFileIdentity) identity = NULL;
      g_autoptr (GError) error = NULL;

      faults.n_calls = 0;
      faults.failing = ++n;
      faults.number = numbers[n % G_N_ELEMENTS (numbers)];
      is_saved = tl_save_write (file, fixture->bytes, is_new ? TL_SAVE_CREATE : TL_SAVE_REPLACE,
                                is_new ? NULL : fixture->known, &identity, NULL, &error);
      if (is_saved)
        break;

      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, is_new ? "new.it4it" : "some.it4it"));
      if (identity == NULL)
        {
          assert_only (fixture->directory, 1);
          assert_contents (fixture->path, is_in_place ? NEW : OLD);
        }
      else
        {
          /* Only the directory could not be synced: all is there. */
          assert_contents (path, NEW);
          assert_only (fixture->directory, is_new ? 2 : 1);
          g_assert_true (tl_file_identity_check (identity, file, NULL, NULL));
          if (is_new)
            {
              g_assert_cmpint (unlink (path), ==, 0);
              continue;
            }
          tl_file_identity_free (fixture->known);
          fixture->known = g_steal_pointer (&identity);
          is_in_place = TRUE;
        }
    }
  tl_save_set_system (NULL);

  /* Opening, a few writes, syncing, closing, replacing were all refused once. */
  g_assert_cmpuint (n, >, 8);
  assert_contents (path, NEW);
}

static int
unsupported_fchmod (int    fd,
                    mode_t mode)
{
  errno = ENOTSUP;
  return -1;
}

/* A file system that knows no permissions is no reason not to save. */
static void
test_no_permissions (Fixture      *fixture,
                     gconstpointer data)
{
  TlSaveSystem system = faulty_system;
  g_autoptr (GError) error = NULL;

  faults.failing = 0;
  system.fchmod = unsupported_fchmod;
  tl_save_set_system (&system);
  g_assert_true (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  tl_save_set_system (NULL);
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
}

/* Changed while it was being written, at the last moment. */
static int
sneaky_fsync (int fd)
{
  const char *path = g_getenv ("TEST_SNEAKY_PATH");

  g_assert_true (g_file_set_contents (path, "by another", -1, NULL));
  return fsync (fd);
}

static void
test_changed_meanwhile (Fixture      *fixture,
                        gconstpointer data)
{
  TlSaveSystem system = faulty_system;
  g_autoptr (GError) error = NULL;

  faults.failing = 0;
  system.fsync = sneaky_fsync;
  g_setenv ("TEST_SNEAKY_PATH", fixture->path, TRUE);
  tl_save_set_system (&system);
  g_assert_false (tl_save_write (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  tl_save_set_system (NULL);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK);
  assert_contents (fixture->path, "by another");
  assert_only (fixture->directory, 1);
}

static void
test_through_gio (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_save_through_gio (fixture->file, fixture->bytes, TL_SAVE_CREATE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (tl_save_through_gio (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, &identity, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, NEW);
  g_assert_true (tl_file_identity_check (identity, fixture->file, NULL, &error));

  g_assert_false (tl_save_through_gio (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CHANGED_ON_DISK);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (GError) error = NULL;

  tl_save_write_async (fixture->file, fixture->bytes, TL_SAVE_REPLACE, fixture->known, NULL, tl_test_store_result, &result);
  tl_test_wait_for (result != NULL);
  g_assert_true (tl_save_write_finish (result, &identity, &error));
  g_assert_no_error (error);
  g_assert_nonnull (identity);
  assert_contents (fixture->path, NEW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, data, function) \
  g_test_add ("/store/save/" name, Fixture, data, set_up, function, tear_down)

  ADD ("replace", NULL, test_replace);
  ADD ("changed-on-disk", "by another program\n", test_changed_on_disk);
  ADD ("changed-on-disk/same-size", "tHe old bytes\n", test_changed_on_disk);
  ADD ("same-bytes", NULL, test_same_bytes);
  ADD ("deleted-on-disk", NULL, test_deleted_on_disk);
  ADD ("create", NULL, test_create);
  ADD ("permissions", NULL, test_permissions);
  ADD ("symbolic-link", NULL, test_symbolic_link);
  ADD ("hard-link", NULL, test_hard_link);
  ADD ("endless-link", NULL, test_endless_link);
  ADD ("directory", NULL, test_directory);
  ADD ("special", NULL, test_special);
  ADD ("no-directory", NULL, test_no_directory);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("faults", GINT_TO_POINTER (FALSE), test_faults);
  ADD ("faults/new-file", GINT_TO_POINTER (TRUE), test_faults);
  ADD ("no-permissions", NULL, test_no_permissions);
  ADD ("changed-meanwhile", NULL, test_changed_meanwhile);
  ADD ("through-gio", NULL, test_through_gio);
  ADD ("async", NULL, test_async);
  return g_test_run ();
}
