/* tl-table-columns.c: how wide the columns of a table are on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-table-pages-private.h"

#include <math.h>

/* Times the size of letters: a longer word is broken … */
#define MAX_WORD 16
/* … and where there are too many columns they are about as wide as this. */
#define COMFORT 7
/* Of the width of a page: what the column that is said on every page may take. */
#define FIRST_SHARE 0.3
/* Times what it needs: no column becomes wider because there is room. */
#define MAX_STRETCH 2
/* Cells between two looks whether anybody still wants to know. */
#define CANCEL_CELLS 512

double
tl_table_pages_get_padding_x (const TlTablePages *self)
{
  return TL_TABLE_PADDING_X * self->scale;
}

/* What they want {{{1 */

static double
get_text_width (TlTablePages *self,
                GHashTable   *texts,
                const char   *text)
{
  gpointer known = NULL;
  double width;

  if (*text == '\0')
    return 0;
  if (g_hash_table_lookup_extended (texts, text, NULL, &known))
    return GPOINTER_TO_INT (known) / (double) PANGO_SCALE;
  width = tl_table_text_measure (&self->text, text, FALSE);
  g_hash_table_insert (texts, (gpointer) text, GINT_TO_POINTER ((int) ceil (width * PANGO_SCALE)));
  return width;
}

static void
measure_cell (TlTablePages *self,
              GHashTable   *texts,
              const char   *text,
              TlTableWish  *wish)
{
  double width = get_text_width (self, texts, text);
  double most = MAX_WORD * TL_TABLE_FONT_SIZE * self->scale;

  wish->natural = MAX (wish->natural, width);
  /* A text that is no wider than some word has none that is longer. */
  if (width > wish->least && wish->least < most)
    wish->least = MAX (wish->least, MIN (tl_table_text_measure_word (&self->text, text, FALSE), most));
}

TlTableWish *
tl_table_columns_measure (TlTablePages *self,
                          GHashTable   *texts,
                          GCancellable *cancellable)
{
  guint n_columns = tl_print_table_get_n_columns (self->table);
  guint n_rows = tl_print_table_get_n_rows (self->table);
  g_autofree TlTableWish *wishes = g_new0 (TlTableWish, n_columns);
  guint n_cells = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *title = tl_print_table_get_column_title (self->table, i);

      wishes[i].natural = tl_table_text_measure (&self->text, title, TRUE);
      wishes[i].least = MIN (tl_table_text_measure_word (&self->text, title, TRUE), MAX_WORD * TL_TABLE_FONT_SIZE * self->scale);
    }
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        if (n_cells++ % CANCEL_CELLS == 0 && g_cancellable_is_cancelled (cancellable))
          return NULL;
        measure_cell (self, texts, tl_print_table_get_cell (self->table, row, i), &wishes[i]);
      }
  return g_steal_pointer (&wishes);
}

/* What they get {{{1 */

static double
add_up (const TlTablePages *self,
        const TlTableWish  *wishes,
        gboolean            natural)
{
  double sum = 0;

  for (guint i = 0; i < tl_print_table_get_n_columns (self->table); i++)
    sum += (natural ? wishes[i].natural : wishes[i].least) + 2 * tl_table_pages_get_padding_x (self);
  return sum;
}

/* A line that is wrapped now and then does no harm. */
gboolean
tl_table_columns_want_landscape (const TlTablePages *self,
                                 const TlTableWish  *wishes,
                                 double              room)
{
  return add_up (self, wishes, TRUE) > room * 1.25;
}

/* There is more than is needed: texts take some of it, numbers stay near what they belong to. */
static void
stretch (TlTablePages      *self,
         const TlTableWish *wishes)
{
  guint n = tl_print_table_get_n_columns (self->table);
  double left = self->room.width - add_up (self, wishes, TRUE);
  double texts = 0;

  for (guint i = 0; i < n; i++)
    if (tl_print_table_get_column_align (self->table, i) == TL_PRINT_BEGIN)
      texts += wishes[i].natural;
  for (guint i = 0; i < n; i++)
    {
      self->widths[i] = wishes[i].natural;
      if (tl_print_table_get_column_align (self->table, i) == TL_PRINT_BEGIN && texts > 0)
        self->widths[i] += MIN (left * wishes[i].natural / texts, (MAX_STRETCH - 1) * wishes[i].natural);
    }
}

/* Of the columns that have no width yet, each could have @left / @n_left: gives those who need
 * just so much, or more, what they need. */
static gboolean
settle (TlTablePages      *self,
        const TlTableWish *wishes,
        gboolean           least,
        double            *left,
        guint             *n_left)
{
  double share = *left / MAX (*n_left, 1);
  gboolean settled = FALSE;

  for (guint i = 0; i < tl_print_table_get_n_columns (self->table); i++)
    if (self->widths[i] == 0 && (least ? wishes[i].least >= share : wishes[i].natural <= share))
      {
        /* Also nothing is something here, so that it counts as settled. */
        self->widths[i] = MAX (least ? wishes[i].least : wishes[i].natural, G_MINDOUBLE);
        *left -= self->widths[i];
        *n_left -= 1;
        settled = TRUE;
      }
  return settled;
}

/* All have their longest word; what is short is not wrapped, and what is long shares the rest. */
static void
squeeze (TlTablePages      *self,
         const TlTableWish *wishes)
{
  guint n = tl_print_table_get_n_columns (self->table), n_left = n;
  double left = self->room.width - n * 2 * tl_table_pages_get_padding_x (self);

  while (settle (self, wishes, TRUE, &left, &n_left))
    ;
  while (settle (self, wishes, FALSE, &left, &n_left))
    ;
  for (guint i = 0; i < n; i++)
    if (self->widths[i] == 0)
      self->widths[i] = left / n_left;
}

static void
add_band (TlTablePages *self,
          guint         first,
          guint         end)
{
  TlTableBand band = { first, end };

  g_array_append_val (self->bands, band);
}

/* As many beside each other as there is room for, each time after the first one. */
static void
divide (TlTablePages      *self,
        const TlTableWish *wishes)
{
  double comfort = COMFORT * TL_TABLE_FONT_SIZE * self->scale;
  double padding = 2 * tl_table_pages_get_padding_x (self);
  guint n = tl_print_table_get_n_columns (self->table);
  double room, used = 0;
  guint first = 1;

  self->widths[0] = MIN (wishes[0].natural, MAX (MIN (wishes[0].least, self->room.width / 2), self->room.width * FIRST_SHARE));
  room = self->room.width - self->widths[0] - padding;
  for (guint i = 1; i < n; i++)
    {
      self->widths[i] = MIN (MIN (wishes[i].natural, MAX (wishes[i].least, comfort)), room - padding);
      if (i > first && used + self->widths[i] + padding > room)
        {
          add_band (self, first, i);
          first = i;
          used = 0;
        }
      used += self->widths[i] + padding;
    }
  add_band (self, first, n);
}

void
tl_table_columns_share (TlTablePages      *self,
                        const TlTableWish *wishes)
{
  guint n = tl_print_table_get_n_columns (self->table);

  if (add_up (self, wishes, TRUE) <= self->room.width)
    stretch (self, wishes);
  else if (n > 1 && add_up (self, wishes, FALSE) > self->room.width)
    {
      divide (self, wishes);
      return;
    }
  else if (n > 1)
    squeeze (self, wishes);
  else
    self->widths[0] = self->room.width - 2 * tl_table_pages_get_padding_x (self);
  add_band (self, 0, n);
}
