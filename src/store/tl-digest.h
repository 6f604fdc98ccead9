/* tl-digest.h: tells whether two files hold the same bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fast 128-bit checksum of a stream of bytes. It notices every accident, and
 * is no protection against somebody who wants two files to look the same. The
 * same on all machines, so that it may stand in a file. */
typedef struct
{
  guint64 lanes[2];
  guint64 length;
  guint8  rest[16];
  guint   n_rest;
} TlDigest;

void  tl_digest_init   (TlDigest       *self);
void  tl_digest_update (TlDigest       *self,
                        const void     *data,
                        gsize           length);

/* Returns: (transfer full): 32 hexadecimal digits; ends the digest */
char *tl_digest_finish (TlDigest       *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: half of it as a number; ends the digest */
guint64 tl_digest_finish_number (TlDigest *self);

char *tl_digest_compute (const void    *data,
                         gsize          length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
