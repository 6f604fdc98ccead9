/* tl-ring.c: whether one sees where the keyboard is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-ring.h"

#include "canvas/tl-canvas-node.h"
#include "canvas/tl-canvas.h"

#include "tl-shot.h"
#include "tl-test-support.h"

#define LEAST 3.0
#define N_PROBES 5
#define REACH 12.0f /* of what is drawn around a widget, logical pixels */

static TlCanvas *
get_canvas (GtkWidget *widget)
{
  return (TlCanvas *) gtk_widget_get_ancestor (widget, TL_TYPE_CANVAS);
}

static gboolean
has_focusable (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && ((gtk_widget_get_focusable (child) && gtk_widget_is_sensitive (child)) || has_focusable (child)))
      return TRUE;
  return FALSE;
}

/* What holds others gives them the keyboard, if there are any. */
static gboolean
gives_on (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget))
    return has_focusable (widget);
  return TL_IS_CANVAS (widget) || GTK_IS_PANED (widget) || GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || GTK_IS_LIST_BASE (widget)
         || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_ROOT (widget);
}

static void
collect (GtkWidget *widget,
         GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || !gtk_widget_is_sensitive (widget)
      || gtk_widget_get_opacity (widget) <= 0)
    return;
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && gtk_widget_get_width (widget) > 0
      && !gives_on (widget))
    g_ptr_array_add (found, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      collect (child, found);
}

/* Widgets of a kind have the same ring; so have nodes of one form on one ground. */
static char *
tell_kind (GtkWidget *widget)
{
  g_autofree char *place = NULL;

  if (TL_IS_CANVAS_NODE (widget))
    {
      TlCanvas *canvas = get_canvas (widget);
      TlScene *scene = tl_canvas_get_scene (canvas);
      int index = tl_scene_find (scene, tl_canvas_node_get_key (TL_CANVAS_NODE (widget)));
      const TlNode *node = index >= 0 ? tl_scene_get_node (scene, (guint) index) : NULL;

      return node == NULL ? NULL
                          : g_strdup_printf ("node of form %d, role %d%s", (int) node->shape, (int) node->role,
                                             g_strcmp0 (tl_canvas_get_selected_key (canvas), node->key) == 0 ? ", selected" : "");
    }
  place = tl_shot_describe (widget);
  return g_strconcat (G_OBJECT_TYPE_NAME (widget), place, NULL);
}

/* A row shows that the keyboard is in it. */
static void
find_area (GtkWidget       *root,
           GtkWidget       *widget,
           graphene_rect_t *area)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, root, &bounds))
    graphene_rect_union (area, &bounds, area);
  graphene_rect_inset (area, -REACH, -REACH);
  graphene_rect_intersection (area, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (root), gtk_widget_get_height (root)), area);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Only what has been painted can be taken a picture of. */
static void
wait_for_frame (GtkWidget *root)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (root);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (root);
  tl_test_wait_for (painted);
  g_signal_handler_disconnect (clock, handler);
}

/* How much of a line of a pixel, around all that has changed, is there; and the best contrast. */
static double
compare (const TlShot *without,
         const TlShot *with,
         double       *best)
{
  int left = with->width, right = -1, top = with->height, bottom = -1;
  gsize n_good = 0, n_needed;

  *best = 1;
  for (int y = 0; y < with->height; y++)
    for (int x = 0; x < with->width; x++)
      {
        guint32 before = without->pixels[(gsize) y * with->width + x], after = with->pixels[(gsize) y * with->width + x];
        TlColor a, b;
        double contrast;

        if (before == after)
          continue;
        a = tl_shot_get_color (before);
        b = tl_shot_get_color (after);
        contrast = tl_color_contrast (&a, &b);
        left = MIN (left, x);
        right = MAX (right, x);
        top = MIN (top, y);
        bottom = MAX (bottom, y);
        n_good += contrast >= LEAST;
        *best = MAX (*best, contrast);
      }
  if (right < 0)
    return 0;
  n_needed = (gsize) (2 * (right - left + bottom - top + 2)) * TL_SHOT_SCALE;
  return (double) n_good / (double) n_needed;
}

static gboolean
take (TlShot                *shot,
      GtkWidget             *root,
      GtkWidget             *focus,
      const graphene_rect_t *area)
{
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (root)), NULL);
  if (focus != NULL && !gtk_widget_grab_focus (focus))
    return FALSE;
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (root)), TRUE);
  wait_for_frame (root);
  return tl_shot_take (shot, root, area);
}

static void
measure (GtkWidget  *root,
         GtkWidget  *widget,
         const char *where,
         const char *kind,
         GPtrArray  *faults)
{
  TlShot without = { NULL }, with = { NULL };
  graphene_rect_t area;

  tl_shot_find (root, widget, &area);
  find_area (root, widget, &area);
  if (take (&without, root, NULL, &area) && take (&with, root, widget, &area))
    {
      double best, share = compare (&without, &with, &best);

      if (share < 1)
        g_ptr_array_add (faults, g_strdup_printf ("%s: %.2f of a line around %s, contrast %.2f", where, share, kind, best));
    }
  tl_shot_clear (&without);
  tl_shot_clear (&with);
}

/* Whether all of a widget can be seen: nothing is moved then when it gets the keyboard. */
static gboolean
is_whole (GtkWidget *root,
          GtkWidget *widget)
{
  graphene_rect_t bounds, seen;

  return gtk_widget_compute_bounds (widget, root, &bounds) && tl_shot_find (root, widget, &seen)
         && bounds.size.width - seen.size.width < 1 && bounds.size.height - seen.size.height < 1;
}

guint
tl_ring_measure (GtkNative  *native,
                 const char *where,
                 GHashTable *seen,
                 GPtrArray  *faults)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *root = GTK_WIDGET (native);
  guint n_measured = 0;

  gtk_widget_unset_state_flags (root, GTK_STATE_FLAG_BACKDROP);
  collect (root, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (found, i);
      g_autofree char *kind = gtk_widget_get_mapped (widget) ? tell_kind (widget) : NULL;

      if (kind == NULL || g_hash_table_contains (seen, kind) || !is_whole (root, widget))
        continue;
      measure (root, widget, where, kind, faults);
      g_hash_table_add (seen, g_steal_pointer (&kind));
      n_measured++;
    }
  return n_measured;
}

/* Whether anything of what is in @area is on top. */
static gboolean
shows_through (GtkWidget             *root,
               GtkWidget             *widget,
               const graphene_rect_t *area)
{
  GtkWidget *owner = TL_IS_CANVAS_NODE (widget) ? gtk_widget_get_parent (widget) : widget;

  for (int row = 0; row < N_PROBES; row++)
    for (int column = 0; column < N_PROBES; column++)
      {
        double x = area->origin.x + area->size.width * (column + 0.5) / N_PROBES;
        double y = area->origin.y + area->size.height * (row + 0.5) / N_PROBES;
        GtkWidget *picked = gtk_widget_pick (root, x, y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

        if (picked != NULL && (picked == owner || gtk_widget_is_ancestor (picked, owner) || gtk_widget_is_ancestor (owner, picked)))
          return TRUE;
      }
  return FALSE;
}

static gboolean
find_seen (GtkWidget       *root,
           GtkWidget       *widget,
           graphene_rect_t *area)
{
  graphene_rect_t around;

  if (!gtk_widget_compute_bounds (widget, root, area))
    return FALSE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL && parent != root; parent = gtk_widget_get_parent (parent))
    if (gtk_widget_get_overflow (parent) == GTK_OVERFLOW_HIDDEN && gtk_widget_compute_bounds (parent, root, &around)
        && !graphene_rect_intersection (area, &around, area))
      return FALSE;
  return graphene_rect_intersection (area, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (root), gtk_widget_get_height (root)), area);
}

static guint
walk_nodes (GtkWidget  *root,
            TlCanvas   *canvas,
            const char *where,
            GPtrArray  *faults)
{
  TlScene *scene = tl_canvas_get_scene (canvas);
  guint n_nodes = scene != NULL ? tl_scene_get_n_nodes (scene) : 0;
  guint n_looked_at = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      GdkRectangle before, after;
      graphene_rect_t area;
      GtkWidget *focus;

      if (node->key == NULL || !tl_canvas_get_node_area (canvas, node->key, &before))
        continue;
      tl_canvas_focus_node (canvas, node->key);
      tl_canvas_frame_node (canvas, node->key, FALSE);
      tl_canvas_get_node_area (canvas, node->key, &after);
      if (!gdk_rectangle_equal (&before, &after))
        wait_for_frame (root);
      tl_canvas_get_node_area (canvas, node->key, &after);
      focus = gtk_root_get_focus (gtk_widget_get_root (root));
      n_looked_at++;
      if (!gdk_rectangle_intersect (&after, &(GdkRectangle) { 0, 0, gtk_widget_get_width (GTK_WIDGET (canvas)),
                                                              gtk_widget_get_height (GTK_WIDGET (canvas)) }, &after)
          || !gtk_widget_compute_bounds (GTK_WIDGET (canvas), root, &area))
        g_ptr_array_add (faults, g_strdup_printf ("%s: %s is out of view", where, node->key));
      area = GRAPHENE_RECT_INIT (area.origin.x + after.x, area.origin.y + after.y, after.width, after.height);
      if (TL_IS_CANVAS_NODE (focus) && !shows_through (root, focus, &area))
        g_ptr_array_add (faults, g_strdup_printf ("%s: %s is covered", where, node->key));
    }
  return n_looked_at;
}

static void
look_at (GtkWidget  *root,
         GtkWidget  *widget,
         const char *where,
         GPtrArray  *faults)
{
  graphene_rect_t area;
  g_autofree char *kind = tell_kind (widget);

  if (!find_seen (root, widget, &area))
    {
      gtk_widget_grab_focus (widget);
      wait_for_frame (root);
      wait_for_frame (root);
    }
  if (!find_seen (root, widget, &area))
    g_ptr_array_add (faults, g_strdup_printf ("%s: %s is out of view", where, kind));
  else if (!shows_through (root, widget, &area))
    g_ptr_array_add (faults, g_strdup_printf ("%s: %s is covered", where, kind));
}

guint
tl_ring_find_covered (GtkNative  *native,
                      const char *where,
                      GPtrArray  *faults)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) canvases = g_hash_table_new (NULL, NULL);
  GtkWidget *root = GTK_WIDGET (native);
  guint n_looked_at = 0;

  collect (root, found);
  for (guint i = 0; i < found->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (found, i);

      if (!gtk_widget_get_mapped (widget))
        continue;
      if (!TL_IS_CANVAS_NODE (widget))
        look_at (root, widget, where, faults);
      else if (g_hash_table_add (canvases, get_canvas (widget)))
        n_looked_at += walk_nodes (root, get_canvas (widget), where, faults);
      n_looked_at += !TL_IS_CANVAS_NODE (widget);
    }
  return n_looked_at;
}
