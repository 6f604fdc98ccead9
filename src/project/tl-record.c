/* tl-record.c: one thing of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-record.h"

#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlRecord, tl_record, G_TYPE_OBJECT)

#define BIT(field) ((guint32) 1 << (field))

static const TlRecordType *
get_type (TlRecord *self)
{
  return TL_RECORD_GET_CLASS (self)->type;
}

static const char *
skip_values (const char *p,
             guint       n)
{
  for (; n > 0; n--)
    p += strlen (p) + 1;
  return p;
}

/* Where the value of @field is or would be. */
static const char *
find_value (TlRecordPrivate *priv,
            guint            field)
{
  return skip_values (priv->packed, __builtin_popcount (priv->set & (BIT (field) - 1)));
}

/* Whether facts may be put in without a transaction. */
static gboolean
is_being_made (TlRecord *self)
{
  TlRecord *root = tl_record_get_root (self);
  TlRecordPrivate *priv = tl_record_get_instance_private (root);

  if (TL_IS_PROJECT (root))
    return !tl_project_is_sealed (TL_PROJECT (root));
  return !priv->kept;
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
  TlRecordPrivate *priv = tl_record_get_instance_private (self);

  if (priv->extras != NULL)
    for (guint i = 0; i < get_type (self)->n_lists; i++)
      tl_children_clear (&priv->extras->lists[i]);

  G_OBJECT_CLASS (tl_record_parent_class)->dispose (object);
}

static void
tl_record_finalize (GObject *object)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (TL_RECORD (object));

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
  g_return_if_fail (type != NULL && type->n_fields <= 32 && type->id_field <= 0);

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
        klass->required |= BIT (i);
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

TlRecordPrivate *
tl_record_get_private (TlRecord *self)
{
  return tl_record_get_instance_private (self);
}

TlRecord *
tl_record_get_root (TlRecord *self)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (self);

  while (priv->owner != NULL)
    {
      self = priv->owner->parent;
      priv = tl_record_get_instance_private (self);
    }
  return self;
}

/* Index of ids {{{1 */

gpointer
tl_record_get_id_key (TlRecord *self)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (self);

  if (get_type (self)->id_field < 0 || (priv->set & 1) == 0)
    return NULL;
  return &priv->packed;
}

TlRecord *
tl_record_from_id_key (gpointer key)
{
  return (TlRecord *) ((guint8 *) key - G_STRUCT_OFFSET (TlRecordPrivate, packed) - TlRecord_private_offset);
}

/* Ids come from files, so what they hash to has to differ from run to run. */
guint
tl_record_hash_id_key (gconstpointer key)
{
  static gsize seed;
  const guchar *p = *(const guchar *const *) key;
  guint64 hash;

  if (g_once_init_enter (&seed))
    g_once_init_leave (&seed, (gsize) g_random_int () << 1 | 1);

  hash = seed;
  for (; *p != '\0'; p++)
    {
      hash = (hash ^ *p) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 29;
    }
  return (guint) (hash >> 32 ^ hash);
}

gboolean
tl_record_equal_id_keys (gconstpointer a,
                         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b) == 0;
}

/* Values {{{1 */

const char *
tl_record_get (TlRecord *self,
               guint     field)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < get_type (self)->n_fields, NULL);

  priv = tl_record_get_instance_private (self);
  return priv->set & BIT (field) ? find_value (priv, field) : NULL;
}

int
tl_record_get_integer (TlRecord *self,
                       guint     field,
                       int       fallback)
{
  const char *value = tl_record_get (self, field);

  return value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), G_MININT, G_MAXINT) : fallback;
}

double
tl_record_get_number (TlRecord *self,
                      guint     field,
                      double    fallback)
{
  const char *value = tl_record_get (self, field);

  return value != NULL ? g_ascii_strtod (value, NULL) : fallback;
}

const char *
tl_record_get_id (TlRecord *self)
{
  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  return get_type (self)->id_field < 0 ? NULL : tl_record_get (self, 0);
}

const char *
tl_record_get_name (TlRecord *self)
{
  const char *name = NULL;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  if (get_type (self)->name_field >= 0)
    name = tl_record_get (self, get_type (self)->name_field);
  return name != NULL ? name : "";
}

/* @value may be part of what is replaced. */
void
tl_record_store (TlRecord   *self,
                 guint       field,
                 const char *value)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (self);
  guint n_after = __builtin_popcount (priv->set & ~(BIT (field) | (BIT (field) - 1)));
  const char *place = find_value (priv, field);
  const char *rest = priv->set & BIT (field) ? place + strlen (place) + 1 : place;
  gsize before = place - priv->packed;
  gsize after = skip_values (rest, n_after) - rest;
  gsize length = value != NULL && *value != '\0' ? strlen (value) + 1 : 0;
  char *packed = NULL;

  if (before + length + after > 0)
    {
      packed = g_malloc (before + length + after);
      if (before > 0)
        memcpy (packed, priv->packed, before);
      if (length > 0)
        memcpy (packed + before, value, length);
      if (after > 0)
        memcpy (packed + before + length, rest, after);
    }

  g_free (priv->packed);
  priv->packed = packed;
  if (length > 0)
    priv->set |= BIT (field);
  else
    priv->set &= ~BIT (field);
}

gboolean
tl_record_check_required (TlRecord  *self,
                          GError   **error)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (self);
  guint32 missing = TL_RECORD_GET_CLASS (self)->required & ~priv->set;

  if (G_LIKELY (missing == 0))
    return TRUE;
  return tl_field_check (&get_type (self)->fields[__builtin_ctz (missing)], NULL, error);
}

gboolean
tl_record_fill (TlRecord    *self,
                guint        field,
                const char  *value,
                GError     **error)
{
  gboolean is_id;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field < get_type (self)->n_fields, FALSE);
  g_return_val_if_fail (is_being_made (self), FALSE);

  if (!tl_field_check (&get_type (self)->fields[field], value, error))
    return FALSE;

  is_id = get_type (self)->id_field == (int) field;
  if (!is_id || tl_record_get_project (self) == NULL)
    {
      tl_record_store (self, field, value);
      return TRUE;
    }

  /* An id that is in use stays. Only the root can be without one here. */
  if (tl_record_get_id (self) != NULL)
    {
      g_return_val_if_fail (strcmp (tl_record_get_id (self), value) == 0, FALSE);
      return TRUE;
    }
  return tl_project_fill_id (TL_PROJECT (self), value, error);
}

static gboolean
check_all (TlRecord           *self,
           const char *const  *values,
           gsize              *size,
           GError            **error)
{
  const TlRecordType *type = get_type (self);

  *size = 0;
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!tl_field_check (&type->fields[i], values[i], error))
        {
          g_prefix_error (error, "%s: ", tl_field_get_label (&type->fields[i]));
          return FALSE;
        }
      if (values[i] != NULL && values[i][0] != '\0')
        *size += strlen (values[i]) + 1;
    }
  return TRUE;
}

gboolean
tl_record_fill_all (TlRecord           *self,
                    const char *const  *values,
                    GError            **error)
{
  TlRecordPrivate *priv;
  guint32 set = 0;
  g_autofree char *packed = NULL;
  char *end;
  gsize size;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (values != NULL, FALSE);
  g_return_val_if_fail (is_being_made (self), FALSE);

  if (!check_all (self, values, &size, error))
    return FALSE;

  /* The index knows the id of what is in a project. */
  if (get_type (self)->id_field == 0 && tl_record_get_project (self) != NULL
      && !tl_record_fill (self, 0, values[0], error))
    return FALSE;

  priv = tl_record_get_instance_private (self);
  packed = end = size > 0 ? g_malloc (size) : NULL;
  for (guint i = 0; i < get_type (self)->n_fields; i++)
    if (values[i] != NULL && values[i][0] != '\0')
      {
        gsize length = strlen (values[i]) + 1;

        memcpy (end, values[i], length);
        end += length;
        set |= BIT (i);
      }

  g_free (priv->packed);
  priv->packed = g_steal_pointer (&packed);
  priv->set = set;
  return TRUE;
}

/* Place {{{1 */

TlChildren *
tl_record_get_children (TlRecord *self,
                        guint     list)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (self);

  return priv->extras != NULL ? &priv->extras->lists[list] : NULL;
}

static TlExtras *
ensure_extras (TlRecord *self)
{
  TlRecordPrivate *priv = tl_record_get_instance_private (self);
  guint n_lists = get_type (self)->n_lists;

  if (priv->extras == NULL)
    {
      priv->extras = g_malloc0 (sizeof (TlExtras) + n_lists * sizeof (TlChildren));
      for (guint i = 0; i < n_lists; i++)
        {
          priv->extras->lists[i].parent = self;
          priv->extras->lists[i].list = i;
        }
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

  priv = tl_record_get_instance_private (self);
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

  priv = tl_record_get_instance_private (self);
  return priv->owner != NULL ? priv->owner->parent : NULL;
}

int
tl_record_get_position (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), -1);

  priv = tl_record_get_instance_private (self);
  return priv->owner != NULL ? (int) tl_children_find (priv->owner, self) : -1;
}

guint
tl_record_get_list_number (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), 0);

  priv = tl_record_get_instance_private (self);
  return priv->owner != NULL ? priv->owner->list : 0;
}

TlProject *
tl_record_get_project (TlRecord *self)
{
  TlRecord *root;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  root = tl_record_get_root (self);
  return TL_IS_PROJECT (root) ? TL_PROJECT (root) : NULL;
}

gboolean
tl_record_adopt (TlRecord    *self,
                 guint        list,
                 TlRecord    *child,
                 GError     **error)
{
  g_autoptr(TlRecord) owned = child;
  TlChildren *children;
  TlProject *project;

  g_return_val_if_fail (TL_IS_RECORD (self) && TL_IS_RECORD (child), FALSE);
  g_return_val_if_fail (list < get_type (self)->n_lists, FALSE);
  g_return_val_if_fail (get_type (self)->lists[list].type == get_type (child), FALSE);
  g_return_val_if_fail (tl_record_get_parent (child) == NULL && is_being_made (child), FALSE);
  g_return_val_if_fail (is_being_made (self), FALSE);

  project = tl_record_get_project (self);
  if (project != NULL && !tl_project_admit (project, child, error))
    return FALSE;

  children = tl_record_ensure_children (self, list);
  tl_children_insert (children, children->n, g_steal_pointer (&owned));
  return TRUE;
}

/* What this version does not know {{{1 */

const TlUnknown *
tl_record_get_unknown (TlRecord *self)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  priv = tl_record_get_instance_private (self);
  return priv->extras != NULL ? priv->extras->unknown : NULL;
}

void
tl_record_take_unknown (TlRecord  *self,
                        TlUnknown *unknown)
{
  TlExtras *extras;

  g_return_if_fail (TL_IS_RECORD (self));
  g_return_if_fail (is_being_made (self));

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
