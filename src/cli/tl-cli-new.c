/* tl-cli-new.c: throughline-cli new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/tl-cli.h"
#include "store/tl-save.h"
#include "store/tl-template.h"
#include "store/tl-writer.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_new = {
  .name = "new",
  .usage = "[--edition 2.1|3.0] [--template NAME] [--name NAME] FILE",
  .summary = N_("Makes a new project; never over an existing file"),
  .run = run,
};

/* What there is, for the message about what there is not: "empty, starter". */
static char *
dup_template_names (const TlEdition *edition)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;
  const TlTemplate *templates = tl_template_list (&n);

  for (guint i = 0; i < n; i++)
    if (tl_template_find (templates[i].name, edition) == &templates[i])
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", templates[i].name);
  return g_strdup (names->str);
}

static TlProject *
create_project (const char  *version,
                const char  *template_name,
                const char  *name,
                GError     **error)
{
  const TlEdition *edition = tl_edition_get (version);
  const TlTemplate *template;

  if (edition == NULL)
    {
      g_autofree char *versions = g_strjoinv (", ", (char **) tl_edition_list_versions ());

      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_EDITION,
                   _("There is no edition “%s”; there are: %s."), version, versions);
      return NULL;
    }

  template = tl_template_find (template_name, edition);
  if (template == NULL)
    {
      g_autofree char *names = dup_template_names (edition);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("Edition %s has no template “%s”; it has: %s."), version, template_name, names);
      return NULL;
    }

  return tl_template_create_project (template, edition, name, error);
}

static TlCliStatus
run (const char *const *arguments)
{
  g_autofree char *version = NULL;
  g_autofree char *template_name = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "edition", 0, 0, G_OPTION_ARG_STRING, &version, N_("Edition of the reference architecture"), "2.1|3.0" },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_name, N_("What it starts with"), N_("NAME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("Name of the project"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (TlProject) project = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (&tl_cli_new, entries, arguments, 1, 1, &files))
    return TL_CLI_FAILED;

  if (name == NULL)
    {
      g_autofree char *base = g_path_get_basename (files[0]);

      name = g_filename_display_name (base);
      if (g_str_has_suffix (name, ".it4it"))
        name[strlen (name) - strlen (".it4it")] = '\0';
    }

  project = create_project (version != NULL ? version : "3.0",
                            template_name != NULL ? template_name : "empty", name, &error);
  if (project == NULL)
    return tl_cli_fail (error);

  file = g_file_new_for_commandline_arg (files[0]);
  bytes = tl_writer_write (project);
  if (!tl_save_write (file, bytes, TL_SAVE_CREATE, NULL, NULL, NULL, &error))
    return tl_cli_fail (error);
  return TL_CLI_DONE;
}
