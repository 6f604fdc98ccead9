/* tl-preferences.c: what a user can have their own way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-preferences.h"

#include "ui/tl-settings.h"

struct _TlPreferences
{
  AdwPreferencesWindow  parent_instance;

  AdwComboRow          *style;
  AdwComboRow          *edition;
  GtkSwitch            *minimap;
};

G_DEFINE_FINAL_TYPE (TlPreferences, tl_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' lists. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const editions[] = { "2.1", "3.0", NULL };

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

static void
tl_preferences_class_init (TlPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, edition);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, minimap);
}

static void
tl_preferences_init (TlPreferences *self)
{
  GSettings *settings = tl_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));

  if (settings == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->style), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->edition), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->minimap), FALSE);
      return;
    }
  g_settings_bind_with_mapping (settings, "style-scheme", self->style, "selected",
                                G_SETTINGS_BIND_DEFAULT, to_position, to_token,
                                (gpointer) styles, NULL);
  g_settings_bind_with_mapping (settings, "default-edition", self->edition, "selected",
                                G_SETTINGS_BIND_DEFAULT, to_position, to_token,
                                (gpointer) editions, NULL);
  g_settings_bind (settings, "minimap-visible", self->minimap, "active", G_SETTINGS_BIND_DEFAULT);
}

GtkWidget *
tl_preferences_new (void)
{
  return g_object_new (TL_TYPE_PREFERENCES, NULL);
}

void
tl_preferences_show (TlPreferences *self,
                     const char    *name)
{
  const struct
  {
    const char *name;
    gpointer    widget;
  } rows[] = {
    { "style", self->style },
    { "edition", self->edition },
    { "minimap", self->minimap },
  };

  g_return_if_fail (TL_IS_PREFERENCES (self));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      gtk_widget_grab_focus (rows[i].widget);
}
