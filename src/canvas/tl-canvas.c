/* tl-canvas.c: the widget that shows a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include "canvas/tl-band-tool.h"
#include "canvas/tl-canvas-node.h"
#include "canvas/tl-connect-tool.h"
#include "canvas/tl-device-scale.h"
#include "canvas/tl-eraser.h"
#include "canvas/tl-grips.h"
#include "canvas/tl-hover-tool.h"
#include "canvas/tl-key-tool.h"
#include "canvas/tl-move-tool.h"
#include "canvas/tl-pan-tool.h"
#include "canvas/tl-resize-tool.h"
#include "canvas/tl-select-tool.h"
#include "canvas/tl-touch-tool.h"
#include "canvas/tl-zoom-tool.h"

#define DEFAULT_FONT "Cantarell 11"

G_DEFINE_FINAL_TYPE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED_KEY,
  PROP_HOVERED_KEY,
  PROP_SCALE,
  PROP_EDITABLE,
  PROP_STATUS,
  N_PROPS
};

enum
{
  SIGNAL_ACTIVATE_NODE,
  SIGNAL_GO_BACK,
  SIGNAL_CONTEXT_MENU,
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_active (TlCanvas *self,
           int       node)
{
  const TlNode *found;

  if (self->scene == NULL || node < 0)
    return FALSE;

  found = tl_scene_get_node (self->scene, (guint) node);
  return (found->flags & TL_NODE_ACTIVE) != 0 && found->key != NULL;
}

int
tl_canvas_find_active (TlCanvas   *self,
                       const char *key)
{
  int node = self->scene != NULL && key != NULL ? tl_scene_find (self->scene, key) : -1;

  return is_active (self, node) ? node : -1;
}

static const char *
get_key (TlCanvas *self,
         int       node)
{
  return node < 0 ? NULL : tl_scene_get_node (self->scene, (guint) node)->key;
}

/* Replaces a key; TRUE if it is another one. */
static gboolean
replace_key (char      **key,
             const char *with)
{
  if (g_strcmp0 (*key, with) == 0)
    return FALSE;

  g_free (*key);
  *key = g_strdup (with);
  return TRUE;
}

void
tl_canvas_set_hovered (TlCanvas *self,
                       int       node)
{
  if (!is_active (self, node))
    node = -1;
  self->hovered = node;
  if (!replace_key (&self->hovered_key, get_key (self, node)))
    return;

  tl_canvas_update_highlights (self);
  tl_canvas_start_ticking (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED_KEY]);
}

void
tl_canvas_activate (TlCanvas *self,
                    int       node)
{
  if (is_active (self, node))
    {
      /* A handler may set another scene, and with it free this one's strings. */
      g_autofree char *key = g_strdup (get_key (self, node));

      g_signal_emit (self, signals[SIGNAL_ACTIVATE_NODE], 0, key);
    }
}

void
tl_canvas_go_back (TlCanvas *self)
{
  g_signal_emit (self, signals[SIGNAL_GO_BACK], 0);
}

void
tl_canvas_request_menu (TlCanvas *self,
                        TlItem    item,
                        double    x,
                        double    y)
{
  g_autofree char *key = NULL;

  if (tl_canvas_may_select (self, item))
    {
      if (tl_selection_contains (&self->selection, item))
        tl_canvas_select_also (self, item, TRUE);
      else
        tl_canvas_select (self, item);
      key = g_strdup (tl_item_get_key (self->scene, item));
    }
  g_signal_emit (self, signals[SIGNAL_CONTEXT_MENU], 0, key, x, y);
}

int
tl_canvas_pick (TlCanvas *self,
                double    x,
                double    y)
{
  TlPoint point = tl_viewport_from_widget (&self->view, x, y);
  int node;

  if (self->scene == NULL)
    return -1;

  node = tl_scene_pick_painted (self->scene, point.x, point.y, self->view.scale);
  return is_active (self, node) ? node : -1;
}

gboolean
tl_canvas_may_animate (TlCanvas *self)
{
  gboolean animations = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  return animations && gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* Called for each move of the view. */
void
tl_canvas_view_changed (TlCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static void
tl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);
  double device_scale = tl_device_scale_get (widget);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  gboolean textures = renderer != NULL && !GSK_IS_CAIRO_RENDERER (renderer);

  if (self->view.width <= 0 || self->view.height <= 0)
    return;

  tl_picture_aim (self->picture, &self->view, device_scale, self->moving);
  tl_canvas_aim_rings (self, device_scale);
  tl_picture_draw (self->picture, snapshot, &self->view, device_scale, textures);

  if (self->outgoing != NULL)
    {
      TlViewport view = tl_viewport_between (&self->outgoing_start, &self->outgoing_goal, 1 - self->outgoing_alpha);

      gtk_snapshot_push_opacity (snapshot, self->outgoing_alpha);
      tl_picture_draw (self->outgoing, snapshot, &view, device_scale, textures);
      gtk_snapshot_pop (snapshot);
    }
  else if (self->scene != NULL)
    {
      if (!tl_canvas_draw_lift (self, snapshot, device_scale, textures))
        tl_canvas_draw_highlights (self, snapshot, device_scale, textures);
      tl_grips_draw (self, snapshot);
      if (self->connect != NULL)
        tl_connect_draw (self->connect, snapshot);
      if (self->drag != NULL)
        tl_drag_draw (self->drag, snapshot);
    }
}

static void
tl_canvas_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
  *minimum_baseline = *natural_baseline = -1;
}

static void
tl_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (width != self->view.width || height != self->view.height)
    {
      tl_canvas_stop (self);
      tl_viewport_set_size (&self->view, width, height);
      tl_canvas_take_place (self);
      if (self->frame_key != NULL)
        {
          g_autofree char *key = g_steal_pointer (&self->frame_key);

          tl_canvas_frame_node (self, key, FALSE);
          tl_canvas_frame_beside_cover (self, key);
        }
      tl_canvas_view_changed (self);
      tl_canvas_update_nodes (self);
    }
  tl_canvas_allocate_nodes (self);
}

static void
tl_canvas_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (prop_id)
    {
    case PROP_SELECTED_KEY:
      g_value_set_string (value, self->selected_key);
      break;
    case PROP_HOVERED_KEY:
      g_value_set_string (value, self->hovered_key);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->view.scale);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_canvas_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED_KEY:
      tl_canvas_set_selected_key (TL_CANVAS (object), g_value_get_string (value));
      break;
    case PROP_EDITABLE:
      tl_canvas_set_editable (TL_CANVAS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_canvas_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_canvas_parent_class)->realize (widget);
  tl_device_scale_follow (widget);
}

static void
tl_canvas_unmap (GtkWidget *widget)
{
  tl_canvas_cancel_drag (TL_CANVAS (widget));
  tl_canvas_cancel_connect (TL_CANVAS (widget));
  tl_canvas_drop_lift (TL_CANVAS (widget));
  tl_canvas_stop (TL_CANVAS (widget));
  GTK_WIDGET_CLASS (tl_canvas_parent_class)->unmap (widget);
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_cancel_drag (self);
  tl_canvas_drop_lift (self);
  tl_canvas_stop (self);
  g_clear_pointer (&self->connect, tl_connect_free);
  g_clear_weak_pointer (&self->said);
  if (self->connect_check_destroy != NULL)
    g_steal_pointer (&self->connect_check_destroy) (self->connect_check_data);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  tl_canvas_clear_nodes (self);
  g_clear_pointer (&self->outgoing, tl_picture_free);
  g_clear_pointer (&self->rings, tl_picture_free);
  g_clear_pointer (&self->picture, tl_picture_free);

  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_finalize (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_clear_highlight (&self->hover);
  tl_canvas_clear_highlight (&self->primary);
  tl_selection_clear (&self->selection);
  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->content, tl_content_unref);
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_free (self->frame_key);
  g_clear_weak_pointer (&self->cover);
  g_free (self->selected_key);
  g_free (self->hovered_key);
  g_free (self->focused_key);
  g_free (self->status);

  G_OBJECT_CLASS (tl_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  properties[PROP_SELECTED_KEY] =
    g_param_spec_string ("selected-key", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOVERED_KEY] =
    g_param_spec_string ("hovered-key", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] =
    g_param_spec_double ("scale", NULL, NULL, 0, TL_VIEWPORT_MAX_SCALE, 1,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

/* What the tools ask for, by name. */
static void
install_editing_signals (GType type)
{
  g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("move-nodes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("nudge-nodes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("resize-node", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  g_signal_new ("connect-nodes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("connect-to-empty", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("add-at", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("rename-node", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("delete-nodes", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
install_signals (GObjectClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_ACTIVATE_NODE] = g_signal_new ("activate-node", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_GO_BACK] = g_signal_new ("go-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CONTEXT_MENU] = g_signal_new ("context-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[SIGNAL_VIEW_CHANGED] = g_signal_new ("view-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
  install_editing_signals (type);
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_canvas_get_property;
  object_class->set_property = tl_canvas_set_property;
  object_class->dispose = tl_canvas_dispose;
  object_class->finalize = tl_canvas_finalize;
  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->realize = tl_canvas_realize;
  widget_class->unmap = tl_canvas_unmap;
  widget_class->focus = tl_canvas_focus;
  widget_class->grab_focus = tl_canvas_grab_focus;
  widget_class->state_flags_changed = tl_canvas_state_flags_changed;

  install_properties (object_class);
  install_signals (object_class);
  tl_canvas_class_install_view_actions (widget_class);
  tl_key_tool_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_canvas_init (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *pan = tl_pan_tool_new (self), *pinch = tl_pinch_tool_new (self);

  tl_viewport_init (&self->view);
  self->selected = self->hovered = self->focused = -1;
  self->hover.node = self->primary.node = -1;
  tl_selection_init (&self->selection);
  self->snap_to_grid = self->snap_to_neighbours = TRUE;
  self->grid = TL_SNAP_GRID;
  self->palette = tl_palette_get (TL_PALETTE_LIGHT);
  self->font = pango_font_description_from_string (DEFAULT_FONT);
  self->picture = tl_canvas_create_picture (self);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tl_canvas_update_content (self, FALSE);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_controller (widget, tl_touch_tool_new (self));
  gtk_widget_add_controller (widget, tl_eraser_tool_new (self));
  gtk_widget_add_controller (widget, pan);
  gtk_widget_add_controller (widget, tl_band_tool_new (self));
  gtk_widget_add_controller (widget, tl_move_tool_new (self));
  gtk_widget_add_controller (widget, tl_connect_tool_new (self));
  gtk_widget_add_controller (widget, tl_resize_tool_new (self));
  gtk_widget_add_controller (widget, tl_select_tool_new (self));
  gtk_widget_add_controller (widget, tl_menu_tool_new (self));
  gtk_widget_add_controller (widget, tl_scroll_tool_new (self));
  gtk_widget_add_controller (widget, tl_long_press_tool_new (self));
  gtk_widget_add_controller (widget, pinch);
  /* A second finger may come when the first one has moved the view already. */
  gtk_gesture_group (GTK_GESTURE (pan), GTK_GESTURE (pinch));
  gtk_widget_add_controller (widget, tl_hover_tool_new (self));
  gtk_widget_add_controller (widget, tl_key_tool_new (self));
  gtk_widget_add_controller (widget, tl_key_focus_tool_new (self));
}

GtkWidget *
tl_canvas_new (void)
{
  return g_object_new (TL_TYPE_CANVAS, NULL);
}

const char *
tl_canvas_get_hovered_key (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->hovered_key;
}

void
tl_canvas_set_editable (TlCanvas *self,
                        gboolean  editable)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  editable = !!editable;
  if (editable == self->editable)
    return;

  tl_canvas_cancel_drag (self);
  tl_canvas_cancel_connect (self);
  self->editable = editable;
  /* Edges, and more than one, are chosen only to be edited. */
  if (!editable)
    tl_canvas_select (self, tl_item_of_node (self->selected));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}
