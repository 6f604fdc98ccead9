/* tl-view-activity.c: a supporting activity and what is known of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-shape.h"
#include "diagram/tl-view-box.h"
#include "diagram/tl-view-card.h"
#include "diagram/tl-view-relations.h"

#define GUTTER       16.0
#define TEXT_LETTERS 36.0 /* width of the purpose, in letter sizes */

static TlFlow *
make_text (TlViewBuild *self,
           const char  *caption,
           const char  *text)
{
  TlNode node = tl_view_node_text (TL_SHAPE_NONE, text != NULL ? text : C_("fact", "not known"));
  TlFlow *item;

  node.caption = caption;
  if (text == NULL)
    node.role = TL_ROLE_AUXILIARY;
  item = tl_flow_new_leaf (&node);
  tl_flow_set_wrap (item, tl_flow_snap (TEXT_LETTERS * tl_text_measure_font_size (self->text, TL_TEXT_TITLE)));

  return item;
}

/* What the project says of it, whatever the overlay shows. */
static void
add_project_facts (TlViewBuild *self,
                   TlFlow      *panel,
                   const char  *id)
{
  guint n;

  if (self->overlay == NULL)
    return;

  n = tl_overlay_get_n_tools (self->overlay, id);
  tl_flow_add (panel, make_text (self, C_("activity", "Tools"),
                                 n > 0 ? tl_view_build_format (self, ngettext ("%'u tool", "%'u tools", n), n)
                                       : C_("activity", "none recorded in the project")));
}

static void
add_components (TlViewBuild      *self,
                TlFlow           *panel,
                const TlActivity *activity,
                TlViewPlaces     *places)
{
  TlNode head = tl_view_node_text (TL_SHAPE_NONE, NULL);
  g_autoptr(GPtrArray) boxes = g_ptr_array_new ();
  TlFlow *row;

  head.caption = C_("activity", "Functional components");
  if (activity->components[0] == NULL)
    {
      tl_flow_add (panel, make_text (self, head.caption, _("No components of this activity are named in the sources.")));
      return;
    }

  tl_flow_add (panel, tl_flow_new_leaf (&head));
  row = tl_flow_add (panel, tl_flow_new_row (GUTTER));
  for (guint i = 0; activity->components[i] != NULL; i++)
    g_ptr_array_add (boxes, tl_flow_add (row, tl_view_make_box (self, activity->components[i], FALSE, NULL, TL_FLOW_NEAR, places)));
  tl_view_equalize (self, boxes);
}

void
tl_view_build_activity (TlViewBuild *self)
{
  const TlActivity *activity = (const TlActivity *) self->view->concept;
  TlNode node = tl_view_node_activity (self, activity, TL_SHAPE_PANEL);
  g_autoptr(TlViewPlaces) places = tl_view_places_new ();
  g_autoptr(TlFlow) panel = tl_flow_new_column (TL_FLOW_APART);

  node.caption = tl_concept_kind_get_label (TL_CONCEPT_ACTIVITY);
  node.badge = activity->abbreviation;
  tl_flow_set_node (panel, &node);
  tl_view_places_add_panel (places, panel);
  tl_flow_add (panel, make_text (self, C_("activity", "Purpose"), activity->concept.text));
  add_project_facts (self, panel, activity->concept.id);
  add_components (self, panel, activity, places);

  tl_flow_measure (panel, self->text);
  tl_flow_place (panel, 0, 0, tl_flow_get_width (panel), tl_flow_get_height (panel));
  tl_flow_emit (panel, self->scene, -1);
  tl_view_add_relations (self, places, NULL, 0);
}
