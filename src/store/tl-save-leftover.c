/* tl-save-leftover.c: what saves that were killed have left beside files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-save-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PREFIX ".throughline-"
#define DIGITS 8
#define SUFFIX ".tmp"
#define LONG   3600 /* seconds: nobody saves for so long */

char *
tl_save_create_temporary_name (void)
{
  return g_strdup_printf (PREFIX "%0*x" SUFFIX, DIGITS, g_random_int ());
}

static gboolean
is_temporary_name (const char *name)
{
  const char *digits = name + strlen (PREFIX);

  return g_str_has_prefix (name, PREFIX) && strspn (digits, "0123456789abcdef") == DIGITS
         && g_str_equal (digits + DIGITS, SUFFIX);
}

void
tl_save_claim_temporary (int fd)
{
  int ignored G_GNUC_UNUSED = flock (fd, LOCK_EX | LOCK_NB);
}

/* Who writes has claimed it, but for the moments before and after. Locks may be unknown elsewhere on a
 * network: so it has to be old, too. */
static gboolean
is_left (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_uid == geteuid ()
         && info.st_mtime < time (NULL) - LONG && flock (fd, LOCK_EX | LOCK_NB) == 0;
}

void
tl_save_clear_leftovers (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = is_temporary_name (name) ? g_build_filename (directory, name, NULL) : NULL;
      int fd = path != NULL ? open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;

      if (fd < 0)
        continue;
      if (is_left (fd))
        unlink (path);
      close (fd);
    }
}
