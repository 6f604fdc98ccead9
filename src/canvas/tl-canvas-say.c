/* tl-canvas-say.c: what a canvas tells of what is being done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-node.h"
#include "canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

/* Read aloud is what has the focus, and what there is to say about it: GTK 4.8 knows
 * no announcements. */
void
tl_canvas_say (TlCanvas   *self,
               const char *text)
{
  GtkWidget *child = self->focused_key != NULL ? g_hash_table_lookup (self->nodes, self->focused_key) : NULL;

  if (self->said != child && self->said != NULL)
    tl_canvas_node_say (TL_CANVAS_NODE (self->said), NULL);
  g_set_weak_pointer (&self->said, child);
  if (child != NULL)
    tl_canvas_node_say (TL_CANVAS_NODE (child), text);

  if (g_strcmp0 (self->status, text) == 0)
    return;

  g_free (self->status);
  self->status = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  g_object_notify (G_OBJECT (self), "status");
}

void
tl_canvas_say_selection (TlCanvas *self)
{
  guint n = tl_selection_get_size (&self->selection);
  g_autofree char *text = NULL;

  if (n > 1)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u selected", "%'u selected", n), n);
  tl_canvas_say (self, text);
}

void
tl_canvas_say_nudge (TlCanvas *self,
                     double    dx,
                     double    dy)
{
  g_autofree char *text = dx > 0   ? g_strdup_printf (_ ("Moved right by %g."), dx)
                          : dx < 0 ? g_strdup_printf (_ ("Moved left by %g."), -dx)
                          : dy > 0 ? g_strdup_printf (_ ("Moved down by %g."), dy)
                                   : g_strdup_printf (_ ("Moved up by %g."), -dy);

  tl_canvas_say (self, text);
}

void
tl_canvas_say_size (TlCanvas     *self,
                    const TlRect *bounds)
{
  g_autofree char *text = g_strdup_printf (_ ("Width %g, height %g."), bounds->width, bounds->height);

  tl_canvas_say (self, text);
}

const char *
tl_canvas_get_status (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->status;
}
