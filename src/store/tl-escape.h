/* tl-escape.h: text as XML writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_ESCAPE_TEXT,      /* between tags: & < > and carriage returns */
  TL_ESCAPE_ATTRIBUTE, /* in double quotes: also quotes, tabs and line breaks */
} TlEscapeKind;

/* What stands for @byte, or NULL if it stands for itself. */
const char *tl_escape_get    (TlEscapeKind  kind,
                              guint8        byte);

/* Length of what may stand as it is at the start of @text. */
gsize       tl_escape_span   (TlEscapeKind  kind,
                              const char   *text,
                              gsize         length);

void        tl_escape_append (GString      *out,
                              TlEscapeKind  kind,
                              const char   *text,
                              gsize         length);

G_END_DECLS
