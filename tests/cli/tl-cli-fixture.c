/* tl-cli-fixture.c: runs throughline-cli as its users do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-cli-fixture.h"

#include "support/tl-test-support.h"

#include <string.h>
#include <sys/wait.h>

void
tl_cli_result_clear (TlCliResult *self)
{
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
}

void
tl_cli_run (TlCliResult *result,
            ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *program = g_build_filename (g_getenv ("TL_BUILD_ROOT"), "src", "cli", "throughline-cli", NULL);
  g_autoptr (GError) error = NULL;
  const char *argument;
  int wait_status;
  va_list list;

  tl_cli_result_clear (result);
  g_ptr_array_add (arguments, program);
  va_start (list, result);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                &result->output, &result->errors, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  result->status = WEXITSTATUS (wait_status);
}

void
tl_cli_assert_failed (const TlCliResult *result,
                      const char        *reason)
{
  g_assert_cmpint (result->status, ==, 2);
  g_assert_cmpstr (result->output, ==, "");
  g_assert_nonnull (strstr (result->errors, reason));
  g_assert_true (strchr (result->errors, '\n') == result->errors + strlen (result->errors) - 1);
}

void
tl_cli_fixture_set_up (TlCliFixture  *self,
                       gconstpointer  project)
{
  self->directory = tl_test_create_directory ();
  self->path = tl_test_write_file (self->directory, "project.it4it", project, -1);
}

void
tl_cli_fixture_tear_down (TlCliFixture  *self,
                          gconstpointer  project)
{
  tl_cli_result_clear (&self->result);
  g_free (self->path);
  tl_test_remove_directory (self->directory);
}
