/* tl-pick.c: one of many things to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-pick.h"

#include <string.h>

struct _TlPick
{
  GObject  parent_instance;

  char    *key;
  char    *title;
  char    *detail;
  char    *icon_name;
  gboolean is_new;
};

G_DEFINE_FINAL_TYPE (TlPick, tl_pick, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tl_pick_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  TlPick *self = TL_PICK (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_pick_finalize (GObject *object)
{
  TlPick *self = TL_PICK (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->icon_name);

  G_OBJECT_CLASS (tl_pick_parent_class)->finalize (object);
}

static void
tl_pick_class_init (TlPickClass *klass)
{
  static const char *const names[] = { [PROP_TITLE] = "title", [PROP_DETAIL] = "detail", [PROP_ICON_NAME] = "icon-name" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_pick_get_property;
  object_class->finalize = tl_pick_finalize;

  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_pick_init (TlPick *self)
{
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

TlPick *
tl_pick_new (const char *key,
             const char *title,
             const char *detail,
             const char *icon_name)
{
  TlPick *self = g_object_new (TL_TYPE_PICK, NULL);

  self->key = dup_or_empty (key);
  self->title = dup_or_empty (title);
  self->detail = dup_or_empty (detail);
  self->icon_name = dup_or_empty (icon_name);
  return self;
}

const char *
tl_pick_get_key (TlPick *self)
{
  g_return_val_if_fail (TL_IS_PICK (self), NULL);

  return self->key;
}

gboolean
tl_pick_is_new (TlPick *self)
{
  g_return_val_if_fail (TL_IS_PICK (self), FALSE);

  return self->is_new;
}

void
tl_pick_set_new (TlPick   *self,
                 gboolean  is_new)
{
  g_return_if_fail (TL_IS_PICK (self));

  self->is_new = is_new;
}

char **
tl_pick_split (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static gboolean
begins_word (const char *text,
             const char *word)
{
  const char *found = text;

  while ((found = strstr (found, word)) != NULL)
    {
      if (found == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
        return TRUE;
      found++;
    }
  return FALSE;
}

gboolean
tl_pick_matches (TlPick            *self,
                 const char *const *words)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (TL_IS_PICK (self), FALSE);

  text = g_strdup_printf ("%s\n%s", self->title, self->detail);
  folded = g_utf8_casefold (text, -1);
  for (; *words != NULL; words++)
    if (!begins_word (folded, *words))
      return FALSE;
  return TRUE;
}
