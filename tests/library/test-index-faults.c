/* test-index-faults.c: the database of the library on a disk that fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-library-fixture.h"

#include "library/tl-index-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* SQLite's own way to files, but that one call to write, sync or cut a file fails. */
typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;
static int n_left = -1;          /* calls until one fails; -1: none does */
static int code = SQLITE_IOERR_WRITE;

static gboolean
fails (void)
{
  return n_left >= 0 && n_left-- == 0;
}

#define REAL(file) (((File *) (file))->real)

static int
close_file (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
read_file (sqlite3_file *file,
           void         *data,
           int           size,
           sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, size, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *data,
            int           size,
            sqlite3_int64 offset)
{
  return fails () ? code : REAL (file)->pMethods->xWrite (REAL (file), data, size, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  return fails () ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  return fails () ? code : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
get_size (sqlite3_file  *file,
          sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
check_lock (sqlite3_file *file,
            int          *is_locked)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), is_locked);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
map_shared (sqlite3_file   *file,
            int             region,
            int             size,
            int             is_new,
            void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), region, size, is_new, memory);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
unmap_shared (sqlite3_file *file,
              int           is_deleted)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), is_deleted);
}

static const sqlite3_io_methods methods = {
  2, close_file, read_file, write_file, truncate_file, sync_file, get_size, lock_file, unlock_file, check_lock,
  control_file, get_sector_size, get_characteristics, map_shared, lock_shared, order_shared, unmap_shared, NULL, NULL,
};

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *flags_out)
{
  int result;

  REAL (file) = (sqlite3_file *) ((File *) file + 1);
  result = real_vfs->xOpen (real_vfs, name, REAL (file), flags, flags_out);
  file->pMethods = REAL (file)->pMethods != NULL ? &methods : NULL;
  return result;
}

static void
install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "failing";
  vfs.szOsFile += sizeof (File);
  vfs.xOpen = open_file;
  sqlite3_vfs_register (&vfs, TRUE);
}

/* Opens, takes over what is new, and closes. Returns whether nothing failed. */
static gboolean
use (TlLibraryFixture *fixture,
     GFile            *file)
{
  g_autoptr (GError) error = NULL;
  const int expected = code == SQLITE_FULL ? TL_LIBRARY_ERROR_FULL : TL_LIBRARY_ERROR_FAILED;
  TlIndexChange change;
  gboolean is_done;

  fixture->index = tl_index_open (fixture->path, TL_INDEX_READ_WRITE, &error);
  is_done = fixture->index != NULL && tl_index_update_file (fixture->index, file, &change, NULL, &error);
  g_clear_pointer (&fixture->index, tl_index_close);
  if (is_done)
    g_assert_no_error (error);
  else
    g_assert_error (error, TL_LIBRARY_ERROR, expected);
  /* Who is asked for help has something to go by. */
  if (!is_done && expected == TL_LIBRARY_ERROR_FAILED)
    g_assert_nonnull (strstr (error->message, "(SQLite "));
  return is_done;
}

static void
test_every_call (TlLibraryFixture *fixture,
                 gconstpointer     unused)
{
  static const int codes[] = { SQLITE_IOERR_WRITE, SQLITE_FULL };
  g_autofree char *bank = tl_library_make_project ("p", "Bank");
  g_autofree char *shop = tl_library_make_project ("p", "Shop");
  const char *const projects[] = { bank, shop };
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", projects[0]);
  guint n_failed = 0;

  tl_library_fixture_update (fixture, file);
  g_clear_pointer (&fixture->index, tl_index_close);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (int n = 0;; n++)
      {
        gboolean is_done;

        g_object_unref (tl_library_fixture_write (fixture, "bank.it4it", projects[n % 2]));
        code = codes[i];
        n_left = n;
        is_done = use (fixture, file);
        /* What fails when it is closed is made good by the next one. */
        if (is_done && n_left >= 0)
          break;
        n_failed += !is_done;
        n_left = -1;
        tl_library_assert_whole (fixture->path);
        tl_library_assert_answer (fixture->path, "SELECT count(*) FROM project", "1");
      }
  n_left = -1;
  g_assert_cmpuint (n_failed, >, 0);
}

/* The same from no database at all. */
static void
test_first_time (TlLibraryFixture *fixture,
                 gconstpointer     unused)
{
  g_autofree char *project = tl_library_make_project ("p", "Bank");
  g_autoptr (GFile) file = tl_library_fixture_write (fixture, "bank.it4it", project);
  gboolean is_done = FALSE;

  code = SQLITE_IOERR_WRITE;
  for (int n = 0; !is_done; n++)
    {
      g_clear_pointer (&fixture->index, tl_index_close);
      g_unlink (fixture->path);
      n_left = n;
      is_done = use (fixture, file) && n_left >= 0;
      n_left = -1;
      g_assert_true (use (fixture, file));
      tl_library_assert_whole (fixture->path);
      tl_library_assert_answer (fixture->path, "SELECT name FROM project", "Bank");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  install ();

#define ADD(path, test) \
  g_test_add (path, TlLibraryFixture, NULL, tl_library_fixture_set_up, test, tl_library_fixture_tear_down)
  ADD ("/library/index/faults/every-call", test_every_call);
  ADD ("/library/index/faults/first-time", test_first_time);

  return g_test_run ();
}
