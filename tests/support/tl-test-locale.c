/* tl-test-locale.c: the languages and countries of users, in tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-locale.h"

#include "tl-test-support.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

/* With glibc, everywhere: of no language. */
#define PLAIN_MESSAGES "/usr/lib/locale/C.utf8/LC_MESSAGES/SYS_LC_MESSAGES"

/* Those that the tests are about. The others, above all the order of letters, take a hundred times as long to make. */
static const struct
{
  int         category;
  const char *name;
} categories[] = {
  { LC_NUMERIC, "LC_NUMERIC" },
  { LC_MONETARY, "LC_MONETARY" },
  { LC_TIME, "LC_TIME" },
};

static char *
write_source (const char *directory,
              const char *name)
{
  g_autoptr (GString) source = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    g_string_append_printf (source, "%s\ncopy \"%s\"\nEND %s\n", categories[i].name, name, categories[i].name);
  return tl_test_write_file (directory, "source", source->str, -1);
}

static gboolean
make_locale (const char *directory,
             const char *name,
             const char *full)
{
  g_autofree char *source = write_source (directory, name);
  g_autofree char *target = g_build_filename (directory, full, NULL);
  const char *command[] = { "localedef", "--force", "--quiet", "--no-archive", "-i", source, "-f", "UTF-8", target, NULL };

  /* Complains of the categories that are not there; what counts is whether the locale can be used. */
  return g_spawn_sync (NULL, (char **) command, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, NULL, NULL);
}

static gboolean
use_locale (const char *full)
{
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    if (setlocale (categories[i].category, full) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
tl_test_set_locale (const char *name)
{
  /* Goes with what else g_test_init() has isolated, at the end of each test. */
  g_autofree char *directory = g_build_filename (g_get_user_cache_dir (), "locales", NULL);
  g_autofree char *full = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *reason = NULL;

  g_assert_no_errno (g_mkdir_with_parents (directory, 0700));
  g_setenv ("LOCPATH", directory, TRUE);
  /* Not asked for before it is there: glibc remembers what it has not found. */
  if (make_locale (directory, name, full) && use_locale (full))
    return TRUE;

  tl_test_reset_locale ();
  reason = g_strdup_printf ("there is no locale %s, nor localedef with its sources to make it", name);
  g_test_skip (reason);
  return FALSE;
}

void
tl_test_reset_locale (void)
{
  g_assert_true (use_locale ("C"));
}

/* Of C, and with newer versions of glibc also of C.UTF-8, gettext translates nothing: it is given another name. */
static gboolean
name_locale (const char *language)
{
  g_autofree char *directory = g_build_filename (g_get_user_cache_dir (), "locales", NULL);
  g_autofree char *name = g_strconcat (language, ".UTF-8", NULL);
  g_autofree char *below = g_build_filename (directory, name, "LC_MESSAGES", NULL);
  g_autofree char *target = g_build_filename (below, "SYS_LC_MESSAGES", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  if (setlocale (LC_ALL, "C.UTF-8") == NULL || !g_file_get_contents (PLAIN_MESSAGES, &contents, &length, NULL))
    return FALSE;
  g_assert_no_errno (g_mkdir_with_parents (below, 0700));
  if (!g_file_set_contents (target, contents, (gssize) length, NULL))
    return FALSE;
  g_setenv ("LOCPATH", directory, TRUE);
  return setlocale (LC_MESSAGES, name) != NULL;
}

gboolean
tl_test_use_catalog (const char *language)
{
  g_autofree char *catalogs = g_build_filename (g_getenv ("TL_BUILD_ROOT"), "po", NULL);
  g_autofree char *catalog = g_build_filename (catalogs, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (!g_file_test (catalog, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the catalogue is not built");
      return FALSE;
    }
  g_setenv ("LANGUAGE", language, TRUE);
  if (!name_locale (language))
    {
      g_test_skip ("there is no locale C.UTF-8");
      return FALSE;
    }
  bindtextdomain (GETTEXT_PACKAGE, catalogs);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  return TRUE;
}
