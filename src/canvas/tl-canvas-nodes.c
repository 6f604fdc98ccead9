/* tl-canvas-nodes.c: the accessible children of a canvas, and the focus among them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

#include "canvas/tl-canvas-node.h"

#include <math.h>

#define MAX_NODES       200
#define READABLE_HEIGHT 12.0 /* on the screen, logical pixels */

static void
select_cb (TlCanvasNode *node,
           gpointer      user_data)
{
  TlCanvas *self = TL_CANVAS (user_data);

  tl_canvas_set_selected_key (self, tl_canvas_node_get_key (node));
}

static void
activate_cb (TlCanvasNode *node,
             gpointer      user_data)
{
  TlCanvas *self = TL_CANVAS (user_data);

  if (self->scene != NULL)
    tl_canvas_activate (self, tl_scene_find (self->scene, tl_canvas_node_get_key (node)));
}

/* The focus has come to a node by whatever way. */
static void
focused_cb (GtkEventController *controller,
            gpointer            user_data)
{
  TlCanvas *self = TL_CANVAS (user_data);
  TlCanvasNode *node = TL_CANVAS_NODE (gtk_event_controller_get_widget (controller));
  const char *key = tl_canvas_node_get_key (node);

  if (self->scene == NULL || g_strcmp0 (key, self->focused_key) == 0)
    return;

  g_free (self->focused_key);
  self->focused_key = g_strdup (key);
  self->focused = tl_scene_find (self->scene, key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
add_child (TlCanvas *self)
{
  GtkWidget *child = tl_canvas_node_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (child, "select", G_CALLBACK (select_cb), self, 0);
  g_signal_connect_object (child, "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return child;
}

static void
allocate_child (TlCanvas  *self,
                GtkWidget *child)
{
  TlRect bounds = tl_canvas_node_get_bounds (TL_CANVAS_NODE (child));
  TlRect shown = tl_viewport_rect_to_widget (self->animating ? &self->goal : &self->view, &bounds);
  GtkAllocation allocation = {
    (int) floor (shown.x), (int) floor (shown.y),
    (int) ceil (MIN (shown.width, G_MAXINT16)), (int) ceil (MIN (shown.height, G_MAXINT16)),
  };
  int minimum;

  /* GTK wants to be asked first, though it gets the answer 0. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

void
tl_canvas_allocate_nodes (TlCanvas *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    allocate_child (self, child);
}

typedef struct
{
  guint32 node;
  double  distance;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  return (one->distance > other->distance) - (one->distance < other->distance);
}

/* Nodes to have a child: in view, large enough to be read; the nearest to the
 * middle if they are too many. */
static GArray *
list_candidates (TlCanvas *self)
{
  TlRect visible = tl_viewport_get_visible (&self->view);
  TlPoint middle = { visible.x + visible.width / 2, visible.y + visible.height / 2 };
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  tl_scene_query_nodes (self->scene, &visible, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint32 index = g_array_index (found, guint32, i);
      const TlNode *node = tl_scene_get_node (self->scene, index);
      Candidate one = {
        index, hypot (node->bounds.x + node->bounds.width / 2 - middle.x,
                      node->bounds.y + node->bounds.height / 2 - middle.y),
      };

      if ((node->flags & TL_NODE_ACTIVE) == 0 || node->key == NULL || node->min_scale > self->view.scale
          || node->bounds.height * self->view.scale < READABLE_HEIGHT)
        continue;
      if ((int) index == self->focused || tl_selection_contains (&self->selection, tl_item_of_node ((int) index)))
        one.distance = -1;
      g_array_append_val (candidates, one);
    }

  g_array_sort (candidates, compare_candidates);
  if (candidates->len > MAX_NODES)
    g_array_set_size (candidates, MAX_NODES);

  return candidates;
}

static void
bind_child (TlCanvas  *self,
            GtkWidget *child,
            guint      index)
{
  const TlNode *node = tl_scene_get_node (self->scene, index);

  if (g_strcmp0 (tl_canvas_node_get_key (TL_CANVAS_NODE (child)), node->key) != 0)
    tl_canvas_node_say (TL_CANVAS_NODE (child), NULL);
  tl_canvas_node_set_node (TL_CANVAS_NODE (child), node);
  tl_canvas_node_set_selected (TL_CANVAS_NODE (child),
                               tl_selection_contains (&self->selection, tl_item_of_node ((int) index)));
  g_hash_table_insert (self->nodes, g_strdup (node->key), child);
}

/* A child that stands for nothing any more; not the one with the focus, which
 * would go to another node with it. */
static GtkWidget *
take_free_child (GHashTable *before)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    if (!gtk_widget_has_focus (child))
      {
        g_hash_table_iter_remove (&iter);
        return child;
      }

  return NULL;
}

/* Gives each node a child: the one it has, one that is free, or a new one. */
static void
give_children (TlCanvas   *self,
               GArray     *indices,
               GHashTable *before)
{
  for (guint i = 0; i < indices->len; i++)
    {
      guint32 index = g_array_index (indices, guint32, i);
      gpointer key, child;

      if (g_hash_table_steal_extended (before, tl_scene_get_node (self->scene, index)->key, &key, &child))
        {
          g_free (key);
          bind_child (self, child, index);
        }
    }

  for (guint i = 0; i < indices->len; i++)
    {
      guint32 index = g_array_index (indices, guint32, i);

      if (!g_hash_table_contains (self->nodes, tl_scene_get_node (self->scene, index)->key))
        {
          GtkWidget *child = take_free_child (before);

          bind_child (self, child != NULL ? child : add_child (self), index);
        }
    }
}

/* Reading order is the order of the children. */
static void
order_children (TlCanvas *self,
                GArray   *indices)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < indices->len; i++)
    {
      const TlNode *node = tl_scene_get_node (self->scene, g_array_index (indices, guint32, i));
      GtkWidget *child = g_hash_table_lookup (self->nodes, node->key);

      if (gtk_widget_get_prev_sibling (child) != previous)
        gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
      previous = child;
    }
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return (one > other) - (one < other);
}

static void
remove_children (TlCanvas   *self,
                 GHashTable *children)
{
  GHashTableIter iter;
  gpointer key, child;
  gboolean had_focus = FALSE;

  g_hash_table_iter_init (&iter, children);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      had_focus = had_focus || gtk_widget_has_focus (child);
      gtk_widget_unparent (child);
    }
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
tl_canvas_update_nodes (TlCanvas *self)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) indices = NULL;
  gboolean with_focus = FALSE;

  if (self->scene == NULL || self->view.width <= 0)
    {
      tl_canvas_clear_nodes (self);
      return;
    }

  before = g_steal_pointer (&self->nodes);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidates = list_candidates (self);
  indices = g_array_sized_new (FALSE, FALSE, sizeof (guint32), candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    {
      guint32 index = g_array_index (candidates, Candidate, i).node;

      with_focus = with_focus || (int) index == self->focused;
      g_array_append_val (indices, index);
    }
  /* The keyboard stays with its node when that is scrolled out of view. */
  if (!with_focus && self->focused >= 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    g_array_append_val (indices, self->focused);

  give_children (self, indices, before);
  g_array_sort (indices, compare_indices);
  order_children (self, indices);
  remove_children (self, before);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
tl_canvas_clear_nodes (TlCanvas *self)
{
  g_autoptr (GHashTable) before = NULL;

  if (self->nodes == NULL || g_hash_table_size (self->nodes) == 0)
    return;

  before = g_steal_pointer (&self->nodes);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    {
      GHashTableIter iter;
      gpointer child;

      g_hash_table_iter_init (&iter, before);
      while (g_hash_table_iter_next (&iter, NULL, &child))
        gtk_widget_unparent (child);
    }
  else
    {
      remove_children (self, before);
    }
}

void
tl_canvas_update_selected_nodes (TlCanvas *self)
{
  GHashTableIter iter;
  gpointer key, child;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      int node = self->scene != NULL ? tl_scene_find (self->scene, key) : -1;

      tl_canvas_node_set_selected (child, tl_selection_contains (&self->selection, tl_item_of_node (node)));
    }
}

/* Lets the keyboard be at a node, whether it is in view or not. */
static void
put_focus (TlCanvas *self,
           int       index)
{
  const TlNode *node = tl_scene_get_node (self->scene, (guint) index);
  GtkWidget *child;

  g_free (self->focused_key);
  self->focused_key = g_strdup (node->key);
  self->focused = index;
  child = g_hash_table_lookup (self->nodes, node->key);
  if (child == NULL)
    {
      child = add_child (self);
      bind_child (self, child, (guint) index);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  gtk_widget_grab_focus (child);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_focus_index (TlCanvas *self,
                       int       node,
                       gboolean  extend)
{
  if (self->scene == NULL || node < 0)
    return;

  put_focus (self, node);
  if (extend && self->editable)
    tl_canvas_select_also (self, tl_item_of_node (node), TRUE);
  else
    tl_canvas_select (self, tl_item_of_node (node));
  tl_canvas_frame_node (self, self->focused_key, TRUE);
}

void
tl_canvas_step (TlCanvas   *self,
                TlDirection direction,
                gboolean    extend)
{
  int from = self->focused >= 0 ? self->focused : self->selected;

  if (self->scene == NULL)
    return;

  tl_canvas_focus_index (self, tl_scene_step (self->scene, from, direction, tl_canvas_get_goal_scale (self)), extend);
}

/* The node that the keyboard comes to from outside: the one it was at, the
 * selected one, or the first. */
static int
get_entry (TlCanvas *self)
{
  if (self->scene == NULL)
    return -1;
  if (self->focused >= 0)
    return self->focused;
  if (self->selected >= 0)
    return self->selected;

  return tl_scene_step (self->scene, -1, TL_DIRECTION_FIRST,
                        tl_canvas_get_goal_scale (self));
}

void
tl_canvas_focus_node (TlCanvas   *self,
                      const char *key)
{
  int node;

  g_return_if_fail (TL_IS_CANVAS (self));

  if (self->scene == NULL)
    return;

  node = key != NULL ? tl_scene_find (self->scene, key) : get_entry (self);
  if (node >= 0 && tl_scene_get_node (self->scene, (guint) node)->key != NULL)
    put_focus (self, node);
}

gboolean
tl_canvas_has_focus_inside (TlCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* One tab stop: Tab comes to one node and leaves from there. */
gboolean
tl_canvas_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  if (tl_canvas_has_focus_inside (TL_CANVAS (widget)))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

gboolean
tl_canvas_grab_focus (GtkWidget *widget)
{
  TlCanvas *self = TL_CANVAS (widget);
  int node = get_entry (self);

  if (node >= 0)
    {
      put_focus (self, node);
      return TRUE;
    }

  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}
