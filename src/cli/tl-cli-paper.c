/* tl-cli-paper.c: diagrams on paper, from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/tl-cli-paper.h"

#include <glib/gi18n-lib.h>

#define POINTS_A_MM (72 / 25.4)

/* "3x2" */
static gboolean
read_poster (const char *text,
             guint      *columns,
             guint      *rows)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 numbers[2];

  if (g_strv_length (parts) != 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, TL_POSTER_MAX_PAGES, &numbers[i], NULL))
      return FALSE;

  *columns = (guint) numbers[0];
  *rows = (guint) numbers[1];
  return numbers[0] * numbers[1] <= TL_POSTER_MAX_PAGES;
}

gboolean
tl_cli_paper_read (const TlCliPaper  *self,
                   double             scale,
                   TlPosterOptions   *options,
                   GError           **error)
{
  *options = (TlPosterOptions) {
    .orientation = self->landscape ? TL_POSTER_LANDSCAPE : self->portrait ? TL_POSTER_PORTRAIT : TL_POSTER_AUTOMATIC,
    .margin = self->margin * POINTS_A_MM,
    .overlap = self->overlap * POINTS_A_MM,
    .scale = scale,
  };

  if (!tl_poster_parse_paper (self->paper, &options->paper_width, &options->paper_height, error))
    return FALSE;
  if (self->landscape && self->portrait)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("--portrait and --landscape contradict each other."));
      return FALSE;
    }
  if (self->poster != NULL && scale != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("--poster and --scale contradict each other."));
      return FALSE;
    }
  if (scale == 0)
    options->columns = options->rows = 1;
  if (self->poster != NULL && !read_poster (self->poster, &options->columns, &options->rows))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A poster is so many pages across and so many down, such as 3x2, and at most %d."), TL_POSTER_MAX_PAGES);
      return FALSE;
    }
  return TRUE;
}

gboolean
tl_cli_paper_write (TlScene                *scene,
                    const char             *project,
                    const TlPosterOptions  *options,
                    const TlOverlay        *overlay,
                    GFile                  *file,
                    GError                **error)
{
  g_autofree char *title = tl_sheets_format_title (project, tl_scene_get_title (scene));
  const TlSheetsText text = { .title = title, .overlay = overlay, .head = TRUE, .foot = TRUE, .marks = TRUE,
                              .mirrored = tl_scene_is_mirrored (scene) };
  g_autoptr (TlSheets) sheets = tl_sheets_new (scene, options, &text, error);
  g_autoptr (GBytes) bytes = sheets != NULL ? tl_sheets_write_pdf (sheets, NULL, error) : NULL;
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}
