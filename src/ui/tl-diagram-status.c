/* tl-diagram-status.c: the line that sums up a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-diagram-status.h"

#include "analysis/tl-overlay.h"

#include <glib/gi18n.h>

static char *
count_coverage (TlProject *project)
{
  const TlEdition *edition = tl_project_get_edition (project);
  const TlComponent *const *components = tl_edition_get_components (edition);
  g_autoptr (TlOverlay) tools = tl_overlay_new (project, TL_OVERLAY_TOOLS);
  guint n_gaps = 0;
  guint n_overlaps = 0;
  g_autofree char *gaps = NULL;
  g_autofree char *overlaps = NULL;

  for (guint i = 0; components[i] != NULL; i++)
    {
      guint n = tl_overlay_get_n_tools (tools, components[i]->concept.id);

      n_gaps += n == 0;
      n_overlaps += n > 1;
    }
  gaps = g_strdup_printf (ngettext ("%'u component without a tool",
                                    "%'u components without a tool", n_gaps), n_gaps);
  overlaps = g_strdup_printf (ngettext ("%'u overlap", "%'u overlaps", n_overlaps), n_overlaps);
  return g_strdup_printf ("%s · %s", gaps, overlaps);
}

char *
tl_diagram_status_format (TlSession *session)
{
  TlProject *project = tl_session_get_project (session);

  if (project == NULL)
    return NULL;
  if (tl_session_shows_project_edition (session))
    return count_coverage (project);
  /* Translators: %s is an edition, such as IT4IT 2.1 */
  return g_strdup_printf (_("The other edition, to read. The facts of this project belong to %s."),
                          tl_edition_get_name (tl_project_get_edition (project)));
}
