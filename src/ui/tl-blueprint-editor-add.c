/* tl-blueprint-editor-add.c: new elements, and those of other services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "ui/tl-record-picker.h"

#include <glib/gi18n.h>

/* Places {{{1 */

TlPlacing
tl_blueprint_editor_find_place (TlBlueprintEditor *self,
                                const char        *kind,
                                TlRecord *const   *near_elements,
                                guint              n_near,
                                const TlPoint     *point)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  const TlElementKind *element_kind = tl_project_get_element_kind (self->project, kind);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) near_keys = NULL;
  TlPoint place, wanted;
  TlLane lane;
  gboolean has_wish;

  for (guint i = 0; i < n_near; i++)
    {
      g_autofree char *key = tl_session_dup_record_key (near_elements[i]);

      g_strv_builder_add (builder, key);
    }
  near_keys = g_strv_builder_end (builder);

  /* What was dropped in another lane than its own goes to its own, as high. */
  has_wish = point != NULL && tl_blueprint_view_find_lane (scene, point->x, point->y, &lane);
  if (has_wish)
    {
      wanted = tl_blueprint_view_to_lane (scene, element_kind->lane, point->x, point->y);
      if (lane != element_kind->lane)
        wanted.x = 0;
    }
  place = tl_blueprint_view_find_place (scene, element_kind->lane, (const char *const *) near_keys,
                                        has_wish ? &wanted : NULL);
  return (TlPlacing){ .x = place.x, .y = place.y };
}

/* New elements {{{1 */

void
tl_blueprint_editor_add_kind (TlBlueprintEditor *self,
                              const char        *kind,
                              const char        *name,
                              const TlPoint     *point)
{
  TlRecord *selected = tl_blueprint_editor_get_selected_element (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;
  TlPlacing placing;
  TlRecord *element;

  if (self->service == NULL || tl_project_get_element_kind (self->project, kind) == NULL)
    return;
  placing = tl_blueprint_editor_find_place (self, kind, &selected, selected != NULL ? 1 : 0, point);
  element = tl_blueprint_add_element (self->service, kind, name, &placing, &error);
  if (element == NULL)
    {
      tl_blueprint_editor_toast (self, error->message, FALSE);
      return;
    }
  tl_blueprint_editor_present (self, &element, 1);
  key = tl_session_dup_record_key (element);
  if (name == NULL)
    tl_blueprint_editor_rename (self, key);
}

/* Where the popover was opened. */
typedef struct
{
  TlBlueprintEditor *editor;
  gboolean           has_point;
  TlPoint            point;
} Wish;

static void
free_wish (gpointer  wish,
           GClosure *closure)
{
  g_free (wish);
}

static void
kind_picked_cb (TlPicker   *picker,
                const char *kind,
                const char *name,
                gpointer    user_data)
{
  Wish *wish = user_data;
  const TlElementKind *element_kind = tl_project_get_element_kind (wish->editor->project, kind);
  char **last = element_kind != NULL ? &wish->editor->last_kinds[element_kind->lane] : NULL;

  if (last != NULL)
    {
      g_free (*last);
      *last = g_strdup (kind);
    }
  tl_blueprint_editor_add_kind (wish->editor, kind, name, wish->has_point ? &wish->point : NULL);
}

/* What is wanted again and again, else the first of the parts: of what stands on
 * the line there are few. */
static const char *
guess_kind (TlBlueprintEditor *self,
            GPtrArray         *kinds,
            int                lane)
{
  if (lane >= 0 && self->last_kinds[lane] != NULL)
    return self->last_kinds[lane];
  for (guint i = 0; i < kinds->len; i++)
    {
      const char *token = tl_pick_get_key (kinds->pdata[i]);

      if (tl_project_get_element_kind (self->project, token)->line == TL_LINE_NONE)
        return token;
    }
  return NULL;
}

static void
add_kinds (TlPicker  *picker,
           GPtrArray *kinds)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      tl_pick_set_new (kinds->pdata[i], TRUE);
      tl_picker_add (picker, g_object_ref (kinds->pdata[i]));
    }
}

/* @lane: whose kinds are offered, or first where there is no @point; -1: all */
static void
ask_kind (TlBlueprintEditor  *self,
          int                 lane,
          const GdkRectangle *area,
          const TlPoint      *point)
{
  TlPicker *picker = tl_blueprint_editor_add_picker (self, tl_picker_new (_("Kind of element")));
  g_autoptr(GPtrArray) kinds = tl_kind_palette_list_kinds (self->project, lane);
  Wish *wish = g_new0 (Wish, 1);

  wish->editor = self;
  wish->has_point = point != NULL;
  if (point != NULL)
    wish->point = *point;
  add_kinds (picker, kinds);
  for (int other = 0; point == NULL && lane >= 0 && other < TL_N_LANES; other++)
    if (other != lane)
      {
        g_autoptr(GPtrArray) others = tl_kind_palette_list_kinds (self->project, other);

        add_kinds (picker, others);
      }
  g_signal_connect_data (picker, "picked", G_CALLBACK (kind_picked_cb), wish, free_wish, 0);
  tl_picker_popup (picker, area, guess_kind (self, kinds, lane));
}

void
tl_blueprint_editor_ask_kind_at (TlBlueprintEditor *self,
                                 double             x,
                                 double             y)
{
  TlPoint point = { x, y };
  GdkRectangle area;
  TlLane lane;

  if (self->service == NULL)
    return;
  tl_blueprint_editor_get_point_area (self, x, y, &area);
  ask_kind (self, tl_blueprint_view_find_lane (tl_canvas_get_scene (self->canvas), x, y, &lane) ? (int) lane : -1,
            &area, &point);
}

/* By keyboard: beside what is selected, of its lane before others. */
void
tl_blueprint_editor_ask_kind (TlBlueprintEditor *self)
{
  TlRecord *selected = tl_blueprint_editor_get_selected_element (self);
  GdkRectangle area;

  if (self->service == NULL)
    return;
  tl_blueprint_editor_get_area (self, tl_canvas_get_selected_key (self->canvas), &area);
  ask_kind (self, selected != NULL ? (int) tl_element_get_lane (TL_ELEMENT (selected)) : -1, &area, NULL);
}

void
tl_blueprint_editor_fill_slot (TlBlueprintEditor *self,
                               const char        *kind)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;
  TlRecord *element;

  if (self->service == NULL || tl_project_get_element_kind (self->project, kind) == NULL)
    return;
  element = tl_blueprint_add_to_line (self->service, kind, tl_record_get_name (self->service), &error);
  if (element == NULL)
    {
      tl_blueprint_editor_toast (self, error->message, FALSE);
      return;
    }
  tl_blueprint_editor_present (self, &element, 1);
  key = tl_session_dup_record_key (element);
  tl_blueprint_editor_rename (self, key);
}

/* Dragged from the palette {{{1 */

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  TlBlueprintEditor *self = user_data;
  TlPick *pick = g_value_get_object (value);
  TlPoint point = tl_canvas_from_widget (self->canvas, x, y);

  if (self->service == NULL || pick == NULL)
    return FALSE;
  tl_blueprint_editor_add_kind (self, tl_pick_get_key (pick), NULL, &point);
  return TRUE;
}

void
tl_blueprint_editor_add_drop_target (TlBlueprintEditor *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_PICK, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (target));
}

/* Elements of other services {{{1 */

static gboolean
can_use_cb (TlRecord *element,
            gpointer  user_data)
{
  TlBlueprintEditor *self = user_data;

  return self->service != NULL && tl_element_get_service (TL_ELEMENT (element)) != self->service
         && tl_blueprint_find_use (self->service, element) == NULL;
}

static void
use_picked_cb (TlPicker   *picker,
               const char *id,
               const char *name,
               gpointer    user_data)
{
  TlBlueprintEditor *self = user_data;
  TlRecord *element = tl_project_lookup (self->project, id);
  g_autoptr(GError) error = NULL;
  TlPlacing placing;

  if (element == NULL || !TL_IS_ELEMENT (element))
    return;
  placing = tl_blueprint_editor_find_place (self, tl_record_get (element, TL_ELEMENT_KIND), NULL, 0, NULL);
  if (tl_blueprint_use_element (self->service, element, &placing, &error))
    tl_blueprint_editor_present (self, &element, 1);
  else
    tl_blueprint_editor_toast (self, error->message, FALSE);
}

void
tl_blueprint_editor_ask_use (TlBlueprintEditor *self)
{
  GtkWidget *picker;
  GdkRectangle area;

  if (self->service == NULL)
    return;
  picker = tl_record_picker_new (self->project, &tl_element_type, _("Element of another service"), can_use_cb, self, NULL);
  tl_blueprint_editor_add_picker (self, picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (use_picked_cb), self, 0);
  tl_blueprint_editor_get_area (self, tl_canvas_get_selected_key (self->canvas), &area);
  tl_picker_popup (TL_PICKER (picker), &area, NULL);
}
