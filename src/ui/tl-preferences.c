/* tl-preferences.c: what a user can have their own way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-preferences.h"

#include "ui/tl-label.h"
#include "ui/tl-settings.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"

#include <glib/gi18n.h>

struct _TlPreferences
{
  AdwPreferencesWindow  parent_instance;

  AdwComboRow          *style;
  AdwComboRow          *edition;
  GtkSwitch            *minimap;
  GtkSwitch            *restore;
  AdwComboRow          *currency;
  GtkSwitch            *snap_to_grid;
  GtkSpinButton        *grid_size;
  GtkSwitch            *snap_to_neighbours;
};

G_DEFINE_FINAL_TYPE (TlPreferences, tl_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' lists. */
static const char *const styles[] = { "system", "light", "dark", NULL };
static const char *const editions[] = { "2.1", "3.0", NULL };

/* Currency {{{1 */

/* What is dealt in most; ISO 4217. */
static const char *const known_currencies[] = {
  "AED", "ARS", "AUD", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD",
  "HUF", "IDR", "ILS", "INR", "ISK", "JOD", "JPY", "KES", "KRW", "KWD", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "OMR",
  "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD", "UAH", "USD", "VND",
  "ZAR", NULL,
};

/* "" and the codes; one that was chosen by other means has a place, too. */
static GStrv
create_currencies (const char *chosen)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "");
  g_strv_builder_addv (builder, (const char **) known_currencies);
  if (*chosen != '\0' && !g_strv_contains (known_currencies, chosen))
    g_strv_builder_add (builder, chosen);
  return g_strv_builder_end (builder);
}

/* Returns: (transfer full): in the order of the row's list; the first is that of the country */
static GStrv
fill_currencies (TlPreferences *self)
{
  GStrv currencies;
  g_autofree char *chosen = tl_settings_dup_string ("currency", "");
  g_autofree char *local = tl_settings_dup_local_currency ();
  g_autofree char *first = NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  /* Translators: the currency; %s is the code of that of the country, such as EUR */
  first = local != NULL ? g_strdup_printf (_("Like the system (%s)"), local) : g_strdup (_("Like the system"));
  gtk_string_list_append (list, first);
  currencies = create_currencies (chosen);
  for (guint i = 1; currencies[i] != NULL; i++)
    gtk_string_list_append (list, currencies[i]);
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (list));
  return currencies;
}

/* Object {{{1 */

static void
tl_preferences_class_init (TlPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-preferences.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, edition);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, minimap);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, restore);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, currency);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, snap_to_grid);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, grid_size);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, snap_to_neighbours);
}

static void
tl_preferences_init (TlPreferences *self)
{
  g_auto (GStrv) currencies = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_scale (GTK_WINDOW (self));
  currencies = fill_currencies (self);
  tl_label_keep_value (self->currency);

  /* Nothing would come of a choice. */
  if (tl_settings_get () == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->style), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->edition), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->minimap), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->restore), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->currency), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->snap_to_grid), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->grid_size), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->snap_to_neighbours), FALSE);
      return;
    }
  tl_settings_bind_choice ("style-scheme", self->style, styles, NULL);
  tl_settings_bind_choice ("default-edition", self->edition, editions, NULL);
  tl_settings_bind_choice ("currency", self->currency, (const char *const *) g_steal_pointer (&currencies),
                           (GDestroyNotify) g_strfreev);
  tl_settings_bind ("minimap-visible", self->minimap, "active");
  tl_settings_bind ("restore-session", self->restore, "active");
  tl_settings_bind ("snap-to-grid", self->snap_to_grid, "active");
  tl_settings_bind ("grid-size", self->grid_size, "value");
  tl_settings_bind ("snap-to-neighbours", self->snap_to_neighbours, "active");
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
    { "restore", self->restore },
    { "currency", self->currency },
    { "snap-to-grid", self->snap_to_grid },
    { "grid-size", self->grid_size },
    { "snap-to-neighbours", self->snap_to_neighbours },
  };

  g_return_if_fail (TL_IS_PREFERENCES (self));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].name, name) == 0)
      gtk_widget_grab_focus (rows[i].widget);
}
