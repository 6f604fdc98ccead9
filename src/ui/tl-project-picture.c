/* tl-project-picture.c: shows the picture of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-picture.h"

#include "ui/tl-project-pictures.h"
#include "ui/tl-style.h"

#include <adwaita.h>

#define RADIUS    8
#define ICON_NAME TL_APP_ID "-symbolic"
#define ICON_SIZE 32

struct _TlProjectPicture
{
  GtkWidget       parent_instance;

  int             width;
  int             height;
  TlLibraryEntry *entry;
  GdkTexture     *texture; /* NULL: not there yet, or none */
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (TlProjectPicture, tl_project_picture, GTK_TYPE_WIDGET)

static void
stop (TlProjectPicture *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (TlProjectPicture) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = tl_project_pictures_get_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static TlThumbnailSize
get_size (TlProjectPicture *self)
{
  int pixels = MAX (self->width, self->height) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return pixels > tl_thumbnail_get_pixels (TL_THUMBNAIL_LARGE) ? TL_THUMBNAIL_X_LARGE : TL_THUMBNAIL_LARGE;
}

static void
update (TlProjectPicture *self)
{
  TlPaletteKind palette = tl_style_get_palette_kind ();
  GdkTexture *texture = NULL;

  stop (self);
  if (self->entry != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      texture = tl_project_pictures_peek (self->entry, get_size (self), palette);
      if (texture == NULL)
        {
          self->cancellable = g_cancellable_new ();
          tl_project_pictures_get_async (self->entry, get_size (self), palette, self->cancellable, got_cb,
                                         g_object_ref (self));
        }
    }
  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Drawing {{{1 */

static void
snapshot_texture (TlProjectPicture *self,
                  GtkSnapshot      *snapshot,
                  double            width,
                  double            height)
{
  double ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->texture));
  double w = MIN (width, height * ratio);
  double h = w / ratio;

  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((width - w) / 2, (height - h) / 2, w, h));
}

/* The sign of a project. */
static void
snapshot_icon (TlProjectPicture *self,
               GtkSnapshot      *snapshot,
               int               width,
               int               height,
               const GdkRGBA    *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, ICON_NAME, NULL, ICON_SIZE,
                                                                  gtk_widget_get_scale_factor (widget),
                                                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - ICON_SIZE) / 2, (height - ICON_SIZE) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
tl_project_picture_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TlProjectPicture *self = TL_PROJECT_PICTURE (widget);
  const TlPalette *palette = tl_style_get_palette ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GskRoundedRect outline;
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GdkRGBA line = { palette->dim.red, palette->dim.green, palette->dim.blue, high_contrast ? 1 : 0.35 };
  GdkRGBA ground = { palette->canvas.red, palette->canvas.green, palette->canvas.blue, 1 };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  if (self->texture != NULL)
    snapshot_texture (self, snapshot, width, height);
  else if (self->entry != NULL)
    snapshot_icon (self, snapshot, width, height, &line);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ line, line, line, line });
}

static void
tl_project_picture_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TlProjectPicture *self = TL_PROJECT_PICTURE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
tl_project_picture_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_project_picture_parent_class)->map (widget);
  update (TL_PROJECT_PICTURE (widget));
}

static void
tl_project_picture_unmap (GtkWidget *widget)
{
  stop (TL_PROJECT_PICTURE (widget));
  GTK_WIDGET_CLASS (tl_project_picture_parent_class)->unmap (widget);
}

/* Object {{{1 */

static void
tl_project_picture_dispose (GObject *object)
{
  TlProjectPicture *self = TL_PROJECT_PICTURE (object);

  stop (self);
  g_clear_object (&self->entry);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (tl_project_picture_parent_class)->dispose (object);
}

static void
tl_project_picture_class_init (TlProjectPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_project_picture_dispose;
  widget_class->snapshot = tl_project_picture_snapshot;
  widget_class->measure = tl_project_picture_measure;
  widget_class->map = tl_project_picture_map;
  widget_class->unmap = tl_project_picture_unmap;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_project_picture_init (TlProjectPicture *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tl_project_picture_new (int width,
                        int height)
{
  TlProjectPicture *self = g_object_new (TL_TYPE_PROJECT_PICTURE, NULL);

  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}

void
tl_project_picture_set_entry (TlProjectPicture *self,
                              TlLibraryEntry   *entry)
{
  g_return_if_fail (TL_IS_PROJECT_PICTURE (self));
  g_return_if_fail (entry == NULL || TL_IS_LIBRARY_ENTRY (entry));

  if (g_set_object (&self->entry, entry))
    update (self);
}
