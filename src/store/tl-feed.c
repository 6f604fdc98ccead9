/* tl-feed.c: the bytes of a project file on their way to the XML parser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-feed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ONES  G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

TlFeed *
tl_feed_new (GInputStream *stream,
             GCancellable *cancellable)
{
  TlFeed *self = g_new (TlFeed, 1);

  memset (self, 0, G_STRUCT_OFFSET (TlFeed, buffer));
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->line = 1;
  self->start = self->end = self->filled = 0;
  self->ended = FALSE;
  self->problem = NULL;
  self->error = NULL;
  tl_digest_init (&self->digest);
  return self;
}

void
tl_feed_free (TlFeed *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_clear_pointer (&self->problem, tl_problem_free);
  g_free (self);
}

gboolean
tl_feed_failed (const TlFeed *self)
{
  return self->problem != NULL || self->error != NULL;
}

static void
fail (TlFeed       *self,
      TlStoreError  code,
      char         *message)
{
  if (!tl_feed_failed (self))
    self->problem = tl_problem_new (code, self->line, 0, NULL, message);
  else
    g_free (message);
}

/* Length of the character that starts at @bytes: 0 if it is not whole yet,
 * -1 if it is none or XML does not allow it. */
static int
measure_character (const guint8 *bytes,
                   gsize         n)
{
  guint8 head = bytes[0];
  gsize length = head < 0xe0 ? 2 : head < 0xf0 ? 3 : 4;

  if (head < 0x80)
    return head >= 0x20 || head == '\t' || head == '\n' || head == '\r' ? 1 : -1;
  if (head < 0xc2 || head > 0xf4)
    return -1;

  for (gsize i = 1; i < length; i++)
    {
      if (i == n)
        return 0;
      if ((bytes[i] & 0xc0) != 0x80)
        return -1;
      if (i > 1)
        continue;
      /* Overlong forms, surrogates, and what lies past Unicode. */
      if ((head == 0xe0 && bytes[1] < 0xa0) || (head == 0xed && bytes[1] > 0x9f) ||
          (head == 0xf0 && bytes[1] < 0x90) || (head == 0xf4 && bytes[1] > 0x8f))
        return -1;
    }

  if (head == 0xef && bytes[1] == 0xbf && bytes[2] >= 0xbe)
    return -1;
  return length;
}

static char *
describe_byte (guint8 byte)
{
  if (byte == 0)
    return g_strdup (_("There is a NUL byte. The file is damaged, or it is not a text file."));
  if (byte < 0x80)
    return g_strdup_printf (_("The control character U+%04X is not allowed in XML."), byte);
  return g_strdup_printf (_("The byte 0x%02X is not valid UTF-8. Projects are stored in UTF-8; "
                            "the file is damaged, or was saved in another encoding."),
                          byte);
}

/* Returns FALSE if the feed stops here. */
static gboolean
meet_bad_byte (TlFeed *self,
               guint8 *byte)
{
  TlStoreError code = *byte < 0x80 ? TL_STORE_ERROR_SYNTAX : TL_STORE_ERROR_ENCODING;

  if (!self->repair)
    {
      fail (self, code, describe_byte (*byte));
      return FALSE;
    }

  if (self->report != NULL)
    self->report (tl_problem_new (code, self->line, 0, NULL, describe_byte (*byte)),
                  self->report_data);
  *byte = '?';
  return TRUE;
}

/* Looks at the bytes from end to filled; moves end over those that are whole
 * characters and may be read. */
static void
scan (TlFeed *self)
{
  guint8 *at = self->buffer + self->end;
  guint8 *limit = self->buffer + self->filled;

  while (at < limit)
    {
      int length;

      while (limit - at >= 8)
        {
          guint64 word;

          /* Eight bytes at once, unless one is below U+0020 or above U+007F. */
          memcpy (&word, at, 8);
          if (((word - ONES * 0x20) | word) & HIGHS)
            break;
          at += 8;
        }
      if (at == limit)
        break;

      length = measure_character (at, limit - at);
      if (length == 0 && !self->ended)
        break;
      if (length <= 0)
        {
          if (!meet_bad_byte (self, at))
            break;
          length = 1;
        }
      else if (*at == '\n')
        {
          self->line++;
        }
      at += length;
    }

  self->end = at - self->buffer;
}

/* Tags and texts have no `<` in them. Attributes are counted only in chunks
 * that are within one tag altogether: looking for twins among n attributes
 * takes some versions of libxml2 n² steps. */
static void
check_run (TlFeed *self)
{
  const guint8 *start = self->buffer + self->start;
  gsize length = self->end - self->start;
  const guint8 *last = length > 0 ? memrchr (start, '<', length) : NULL;

  if (last != NULL)
    {
      self->run = start + length - last;
      self->n_quotes = 0;
      return;
    }

  self->run += length;
  for (const guint8 *at = start; (at = memchr (at, '=', start + length - at)) != NULL; at++)
    if (at + 1 < start + length && strchr ("\"' \t\r\n", at[1]) != NULL)
      self->n_quotes++;

  if (self->run > TL_FEED_MAX_RUN)
    {
      fail (self, TL_STORE_ERROR_LIMIT,
            g_strdup_printf (_("A text or tag is longer than %d MiB. No project needs that; "
                               "the file is damaged or made to do harm."),
                             TL_FEED_MAX_RUN >> 20));
      self->end = self->start;
    }
  else if (self->n_quotes > TL_FEED_MAX_QUOTES)
    {
      fail (self, TL_STORE_ERROR_LIMIT,
            g_strdup_printf (_("A tag has more than %d attributes. No project needs that; "
                               "the file is damaged or made to do harm."),
                             TL_FEED_MAX_QUOTES));
      self->end = self->start;
    }
}

/* The name in `encoding="…"` of the XML declaration, or NULL. */
static char *
find_declared_encoding (const char *text,
                        gsize       length)
{
  const char *end, *at;
  char quote;

  if (length < 6 || memcmp (text, "<?xml", 5) != 0 || !g_ascii_isspace (text[5]))
    return NULL;
  end = memmem (text, length, "?>", 2);
  if (end == NULL)
    return NULL;
  at = memmem (text, end - text, "encoding", 8);
  if (at == NULL)
    return NULL;

  for (at += 8; at < end && (g_ascii_isspace (*at) || *at == '='); at++)
    ;
  if (at == end || (*at != '"' && *at != '\''))
    return NULL;
  quote = *at++;
  for (text = at; at < end && *at != quote; at++)
    ;
  return g_strndup (text, at - text);
}

static void
check_encoding (TlFeed *self)
{
  static const struct
  {
    guint8      bytes[4];
    guint       n;
    const char *name;
  } marks[] = {
    { { 0xff, 0xfe, 0, 0 }, 4, "UTF-32" }, { { 0, 0, 0xfe, 0xff }, 4, "UTF-32" },
    { { '<', 0, 0, 0 }, 4, "UTF-32" },     { { 0, 0, 0, '<' }, 4, "UTF-32" },
    { { 0xff, 0xfe }, 2, "UTF-16" },       { { 0xfe, 0xff }, 2, "UTF-16" },
    { { '<', 0, '?', 0 }, 4, "UTF-16" },   { { 0, '<', 0, '?' }, 4, "UTF-16" },
    { { 0x4c, 0x6f, 0xa7, 0x94 }, 4, "EBCDIC" },
  };
  const guint8 *bytes = self->buffer;
  gsize skip = self->filled >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks) && name == NULL; i++)
    if (self->filled >= marks[i].n && memcmp (bytes, marks[i].bytes, marks[i].n) == 0)
      name = g_strdup (marks[i].name);

  if (name == NULL)
    name = find_declared_encoding ((const char *) bytes + skip, MIN (self->filled - skip, 1024));

  if (name != NULL && g_ascii_strcasecmp (name, "UTF-8") != 0)
    {
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      fail (self, TL_STORE_ERROR_ENCODING,
            g_strdup_printf (_("The file is encoded in %s. Projects are stored in UTF-8; "
                               "convert the file to UTF-8 first."),
                             valid));
    }
}

static gboolean
read_stream (TlFeed *self)
{
  gsize wanted = TL_FEED_CHUNK - self->filled, n;

  /* g_input_stream_read_all, so that the first chunk has the declaration whole. */
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error)
      || !g_input_stream_read_all (self->stream, self->buffer + self->filled, wanted, &n,
                                   self->cancellable, &self->error))
    return FALSE;

  tl_digest_update (&self->digest, self->buffer + self->filled, n);
  self->ended = n < wanted;
  self->filled += n;
  self->n_read += n;

  if (self->n_read > TL_FEED_MAX_FILE)
    {
      fail (self, TL_STORE_ERROR_LIMIT,
            g_strdup_printf (_("The file is larger than %d MiB."),
                             (int) (TL_FEED_MAX_FILE >> 20)));
      return FALSE;
    }
  return TRUE;
}

/* Brings new bytes between start and end. */
static gboolean
fill (TlFeed *self)
{
  gboolean is_first = self->n_read == 0;

  memmove (self->buffer, self->buffer + self->end, self->filled - self->end);
  self->filled -= self->end;
  self->start = self->end = 0;

  if (self->ended || tl_feed_failed (self) || !read_stream (self))
    return FALSE;

  if (is_first)
    {
      if (self->filled == 0)
        fail (self, TL_STORE_ERROR_NOT_A_PROJECT, g_strdup (_("The file is empty.")));
      else
        check_encoding (self);
      if (tl_feed_failed (self))
        return FALSE;
    }

  scan (self);
  check_run (self);
  return TRUE;
}

int
tl_feed_read (void *feed,
              char *buffer,
              int   length)
{
  TlFeed *self = feed;
  gsize n;

  while (self->start == self->end)
    if (!fill (self))
      return tl_feed_failed (self) ? -1 : 0;

  n = MIN ((gsize) length, self->end - self->start);
  memcpy (buffer, self->buffer + self->start, n);
  self->start += n;
  return n;
}
