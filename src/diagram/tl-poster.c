/* tl-poster.c: a scene on sheets of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-poster.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_A_UNIT 0.75
#define POINTS_A_MM   (72 / 25.4)

/* Lines and chips hang out of the bounds of what they belong to, in canvas units. */
#define BLEED 12
/* Of a picture, on paper, in points: less cannot be read, nor glued. */
#define MIN_ROOM 36
/* What is lost in adding up is no reason for another sheet. */
#define EPSILON 1e-6

struct _TlPoster
{
  gatomicrefcount  refs;
  double           width;
  double           height;
  double           overlap;
  gboolean         mirrored;
  double           scale;
  TlRect           room;   /* of every page */
  TlPoint          origin; /* canvas units: upper left of the first page */
  guint            columns;
  guint            rows;
  GArray          *pages;  /* of TlPosterPage */
};

TlPoster *
tl_poster_ref (TlPoster *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tl_poster_unref (TlPoster *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->pages);
  g_free (self);
}

/* What is asked for {{{1 */

static gboolean
is_length (double length)
{
  return isfinite (length) && length >= 0;
}

gboolean
tl_poster_check_options (const TlPosterOptions  *options,
                         GError                **error)
{
  gboolean by_pages;

  g_return_val_if_fail (options != NULL, FALSE);

  by_pages = options->columns > 0 && options->rows > 0;
  if (!is_length (options->paper_width) || !is_length (options->paper_height) || !is_length (options->margin) || !is_length (options->head)
      || !is_length (options->foot) || !is_length (options->overlap))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("Sizes of paper, margins and overlap cannot be negative."));
      return FALSE;
    }
  if (!by_pages && (!isfinite (options->scale) || options->scale <= 0))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The scale has to be greater than nought."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
fail_too_many (double   n_pages,
               GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("That would be %'.0f pages; at most %d are printed at once. Choose a smaller scale or larger paper."),
               MIN (n_pages, 1e9), TL_POSTER_MAX_PAGES);
  return FALSE;
}

/* Where it is cut {{{1 */

gboolean
tl_poster_find_room (const TlPosterOptions  *options,
                     gboolean                landscape,
                     double                 *width,
                     double                 *height,
                     TlRect                 *room,
                     GError                **error)
{
  double shorter, longer;

  g_return_val_if_fail (options != NULL, FALSE);

  shorter = MIN (options->paper_width, options->paper_height);
  longer = MAX (options->paper_width, options->paper_height);
  *width = landscape ? longer : shorter;
  *height = landscape ? shorter : longer;
  *room = (TlRect) {
    options->margin,
    options->margin + options->head,
    *width - 2 * options->margin,
    *height - 2 * options->margin - options->head - options->foot,
  };
  if (MIN (room->width, room->height) - options->overlap >= MIN_ROOM)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The margins and the overlap leave no room on the paper. Choose smaller ones, or larger paper."));
  return FALSE;
}

/* Of @n sheets side by side, each of which shows @overlap of the one before. */
static double
span (double room,
      double overlap,
      guint  n)
{
  return n * room - (n - 1) * overlap;
}

static double
count (double length,
       double room,
       double overlap)
{
  return MAX (ceil ((length - overlap) / (room - overlap) - EPSILON), 1);
}

static gboolean
divide (TlPoster               *self,
        const TlRect           *bounds,
        const TlPosterOptions  *options,
        GError                **error)
{
  double columns, rows;

  if (options->columns > 0 && options->rows > 0)
    self->scale = MIN (span (self->room.width, self->overlap, options->columns) / bounds->width,
                       span (self->room.height, self->overlap, options->rows) / bounds->height);
  else
    self->scale = options->scale * POINTS_A_UNIT;

  columns = count (bounds->width * self->scale, self->room.width, self->overlap);
  rows = count (bounds->height * self->scale, self->room.height, self->overlap);
  if (!(columns * rows <= TL_POSTER_MAX_PAGES))
    return fail_too_many (columns * rows, error);

  self->columns = (guint) columns;
  self->rows = (guint) rows;
  self->origin.x = bounds->x + bounds->width / 2 - span (self->room.width, self->overlap, self->columns) / self->scale / 2;
  self->origin.y = bounds->y + bounds->height / 2 - span (self->room.height, self->overlap, self->rows) / self->scale / 2;
  return TRUE;
}

static TlPoster *
create (const TlRect           *bounds,
        gboolean                mirrored,
        const TlPosterOptions  *options,
        gboolean                landscape,
        GError                **error)
{
  g_autoptr (TlPoster) self = g_new0 (TlPoster, 1);

  g_atomic_ref_count_init (&self->refs);
  self->pages = g_array_new (FALSE, FALSE, sizeof (TlPosterPage));
  self->overlap = options->overlap;
  self->mirrored = mirrored;
  if (!tl_poster_find_room (options, landscape, &self->width, &self->height, &self->room, error) || !divide (self, bounds, options, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Positive: @a shows more, or needs less paper. */
static double
compare (const TlPoster        *a,
         const TlPoster        *b,
         const TlPosterOptions *options)
{
  if (options->columns > 0 && options->rows > 0)
    return fabs (a->scale - b->scale) > EPSILON * a->scale ? a->scale - b->scale : 0;
  return (double) (b->columns * b->rows) - (double) (a->columns * a->rows);
}

static TlPoster *
create_best (const TlRect           *bounds,
             gboolean                mirrored,
             const TlPosterOptions  *options,
             GError                **error)
{
  g_autoptr (TlPoster) upright = NULL;
  g_autoptr (TlPoster) across = NULL;
  double better;

  if (options->orientation != TL_POSTER_AUTOMATIC)
    return create (bounds, mirrored, options, options->orientation == TL_POSTER_LANDSCAPE, error);

  upright = create (bounds, mirrored, options, FALSE, error);
  across = create (bounds, mirrored, options, TRUE, NULL);
  if (upright == NULL || across == NULL)
    {
      if (across != NULL)
        g_clear_error (error);
      return upright != NULL ? g_steal_pointer (&upright) : g_steal_pointer (&across);
    }
  better = compare (across, upright, options);
  if (better > 0 || (better == 0 && bounds->width > bounds->height))
    return g_steal_pointer (&across);
  return g_steal_pointer (&upright);
}

/* Pages {{{1 */

/* @column: where one begins to read is the first. */
static TlRect
get_part (const TlPoster *self,
          guint           column,
          guint           row)
{
  guint from_left = self->mirrored ? self->columns - 1 - column : column;

  return (TlRect) {
    self->origin.x + from_left * (self->room.width - self->overlap) / self->scale,
    self->origin.y + row * (self->room.height - self->overlap) / self->scale,
    self->room.width / self->scale,
    self->room.height / self->scale,
  };
}

static gboolean
has_something (const TlScene *scene,
               const TlRect  *part,
               GArray        *found)
{
  TlRect reach = tl_rect_grow (part, BLEED);

  g_array_set_size (found, 0);
  tl_scene_query_nodes (scene, &reach, found);
  if (found->len > 0)
    return TRUE;

  tl_scene_query_edges (scene, &reach, found);
  for (guint i = 0; i < found->len; i++)
    if ((tl_scene_get_edge (scene, g_array_index (found, guint32, i))->flags & TL_EDGE_QUIET) == 0)
      return TRUE;
  return FALSE;
}

static guint
find_neighbours (const TlPoster *self,
                 const gboolean *there,
                 guint           column,
                 guint           row)
{
  const gboolean *here = there + row * self->columns + column;
  guint neighbours = 0;

  if (column > 0 && here[-1])
    neighbours |= self->mirrored ? TL_POSTER_RIGHT : TL_POSTER_LEFT;
  if (column + 1 < self->columns && here[1])
    neighbours |= self->mirrored ? TL_POSTER_LEFT : TL_POSTER_RIGHT;
  if (row > 0 && here[-(int) self->columns])
    neighbours |= TL_POSTER_ABOVE;
  if (row + 1 < self->rows && here[self->columns])
    neighbours |= TL_POSTER_BELOW;
  return neighbours;
}

static void
add_pages (TlPoster      *self,
           const TlScene *scene)
{
  g_autofree gboolean *there = g_new (gboolean, self->columns * self->rows);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->columns * self->rows; i++)
    {
      TlRect part = get_part (self, i % self->columns, i / self->columns);

      there[i] = has_something (scene, &part, found);
    }
  for (guint i = 0; i < self->columns * self->rows; i++)
    if (there[i])
      {
        TlPosterPage page = { .column = i % self->columns, .row = i / self->columns, .room = self->room };

        page.part = get_part (self, page.column, page.row);
        page.neighbours = find_neighbours (self, there, page.column, page.row);
        g_array_append_val (self->pages, page);
      }
}

TlPoster *
tl_poster_new (const TlScene          *scene,
               const TlPosterOptions  *options,
               GError                **error)
{
  g_autoptr (TlPoster) self = NULL;
  TlRect bounds;

  g_return_val_if_fail (scene != NULL && options != NULL, NULL);

  bounds = tl_scene_get_bounds (scene);
  if (tl_scene_get_n_nodes (scene) + tl_scene_get_n_edges (scene) == 0 || bounds.width < 0 || bounds.height < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is nothing to print."));
      return NULL;
    }
  if (!tl_poster_check_options (options, error))
    return NULL;

  bounds = tl_rect_grow (&bounds, BLEED);
  self = create_best (&bounds, tl_scene_is_mirrored (scene), options, error);
  if (self == NULL)
    return NULL;
  add_pages (self, scene);
  return g_steal_pointer (&self);
}

guint
tl_poster_get_n_pages (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

const TlPosterPage *
tl_poster_get_page (const TlPoster *self,
                    guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->pages->len, NULL);

  return &g_array_index (self->pages, TlPosterPage, index);
}

guint
tl_poster_get_n_columns (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns;
}

guint
tl_poster_get_n_rows (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows;
}

double
tl_poster_get_scale (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->scale;
}

double
tl_poster_get_overlap (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->overlap;
}

double
tl_poster_get_width (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
tl_poster_get_height (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

gboolean
tl_poster_is_landscape (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->width > self->height;
}

gboolean
tl_poster_is_mirrored (const TlPoster *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mirrored;
}

/* Like the columns of a spreadsheet: A … Z, AA … */
char *
tl_poster_page_dup_label (const TlPosterPage *page)
{
  GString *label;

  g_return_val_if_fail (page != NULL, NULL);

  label = g_string_new (NULL);
  for (guint rest = page->column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (label, 'A' + (char) ((rest - 1) % 26));
  g_string_append_printf (label, "%u", page->row + 1);
  return g_string_free (label, FALSE);
}

/* Paper {{{1 */

gboolean
tl_poster_parse_paper (const char  *name,
                       double      *width,
                       double      *height,
                       GError     **error)
{
  static const struct
  {
    const char *name;
    double      width; /* mm */
    double      height;
  } papers[] = {
    { "A0", 841, 1189 }, { "A1", 594, 841 }, { "A2", 420, 594 }, { "A3", 297, 420 }, { "A4", 210, 297 }, { "A5", 148, 210 },
    { "letter", 215.9, 279.4 }, { "legal", 215.9, 355.6 }, { "tabloid", 279.4, 431.8 },
  };
  g_autofree char *shown = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        *width = papers[i].width * POINTS_A_MM;
        *height = papers[i].height * POINTS_A_MM;
        return TRUE;
      }

  shown = g_utf8_make_valid (name, -1);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("There is no paper “%s”; there are: A0, A1, A2, A3, A4, A5, letter, legal, tabloid."), shown);
  return FALSE;
}
