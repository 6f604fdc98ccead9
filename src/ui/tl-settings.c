/* tl-settings.c: what the program remembers of its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-settings.h"

#include <locale.h>

static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TL_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
tl_settings_get (void)
{
  static GSettings *settings;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      settings = create_settings ();
      g_once_init_leave (&once, 1);
    }
  return settings;
}

gboolean
tl_settings_get_boolean (const char *key,
                         gboolean    fallback)
{
  GSettings *settings = tl_settings_get ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

int
tl_settings_get_int (const char *key,
                     int         fallback)
{
  GSettings *settings = tl_settings_get ();

  return settings != NULL ? g_settings_get_int (settings, key) : fallback;
}

char *
tl_settings_dup_string (const char *key,
                        const char *fallback)
{
  GSettings *settings = tl_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup (fallback);
}

void
tl_settings_set_boolean (const char *key,
                         gboolean    value)
{
  if (tl_settings_get () != NULL)
    g_settings_set_boolean (tl_settings_get (), key, value);
}

void
tl_settings_set_int (const char *key,
                     int         value)
{
  if (tl_settings_get () != NULL)
    g_settings_set_int (tl_settings_get (), key, value);
}

void
tl_settings_set_string (const char *key,
                        const char *value)
{
  if (tl_settings_get () != NULL)
    g_settings_set_string (tl_settings_get (), key, value);
}

char *
tl_settings_dup_local_currency (void)
{
  /* Three letters, and what stands between them and an amount. */
  const char *symbol = localeconv ()->int_curr_symbol;

  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isupper (symbol[i]))
      return NULL;
  return g_strndup (symbol, 3);
}

char *
tl_settings_dup_currency (void)
{
  g_autofree char *chosen = tl_settings_dup_string ("currency", "");

  return *chosen != '\0' ? g_steal_pointer (&chosen) : tl_settings_dup_local_currency ();
}

static gboolean
to_position (GValue   *value,
             GVariant *variant,
             gpointer  user_data)
{
  const char *const *tokens = user_data;

  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_str_equal (tokens[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
to_token (const GValue       *value,
          const GVariantType *type,
          gpointer            user_data)
{
  const char *const *tokens = user_data;
  guint position = g_value_get_uint (value);

  return position < g_strv_length ((char **) tokens) ? g_variant_new_string (tokens[position])
                                                     : NULL;
}

void
tl_settings_bind (const char *key,
                  gpointer    object,
                  const char *property)
{
  if (tl_settings_get () != NULL)
    g_settings_bind (tl_settings_get (), key, object, property, G_SETTINGS_BIND_DEFAULT);
}

void
tl_settings_bind_choice (const char        *key,
                         gpointer           object,
                         const char *const *tokens,
                         GDestroyNotify     destroy)
{
  if (tl_settings_get () != NULL)
    g_settings_bind_with_mapping (tl_settings_get (), key, object, "selected", G_SETTINGS_BIND_DEFAULT, to_position, to_token,
                                  (gpointer) tokens, destroy);
  else if (destroy != NULL)
    destroy ((gpointer) tokens);
}
