/* tl-style.c: palette and font of diagrams, as the system wants them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-style.h"

#include "ui/tl-ui-resource.h"

#include <adwaita.h>
#include <math.h>

/* A diagram has more to say than a dialog: 10 points where that has 11. */
#define DIAGRAM_SHARE (10.0 / 11.0)

#define MARGIN 12 /* that a window keeps around what is over it, in pixels */

TlPaletteKind
tl_style_get_palette_kind (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? TL_PALETTE_HIGH_CONTRAST_DARK : TL_PALETTE_HIGH_CONTRAST_LIGHT;
  return dark ? TL_PALETTE_DARK : TL_PALETTE_LIGHT;
}

const TlPalette *
tl_style_get_palette (void)
{
  return tl_palette_get (tl_style_get_palette_kind ());
}

PangoFontDescription *
tl_style_dup_font (GtkWidget *widget)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  int dpi = -1;
  double factor = DIAGRAM_SHARE;

  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Cantarell 11");
  if (pango_font_description_get_size (font) <= 0)
    pango_font_description_set_size (font, 11 * PANGO_SCALE);
  /* Diagrams count a point at 96 dpi; text scaling shows as other dpi. */
  if (dpi > 0 && !pango_font_description_get_size_is_absolute (font))
    factor *= dpi / 1024.0 / 96.0;
  pango_font_description_set_size (font, (int) (pango_font_description_get_size (font) * factor));
  return font;
}

double
tl_style_get_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = -1;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1;
}

int
tl_style_scale (int size)
{
  return (int) (size * (1 + CLAMP (tl_style_get_text_scale () - 1, 0, 1) / 2));
}

int
tl_style_scale_width (GtkWidget *widget,
                      int        width)
{
  GtkWidget *around = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);
  int most = around != NULL ? gtk_widget_get_width (around) - 2 * MARGIN : 0;

  return MAX (width, MIN (tl_style_scale (width), most));
}

void
tl_style_connect (GObject   *object,
                  GCallback  callback)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, object, G_CONNECT_SWAPPED);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "notify::gtk-font-name", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", callback, object, G_CONNECT_SWAPPED);
}

static void
define_color (GString       *css,
              const char    *name,
              const TlColor *color)
{
  g_string_append_printf (css, "@define-color %s #%02x%02x%02x;\n", name, (int) round (color->red * 255),
                          (int) round (color->green * 255), (int) round (color->blue * 255));
}

/* The theme dims what is secondary to less than WCAG asks of a text, 4.5 : 1; in high contrast it
 * does not. */
static const char legible[] =
  ".dim-label, .dimmed, row .subtitle, windowtitle .subtitle, placeholder { opacity: 0.72; }\n"
  "popover.menu accelerator { color: alpha(currentColor, 0.75); }\n";

/* In high contrast what is chosen and what is pressed is framed, as the theme does it with its own, and the ring that
 * tells where the keyboard is does not lie upon a frame. */
static const char framed[] =
  "button:focus-visible, row:focus-visible, entry:focus-within, spinbutton:focus-within { outline-offset: -3px; }\n"
  "button.suggested-action, button.destructive-action, button.opaque { outline-offset: 1px; }\n"
  "row:selected > box > .found, .project-list > child:selected, .project-list > row:selected {\n"
  "  box-shadow: inset 0 0 0 1px alpha(currentColor, 0.7);\n"
  "}\n"
  ".record-table > listview > row:selected { box-shadow: inset 0 0 0 1px alpha(currentColor, 0.5); }\n"
  ".gap-panel .gap-list > row menubutton > button, inspector button.destructive-action {\n"
  "  box-shadow: inset 0 0 0 1px alpha(currentColor, 0.5);\n"
  "}\n";

/* What is in a diagram and beside it has the same colours. */
static void
load_colors (GtkCssProvider *provider)
{
  const TlPalette *palette = tl_style_get_palette ();
  const TlRoleColors *warning = &palette->roles[TL_ROLE_WARNING];
  gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  g_autoptr (GString) css = g_string_new (NULL);

  define_color (css, "tl_ring_color", &palette->selection);
  define_color (css, "tl_link_color", &palette->link);
  define_color (css, "tl_warning_bg_color", &warning->fill);
  define_color (css, "tl_warning_color", &warning->badge);
  define_color (css, "tl_backbone_color", &palette->roles[TL_ROLE_BACKBONE].line);
  g_string_append_printf (css, "@define-color tl_line_color alpha(@view_fg_color, %s);\n", high ? "0.5" : "0.12");
  g_string_append (css, high ? framed : legible);
  gtk_css_provider_load_from_data (provider, css->str, (gssize) css->len);
}

static void
add_provider (GtkCssProvider *provider)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
tl_style_ensure (void)
{
  static GtkCssProvider *colors = NULL;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (colors != NULL || gdk_display_get_default () == NULL)
    return;

  colors = gtk_css_provider_new ();
  load_colors (colors);
  tl_style_connect (G_OBJECT (colors), G_CALLBACK (load_colors));
  add_provider (colors);

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, TL_UI_RESOURCE ("tl-style-sheet.css"));
  add_provider (provider);
}
