/* tl-shot.c: a picture of a window, or of a part of it, as it is now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-shot.h"

gboolean
tl_shot_take (TlShot                *self,
              GtkWidget             *root,
              const graphene_rect_t *area)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (root);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, width, height);

  if (area != NULL)
    graphene_rect_round_extents (area, &place);
  graphene_rect_scale (&place, TL_SHOT_SCALE, TL_SHOT_SCALE, &place);
  gtk_snapshot_scale (snapshot, TL_SHOT_SCALE, TL_SHOT_SCALE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (root)), node, &place);
  self->root = root;
  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  self->pixels = g_new (guint32, (gsize) self->width * self->height);
  gdk_texture_download (texture, (guchar *) self->pixels, (gsize) self->width * 4);
  return TRUE;
}

void
tl_shot_clear (TlShot *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

TlColor
tl_shot_get_color (guint32 pixel)
{
  return (TlColor) { (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
}

gboolean
tl_shot_find (GtkWidget       *root,
              GtkWidget       *widget,
              graphene_rect_t *area)
{
  graphene_rect_t around;
  graphene_point_t middle;
  GtkWidget *picked;

  if (!gtk_widget_compute_bounds (widget, root, area))
    return FALSE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    {
      if (parent == root)
        around = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (root), gtk_widget_get_height (root));
      else if (gtk_widget_get_overflow (parent) != GTK_OVERFLOW_HIDDEN
               || !gtk_widget_compute_bounds (parent, root, &around))
        continue;
      if (!graphene_rect_intersection (area, &around, area))
        return FALSE;
      if (parent == root)
        break;
    }
  graphene_rect_get_center (area, &middle);
  picked = gtk_widget_pick (root, middle.x, middle.y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  return picked != NULL && (picked == widget || gtk_widget_is_ancestor (widget, picked)
                            || gtk_widget_is_ancestor (picked, widget));
}

char *
tl_shot_describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 4 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *joined = g_strjoinv (".", classes);

      g_string_append_printf (text, " < %s%s%s", gtk_widget_get_css_name (widget), *joined != '\0' ? "." : "", joined);
    }
  return g_string_free (text, FALSE);
}
