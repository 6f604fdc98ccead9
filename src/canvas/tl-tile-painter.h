/* tl-tile-painter.h: paints pieces of a scene in a thread of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-painter.h"

G_BEGIN_DECLS

typedef enum
{
  TL_CONTENT_PICTURE, /* on the colour of the canvas */
  TL_CONTENT_LAYER,   /* on nothing, with a ring around each node that is in no other */
  TL_CONTENT_RINGS,   /* the rings of the nodes alone */
} TlContentKind;

/* What is painted, and how: immutable and reference-counted, shared by threads. */
typedef struct
{
  gatomicrefcount       ref_count;
  TlScene              *scene;
  const TlPalette      *palette;
  PangoFontDescription *font;
  TlContentKind         kind;
  TlMarks              *marks;  /* of what is painted: those that are @shown; NULL: all */
  guint8                shown;
  TlRect                bounds; /* of all that is painted */
} TlContent;

TlContent *tl_content_new      (TlScene                    *scene,
                                const TlPalette            *palette,
                                const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;
/* A part of what @content paints, in the same colours. */
TlContent *tl_content_new_part (const TlContent            *content,
                                TlContentKind               kind,
                                TlMarks                    *marks,
                                guint8                      shown) G_GNUC_WARN_UNUSED_RESULT;
TlContent *tl_content_ref      (TlContent                  *self);
void       tl_content_unref    (TlContent                  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlContent, tl_content_unref)

TlScenePart tl_content_get_part (const TlContent           *self);

/* A piece: the scene's plane is scaled, and this rectangle of device pixels is
 * cut from it. @owner and the cell tell the caller what it is for. */
typedef struct
{
  TlContent *content;
  double     scale;  /* device pixels a canvas unit */
  int        x;
  int        y;
  int        width;
  int        height;
  guint      owner;
  int        column;
  int        row;
} TlTileJob;

/* Paints one piece; NULL if it is one of a layer and there is nothing on it. @painter
 * is the calling thread's and made for the colours and font of the job's content. */
cairo_surface_t *tl_tile_job_paint (const TlTileJob *self,
                                    TlPainter       *painter) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _TlTilePainter TlTilePainter;

/* Called in the thread that made the painter, from its main loop. */
typedef void (*TlTileFunc) (const TlTileJob *job,
                            cairo_surface_t *surface, /* transfer full, nullable */
                            gpointer         user_data);

/**
 * tl_tile_painter_new:
 * @func: gets each piece
 *
 * The thread starts with the first job, at a lower priority than the caller's.
 */
TlTilePainter *tl_tile_painter_new         (TlTileFunc       func,
                                            gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Waits for the piece that is being painted, a few milliseconds; @func is not
 * called any more. */
void           tl_tile_painter_free        (TlTilePainter   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTilePainter, tl_tile_painter_free)

/* Replaces all jobs that have not begun; the first of @jobs is painted first.
 * One that is being painted, or waits to be handed over, is not begun again. */
void           tl_tile_painter_set_jobs    (TlTilePainter   *self,
                                            const TlTileJob *jobs,
                                            guint            n_jobs);

/* TRUE when nothing is waiting, being painted or to be handed over. */
gboolean       tl_tile_painter_is_idle     (TlTilePainter   *self);

G_END_DECLS
