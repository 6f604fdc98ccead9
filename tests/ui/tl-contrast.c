/* tl-contrast.c: how well what a window shows can be told from what it stands on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-contrast.h"

#include "diagram/tl-palette.h"

/* A stem of a letter covers whole pixels then, so that its colour is the text's. */
#define SCALE 2

#define TEXT_LEAST  4.5
#define LARGE_LEAST 3.0
#define ICON_LEAST  3.0

/* Of WCAG: 18 points, or 14 in bold. */
#define LARGE_PIXELS      24.0
#define LARGE_BOLD_PIXELS (14 * 96.0 / 72)

typedef struct
{
  GtkWidget  *root;
  const char *where;
  GPtrArray  *faults;
  guint32    *pixels;
  int         width;
  int         height;
  guint       n_measured;
} Picture;

static gboolean
take_picture (Picture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->root);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width * SCALE, height * SCALE);

  gtk_snapshot_scale (snapshot, SCALE, SCALE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->root)), node, &area);
  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  self->pixels = g_new (guint32, (gsize) self->width * self->height);
  gdk_texture_download (texture, (guchar *) self->pixels, (gsize) self->width * 4);
  return TRUE;
}

static TlColor
as_color (guint32 pixel)
{
  return (TlColor) { (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
}

/* The colour that most of an area has. */
static guint32
find_ground (const Picture               *self,
             const cairo_rectangle_int_t *area)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint32 ground = 0;
  guint most = 0;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        gpointer key = GUINT_TO_POINTER (self->pixels[(gsize) y * self->width + x]);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            ground = GPOINTER_TO_UINT (key);
          }
      }
  return ground;
}

static double
measure_area (const Picture               *self,
              const cairo_rectangle_int_t *area)
{
  TlColor ground = as_color (find_ground (self, area));
  guint32 last = 0;
  double best = 1;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        guint32 pixel = self->pixels[(gsize) y * self->width + x];
        TlColor color = as_color (pixel);

        if (pixel != last)
          best = MAX (best, tl_color_contrast (&ground, &color));
        last = pixel;
      }
  return best;
}

/* Where a widget that is seen in its whole height stands, in pixels of the picture. */
static gboolean
get_area (const Picture         *self,
          GtkWidget             *widget,
          cairo_rectangle_int_t *area)
{
  graphene_rect_t bounds, around;
  graphene_point_t middle;
  GtkWidget *picked;
  float height;

  if (!gtk_widget_compute_bounds (widget, self->root, &bounds))
    return FALSE;
  height = bounds.size.height;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    {
      if (parent == self->root)
        around = GRAPHENE_RECT_INIT (0, 0, self->width / SCALE, self->height / SCALE);
      else if (gtk_widget_get_overflow (parent) != GTK_OVERFLOW_HIDDEN
               || !gtk_widget_compute_bounds (parent, self->root, &around))
        continue;
      if (!graphene_rect_intersection (&bounds, &around, &bounds))
        return FALSE;
      if (parent == self->root)
        break;
    }
  if (bounds.size.height < height)
    return FALSE;
  graphene_rect_get_center (&bounds, &middle);
  picked = gtk_widget_pick (self->root, middle.x, middle.y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);
  if (picked == NULL || (picked != widget && !gtk_widget_is_ancestor (widget, picked)
                         && !gtk_widget_is_ancestor (picked, widget)))
    return FALSE;
  area->x = (int) (bounds.origin.x * SCALE);
  area->y = (int) (bounds.origin.y * SCALE);
  area->width = MIN ((int) (bounds.size.width * SCALE), self->width - area->x);
  area->height = MIN ((int) (bounds.size.height * SCALE), self->height - area->y);
  return area->width > 2 * SCALE && area->height > 2 * SCALE;
}

static double
get_text_least (GtkWidget *label)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (label));
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  gboolean bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72;
  return size >= (bold ? LARGE_BOLD_PIXELS : LARGE_PIXELS) ? LARGE_LEAST : TEXT_LEAST;
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 4 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *joined = g_strjoinv (".", classes);

      g_string_append_printf (text, " < %s%s%s", gtk_widget_get_css_name (widget), *joined != '\0' ? "." : "", joined);
    }
  return g_string_free (text, FALSE);
}

static void
measure (Picture    *self,
         GtkWidget  *widget,
         const char *text,
         double      least)
{
  cairo_rectangle_int_t area;
  g_autofree char *place = NULL;
  double contrast;

  if (!get_area (self, widget, &area))
    return;
  self->n_measured++;
  contrast = measure_area (self, &area);
  if (contrast >= least)
    return;
  place = describe (widget);
  g_ptr_array_add (self->faults, g_strdup_printf ("%s: “%s” %.2f, less than %.1f%s", self->where, text, contrast,
                                                  least, place));
}

/* What stands between keys or words is decoration. */
static gboolean
says_something (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static void
visit (Picture   *self,
       GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) <= 0 || !gtk_widget_is_sensitive (widget)
      || gtk_widget_has_css_class (widget, "spoken") || (GTK_IS_NATIVE (widget) && widget != self->root))
    return;

  if (GTK_IS_LABEL (widget) && says_something (gtk_label_get_text (GTK_LABEL (widget))))
    measure (self, widget, gtk_label_get_text (GTK_LABEL (widget)), get_text_least (widget));
  else if (GTK_IS_IMAGE (widget) && gtk_image_get_icon_name (GTK_IMAGE (widget)) != NULL
           && g_str_has_suffix (gtk_image_get_icon_name (GTK_IMAGE (widget)), "-symbolic"))
    measure (self, widget, gtk_image_get_icon_name (GTK_IMAGE (widget)), ICON_LEAST);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    visit (self, child);
}

guint
tl_contrast_measure (GtkNative  *native,
                     const char *where,
                     GPtrArray  *faults)
{
  Picture picture = { .root = GTK_WIDGET (native), .where = where, .faults = faults };

  /* A window that is not the active one is dimmed, and nothing in it is read. */
  gtk_widget_unset_state_flags (picture.root, GTK_STATE_FLAG_BACKDROP);
  if (take_picture (&picture))
    visit (&picture, picture.root);
  g_free (picture.pixels);
  return picture.n_measured;
}
