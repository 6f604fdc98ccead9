/* tl-blueprint-tidy.c: a good arrangement of the parts of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "diagram/tl-blueprint-layers.h"
#include "diagram/tl-blueprint-private.h"

/* Every lane is a grid. The rows are the same in all lanes, so that what is
 * traced can stand at one height; the columns are each lane's own. */

/* Width of a column, three lanes of them, by the height of a row: the arrangement
 * becomes about half as wide again as high. */
#define SHAPE 0.27
/* Cells for each node: what hangs together leaves some of them empty. */
#define SPARE 1.25
#define NOT_PLACED -1

typedef struct
{
  const TlBlueprintFacts *facts;
  const double           *chips;
  TlRect                 *places;
  TlBlueprintGraph        graph;
  guint                   n;
  guint                  *items;    /* of each node */
  int                    *numbers;  /* of each item: its node, or -1 */
  guint                  *crossing; /* first_crossing: ties to other lanes, by node */
  guint                  *first_crossing;
  guint                   columns[TL_N_LANES];
  int                    *rows;     /* of each node, or NOT_PLACED */
  guint                  *column;   /* of each node */
  GHashTable             *taken[TL_N_LANES]; /* row × 65536 + column */
} Tidying;

static TlLane
get_lane (Tidying *self,
          guint    node)
{
  return tl_blueprint_facts_get_item (self->facts, self->items[node])->lane;
}

static void
collect_nodes (Tidying        *self,
               const gboolean *chosen)
{
  guint n_items = self->facts->items->len;

  self->items = g_new (guint, n_items);
  self->numbers = g_new (int, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      self->numbers[i] = -1;
      if (self->places[i].width < 0 || (chosen != NULL && !chosen[i]))
        continue;
      self->numbers[i] = self->n;
      self->items[self->n++] = i;
    }
}

/* Ends of the ties of a node, in its own lane or in others, appended from @next on. */
static guint
list_ends (Tidying               *self,
           const TlBlueprintTies *ties,
           guint                  node,
           gboolean               own_lane,
           guint                 *ends,
           gboolean              *outwards,
           guint                  next)
{
  guint item = self->items[node];

  for (guint i = ties->first[item]; i < ties->first[item + 1]; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (self->facts, ties->ties[i]);
      int other = self->numbers[tie->from == item ? tie->to : tie->from];

      if (other < 0 || other == (int) node || (get_lane (self, other) == get_lane (self, node)) != own_lane)
        continue;
      ends[next] = other;
      if (outwards != NULL)
        outwards[next] = tie->from == item;
      next++;
    }

  return next;
}

static void
collect_ends (Tidying               *self,
              const TlBlueprintTies *ties)
{
  TlBlueprintGraph *graph = &self->graph;
  guint n_ends = ties->first[self->facts->items->len];
  guint inside = 0, across = 0;

  graph->n_nodes = self->n;
  graph->first = g_new0 (guint, self->n + 1);
  graph->neighbours = g_new (guint, n_ends);
  graph->outwards = g_new (gboolean, n_ends);
  graph->kinds = g_new (gconstpointer, self->n);
  graph->is_free = g_new (gboolean, self->n);
  self->first_crossing = g_new0 (guint, self->n + 1);
  self->crossing = g_new (guint, n_ends);
  for (guint i = 0; i < self->n; i++)
    {
      graph->kinds[i] = tl_blueprint_facts_get_item (self->facts, self->items[i])->kind;
      graph->first[i] = inside;
      self->first_crossing[i] = across;
      inside = list_ends (self, ties, i, TRUE, graph->neighbours, graph->outwards, inside);
      across = list_ends (self, ties, i, FALSE, self->crossing, NULL, across);
      graph->is_free[i] = across == self->first_crossing[i];
    }
  graph->first[self->n] = inside;
  self->first_crossing[self->n] = across;
}

static GArray *
list_lane (Tidying *self,
           TlLane   lane)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n; i++)
    if (get_lane (self, i) == lane)
      g_array_append_val (nodes, i);

  return nodes;
}

static void
choose_columns (Tidying *self)
{
  guint counts[TL_N_LANES] = { 0 };
  guint most = 0;
  double rows;

  for (guint i = 0; i < self->n; i++)
    most = MAX (most, ++counts[get_lane (self, i)]);
  rows = most / MAX (sqrt (most * SHAPE), 1);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    self->columns[lane] = CLAMP (ceil (SPARE * counts[lane] / MAX (rows, 1)), 2, 60000);
}

static gpointer
make_cell (guint column,
           guint row)
{
  return GSIZE_TO_POINTER (((gsize) row << 16) + column + 1);
}

/* Row of a block's cell: the block may be drawn out, so that its layers stand at
 * the height of what they are traced to. */
static gboolean
fits (Tidying                *self,
      TlLane                  lane,
      const TlBlueprintBlock *block,
      const guint            *rows,
      guint                   column,
      guint                   row)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      const TlBlueprintCell *cell = &g_array_index (block->cells, TlBlueprintCell, i);

      if (g_hash_table_contains (self->taken[lane], make_cell (column + cell->column, row + rows[cell->row])))
        return FALSE;
    }

  return TRUE;
}

static void
take (Tidying                *self,
      TlLane                  lane,
      const TlBlueprintBlock *block,
      const guint            *rows,
      guint                   column,
      guint                   row)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      const TlBlueprintCell *cell = &g_array_index (block->cells, TlBlueprintCell, i);

      self->column[cell->node] = column + cell->column;
      self->rows[cell->node] = row + rows[cell->row];
      g_hash_table_add (self->taken[lane], make_cell (column + cell->column, row + rows[cell->row]));
    }
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  int one = *(const int *) a, other = *(const int *) b;

  return (one > other) - (one < other);
}

/* The row that what is in a row of the block is traced to, or -1: the middle one. */
static int
find_wanted (Tidying                *self,
             const TlBlueprintBlock *block,
             guint                   row)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < block->cells->len; i++)
    {
      const TlBlueprintCell *cell = &g_array_index (block->cells, TlBlueprintCell, i);

      if (cell->row != row)
        continue;
      for (guint j = self->first_crossing[cell->node]; j < self->first_crossing[cell->node + 1]; j++)
        if (self->rows[self->crossing[j]] != NOT_PLACED)
          g_array_append_val (wanted, self->rows[self->crossing[j]]);
    }
  if (wanted->len == 0)
    return -1;

  g_array_sort (wanted, compare_ints);
  return g_array_index (wanted, int, (wanted->len - 1) / 2);
}

/* A block and where it would like to be. */
typedef struct
{
  const TlBlueprintBlock *block;
  guint                   number;
  guint                  *rows;     /* of each of its rows, from its first on */
  int                     wanted;   /* row of the first; -1: any */
} Wish;

static Wish
make_wish (Tidying                *self,
           const TlBlueprintBlock *block,
           guint                   number)
{
  Wish wish = { block, number, g_new0 (guint, block->n_rows), -1 };
  guint next = 0;

  for (guint row = 0; row < block->n_rows; row++)
    {
      int wanted = find_wanted (self, block, row);

      if (wanted >= 0 && wish.wanted < 0)
        wish.wanted = MAX (wanted - (int) next, 0);
      /* Not drawn out to more than twice its height. */
      if (wanted >= 0)
        next = CLAMP (wanted - wish.wanted, (int) next, (int) MAX (next, 2 * row + 1));
      wish.rows[row] = next++;
    }

  return wish;
}

/* What is traced comes first, from the top down; then what is connected; then
 * what stands alone fills the holes. */
static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *one = a, *other = b;
  gboolean one_alone = one->block->cells->len == 1, other_alone = other->block->cells->len == 1;

  if ((one->wanted < 0) != (other->wanted < 0))
    return one->wanted < 0 ? 1 : -1;
  if (one->wanted != other->wanted)
    return one->wanted - other->wanted;
  if (one->wanted < 0 && one_alone != other_alone)
    return one_alone ? 1 : -1;
  return (one->number > other->number) - (one->number < other->number);
}

static gboolean
try_row (Tidying *self,
         TlLane   lane,
         Wish    *wish,
         int      row)
{
  guint columns = self->columns[lane];

  if (row < 0)
    return FALSE;
  for (guint column = 0; column + wish->block->n_columns <= MAX (columns, wish->block->n_columns); column++)
    if (fits (self, lane, wish->block, wish->rows, column, row))
      {
        take (self, lane, wish->block, wish->rows, column, row);
        return TRUE;
      }

  return FALSE;
}

static void
place_block (Tidying *self,
             TlLane   lane,
             Wish    *wish,
             int     *full)
{
  /* Where single ones were refused before there is no need to ask again. */
  int start = wish->wanted >= 0 ? wish->wanted : wish->block->cells->len == 1 ? *full : 0;

  for (int off = 0;; off++)
    if (try_row (self, lane, wish, start + off) || (wish->wanted >= 0 && try_row (self, lane, wish, start - off)))
      {
        if (wish->wanted < 0 && wish->block->cells->len == 1)
          *full = start + off;
        return;
      }
}

static void
place_lane (Tidying *self,
            TlLane   lane)
{
  g_autoptr (GArray) nodes = list_lane (self, lane);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  int full = 0;

  blocks = tl_blueprint_layers_make_blocks (&self->graph, (const guint *) (const void *) nodes->data, nodes->len,
                                            self->columns[lane]);
  for (guint i = 0; i < blocks->len; i++)
    {
      Wish wish = make_wish (self, g_ptr_array_index (blocks, i), i);

      g_array_append_val (wishes, wish);
    }
  g_array_sort (wishes, compare_wishes);
  for (guint i = 0; i < wishes->len; i++)
    {
      Wish *wish = &g_array_index (wishes, Wish, i);

      place_block (self, lane, wish, &full);
      g_free (wish->rows);
    }
}

/* The lane that most is connected in decides on the rows. */
static TlLane
find_first_lane (Tidying *self)
{
  guint counts[TL_N_LANES] = { 0 };
  TlLane first = TL_LANE_LOGICAL;

  for (guint i = 0; i < self->n; i++)
    counts[get_lane (self, i)] += self->graph.first[i + 1] - self->graph.first[i];
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    if (counts[lane] > counts[first])
      first = lane;

  return first;
}

/* From the grid to places: columns as wide and rows as high as what is in them. */
static void
put (Tidying *self)
{
  guint n_rows = 0, n_columns = 0;
  g_autofree double *ys = NULL;

  for (guint i = 0; i < self->n; i++)
    {
      n_rows = MAX (n_rows, (guint) self->rows[i] + 1);
      n_columns = MAX (n_columns, self->column[i] + 1);
    }

  ys = g_new0 (double, n_rows + 1);
  for (guint i = 0; i < self->n; i++)
    {
      guint item = self->items[i];
      double *height = &ys[self->rows[i] + 1];

      *height = MAX (*height, tl_blueprint_snap (self->places[item].height + self->chips[item]) + TL_BLUEPRINT_DOWN);
    }
  for (guint row = 0; row < n_rows; row++)
    ys[row + 1] += ys[row];

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    {
      g_autofree double *xs = g_new0 (double, n_columns + 1);

      for (guint i = 0; i < self->n; i++)
        if (get_lane (self, i) == lane)
          xs[self->column[i] + 1] = MAX (xs[self->column[i] + 1],
                                         tl_blueprint_snap (self->places[self->items[i]].width) + TL_BLUEPRINT_ACROSS);
      for (guint column = 0; column < n_columns; column++)
        xs[column + 1] += xs[column];
      for (guint i = 0; i < self->n; i++)
        if (get_lane (self, i) == lane)
          {
            self->places[self->items[i]].x = xs[self->column[i]];
            self->places[self->items[i]].y = ys[self->rows[i]];
          }
    }
}

static void
tidying_clear (Tidying *self)
{
  g_free (self->items);
  g_free (self->numbers);
  g_free (self->crossing);
  g_free (self->first_crossing);
  g_free (self->rows);
  g_free (self->column);
  tl_blueprint_graph_clear (&self->graph);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    g_hash_table_unref (self->taken[lane]);
}

void
tl_blueprint_tidy (const TlBlueprintFacts *facts,
                   const TlBlueprintTies  *ties,
                   const gboolean         *chosen,
                   const double           *chips,
                   TlRect                 *places)
{
  Tidying tidying = { .facts = facts, .chips = chips, .places = places };
  TlLane first;

  collect_nodes (&tidying, chosen);
  collect_ends (&tidying, ties);
  choose_columns (&tidying);
  tidying.rows = g_new (int, tidying.n);
  tidying.column = g_new0 (guint, tidying.n);
  for (guint i = 0; i < tidying.n; i++)
    tidying.rows[i] = NOT_PLACED;
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    tidying.taken[lane] = g_hash_table_new (NULL, NULL);

  first = find_first_lane (&tidying);
  place_lane (&tidying, first);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    if (lane != first)
      place_lane (&tidying, lane);
  put (&tidying);

  tidying_clear (&tidying);
}
