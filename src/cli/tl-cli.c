/* tl-cli.c: what the subcommands of throughline-cli share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/tl-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "store/tl-reader.h"

gboolean
tl_cli_parse (const TlCliCommand  *command,
              const GOptionEntry  *entries,
              const char *const   *arguments,
              guint                minimum,
              guint                maximum,
              char              ***files)
{
  g_autofree char *parameters = g_strdup_printf ("%s %s", command->name, command->usage);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv ((char **) arguments);
  guint n;

  g_option_context_set_summary (context, _(command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      tl_cli_fail (error);
      return FALSE;
    }

  if (rest[1] != NULL && strcmp (rest[1], "--") == 0)
    {
      g_free (rest[1]);
      memmove (&rest[1], &rest[2], sizeof (char *) * (g_strv_length (&rest[2]) + 1));
    }

  n = g_strv_length (rest) - 1;
  if (n < minimum || n > maximum)
    {
      tl_cli_fail_with (_("Usage: throughline-cli %s"), parameters);
      return FALSE;
    }

  *files = g_strdupv (rest + 1);
  return TRUE;
}

TlCliStatus
tl_cli_fail (const GError *error)
{
  return tl_cli_fail_with ("%s", error->message);
}

TlCliStatus
tl_cli_fail_with (const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* One line, whatever a message or a file name holds. */
  g_strdelimit (message, "\n\r", ' ');
  g_printerr ("throughline-cli: %s\n", message);
  return TL_CLI_FAILED;
}

char *
tl_cli_describe_problem (const char      *path,
                         const TlProblem *problem)
{
  g_autofree char *name = g_filename_display_name (path);

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s", name, problem->message);
  if (problem->column == 0)
    return g_strdup_printf ("%s:%u: %s", name, problem->line, problem->message);
  return g_strdup_printf ("%s:%u:%u: %s", name, problem->line, problem->column, problem->message);
}

TlProject *
tl_cli_load (const char      *path,
             TlFileIdentity **identity)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TlProject *project;

  project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, &problems, identity, NULL, &error);
  if (project != NULL)
    return project;

  if (problems != NULL && problems->len > 0)
    {
      g_autofree char *text = tl_cli_describe_problem (path, problems->pdata[0]);

      tl_cli_fail_with ("%s", text);
    }
  else
    tl_cli_fail (error);
  return NULL;
}

void
tl_cli_print_json (TlJson *json)
{
  fputs (tl_json_get_text (json), stdout);
}
