/* tl-contrast.c: how well what a window shows can be told from what it stands on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tl-contrast.h"

#include "tl-shot.h"

#define TEXT_LEAST  4.5
#define LARGE_LEAST 3.0
#define ICON_LEAST  3.0

/* Of WCAG: 18 points, or 14 in bold. */
#define LARGE_PIXELS      24.0
#define LARGE_BOLD_PIXELS (14 * 96.0 / 72)

typedef struct
{
  TlShot      shot;
  const char *where;
  GPtrArray  *faults;
  guint       n_measured;
} Picture;

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
        gpointer key = GUINT_TO_POINTER (self->shot.pixels[(gsize) y * self->shot.width + x]);
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
  TlColor ground = tl_shot_get_color (find_ground (self, area));
  guint32 last = 0;
  double best = 1;

  for (int y = area->y; y < area->y + area->height; y++)
    for (int x = area->x; x < area->x + area->width; x++)
      {
        guint32 pixel = self->shot.pixels[(gsize) y * self->shot.width + x];
        TlColor color = tl_shot_get_color (pixel);

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
  graphene_rect_t bounds, seen;

  if (!gtk_widget_compute_bounds (widget, self->shot.root, &bounds) || !tl_shot_find (self->shot.root, widget, &seen)
      || seen.size.height < bounds.size.height)
    return FALSE;
  area->x = (int) (seen.origin.x * TL_SHOT_SCALE);
  area->y = (int) (seen.origin.y * TL_SHOT_SCALE);
  area->width = MIN ((int) (seen.size.width * TL_SHOT_SCALE), self->shot.width - area->x);
  area->height = MIN ((int) (seen.size.height * TL_SHOT_SCALE), self->shot.height - area->y);
  return area->width > 2 * TL_SHOT_SCALE && area->height > 2 * TL_SHOT_SCALE;
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
  place = tl_shot_describe (widget);
  g_ptr_array_add (self->faults, g_strdup_printf ("%s: “%s” %.2f, less than %.1f%s", self->where, text, contrast,
                                                  least, place));
}

/* The links of a text: the text around them hides in a picture that they are fainter, so that it is their colour that
 * is asked for. They are as transparent as that text. */
static void
measure_links (Picture  *self,
               GtkLabel *label)
{
  PangoAttrList *list = pango_layout_get_attributes (gtk_label_get_layout (label));
  cairo_rectangle_int_t area;
  GSList *attributes = NULL;
  TlColor ground;
  GdkRGBA text;

  if (strstr (gtk_label_get_label (label), "<a ") == NULL)
    return;
  if (list == NULL || !get_area (self, GTK_WIDGET (label), &area))
    return;
  ground = tl_shot_get_color (find_ground (self, &area));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (label)), &text);
  attributes = pango_attr_list_get_attributes (list);
  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      const PangoAttrColor *found = pango_attribute_as_color (l->data);
      g_autofree char *place = NULL;
      TlColor color = { .alpha = 1 };
      double contrast;

      if (found == NULL || found->attr.klass->type != PANGO_ATTR_FOREGROUND)
        continue;
      color.red = found->color.red / 65535.0 * text.alpha + ground.red * (1 - text.alpha);
      color.green = found->color.green / 65535.0 * text.alpha + ground.green * (1 - text.alpha);
      color.blue = found->color.blue / 65535.0 * text.alpha + ground.blue * (1 - text.alpha);
      contrast = tl_color_contrast (&ground, &color);
      self->n_measured++;
      if (contrast >= get_text_least (GTK_WIDGET (label)))
        continue;
      place = tl_shot_describe (GTK_WIDGET (label));
      g_ptr_array_add (self->faults, g_strdup_printf ("%s: a link of “%s” %.2f%s", self->where,
                                                      gtk_label_get_text (label), contrast, place));
      break;
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
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
      || gtk_widget_has_css_class (widget, "spoken") || (GTK_IS_NATIVE (widget) && widget != self->shot.root))
    return;

  if (GTK_IS_LABEL (widget) && says_something (gtk_label_get_text (GTK_LABEL (widget))))
    {
      measure (self, widget, gtk_label_get_text (GTK_LABEL (widget)), get_text_least (widget));
      measure_links (self, GTK_LABEL (widget));
    }
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
  Picture picture = { .where = where, .faults = faults };

  /* A window that is not the active one is dimmed, and nothing in it is read. */
  gtk_widget_unset_state_flags (GTK_WIDGET (native), GTK_STATE_FLAG_BACKDROP);
  if (tl_shot_take (&picture.shot, GTK_WIDGET (native), NULL))
    visit (&picture, GTK_WIDGET (native));
  tl_shot_clear (&picture.shot);
  return picture.n_measured;
}
