/* tl-print-preview.c: printed pages as they will come out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-preview.h"

#include <math.h>

/* Pixels. */
#define MIN_SIZE   96
#define BORDER     12 /* around the sheets */
#define MAX_GAP    8  /* between two */
#define SHADOW     3
#define MAX_PIXELS 4096 /* of a side of a sheet, on screens of whatever kind */
#define SHARPNESS  2    /* pixels painted for one: letters stand only on whole ones */
#define MAX_KEPT   16   /* sheets whose pictures are kept while one of them is shown */

typedef struct
{
  GdkTexture *texture; /* NULL: not painted yet; stretched while it is painted anew */
  guint       stamp;   /* of what it shows */
  int         width;   /* pixels that it was painted for */
} Sheet;

struct _TlPrintPreview
{
  GtkWidget  parent_instance;

  TlSheets  *sheets; /* NULL: nothing */
  int        page;   /* -1: all */
  guint      stamp;  /* a new one for other sheets */
  GArray    *shown;  /* of Sheet, one a page */
  gboolean   busy;   /* one is being painted */
};

G_DEFINE_FINAL_TYPE (TlPrintPreview, tl_print_preview, GTK_TYPE_WIDGET)

static guint page_chosen_signal;

static void
clear_sheet (gpointer data)
{
  g_clear_object (&((Sheet *) data)->texture);
}

/* Where they are {{{1 */

/* How large a sheet is if so many are side by side and one above the other. */
static double
fit (TlPrintPreview *self,
     guint           columns,
     guint           rows,
     double         *gap)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * BORDER;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * BORDER;

  /* No more gaps than paper. */
  *gap = MIN (MAX_GAP, MIN (width / columns, height / rows) / 4);
  return MAX (MIN ((width - (columns - 1) * *gap) / (columns * tl_sheets_get_width (self->sheets)),
                   (height - (rows - 1) * *gap) / (rows * tl_sheets_get_height (self->sheets))),
              0);
}

/* The pages of a table do not belong side by side: in as many columns as lets them be largest. */
static void
flow (TlPrintPreview *self,
      guint          *columns,
      guint          *rows)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / tl_sheets_get_width (self->sheets);
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / tl_sheets_get_height (self->sheets);
  guint n = self->shown->len;
  guint about = (guint) CLAMP (sqrt (n * width / MAX (height, 1e-3)), 1, n);
  double best = -1;

  for (guint i = MAX (about, 2) - 1; i <= MIN (about + 2, n); i++)
    {
      double gap;
      double scale = fit (self, i, (n + i - 1) / i, &gap);

      if (scale <= best)
        continue;
      best = scale;
      *columns = i;
      *rows = (n + i - 1) / i;
    }
}

static double
get_scale (TlPrintPreview *self,
           guint          *columns,
           guint          *rows,
           double         *gap)
{
  const TlPoster *poster = tl_sheets_get_poster (self->sheets);

  *columns = *rows = 1;
  if (self->page < 0 && poster == NULL)
    flow (self, columns, rows);
  else if (self->page < 0)
    {
      *columns = tl_poster_get_n_columns (poster);
      *rows = tl_poster_get_n_rows (poster);
    }
  return fit (self, *columns, *rows, gap);
}

/* In which column and row a page is, as one reads. */
static void
get_place (TlPrintPreview *self,
           guint           page,
           guint           columns,
           guint          *column,
           guint          *row)
{
  const TlPoster *poster = tl_sheets_get_poster (self->sheets);

  *column = poster != NULL ? tl_poster_get_page (poster, page)->column : page % columns;
  *row = poster != NULL ? tl_poster_get_page (poster, page)->row : page / columns;
}

gboolean
tl_print_preview_get_area (TlPrintPreview  *self,
                           guint            page,
                           graphene_rect_t *area)
{
  guint columns, rows, column, row;
  double gap, scale, width, height, x, y;

  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), FALSE);

  if (self->sheets == NULL || page >= self->shown->len || (self->page >= 0 && (guint) self->page != page))
    return FALSE;
  scale = get_scale (self, &columns, &rows, &gap);
  width = tl_sheets_get_width (self->sheets) * scale;
  height = tl_sheets_get_height (self->sheets) * scale;
  x = (gtk_widget_get_width (GTK_WIDGET (self)) - columns * width - (columns - 1) * gap) / 2;
  y = (gtk_widget_get_height (GTK_WIDGET (self)) - rows * height - (rows - 1) * gap) / 2;
  if (self->page < 0)
    {
      get_place (self, page, columns, &column, &row);
      x += (tl_sheets_is_mirrored (self->sheets) ? columns - 1 - column : column) * (width + gap);
      y += row * (height + gap);
    }
  graphene_rect_init (area, (float) round (x), (float) round (y), (float) round (width), (float) round (height));
  return area->size.width >= 1 && area->size.height >= 1;
}

/* Painting {{{1 */

typedef struct
{
  TlSheets *sheets;
  guint     page;
  guint     stamp;
  int       width;
  int       height;
  gsize     stride;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  tl_sheets_unref (work->sheets);
  g_free (work);
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *work = task_data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, work->width, work->height);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, work->width / tl_sheets_get_width (work->sheets), work->height / tl_sheets_get_height (work->sheets));
  tl_sheets_paint (work->sheets, work->page, cr);
  cairo_surface_flush (surface);
  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    {
      work->stride = cairo_image_surface_get_stride (surface);
      bytes = g_bytes_new (cairo_image_surface_get_data (surface), work->stride * work->height);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void paint_next (TlPrintPreview *self);

/* A sheet that could not be painted stays white. */
static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);

  self->busy = FALSE;
  if (work->stamp == self->stamp && work->page < self->shown->len)
    {
      Sheet *sheet = &g_array_index (self->shown, Sheet, work->page);

      g_clear_object (&sheet->texture);
      if (bytes != NULL)
        sheet->texture = gdk_memory_texture_new (work->width, work->height, GDK_MEMORY_DEFAULT, bytes, work->stride);
      sheet->stamp = work->stamp;
      sheet->width = work->width;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  paint_next (self);
}

/* Whether there is something to paint, and how large. */
static gboolean
get_wanted (TlPrintPreview *self,
            guint           page,
            int            *width,
            int            *height)
{
  const Sheet *sheet = &g_array_index (self->shown, Sheet, page);
  int factor = SHARPNESS * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t area;

  if (!tl_print_preview_get_area (self, page, &area))
    return FALSE;
  *width = MIN ((int) area.size.width * factor, MAX_PIXELS);
  *height = MIN ((int) area.size.height * factor, MAX_PIXELS);
  return sheet->stamp != self->stamp || sheet->width != *width;
}

static void
paint_next (TlPrintPreview *self)
{
  int width, height;

  if (self->busy || self->sheets == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint page = 0; page < self->shown->len; page++)
    if (get_wanted (self, page, &width, &height))
      {
        g_autoptr (GTask) task = g_task_new (self, NULL, painted_cb, NULL);
        Work *work = g_new0 (Work, 1);

        work->sheets = tl_sheets_ref (self->sheets);
        work->page = page;
        work->stamp = self->stamp;
        work->width = width;
        work->height = height;
        g_task_set_source_tag (task, paint_next);
        g_task_set_task_data (task, work, work_free);
        self->busy = TRUE;
        g_task_run_in_thread (task, paint_in_thread);
        return;
      }
}

gboolean
tl_print_preview_is_ready (TlPrintPreview *self)
{
  int width, height;

  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), FALSE);

  if (self->busy)
    return FALSE;
  for (guint page = 0; page < self->shown->len; page++)
    if (get_wanted (self, page, &width, &height))
      return FALSE;
  return TRUE;
}

/* Widget {{{1 */

static void
snapshot_frame (GtkSnapshot           *snapshot,
                const graphene_rect_t *area,
                const GdkRGBA         *color)
{
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  const float widths[] = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static graphene_rect_t
scale_room (const TlRect          *room,
            const graphene_rect_t *area,
            double                 scale)
{
  return GRAPHENE_RECT_INIT ((float) (area->origin.x + room->x * scale), (float) (area->origin.y + room->y * scale),
                             (float) (room->width * scale), (float) (room->height * scale));
}

/* What the next sheets show, too. */
static void
snapshot_overlaps (GtkSnapshot           *snapshot,
                   const TlPoster        *poster,
                   guint                  neighbours,
                   const graphene_rect_t *room,
                   float                  overlap)
{
  static const GdkRGBA shared = { 0.2f, 0.5f, 0.9f, 0.10f };
  gboolean mirrored = tl_poster_is_mirrored (poster);
  float side = room->origin.x + (mirrored ? 0 : room->size.width - overlap);
  float bottom = room->origin.y + room->size.height - overlap;

  if (neighbours & (mirrored ? TL_POSTER_LEFT : TL_POSTER_RIGHT))
    gtk_snapshot_append_color (snapshot, &shared, &GRAPHENE_RECT_INIT (side, room->origin.y, overlap, room->size.height));
  if (neighbours & TL_POSTER_BELOW)
    gtk_snapshot_append_color (snapshot, &shared, &GRAPHENE_RECT_INIT (room->origin.x, bottom, room->size.width, overlap));
}

/* What is not printed: where the margins of a picture end, and what sheets have in common. */
static void
snapshot_guides (TlPrintPreview        *self,
                 GtkSnapshot           *snapshot,
                 guint                  page,
                 const graphene_rect_t *area)
{
  static const GdkRGBA frame = { 0.2f, 0.5f, 0.9f, 0.45f };
  const TlPoster *poster = tl_sheets_get_poster (self->sheets);
  double scale = area->size.width / tl_sheets_get_width (self->sheets);
  graphene_rect_t room;

  if (poster == NULL)
    return;
  room = scale_room (&tl_poster_get_page (poster, page)->room, area, scale);
  snapshot_frame (snapshot, &room, &frame);
  snapshot_overlaps (snapshot, poster, tl_poster_get_page (poster, page)->neighbours, &room,
                     (float) (tl_poster_get_overlap (poster) * scale));
}

static void
snapshot_sheet (TlPrintPreview        *self,
                GtkSnapshot           *snapshot,
                guint                  page,
                const graphene_rect_t *area)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shadow = { 0, 0, 0, 0.35f };
  static const GdkRGBA edge = { 0, 0, 0, 0.2f };
  const Sheet *sheet = &g_array_index (self->shown, Sheet, page);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, SHADOW);
  gtk_snapshot_append_color (snapshot, &white, area);
  if (sheet->texture != NULL)
    gtk_snapshot_append_texture (snapshot, sheet->texture, area);
  snapshot_guides (self, snapshot, page, area);
  snapshot_frame (snapshot, area, &edge);
}

static void
tl_print_preview_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (widget);
  graphene_rect_t area;

  for (guint page = 0; page < self->shown->len; page++)
    if (tl_print_preview_get_area (self, page, &area))
      snapshot_sheet (self, snapshot, page, &area);
}

static void
tl_print_preview_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = 4 * MIN_SIZE;
}

static void
tl_print_preview_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  paint_next (TL_PRINT_PREVIEW (widget));
}

static void
tl_print_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_print_preview_parent_class)->map (widget);
  paint_next (TL_PRINT_PREVIEW (widget));
}

static void
released_cb (TlPrintPreview *self,
             int             n_press,
             double          x,
             double          y)
{
  graphene_rect_t area;

  if (self->page >= 0)
    {
      g_signal_emit (self, page_chosen_signal, 0, -1);
      return;
    }
  for (guint page = 0; page < self->shown->len && self->shown->len > 1; page++)
    if (tl_print_preview_get_area (self, page, &area)
        && graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
      {
        g_signal_emit (self, page_chosen_signal, 0, (int) page);
        return;
      }
}

static void
tl_print_preview_finalize (GObject *object)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (object);

  g_clear_pointer (&self->sheets, tl_sheets_unref);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (tl_print_preview_parent_class)->finalize (object);
}

static void
tl_print_preview_class_init (TlPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_print_preview_finalize;
  widget_class->map = tl_print_preview_map;
  widget_class->measure = tl_print_preview_measure;
  widget_class->size_allocate = tl_print_preview_size_allocate;
  widget_class->snapshot = tl_print_preview_snapshot;

  page_chosen_signal = g_signal_new ("page-chosen", TL_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "printpreview");
}

static void
tl_print_preview_init (TlPrintPreview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->page = -1;
  self->stamp = 1;
  self->shown = g_array_new (FALSE, TRUE, sizeof (Sheet));
  g_array_set_clear_func (self->shown, clear_sheet);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Pages as large as the widget take room that a document of hundreds has not. */
static void
drop_hidden (TlPrintPreview *self,
             int             page)
{
  for (guint i = 0; page >= 0 && self->shown->len > MAX_KEPT && i < self->shown->len; i++)
    if (i != (guint) page)
      {
        Sheet *sheet = &g_array_index (self->shown, Sheet, i);

        g_clear_object (&sheet->texture);
        sheet->stamp = 0;
      }
}

void
tl_print_preview_set_sheets (TlPrintPreview *self,
                             TlSheets       *sheets,
                             int             page)
{
  guint n;

  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));

  n = sheets != NULL ? tl_sheets_get_n_pages (sheets) : 0;
  g_return_if_fail (page < (int) n || page < 0);

  if (self->sheets != sheets)
    {
      g_clear_pointer (&self->sheets, tl_sheets_unref);
      self->sheets = sheets != NULL ? tl_sheets_ref (sheets) : NULL;
      self->stamp++;
      g_array_set_size (self->shown, n);
    }
  if (self->page != page)
    drop_hidden (self, page);
  self->page = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  paint_next (self);
}

int
tl_print_preview_get_page (TlPrintPreview *self)
{
  g_return_val_if_fail (TL_IS_PRINT_PREVIEW (self), -1);

  return self->page;
}
