/* main.c: starts the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-language.h"
#include "library/tl-library.h"
#include "ui/tl-about.h"
#include "ui/tl-application.h"
#include "ui/tl-settings.h"

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = tl_index_dup_default_path ();
  g_autofree char *name = NULL;
  g_autoptr (TlLibrary) library = NULL;
  g_autoptr (TlApplication) application = NULL;
  int status;

  tl_language_start ();
  g_set_prgname (TL_APP_ID);
  name = tl_about_dup_name ();
  g_set_application_name (name);

  library = tl_library_new (path);
  if (tl_settings_get () != NULL)
    g_settings_bind (tl_settings_get (), "library-paused", library, "paused", G_SETTINGS_BIND_DEFAULT);
  tl_library_set_default (library);
  application = tl_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  tl_library_set_default (NULL);
  tl_library_close (library);
  return status;
}
