/* tl-line-place.c: columns of elements, and what is level in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-blueprint-private.h"
#include "diagram/tl-line-private.h"
#include "diagram/tl-wish.h"

#define N_SWEEPS 4

typedef struct
{
  TlLineBuild *build;
  GPtrArray   *columns; /* of GArray of guint */
  double      *sums;    /* of each stop: middles of what it is joined to … */
  guint       *counts;  /* … and how many there are */
} Placing;

static double
get_middle (const TlLineStop *stop)
{
  return stop->y + stop->height / 2;
}

static void
count (Placing  *self,
       guint     stop,
       guint     other,
       gboolean  left)
{
  const TlLineStop *one = tl_line_get_stop (self->build, stop), *there = tl_line_get_stop (self->build, other);

  if (left ? there->column < one->column : there->column > one->column)
    {
      self->sums[stop] += get_middle (there);
      self->counts[stop]++;
    }
}

/* The middles of what stands to the left of each, or to the right. */
static void
sum_up (Placing  *self,
        gboolean  left)
{
  for (guint i = 0; i < self->build->stops->len; i++)
    self->sums[i] = self->counts[i] = 0;
  for (guint i = 0; i < self->build->steps->len; i++)
    {
      const TlLineStep *step = tl_line_get_step (self->build, i);

      count (self, step->from, step->to, left);
      count (self, step->to, step->from, left);
    }
}

static void
place_column (Placing *self,
              GArray  *column,
              double   apart)
{
  g_autofree TlWish *wishes = g_new (TlWish, column->len);
  double y = -G_MAXDOUBLE;

  for (guint i = 0; i < column->len; i++)
    {
      guint stop = g_array_index (column, guint, i);

      wishes[i] = (TlWish) { stop, i, get_middle (tl_line_get_stop (self->build, stop)) };
      if (self->counts[stop] > 0)
        wishes[i].wanted = self->sums[stop] / self->counts[stop];
    }
  tl_wish_sort (wishes, column->len);

  for (guint i = 0; i < column->len; i++)
    {
      TlLineStop *stop = tl_line_get_stop (self->build, wishes[i].thing);

      stop->y = MAX (y, tl_blueprint_snap (wishes[i].wanted - stop->height / 2));
      y = stop->y + stop->height + apart;
      g_array_index (column, guint, i) = wishes[i].thing;
    }
}

static void
fill_columns (Placing *self,
              guint    n_columns,
              double   apart)
{
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->columns, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->build->stops->len; i++)
    {
      TlLineStop *stop = tl_line_get_stop (self->build, i);
      GArray *column = g_ptr_array_index (self->columns, stop->column);
      const TlLineStop *last = NULL;

      if (column->len > 0)
        last = tl_line_get_stop (self->build, g_array_index (column, guint, column->len - 1));
      stop->y = last != NULL ? last->y + last->height + apart : 0;
      g_array_append_val (column, i);
    }
}

static double
move_to_top (TlLineBuild *build)
{
  double top = G_MAXDOUBLE, bottom = 0;

  for (guint i = 0; i < build->stops->len; i++)
    top = MIN (top, tl_line_get_stop (build, i)->y);
  for (guint i = 0; i < build->stops->len; i++)
    {
      TlLineStop *stop = tl_line_get_stop (build, i);

      stop->y -= top;
      bottom = MAX (bottom, stop->y + stop->height);
    }

  return bottom;
}

double
tl_line_build_place (TlLineBuild *self,
                     guint        n_columns,
                     double       apart)
{
  Placing placing = {
    .build = self,
    .columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .sums = g_new0 (double, self->stops->len),
    .counts = g_new0 (guint, self->stops->len),
  };

  fill_columns (&placing, n_columns, apart);
  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    {
      for (guint i = 1; i < n_columns; i++)
        {
          sum_up (&placing, TRUE);
          place_column (&placing, g_ptr_array_index (placing.columns, i), apart);
        }
      for (guint i = n_columns > 0 ? n_columns - 1 : 0; i-- > 0;)
        {
          sum_up (&placing, FALSE);
          place_column (&placing, g_ptr_array_index (placing.columns, i), apart);
        }
    }

  g_ptr_array_unref (placing.columns);
  g_free (placing.sums);
  g_free (placing.counts);
  return move_to_top (self);
}
