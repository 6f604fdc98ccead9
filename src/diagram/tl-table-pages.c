/* tl-table-pages.c: a table on pages of paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-table-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Times the size of letters: what a line needs with the letters of any script. */
#define LINE_HEIGHT 1.36
/* Lines that at least have to be on a page, beside the titles of the columns. */
#define MIN_LINES 3
/* Rows between two looks whether anybody still wants to know. */
#define CANCEL_ROWS 64

TlTablePages *
tl_table_pages_ref (TlTablePages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tl_table_pages_unref (TlTablePages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  tl_table_text_clear (&self->text);
  g_mutex_clear (&self->mutex);
  g_array_unref (self->bands);
  g_array_unref (self->blocks);
  g_array_unref (self->pieces);
  tl_print_table_unref (self->table);
  g_free (self->widths);
  g_free (self);
}

/* Rows {{{1 */

double
tl_table_pages_get_row_height (const TlTablePages *self,
                               guint               n_lines)
{
  return n_lines * self->line + 2 * TL_TABLE_PADDING_Y * self->scale;
}

/* Only what is too wide, or has lines of its own, has to be laid out. */
static guint
count_row_lines (TlTablePages *self,
                 GHashTable   *texts,
                 guint         row)
{
  guint lines = 1;

  for (guint i = 0; i < tl_print_table_get_n_columns (self->table); i++)
    {
      const char *text = tl_print_table_get_cell (self->table, row, i);
      double width = GPOINTER_TO_INT (g_hash_table_lookup (texts, text)) / (double) PANGO_SCALE;

      if (*text != '\0' && (width > self->widths[i] || strpbrk (text, "\n\r") != NULL))
        lines = MAX (lines, tl_table_text_count_lines (&self->text, text, self->widths[i], FALSE));
    }
  return lines;
}

static void
measure_head (TlTablePages *self)
{
  const char *notes = tl_print_table_get_notes (self->table);

  self->head_lines = 1;
  for (guint i = 0; i < tl_print_table_get_n_columns (self->table); i++)
    self->head_lines = MAX (self->head_lines, tl_table_text_count_lines (&self->text, tl_print_table_get_column_title (self->table, i),
                                                                         self->widths[i], TRUE));
  self->head_lines = MIN (self->head_lines, TL_TABLE_MAX_HEAD_LINES);
  self->note_lines = *notes != '\0' ? MIN (tl_table_text_count_lines (&self->text, notes, self->room.width, FALSE), TL_TABLE_MAX_NOTE_LINES) : 0;
}

/* Blocks {{{1 */

typedef struct
{
  TlTablePages *pages;
  double        room;    /* for rows */
  double        used;    /* of the block that is filled */
  TlTableBlock  block;
  int           heading; /* of the rows that come, -1 for none */
} Filling;

static void
end_block (Filling *filling)
{
  TlTablePages *self = filling->pages;

  filling->block.end = self->pieces->len;
  if (filling->block.end > filling->block.first)
    g_array_append_val (self->blocks, filling->block);
  filling->block = (TlTableBlock) { .first = self->pieces->len, .heading = filling->heading };
  filling->used = filling->heading >= 0 ? tl_table_pages_get_row_height (self, 1) : 0;
}

static void
add_piece (Filling *filling,
           guint    row,
           guint    first,
           guint    n)
{
  TlTablePiece piece = { row, first, n };

  g_array_append_val (filling->pages->pieces, piece);
  filling->used += tl_table_pages_get_row_height (filling->pages, n);
}

/* Lines that still fit, with what is above and beneath them. */
static guint
count_fitting (const Filling *filling)
{
  double left = filling->room - filling->used - tl_table_pages_get_row_height (filling->pages, 0);

  return left > 0 ? (guint) (left / filling->pages->line + 1e-6) : 0;
}

static void
add_heading (Filling *filling,
             guint    row)
{
  TlTablePages *self = filling->pages;

  filling->heading = -1;
  /* With a line of what it stands above. */
  if (filling->used + tl_table_pages_get_row_height (self, 1) + tl_table_pages_get_row_height (self, 1) > filling->room)
    end_block (filling);
  add_piece (filling, row, 0, 1);
  filling->heading = (int) row;
}

static gboolean
is_after_heading (const Filling *filling)
{
  GArray *pieces = filling->pages->pieces;

  return filling->heading >= 0 && pieces->len > filling->block.first
         && (int) g_array_index (pieces, TlTablePiece, pieces->len - 1).row == filling->heading;
}

/* The heading that is last on its page goes where its rows go. */
static void
break_before_row (Filling *filling)
{
  int heading = filling->heading;

  if (!is_after_heading (filling))
    {
      end_block (filling);
      return;
    }
  if (filling->pages->pieces->len - filling->block.first == 1)
    return;
  g_array_set_size (filling->pages->pieces, filling->pages->pieces->len - 1);
  filling->heading = -1;
  end_block (filling);
  add_piece (filling, (guint) heading, 0, 1);
  filling->heading = heading;
}

static void
add_row (Filling *filling,
         guint    row,
         guint    n_lines)
{
  guint first = 0;

  if (count_fitting (filling) < n_lines)
    break_before_row (filling);
  while (first < n_lines)
    {
      guint n = MIN (MAX (count_fitting (filling), 1), n_lines - first);

      add_piece (filling, row, first, n);
      first += n;
      if (first < n_lines)
        end_block (filling);
    }
}

double
tl_table_pages_get_notes_height (const TlTablePages *self)
{
  return self->note_lines > 0 ? self->note_lines * self->line + TL_TABLE_NOTE_GAP * self->scale : 0;
}

static double
get_rows_room (const TlTablePages *self)
{
  return self->room.height - tl_table_pages_get_notes_height (self) - tl_table_pages_get_row_height (self, self->head_lines);
}

static gboolean
fill_blocks (TlTablePages  *self,
             GHashTable    *texts,
             GCancellable  *cancellable,
             GError       **error)
{
  Filling filling = { .pages = self, .room = get_rows_room (self), .heading = -1, .block = { .heading = -1 } };

  for (guint row = 0; row < tl_print_table_get_n_rows (self->table); row++)
    {
      if (row % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (tl_print_table_get_heading (self->table, row) != NULL)
        add_heading (&filling, row);
      else
        add_row (&filling, row, count_row_lines (self, texts, row));
    }
  filling.heading = -1;
  end_block (&filling);

  if (tl_table_pages_get_n_pages (self) <= TL_TABLE_MAX_PAGES)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("That would be %'u pages; at most %'d are printed at once. Narrow the table down with a filter, or choose a smaller scale or larger paper."),
               tl_table_pages_get_n_pages (self), TL_TABLE_MAX_PAGES);
  return FALSE;
}

/* All of it {{{1 */

static gboolean
lie (TlTablePages           *self,
     const TlPosterOptions  *paper,
     gboolean                landscape,
     GError                **error)
{
  return tl_poster_find_room (paper, landscape, &self->width, &self->height, &self->room, error);
}

/* Across, if the columns are better off there. */
static gboolean
choose_side (TlTablePages           *self,
             const TlPosterOptions  *paper,
             const TlTableWish      *wishes,
             GError                **error)
{
  if (paper->orientation != TL_POSTER_AUTOMATIC)
    return lie (self, paper, paper->orientation == TL_POSTER_LANDSCAPE, error);
  if (!lie (self, paper, FALSE, error))
    return FALSE;
  return !tl_table_columns_want_landscape (self, wishes, self->room.width) || lie (self, paper, TRUE, error);
}

static TlTablePages *
create (TlPrintTable               *table,
        double                      scale,
        const PangoFontDescription *font,
        gboolean                    mirrored)
{
  TlTablePages *self = g_new0 (TlTablePages, 1);
  double size = TL_TABLE_FONT_SIZE * scale;

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->table = tl_print_table_ref (table);
  self->mirrored = mirrored;
  self->scale = scale;
  self->line = LINE_HEIGHT * size;
  self->ascent = (LINE_HEIGHT - 1) * size / 2 + 0.8 * size;
  self->widths = g_new0 (double, tl_print_table_get_n_columns (table));
  self->bands = g_array_new (FALSE, FALSE, sizeof (TlTableBand));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (TlTableBlock));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (TlTablePiece));
  tl_table_text_init (&self->text, font, size, mirrored);
  return self;
}

static gboolean
fill (TlTablePages           *self,
      const TlPosterOptions  *paper,
      GCancellable           *cancellable,
      GError                **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autofree TlTableWish *wishes = tl_table_columns_measure (self, texts, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || wishes == NULL || !choose_side (self, paper, wishes, error))
    return FALSE;
  tl_table_columns_share (self, wishes);
  measure_head (self);
  if (get_rows_room (self) >= tl_table_pages_get_row_height (self, 1) * MIN_LINES)
    return fill_blocks (self, texts, cancellable, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The margins and the titles leave no room for rows. Choose smaller ones, smaller text, or larger paper."));
  return FALSE;
}

TlTablePages *
tl_table_pages_new (TlPrintTable               *table,
                    const TlPosterOptions      *paper,
                    const PangoFontDescription *font,
                    gboolean                    mirrored,
                    GCancellable               *cancellable,
                    GError                    **error)
{
  g_autoptr (TlTablePages) self = NULL;

  g_return_val_if_fail (table != NULL && paper != NULL && font != NULL, NULL);
  g_return_val_if_fail (tl_print_table_get_n_columns (table) > 0, NULL);

  if (tl_print_table_get_n_rows (table) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is nothing to print."));
      return NULL;
    }
  if (!tl_poster_check_options (paper, error))
    return NULL;

  self = create (table, paper->scale, font, mirrored);
  return fill (self, paper, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

TlPrintTable *
tl_table_pages_get_table (const TlTablePages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

guint
tl_table_pages_get_n_pages (const TlTablePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len * self->bands->len;
}

guint
tl_table_pages_get_n_bands (const TlTablePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bands->len;
}

double
tl_table_pages_get_width (const TlTablePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
tl_table_pages_get_height (const TlTablePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

TlRect
tl_table_pages_get_room (const TlTablePages *self)
{
  g_return_val_if_fail (self != NULL, (TlRect) { 0 });

  return self->room;
}

void
tl_table_pages_get_part (const TlTablePages *self,
                         guint               page,
                         guint               rows[2],
                         guint               columns[2])
{
  const TlTableBlock *block;
  const TlTableBand *band;

  g_return_if_fail (self != NULL && page < tl_table_pages_get_n_pages (self));

  block = &g_array_index (self->blocks, TlTableBlock, page / self->bands->len);
  band = &g_array_index (self->bands, TlTableBand, page % self->bands->len);
  rows[0] = g_array_index (self->pieces, TlTablePiece, block->first).row;
  rows[1] = g_array_index (self->pieces, TlTablePiece, block->end - 1).row + 1;
  columns[0] = band->first;
  columns[1] = band->end;
}
