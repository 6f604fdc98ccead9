/* bench-canvas.c: work per frame of a scripted pan and zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a line a ratio: NAME NODES RATIO (details). A ratio is the work per frame
 * (from the frame clock's before-paint to its after-paint: snapshot, render, copy
 * to the display) divided by that of a canvas with four boxes under the same
 * script in the same turn; the median over the turns. The line `plain` compares the
 * canvas with four boxes with a bare widget that paints its whole window white and
 * four boxes on it. The scripts `drag-1` and `drag-500` drag so many selected nodes
 * of an editable canvas by the same way that a pointer would; the canvas with four
 * boxes moves and zooms meanwhile, as in `in`.
 * Needs a display; meant for GSK_RENDERER=cairo.
 */

#include "config.h"

#include "canvas/tl-canvas-private.h"
#include "tl-bench-time.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define BOX_WIDTH     160.0
#define BOX_HEIGHT    60.0
#define STEP_X        240.0
#define STEP_Y        140.0
#define WINDOW_WIDTH  1500
#define WINDOW_HEIGHT 900
#define WARM_FRAMES   10
#define MAX_FRAMES    4096
#define SEED          42

typedef enum
{
  SCRIPT_IN,   /* about 200 boxes in view */
  SCRIPT_OUT,  /* all in view */
  SCRIPT_PAN,  /* as in, without zooming */
  SCRIPT_ZOOM, /* as in, in one place */
  SCRIPT_DRAG, /* as in, at rest, but for what is dragged */
} Script;

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;  /* the canvas, or the bare one */
  TlScene   *scene;
  Script     script;
  guint      n_dragged;
  TlSnap    *snap;    /* of what is dragged … */
  GArray    *guides;
  TlRect     box;
  double     time;    /* of the script, seconds */
  int        frame;   /* below 0: warming up */
  int        n_frames;
  double     work[MAX_FRAMES]; /* ms */
  double     begin;
} Meter;

static gboolean use_cpu_time;

typedef struct
{
  double mean;
  double high; /* 95th percentile */
} Work;

/* --- a scene: boxes on a grid, links to neighbours within three cells --- */

static guint
get_columns (guint n)
{
  return MAX (2, (guint) sqrt (n));
}

static void
add_links (TlSceneBuilder *builder,
           guint           n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  int columns = (int) get_columns (n);

  for (guint made = 0; made < n * 3 / 2;)
    {
      int from = g_rand_int_range (random, 0, (int) n);
      int column = from % columns + g_rand_int_range (random, -3, 4);
      int row = from / columns + g_rand_int_range (random, -3, 4);
      int to = row * columns + column;
      TlEdge edge = { .role = TL_ROLE_RELATION, .flags = TL_EDGE_ARROW };
      TlPoint points[2];

      if (column < 0 || column >= columns || row < 0 || to >= (int) n || to == from)
        continue;

      edge.from = from;
      edge.to = to;
      points[0] = (TlPoint) { from % columns * STEP_X + BOX_WIDTH / 2, from / columns * STEP_Y + BOX_HEIGHT / 2 };
      points[1] = (TlPoint) { column * STEP_X + BOX_WIDTH / 2, row * STEP_Y + BOX_HEIGHT / 2 };
      tl_scene_builder_edge (builder, &edge, points, 2);
      made++;
    }
}

static TlScene *
create_scene (guint n)
{
  TlSceneBuilder *builder = tl_scene_builder_new ("Benchmark");
  guint columns = get_columns (n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("service:%u", i);
      g_autofree char *title = g_strdup_printf ("service_%u", i);
      TlNode node = {
        .key = key,
        .title = title,
        .bounds = { i % columns * STEP_X, i / columns * STEP_Y, BOX_WIDTH, BOX_HEIGHT },
        .parent = -1,
        .flags = TL_NODE_ACTIVE | TL_NODE_MOVABLE,
        .shape = TL_SHAPE_BOX,
        .role = TL_ROLE_COMPONENT,
        .heat = -1,
      };

      tl_scene_builder_node (builder, &node);
    }
  if (n > 4)
    add_links (builder, n);

  return tl_scene_builder_end (builder);
}

/* --- the bare widget --- */

#define BARE_TYPE_WIDGET (bare_widget_get_type ())
G_DECLARE_FINAL_TYPE (BareWidget, bare_widget, BARE, WIDGET, GtkWidget)

struct _BareWidget
{
  GtkWidget  parent_instance;
  TlViewport view;
};

G_DEFINE_FINAL_TYPE (BareWidget, bare_widget, GTK_TYPE_WIDGET)

static void
bare_widget_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TlViewport *view = &BARE_WIDGET (widget)->view;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) view->width,
                                                                          (float) view->height));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.6, 0.7, 0.9);
  for (int i = 0; i < 4; i++)
    {
      TlRect box = { i % 2 * STEP_X, i / 2 * STEP_Y, BOX_WIDTH, BOX_HEIGHT };
      TlRect shown = tl_viewport_rect_to_widget (view, &box);

      cairo_rectangle (cr, shown.x, shown.y, shown.width, shown.height);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
bare_widget_class_init (BareWidgetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bare_widget_snapshot;
}

static void
bare_widget_init (BareWidget *self)
{
}

/* --- the script --- */

/* Where the view is at a moment: moves and zooms all the time. */
static TlViewport
follow_script (Meter            *meter,
               const TlViewport *now)
{
  TlViewport view = *now;
  double t = meter->time;
  TlRect content = view.content;
  double x = content.x + content.width / 2, y = content.y + content.height / 2;
  double fit;

  tl_viewport_fit (&view);
  fit = view.scale;
  if (meter->script != SCRIPT_OUT)
    {
      view.scale = 0.47;
      if (meter->script == SCRIPT_IN || meter->script == SCRIPT_ZOOM)
        view.scale += 0.04 * sin (t * 2);
      if (meter->script == SCRIPT_IN || meter->script == SCRIPT_PAN)
        {
          x += MIN (content.width * 0.3, 6000) * sin (t * 0.4);
          y += MIN (content.height * 0.3, 4000) * cos (t * 0.5);
        }
    }
  else
    {
      view.scale = fit * (1 + 0.1 * sin (t * 3));
      x += content.width * 0.02 * sin (t * 2);
      y += content.height * 0.02 * cos (t * 2);
    }
  view.x = view.width / 2 - x * view.scale;
  view.y = view.height / 2 - y * view.scale;

  return view;
}

/* By what a hand does: a zoom at a point and a move. */
static void
move_view (Meter *meter)
{
  TlCanvas *canvas = TL_CANVAS (meter->widget);
  const TlViewport *view = tl_canvas_get_viewport (canvas);
  TlViewport goal = follow_script (meter, view);

  tl_canvas_zoom_at (canvas, view->width / 2, view->height / 2, goal.scale / view->scale);
  view = tl_canvas_get_viewport (canvas);
  tl_canvas_pan (canvas, goal.x - view->x, goal.y - view->y);
}

/* --- what is dragged --- */

typedef struct
{
  guint32 node;
  double  distance;
} Near;

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  const Near *one = a, *other = b;

  return (one->distance > other->distance) - (one->distance < other->distance);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return (one > other) - (one < other);
}

/* The nodes nearest to the middle of the view. */
static GArray *
list_dragged (Meter *meter)
{
  TlRect visible = tl_canvas_get_visible_area (TL_CANVAS (meter->widget));
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Near));

  for (guint32 i = 0; i < tl_scene_get_n_nodes (meter->scene); i++)
    {
      const TlRect *bounds = &tl_scene_get_node (meter->scene, i)->bounds;
      Near one = { i, hypot (bounds->x - visible.x - visible.width / 2, bounds->y - visible.y - visible.height / 2) };

      g_array_append_val (near, one);
    }
  g_array_sort (near, compare_near);
  for (guint i = 0; i < MIN (meter->n_dragged, near->len); i++)
    g_array_append_val (nodes, g_array_index (near, Near, i).node);
  g_array_sort (nodes, compare_indices);
  return nodes;
}

static void
begin_drag (Meter *meter)
{
  TlCanvas *canvas = TL_CANVAS (meter->widget);
  g_autoptr (GArray) nodes = NULL;
  g_auto (TlSelection) selection = { 0 };

  tl_canvas_set_editable (canvas, TRUE);
  move_view (meter);
  while (!tl_canvas_is_settled (canvas))
    g_main_context_iteration (NULL, TRUE);

  nodes = list_dragged (meter);
  meter->box = (TlRect) { 0, 0, -1, -1 };
  for (guint i = 0; i < nodes->len; i++)
    meter->box = tl_rect_union (&meter->box,
                                &tl_scene_get_node (meter->scene, g_array_index (nodes, guint32, i))->bounds);
  tl_selection_init (&selection);
  tl_selection_add_nodes (&selection, nodes);
  tl_canvas_set_selection (canvas, &selection);
  tl_canvas_lift (canvas, nodes);
  meter->snap = tl_canvas_create_snap (canvas);
  meter->guides = g_array_new (FALSE, FALSE, sizeof (TlGuide));
  while (canvas->lift_state != TL_LIFT_HELD || !tl_picture_is_complete (canvas->picture))
    g_main_context_iteration (NULL, TRUE);
}

static void
move_dragged (Meter *meter)
{
  TlPoint by = { 90 * sin (meter->time * 2), 60 * cos (meter->time * 2.5) };
  TlPoint anchor = { meter->box.x, meter->box.y };

  /* Not onto the grid: then there is something to do in each frame. */
  g_array_set_size (meter->guides, 0);
  tl_snap_move (meter->snap, &meter->box, NULL, &anchor, &by, 0.1, meter->guides);
  tl_canvas_move_lift (TL_CANVAS (meter->widget), by.x, by.y);
}

static void
end_drag (Meter *meter)
{
  tl_canvas_put_back (TL_CANVAS (meter->widget));
  while (!tl_canvas_is_settled (TL_CANVAS (meter->widget)))
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&meter->snap, tl_snap_free);
  g_clear_pointer (&meter->guides, g_array_unref);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Meter *meter = user_data;

  meter->time += 1.0 / 60;
  if (meter->snap != NULL)
    {
      move_dragged (meter);
    }
  else if (TL_IS_CANVAS (widget))
    {
      move_view (meter);
    }
  else
    {
      BareWidget *bare = BARE_WIDGET (widget);

      bare->view.width = gtk_widget_get_width (widget);
      bare->view.height = gtk_widget_get_height (widget);
      bare->view = follow_script (meter, &bare->view);
      gtk_widget_queue_draw (widget);
    }

  return G_SOURCE_CONTINUE;
}

/* Milliseconds of the day, or with --cpu of this thread at work. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (use_cpu_time ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Meter         *meter)
{
  meter->begin = get_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Meter         *meter)
{
  double work = get_time () - meter->begin;

  if (meter->frame >= 0 && meter->frame < meter->n_frames)
    meter->work[meter->frame] = work;
  meter->frame++;
}

static Work
measure (Meter *meter,
         Script script,
         int    n_frames)
{
  GdkFrameClock *clock;
  gulong before, after;
  guint tick;
  double sum = 0;

  meter->script = script;
  meter->n_frames = MIN (n_frames, MAX_FRAMES);
  gtk_window_present (GTK_WINDOW (meter->window));
  while (!gtk_widget_get_mapped (meter->widget) || gtk_widget_get_width (meter->widget) < WINDOW_WIDTH)
    g_main_context_iteration (NULL, TRUE);
  while (TL_IS_CANVAS (meter->widget) && !tl_canvas_is_settled (TL_CANVAS (meter->widget)))
    g_main_context_iteration (NULL, TRUE);
  if (script == SCRIPT_DRAG)
    begin_drag (meter);

  meter->frame = -WARM_FRAMES;
  clock = gtk_widget_get_frame_clock (meter->widget);
  before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), meter);
  after = g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), meter);
  tick = gtk_widget_add_tick_callback (meter->widget, tick_cb, meter, NULL);
  while (meter->frame < meter->n_frames)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (meter->widget, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  if (script == SCRIPT_DRAG)
    end_drag (meter);
  gtk_widget_set_visible (meter->window, FALSE);

  for (int i = 0; i < meter->n_frames; i++)
    sum += meter->work[i];
  qsort (meter->work, (gsize) meter->n_frames, sizeof (double), bench_compare);

  return (Work) { sum / meter->n_frames, meter->work[meter->n_frames * 95 / 100] };
}

static Meter *
create_meter (guint n)
{
  Meter *meter = g_new0 (Meter, 1);

  meter->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (meter->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (meter->window), WINDOW_WIDTH, WINDOW_HEIGHT);
  if (n > 0)
    {
      meter->scene = create_scene (n);
      meter->widget = tl_canvas_new ();
      tl_canvas_set_scene (TL_CANVAS (meter->widget), meter->scene, TL_SCENE_TRANSITION_NONE, NULL);
    }
  else
    {
      BareWidget *bare = g_object_new (BARE_TYPE_WIDGET, NULL);

      tl_viewport_init (&bare->view);
      bare->view.content = (TlRect) { 0, 0, STEP_X + BOX_WIDTH, STEP_Y + BOX_HEIGHT };
      meter->widget = GTK_WIDGET (bare);
    }
  gtk_window_set_child (GTK_WINDOW (meter->window), meter->widget);

  return meter;
}

static void
meter_free (Meter *meter)
{
  gtk_window_destroy (GTK_WINDOW (meter->window));
  g_clear_pointer (&meter->scene, tl_scene_unref);
  g_free (meter);
}

#define MAX_TURNS 15

/* The median of the ratios of each turn: what disturbs a turn disturbs both. */
static void
print_ratio (const char   *script_name,
             const char   *what,
             guint         size,
             const double  one[],
             const double  base[],
             int           n_turns)
{
  double ratios[MAX_TURNS], ones[MAX_TURNS], bases[MAX_TURNS];

  for (int i = 0; i < n_turns; i++)
    {
      ones[i] = one[i];
      bases[i] = base[i];
      ratios[i] = one[i] / base[i];
    }
  g_print ("frame-%s-%s %u %.2f (%.1f ms / %.1f ms)\n", script_name, what, size, bench_get_median (ratios, n_turns),
           bench_get_median (ones, n_turns), bench_get_median (bases, n_turns));
}

static void
print_ratios (const char *script_name,
              Script      script,
              guint       n_dragged,
              guint       sizes[],
              guint       n_sizes,
              int         n_turns,
              int         n_frames)
{
  Meter *meters[8];
  double mean[8][MAX_TURNS], high[8][MAX_TURNS];

  for (guint i = 0; i < n_sizes; i++)
    {
      meters[i] = create_meter (sizes[i]);
      meters[i]->n_dragged = n_dragged;
    }
  for (int turn = 0; turn < n_turns; turn++)
    for (guint i = 0; i < n_sizes; i++)
      {
        /* There is nothing to compare with in dragging one of four boxes. */
        Work work = measure (meters[i], script == SCRIPT_DRAG && i < 2 ? SCRIPT_IN : script, n_frames);

        mean[i][turn] = work.mean;
        high[i][turn] = work.high;
      }

  /* The first is the bare widget, the second the four boxes. */
  if (n_dragged == 0)
    print_ratio (script_name, "plain", 4, mean[1], mean[0], n_turns);
  for (guint i = 2; i < n_sizes; i++)
    {
      print_ratio (script_name, "mean", sizes[i], mean[i], mean[1], n_turns);
      print_ratio (script_name, "p95", sizes[i], high[i], high[1], n_turns);
    }
  for (guint i = 0; i < n_sizes; i++)
    meter_free (meters[i]);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    Script      script;
    guint       n_dragged;
  } scripts[] = {
    { "in", SCRIPT_IN, 0 },         { "out", SCRIPT_OUT, 0 },        { "pan", SCRIPT_PAN, 0 },
    { "zoom", SCRIPT_ZOOM, 0 },     { "drag-1", SCRIPT_DRAG, 1 },    { "drag-500", SCRIPT_DRAG, 500 },
  };
  static int n_turns = 9, n_frames = 60, only = 0;
  static char *script;
  static const GOptionEntry entries[] = {
    { "turns", 0, 0, G_OPTION_ARG_INT, &n_turns, "Turns of each measurement", "N" },
    { "frames", 0, 0, G_OPTION_ARG_INT, &n_frames, "Frames of each turn", "N" },
    { "cpu", 0, 0, G_OPTION_ARG_NONE, &use_cpu_time, "Count the time of the processor: for a busy machine", NULL },
    { "nodes", 0, 0, G_OPTION_ARG_INT, &only, "Only this many nodes", "N" },
    { "script", 0, 0, G_OPTION_ARG_STRING, &script, "Only this script", "NAME" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- work per frame of the canvas");
  g_autoptr (GError) error = NULL;
  guint sizes[] = { 0, 4, 1000, 10000, 50000 };
  guint n_sizes = G_N_ELEMENTS (sizes);

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("No display: the benchmark of the canvas is left out.\n");
      return 2;
    }

  n_turns = CLAMP (n_turns, 1, MAX_TURNS);
  n_frames = CLAMP (n_frames, 20, MAX_FRAMES);
  if (only > 0)
    {
      sizes[2] = (guint) only;
      n_sizes = 3;
    }
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == NULL || g_str_equal (script, scripts[i].name))
      print_ratios (scripts[i].name, scripts[i].script, scripts[i].n_dragged, sizes, n_sizes, n_turns, n_frames);

  return 0;
}
