/* tl-shown-path.h: where a file lies, as its user knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * tl_shown_path_dup:
 * @file: a file or folder, which need not be there
 *
 * The path to show of a file, never to open it by. In the sandbox of a Flatpak, what was
 * chosen lies in a folder of the document portal with a name of its own; shown is where it
 * lies outside, or, where an old portal does not tell, the part of the path that the user
 * has chosen. May ask the file system; may be called from any thread.
 *
 * Returns: (transfer full): a path or URI in UTF-8
 */
char *tl_shown_path_dup        (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_shown_path_dup_folder:
 * @file: a file or folder
 *
 * Like tl_shown_path_dup(), of the folder that @file lies in.
 *
 * Returns: (transfer full) (nullable): a path or URI in UTF-8; %NULL if there is none or it
 *   is not known
 */
char *tl_shown_path_dup_folder (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_shown_path_create_file:
 * @file: a file or folder
 *
 * What to begin with when the user is asked for a place by the file chooser, which is outside
 * of the sandbox.
 *
 * Returns: (transfer full) (nullable): where @file is for the file chooser; %NULL if that is
 *   not known
 */
GFile *tl_shown_path_create_file (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_shown_path_shorten:
 * @path: from the functions above
 *
 * Returns: (transfer full): @path, with a tilde in place of the user's home; "Home", in their language, for that itself
 */
char *tl_shown_path_shorten    (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
