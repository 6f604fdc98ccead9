/* tl-sheets.c: printed pages of a scene or table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-sheets-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "diagram/tl-render-private.h"
#include "diagram/tl-text.h"

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
  g_clear_pointer (&self->table, tl_table_pages_unref);
  pango_font_description_free (self->font);
  g_free ((char *) self->text.title);
  g_free ((char *) self->text.date);
  g_free (self->legend);
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    g_free (self->steps[i]);
  g_free (self);
}

/* Making them {{{1 */

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
create (const TlSheetsText    *text,
        const char            *title, /* where @text has none */
        const TlPosterOptions *options)
{
  TlSheets *self = g_new0 (TlSheets, 1);

  g_atomic_ref_count_init (&self->refs);
  self->options = *options;
  self->font = text->font != NULL ? pango_font_description_copy (text->font) : tl_text_default_font ();
  self->text = *text;
  self->text.font = self->font;
  self->text.title = g_strdup (text->title != NULL ? text->title : title);
  self->text.date = g_strdup (text->date);
  self->text.overlay = NULL;
  if (text->overlay != NULL)
    keep_legend (self, text->overlay);
  return self;
}

/* A new one of the same, not yet divided. */
static TlSheets *
copy (const TlSheets        *self,
      const TlPosterOptions *options)
{
  TlSheets *other = create (&self->text, NULL, options);

  other->legend = g_strdup (self->legend);
  other->note = self->note;
  for (guint i = 0; i < TL_OVERLAY_N_STEPS; i++)
    other->steps[i] = g_strdup (self->steps[i]);
  return other;
}

static gboolean
divide_scene (TlSheets  *self,
              TlScene   *scene,
              GError   **error)
{
  self->scene = tl_scene_ref (scene);
  self->poster = tl_poster_new (scene, &self->options, error);
  return self->poster != NULL;
}

static gboolean
divide_table (TlSheets      *self,
              TlPrintTable  *table,
              GCancellable  *cancellable,
              GError       **error)
{
  self->table = tl_table_pages_new (table, &self->options, self->font, self->text.mirrored, cancellable, error);
  return self->table != NULL;
}

TlSheets *
tl_sheets_new (TlScene                *scene,
               const TlPosterOptions  *poster,
               const TlSheetsText     *text,
               GError                **error)
{
  g_autoptr (TlSheets) self = NULL;

  g_return_val_if_fail (scene != NULL && poster != NULL && text != NULL, NULL);

  self = create (text, tl_scene_get_title (scene), poster);
  if (text->head || self->legend != NULL)
    self->options.head += TL_SHEETS_STRIP;
  /* The mark of a sheet stands in the foot. */
  if (text->foot || (text->marks && poster->columns * poster->rows != 1))
    self->options.foot += TL_SHEETS_STRIP;
  return divide_scene (self, scene, error) ? g_steal_pointer (&self) : NULL;
}

TlSheets *
tl_sheets_new_for_table (TlPrintTable           *table,
                         const TlPosterOptions  *paper,
                         const TlSheetsText     *text,
                         GCancellable           *cancellable,
                         GError                **error)
{
  g_autoptr (TlSheets) self = NULL;

  g_return_val_if_fail (table != NULL && paper != NULL && text != NULL, NULL);

  self = create (text, tl_print_table_get_title (table), paper);
  if (text->head)
    self->options.head += TL_SHEETS_STRIP;
  if (text->foot)
    self->options.foot += TL_SHEETS_STRIP;
  return divide_table (self, table, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

TlSheets *
tl_sheets_new_on (const TlSheets  *self,
                  double           width,
                  double           height,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr (TlSheets) other = NULL;
  TlPosterOptions options;
  gboolean done;

  g_return_val_if_fail (self != NULL, NULL);

  options = self->options;
  options.paper_width = width;
  options.paper_height = height;
  options.orientation = width > height ? TL_POSTER_LANDSCAPE : TL_POSTER_PORTRAIT;
  other = copy (self, &options);
  if (self->table != NULL)
    done = divide_table (other, tl_table_pages_get_table (self->table), cancellable, error);
  else
    done = divide_scene (other, self->scene, error);
  return done ? g_steal_pointer (&other) : NULL;
}

char *
tl_sheets_format_title (const char *project,
                        const char *shown)
{
  if (project == NULL || *project == '\0')
    return g_strdup (shown);
  if (shown == NULL || *shown == '\0' || g_str_equal (project, shown))
    return g_strdup (project);
  /* Translators: at the head of a printed page: %1$s is a project, %2$s a diagram or table of it */
  return g_strdup_printf (C_ ("print", "%1$s – %2$s"), project, shown);
}

/* What they are {{{1 */

guint
tl_sheets_get_n_pages (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table != NULL ? tl_table_pages_get_n_pages (self->table) : tl_poster_get_n_pages (self->poster);
}

double
tl_sheets_get_width (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table != NULL ? tl_table_pages_get_width (self->table) : tl_poster_get_width (self->poster);
}

double
tl_sheets_get_height (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table != NULL ? tl_table_pages_get_height (self->table) : tl_poster_get_height (self->poster);
}

const TlPoster *
tl_sheets_get_poster (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->poster;
}

TlTablePages *
tl_sheets_get_table (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}

gboolean
tl_sheets_is_mirrored (const TlSheets *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->poster != NULL ? tl_poster_is_mirrored (self->poster) : self->text.mirrored;
}

char *
tl_sheets_dup_label (const TlSheets *self,
                     guint           page)
{
  g_return_val_if_fail (self != NULL && page < tl_sheets_get_n_pages (self), NULL);

  if (self->table == NULL)
    return tl_sheets_get_n_pages (self) > 1 ? tl_poster_page_dup_label (tl_poster_get_page (self->poster, page)) : NULL;
  if (tl_table_pages_get_n_bands (self->table) == 1)
    return NULL;
  return tl_poster_page_dup_label (&(TlPosterPage) { .column = page % tl_table_pages_get_n_bands (self->table),
                                                     .row = page / tl_table_pages_get_n_bands (self->table) });
}

void
tl_sheets_paint (const TlSheets *self,
                 guint           page,
                 cairo_t        *cr)
{
  const TlPalette *palette = tl_palette_get (TL_PALETTE_LIGHT);
  TlRect room;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < tl_sheets_get_n_pages (self));

  room = self->table != NULL ? tl_table_pages_get_room (self->table) : tl_poster_get_page (self->poster, page)->room;
  if (self->table != NULL)
    tl_table_pages_paint (self->table, page, cr);
  else
    tl_sheets_paint_picture (self, cr, palette, tl_poster_get_page (self->poster, page));

  cairo_save (cr);
  tl_sheets_paint_head (self, cr, palette, &room);
  tl_sheets_paint_foot (self, cr, palette, &room, page);
  if (self->text.marks && self->poster != NULL)
    tl_sheets_paint_marks (self, cr, palette, tl_poster_get_page (self->poster, page));
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
  guint n = tl_sheets_get_n_pages (self);
  guint page;

  for (page = 0; page < n && !g_cancellable_set_error_if_cancelled (cancellable, error); page++)
    {
      g_autofree char *label = tl_sheets_dup_label (self, page);

      if (label != NULL)
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

  surface = tl_render_create_pdf (bytes, tl_sheets_get_width (self), tl_sheets_get_height (self), self->text.title);
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
