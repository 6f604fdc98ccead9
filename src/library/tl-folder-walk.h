/* tl-folder-walk.h: looks through folders for projects, a folder at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Hidden folders and files are left out, and so are folders that a link leads to:
 * a link may lead anywhere, also back. Belongs to the thread that uses it. */
typedef struct _TlFolderWalk TlFolderWalk;

TlFolderWalk *tl_folder_walk_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void          tl_folder_walk_free (TlFolderWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFolderWalk, tl_folder_walk_free)

/* A folder to look through, with all below it. */
void          tl_folder_walk_add  (TlFolderWalk *self,
                                   GFile        *folder);

/* The folder that is to be listed next, or NULL when there are no more: whoever
 * wants to miss nothing watches it before it is listed. (transfer none) */
GFile        *tl_folder_walk_get_next (TlFolderWalk *self);

/**
 * tl_folder_walk_step:
 * @files: (element-type GFile): the projects that lie in the folder are added
 * @cancellable: (nullable): breaks it off
 *
 * Lists the next folder, blocking. One that cannot be listed has no projects.
 */
void          tl_folder_walk_step (TlFolderWalk *self,
                                   GPtrArray    *files,
                                   GCancellable *cancellable);

/* Whether a file is called like a project. */
gboolean      tl_folder_walk_is_project (GFile  *file);

G_END_DECLS
