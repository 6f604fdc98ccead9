/* tl-project-pictures.h: gets the pictures of projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "diagram/tl-thumbnail.h"
#include "library/tl-library-entry.h"

G_BEGIN_DECLS

/* Reads them where they are kept, and draws those that are not there yet or are out
 * of date, in threads of its own, beside all else. Those that were got last are
 * kept in memory. For the main thread. */

/* Returns: (transfer none) (nullable): the picture, if it is in memory */
GdkTexture *tl_project_pictures_peek       (TlLibraryEntry       *entry,
                                            TlThumbnailSize       size,
                                            TlPaletteKind         palette);

/**
 * tl_project_pictures_get_async:
 * @cancellable: (nullable): what is cancelled before its turn costs nothing
 *
 * What was asked for last comes first: it is what is seen now.
 */
void        tl_project_pictures_get_async  (TlLibraryEntry       *entry,
                                            TlThumbnailSize       size,
                                            TlPaletteKind         palette,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/* Returns: (transfer full) (nullable): the picture; %NULL with an error if there can
 *   be none */
GdkTexture *tl_project_pictures_get_finish (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
