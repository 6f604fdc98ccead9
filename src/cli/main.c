/* main.c: throughline-cli, Throughline in a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/tl-language.h"
#include "cli/tl-cli.h"
#include "diagram/tl-scene.h"

static const TlCliCommand *const commands[] = {
  &tl_cli_new,
  &tl_cli_info,
  &tl_cli_validate,
  &tl_cli_fmt,
  &tl_cli_render,
  &tl_cli_trace,
  &tl_cli_impact,
  &tl_cli_reconcile,
  &tl_cli_index,
  &tl_cli_search,
};

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: throughline-cli COMMAND [OPTIONS…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i]->name, commands[i]->usage, _(commands[i]->summary));
  g_print ("\n%s\n%s\n", _("“throughline-cli COMMAND --help” tells more."),
           _("Exit status: 0 done; 1 done, and something was found; 2 not done."));
}

int
main (int   argc,
      char *argv[])
{
  tl_language_start ();
  tl_scene_set_default_mirrored (tl_language_is_right_to_left ());
  g_set_prgname ("throughline-cli");

  if (argc < 2)
    {
      print_help ();
      return TL_CLI_FAILED;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return TL_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("Throughline %s\n", TL_VERSION);
      return TL_CLI_DONE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i]->name) == 0)
      {
        TlCliStatus status = commands[i]->run ((const char *const *) argv + 1);

        if (fflush (stdout) != 0 || ferror (stdout))
          return tl_cli_fail_with (_("Standard output could not be written."));
        return status;
      }

  return tl_cli_fail_with (_("There is no command “%s”; “throughline-cli --help” lists them."), argv[1]);
}
