/* tl-feed.h: the bytes of a project file on their way to the XML parser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-digest.h"
#include "store/tl-problem.h"

G_BEGIN_DECLS

#define TL_FEED_CHUNK        (64 * 1024)
#define TL_FEED_MAX_FILE     (G_GINT64_CONSTANT (1) << 30) /* bytes of a file */
#define TL_FEED_MAX_RUN      (100 * 1024 * 1024)           /* bytes of one text or tag */
#define TL_FEED_MAX_QUOTES   20000                         /* attributes of one tag */

/* Reads a stream in chunks, and lets nothing through that would make the parser
 * guess or work without bound: wrong encodings, bytes that are no UTF-8,
 * characters XML does not allow, endless texts and tags, a huge file.
 *
 * With @repair what is damaged is replaced by `?`, byte for byte, and told to
 * @report; else the bytes end before it and @problem says why. */
typedef struct _TlFeed TlFeed;

typedef void (*TlFeedReportFunc) (TlProblem *problem, /* transfer full */
                                  gpointer   user_data);

struct _TlFeed
{
  GInputStream    *stream;
  GCancellable    *cancellable;
  TlFeedReportFunc report;
  gpointer         report_data;
  gboolean         repair;

  TlDigest         digest;
  goffset          n_read;
  guint            line;     /* of the next byte to look at */
  gsize            run;      /* bytes since the last `<` */
  guint            n_quotes; /* `="` in the chunks of that run */

  guint8           buffer[TL_FEED_CHUNK + 8];
  gsize            start;    /* of what was looked at and not read yet */
  gsize            end;
  gsize            filled;   /* bytes after end belong to a character that is not whole yet */
  gboolean         ended;

  TlProblem       *problem;  /* why it stopped */
  GError          *error;    /* of the stream, or cancelled */
};

TlFeed *tl_feed_new  (GInputStream *stream,
                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void    tl_feed_free (TlFeed       *self);

/* Whether the bytes ended before their end; see problem and error. */
gboolean tl_feed_failed (const TlFeed *self);

/* An xmlInputReadCallback: bytes read, 0 at the end, -1 when failed. */
int     tl_feed_read (void *feed,
                      char *buffer,
                      int   length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFeed, tl_feed_free)

G_END_DECLS
