/* tl-cli.c: what the subcommands of throughline-cli share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/tl-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

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
tl_cli_dup_display_name (const char *path)
{
  return g_filename_display_name (path);
}

void
tl_cli_print_json (TlJson *json)
{
  fputs (tl_json_get_text (json), stdout);
}
