/* tl-impact-view.c: what is hit if an element fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "diagram/tl-blueprint-private.h"
#include "diagram/tl-line-private.h"
#include "diagram/tl-shape.h"
#include "project/tl-relation.h"

#define LABEL_ROOM 104.0 /* of connectors, in lane units */
#define TRACK      8.0   /* between two of them side by side */
#define PANEL_GAP  16.0
#define ROW_GAP    16.0

/* A service in a column. */
typedef struct
{
  TlRecord *service;
  GArray   *stops;  /* of guint */
  double    wanted; /* y of the highest it is hit by */
  double    y;
  double    height;
} Group;

/* The one upright line in which what hits several others leads down or up to them. */
typedef struct
{
  double low;
  double high;
  guint  track;
} Trunk;

typedef struct
{
  TlLineBuild  build;
  GPtrArray   *columns; /* of GPtrArray of Group */
  GArray      *sources; /* of int: by stop, what hits it, or -1 */
  double      *trunks;  /* by stop: x of its trunk */
  double       top;     /* beneath the headings */
} Impact;

static void
group_free (Group *group)
{
  g_array_unref (group->stops);
  g_free (group);
}

static Group *
find_group (Impact   *self,
            guint     distance,
            TlRecord *service)
{
  GPtrArray *column;
  Group *group;

  while (self->columns->len <= distance)
    g_ptr_array_add (self->columns, g_ptr_array_new_with_free_func ((GDestroyNotify) group_free));
  column = g_ptr_array_index (self->columns, distance);
  for (guint i = 0; i < column->len; i++)
    if (((Group *) g_ptr_array_index (column, i))->service == service)
      return g_ptr_array_index (column, i);

  group = g_new0 (Group, 1);
  group->service = service;
  group->stops = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (column, group);
  return group;
}

/* How the failure comes from one to the other: read in the direction it takes. */
static const char *
get_label (Impact         *self,
           const TlImpact *hit)
{
  g_autoptr (GPtrArray) out = tl_traceability_list_out (self->build.traceability, hit->by);

  if (hit->relation == NULL)
    return NULL;
  for (guint i = 0; i < out->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (out, i);

      if (g_strcmp0 (tl_record_get (relation, TL_RELATION_TO), tl_record_get_id (hit->element)) == 0
          && g_strcmp0 (tl_record_get (relation, TL_RELATION_KIND), hit->relation->id) == 0)
        return tl_relation_kind_get_name (hit->relation);
    }

  return tl_relation_kind_get_inverse (hit->relation);
}

static void
collect (Impact *self)
{
  TlLineBuild *build = &self->build;
  g_autoptr (GArray) hits = tl_traceability_list_impact (build->traceability, build->element);

  for (guint i = 0; i < hits->len; i++)
    {
      const TlImpact *hit = &g_array_index (hits, TlImpact, i);
      guint number;
      Group *group;
      int by;

      /* A service that uses what is hit, with nothing of its own that is. */
      if (!TL_IS_ELEMENT (hit->element))
        {
          find_group (self, hit->distance, hit->element);
          continue;
        }

      number = tl_line_build_add (build, hit->element);
      by = hit->by != NULL ? tl_line_build_find (build, hit->by) : -1;
      group = find_group (self, hit->distance, tl_element_get_service (TL_ELEMENT (hit->element)));
      tl_line_get_stop (build, number)->column = hit->distance;
      g_array_append_val (self->sources, by);
      g_array_append_val (group->stops, number);
      if (by >= 0)
        {
          TlLineStep step = { by, number, NULL, get_label (self, hit) };

          g_array_append_val (build->steps, step);
        }
    }
}

static TlNode
make_panel (TlRecord *service)
{
  return (TlNode) {
    .title = service != NULL ? tl_record_get_name (service) : NULL,
    .parent = -1,
    .shape = TL_SHAPE_PANEL,
    .role = TL_ROLE_PLAIN,
    .heat = -1,
  };
}

static double
get_head (Impact      *self,
          const Group *group)
{
  TlNode panel = make_panel (group->service);

  return tl_shape_measure_height (self->build.text, &panel, self->build.width + 2 * TL_BLUEPRINT_PADDING);
}

/* "What fails", "Hit at once", "2 steps away" … (transfer full) */
static char *
make_heading (guint distance)
{
  if (distance == 0)
    return g_strdup (_("What fails"));
  if (distance == 1)
    return g_strdup (_("Hit at once"));
  return g_strdup_printf (ngettext ("%'u step away", "%'u steps away", distance), distance);
}

static TlNode
make_heading_node (Impact     *self,
                   const char *heading)
{
  TlNode text = { .title = heading, .parent = -1, .shape = TL_SHAPE_NONE, .role = TL_ROLE_PLAIN, .heat = -1 };

  text.bounds.width = self->build.width + 2 * TL_BLUEPRINT_PADDING;
  tl_text_measure_size (self->build.text, TL_TEXT_TITLE, heading, text.bounds.width, 2, NULL, &text.bounds.height);
  return text;
}

static void
add_heading (Impact *self,
             guint   distance,
             double  x)
{
  g_autofree char *heading = make_heading (distance);
  TlNode text = make_heading_node (self, heading);

  text.bounds.x = x;
  tl_scene_builder_node (self->build.scene, &text);
}

static void
add_group (Impact      *self,
           const Group *group,
           double       x)
{
  TlLineBuild *build = &self->build;
  TlNode node = make_panel (group->service);
  int panel;

  node.bounds = (TlRect) { x, group->y, build->width + 2 * TL_BLUEPRINT_PADDING, group->height };
  panel = tl_scene_builder_node (build->scene, &node);
  for (guint i = 0; i < group->stops->len; i++)
    {
      guint number = g_array_index (group->stops, guint, i);
      TlLineStop *stop = tl_line_get_stop (build, number);
      TlNode box = tl_line_build_node (build, number, FALSE);

      box.parent = panel;
      box.bounds = (TlRect) { x + TL_BLUEPRINT_PADDING, stop->y, build->width, stop->height };
      stop->node = tl_scene_builder_node (build->scene, &box);
    }
}

static double
get_wanted (Impact *self,
            guint   stop)
{
  int source = g_array_index (self->sources, int, stop);

  return source >= 0 ? tl_line_get_stop (&self->build, source)->y : 0;
}

static int
compare_stops (gconstpointer a,
               gconstpointer b,
               gpointer      self)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  double y = get_wanted (self, one), other_y = get_wanted (self, other);

  return y != other_y ? (y < other_y ? -1 : 1) : (one > other) - (one < other);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *one = *(Group *const *) a, *other = *(Group *const *) b;

  return (one->wanted > other->wanted) - (one->wanted < other->wanted);
}

/* In the order of what hits them, which stands to the left already. */
static void
sort_column (Impact    *self,
             GPtrArray *column)
{
  for (guint i = 0; i < column->len; i++)
    {
      Group *group = g_ptr_array_index (column, i);

      g_array_sort_with_data (group->stops, compare_stops, self);
      group->wanted = group->stops->len > 0 ? get_wanted (self, g_array_index (group->stops, guint, 0)) : G_MAXDOUBLE;
    }
  g_ptr_array_sort (column, compare_groups);
}

/* One panel beneath the other, and in each one box beneath the other. */
static void
stack_column (Impact    *self,
              GPtrArray *column)
{
  TlLineBuild *build = &self->build;
  double y = self->top;

  sort_column (self, column);
  for (guint i = 0; i < column->len; i++)
    {
      Group *group = g_ptr_array_index (column, i);

      group->y = y;
      y += get_head (self, group);
      for (guint j = 0; j < group->stops->len; j++)
        {
          TlLineStop *stop = tl_line_get_stop (build, g_array_index (group->stops, guint, j));

          stop->y = y;
          y += stop->height + (j + 1 < group->stops->len ? ROW_GAP * build->unit : TL_BLUEPRINT_PADDING);
        }
      group->height = y - group->y;
      y = tl_blueprint_snap (y + PANEL_GAP * build->unit);
    }
}

static double
get_middle (Impact *self,
            guint   stop)
{
  const TlLineStop *one = tl_line_get_stop (&self->build, stop);

  return one->y + one->height / 2;
}

/* From where to where the trunk of each stop leads; none: from high to low. */
static Trunk *
measure_trunks (Impact *self)
{
  Trunk *trunks = g_new (Trunk, self->build.stops->len);

  for (guint i = 0; i < self->build.stops->len; i++)
    trunks[i] = (Trunk) { G_MAXDOUBLE, -G_MAXDOUBLE, 0 };
  for (guint i = 0; i < self->build.steps->len; i++)
    {
      const TlLineStep *step = tl_line_get_step (&self->build, i);
      Trunk *trunk = &trunks[step->from];
      double start = get_middle (self, step->from), end = get_middle (self, step->to);

      trunk->low = MIN (trunk->low, MIN (start, end));
      trunk->high = MAX (trunk->high, MAX (start, end));
    }

  return trunks;
}

static gboolean
is_taken (Trunk *const *placed,
          guint         n,
          const Trunk  *trunk)
{
  for (guint i = 0; i < n; i++)
    if (placed[i]->track == trunk->track && placed[i]->low <= trunk->high + TRACK && trunk->low <= placed[i]->high + TRACK)
      return TRUE;

  return FALSE;
}

/* Trunks that would lie on one another get tracks of their own. Returns the width
 * of the gutter. */
static double
place_trunks (Impact *self,
              Trunk  *trunks,
              guint   column,
              double  x)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  guint n_tracks = 1;

  for (guint i = 0; i < self->build.stops->len; i++)
    {
      Trunk *trunk = &trunks[i];

      if (tl_line_get_stop (&self->build, i)->column != column || trunk->low > trunk->high)
        continue;
      while (is_taken ((Trunk *const *) placed->pdata, placed->len, trunk))
        trunk->track++;
      g_ptr_array_add (placed, trunk);
      n_tracks = MAX (n_tracks, trunk->track + 1);
      self->trunks[i] = x + (trunk->track + 1) * TRACK;
    }

  return n_tracks * TRACK + LABEL_ROOM * self->build.unit;
}

static void
add_columns (Impact *self)
{
  TlLineBuild *build = &self->build;
  g_autofree Trunk *trunks = NULL;
  double x = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *heading = make_heading (i);

      self->top = MAX (self->top, tl_blueprint_snap (make_heading_node (self, heading).bounds.height + TL_BLUEPRINT_PADDING));
    }
  for (guint i = 0; i < self->columns->len; i++)
    stack_column (self, g_ptr_array_index (self->columns, i));
  trunks = measure_trunks (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      GPtrArray *column = g_ptr_array_index (self->columns, i);

      add_heading (self, i, x);
      for (guint j = 0; j < column->len; j++)
        add_group (self, g_ptr_array_index (column, j), x);
      x += build->width + 2 * TL_BLUEPRINT_PADDING;
      x += tl_blueprint_snap (place_trunks (self, trunks, i, x));
    }
}

/* Out of what hits, along its trunk, into what is hit. */
static void
connect (Impact *self)
{
  TlLineBuild *build = &self->build;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < build->steps->len; i++)
    {
      const TlLineStep *step = tl_line_get_step (build, i);
      const TlRect *from = &tl_scene_builder_edit (build->scene, tl_line_get_stop (build, step->from)->node)->bounds;
      const TlRect *to = &tl_scene_builder_edit (build->scene, tl_line_get_stop (build, step->to)->node)->bounds;
      double start = get_middle (self, step->from), end = get_middle (self, step->to);
      const TlPoint points[] = { { from->x + from->width, start }, { self->trunks[step->from], start },
                                 { self->trunks[step->from], end }, { to->x, end } };
      GArray *path = g_array_new (FALSE, FALSE, sizeof (TlPoint));

      g_array_append_val (path, points[0]);
      if (start != end)
        g_array_append_vals (path, &points[1], 2);
      g_array_append_val (path, points[3]);
      g_ptr_array_add (paths, path);
    }
  tl_line_build_add_edges (build, paths, TL_ROLE_FLOW);
}

TlScene *
tl_impact_view_build (TlTraceability             *traceability,
                      TlRecord                   *element,
                      const PangoFontDescription *font)
{
  Impact self = { { NULL } };
  g_autofree char *title = NULL;

  g_return_val_if_fail (TL_IS_TRACEABILITY (traceability) && TL_IS_ELEMENT (element) && font != NULL, NULL);

  /* TRANSLATORS: title of a picture: “What fails with Ledger” */
  title = g_strdup_printf (_("What fails with %s"), tl_record_get_name (element));
  self.columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self.sources = g_array_new (FALSE, FALSE, sizeof (int));
  tl_line_build_init (&self.build, traceability, element, font, title);
  collect (&self);
  tl_line_build_measure (&self.build, FALSE);
  self.trunks = g_new0 (double, self.build.stops->len);
  add_columns (&self);
  connect (&self);
  g_ptr_array_unref (self.columns);
  g_array_unref (self.sources);
  g_free (self.trunks);

  return tl_line_build_end (&self.build);
}
