/* tl-cli-render.c: throughline-cli render
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/tl-cli-element.h"
#include "cli/tl-cli-paper.h"
#include "cli/tl-cli.h"
#include "diagram/tl-blueprint-view.h"
#include "diagram/tl-line-view.h"
#include "diagram/tl-render.h"
#include "diagram/tl-text.h"
#include "diagram/tl-view.h"
#include "project/tl-element.h"
#include "project/tl-service.h"

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_render = {
  .name = "render",
  .usage = "--view VIEW [--service ID] [--overlay NAME] [--edition 2.1|3.0] [--dark] [--scale N] [--aspect RATIO] [--direction auto|ltr|rtl] [--paper NAME [--poster COLUMNSxROWS] [--portrait|--landscape] [--margin MM] [--overlap MM]] -o OUT.(svg|pdf|png) FILE",
  .summary = N_("Draws a diagram: value-chain, level1, network, stream:ID, group:ID, activity:ID, component:ID, data-object:ID, blueprint, line:ELEMENT, impact:ELEMENT"),
  .run = run,
};

/* Around a picture, in canvas units. */
#define MARGIN 16
/* A scale that nobody asks for: as large as fits on paper, else 1. */
#define SCALE_NOT_GIVEN (-G_MAXDOUBLE)
/* Named in a message, at most. */
#define MAX_NAMED 12

typedef struct
{
  char       *view;
  char       *service;
  char       *overlay;
  char       *edition;
  char       *direction;
  char       *output;
  gboolean    dark;
  double      scale;
  double      aspect;
  TlCliPaper  paper;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->view);
  g_free (self->service);
  g_free (self->overlay);
  g_free (self->edition);
  g_free (self->direction);
  g_free (self->output);
  g_free (self->paper.paper);
  g_free (self->paper.poster);
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
  if (options->scale != SCALE_NOT_GIVEN && !(options->scale >= 0.05 && options->scale <= 20))
    {
      tl_cli_fail_with (_("The scale has to be between 0.05 and 20."));
      return FALSE;
    }
  if (!(options->aspect >= 0 && options->aspect <= 20))
    {
      tl_cli_fail_with (_("The aspect has to be between 0 and 20."));
      return FALSE;
    }
  if (options->paper.paper == NULL
      && (options->paper.poster != NULL || options->paper.portrait || options->paper.landscape))
    {
      tl_cli_fail_with (_("--poster, --portrait and --landscape need --paper."));
      return FALSE;
    }
  if (options->paper.paper != NULL && options->dark)
    {
      tl_cli_fail_with (_("Paper is printed in light colours: --dark and --paper contradict each other."));
      return FALSE;
    }
  return TRUE;
}

/* In which direction scenes run from now on. */
static gboolean
choose_direction (const char *token)
{
  if (token == NULL || g_str_equal (token, "auto"))
    return TRUE;
  if (!g_str_equal (token, "ltr") && !g_str_equal (token, "rtl"))
    {
      tl_cli_fail_with (_("There is no direction “%s”; there are: auto, ltr, rtl."), token);
      return FALSE;
    }
  tl_scene_set_default_mirrored (g_str_equal (token, "rtl"));
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

  tl_cli_fail_with (_("There is no overlay “%s”; there are: maturity, gap, tools, cost, services."), token);
  return FALSE;
}

/* "s1 (Online payments), s2 (…)": what may be asked for instead. (transfer full) */
static char *
list_services (TlProject *project)
{
  guint n = tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_NAMED); i++)
    {
      TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "",
                              tl_record_get_id (service), tl_record_get_name (service));
    }
  if (n > MAX_NAMED)
    g_string_append (text, ", …");

  return g_string_free (text, FALSE);
}

/* The service that is asked for, or the only one. */
static TlRecord *
find_service (TlProject   *project,
              const char  *id,
              GError     **error)
{
  guint n = tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES);
  TlRecord *found = id != NULL ? tl_project_lookup (project, id) : NULL;
  g_autofree char *services = NULL;

  if (TL_IS_SERVICE (found))
    return found;
  if (id == NULL && n == 1)
    return tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, 0);

  services = list_services (project);
  if (n == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The project has no services yet."));
  else if (id == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _("Say with --service whose blueprint is meant; there are: %s."), services);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("There is no service “%s”; there are: %s."), id, services);
  return NULL;
}

static TlScene *
build_blueprint (const Options               *options,
                 TlProject                   *project,
                 const PangoFontDescription  *font,
                 GError                     **error)
{
  TlRecord *service = find_service (project, options->service, error);

  if (service == NULL)
    return NULL;
  return tl_blueprint_view_build (service, tl_traceability_get (project), font);
}

/* line:ELEMENT and impact:ELEMENT; NULL: the user has been told why. */
static TlScene *
build_element (const char                 *view,
               TlProject                  *project,
               const PangoFontDescription *font)
{
  TlTraceability *traceability = tl_traceability_get (project);
  TlRecord *element = tl_cli_find (project, &tl_element_type, strchr (view, ':') + 1);

  if (element == NULL)
    return NULL;
  return g_str_has_prefix (view, "line:") ? tl_line_view_build (traceability, element, font)
                                          : tl_impact_view_build (traceability, element, font);
}

/* NULL with no error: the user has been told. */
static TlScene *
build_scene (const Options  *options,
             TlProject      *project,
             TlOverlayKind   overlay,
             GError        **error)
{
  const TlEdition *edition = tl_project_get_edition (project);
  g_autoptr (PangoFontDescription) font = tl_text_default_font ();
  TlView view;

  if (g_strcmp0 (options->view, "blueprint") == 0)
    return build_blueprint (options, project, font, error);
  if (g_str_has_prefix (options->view, "line:") || g_str_has_prefix (options->view, "impact:"))
    return build_element (options->view, project, font);
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

/* What its colours mean, if the scene has some. (transfer full) (nullable) */
static TlOverlay *
create_overlay (const Options *options,
                TlProject     *project,
                TlOverlayKind  kind)
{
  const TlEdition *edition = options->edition != NULL ? tl_edition_get (options->edition) : NULL;
  gboolean has_own = g_strcmp0 (options->view, "blueprint") != 0 && strstr (options->view, "line:") == NULL
                     && !g_str_has_prefix (options->view, "impact:");

  if (kind == TL_OVERLAY_NONE || !has_own || (edition != NULL && edition != tl_project_get_edition (project)))
    return NULL;
  return tl_overlay_new (project, kind);
}

static TlCliStatus
print (const Options *options,
       TlProject     *project,
       TlScene       *scene,
       TlOverlayKind  kind,
       GFile         *file)
{
  g_autoptr (TlOverlay) overlay = create_overlay (options, project, kind);
  g_autoptr (GError) error = NULL;
  TlPosterOptions poster;

  if (!tl_cli_paper_read (&options->paper, options->scale == SCALE_NOT_GIVEN ? 0 : options->scale, &poster, &error)
      || !tl_cli_paper_write (scene, tl_record_get_name (TL_RECORD (project)), &poster, overlay, file, &error))
    return tl_cli_fail (error);
  return TL_CLI_DONE;
}

/* Before a file is read for nothing. */
static gboolean
check_format (const Options   *options,
              TlRenderFormat  *format,
              GError         **error)
{
  TlPosterOptions poster;

  if (!tl_render_format_from_name (options->output, format, error))
    return FALSE;
  if (options->paper.paper == NULL)
    return TRUE;
  if (*format != TL_RENDER_PDF)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("Only a PDF has pages: with --paper, the name of the file has to end in .pdf."));
      return FALSE;
    }
  return tl_cli_paper_read (&options->paper, options->scale == SCALE_NOT_GIVEN ? 0 : options->scale, &poster, error);
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
    .scale = options->scale == SCALE_NOT_GIVEN ? 1 : options->scale,
    .margin = MARGIN,
  };

  if (!choose_direction (options->direction) || !choose_overlay (options->overlay, &overlay))
    return TL_CLI_FAILED;
  if (!check_format (options, &rendering.format, &error))
    return tl_cli_fail (error);

  project = tl_cli_load (path, NULL);
  if (project == NULL)
    return TL_CLI_FAILED;
  scene = build_scene (options, project, overlay, &error);
  if (scene == NULL)
    return error != NULL ? tl_cli_fail (error) : TL_CLI_FAILED;

  file = g_file_new_for_commandline_arg (options->output);
  if (options->paper.paper != NULL)
    return print (options, project, scene, overlay, file);
  if (!tl_render_to_file (scene, &rendering, file, NULL, &error))
    return tl_cli_fail (error);
  return TL_CLI_DONE;
}

static TlCliStatus
run (const char *const *arguments)
{
  g_auto (Options) options = {
    .scale = SCALE_NOT_GIVEN,
    .paper = { .margin = TL_CLI_PAPER_MARGIN, .overlap = TL_CLI_PAPER_OVERLAP },
  };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, N_("What to draw"), N_("VIEW") },
    { "service", 0, 0, G_OPTION_ARG_STRING, &options.service, N_("Whose blueprint, where there are several services"), "ID" },
    { "overlay", 0, 0, G_OPTION_ARG_STRING, &options.overlay, N_("What to colour by"), "maturity|gap|tools|cost|services" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &options.edition, N_("Another edition than the project's"), "2.1|3.0" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_("Light on dark"), NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Size of the picture, 1 by default"), "N" },
    { "aspect", 0, 0, G_OPTION_ARG_DOUBLE, &options.aspect, N_("Width ÷ height of the room to arrange it for; 0, the default: wide"), N_("RATIO") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.direction, N_("Whether it runs from left to right or from right to left; by default as the language does"), "auto|ltr|rtl" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper.paper, N_("Pages of this size, in a PDF: on one, unless a poster or scale is asked for"), "A4|A3|…|letter" },
    { "poster", 0, 0, G_OPTION_ARG_STRING, &options.paper.poster, N_("As large as fits onto so many pages across and down, to be glued together"), "3x2" },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.paper.portrait, N_("Paper upright; by default as it fits better"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options.paper.landscape, N_("Paper across"), NULL },
    { "margin", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.margin, N_("Around each page, 12 by default"), N_("MM") },
    { "overlap", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.overlap, N_("What pages side by side both show, 10 by default"), N_("MM") },
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
