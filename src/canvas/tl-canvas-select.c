/* tl-canvas-select.c: what of a canvas is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"

gboolean
tl_canvas_may_select (TlCanvas *self,
                      TlItem    item)
{
  if (self->scene == NULL || tl_item_get_key (self->scene, item) == NULL)
    return FALSE;
  if (item.kind == TL_ITEM_EDGE)
    return self->editable;

  return (tl_scene_get_node (self->scene, item.index)->flags & TL_NODE_ACTIVE) != 0;
}

void
tl_canvas_follow_selection (TlCanvas *self)
{
  TlItem primary = self->selection.primary;

  self->selected = primary.kind == TL_ITEM_NODE ? (int) primary.index : -1;
  tl_canvas_update_highlights (self);
  tl_canvas_update_rings (self);
  tl_canvas_update_selected_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_selection_changed (TlCanvas *self)
{
  const char *key = self->scene != NULL ? tl_item_get_key (self->scene, self->selection.primary) : NULL;
  gboolean is_other = g_strcmp0 (self->selected_key, key) != 0;

  tl_canvas_follow_selection (self);
  tl_canvas_say_selection (self);
  if (is_other)
    {
      g_free (self->selected_key);
      self->selected_key = g_strdup (key);
    }
  if (is_other)
    g_object_notify (G_OBJECT (self), "selected-key");
  g_signal_emit_by_name (self, "selection-changed");
}

void
tl_canvas_set_selection (TlCanvas          *self,
                         const TlSelection *selection)
{
  if (tl_selection_equal (&self->selection, selection))
    return;

  tl_selection_copy (&self->selection, selection);
  tl_canvas_selection_changed (self);
}

void
tl_canvas_select (TlCanvas *self,
                  TlItem    item)
{
  g_auto (TlSelection) next = { 0 };

  tl_selection_init (&next);
  if (tl_canvas_may_select (self, item))
    tl_selection_add (&next, item);
  tl_canvas_set_selection (self, &next);
}

void
tl_canvas_select_also (TlCanvas *self,
                       TlItem    item,
                       gboolean  selected)
{
  g_auto (TlSelection) next = { 0 };

  if (!tl_canvas_may_select (self, item))
    return;

  tl_selection_init (&next);
  tl_selection_copy (&next, &self->selection);
  if (selected)
    tl_selection_add (&next, item);
  else
    tl_selection_remove (&next, item);
  tl_canvas_set_selection (self, &next);
}

gboolean
tl_canvas_rebind_selection (TlCanvas      *self,
                            const TlScene *before,
                            const char    *key)
{
  guint n_before = tl_selection_get_size (&self->selection);
  gboolean whole = before == NULL && n_before == 0;

  if (before == NULL || self->scene == NULL)
    tl_selection_empty (&self->selection);
  else
    whole = tl_selection_rebind (&self->selection, before, self->scene);
  for (guint i = self->selection.nodes->len; i-- > 0;)
    {
      TlItem item = { TL_ITEM_NODE, g_array_index (self->selection.nodes, guint32, i) };

      if (!tl_canvas_may_select (self, item))
        tl_selection_remove (&self->selection, item);
    }
  if (before == NULL && tl_canvas_find_active (self, key) >= 0)
    tl_selection_add (&self->selection, tl_item_find (self->scene, key));

  return !whole || tl_selection_get_size (&self->selection) != n_before;
}

gboolean
tl_canvas_may_edit (TlCanvas *self,
                    guint     node)
{
  const TlNode *found = tl_scene_get_node (self->scene, node);

  return tl_canvas_may_select (self, tl_item_of_node ((int) node))
         && (found->flags & (TL_NODE_MOVABLE | TL_NODE_CONNECTABLE | TL_NODE_RESIZABLE)) != 0;
}

void
tl_canvas_select_all (TlCanvas *self)
{
  g_auto (TlSelection) next = { 0 };
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (self->scene == NULL || !self->editable)
    return;

  tl_selection_init (&next);
  next.primary = self->selected >= 0 ? self->selection.primary : TL_NO_ITEM;
  for (guint32 i = 0; i < tl_scene_get_n_nodes (self->scene); i++)
    if (tl_canvas_may_edit (self, i))
      g_array_append_val (nodes, i);
  tl_selection_add (&next, next.primary);
  tl_selection_add_nodes (&next, nodes);
  tl_canvas_set_selection (self, &next);
}

const char *
tl_canvas_get_selected_key (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  return self->selected_key;
}

void
tl_canvas_set_selected_key (TlCanvas   *self,
                            const char *key)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  tl_canvas_select (self, self->scene != NULL ? tl_item_find (self->scene, key) : TL_NO_ITEM);
}

static void
append_key (TlCanvas     *self,
            GStrvBuilder *builder,
            TlItem        item)
{
  if (!tl_item_equal (item, self->selection.primary))
    g_strv_builder_add (builder, tl_item_get_key (self->scene, item));
}

char **
tl_canvas_list_selected_keys (TlCanvas *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TL_IS_CANVAS (self), NULL);

  if (self->selected_key != NULL)
    g_strv_builder_add (builder, self->selected_key);
  for (guint i = 0; i < self->selection.nodes->len; i++)
    append_key (self, builder, (TlItem) { TL_ITEM_NODE, g_array_index (self->selection.nodes, guint32, i) });
  for (guint i = 0; i < self->selection.edges->len; i++)
    append_key (self, builder, (TlItem) { TL_ITEM_EDGE, g_array_index (self->selection.edges, guint32, i) });

  return g_strv_builder_end (builder);
}

void
tl_canvas_set_selected_keys (TlCanvas          *self,
                             const char *const *keys)
{
  g_auto (TlSelection) next = { 0 };

  g_return_if_fail (TL_IS_CANVAS (self) && keys != NULL);

  tl_selection_init (&next);
  for (guint i = 0; self->scene != NULL && keys[i] != NULL; i++)
    {
      TlItem item = tl_item_find (self->scene, keys[i]);
      TlItem primary = next.primary;

      if (!tl_canvas_may_select (self, item) || (!self->editable && primary.kind != TL_ITEM_NONE))
        continue;
      tl_selection_add (&next, item);
      /* The first one. */
      if (primary.kind != TL_ITEM_NONE)
        next.primary = primary;
    }
  tl_canvas_set_selection (self, &next);
}
