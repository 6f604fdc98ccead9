/* tl-cli-render.c: throughline-cli render
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/tl-cli.h"
#include "diagram/tl-render.h"
#include "diagram/tl-text.h"
#include "diagram/tl-view.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_render = {
  .name = "render",
  .usage = "--view VIEW [--overlay NAME] [--edition 2.1|3.0] [--dark] [--scale N] [--aspect RATIO] -o OUT.(svg|pdf|png) FILE",
  .summary = N_("Draws a diagram: value-chain, level1, network, stream:ID, group:ID, activity:ID, component:ID, data-object:ID"),
  .run = run,
};

/* Around a picture, in canvas units. */
#define MARGIN 16

typedef struct
{
  char     *view;
  char     *overlay;
  char     *edition;
  char     *output;
  gboolean  dark;
  double    scale;
  double    aspect;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->view);
  g_free (self->overlay);
  g_free (self->edition);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check_options (const Options *options)
{
  if (options->view == NULL || options->output == NULL)
    {
      tl_cli_fail_with (_("Both --view and -o are needed; “throughline-cli render --help” tells more."));
      return FALSE;
    }
  if (!(options->scale >= 0.05 && options->scale <= 20))
    {
      tl_cli_fail_with (_("The scale has to be between 0.05 and 20."));
      return FALSE;
    }
  if (!(options->aspect >= 0 && options->aspect <= 20))
    {
      tl_cli_fail_with (_("The aspect has to be between 0 and 20."));
      return FALSE;
    }
  return TRUE;
}

/* The overlay; what a project knows counts only in its own edition. */
static gboolean
choose_overlay (const char    *token,
                TlOverlayKind *overlay)
{
  *overlay = TL_OVERLAY_NONE;
  if (token == NULL || tl_overlay_kind_parse (token, overlay))
    return TRUE;

  tl_cli_fail_with (_("There is no overlay “%s”; there are: maturity, gap, tools, cost."), token);
  return FALSE;
}

static TlScene *
build_scene (const Options  *options,
             TlProject      *project,
             TlOverlayKind   overlay,
             GError        **error)
{
  const TlEdition *edition = tl_project_get_edition (project);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  TlView view;

  if (options->edition != NULL)
    edition = tl_edition_get (options->edition);
  if (edition == NULL)
    {
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_UNKNOWN_EDITION,
                   _("There is no edition “%s”."), options->edition);
      return NULL;
    }
  if (!tl_view_parse (edition, options->view, &view, error))
    return NULL;

  return tl_view_build_scene (&view, edition == tl_project_get_edition (project) ? project : NULL,
                              overlay, font, options->aspect);
}

static TlCliStatus
render (const Options *options,
        const char    *path)
{
  g_autoptr (TlProject) project = NULL;
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TlOverlayKind overlay;
  TlRenderOptions rendering = {
    .palette = options->dark ? TL_PALETTE_DARK : TL_PALETTE_LIGHT,
    .scale = options->scale,
    .margin = MARGIN,
  };

  if (!choose_overlay (options->overlay, &overlay))
    return TL_CLI_FAILED;
  if (!tl_render_format_from_name (options->output, &rendering.format, &error))
    return tl_cli_fail (error);

  project = tl_cli_load (path, NULL);
  if (project == NULL)
    return TL_CLI_FAILED;
  scene = build_scene (options, project, overlay, &error);
  if (scene == NULL)
    return tl_cli_fail (error);

  file = g_file_new_for_commandline_arg (options->output);
  if (!tl_render_to_file (scene, &rendering, file, NULL, &error))
    return tl_cli_fail (error);
  return TL_CLI_DONE;
}

static TlCliStatus
run (const char *const *arguments)
{
  g_auto (Options) options = { .scale = 1.0 };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, N_("What to draw"), N_("VIEW") },
    { "overlay", 0, 0, G_OPTION_ARG_STRING, &options.overlay, N_("What to colour by"), "maturity|gap|tools|cost" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &options.edition, N_("Another edition than the project's"), "2.1|3.0" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_("Light on dark"), NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Size of the picture, 1 by default"), "N" },
    { "aspect", 0, 0, G_OPTION_ARG_DOUBLE, &options.aspect, N_("Width ÷ height of the room to arrange it for; 0, the default: wide"), N_("RATIO") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;

  if (!tl_cli_parse (&tl_cli_render, entries, arguments, 1, 1, &files))
    return TL_CLI_FAILED;
  if (!check_options (&options))
    return TL_CLI_FAILED;
  return render (&options, files[0]);
}
