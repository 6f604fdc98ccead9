/* tl-blueprint-editor-place.c: where elements stand, and how large they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "diagram/tl-arrange.h"
#include "diagram/tl-blueprint-tidying.h"
#include "project/tl-edit.h"

#include <glib/gi18n.h>

#define SIZE_STEP  32 /* of a choice in the menu, as places are stored */
#define LEAST_SIZE 24

/* An element that can be placed, and the node that shows it. */
typedef struct
{
  TlRecord *element;
  TlLane    lane;
  TlRect    bounds; /* in lane units */
} Placed;

static gboolean
get_placed (TlBlueprintEditor *self,
            guint              node,
            Placed            *placed)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  const TlNode *shown = tl_scene_get_node (scene, node);
  TlRecord *record = tl_blueprint_editor_lookup (self, shown->key);
  TlPlacing placing;

  if (record == NULL || !TL_IS_ELEMENT (record) || (shown->flags & TL_NODE_MOVABLE) == 0)
    return FALSE;

  placed->element = record;
  placed->lane = tl_element_get_lane (TL_ELEMENT (record));
  placed->bounds = tl_blueprint_view_rect_to_lane (scene, placed->lane, &shown->bounds);
  /* What is known exactly does not come from a picture. */
  if (tl_blueprint_get_placing (self->service, record, &placing))
    {
      placed->bounds.x = placing.x;
      placed->bounds.y = placing.y;
    }
  return TRUE;
}

/* All that is selected and can be placed (Placed). */
static GArray *
list_selected (TlBlueprintEditor *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Placed));
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_auto(GStrv) keys = tl_canvas_list_selected_keys (self->canvas);

  for (guint i = 0; scene != NULL && keys[i] != NULL; i++)
    {
      int node = tl_scene_find (scene, keys[i]);
      Placed placed;

      if (node >= 0 && get_placed (self, node, &placed))
        g_array_append_val (list, placed);
    }
  return list;
}

/* Keeps the size that it was given. */
static void
add_placing (TlBlueprintEditor *self,
             GArray            *placings,
             const Placed      *placed)
{
  TlPlacing placing;

  tl_blueprint_get_placing (self->service, placed->element, &placing);
  placing.x = placed->bounds.x;
  placing.y = placed->bounds.y;
  g_array_append_val (placings, placing);
}

/* What nobody has placed yet stays where it is when others are placed: it would
 * be laid out around them. */
static void
add_unplaced (TlBlueprintEditor *self,
              GArray            *placings)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < placings->len; i++)
    g_hash_table_add (known, g_array_index (placings, TlPlacing, i).element);
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      TlPlacing placing;
      Placed placed;

      if (get_placed (self, i, &placed) && !g_hash_table_contains (known, placed.element)
          && !tl_blueprint_get_placing (self->service, placed.element, &placing))
        add_placing (self, placings, &placed);
    }
}

static void
place (TlBlueprintEditor *self,
       GArray            *placings,
       const char        *label,
       const char        *merge_key)
{
  g_autoptr(GError) error = NULL;

  add_unplaced (self, placings);
  if (!tl_blueprint_place (self->service, (const TlPlacing *) placings->data, placings->len, label, merge_key, &error))
    tl_blueprint_editor_toast (self, error->message, FALSE);
  tl_blueprint_editor_refresh (self);
}

/* "Move Ledger", "Move 3 Elements": of those that were moved. */
static char *
create_label (GArray *moved)
{
  TlRecord *first = g_array_index (moved, Placed, 0).element;
  g_autofree char *title = NULL;

  if (moved->len > 1)
    return g_strdup_printf (ngettext ("Move %'u Element", "Move %'u Elements", moved->len), moved->len);
  title = tl_edit_create_title (first);
  return g_strdup_printf (_("Move %s"), title);
}

/* @dx and @dy: in lane units, but @dx to the right, wherever the lane begins */
static void
move_by (TlBlueprintEditor *self,
         double             dx,
         double             dy,
         const char        *merge_key)
{
  g_autoptr(GArray) moved = list_selected (self);
  g_autoptr(GArray) placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));
  g_autofree char *label = NULL;
  gboolean mirrored;

  if (moved->len == 0)
    return;
  mirrored = tl_scene_is_mirrored (tl_canvas_get_scene (self->canvas));
  for (guint i = 0; i < moved->len; i++)
    {
      Placed *placed = &g_array_index (moved, Placed, i);

      placed->bounds.x = MAX (placed->bounds.x + (mirrored ? -dx : dx), 0);
      placed->bounds.y = MAX (placed->bounds.y + dy, 0);
      add_placing (self, placings, placed);
    }
  label = create_label (moved);
  place (self, placings, label, merge_key);
}

void
tl_blueprint_editor_move (TlBlueprintEditor *self,
                          double             dx,
                          double             dy)
{
  double unit = tl_scene_get_unit (tl_canvas_get_scene (self->canvas));

  move_by (self, dx / unit, dy / unit, NULL);
}

/* By so much of what is stored, whatever the font: places stay on a grid. */
void
tl_blueprint_editor_nudge (TlBlueprintEditor *self,
                           double             dx,
                           double             dy)
{
  move_by (self, dx, dy, "nudge");
}

void
tl_blueprint_editor_resize (TlBlueprintEditor *self,
                            const char        *key,
                            const TlRect      *bounds)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  int node = scene != NULL ? tl_scene_find (scene, key) : -1;
  g_autoptr(GArray) placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TlPlacing placing;
  Placed placed;
  TlRect wanted;

  if (node < 0 || !get_placed (self, node, &placed))
    return;
  wanted = tl_blueprint_view_rect_to_lane (scene, placed.lane, bounds);
  placing = (TlPlacing){ placed.element, wanted.x, wanted.y, wanted.width, wanted.height };
  g_array_append_val (placings, placing);
  title = tl_edit_create_title (placed.element);
  /* Translators: an edit that can be undone, in title case. %s is the name of an element */
  label = g_strdup_printf (_("Resize %s"), title);
  place (self, placings, label, NULL);
}

gboolean
tl_blueprint_editor_can_size (TlBlueprintEditor *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  const char *key = tl_canvas_get_selected_key (self->canvas);
  int node = scene != NULL && key != NULL ? tl_scene_find (scene, key) : -1;

  return node >= 0 && (tl_scene_get_node (scene, (guint) node)->flags & TL_NODE_RESIZABLE) != 0;
}

/* What is not asked for keeps what it was given, or goes on to follow the text. */
static double
change_size (double given,
             double shown,
             int    steps)
{
  return steps == 0 ? given : MAX (shown + steps * SIZE_STEP, MIN (LEAST_SIZE, shown));
}

void
tl_blueprint_editor_size (TlBlueprintEditor *self,
                          int                wider,
                          int                taller)
{
  g_autoptr(GArray) selected = list_selected (self);
  g_autoptr(GArray) placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));
  const Placed *placed = &g_array_index (selected, Placed, 0);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TlPlacing placing;

  if (selected->len != 1 || !tl_blueprint_editor_can_size (self))
    return;
  tl_blueprint_get_placing (self->service, placed->element, &placing);
  placing.x = placed->bounds.x;
  placing.y = placed->bounds.y;
  if (wider == 0 && taller == 0)
    placing.width = placing.height = 0;
  placing.width = change_size (placing.width, placed->bounds.width, wider);
  placing.height = change_size (placing.height, placed->bounds.height, taller);
  g_array_append_val (placings, placing);
  title = tl_edit_create_title (placed->element);
  label = g_strdup_printf (_("Resize %s"), title);
  place (self, placings, label, "size");
}

/* Aligning {{{1 */

/* What is put in order glides there: one sees what went where. */
static void
begin_rearranging (TlBlueprintEditor *self)
{
  self->rearranging = TRUE;
}

/* Where nothing had to move there is no next scene; a large one is still to come. */
static void
end_rearranging (TlBlueprintEditor *self)
{
  tl_blueprint_editor_refresh (self);
  if (self->laying_out == NULL)
    self->rearranging = FALSE;
}

/* What is left in a scene that is mirrored is right in what is stored. */
static TlArrangement
turn_back (TlBlueprintEditor *self,
           TlArrangement      arrangement)
{
  if (!tl_scene_is_mirrored (tl_canvas_get_scene (self->canvas)))
    return arrangement;
  return arrangement == TL_ARRANGE_LEFT    ? TL_ARRANGE_RIGHT
         : arrangement == TL_ARRANGE_RIGHT ? TL_ARRANGE_LEFT
                                           : arrangement;
}

/* Left and right mean something within a lane only. */
static void
arrange_lane (GArray        *selected,
              int            lane,
              TlArrangement  arrangement)
{
  g_autofree TlRect *rects = g_new (TlRect, selected->len);
  g_autofree guint *indices = g_new (guint, selected->len);
  guint n = 0;

  for (guint i = 0; i < selected->len; i++)
    {
      const Placed *placed = &g_array_index (selected, Placed, i);

      if (lane >= 0 && (int) placed->lane != lane)
        continue;
      rects[n] = placed->bounds;
      indices[n++] = i;
    }
  tl_arrange (rects, n, arrangement);
  for (guint i = 0; i < n; i++)
    g_array_index (selected, Placed, indices[i]).bounds = rects[i];
}

static const char *
get_arrangement_label (TlArrangement arrangement)
{
  static const char *const labels[] = {
    [TL_ARRANGE_LEFT] = N_("Align Left"),
    [TL_ARRANGE_CENTER] = N_("Align Centers"),
    [TL_ARRANGE_RIGHT] = N_("Align Right"),
    [TL_ARRANGE_TOP] = N_("Align Top"),
    [TL_ARRANGE_MIDDLE] = N_("Align Middles"),
    [TL_ARRANGE_BOTTOM] = N_("Align Bottom"),
    [TL_ARRANGE_ACROSS] = N_("Distribute Horizontally"),
    [TL_ARRANGE_DOWN] = N_("Distribute Vertically"),
  };

  return _(labels[arrangement]);
}

static void
tell_arranged (TlBlueprintEditor *self,
               int                arrangement,
               guint              n)
{
  /* Translators: what was done, such as “Align Left”, and with how many elements */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$s: %2$'u element", "%1$s: %2$'u elements", n),
                                           get_arrangement_label (arrangement), n);

  tl_blueprint_editor_tell (self, text);
}

void
tl_blueprint_editor_arrange (TlBlueprintEditor *self,
                             int                arrangement)
{
  g_autoptr(GArray) selected = list_selected (self);
  g_autoptr(GArray) placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));
  gboolean by_lane = arrangement <= TL_ARRANGE_RIGHT || arrangement == TL_ARRANGE_ACROSS;

  g_return_if_fail (arrangement >= 0 && arrangement < TL_N_ARRANGEMENTS);

  if (selected->len < tl_arrange_get_n_needed (arrangement))
    return;
  for (int lane = by_lane ? 0 : -1; lane < (by_lane ? TL_N_LANES : 0); lane++)
    arrange_lane (selected, lane, turn_back (self, arrangement));
  for (guint i = 0; i < selected->len; i++)
    add_placing (self, placings, &g_array_index (selected, Placed, i));
  begin_rearranging (self);
  place (self, placings, get_arrangement_label (arrangement), NULL);
  end_rearranging (self);
  tell_arranged (self, arrangement, selected->len);
}

/* Tidying up {{{1 */

static void
put_tidied (TlBlueprintEditor *self,
            GArray            *placings,
            gboolean           is_all)
{
  g_autoptr(GError) error = NULL;

  begin_rearranging (self);
  tl_blueprint_layout_expect_news (self->layout);
  /* Translators: an edit that can be undone, in title case: a diagram was laid out anew */
  if (!tl_blueprint_place (self->service, (const TlPlacing *) placings->data, placings->len, _("Tidy Up"), NULL, &error))
    tl_blueprint_editor_toast (self, error->message, FALSE);
  end_rearranging (self);
  tl_blueprint_editor_tell (self, is_all ? _("All is tidied up.") : _("The selection is tidied up."));
}

/* Where a large service is tidied up in a worker. */
typedef struct
{
  TlBlueprintEditor *editor;
  GCancellable      *cancellable;
  gboolean           is_all;
} Tidying;

static void
tidied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Tidying *tidying = user_data;
  TlBlueprintEditor *self = tidying->editor;
  g_autoptr(GArray) placings = tl_blueprint_tidying_run_finish (result, NULL);

  /* Cancelled: another service is shown, or it is done once more. */
  if (self->tidying == tidying->cancellable)
    {
      g_clear_object (&self->tidying);
      if (placings != NULL && self->service != NULL)
        put_tidied (self, placings, tidying->is_all);
    }
  g_object_unref (tidying->cancellable);
  g_object_unref (self);
  g_free (tidying);
}

static void
tidy_in_worker (TlBlueprintEditor *self,
                GPtrArray         *elements)
{
  Tidying *tidying = g_new0 (Tidying, 1);

  g_cancellable_cancel (self->tidying);
  g_clear_object (&self->tidying);
  self->tidying = g_cancellable_new ();
  tidying->editor = g_object_ref (self);
  tidying->cancellable = g_object_ref (self->tidying);
  tidying->is_all = elements == NULL;
  /* Translators: what the program is at, for a moment */
  tl_blueprint_editor_tell (self, _("Tidying up…"));
  tl_blueprint_tidying_run_async (self->service, elements, tl_canvas_get_font (self->canvas), self->tidying,
                                  tidied_cb, tidying);
}

void
tl_blueprint_editor_tidy (TlBlueprintEditor *self)
{
  g_autoptr(GArray) selected = list_selected (self);
  g_autoptr(GPtrArray) elements = NULL;
  g_autoptr(GArray) placings = NULL;

  if (self->service == NULL)
    return;
  /* Of one there is nothing to be tidied. */
  if (selected->len > 1)
    {
      elements = g_ptr_array_new ();
      for (guint i = 0; i < selected->len; i++)
        g_ptr_array_add (elements, g_array_index (selected, Placed, i).element);
    }
  if (!tl_blueprint_tidying_is_quick (self->service))
    {
      tidy_in_worker (self, elements);
      return;
    }
  placings = tl_blueprint_view_tidy (self->service, elements, tl_canvas_get_font (self->canvas));
  put_tidied (self, placings, elements == NULL);
}
