/* tl-shot.h: a picture of a window, or of a part of it, as it is now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "diagram/tl-palette.h"

G_BEGIN_DECLS

/* Pixels of a picture a logical one: a stem of a letter covers whole pixels then, so that its
 * colour is the text's. */
#define TL_SHOT_SCALE 2

typedef struct
{
  GtkWidget *root;
  guint32   *pixels;
  int        width;  /* in pixels */
  int        height;
} TlShot;

/* Draws @area of @root, in logical pixels of it, or all of it if that is %NULL. */
gboolean tl_shot_take      (TlShot                *self,
                            GtkWidget             *root,
                            const graphene_rect_t *area);
void     tl_shot_clear     (TlShot                *self);
TlColor  tl_shot_get_color (guint32                pixel);

/* What can be seen of a widget in its window, in logical pixels: what scrolls it cuts it, and what
 * lies upon its middle hides it. */
gboolean tl_shot_find      (GtkWidget             *root,
                            GtkWidget             *widget,
                            graphene_rect_t       *area);
/* Names and style classes of a widget and of what it is in, for messages. */
char    *tl_shot_describe  (GtkWidget             *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
