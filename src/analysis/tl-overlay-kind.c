/* tl-overlay-kind.c: names of the overlays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-overlay.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *token;
  const char *label;
} kinds[TL_N_OVERLAY_KINDS] = {
  [TL_OVERLAY_NONE] = { "none", NC_("overlay", "No values") },
  [TL_OVERLAY_MATURITY] = { "maturity", NC_("overlay", "Maturity today") },
  [TL_OVERLAY_GAP] = { "gap", NC_("overlay", "Gap to goal") },
  [TL_OVERLAY_TOOLS] = { "tools", NC_("overlay", "Number of tools") },
  [TL_OVERLAY_COST] = { "cost", NC_("overlay", "Annual cost") },
  [TL_OVERLAY_SERVICES] = { "services", NC_("overlay", "Services by stage") },
};

const char *
tl_overlay_kind_get_label (TlOverlayKind kind)
{
  g_return_val_if_fail ((guint) kind < TL_N_OVERLAY_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "overlay", kinds[kind].label);
}

const char *
tl_overlay_kind_get_token (TlOverlayKind kind)
{
  g_return_val_if_fail ((guint) kind < TL_N_OVERLAY_KINDS, NULL);

  return kinds[kind].token;
}

const char *
tl_overlay_kind_get_note (TlOverlayKind kind)
{
  switch (kind)
    {
    case TL_OVERLAY_MATURITY:
    case TL_OVERLAY_GAP:
      return C_("legend", "– not assessed");
    case TL_OVERLAY_COST:
      return C_("legend", "– no cost known");
    case TL_OVERLAY_TOOLS:
      return C_("legend", "0 gap · 2 and more overlap");
    case TL_OVERLAY_SERVICES:
      return C_("legend", "stuck: something on the line is missing");
    case TL_OVERLAY_NONE:
    default:
      return NULL;
    }
}

gboolean
tl_overlay_kind_parse (const char    *token,
                       TlOverlayKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < TL_N_OVERLAY_KINDS; i++)
    if (g_strcmp0 (token, kinds[i].token) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}
