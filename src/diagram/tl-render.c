/* tl-render.c: a scene as an SVG, PDF or PNG file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-render.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "diagram/tl-painter.h"
#include "diagram/tl-render-private.h"
#include "diagram/tl-text.h"

/* PDF viewers refuse larger pages: 200 inches. */
#define MAX_PDF_POINTS 14400
#define POINTS_A_UNIT  0.75

static const char *extensions[] = {
  [TL_RENDER_SVG] = "svg",
  [TL_RENDER_PDF] = "pdf",
  [TL_RENDER_PNG] = "png",
};

const char *
tl_render_format_get_extension (TlRenderFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (extensions), NULL);

  return extensions[format];
}

gboolean
tl_render_format_from_name (const char      *name,
                            TlRenderFormat  *format,
                            GError         **error)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot + 1 : name;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_ascii_strcasecmp (ending, extensions[i]) == 0)
      {
        *format = i;
        return TRUE;
      }

  shown = g_utf8_make_valid (name, -1);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("The format of a picture follows from the ending of its name: “%s” ends in none of .svg, .pdf, .png."), shown);
  return FALSE;
}

cairo_status_t
tl_render_append (gpointer             closure,
                  const unsigned char *data,
                  unsigned int         length)
{
  GByteArray *bytes = closure;

  if (length > G_MAXUINT / 2 - bytes->len)
    return CAIRO_STATUS_NO_MEMORY;

  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
tl_render_create_pdf (GByteArray *bytes,
                      double      width,
                      double      height,
                      const char *title)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (tl_render_append, bytes, width, height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  /* A date would make each run another file. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  return surface;
}

static gboolean
check_size (const TlRenderOptions *options,
            double                 width,
            double                 height,
            GError               **error)
{
  double longest = MAX (width, height);

  if (options->format == TL_RENDER_PDF && longest > MAX_PDF_POINTS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("The page would be %'.0f points wide or high; a PDF page has at most %'d. Choose a smaller scale."),
                   longest, MAX_PDF_POINTS);
      return FALSE;
    }
  if (options->format == TL_RENDER_PNG && longest > TL_RENDER_MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("The picture would be %'.0f pixels wide or high; a PNG has at most %'d. Choose a smaller scale, or SVG."),
                   longest, TL_RENDER_MAX_PIXELS);
      return FALSE;
    }
  return TRUE;
}

static cairo_surface_t *
create_surface (const TlRenderOptions *options,
                const char            *title,
                double                 width,
                double                 height,
                GByteArray            *bytes)
{
  cairo_surface_t *surface;

  switch (options->format)
    {
    case TL_RENDER_PDF:
      return tl_render_create_pdf (bytes, width, height, title);
    case TL_RENDER_SVG:
      surface = cairo_svg_surface_create_for_stream (tl_render_append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case TL_RENDER_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
    }
}

gboolean
tl_render_fail (cairo_status_t   status,
                GError         **error)
{
  if (status == CAIRO_STATUS_NO_MEMORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("There is not enough memory for a picture of this size."));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be made: %s."), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
paint (cairo_surface_t        *surface,
       const TlScene          *scene,
       const TlRenderOptions  *options,
       double                  scale,
       GByteArray             *bytes,
       GError                **error)
{
  const TlPalette *palette = tl_palette_get (options->palette);
  g_autoptr (PangoFontDescription) font = options->font != NULL ? pango_font_description_copy (options->font) : tl_text_default_font ();
  g_autoptr (TlPainter) painter = tl_painter_new (palette, font);
  TlRect bounds = tl_scene_get_bounds (scene);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, palette->canvas.red, palette->canvas.green, palette->canvas.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, options->margin - bounds.x, options->margin - bounds.y);
  /* Vectors keep all detail, however small the page is. */
  tl_painter_paint (painter, cr, scene, NULL, options->format == TL_RENDER_PNG ? scale : MAX (scale, 1));
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && options->format == TL_RENDER_PNG)
    status = cairo_surface_write_to_png_stream (surface, tl_render_append, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);

  return status == CAIRO_STATUS_SUCCESS || tl_render_fail (status, error);
}

/* Cairo numbers the parts of an SVG through all files of a process. Counted anew,
 * the same picture is the same file. There is no text in which such a name could
 * stand by chance: letters are outlines. */
static char *
number_anew (const char *svg,
             gsize       length)
{
  static const char *prefixes[] = { "surface", "source-" };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_sized_new (length + 256);
  const char *end = svg + length;

  while (svg < end)
    {
      const char *digits = NULL;
      g_autofree char *name = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (prefixes) && digits == NULL; i++)
        if (g_str_has_prefix (svg, prefixes[i]) && g_ascii_isdigit (svg[strlen (prefixes[i])]))
          digits = svg + strlen (prefixes[i]);
      if (digits == NULL)
        {
          g_string_append_c (out, *svg++);
          continue;
        }
      g_string_append_len (out, svg, digits - svg);
      while (g_ascii_isdigit (*digits))
        digits++;
      name = g_strndup (svg, digits - svg);
      if (!g_hash_table_contains (names, name))
        g_hash_table_insert (names, g_strdup (name), GUINT_TO_POINTER (g_hash_table_size (names) + 1));
      g_string_append_printf (out, "%u", GPOINTER_TO_UINT (g_hash_table_lookup (names, name)));
      svg = digits;
    }
  return g_string_free (out, FALSE);
}

/* Also gives it the title, which viewers and screen readers show. */
static GBytes *
finish_svg (GByteArray *bytes,
            const char *title)
{
  g_autofree char *numbered = NULL;
  g_autofree char *element = g_markup_printf_escaped ("\n<title>%s</title>", title);
  const char *root;
  GString *out;

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  numbered = number_anew ((const char *) bytes->data, bytes->len - 1);
  out = g_string_new (numbered);
  root = strstr (out->str, "<svg");
  root = root != NULL ? strchr (root, '>') : NULL;
  if (root != NULL)
    g_string_insert (out, root + 1 - out->str, element);
  return g_string_free_to_bytes (out);
}

GBytes *
tl_render_to_bytes (const TlScene          *scene,
                    const TlRenderOptions  *options,
                    GError                **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = options->scale == 0 ? 1 : options->scale;
  double pixels = options->format == TL_RENDER_PDF ? scale * POINTS_A_UNIT : scale;
  const char *title = options->title != NULL ? options->title : tl_scene_get_title (scene);
  TlRect bounds = tl_scene_get_bounds (scene);
  cairo_surface_t *surface;
  double width, height;
  gboolean done;

  if (!isfinite (scale) || scale <= 0 || !isfinite (options->margin) || options->margin < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("The scale of a picture must be greater than nought and its margin not less."));
      return NULL;
    }
  width = MAX ((MAX (bounds.width, 0) + 2 * options->margin) * pixels, 1);
  height = MAX ((MAX (bounds.height, 0) + 2 * options->margin) * pixels, 1);
  if (!check_size (options, width, height, error))
    return NULL;

  surface = create_surface (options, title, width, height, bytes);
  done = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
           ? paint (surface, scene, options, pixels, bytes, error)
           : tl_render_fail (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  if (!done)
    return NULL;
  if (options->format == TL_RENDER_SVG)
    return finish_svg (bytes, title);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
tl_render_to_file (const TlScene          *scene,
                   const TlRenderOptions  *options,
                   GFile                  *file,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autoptr (GBytes) bytes = tl_render_to_bytes (scene, options, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}
