/* tl-escape.c: text as XML writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-escape.h"

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

gsize
tl_escape_span (TlEscapeKind  kind,
                const char   *text,
                gsize         length)
{
  const guint8 *bytes = (const guint8 *) text;
  guint8 mask = kind == TL_ESCAPE_TEXT ? T : A;
  gsize i = 0;

  while (i < length && (special[bytes[i]] & mask) == 0)
    i++;
  return i;
}

gsize
tl_escape_copy (TlEscapeKind  kind,
                char         *out,
                const char   *text,
                gsize         length)
{
  guint8 mask = kind == TL_ESCAPE_TEXT ? T : A;
  gsize i;

  for (i = 0; i < length && G_LIKELY ((special[(guint8) text[i]] & mask) == 0); i++)
    out[i] = text[i];
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
