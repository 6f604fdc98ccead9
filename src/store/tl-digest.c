/* tl-digest.c: tells whether two files hold the same bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-digest.h"

#include <string.h>

/* Odd numbers with evenly mixed bits. */
#define FACTOR_A G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define FACTOR_B G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f)

static inline guint64
rotate (guint64 value,
        guint   bits)
{
  return value << bits | value >> (64 - bits);
}

static inline void
mix (guint64      *lanes,
     const guint8 *block)
{
  guint64 words[2];

  memcpy (words, block, sizeof words);
  lanes[0] = rotate (lanes[0] ^ GUINT64_FROM_LE (words[0]), 29) * FACTOR_A + lanes[1];
  lanes[1] = rotate (lanes[1] ^ GUINT64_FROM_LE (words[1]), 37) * FACTOR_B + lanes[0];
}

void
tl_digest_init (TlDigest *self)
{
  memset (self, 0, sizeof *self);
  self->lanes[0] = FACTOR_B;
  self->lanes[1] = FACTOR_A;
}

void
tl_digest_update (TlDigest   *self,
                  const void *data,
                  gsize       length)
{
  const guint8 *bytes = data;

  self->length += length;

  if (self->n_rest > 0)
    {
      gsize n = MIN (length, sizeof self->rest - self->n_rest);

      memcpy (self->rest + self->n_rest, bytes, n);
      self->n_rest += n;
      bytes += n;
      length -= n;
      if (self->n_rest < sizeof self->rest)
        return;
      mix (self->lanes, self->rest);
      self->n_rest = 0;
    }

  for (; length >= sizeof self->rest; length -= sizeof self->rest)
    {
      mix (self->lanes, bytes);
      bytes += sizeof self->rest;
    }

  if (length > 0)
    memcpy (self->rest, bytes, length);
  self->n_rest = length;
}

static guint64
finalize (guint64 value)
{
  value ^= value >> 32;
  value *= FACTOR_A;
  value ^= value >> 29;
  value *= FACTOR_B;
  return value ^ value >> 32;
}

static void
finish (TlDigest *self,
        guint64  *a,
        guint64  *b)
{
  memset (self->rest + self->n_rest, 0, sizeof self->rest - self->n_rest);
  mix (self->lanes, self->rest);
  *a = finalize (self->lanes[0] ^ self->length);
  *b = finalize (self->lanes[1] + *a);
}

char *
tl_digest_finish (TlDigest *self)
{
  guint64 a, b;

  finish (self, &a, &b);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", a, b);
}

guint64
tl_digest_finish_number (TlDigest *self)
{
  guint64 a, b;

  /* Only the second half depends on all of the last bytes. */
  finish (self, &a, &b);
  return b;
}

char *
tl_digest_compute (const void *data,
                   gsize       length)
{
  TlDigest digest;

  tl_digest_init (&digest);
  tl_digest_update (&digest, data, length);
  return tl_digest_finish (&digest);
}
