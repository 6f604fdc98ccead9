/* tl-project-picture.h: shows the picture of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "library/tl-library-entry.h"

G_BEGIN_DECLS

/**
 * TlProjectPicture:
 *
 * The value chain of a project as a heat map, whole within the widget; until it is
 * there, or if there can be none, the sign of a project. Says nothing to who cannot
 * see: the numbers are in words beside it.
 */
#define TL_TYPE_PROJECT_PICTURE (tl_project_picture_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectPicture, tl_project_picture, TL, PROJECT_PICTURE, GtkWidget)

/* @width, @height: of the widget, in pixels at 100 %. */
GtkWidget *tl_project_picture_new       (int               width,
                                         int               height) G_GNUC_WARN_UNUSED_RESULT;
void       tl_project_picture_set_entry (TlProjectPicture *self,
                                         TlLibraryEntry   *entry); /* nullable */

G_END_DECLS
