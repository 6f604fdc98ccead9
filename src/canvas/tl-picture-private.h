/* tl-picture-private.h: the parts of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-picture.h"
#include "canvas/tl-tile-layer.h"

G_BEGIN_DECLS

struct _TlPicture
{
  TlPictureFunc  changed;
  gpointer       user_data;
  TlContent     *content;
  TlTilePainter *thread;
  TlPainter     *painter;  /* for what is painted at once */

  TlTileLayer   *overview; /* of the whole scene, fitted or nearly */
  TlTileLayer   *detail;   /* around the view */
  TlTileLayer   *next;     /* takes the place of detail when it covers the view */
  TlTileLayer   *previous; /* shown until what takes its place covers the view */

  TlRect         visible;  /* of the last aim … */
  double         target;   /* … device pixels a canvas unit */
  gboolean       moving;
  gboolean       dirty;    /* the jobs are not those of the last aim */

  /* What was drawn last: a view that has not moved is the same to the renderer */
  GskRenderNode *drawn;
  TlViewport     drawn_view;
  double         drawn_device_scale;
  gboolean       drawn_textures;
};

/* Scales that differ by less than a pixel on the screen. */
gboolean tl_picture_same_scale (double     a,
                                double     b);
/* What is drawn next is to be drawn anew. */
void     tl_picture_invalidate (TlPicture *self);

G_END_DECLS
