/* tl-test-pdf.c: what stands in a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-test-pdf.h"

#include <string.h>

GString *
tl_test_unpack_pdf (const char *data,
                    gsize       length)
{
  GString *text = g_string_new_len (data, length);
  const char *end = data + length;

  for (const char *at = data; (at = memmem (at, end - at, "\nstream\n", 8)) != NULL; at += 8)
    {
      g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (at + 8, end - at - 8, NULL);
      g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, inflate);
      char buffer[4096];
      gssize n;

      while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
        g_string_append_len (text, buffer, n);
    }
  return text;
}

guint
tl_test_count_pdf_pages (const char *data,
                         gsize       length)
{
  static const char type[] = "/Type /Page";
  GString *text = tl_test_unpack_pdf (data, length);
  const char *end = text->str + text->len;
  guint n = 0;

  for (const char *at = text->str; (at = memmem (at, end - at, type, strlen (type))) != NULL; at += strlen (type))
    if (at + strlen (type) < end && !g_ascii_isalpha (at[strlen (type)]))
      n++;
  g_string_free (text, TRUE);
  return n;
}
