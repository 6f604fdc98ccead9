/* tl-about.c: what the program is, and whose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
tl_about_present (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (window);

  adw_about_window_set_application_name (about, _("Throughline"));
  adw_about_window_set_application_icon (about, TL_APP_ID);
  adw_about_window_set_version (about, TL_VERSION);
  adw_about_window_set_developer_name (about, _("The Throughline developers"));
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
