/* tl-canvas-view.c: how the view of a canvas moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include <math.h>

#define ANIMATION_TIME  (220 * G_TIME_SPAN_MILLISECOND)
#define REST_DELAY      80   /* ms after the last move that the view counts as at rest */
#define ZOOM_STEP       1.25 /* of the actions */
#define DEEPER_PART     0.9  /* a node fills the view when it takes this part of it … */
#define DEEPER_FIT      1.5  /* … and the view is this much closer than fitted */
#define FRAME_MARGIN    64.0 /* around a framed node, logical pixels */
#define READABLE_HEIGHT 28.0 /* of a framed node on the screen */

static double
ease_out (double t)
{
  return 1 - (1 - t) * (1 - t) * (1 - t);
}

static void
come_to_rest (TlCanvas *self)
{
  self->moving = FALSE;
  self->asked = FALSE;
  if (self->hovered >= 0)
    tl_canvas_set_hovered (self, tl_canvas_pick (self, self->pointer.x, self->pointer.y));
  tl_canvas_update_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  TlCanvas *self = user_data;

  self->rest_id = 0;
  if (!self->held && !self->animating)
    come_to_rest (self);

  return G_SOURCE_REMOVE;
}

/* Marks the view as moving; it comes to rest a moment after the last call. */
static void
keep_moving (TlCanvas *self)
{
  self->moving = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_DELAY, rest_cb, self);
}

static void
end_transition (TlCanvas *self)
{
  g_clear_pointer (&self->outgoing, tl_picture_free);
  self->outgoing_alpha = 0;
}

/* Ends what is under way where it is. */
void
tl_canvas_stop (TlCanvas *self)
{
  if (self->animating && self->outgoing != NULL)
    {
      self->view = self->goal;
      end_transition (self);
    }
  self->animating = FALSE;
  self->flinging = FALSE;
  if (self->moving && !self->held && self->rest_id == 0)
    keep_moving (self);
}

static gboolean
animate (TlCanvas *self,
         gint64    now)
{
  double t;

  if (!self->animating)
    return FALSE;

  t = CLAMP ((double) (now - self->start_time) / ANIMATION_TIME, 0, 1);
  self->view = tl_viewport_between (&self->start, &self->goal, ease_out (t));
  self->outgoing_alpha = 1 - ease_out (t);
  if (t >= 1)
    {
      self->animating = FALSE;
      end_transition (self);
      g_clear_handle_id (&self->rest_id, g_source_remove);
      come_to_rest (self);
    }
  tl_canvas_view_changed (self);

  return self->animating;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gboolean more = animate (self, now);

  if (tl_canvas_fade (self, now))
    more = TRUE;
  if (tl_canvas_glide (self, now))
    more = TRUE;
  if (tl_canvas_fling_step (self, now))
    more = TRUE;
  if (!more)
    self->tick_id = 0;

  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
tl_canvas_start_ticking (TlCanvas *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static gint64
get_frame_time (TlCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

static void
start_animation (TlCanvas         *self,
                 const TlViewport *start,
                 const TlViewport *goal)
{
  self->start = *start;
  self->goal = *goal;
  self->view = *start;
  self->start_time = get_frame_time (self);
  self->animating = TRUE;
  self->moving = TRUE;
  tl_canvas_start_ticking (self);
}

void
tl_canvas_go_to (TlCanvas         *self,
                 const TlViewport *goal,
                 gboolean          may_animate)
{
  TlViewport now = self->view;

  tl_canvas_stop (self);
  if (now.scale == goal->scale && now.x == goal->x && now.y == goal->y)
    {
      self->view.fitted = goal->fitted;
      self->view.legible = goal->legible;
      return;
    }

  if (may_animate && tl_canvas_may_animate (self))
    {
      start_animation (self, &now, goal);
      return;
    }

  self->view = *goal;
  tl_canvas_update_nodes (self);
  tl_canvas_view_changed (self);
}

/* The view in which @area fills the widget. */
static TlViewport
view_filled_by (const TlViewport *like,
                const TlRect     *area)
{
  TlViewport view = *like;

  view.scale = MIN (view.width / MAX (area->width, 1), view.height / MAX (area->height, 1));
  view.x = view.width / 2 - (area->x + area->width / 2) * view.scale;
  view.y = view.height / 2 - (area->y + area->height / 2) * view.scale;

  return view;
}

static TlRect
middle_part (const TlViewport *view)
{
  TlRect area = tl_viewport_get_visible (view);

  return (TlRect) { area.x + area.width / 4, area.y + area.height / 4, area.width / 2, area.height / 2 };
}

/* @from: in the plane of the scene that is the wider one */
void
tl_canvas_begin_transition (TlCanvas         *self,
                            TlSceneTransition transition,
                            const TlRect     *from)
{
  TlViewport goal = self->view, start = self->view;
  double part;

  if (goal.width <= 0)
    {
      end_transition (self);
      return;
    }

  if (transition == TL_SCENE_TRANSITION_DEEPER)
    {
      TlRect area = from != NULL ? *from : middle_part (&self->outgoing_start);

      self->outgoing_goal = view_filled_by (&self->outgoing_start, &area);
      /* The new scene grows by less than the old one: it is there to be read. */
      part = 0.6;
      start.scale *= part;
      start.x = goal.x * part + goal.width / 2 * (1 - part);
      start.y = goal.y * part + goal.height / 2 * (1 - part);
    }
  else
    {
      TlRect area = from != NULL ? *from : middle_part (&goal);

      part = 0.4;
      self->outgoing_goal = self->outgoing_start;
      self->outgoing_goal.scale *= part;
      self->outgoing_goal.x = self->outgoing_start.x * part + goal.width / 2 * (1 - part);
      self->outgoing_goal.y = self->outgoing_start.y * part + goal.height / 2 * (1 - part);
      start = view_filled_by (&goal, &area);
    }
  self->outgoing_alpha = 1;
  start_animation (self, &start, &goal);
}

const TlViewport *
tl_canvas_get_viewport (TlCanvas *self)
{
  return &self->view;
}

void
tl_canvas_pan (TlCanvas *self,
               double    dx,
               double    dy)
{
  tl_canvas_stop (self);
  tl_viewport_pan (&self->view, dx, dy);
  keep_moving (self);
  tl_canvas_view_changed (self);
}

/* What a scene is shown at before the user moves. */
static double
get_first_scale (const TlViewport *view)
{
  double scale = tl_viewport_get_fit_scale (view);

  return view->legible && scale < TL_VIEWPORT_TOO_SMALL ? TL_VIEWPORT_LEGIBLE : scale;
}

/* Whether a node that can be gone into fills the view. */
static int
find_filling (TlCanvas *self,
              double    x,
              double    y)
{
  int node = tl_canvas_pick (self, x, y);
  const TlNode *found;
  TlRect shown;

  if (node < 0 || self->view.scale < get_first_scale (&self->view) * DEEPER_FIT)
    return -1;

  found = tl_scene_get_node (self->scene, (guint) node);
  shown = tl_viewport_rect_to_widget (&self->view, &found->bounds);
  if ((found->flags & TL_NODE_DEEPER) == 0
      || (shown.width < self->view.width * DEEPER_PART && shown.height < self->view.height * DEEPER_PART))
    return -1;

  return node;
}

void
tl_canvas_zoom_at (TlCanvas *self,
                   double    x,
                   double    y,
                   double    factor)
{
  gboolean changed;

  tl_canvas_stop (self);
  changed = tl_viewport_zoom_at (&self->view, x, y, self->view.scale * factor);
  keep_moving (self);
  if (changed)
    tl_canvas_view_changed (self);
  if (self->asked || self->scene == NULL)
    return;

  /* Once a movement: the scene that follows starts with a wheel still turning. */
  if (factor > 1)
    {
      int node = find_filling (self, x, y);

      self->asked = node >= 0;
      tl_canvas_activate (self, node);
    }
  else if (factor < 1 && !changed)
    {
      self->asked = TRUE;
      tl_canvas_go_back (self);
    }
}

void
tl_canvas_hold (TlCanvas *self)
{
  tl_canvas_stop (self);
  self->held = TRUE;
}

void
tl_canvas_release (TlCanvas *self)
{
  self->held = FALSE;
  if (self->moving)
    keep_moving (self);
}

double
tl_canvas_get_goal_scale (TlCanvas *self)
{
  return self->animating ? self->goal.scale : self->view.scale;
}

double
tl_canvas_get_scale (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), 1.0);

  return self->view.scale;
}

TlRect
tl_canvas_get_visible_area (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), ((TlRect) { 0 }));

  return tl_viewport_get_visible (&self->view);
}

gboolean
tl_canvas_shows_all (TlCanvas *self)
{
  TlRect shown;

  g_return_val_if_fail (TL_IS_CANVAS (self), TRUE);

  if (self->scene == NULL || self->view.content.width < 0 || self->view.width <= 0)
    return TRUE;

  shown = tl_viewport_rect_to_widget (&self->view, &self->view.content);
  return shown.x >= -1 && shown.y >= -1 && shown.x + shown.width <= self->view.width + 1
         && shown.y + shown.height <= self->view.height + 1;
}

void
tl_canvas_center_on (TlCanvas *self,
                     double    x,
                     double    y)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_stop (self);
  tl_viewport_center_on (&self->view, x, y);
  keep_moving (self);
  tl_canvas_view_changed (self);
}

void
tl_canvas_set_legible (TlCanvas *self,
                       gboolean  legible)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  self->legible = self->view.legible = legible;
}

void
tl_canvas_fit (TlCanvas *self,
               gboolean  may_animate)
{
  TlViewport goal;

  g_return_if_fail (TL_IS_CANVAS (self));

  goal = self->view;
  goal.legible = FALSE;
  tl_viewport_fit (&goal);
  tl_canvas_go_to (self, &goal, may_animate);
}

void
tl_canvas_frame_node (TlCanvas   *self,
                      const char *key,
                      gboolean    may_animate)
{
  int node;
  TlViewport goal;
  TlRect bounds;

  g_return_if_fail (TL_IS_CANVAS (self));

  node = self->scene != NULL && key != NULL ? tl_scene_find (self->scene, key) : -1;
  if (node < 0)
    return;
  if (self->view.width <= 0)
    {
      g_free (self->frame_key);
      self->frame_key = g_strdup (key);
      return;
    }

  goal = self->animating ? self->goal : self->view;
  bounds = tl_scene_get_node (self->scene, (guint) node)->bounds;
  if (bounds.height * goal.scale < READABLE_HEIGHT
      || goal.scale < tl_scene_get_node (self->scene, (guint) node)->min_scale)
    {
      double scale = MAX (READABLE_HEIGHT / MAX (bounds.height, 1),
                          tl_scene_get_node (self->scene, (guint) node)->min_scale);

      tl_viewport_zoom_at (&goal, goal.width / 2, goal.height / 2, MAX (scale, 1.0));
      tl_viewport_center_on (&goal, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }
  else
    {
      tl_viewport_reveal (&goal, &bounds, FRAME_MARGIN);
      tl_canvas_avoid_cover (self, &goal, &bounds);
    }
  tl_canvas_go_to (self, &goal, may_animate);
}

TlPoint
tl_canvas_to_widget (TlCanvas      *self,
                     const TlPoint *point)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), *point);

  return tl_viewport_to_widget (&self->view, point);
}

TlPoint
tl_canvas_from_widget (TlCanvas *self,
                       double    x,
                       double    y)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), ((TlPoint) { x, y }));

  return tl_viewport_from_widget (&self->view, x, y);
}

gboolean
tl_canvas_get_node_area (TlCanvas     *self,
                         const char   *key,
                         GdkRectangle *area)
{
  int node;
  TlRect shown;

  g_return_val_if_fail (TL_IS_CANVAS (self) && area != NULL, FALSE);

  node = self->scene != NULL ? tl_scene_find (self->scene, key) : -1;
  if (node < 0)
    return FALSE;

  shown = tl_viewport_rect_to_widget (&self->view, &tl_scene_get_node (self->scene, (guint) node)->bounds);
  area->x = (int) floor (shown.x);
  area->y = (int) floor (shown.y);
  area->width = (int) ceil (shown.x + shown.width) - area->x;
  area->height = (int) ceil (shown.y + shown.height) - area->y;
  return TRUE;
}

void
tl_canvas_ensure_in_view (TlCanvas   *self,
                          const char *key)
{
  GdkRectangle area, view, seen;

  g_return_if_fail (TL_IS_CANVAS (self));

  view = (GdkRectangle){ 0, 0, (int) self->view.width, (int) self->view.height };
  if (key != NULL && tl_canvas_get_node_area (self, key, &area)
      && !(gdk_rectangle_intersect (&area, &view, &seen) && gdk_rectangle_equal (&area, &seen)))
    tl_canvas_frame_node (self, key, FALSE);
}

gboolean
tl_canvas_is_settled (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), TRUE);

  return !self->moving && !self->animating && self->tick_id == 0 && self->lift == NULL && tl_picture_is_complete (self->picture);
}

static void
fit_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  tl_canvas_fit (TL_CANVAS (widget), TRUE);
}

/* Zooms as the keys do: at the selected node if it is in view, else in the middle. */
static void
zoom_to (TlCanvas *self,
         double    scale)
{
  TlViewport goal = self->animating ? self->goal : self->view;
  double x = goal.width / 2, y = goal.height / 2;

  if (self->selected >= 0)
    {
      TlRect shown = tl_viewport_rect_to_widget (&goal,
                                                 &tl_scene_get_node (self->scene, (guint) self->selected)->bounds);
      TlRect view = { 0, 0, goal.width, goal.height };

      if (tl_rect_contains (&view, shown.x + shown.width / 2, shown.y + shown.height / 2))
        {
          x = shown.x + shown.width / 2;
          y = shown.y + shown.height / 2;
        }
    }
  tl_viewport_zoom_at (&goal, x, y, scale);
  tl_canvas_go_to (self, &goal, TRUE);
}

static void
actual_size_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  zoom_to (TL_CANVAS (widget), 1.0);
}

static void
zoom_step_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  double scale = tl_canvas_get_goal_scale (self);

  zoom_to (self, g_str_equal (action, "canvas.zoom-in") ? scale * ZOOM_STEP : scale / ZOOM_STEP);
}

void
tl_canvas_class_install_view_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_0, "canvas.fit" },           { GDK_KEY_KP_0, "canvas.fit" },
    { GDK_KEY_1, "canvas.actual-size" },   { GDK_KEY_KP_1, "canvas.actual-size" },
    { GDK_KEY_plus, "canvas.zoom-in" },    { GDK_KEY_equal, "canvas.zoom-in" },
    { GDK_KEY_KP_Add, "canvas.zoom-in" },  { GDK_KEY_minus, "canvas.zoom-out" },
    { GDK_KEY_KP_Subtract, "canvas.zoom-out" },
  };

  gtk_widget_class_install_action (klass, "canvas.fit", NULL, fit_cb);
  gtk_widget_class_install_action (klass, "canvas.actual-size", NULL, actual_size_cb);
  gtk_widget_class_install_action (klass, "canvas.zoom-in", NULL, zoom_step_cb);
  gtk_widget_class_install_action (klass, "canvas.zoom-out", NULL, zoom_step_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
}
