/* thumbnailer.c: throughline-thumbnailer, the picture that a file manager shows of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Called by the desktop, as the .thumbnailer file says, in a sandbox where there is one:
 * needs neither display nor bus nor home.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/tl-language.h"
#include "diagram/tl-thumbnail.h"
#include "store/tl-reader.h"

#define MIN_PIXELS 16
#define MAX_PIXELS 1024
#define MAX_LENGTH (64 * 1024 * 1024) /* bytes; nobody would wait for the picture */

#define ATTRIBUTES                   \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
  G_FILE_ATTRIBUTE_TIME_MODIFIED "," \
  G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

static int
fail (const char *message)
{
  g_autofree char *line = g_strdup (message);

  g_strdelimit (line, "\n\r", ' ');
  g_printerr ("throughline-thumbnailer: %s\n", line);
  return EXIT_FAILURE;
}

/* Nothing is read that would not end. */
static gboolean
look (GFile   *file,
      gint64  *modified,
      GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GDateTime) time = NULL;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_LENGTH)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This is no file that a picture is made of, or it is too large for that."));
      return FALSE;
    }
  time = g_file_info_get_modification_date_time (info);
  *modified = time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
  return TRUE;
}

static GBytes *
draw (GFile   *file,
      int      pixels,
      GError **error)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (TlProject) project = NULL;
  TlThumbnailSubject subject = { .uri = uri };

  if (!look (file, &subject.modified, error))
    return NULL;
  project = tl_reader_read_file (file, TL_READ_STRICT, NULL, NULL, NULL, NULL, NULL, error);
  if (project == NULL)
    return NULL;
  return tl_thumbnail_draw (&subject, project, CLAMP (pixels, MIN_PIXELS, MAX_PIXELS), TL_PALETTE_LIGHT, error);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) arguments = NULL;
  int pixels = tl_thumbnail_get_pixels (TL_THUMBNAIL_LARGE);
  const GOptionEntry entries[] = {
    { "size", 's', 0, G_OPTION_ARG_INT, &pixels, N_("Longest side in pixels, 256 by default"), N_("PIXELS") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, N_("FILE PICTURE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize length;

  tl_language_start ();
  context = g_option_context_new (NULL);
  g_option_context_set_summary (context, _("Makes the picture that a file manager shows of a project."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return fail (error->message);
  if (arguments == NULL || g_strv_length (arguments) != 2)
    return fail (_("A file and the picture to write have to be named."));

  file = g_file_new_for_commandline_arg (arguments[0]);
  bytes = draw (file, pixels, &error);
  if (bytes == NULL)
    return fail (error->message);
  data = g_bytes_get_data (bytes, &length);
  if (!g_file_set_contents (arguments[1], data, (gssize) length, &error))
    return fail (error->message);
  return EXIT_SUCCESS;
}
