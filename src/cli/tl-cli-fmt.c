/* tl-cli-fmt.c: throughline-cli fmt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/tl-cli.h"
#include "store/tl-reader.h"
#include "store/tl-save.h"
#include "store/tl-writer.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_fmt = {
  .name = "fmt",
  .usage = "[--check] FILE…",
  .summary = N_("Writes projects in their canonical form"),
  .run = run,
};

static TlCliStatus
format_file (const char *path,
             gboolean    check)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = tl_cli_dup_display_name (path);
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  before = g_file_load_bytes (file, NULL, &etag, &error);
  if (before == NULL)
    {
      g_prefix_error (&error, "%s: ", name);
      return tl_cli_fail (error);
    }
  stream = g_memory_input_stream_new_from_bytes (before);
  project = tl_reader_read (stream, name, TL_READ_STRICT, NULL, NULL, NULL, NULL, &error);
  if (project == NULL)
    return tl_cli_fail (error);

  after = tl_writer_write_bytes (project);
  if (g_bytes_equal (before, after))
    return TL_CLI_DONE;

  if (check)
    g_print (_("%s: not in canonical form\n"), name);
  else if (!tl_save_bytes (file, after, TL_SAVE_REPLACE, etag, NULL, NULL, &error))
    return tl_cli_fail (error);
  return check ? TL_CLI_FOUND : TL_CLI_DONE;
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean check = FALSE;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &check, N_("Change nothing, only say which are not"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  TlCliStatus worst = TL_CLI_DONE;

  if (!tl_cli_parse (&tl_cli_fmt, entries, arguments, 1, G_MAXUINT, &files))
    return TL_CLI_FAILED;

  for (guint i = 0; files[i] != NULL; i++)
    worst = MAX (worst, format_file (files[i], check));
  return worst;
}
