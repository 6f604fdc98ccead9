/* test-save-leftover.c: what saves that were killed have left is cleared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-save-private.h"
#include "tl-test-support.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  LEFT,
  CLAIMED,
  FRESH,
  LONGER,
  SHORTER,
  NO_NUMBER,
  N_FILES
};

static const char *const names[N_FILES] = {
  [LEFT] = ".throughline-0123abcd.tmp",
  [CLAIMED] = ".throughline-89abcdef.tmp",
  [FRESH] = ".throughline-11111111.tmp",
  [LONGER] = ".throughline-0123abcd.tmp2",
  [SHORTER] = ".throughline-0123.tmp",
  [NO_NUMBER] = ".throughline-mine.tmp",
};

typedef struct
{
  TlTestDirectory *directory;
  char            *paths[N_FILES];
  char            *link;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const struct timespec old[] = { { .tv_sec = 1 }, { .tv_sec = 1 } };

  fixture->directory = tl_test_create_directory ();
  for (guint i = 0; i < N_FILES; i++)
    {
      fixture->paths[i] = tl_test_write_file (fixture->directory, names[i], "half of it", -1);
      if (i != FRESH)
        g_assert_cmpint (utimensat (AT_FDCWD, fixture->paths[i], old, 0), ==, 0);
    }
  fixture->link = g_build_filename (fixture->directory, ".throughline-22222222.tmp", NULL);
  g_assert_cmpint (symlink (names[LONGER], fixture->link), ==, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < N_FILES; i++)
    g_free (fixture->paths[i]);
  g_free (fixture->link);
  tl_test_remove_directory (fixture->directory);
}

static gboolean
is_there (Fixture *fixture,
          guint    file)
{
  return g_file_test (fixture->paths[file], G_FILE_TEST_EXISTS);
}

/* By the next save there; but for what another one still writes to. */
static void
test_cleared (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "some.it4it", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("all of it", strlen ("all of it"));
  g_autoptr (GError) error = NULL;
  int fd = open (fixture->paths[CLAIMED], O_WRONLY);

  tl_save_claim_temporary (fd);
  g_assert_true (tl_save_write (file, bytes, TL_SAVE_CREATE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (is_there (fixture, LEFT));
  for (guint i = LEFT + 1; i < N_FILES; i++)
    g_assert_true (is_there (fixture, i));
  g_assert_true (g_file_test (fixture->link, G_FILE_TEST_IS_SYMLINK));

  close (fd);
  tl_save_clear_leftovers (fixture->directory);
  g_assert_false (is_there (fixture, CLAIMED));
  g_assert_true (is_there (fixture, FRESH));
}

/* What a save calls its own file is known again. */
static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *name = tl_save_create_temporary_name ();
  g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

  g_assert_cmpint (rename (fixture->paths[LEFT], path), ==, 0);
  tl_save_clear_leftovers (fixture->directory);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_no_directory (Fixture      *fixture,
                   gconstpointer data)
{
  tl_save_clear_leftovers (fixture->paths[LEFT]);
  tl_save_clear_leftovers ("/no/such/directory");
  g_assert_true (is_there (fixture, LEFT));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add ("/store/save-leftover/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("cleared", test_cleared);
  ADD ("names", test_names);
  ADD ("no-directory", test_no_directory);
  return g_test_run ();
}
