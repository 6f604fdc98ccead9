/* tl-across-group.c: a name that is used in projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-across-group.h"

struct _TlAcrossGroup
{
  GObject  parent_instance;

  char    *name;
  guint    n_projects;
  guint    n_things;
};

G_DEFINE_FINAL_TYPE (TlAcrossGroup, tl_across_group, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_N_PROJECTS,
  PROP_N_THINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tl_across_group_finalize (GObject *object)
{
  g_free (TL_ACROSS_GROUP (object)->name);

  G_OBJECT_CLASS (tl_across_group_parent_class)->finalize (object);
}

static void
tl_across_group_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlAcrossGroup *self = TL_ACROSS_GROUP (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_N_PROJECTS:
      g_value_set_uint (value, self->n_projects);
      break;
    case PROP_N_THINGS:
      g_value_set_uint (value, self->n_things);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_across_group_class_init (TlAcrossGroupClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_across_group_finalize;
  object_class->get_property = tl_across_group_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_N_PROJECTS] = g_param_spec_uint ("n-projects", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_THINGS] = g_param_spec_uint ("n-things", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_across_group_init (TlAcrossGroup *self)
{
}

TlAcrossGroup *
tl_across_group_new (const char *name,
                     guint       n_projects,
                     guint       n_things)
{
  TlAcrossGroup *self = g_object_new (TL_TYPE_ACROSS_GROUP, NULL);

  self->name = g_strdup (name);
  self->n_projects = n_projects;
  self->n_things = n_things;
  return self;
}

const char *
tl_across_group_get_name (TlAcrossGroup *self)
{
  g_return_val_if_fail (TL_IS_ACROSS_GROUP (self), NULL);

  return self->name;
}

guint
tl_across_group_get_n_projects (TlAcrossGroup *self)
{
  g_return_val_if_fail (TL_IS_ACROSS_GROUP (self), 0);

  return self->n_projects;
}

guint
tl_across_group_get_n_things (TlAcrossGroup *self)
{
  g_return_val_if_fail (TL_IS_ACROSS_GROUP (self), 0);

  return self->n_things;
}
