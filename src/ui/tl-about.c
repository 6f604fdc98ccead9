/* tl-about.c: what the program is, and whose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WEBSITE    "https://throughline-it.github.io"
#define ISSUES     WEBSITE "/issues"
#define COPYRIGHT  "© 2026 The Throughline developers"
#define DEBUG_FILE "throughline-debug-info.txt"

/* The same words as in the description for software centres. */
static char *
dup_release_notes (void)
{
  return g_markup_printf_escaped ("<p>%s</p><ul><li>%s</li><li>%s</li><li>%s</li></ul>",
                                  _("The first version for everybody to try:"),
                                  _("The value chain of both editions as a diagram, and projects to edit and keep"),
                                  _("Blueprints of services in three models, with traceability, gaps and impact"),
                                  _("A library that finds anything in every project"));
}

static void
add_line (GString    *text,
          const char *name,
          const char *value)
{
  g_string_append_printf (text, "%s: %s\n", name, value != NULL ? value : "unknown");
}

static void
add_version (GString    *text,
             const char *name,
             guint       major,
             guint       minor,
             guint       micro)
{
  g_string_append_printf (text, "%s: %u.%u.%u\n", name, major, minor, micro);
}

/* What helps to find a fault; nothing of who uses the program, or for what. Not
 * translated: it is for those who mend it. */
static char *
dup_debug_info (GtkWidget *window)
{
  GString *text = g_string_new (NULL);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GdkDisplay *display = gtk_widget_get_display (window);
  AdwStyleManager *style = adw_style_manager_get_for_display (display);
  const char *const *languages = g_get_language_names ();

  add_line (text, "Throughline", TL_VERSION);
  add_version (text, "GTK", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  add_version (text, "libadwaita", adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version ());
  add_version (text, "GLib", glib_major_version, glib_minor_version, glib_micro_version);
  add_line (text, "System", system);
  add_line (text, "Flatpak", g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
  add_line (text, "Desktop", g_getenv ("XDG_CURRENT_DESKTOP"));
  add_line (text, "Language", languages[0]);
  add_line (text, "Display", G_OBJECT_TYPE_NAME (display));
  add_line (text, "Renderer", g_getenv ("GSK_RENDERER") != NULL ? g_getenv ("GSK_RENDERER") : "default");
  g_string_append_printf (text, "Scale: %d\n", gtk_widget_get_scale_factor (window));
  add_line (text, "Dark", adw_style_manager_get_dark (style) ? "yes" : "no");
  add_line (text, "Contrast", adw_style_manager_get_high_contrast (style) ? "high" : "normal");
  return g_string_free (text, FALSE);
}

char *
tl_about_dup_name (void)
{
  return g_strconcat (_("Throughline"), TL_NAME_SUFFIX, NULL);
}

void
tl_about_present (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (window);
  g_autofree char *name = tl_about_dup_name ();
  g_autofree char *notes = dup_release_notes ();
  g_autofree char *debug_info = dup_debug_info (window);

  adw_about_window_set_application_name (about, name);
  adw_about_window_set_application_icon (about, TL_APP_ID);
  adw_about_window_set_version (about, TL_VERSION);
  adw_about_window_set_developer_name (about, _("The Throughline developers"));
  adw_about_window_set_copyright (about, COPYRIGHT);
  adw_about_window_set_website (about, WEBSITE);
  adw_about_window_set_issue_url (about, ISSUES);
  adw_about_window_set_release_notes_version (about, TL_VERSION);
  adw_about_window_set_release_notes (about, notes);
  adw_about_window_set_debug_info (about, debug_info);
  adw_about_window_set_debug_info_filename (about, DEBUG_FILE);
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (about,
                                 _("For people who plan, build and run IT services with the "
                                   "IT4IT reference architecture: see the whole value chain, map "
                                   "your tools to it, and find where the line is broken."));
  /* Translators: put your names here, one a line. */
  adw_about_window_set_translator_credits (about, _("translator-credits"));
  adw_about_window_add_legal_section (about, _("Trademark"), NULL, GTK_LICENSE_CUSTOM,
                                      _("IT4IT is a trademark of The Open Group. Throughline is "
                                        "not made, reviewed or endorsed by The Open Group. Names "
                                        "are those of the standard; descriptions are in our own "
                                        "words, and the way from one edition to the other is our "
                                        "reading."));
  if (parent != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}
