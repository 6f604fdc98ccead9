/* tl-record.c: one thing of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-record.h"

#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlRecord, tl_record, G_TYPE_OBJECT)

int tl_record_private_offset;

static const TlRecordType *
get_type (TlRecord *self)
{
  return TL_RECORD_GET_CLASS (self)->type;
}

static gboolean
is_project (TlRecord *self)
{
  return get_type (self) == &tl_project_type;
}

static gboolean
root_is_being_made (TlRecord *root)
{
  if (is_project (root))
    return !tl_project_is_sealed ((TlProject *) root);
  return !tl_record_get_private (root)->kept;
}

/* Whether facts may be put in without a transaction. */
gboolean
tl_record_is_being_made (TlRecord *self)
{
  return root_is_being_made (tl_record_get_root (self));
}

static void
tl_record_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlRecord *self = TL_RECORD (object);

  if (id < 1 || id > get_type (self)->n_fields)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_value_set_string (value, tl_record_get (self, id - 1));
}

static void
tl_record_dispose (GObject *object)
{
  TlRecord *self = TL_RECORD (object);
  TlRecordPrivate *priv = tl_record_get_private (self);

  if (priv->extras != NULL)
    for (guint i = 0; i < get_type (self)->n_lists; i++)
      tl_children_clear (&priv->extras->lists[i]);

  G_OBJECT_CLASS (tl_record_parent_class)->dispose (object);
}

static void
tl_record_finalize (GObject *object)
{
  TlRecordPrivate *priv = tl_record_get_private (TL_RECORD (object));

  g_free (priv->packed);
  if (priv->extras != NULL)
    {
      tl_unknown_free (priv->extras->unknown);
      g_free (priv->extras);
    }

  G_OBJECT_CLASS (tl_record_parent_class)->finalize (object);
}

static void
tl_record_class_init (TlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  tl_record_private_offset = g_type_class_get_instance_private_offset (klass);

  object_class->dispose = tl_record_dispose;
  object_class->finalize = tl_record_finalize;
}

static void
tl_record_init (TlRecord *self)
{
}

void
tl_record_class_set_type (TlRecordClass      *klass,
                          const TlRecordType *type)
{
  g_return_if_fail (TL_IS_RECORD_CLASS (klass));
  g_return_if_fail (type != NULL && type->n_fields <= 32 && type->n_lists <= 16 && type->id_field <= 0);

  G_OBJECT_CLASS (klass)->get_property = tl_record_get_property; /* not inherited */
  klass->type = type;
  klass->required = 0;
  klass->properties = g_new0 (GParamSpec *, type->n_fields + 1);
  for (guint i = 0; i < type->n_fields; i++)
    {
      klass->properties[i] =
        g_param_spec_string (type->fields[i].name, NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->properties[i]);
      if (type->fields[i].required)
        klass->required |= TL_RECORD_BIT (i);
      if (tl_record_holds_tokens (&type->fields[i]))
        klass->tokens |= TL_RECORD_BIT (i);
      if (type->fields[i].kind >= TL_FIELD_EDITION)
        klass->references |= TL_RECORD_BIT (i);
    }
}

TlRecord *
tl_record_new (const TlRecordType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return g_object_new (type->get_type (), NULL);
}

const TlRecordType *
tl_record_get_record_type (TlRecord *self)
{
  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  return get_type (self);
}

TlRecord *
tl_record_get_root (TlRecord *self)
{
  TlRecordPrivate *priv = tl_record_get_private (self);

  while (priv->owner != NULL)
    {
      self = tl_children_get_parent (priv->owner);
      priv = tl_record_get_private (self);
    }
  return self;
}

/* Place */

TlChildren *
tl_record_get_children (TlRecord *self,
                        guint     list)
{
  TlRecordPrivate *priv = tl_record_get_private (self);

  return priv->extras != NULL ? &priv->extras->lists[list] : NULL;
}

static TlExtras *
ensure_extras (TlRecord *self)
{
  TlRecordPrivate *priv = tl_record_get_private (self);
  guint n_lists = get_type (self)->n_lists;

  if (priv->extras == NULL)
    {
      priv->extras = g_malloc0 (sizeof (TlExtras) + n_lists * sizeof (TlChildren));
      priv->extras->record = self;
      for (guint i = 0; i < n_lists; i++)
        priv->extras->lists[i].list = i;
    }
  return priv->extras;
}

TlChildren *
tl_record_ensure_children (TlRecord *self,
                           guint     list)
{
  return &ensure_extras (self)->lists[list];
}

TlRecordList *
tl_record_get_list (TlRecord *self,
                    guint     list)
{
  g_return_val_if_fail (TL_IS_RECORD (self), NULL);
  g_return_val_if_fail (list < get_type (self)->n_lists, NULL);

  return tl_children_get_model (tl_record_ensure_children (self, list));
}

guint
tl_record_get_n_items (TlRecord *self,
                       guint     list)
{
  TlChildren *children;

  g_return_val_if_fail (TL_IS_RECORD (self), 0);
  g_return_val_if_fail (list < get_type (self)->n_lists, 0);

  children = tl_record_get_children (self, list);
  return children != NULL ? children->n : 0;
}

TlRecord *
tl_record_get_child (TlRecord *self,
                     guint     list,
                     guint     position)
{
  TlChildren *children;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);
  g_return_val_if_fail (list < get_type (self)->n_lists, NULL);

  children = tl_record_get_children (self, list);
  return children != NULL && position < children->n ? tl_children_get (children, position) : NULL;
}

gboolean
tl_record_foreach (TlRecord     *self,
                   TlRecordFunc  func,
                   gpointer      user_data)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!func (self, user_data))
    return FALSE;

  priv = tl_record_get_private (self);
  if (priv->extras != NULL)
    for (guint i = 0; i < get_type (self)->n_lists; i++)
      for (guint j = 0; j < priv->extras->lists[i].n; j++)
        if (!tl_record_foreach (tl_children_get (&priv->extras->lists[i], j), func, user_data))
          return FALSE;
  return TRUE;
}

TlRecord *
tl_record_get_parent (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  priv = tl_record_get_private (self);
  return priv->owner != NULL ? tl_children_get_parent (priv->owner) : NULL;
}

int
tl_record_get_position (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), -1);

  priv = tl_record_get_private (self);
  return priv->owner != NULL ? (int) tl_children_find (priv->owner, self) : -1;
}

guint
tl_record_get_list_number (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), 0);

  priv = tl_record_get_private (self);
  return priv->owner != NULL ? priv->owner->list : 0;
}

TlProject *
tl_record_get_project (TlRecord *self)
{
  TlRecord *root;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  root = tl_record_get_root (self);
  return is_project (root) ? (TlProject *) root : NULL;
}

gboolean
tl_record_adopt (TlRecord    *self,
                 guint        list,
                 TlRecord    *child,
                 GError     **error)
{
  g_autoptr(TlRecord) owned = child;
  TlChildren *children;
  TlRecord *root;

  g_return_val_if_fail (TL_IS_RECORD (self) && TL_IS_RECORD (child), FALSE);
  g_return_val_if_fail (list < get_type (self)->n_lists, FALSE);
  g_return_val_if_fail (get_type (self)->lists[list].type == get_type (child), FALSE);
  g_return_val_if_fail (tl_record_get_private (child)->owner == NULL && root_is_being_made (child), FALSE);

  root = tl_record_get_root (self);
  g_return_val_if_fail (root_is_being_made (root), FALSE);
  if (is_project (root) && !tl_project_admit ((TlProject *) root, child, error))
    return FALSE;

  children = tl_record_ensure_children (self, list);
  tl_children_insert (children, children->n, g_steal_pointer (&owned));
  return TRUE;
}

/* What this version does not know */

const TlUnknown *
tl_record_get_unknown (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  priv = tl_record_get_private (self);
  return priv->extras != NULL ? priv->extras->unknown : NULL;
}

void
tl_record_take_unknown (TlRecord  *self,
                        TlUnknown *unknown)
{
  TlExtras *extras;

  g_return_if_fail (TL_IS_RECORD (self));
  g_return_if_fail (tl_record_is_being_made (self));

  extras = ensure_extras (self);
  tl_unknown_free (extras->unknown);
  extras->unknown = unknown;
}

void
tl_unknown_free (TlUnknown *unknown)
{
  if (unknown == NULL)
    return;
  g_free (unknown->attributes);
  g_free (unknown->content);
  g_free (unknown->leading);
  g_free (unknown);
}
