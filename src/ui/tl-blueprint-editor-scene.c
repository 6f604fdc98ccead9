/* tl-blueprint-editor-scene.c: what is shown and selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "ui/tl-focus.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>
#include <string.h>

#define RECORD_PREFIX "record:"

/* What is selected {{{1 */

TlRecord *
tl_blueprint_editor_lookup (TlBlueprintEditor *self,
                            const char        *key)
{
  if (self->project == NULL || key == NULL || !g_str_has_prefix (key, RECORD_PREFIX))
    return NULL;
  return tl_project_lookup (self->project, key + strlen (RECORD_PREFIX));
}

GPtrArray *
tl_blueprint_editor_list_selected (TlBlueprintEditor *self)
{
  g_auto(GStrv) keys = tl_canvas_list_selected_keys (self->canvas);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      TlRecord *record = tl_blueprint_editor_lookup (self, keys[i]);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

TlRecord *
tl_blueprint_editor_get_selected_element (TlBlueprintEditor *self)
{
  g_autoptr(GPtrArray) records = tl_blueprint_editor_list_selected (self);

  return records->len == 1 && TL_IS_ELEMENT (records->pdata[0]) ? records->pdata[0] : NULL;
}

static void
show_selection (TlBlueprintEditor *self)
{
  self->updating = TRUE;
  tl_canvas_set_selected_keys (self->canvas, tl_session_get_selected_keys (self->session));
  self->updating = FALSE;
  tl_blueprint_editor_update_actions (self);
}

/* Nothing but records can be looked at in the inspector. */
static char **
list_selected_records (TlBlueprintEditor *self)
{
  g_auto(GStrv) keys = tl_canvas_list_selected_keys (self->canvas);
  g_autoptr(GStrvBuilder) records = g_strv_builder_new ();

  for (char **key = keys; *key != NULL; key++)
    if (tl_blueprint_editor_lookup (self, *key) != NULL)
      g_strv_builder_add (records, *key);
  return g_strv_builder_end (records);
}

static void
selection_cb (TlBlueprintEditor *self)
{
  g_auto(GStrv) shown = NULL;

  if (self->service == NULL || self->updating)
    return;
  shown = list_selected_records (self);
  if (!g_strv_equal ((const char *const *) shown, tl_session_get_selected_keys (self->session)))
    show_selection (self);
}

/* Of an empty place on the line, which looks like a button: one click only selects. */
static void
tell_slot (TlBlueprintEditor *self)
{
  const char *key = tl_canvas_get_selected_key (self->canvas);
  g_autofree char *text = NULL;

  if (key == NULL || !g_str_has_prefix (key, TL_SLOT_PREFIX))
    return;
  /* Translators: %s is a kind of element, such as Logical Service */
  text = g_strdup_printf (_("%s: a double click or Enter adds it."),
                          tl_project_get_element_kind_name (self->project, key + strlen (TL_SLOT_PREFIX)));
  tl_blueprint_editor_tell (self, text);
}

static void
canvas_selected_cb (TlBlueprintEditor *self)
{
  g_auto(GStrv) keys = NULL;

  if (self->updating || self->session == NULL)
    return;
  /* What is selected on the canvas alone stays so, for the second click on it. */
  keys = list_selected_records (self);
  self->updating = TRUE;
  tl_session_set_selected_keys (self->session, (const char *const *) keys);
  self->updating = FALSE;
  tl_blueprint_editor_update_actions (self);
  tell_slot (self);
}

/* The scene {{{1 */

void
tl_blueprint_editor_sum_up (TlBlueprintEditor *self)
{
  guint n_relations = tl_record_get_n_items (self->service, TL_SERVICE_RELATIONS);
  g_autofree char *elements = NULL;
  g_autofree char *relations = NULL;
  g_autofree char *text = NULL;
  guint n_elements = 0;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    n_elements += tl_record_get_n_items (self->service, lane);
  elements = g_strdup_printf (ngettext ("%'u element", "%'u elements", n_elements), n_elements);
  relations = g_strdup_printf (ngettext ("%'u relation", "%'u relations", n_relations), n_relations);
  text = g_strdup_printf ("%s · %s", elements, relations);
  tl_blueprint_editor_tell (self, text);
}

static void
put_scene (TlBlueprintEditor          *self,
           TlScene                    *scene,
           const PangoFontDescription *font,
           TlSceneTransition           transition)
{
  if (self->rearranging && transition == TL_SCENE_TRANSITION_UPDATE)
    transition = TL_SCENE_TRANSITION_REARRANGE;
  self->rearranging = FALSE;
  self->updating = TRUE;
  tl_canvas_set_font (self->canvas, font);
  tl_canvas_set_scene (self->canvas, scene, transition, NULL);
  self->updating = FALSE;

  if (tl_canvas_get_selected_key (self->canvas) == NULL)
    show_selection (self);
  tl_blueprint_editor_update_actions (self);
  tl_stage_button_update (self->stage_button);
  tl_blueprint_editor_sum_up (self);
}

static void
present_keys (TlBlueprintEditor  *self,
              const char *const  *keys)
{
  tl_canvas_set_selected_keys (self->canvas, keys);
  tl_canvas_frame_node (self->canvas, keys[0], TRUE);
  tl_canvas_focus_node (self->canvas, keys[0]);
}

/* Where there is nothing to see yet there is nothing to do. */
static void
let_work (TlBlueprintEditor *self,
          gboolean           let)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self)) == let)
    return;

  if (!let)
    self->had_focus = tl_focus_is_within (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), let);
  if (let && self->had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TlBlueprintEditor) self = user_data;
  g_autoptr(PangoFontDescription) font = NULL;
  g_autoptr(TlScene) scene = tl_blueprint_layout_build_finish (TL_BLUEPRINT_LAYOUT (source), result, NULL);
  g_auto(GStrv) keys = NULL;

  if (self->laying_out == g_task_get_cancellable (G_TASK (result)))
    g_clear_object (&self->laying_out);
  /* Cancelled: another service is shown, or none. */
  if (scene == NULL)
    return;

  font = tl_style_dup_font (GTK_WIDGET (self));
  put_scene (self, scene, font, tl_canvas_get_scene (self->canvas) != NULL ? TL_SCENE_TRANSITION_UPDATE
                                                                           : TL_SCENE_TRANSITION_NONE);
  let_work (self, TRUE);
  keys = g_steal_pointer (&self->to_present);
  if (keys != NULL)
    present_keys (self, (const char *const *) keys);
  tl_blueprint_editor_refresh (self);
}

static void
forget_layout (TlBlueprintEditor *self)
{
  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  g_cancellable_cancel (self->tidying);
  g_clear_object (&self->tidying);
  g_clear_pointer (&self->to_present, g_strfreev);
  /* A worker that is still at it is not waited for. */
  g_clear_object (&self->layout);
  self->layout = tl_blueprint_layout_new ();
  let_work (self, TRUE);
}

/* A large service is laid out in a worker. One at a time: what changes meanwhile is
 * shown by the next. */
static void
show_scene (TlBlueprintEditor *self,
            TlSceneTransition  transition)
{
  g_autoptr(PangoFontDescription) font = tl_style_dup_font (GTK_WIDGET (self));
  g_autoptr(TlScene) scene = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->laying_out != NULL)
    return;

  self->stale = FALSE;
  if (tl_blueprint_layout_is_quick (self->layout, self->service, font))
    {
      scene = tl_blueprint_layout_build (self->layout, self->service, self->traceability, font);
      put_scene (self, scene, font, transition);
      return;
    }

  if (transition == TL_SCENE_TRANSITION_NONE)
    {
      tl_canvas_set_scene (self->canvas, NULL, TL_SCENE_TRANSITION_NONE, NULL);
      let_work (self, FALSE);
    }
  self->laying_out = g_cancellable_new ();
  tl_blueprint_layout_build_async (self->layout, self->service, self->traceability, font, self->laying_out,
                                   laid_out_cb, g_object_ref (self));
}

void
tl_blueprint_editor_refresh (TlBlueprintEditor *self)
{
  if (self->stale && self->service != NULL)
    show_scene (self, TL_SCENE_TRANSITION_UPDATE);
}

static gboolean
idle_cb (gpointer user_data)
{
  TlBlueprintEditor *self = user_data;

  self->idle = 0;
  tl_blueprint_editor_refresh (self);
  return G_SOURCE_REMOVE;
}

/* A burst of changes is one new scene; where nobody looks there is none. */
static void
queue_refresh (TlBlueprintEditor *self)
{
  self->stale = TRUE;
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, idle_cb, self, NULL);
}

static gboolean
is_shown (TlBlueprintEditor *self,
          const char        *id)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_autofree char *key = g_strconcat (RECORD_PREFIX, id, NULL);

  return scene != NULL && id != NULL && (tl_scene_find (scene, key) >= 0 || tl_scene_find_edge (scene, key) >= 0);
}

/* Of other services, only what is connected to something here. */
static gboolean
concerns_blueprint (TlBlueprintEditor *self,
                    const TlChange    *change)
{
  TlRecord *record = change->record;

  if (TL_IS_OWN_KIND (record))
    return TRUE;
  for (TlRecord *r = change->parent != NULL ? change->parent : record; r != NULL; r = tl_record_get_parent (r))
    if (r == self->service)
      return TRUE;
  if (TL_IS_RELATION (record))
    return is_shown (self, tl_record_get (record, TL_RELATION_FROM))
           || is_shown (self, tl_record_get (record, TL_RELATION_TO));
  if (TL_IS_SERVICE (record))
    return change->kind == TL_CHANGE_SET && change->field == TL_SERVICE_NAME;
  return is_shown (self, tl_record_get_id (TL_IS_ELEMENT (record) || change->parent == NULL ? record : change->parent));
}

static void
project_changed_cb (TlBlueprintEditor *self,
                    GPtrArray         *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (concerns_blueprint (self, g_ptr_array_index (changes, i)))
      {
        queue_refresh (self);
        return;
      }
}

static void
style_cb (TlBlueprintEditor *self)
{
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
  if (self->service != NULL)
    queue_refresh (self);
}

/* Another service, or none. */
static void
service_cb (TlBlueprintEditor *self)
{
  TlRecord *service = self->session != NULL ? tl_session_get_service (self->session) : NULL;
  TlProject *project = service != NULL ? tl_record_get_project (service) : NULL;

  if (!g_set_object (&self->service, service))
    return;
  g_set_object (&self->project, project);
  self->traceability = self->project != NULL ? tl_traceability_get (self->project) : NULL;
  g_signal_group_set_target (self->project_signals, self->project);
  tl_kind_palette_set_project (self->palette, self->project);
  tl_gap_panel_set_service (self->gap_panel, service);
  tl_stage_button_set_service (self->stage_button, service);
  g_clear_handle_id (&self->idle, g_source_remove);
  forget_layout (self);
  self->n_pastes = 0;

  if (service == NULL)
    tl_canvas_set_scene (self->canvas, NULL, TL_SCENE_TRANSITION_NONE, NULL);
  else
    show_scene (self, TL_SCENE_TRANSITION_NONE);
}

static void
reveal_cb (TlBlueprintEditor *self,
           const char        *key)
{
  if (self->service == NULL || tl_blueprint_editor_lookup (self, key) == NULL)
    return;
  tl_blueprint_editor_refresh (self);
  tl_canvas_frame_node (self->canvas, key, TRUE);
  /* What is not there yet is framed when it is. */
  if (self->laying_out != NULL)
    {
      g_strfreev (self->to_present);
      self->to_present = g_strdupv ((char *[]) { (char *) key, NULL });
    }
}

void
tl_blueprint_editor_present (TlBlueprintEditor *self,
                             TlRecord *const   *records,
                             guint              n_records)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) keys = NULL;

  if (n_records == 0)
    return;
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *key = tl_session_dup_record_key (records[i]);

      g_strv_builder_add (builder, key);
    }
  keys = g_strv_builder_end (builder);

  tl_blueprint_editor_refresh (self);
  if (self->laying_out == NULL)
    {
      present_keys (self, (const char *const *) keys);
      return;
    }
  g_strfreev (self->to_present);
  self->to_present = g_steal_pointer (&keys);
}

/* Around the canvas {{{1 */

void
tl_blueprint_editor_translate (TlBlueprintEditor *self,
                               GdkRectangle      *area)
{
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), area->x, area->y, &x, &y);
  area->x = (int) x;
  area->y = (int) y;
}

gboolean
tl_blueprint_editor_show_node (TlBlueprintEditor *self,
                               const char        *key,
                               GdkRectangle      *area)
{
  tl_canvas_ensure_in_view (self->canvas, key);
  return tl_canvas_get_node_area (self->canvas, key, area);
}

void
tl_blueprint_editor_get_area (TlBlueprintEditor *self,
                              const char        *key,
                              GdkRectangle      *area)
{
  if (!tl_blueprint_editor_show_node (self, key, area))
    *area = (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2,
                            gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2, 1, 1 };
  tl_blueprint_editor_translate (self, area);
}

void
tl_blueprint_editor_get_point_area (TlBlueprintEditor *self,
                                    double             x,
                                    double             y,
                                    GdkRectangle      *area)
{
  TlPoint point = tl_canvas_to_widget (self->canvas, &(TlPoint){ x, y });

  *area = (GdkRectangle){ (int) point.x, (int) point.y, 1, 1 };
  tl_blueprint_editor_translate (self, area);
}

void
tl_blueprint_editor_follow (TlBlueprintEditor *self)
{
  self->layout = tl_blueprint_layout_new ();
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::service", G_CALLBACK (service_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected-keys", G_CALLBACK (selection_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "reveal", G_CALLBACK (reveal_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
}

void
tl_blueprint_editor_follow_canvas (TlBlueprintEditor *self)
{
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
  tl_style_connect (G_OBJECT (self), G_CALLBACK (style_cb));
  g_signal_connect_object (self->canvas, "selection-changed", G_CALLBACK (canvas_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
tl_blueprint_editor_set_session (TlBlueprintEditor *self,
                                 TlSession         *session)
{
  g_return_if_fail (TL_IS_BLUEPRINT_EDITOR (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  tl_gap_panel_set_session (self->gap_panel, session);
  service_cb (self);
}
