/* tl-route-spread.c: moves paths that lie on one another apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-route-private.h"

#include <math.h>

/* A piece of a path that may be moved across its direction: neither its first
 * nor its last. */
typedef struct
{
  GArray *path;
  guint   first;   /* index of its first point */
  double  at;      /* x of one along y, y of one along x */
  double  low;     /* its extent */
  double  high;
  int     pull;    /* where its neighbours go: -2 both to less, 2 both to more */
  guint   track;
} Piece;

/* Room that is always left between a line and an obstacle. */
#define KEEP_OFF 2.0
#define SAME     0.5

static gboolean
is_along_y (const TlPoint *a,
            const TlPoint *b)
{
  return fabs (a->x - b->x) < fabs (a->y - b->y);
}

static double
get_across (const TlPoint *point,
            gboolean       along_y)
{
  return along_y ? point->x : point->y;
}

static double
get_along (const TlPoint *point,
           gboolean       along_y)
{
  return along_y ? point->y : point->x;
}

static void
collect (GPtrArray *paths,
         gboolean   along_y,
         GArray    *pieces)
{
  for (guint i = 0; i < paths->len; i++)
    {
      GArray *path = g_ptr_array_index (paths, i);

      for (guint j = 1; j + 2 < path->len; j++)
        {
          const TlPoint *points = &g_array_index (path, TlPoint, j - 1);
          Piece piece = { path, j };
          double start, end;

          if (is_along_y (&points[1], &points[2]) != along_y)
            continue;

          piece.at = get_across (&points[1], along_y);
          start = get_along (&points[1], along_y);
          end = get_along (&points[2], along_y);
          piece.low = MIN (start, end);
          piece.high = MAX (start, end);
          piece.pull = (get_across (&points[0], along_y) > piece.at ? 1 : -1)
                       + (get_across (&points[3], along_y) > piece.at ? 1 : -1);
          g_array_append_val (pieces, piece);
        }
    }
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *one = a, *other = b;

  if (fabs (one->at - other->at) >= SAME)
    return one->at < other->at ? -1 : 1;
  if (one->pull != other->pull)
    return one->pull - other->pull;
  /* Of those that pull alike, the shorter is nearer to where they go. */
  if (one->high - one->low != other->high - other->low)
    return (one->high - one->low < other->high - other->low) == (one->pull < 0) ? -1 : 1;
  return (one->low > other->low) - (one->low < other->low);
}

/* Pieces that overlap get tracks in their order; others may share one. */
static guint
assign_tracks (Piece *pieces,
               guint  n)
{
  guint n_tracks = 0;

  for (guint i = 0; i < n; i++)
    {
      pieces[i].track = 0;
      for (guint j = 0; j < i; j++)
        if (pieces[j].low <= pieces[i].high && pieces[i].low <= pieces[j].high
            && pieces[j].track >= pieces[i].track)
          pieces[i].track = pieces[j].track + 1;
      n_tracks = MAX (n_tracks, pieces[i].track + 1);
    }

  return n_tracks;
}

/* How far a piece can be moved to either side before it meets an obstacle. */
static double
get_room (TlRouter    *router,
          const Piece *piece,
          gboolean     along_y,
          double       wanted)
{
  TlRect area = along_y
                ? (TlRect) { piece->at - wanted, piece->low, 2 * wanted, piece->high - piece->low }
                : (TlRect) { piece->low, piece->at - wanted, piece->high - piece->low, 2 * wanted };
  double room = wanted;

  tl_router_query (router, &area);
  for (guint i = 0; i < router->found->len; i++)
    {
      const TlRect *bounds = &tl_router_get (router, g_array_index (router->found, guint32, i))->bounds;
      double low = along_y ? bounds->x : bounds->y;
      double high = low + (along_y ? bounds->width : bounds->height);

      /* What it runs inside of is an open parent: its sides bound it too. */
      if (piece->at <= low)
        room = MIN (room, low - piece->at - KEEP_OFF);
      else if (piece->at >= high)
        room = MIN (room, piece->at - high - KEEP_OFF);
      else
        room = MIN (room, MIN (piece->at - low, high - piece->at) - KEEP_OFF);
    }

  return MAX (room, 0);
}

static void
move (Piece    *piece,
      gboolean  along_y,
      double    by)
{
  TlPoint *points = &g_array_index (piece->path, TlPoint, piece->first);

  for (guint i = 0; i < 2; i++)
    if (along_y)
      points[i].x += by;
    else
      points[i].y += by;
}

static void
spread_group (TlRouter *router,
              Piece    *pieces,
              guint     n,
              gboolean  along_y,
              double    distance)
{
  guint n_tracks = assign_tracks (pieces, n);
  double wanted = distance * (n_tracks - 1) / 2;
  double room = wanted;

  if (n_tracks < 2)
    return;

  for (guint i = 0; i < n; i++)
    room = MIN (room, get_room (router, &pieces[i], along_y, wanted + KEEP_OFF));
  for (guint i = 0; i < n; i++)
    move (&pieces[i], along_y, -room + 2 * room * pieces[i].track / (n_tracks - 1));
}

/* Groups are what overlaps, directly or through others, on one line. */
static void
spread_line (TlRouter *router,
             Piece    *pieces,
             guint     n,
             gboolean  along_y,
             double    distance)
{
  g_autoptr(GArray) group = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autofree gboolean *taken = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      double low = pieces[i].low, high = pieces[i].high;
      gboolean more = TRUE;

      if (taken[i])
        continue;

      while (more)
        {
          more = FALSE;
          for (guint j = i; j < n; j++)
            if (!taken[j] && pieces[j].low <= high && low <= pieces[j].high)
              {
                taken[j] = more = TRUE;
                low = MIN (low, pieces[j].low);
                high = MAX (high, pieces[j].high);
              }
        }

      g_array_set_size (group, 0);
      for (guint j = i; j < n; j++)
        if (taken[j] && pieces[j].low >= low && pieces[j].high <= high)
          g_array_append_val (group, pieces[j]);
      spread_group (router, (Piece *) (void *) group->data, group->len, along_y, distance);
    }
}

static void
spread (TlRouter  *router,
        GPtrArray *paths,
        gboolean   along_y,
        double     distance)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint end;

  collect (paths, along_y, pieces);
  g_array_sort (pieces, compare_pieces);

  for (guint start = 0; start < pieces->len; start = end)
    {
      const Piece *first = &g_array_index (pieces, Piece, start);

      for (end = start + 1; end < pieces->len; end++)
        if (g_array_index (pieces, Piece, end).at - first->at >= SAME)
          break;
      spread_line (router, &g_array_index (pieces, Piece, start), end - start, along_y, distance);
    }
}

void
tl_router_spread (TlRouter  *self,
                  GPtrArray *paths,
                  double     distance)
{
  g_return_if_fail (self != NULL && paths != NULL);

  spread (self, paths, TRUE, distance);
  spread (self, paths, FALSE, distance);
}
