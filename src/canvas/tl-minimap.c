/* tl-minimap.c: a small picture of a whole scene with the view marked on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-minimap.h"

#include "canvas/tl-device-scale.h"
#include "canvas/tl-tile-painter.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_WIDTH  200
#define MAX_HEIGHT 140
#define LEAST_PARTS  5 /* of the canvas, that it may take one of */
#define MIN_SIDE   40
#define MARGIN     4.0 /* around the scene, logical pixels */
#define RING_GAP   1
#define STEP       0.25 /* of the view, with arrow keys */

struct _TlMinimap
{
  GtkWidget      parent_instance;

  TlCanvas      *canvas;  /* a weak pointer */
  TlTilePainter *thread;
  TlContent     *content; /* what is painted or on the way */
  GdkTexture    *texture; /* NULL until it is painted */
  double         scale;   /* logical pixels a canvas unit */
  int            width;
  int            height;
  double         device_scale;
};

G_DEFINE_FINAL_TYPE (TlMinimap, tl_minimap, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CANVAS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
painted_cb (const TlTileJob *job,
            cairo_surface_t *surface,
            gpointer         user_data)
{
  TlMinimap *self = user_data;

  if (job->content == self->content)
    {
      int stride = cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * job->height);

      g_clear_object (&self->texture);
      self->texture = gdk_memory_texture_new (job->width, job->height, GDK_MEMORY_DEFAULT, bytes, stride);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  cairo_surface_destroy (surface);
}

/* The whole scene at the size of the widget: one piece, painted by the thread. */
static void
paint (TlMinimap *self,
       TlScene   *scene)
{
  TlRect bounds = tl_scene_get_bounds (scene);
  double scale = self->scale * self->device_scale;
  TlTileJob job = {
    .content = self->content,
    .scale = scale,
    .x = (int) floor (bounds.x * scale - MARGIN * self->device_scale),
    .y = (int) floor (bounds.y * scale - MARGIN * self->device_scale),
    .width = (int) ceil (self->width * self->device_scale),
    .height = (int) ceil (self->height * self->device_scale),
  };

  tl_tile_painter_set_jobs (self->thread, &job, 1);
}

static gboolean
is_current (TlMinimap *self,
            TlScene   *scene)
{
  return self->content != NULL && self->content->scene == scene
         && self->content->palette == tl_canvas_get_palette (self->canvas)
         && pango_font_description_equal (self->content->font, tl_canvas_get_font (self->canvas))
         && self->device_scale == tl_device_scale_get (GTK_WIDGET (self));
}

static void
follow_scene (TlMinimap *self,
              TlScene   *scene)
{
  TlRect bounds = tl_scene_get_bounds (scene);
  double width = MAX (bounds.width, 1), height = MAX (bounds.height, 1);
  int before_width = self->width, before_height = self->height;

  self->scale = MIN ((MAX_WIDTH - 2 * MARGIN) / width, (MAX_HEIGHT - 2 * MARGIN) / height);
  self->width = MAX ((int) ceil (width * self->scale + 2 * MARGIN), MIN_SIDE);
  self->height = MAX ((int) ceil (height * self->scale + 2 * MARGIN), MIN_SIDE);
  self->device_scale = tl_device_scale_get (GTK_WIDGET (self));
  if (self->content == NULL || self->content->scene != scene)
    g_clear_object (&self->texture);
  g_clear_pointer (&self->content, tl_content_unref);
  self->content = tl_content_new (scene, tl_canvas_get_palette (self->canvas), tl_canvas_get_font (self->canvas));
  paint (self, scene);
  if (self->width != before_width || self->height != before_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* On a small canvas it would hide more than it shows. */
static gboolean
has_room (TlMinimap *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->canvas)) * gtk_widget_get_height (GTK_WIDGET (self->canvas)) >=
         LEAST_PARTS * MAX_WIDTH * MAX_HEIGHT;
}

static void
update (TlMinimap *self)
{
  TlScene *scene = self->canvas != NULL ? tl_canvas_get_scene (self->canvas) : NULL;
  gboolean needed = scene != NULL && !tl_canvas_shows_all (self->canvas) && has_room (self);

  if (needed && !is_current (self, scene))
    follow_scene (self, scene);
  if (scene == NULL)
    {
      tl_tile_painter_set_jobs (self->thread, NULL, 0);
      g_clear_pointer (&self->content, tl_content_unref);
      g_clear_object (&self->texture);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), needed);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
view_changed_cb (TlCanvas *canvas,
                 gpointer  user_data)
{
  update (TL_MINIMAP (user_data));
}

static GdkRGBA
to_rgba (const TlColor *color,
         double         alpha)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, (float) alpha };
}

/* The view in the plane of the minimap, cut to it. */
static graphene_rect_t
get_frame (TlMinimap *self)
{
  TlRect bounds = tl_scene_get_bounds (self->content->scene);
  TlRect area = tl_canvas_get_visible_area (self->canvas);
  double left = MAX ((area.x - bounds.x) * self->scale + MARGIN, 1);
  double top = MAX ((area.y - bounds.y) * self->scale + MARGIN, 1);
  double right = MIN ((area.x + area.width - bounds.x) * self->scale + MARGIN, self->width - 1);
  double bottom = MIN ((area.y + area.height - bounds.y) * self->scale + MARGIN, self->height - 1);

  /* Deep inside a large scene it would be too small to be seen. */
  return GRAPHENE_RECT_INIT ((float) floor (left), (float) floor (top), (float) MAX (ceil (right - left), 4),
                             (float) MAX (ceil (bottom - top), 4));
}

static void
tl_minimap_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TlMinimap *self = TL_MINIMAP (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  const TlPalette *palette;
  GskRoundedRect rounded;
  graphene_rect_t frame;
  GdkRGBA canvas, dim, selection;

  if (self->canvas == NULL || self->content == NULL)
    return;

  palette = tl_canvas_get_palette (self->canvas);
  canvas = to_rgba (&palette->canvas, 1);
  dim = to_rgba (&palette->dim, 0.5);
  selection = to_rgba (&palette->selection, 1);
  gsk_rounded_rect_init_from_rect (&rounded, &all, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &canvas, &all);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &all);
  frame = get_frame (self);
  {
    GskRoundedRect inner;
    GdkRGBA tint = to_rgba (&palette->selection, 0.14);

    gsk_rounded_rect_init_from_rect (&inner, &frame, 2);
    gtk_snapshot_append_color (snapshot, &tint, &frame);
    gtk_snapshot_append_border (snapshot, &inner, (float[4]) { 2, 2, 2, 2 },
                                (GdkRGBA[4]) { selection, selection, selection, selection });
  }
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { dim, dim, dim, dim });
  if (gtk_widget_has_visible_focus (widget))
    {
      /* Outside, as the frame of the view may be all around. */
      gsk_rounded_rect_shrink (&rounded, -RING_GAP - 2, -RING_GAP - 2, -RING_GAP - 2, -RING_GAP - 2);
      gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { selection, selection, selection, selection });
    }
}

static void
tl_minimap_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  TlMinimap *self = TL_MINIMAP (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *minimum_baseline = *natural_baseline = -1;
}

static void
go_to (TlMinimap *self,
       double     x,
       double     y)
{
  TlRect bounds;

  if (self->canvas == NULL || self->content == NULL)
    return;

  bounds = tl_scene_get_bounds (self->content->scene);
  tl_canvas_center_on (self->canvas, bounds.x + (x - MARGIN) / self->scale, bounds.y + (y - MARGIN) / self->scale);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (TL_MINIMAP (user_data), x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                gpointer        user_data)
{
  double start_x, start_y;

  if (gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    go_to (TL_MINIMAP (user_data), start_x + x, start_y + y);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TlMinimap *self = TL_MINIMAP (widget);
  TlRect area;
  int across, down;

  if (self->canvas == NULL)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (arguments, "(ii)", &across, &down);
  area = tl_canvas_get_visible_area (self->canvas);
  tl_canvas_center_on (self->canvas, area.x + area.width * (0.5 + across * STEP),
                       area.y + area.height * (0.5 + down * STEP));

  return GDK_EVENT_STOP;
}

static void
disconnect_canvas (TlMinimap *self)
{
  if (self->canvas == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_weak_pointer (&self->canvas);
}

static void
tl_minimap_dispose (GObject *object)
{
  TlMinimap *self = TL_MINIMAP (object);

  disconnect_canvas (self);
  g_clear_pointer (&self->thread, tl_tile_painter_free);
  g_clear_pointer (&self->content, tl_content_unref);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (tl_minimap_parent_class)->dispose (object);
}

static void
tl_minimap_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CANVAS:
      g_value_set_object (value, TL_MINIMAP (object)->canvas);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_minimap_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CANVAS:
      tl_minimap_set_canvas (TL_MINIMAP (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_minimap_class_init (TlMinimapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    int   across;
    int   down;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };

  object_class->dispose = tl_minimap_dispose;
  object_class->get_property = tl_minimap_get_property;
  object_class->set_property = tl_minimap_set_property;
  widget_class->measure = tl_minimap_measure;
  widget_class->snapshot = tl_minimap_snapshot;

  properties[PROP_CANVAS] =
    g_param_spec_object ("canvas", NULL, NULL, TL_TYPE_CANVAS,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move_cb, "(ii)", keys[i].across, keys[i].down);
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_minimap_init (TlMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->thread = tl_tile_painter_new (painted_cb, self);
  self->width = MAX_WIDTH;
  self->height = MAX_HEIGHT;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the diagram"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Arrow keys move the view"),
                                  -1);
}

GtkWidget *
tl_minimap_new (void)
{
  return g_object_new (TL_TYPE_MINIMAP, NULL);
}

void
tl_minimap_set_canvas (TlMinimap *self,
                       TlCanvas  *canvas)
{
  g_return_if_fail (TL_IS_MINIMAP (self));
  g_return_if_fail (canvas == NULL || TL_IS_CANVAS (canvas));

  if (canvas == self->canvas)
    return;

  disconnect_canvas (self);
  if (canvas != NULL)
    {
      g_set_weak_pointer (&self->canvas, canvas);
      g_signal_connect (canvas, "view-changed", G_CALLBACK (view_changed_cb), self);
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANVAS]);
}
