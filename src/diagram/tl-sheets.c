/* tl-sheets.c: printed pages of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-sheets.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "diagram/tl-painter.h"
#include "diagram/tl-render-private.h"
#include "diagram/tl-text.h"

/* In points. */
#define STRIP       24 /* height of head and foot, with the gap to the picture */
#define TITLE_SIZE  11
#define SMALL_SIZE  8
#define LABEL_SIZE  10
#define SWATCH      9
#define GAP         4
#define MARK_LENGTH 5
#define MARK_GAP    2
#define MARK_WIDTH  0.5
#define LINE_WIDTH  0.4

struct _TlSheets
{
  gatomicrefcount       refs;
  TlScene              *scene;
  TlPoster             *poster;
  TlPosterOptions       options; /* with the room for head and foot */
  PangoFontDescription *font;
  TlSheetsText          text; /* its strings belong to this one */
  char                 *legend; /* what the steps are of; NULL for none */
  char                 *steps[TL_OVERLAY_N_STEPS];
  const char           *note;
};

TlSheets *
tl_sheets_ref (TlSheets *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tl_sheets_unref (TlSheets *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->poster, tl_poster_unref);
  g_clear_pointer (&self->scene, tl_scene_unref);
  pango_font_description_free (self->font);
  g_free ((char *) self->text.title);
  g_free ((char *) self->text.date);
  g_free (self->legend);
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    g_free (self->steps[i]);
  g_free (self);
}

static void
keep_legend (TlSheets        *self,
             const TlOverlay *overlay)
{
  TlOverlayKind kind = tl_overlay_get_kind (overlay);

  if (kind == TL_OVERLAY_NONE)
    return;
  self->legend = g_strdup (tl_overlay_kind_get_label (kind));
  self->note = tl_overlay_kind_get_note (kind);
  for (int step = 0; step < TL_OVERLAY_N_STEPS; step++)
    self->steps[step] = g_strdup (tl_overlay_get_step_label (overlay, step));
}

static TlSheets *
create (TlScene            *scene,
        const TlSheetsText *text)
{
  TlSheets *self = g_new0 (TlSheets, 1);

  g_atomic_ref_count_init (&self->refs);
  self->scene = tl_scene_ref (scene);
  self->font = text->font != NULL ? pango_font_description_copy (text->font) : tl_text_default_font ();
  self->text = *text;
  self->text.font = self->font;
  self->text.title = g_strdup (text->title != NULL ? text->title : tl_scene_get_title (scene));
  self->text.date = g_strdup (text->date);
  self->text.overlay = NULL;
  if (text->overlay != NULL)
    keep_legend (self, text->overlay);
  return self;
}

TlSheets *
tl_sheets_new (TlScene                *scene,
               const TlPosterOptions  *poster,
               const TlSheetsText     *text,
               GError                **error)
{
  g_autoptr (TlSheets) self = NULL;

  g_return_val_if_fail (scene != NULL && poster != NULL && text != NULL, NULL);

  self = create (scene, text);
  self->options = *poster;
  if (text->head || self->legend != NULL)
    self->options.head += STRIP;
  /* The mark of a sheet stands in the foot. */
  if (text->foot || (text->marks && poster->columns * poster->rows != 1))
    self->options.foot += STRIP;
  self->poster = tl_poster_new (scene, &self->options, error);
  return self->poster != NULL ? g_steal_pointer (&self) : NULL;
}

TlSheets *
tl_sheets_new_on (const TlSheets  *self,
                  double           width,
                  double           height,
                  GError         **error)
{
  g_autoptr (TlSheets) other = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  other = create (self->scene, &self->text);
  other->legend = g_strdup (self->legend);
  other->note = self->note;
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    other->steps[i] = g_strdup (self->steps[i]);
  other->options = self->options;
  other->options.paper_width = width;
  other->options.paper_height = height;
  other->options.orientation = width > height ? TL_POSTER_LANDSCAPE : TL_POSTER_PORTRAIT;
  other->poster = tl_poster_new (other->scene, &other->options, error);
  return other->poster != NULL ? g_steal_pointer (&other) : NULL;
}

char *
tl_sheets_format_title (const char    *project,
                        const TlScene *scene)
{
  const char *shown;

  g_return_val_if_fail (scene != NULL, NULL);

  shown = tl_scene_get_title (scene);
  if (project == NULL || *project == '\0')
    return g_strdup (shown);
  if (shown == NULL || *shown == '\0' || g_str_equal (project, shown))
    return g_strdup (project);
  /* Translators: at the head of a printed page: %1$s is a project, %2$s a diagram of it */
  return g_strdup_printf (C_ ("print", "%1$s – %2$s"), project, shown);
}

const TlPoster *
tl_sheets_get_poster (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->poster;
}

/* Texts {{{1 */

static void
set_color (cairo_t       *cr,
           const TlColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static PangoLayout *
create_layout (const TlSheets *self,
               cairo_t        *cr,
               const char     *text,
               double          size,
               gboolean        bold,
               double          max_width,
               PangoRectangle *extents)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->font);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, extents);
  if (extents->width > max_width * PANGO_SCALE)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (MAX (max_width, 0) * PANGO_SCALE));
      pango_layout_get_extents (layout, NULL, extents);
    }
  return layout;
}

/* @at: 0 where lines begin, 1 where they end, in the direction of the language. */
static void
show_text (const TlSheets *self,
           cairo_t        *cr,
           const TlRect   *strip,
           double          at,
           const char     *text,
           double          size,
           gboolean        bold)
{
  PangoRectangle extents;
  g_autoptr (PangoLayout) layout = create_layout (self, cr, text, size, bold, strip->width, &extents);
  double share = self->text.mirrored ? 1 - at : at;

  cairo_move_to (cr,
                 strip->x + (strip->width - extents.width / (double) PANGO_SCALE) * share - extents.x / (double) PANGO_SCALE,
                 strip->y + (strip->height - extents.height / (double) PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
}

static double
measure (const TlSheets *self,
         cairo_t        *cr,
         const char     *text,
         double          max_width)
{
  PangoRectangle extents;
  g_autoptr (PangoLayout) layout = create_layout (self, cr, text, SMALL_SIZE, FALSE, max_width, &extents);

  return extents.width / (double) PANGO_SCALE;
}

/* Head and foot {{{1 */

/* The next @width of what is left of a line, in the direction of the language. */
static TlRect
take (const TlSheets *self,
      TlRect         *left,
      double          width)
{
  TlRect taken = *left;

  taken.width = MIN (width, left->width);
  if (self->text.mirrored)
    taken.x += left->width - taken.width;
  else
    left->x += taken.width;
  left->width -= taken.width;
  return taken;
}

static double
measure_legend (const TlSheets *self,
                cairo_t        *cr,
                double          most)
{
  double width;

  if (self->legend == NULL)
    return 0;
  width = measure (self, cr, self->legend, most) + 2 * GAP;
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    if (self->steps[i] != NULL)
      width += SWATCH + GAP + measure (self, cr, self->steps[i], most) + 2 * GAP;
  if (self->note != NULL)
    width += measure (self, cr, self->note, most);
  return MIN (width, most);
}

static void
paint_word (const TlSheets *self,
            cairo_t        *cr,
            const TlColor  *color,
            const char     *word,
            TlRect         *left)
{
  TlRect place = take (self, left, measure (self, cr, word, left->width));

  set_color (cr, color);
  show_text (self, cr, &place, 0, word, SMALL_SIZE, FALSE);
}

static void
paint_legend (const TlSheets  *self,
              cairo_t         *cr,
              const TlPalette *palette,
              TlRect           strip)
{
  paint_word (self, cr, &palette->dim, self->legend, &strip);
  take (self, &strip, 2 * GAP);
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    if (self->steps[i] != NULL)
      {
        TlRect swatch = take (self, &strip, SWATCH);

        set_color (cr, &palette->heat[i]);
        cairo_rectangle (cr, swatch.x, swatch.y + (swatch.height - SWATCH) / 2, swatch.width, SWATCH);
        cairo_fill_preserve (cr);
        set_color (cr, &palette->dim);
        cairo_set_line_width (cr, LINE_WIDTH);
        cairo_stroke (cr);
        take (self, &strip, GAP);
        paint_word (self, cr, &palette->text, self->steps[i], &strip);
        take (self, &strip, 2 * GAP);
      }
  if (self->note != NULL)
    paint_word (self, cr, &palette->dim, self->note, &strip);
}

static void
paint_head (const TlSheets  *self,
            cairo_t         *cr,
            const TlPalette *palette,
            const TlRect    *room)
{
  TlRect strip = { room->x, room->y - STRIP, room->width, STRIP - 2 * GAP };
  double legend = measure_legend (self, cr, room->width * (self->text.head ? 0.75 : 1));
  TlRect title = take (self, &strip, strip.width - legend);

  if (self->text.head)
    {
      title = take (self, &title, title.width - (legend > 0 ? 4 * GAP : 0));
      set_color (cr, &palette->text);
      show_text (self, cr, &title, 0, self->text.title, TITLE_SIZE, TRUE);
    }
  if (self->legend != NULL)
    paint_legend (self, cr, palette, strip);
}

static void
paint_foot (const TlSheets     *self,
            cairo_t            *cr,
            const TlPalette    *palette,
            guint               index,
            const TlPosterPage *page)
{
  TlRect strip = { page->room.x, page->room.y + page->room.height + 2 * GAP, page->room.width, STRIP - 2 * GAP };
  guint n = tl_poster_get_n_pages (self->poster);
  /* Translators: at the foot of a printed page */
  g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), index + 1, n);
  g_autofree char *label = tl_poster_page_dup_label (page);

  set_color (cr, &palette->text);
  if (self->text.marks && n > 1)
    show_text (self, cr, &strip, 0.5, label, LABEL_SIZE, TRUE);
  if (!self->text.foot)
    return;
  set_color (cr, &palette->dim);
  show_text (self, cr, &strip, 1, number, SMALL_SIZE, FALSE);
  if (self->text.date != NULL)
    show_text (self, cr, &strip, 0, self->text.date, SMALL_SIZE, FALSE);
}

/* Where to cut and to glue {{{1 */

static void
line (cairo_t *cr,
      double   x,
      double   y,
      double   to_x,
      double   to_y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
}

/* In the margin, in line with a side along which is cut. */
static void
mark_column (cairo_t      *cr,
             const TlRect *room,
             double        x)
{
  line (cr, x, room->y - MARK_GAP - MARK_LENGTH, x, room->y - MARK_GAP);
  line (cr, x, room->y + room->height + MARK_GAP, x, room->y + room->height + MARK_GAP + MARK_LENGTH);
}

static void
mark_row (cairo_t      *cr,
          const TlRect *room,
          double        y)
{
  line (cr, room->x - MARK_GAP - MARK_LENGTH, y, room->x - MARK_GAP, y);
  line (cr, room->x + room->width + MARK_GAP, y, room->x + room->width + MARK_GAP + MARK_LENGTH, y);
}

/* A sheet is cut on the left and at the top, and laid over those before it as far as
 * the dotted lines, which it then covers. */
static void
paint_marks (const TlSheets     *self,
             cairo_t            *cr,
             const TlPalette    *palette,
             const TlPosterPage *page)
{
  static const double dots[] = { 1, 3 };
  const TlRect *room = &page->room;
  double right = room->x + room->width - tl_poster_get_overlap (self->poster);
  double bottom = room->y + room->height - tl_poster_get_overlap (self->poster);

  set_color (cr, &palette->text);
  cairo_set_line_width (cr, MARK_WIDTH);
  if (page->neighbours & TL_POSTER_LEFT)
    mark_column (cr, room, room->x);
  if (page->neighbours & TL_POSTER_ABOVE)
    mark_row (cr, room, room->y);
  if (page->neighbours & TL_POSTER_RIGHT)
    mark_column (cr, room, right);
  if (page->neighbours & TL_POSTER_BELOW)
    mark_row (cr, room, bottom);
  cairo_stroke (cr);

  set_color (cr, &palette->dim);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  if (page->neighbours & TL_POSTER_RIGHT)
    line (cr, right, room->y, right, room->y + room->height);
  if (page->neighbours & TL_POSTER_BELOW)
    line (cr, room->x, bottom, room->x + room->width, bottom);
  cairo_stroke (cr);
}

/* Pages {{{1 */

static void
paint_picture (const TlSheets     *self,
               cairo_t            *cr,
               const TlPalette    *palette,
               const TlPosterPage *page)
{
  double scale = tl_poster_get_scale (self->poster);
  g_autoptr (TlPainter) painter = tl_painter_new (palette, self->font);

  cairo_rectangle (cr, page->room.x, page->room.y, page->room.width, page->room.height);
  cairo_clip (cr);
  cairo_translate (cr, page->room.x, page->room.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -page->part.x, -page->part.y);
  /* Vectors keep all detail, however small the page is. */
  tl_painter_paint (painter, cr, self->scene, &page->part, MAX (scale, 1));
}

void
tl_sheets_paint (const TlSheets *self,
                 guint           page,
                 cairo_t        *cr)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  const TlPosterPage *shown;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < tl_poster_get_n_pages (self->poster));

  shown = tl_poster_get_page (self->poster, page);
  cairo_save (cr);
  paint_picture (self, cr, palette, shown);
  cairo_restore (cr);

  cairo_save (cr);
  paint_head (self, cr, palette, &shown->room);
  paint_foot (self, cr, palette, page, shown);
  if (self->text.marks)
    paint_marks (self, cr, palette, shown);
  cairo_restore (cr);
}

/* Documents {{{1 */

static gboolean
paint_all (const TlSheets   *self,
           cairo_surface_t  *surface,
           GCancellable     *cancellable,
           GError          **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = tl_poster_get_n_pages (self->poster);
  guint page;

  for (page = 0; page < n && !g_cancellable_set_error_if_cancelled (cancellable, error); page++)
    {
      g_autofree char *label = tl_poster_page_dup_label (tl_poster_get_page (self->poster, page));

      if (n > 1)
        cairo_pdf_surface_set_page_label (surface, label);
      tl_sheets_paint (self, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return page == n;
}

GBytes *
tl_sheets_write_pdf (const TlSheets *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean done;

  g_return_val_if_fail (self != NULL, NULL);

  surface = tl_render_create_pdf (bytes, tl_poster_get_width (self->poster), tl_poster_get_height (self->poster),
                                  self->text.title);
  done = paint_all (self, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!done)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  tl_render_fail (status, error);
  return NULL;
}
