/* tl-poster.h: a scene on sheets of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "diagram/tl-scene.h"

G_BEGIN_DECLS

typedef enum
{
  TL_POSTER_AUTOMATIC, /* in which the picture is larger, or takes fewer sheets */
  TL_POSTER_PORTRAIT,
  TL_POSTER_LANDSCAPE,
} TlPosterOrientation;

/* Lengths are points, 1/72 inch. */
typedef struct
{
  double              paper_width;  /* in whatever orientation */
  double              paper_height;
  TlPosterOrientation orientation;
  double              margin;       /* on all four sides */
  double              head;         /* kept free within the margins, above the picture */
  double              foot;         /* beneath it */
  double              overlap;      /* what two sheets side by side both show */
  guint               columns;      /* as large as fits onto so many sheets … */
  guint               rows;
  double              scale;        /* … or, with no columns: 1 for a unit of 1/96 inch */
} TlPosterOptions;

/* Sheets on which this one's picture goes on. */
enum
{
  TL_POSTER_LEFT  = 1 << 0,
  TL_POSTER_RIGHT = 1 << 1,
  TL_POSTER_ABOVE = 1 << 2,
  TL_POSTER_BELOW = 1 << 3,
};

typedef struct
{
  guint  column;     /* from 0, which is where one begins to read */
  guint  row;
  guint  neighbours; /* TL_POSTER_LEFT … */
  TlRect room;       /* of the picture on the paper, in points */
  TlRect part;       /* what of the scene stands there, in canvas units: all of the room */
} TlPosterPage;

/* More sheets than this are a mistake. */
#define TL_POSTER_MAX_PAGES 400

/* Whether these are sizes. @error: return location: %G_IO_ERROR_INVALID_ARGUMENT */
gboolean            tl_poster_check_options  (const TlPosterOptions  *options,
                                              GError                **error);
/* What margins, head and foot leave of the paper.
 * @width: (out): of the paper, as it lies
 * @error: return location: %G_IO_ERROR_INVALID_ARGUMENT if that is nothing */
gboolean            tl_poster_find_room      (const TlPosterOptions  *options,
                                              gboolean                landscape,
                                              double                 *width,
                                              double                 *height,
                                              TlRect                 *room,
                                              GError                **error);

/* Where a scene is cut. Immutable, reference-counted, for any thread. */
typedef struct _TlPoster TlPoster;

/**
 * tl_poster_new:
 * @scene: what is to be printed
 * @error: return location: %G_IO_ERROR_INVALID_ARGUMENT for lengths that leave no
 *   room or are none; %G_IO_ERROR_NOT_SUPPORTED for more than %TL_POSTER_MAX_PAGES
 *   sheets; %G_IO_ERROR_NOT_FOUND for a scene with nothing in it
 *
 * Divides a scene. It stands in the middle of its sheets, of which there are no more
 * than it needs: those on which nothing of it would be are left out.
 *
 * Returns: (transfer full) (nullable): the sheets as one reads, row by row, at least one
 */
TlPoster           *tl_poster_new            (const TlScene          *scene,
                                              const TlPosterOptions  *options,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
TlPoster           *tl_poster_ref            (TlPoster               *self);
void                tl_poster_unref          (TlPoster               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPoster, tl_poster_unref)

guint               tl_poster_get_n_pages    (const TlPoster         *self);
const TlPosterPage *tl_poster_get_page       (const TlPoster         *self,
                                              guint                   index);
/* With those that are left out. */
guint               tl_poster_get_n_columns  (const TlPoster         *self);
guint               tl_poster_get_n_rows     (const TlPoster         *self);
/* Points a canvas unit. */
double              tl_poster_get_scale      (const TlPoster         *self);
double              tl_poster_get_overlap    (const TlPoster         *self);
/* As the paper lies, in points. */
double              tl_poster_get_width      (const TlPoster         *self);
double              tl_poster_get_height     (const TlPoster         *self);
gboolean            tl_poster_is_landscape   (const TlPoster         *self);
/* Whether the first column of sheets is on the right, as its scene begins there. */
gboolean            tl_poster_is_mirrored    (const TlPoster         *self);

/* "A1", "B1" …: the column in letters, the row in numbers. (transfer full) */
char               *tl_poster_page_dup_label (const TlPosterPage     *page);

/**
 * tl_poster_parse_paper:
 * @name: "A4", "letter" …, in any case
 * @width: (out): in points, upright
 * @error: return location: %G_IO_ERROR_INVALID_ARGUMENT, a sentence with those there are
 */
gboolean            tl_poster_parse_paper    (const char             *name,
                                              double                 *width,
                                              double                 *height,
                                              GError                **error);

G_END_DECLS
