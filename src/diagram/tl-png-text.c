/* tl-png-text.c: the short texts that a PNG file can carry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-png-text.h"

#include <string.h>

static const guint8 signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/* Length, type, data, checksum of type and data. */
#define CHUNK_HEAD 8
#define CHUNK_TAIL 4

typedef struct
{
  const guint8 *data; /* of the chunk's content */
  gsize         length;
  char          type[5];
} Chunk;

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint8 data[4] = { number >> 24, number >> 16, number >> 8, number };

  g_byte_array_append (bytes, data, sizeof data);
}

/* CRC-32 as of ISO 3309: a few dozen bytes, so without tables. */
static guint32
compute_checksum (const guint8 *data,
                  gsize         length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

static gboolean
is_png (const guint8 *data,
        gsize         length)
{
  return length > sizeof signature && memcmp (data, signature, sizeof signature) == 0;
}

/* FALSE where no whole chunk is left. */
static gboolean
next_chunk (const guint8 *data,
            gsize         length,
            gsize        *offset,
            Chunk        *chunk)
{
  if (length - *offset < CHUNK_HEAD + CHUNK_TAIL)
    return FALSE;
  chunk->length = read_number (data + *offset);
  if (chunk->length > length - *offset - CHUNK_HEAD - CHUNK_TAIL)
    return FALSE;
  memcpy (chunk->type, data + *offset + 4, 4);
  chunk->type[4] = '\0';
  chunk->data = data + *offset + CHUNK_HEAD;
  *offset += CHUNK_HEAD + chunk->length + CHUNK_TAIL;
  return TRUE;
}

/* Where the picture begins, or 0. */
static gsize
find_picture (const guint8 *data,
              gsize         length)
{
  gsize offset = sizeof signature, start = offset;
  Chunk chunk;

  if (!is_png (data, length))
    return 0;
  while (next_chunk (data, length, &offset, &chunk))
    {
      if (strcmp (chunk.type, "IDAT") == 0)
        return start;
      start = offset;
    }
  return 0;
}

GBytes *
tl_png_text_add (GBytes     *png,
                 const char *keyword,
                 const char *text)
{
  gsize length, start;
  const guint8 *data = g_bytes_get_data (png, &length);
  gsize content = strlen (keyword) + 1 + strlen (text);
  GByteArray *bytes;
  guint head;

  g_return_val_if_fail (*keyword != '\0' && strlen (keyword) < 80, g_bytes_ref (png));

  start = find_picture (data, length);
  if (start == 0 || content > G_MAXINT32)
    return g_bytes_ref (png);

  bytes = g_byte_array_sized_new (length + CHUNK_HEAD + content + CHUNK_TAIL);
  g_byte_array_append (bytes, data, start);
  append_number (bytes, content);
  head = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "tEXt", 4);
  g_byte_array_append (bytes, (const guint8 *) keyword, strlen (keyword) + 1);
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
  append_number (bytes, compute_checksum (bytes->data + head, bytes->len - head));
  g_byte_array_append (bytes, data + start, length - start);
  return g_byte_array_free_to_bytes (bytes);
}

char *
tl_png_text_find (const guint8 *data,
                  gsize         length,
                  const char   *keyword)
{
  gsize offset = sizeof signature, n = strlen (keyword) + 1;
  Chunk chunk;

  if (!is_png (data, length))
    return NULL;
  while (next_chunk (data, length, &offset, &chunk) && strcmp (chunk.type, "IDAT") != 0)
    if (strcmp (chunk.type, "tEXt") == 0 && chunk.length >= n && memcmp (chunk.data, keyword, n) == 0)
      return g_strndup ((const char *) chunk.data + n, chunk.length - n);
  return NULL;
}
