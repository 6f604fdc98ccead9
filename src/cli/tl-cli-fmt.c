/* tl-cli-fmt.c: throughline-cli fmt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/tl-cli.h"
#include "store/tl-digest.h"
#include "store/tl-save.h"
#include "store/tl-writer.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_fmt = {
  .name = "fmt",
  .usage = "[--check] FILE…",
  .summary = N_("Writes projects in their canonical form"),
  .run = run,
};

/* What is compared with is what the file held when it was read. */
static gboolean
is_canonical (const TlFileIdentity *identity,
              GBytes               *bytes)
{
  g_autofree char *digest = tl_digest_compute (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strcmp0 (identity->digest, digest) == 0;
}

static TlCliStatus
format_file (const char *path,
             gboolean    check)
{
  g_autoptr (TlFileIdentity) identity = NULL;
  g_autoptr (TlProject) project = tl_cli_load (path, &identity);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (project == NULL)
    return TL_CLI_FAILED;
  bytes = tl_writer_write (project);
  if (is_canonical (identity, bytes))
    return TL_CLI_DONE;

  if (check)
    {
      g_print (_("%s: not in canonical form\n"), name);
      return TL_CLI_FOUND;
    }
  file = g_file_new_for_commandline_arg (path);
  if (!tl_save_write (file, bytes, TL_SAVE_REPLACE, identity, NULL, NULL, &error))
    return tl_cli_fail (error);
  return TL_CLI_DONE;
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
    {
      TlCliStatus status = format_file (files[i], check);

      worst = MAX (worst, status);
    }
  return worst;
}
