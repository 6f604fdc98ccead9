/* tl-canvas-content.c: what a canvas shows, and how one scene follows another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

static void
picture_changed_cb (gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

TlPicture *
tl_canvas_create_picture (TlCanvas *self)
{
  return tl_picture_new (picture_changed_cb, self);
}

void
tl_canvas_update_content (TlCanvas *self,
                          gboolean  keep)
{
  g_clear_pointer (&self->content, tl_content_unref);
  if (self->scene != NULL)
    self->content = tl_content_new (self->scene, self->palette, self->font);
  tl_picture_set_content (self->picture, self->content, keep);
  /* They count the nodes of the scene before. */
  if (self->rings != NULL && !keep)
    g_clear_pointer (&self->rings, tl_picture_free);
  g_clear_pointer (&self->painter, tl_painter_free);
  self->painter = tl_painter_new (self->palette, self->font);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Finds the nodes again by their keys. */
static void
restore_keys (TlCanvas      *self,
              const TlScene *before,
              const char    *selected)
{
  gboolean changed;

  /* First all that counts the nodes of the scene before: others are told then. */
  tl_canvas_clear_highlight (&self->hover);
  tl_canvas_clear_highlight (&self->primary);
  self->dim = 0;
  self->hovered = self->selected = -1;
  self->hot = (TlHit) { TL_HIT_EMPTY, 0, 0 };
  changed = tl_canvas_rebind_selection (self, before, selected);
  self->focused = tl_canvas_find_active (self, self->focused_key);
  if (self->focused < 0)
    g_clear_pointer (&self->focused_key, g_free);
  tl_canvas_set_hovered (self, -1);
  if (changed)
    tl_canvas_selection_changed (self);
  else
    tl_canvas_follow_selection (self);
}

static gboolean
get_bounds (TlScene    *scene,
            const char *key,
            TlRect     *bounds)
{
  int node = scene != NULL && key != NULL ? tl_scene_find (scene, key) : -1;

  if (node >= 0)
    *bounds = tl_scene_get_node (scene, (guint) node)->bounds;

  return node >= 0;
}

/* The old picture goes on being drawn while it gives way to the new one. */
static void
hand_over_picture (TlCanvas *self)
{
  g_clear_pointer (&self->outgoing, tl_picture_free);
  self->outgoing = self->picture;
  self->outgoing_start = self->view;
  self->picture = tl_canvas_create_picture (self);
}

/* @wider: the scene that has the node which is gone into, or come from */
static void
begin_way (TlCanvas         *self,
           TlSceneTransition transition,
           TlScene          *wider,
           const char       *key)
{
  TlRect from;
  gboolean found = get_bounds (wider, key, &from);

  tl_canvas_begin_transition (self, transition, found ? &from : NULL);
}

void
tl_canvas_set_scene (TlCanvas         *self,
                     TlScene          *scene,
                     TlSceneTransition transition,
                     const char       *key)
{
  g_autoptr (TlScene) before = NULL;
  gboolean rearrange = transition == TL_SCENE_TRANSITION_REARRANGE;
  gboolean update = transition == TL_SCENE_TRANSITION_UPDATE || rearrange;
  gboolean had_focus;
  gboolean way = transition == TL_SCENE_TRANSITION_DEEPER || transition == TL_SCENE_TRANSITION_BACK;
  TlRect bounds = { 0, 0, -1, -1 };

  g_return_if_fail (TL_IS_CANVAS (self));

  if (scene == self->scene)
    return;

  had_focus = tl_canvas_has_focus_inside (self);
  if (!update)
    {
      /* One comes back to where one went in, and goes in to what one went into. */
      self->n_scenes++;
      g_free (self->focused_key);
      self->focused_key = g_strdup (way ? key : NULL);
    }
  way = way && scene != NULL && self->scene != NULL && tl_canvas_may_animate (self);
  tl_canvas_cancel_drag (self);
  tl_canvas_cancel_connect (self);
  tl_canvas_stop (self);
  if (way)
    hand_over_picture (self);

  before = g_steal_pointer (&self->scene);
  self->scene = scene != NULL ? tl_scene_ref (scene) : NULL;
  tl_canvas_follow_scene (self, update && scene != NULL);
  tl_canvas_update_content (self, update);
  restore_keys (self, update ? before : NULL, transition == TL_SCENE_TRANSITION_BACK ? key : NULL);

  if (scene != NULL)
    {
      bounds = tl_scene_get_bounds (scene);
      self->view.mirrored = tl_scene_is_mirrored (scene);
    }
  if (!update)
    {
      self->view.fitted = TRUE;
      self->view.legible = self->legible;
    }
  tl_viewport_set_content (&self->view, &bounds);
  tl_canvas_take_place (self);
  if (rearrange && before != NULL && scene != NULL)
    tl_canvas_begin_glide (self, before);
  if (way)
    begin_way (self, transition, transition == TL_SCENE_TRANSITION_DEEPER ? before : scene, key);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  scene != NULL ? tl_scene_get_title (scene) : "", -1);
  tl_canvas_update_nodes (self);
  /* The child it was on may stand for a node of this scene, too. */
  if (had_focus && !update)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_canvas_view_changed (self);
}

TlScene *
tl_canvas_get_scene (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->scene;
}

void
tl_canvas_set_palette (TlCanvas        *self,
                       const TlPalette *palette)
{
  g_return_if_fail (TL_IS_CANVAS (self) && palette != NULL);

  if (palette == self->palette)
    return;

  tl_canvas_cancel_drag (self);
  tl_canvas_drop_lift (self);
  self->palette = palette;
  tl_canvas_update_content (self, FALSE);
  tl_canvas_update_rings (self);
}

const TlPalette *
tl_canvas_get_palette (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->palette;
}

void
tl_canvas_set_font (TlCanvas                   *self,
                    const PangoFontDescription *font)
{
  g_return_if_fail (TL_IS_CANVAS (self) && font != NULL);

  if (pango_font_description_equal (font, self->font))
    return;

  tl_canvas_cancel_drag (self);
  tl_canvas_drop_lift (self);
  pango_font_description_free (self->font);
  self->font = pango_font_description_copy (font);
  tl_canvas_update_content (self, TRUE);
  tl_canvas_update_rings (self);
}

const PangoFontDescription *
tl_canvas_get_font (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->font;
}
