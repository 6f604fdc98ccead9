/* tl-left-out.h: the projects that the user wants out of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A set of URIs in a small file beside the database, which knows nothing of what
 * is not in it: else whoever looks through a folder would bring them back.
 * Belongs to the thread that uses it. */
typedef struct _TlLeftOut TlLeftOut;

/* Reads the file beside @database, blocking; one that is not there leaves nothing out. */
TlLeftOut *tl_left_out_load   (const char *database) G_GNUC_WARN_UNUSED_RESULT;
void       tl_left_out_free   (TlLeftOut  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLeftOut, tl_left_out_free)

typedef void (*TlLeftOutFunction) (const char *uri,
                                   gboolean    is_left_out,
                                   gpointer    user_data);

/* All URIs there are. */
void       tl_left_out_foreach (TlLeftOut         *self,
                                TlLeftOutFunction  function,
                                gpointer           user_data);
/* Reads the file again, and tells what another process has changed in it since. */
void       tl_left_out_reload  (TlLeftOut         *self,
                                TlLeftOutFunction  function,
                                gpointer           user_data);
/* Whether that is such a file. */
gboolean   tl_left_out_is_file (GFile             *file); /* nullable */

gboolean   tl_left_out_has    (TlLeftOut  *self,
                               const char *uri);

/**
 * tl_left_out_set:
 *
 * Adds or removes a URI, and writes the file if that changes anything; a failure
 * means that it is forgotten at the end of the program.
 */
void       tl_left_out_set    (TlLeftOut  *self,
                               const char *uri,
                               gboolean    is_left_out);

G_END_DECLS
