/* tl-reconcile-item.c: a difference that is accepted or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-reconcile-item.h"

#include "project/tl-edit.h"

#include <glib/gi18n.h>

struct _TlReconcileItem
{
  GObject       parent_instance;

  TlDifference *difference;
  gboolean      accepted;
};

G_DEFINE_FINAL_TYPE (TlReconcileItem, tl_reconcile_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCEPTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tl_reconcile_item_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCEPTED:
      g_value_set_boolean (value, tl_reconcile_item_get_accepted (TL_RECONCILE_ITEM (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_reconcile_item_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ACCEPTED:
      tl_reconcile_item_set_accepted (TL_RECONCILE_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_reconcile_item_class_init (TlReconcileItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_reconcile_item_get_property;
  object_class->set_property = tl_reconcile_item_set_property;

  properties[PROP_ACCEPTED] = g_param_spec_boolean ("accepted", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_reconcile_item_init (TlReconcileItem *self)
{
}

TlReconcileItem *
tl_reconcile_item_new (TlDifference *difference)
{
  TlReconcileItem *self = g_object_new (TL_TYPE_RECONCILE_ITEM, NULL);

  self->difference = difference;
  self->accepted = difference->changes;
  return self;
}

TlDifference *
tl_reconcile_item_get_difference (TlReconcileItem *self)
{
  g_return_val_if_fail (TL_IS_RECONCILE_ITEM (self), NULL);

  return self->difference;
}

gboolean
tl_reconcile_item_get_accepted (TlReconcileItem *self)
{
  g_return_val_if_fail (TL_IS_RECONCILE_ITEM (self), FALSE);

  return self->accepted;
}

void
tl_reconcile_item_set_accepted (TlReconcileItem *self,
                                gboolean         accepted)
{
  g_return_if_fail (TL_IS_RECONCILE_ITEM (self));

  accepted = accepted && self->difference->changes;
  if (self->accepted == accepted)
    return;
  self->accepted = accepted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCEPTED]);
}

char *
tl_reconcile_item_create_title (TlReconcileItem *self)
{
  const TlDifference *difference;
  const char *kind;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_RECONCILE_ITEM (self), NULL);

  difference = self->difference;
  kind = difference->as != NULL ? tl_element_kind_get_name (difference->as) : NULL;
  name = difference->element != NULL ? tl_edit_create_title (difference->element) : g_strdup (difference->item->name);
  return kind != NULL ? g_strdup_printf (_("%1$s (%2$s)"), name, kind) : g_steal_pointer (&name);
}
