/* tl-canvas-frame.c: a canvas with its map, its zoom and a line beneath
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-canvas-frame.h"

#include "canvas/tl-minimap.h"
#include "ui/tl-label.h"
#include "ui/tl-settings.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define MAP_LEAST_WIDTH  480
#define MAP_LEAST_HEIGHT 320

struct _TlCanvasFrame
{
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkOverlay *overlay;
  TlCanvas   *canvas;
  TlMinimap  *minimap;
  GtkWidget  *minimap_box;
  GtkLabel   *status;
  GtkLabel   *zoom_label;
  gpointer    placed; /* the scene whose map has its corner; only compared */
};

G_DEFINE_FINAL_TYPE (TlCanvasFrame, tl_canvas_frame, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MINIMAP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
scale_cb (TlCanvasFrame *self)
{
  /* Translators: the scale of a diagram, in percent */
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), tl_canvas_get_scale (self->canvas) * 100);

  gtk_label_set_label (self->zoom_label, text);
}

static void
zoom_in_cb (TlCanvasFrame *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-in", NULL);
}

static void
zoom_out_cb (TlCanvasFrame *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-out", NULL);
}

static void
actual_size_cb (TlCanvasFrame *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.actual-size", NULL);
}

static void
fit_cb (TlCanvasFrame *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.fit", NULL);
}

static void
tl_canvas_frame_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlCanvasFrame *self = TL_CANVAS_FRAME (object);

  if (id == PROP_MINIMAP)
    g_value_set_boolean (value, gtk_widget_get_visible (self->minimap_box));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_minimap (TlCanvasFrame *self,
             gboolean       minimap)
{
  if (gtk_widget_get_visible (self->minimap_box) == minimap)
    return;
  gtk_widget_set_visible (self->minimap_box, minimap);
  tl_settings_set_boolean ("minimap-visible", minimap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINIMAP]);
}

static void
tl_canvas_frame_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_MINIMAP)
    set_minimap (TL_CANVAS_FRAME (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_canvas_frame_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CANVAS_FRAME);

  G_OBJECT_CLASS (tl_canvas_frame_parent_class)->dispose (object);
}

/* On a diagram that is hardly larger the map would cover what it is a map of. */
static gboolean
place_map_cb (TlCanvasFrame *self,
              GtkWidget     *child,
              GdkRectangle  *place)
{
  if (child == self->minimap_box)
    gtk_widget_set_child_visible (child, gtk_widget_get_width (GTK_WIDGET (self->canvas)) >= MAP_LEAST_WIDTH
                                           && gtk_widget_get_height (GTK_WIDGET (self->canvas)) >= MAP_LEAST_HEIGHT);
  return FALSE;
}

/* How many nodes of the view, beside what holds others, a map in a corner would lie upon. */
static guint
count_covered (TlCanvasFrame *self,
               gboolean       right)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  double scale = tl_canvas_get_scale (self->canvas);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  GtkRequisition size;
  TlPoint corner;
  guint n = 0;

  gtk_widget_get_preferred_size (self->minimap_box, NULL, &size);
  corner = tl_canvas_from_widget (self->canvas, right ? gtk_widget_get_width (GTK_WIDGET (self->canvas)) - size.width : 0,
                                  gtk_widget_get_height (GTK_WIDGET (self->canvas)) - size.height);
  tl_scene_query_nodes (scene, &(TlRect) { corner.x, corner.y, size.width / scale, size.height / scale }, found);
  for (guint i = 0; i < found->len; i++)
    {
      const TlNode *node = tl_scene_get_node (scene, g_array_index (found, guint32, i));

      n += node->key != NULL && node->shape != TL_SHAPE_PANEL && node->min_scale <= scale;
    }
  return n;
}

/* At the end, if there is not more to be seen than at the beginning. It stays there, whatever comes to be beneath it. */
static void
choose_corner (TlCanvasFrame *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->minimap)))
    scene = NULL;
  if (scene == self->placed)
    return;
  self->placed = scene;
  if (scene != NULL)
    gtk_widget_set_halign (self->minimap_box, count_covered (self, mirrored) < count_covered (self, !mirrored)
                                                ? GTK_ALIGN_START : GTK_ALIGN_END);
}

static void
tl_canvas_frame_class_init (TlCanvasFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_canvas_frame_dispose;
  object_class->get_property = tl_canvas_frame_get_property;
  object_class->set_property = tl_canvas_frame_set_property;

  properties[PROP_MINIMAP] =
    g_param_spec_boolean ("minimap", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TL_TYPE_CANVAS);
  g_type_ensure (TL_TYPE_MINIMAP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-canvas-frame.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, box);
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, minimap);
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, minimap_box);
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, status);
  gtk_widget_class_bind_template_child (widget_class, TlCanvasFrame, zoom_label);
  gtk_widget_class_bind_template_callback (widget_class, actual_size_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_canvas_frame_init (TlCanvasFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_label_explain (GTK_WIDGET (self->status));
  tl_canvas_set_legible (self->canvas, TRUE);

  tl_minimap_set_canvas (self->minimap, self->canvas);
  tl_canvas_set_cover (self->canvas, self->minimap_box);
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (choose_corner), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->minimap_box, tl_settings_get_boolean ("minimap-visible", TRUE));
  if (tl_settings_get () != NULL)
    g_settings_bind (tl_settings_get (), "minimap-visible", self, "minimap", G_SETTINGS_BIND_DEFAULT);
  scale_cb (self);
}

TlCanvas *
tl_canvas_frame_get_canvas (TlCanvasFrame *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_FRAME (self), NULL);

  return self->canvas;
}

GtkOverlay *
tl_canvas_frame_get_overlay (TlCanvasFrame *self)
{
  g_return_val_if_fail (TL_IS_CANVAS_FRAME (self), NULL);

  return self->overlay;
}

void
tl_canvas_frame_set_status (TlCanvasFrame *self,
                            const char    *text)
{
  g_return_if_fail (TL_IS_CANVAS_FRAME (self) && text != NULL);

  gtk_label_set_label (self->status, text);
}
