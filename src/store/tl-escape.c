/* tl-escape.c: text as XML writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-escape.h"

#include <string.h>

/* Bits by TlEscapeKind. */
#define T 1
#define A 2

static const guint8 special[256] = {
  ['&'] = T | A,
  ['<'] = T | A,
  ['>'] = T | A,
  ['\r'] = T | A,
  ['"'] = A,
  ['\t'] = A,
  ['\n'] = A,
};

const char *
tl_escape_get (TlEscapeKind kind,
               guint8       byte)
{
  if ((special[byte] & (kind == TL_ESCAPE_TEXT ? T : A)) == 0)
    return NULL;

  switch (byte)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    default:
      return "&#13;";
    }
}

/* Whether any of eight bytes is below 0x20 or may be special, in either kind. */
static inline gboolean
has_special (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 quotes = (word | ones * 0x04) ^ ones * 0x26; /* a byte is 0 for " and & */
  guint64 angles = (word | ones * 0x02) ^ ones * 0x3e; /* and here for < and > */

  return ((((word - ones * 0x20) & ~word)
           | ((quotes - ones) & ~quotes)
           | ((angles - ones) & ~angles)) & ones * 0x80) != 0;
}

static inline guint64
load_eight (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return word;
}

static inline guint64
load_four (const char *text)
{
  guint32 word;

  memcpy (&word, text, sizeof word);
  return word;
}

gsize
tl_escape_span (TlEscapeKind  kind,
                const char   *text,
                gsize         length)
{
  const guint8 *bytes = (const guint8 *) text;
  guint8 mask = kind == TL_ESCAPE_TEXT ? T : A;
  gsize i = 0;

  /* Most have nothing to escape. The last words overlap, so that none is short. */
  if (length >= 8)
    {
      while (i + 8 <= length && !has_special (load_eight (text + i)))
        i += 8;
      if (i + 8 > length && !has_special (load_eight (text + length - 8)))
        return length;
    }
  else if (length >= 4 && !has_special (load_four (text) | load_four (text + length - 4) << 32))
    {
      return length;
    }

  while (i < length && (special[bytes[i]] & mask) == 0)
    i++;
  return i;
}

void
tl_escape_append (GString      *out,
                  TlEscapeKind  kind,
                  const char   *text,
                  gsize         length)
{
  while (length > 0)
    {
      gsize n = tl_escape_span (kind, text, length);

      g_string_append_len (out, text, n);
      if (n < length)
        g_string_append (out, tl_escape_get (kind, text[n++]));
      text += n;
      length -= n;
    }
}
