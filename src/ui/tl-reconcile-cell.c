/* tl-reconcile-cell.c: a difference in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-reconcile-cell.h"

#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlReconcileCell
{
  GtkWidget        parent_instance;

  TlReconcileItem *item;
  GBinding        *binding;

  GtkWidget       *content;
  GtkImage        *icon;
  GtkLabel        *title;
  GtkLabel        *text;
  GtkLabel        *kind;
  GtkWidget       *check;
};

G_DEFINE_FINAL_TYPE (TlReconcileCell, tl_reconcile_cell, GTK_TYPE_WIDGET)

static const char *
get_icon (TlDifferenceKind kind)
{
  static const char *const icons[TL_N_DIFFERENCE_KINDS] = {
    [TL_DIFFERENCE_MATCHING] = "object-select-symbolic",
    [TL_DIFFERENCE_VERSION] = "view-refresh-symbolic",
    [TL_DIFFERENCE_MISSING] = "list-remove-symbolic",
    [TL_DIFFERENCE_UNEXPECTED] = "dialog-warning-symbolic",
  };

  return icons[kind];
}

/* "Different version: version 15 is desired, 16.2 runs." and what accepting it does. */
static char *
create_text (const TlDifference *difference)
{
  g_autofree char *text = tl_difference_create_text (difference);
  g_autofree char *effect = tl_difference_create_effect (difference);

  /* Translators: what differs, and on a new line what is done about it; the arrow points onwards,
   * in languages that are written from right to left to the left: ← */
  return effect != NULL ? g_strdup_printf (C_("difference", "%1$s\n→ %2$s"), text, effect) : g_steal_pointer (&text);
}

static void
show_item (TlReconcileCell *self,
           TlReconcileItem *item)
{
  const TlDifference *difference = tl_reconcile_item_get_difference (item);
  g_autofree char *title = tl_reconcile_item_create_title (item);
  g_autofree char *text = create_text (difference);

  gtk_image_set_from_icon_name (self->icon, get_icon (difference->kind));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->kind, tl_difference_kind_get_label (difference->kind));
  gtk_widget_set_visible (self->check, difference->changes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
tl_reconcile_cell_dispose (GObject *object)
{
  TlReconcileCell *self = TL_RECONCILE_CELL (object);

  tl_reconcile_cell_bind (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_reconcile_cell_parent_class)->dispose (object);
}

static void
tl_reconcile_cell_class_init (TlReconcileCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_reconcile_cell_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-reconcile-cell.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlReconcileCell, content);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileCell, icon);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileCell, title);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileCell, text);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileCell, kind);
  gtk_widget_class_bind_template_child (widget_class, TlReconcileCell, check);
}

static void
tl_reconcile_cell_init (TlReconcileCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tl_reconcile_cell_new (void)
{
  return g_object_new (TL_TYPE_RECONCILE_CELL, NULL);
}

void
tl_reconcile_cell_bind (TlReconcileCell *self,
                        TlReconcileItem *item)
{
  g_return_if_fail (TL_IS_RECONCILE_CELL (self));
  g_return_if_fail (item == NULL || TL_IS_RECONCILE_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;
  g_clear_pointer (&self->binding, g_binding_unbind);
  if (item == NULL)
    return;
  show_item (self, item);
  self->binding = g_object_bind_property (item, "accepted", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
