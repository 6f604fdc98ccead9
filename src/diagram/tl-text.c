/* tl-text.c: measures and lays out the texts of a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MAX_LAYOUTS 2000
#define MAX_CHARS   1000 /* more never shows, and laying out has to have a bound */
#define MAX_KEPT    2

typedef struct
{
  GList        link; /* in the queue, the one used last at its head */
  PangoLayout *layout;
  char        *text;
  int          logical_width;  /* of the layout; -1 until somebody asks */
  int          logical_height;
  int          width;
  guint8       style;
  guint8       lines;
  guint8       alignment;
} Entry;

struct _TlTextMeasure
{
  PangoFontDescription *font;                           /* as it was asked for */
  PangoFontMap         *map;
  PangoContext         *context;
  PangoFontDescription *fonts[TL_TEXT_N_STYLES];
  double                line_heights[TL_TEXT_N_STYLES]; /* 0: not yet measured */
  PangoAttrList        *attributes;
  GHashTable           *entries;                        /* Entry → itself */
  GQueue                recent;
};

static const struct
{
  double      scale;
  PangoWeight weight;
  gboolean    capitals;
} styles[TL_TEXT_N_STYLES] = {
  [TL_TEXT_TITLE]        = { 1.0, PANGO_WEIGHT_NORMAL, FALSE },
  [TL_TEXT_STRONG]       = { 1.0, PANGO_WEIGHT_BOLD, FALSE },
  [TL_TEXT_PANEL_TITLE]  = { 1.2, PANGO_WEIGHT_BOLD, FALSE },
  [TL_TEXT_CAPTION]      = { 0.9, PANGO_WEIGHT_NORMAL, TRUE },
  [TL_TEXT_DETAIL]       = { 0.9, PANGO_WEIGHT_NORMAL, FALSE },
  [TL_TEXT_BADGE]        = { 0.9, PANGO_WEIGHT_BOLD, FALSE },
  [TL_TEXT_VALUE]        = { 1.1, PANGO_WEIGHT_BOLD, FALSE },
  [TL_TEXT_LABEL]        = { 0.9, PANGO_WEIGHT_NORMAL, FALSE },
  [TL_TEXT_LABEL_STRONG] = { 0.9, PANGO_WEIGHT_BOLD, FALSE },
};

PangoFontDescription *
tl_text_default_font (void)
{
  return pango_font_description_from_string ("Cantarell, Sans 10");
}

static guint
hash_entry (gconstpointer key)
{
  const Entry *entry = key;

  return ((g_str_hash (entry->text) * 31 + entry->width) * 31 + entry->style) * 31 + entry->lines * 4 + entry->alignment;
}

static gboolean
equal_entries (gconstpointer a,
               gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return left->width == right->width && left->style == right->style && left->lines == right->lines
         && left->alignment == right->alignment && strcmp (left->text, right->text) == 0;
}

static void
free_entry (Entry *entry)
{
  g_object_unref (entry->layout);
  g_free (entry->text);
  g_free (entry);
}

/* Hints fit letters to the pixels of one scale; without them a text is as wide
 * at every zoom as it was measured. */
PangoContext *
tl_text_create_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/* What was freed last is kept: the next scene has mostly the same texts, and to find
 * the fonts alone takes longer than to lay out a value chain. */
static GMutex kept_mutex;
static GQueue kept = G_QUEUE_INIT; /* of TlTextMeasure */

static TlTextMeasure *
take_kept (const PangoFontDescription *font)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_mutex);

  for (GList *l = kept.head; l != NULL; l = l->next)
    {
      TlTextMeasure *self = l->data;

      if (!pango_font_description_equal (self->font, font))
        continue;
      g_queue_delete_link (&kept, l);
      return self;
    }
  return NULL;
}

/* Returns what has to go for it, or NULL. */
static TlTextMeasure *
keep (TlTextMeasure *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_mutex);

  g_queue_push_head (&kept, self);
  return kept.length > MAX_KEPT ? g_queue_pop_tail (&kept) : NULL;
}

TlTextMeasure *
tl_text_measure_new (const PangoFontDescription *font)
{
  TlTextMeasure *self;
  double size;

  g_return_val_if_fail (font != NULL, NULL);

  self = take_kept (font);
  if (self != NULL)
    return self;

  self = g_new0 (TlTextMeasure, 1);
  self->font = pango_font_description_copy (font);
  /* An own one, because the shared one is a thread's and painters go from thread to thread. */
  self->map = pango_cairo_font_map_new ();
  self->context = tl_text_create_context (self->map);
  self->entries = g_hash_table_new_full (hash_entry, equal_entries, NULL, (GDestroyNotify) free_entry);
  g_queue_init (&self->recent);
  /* Where a word must be cut there is no saying whether that is between syllables. */
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_insert_hyphens_new (FALSE));

  size = pango_font_description_get_size (font);
  if (pango_font_description_get_size_is_absolute (font))
    size = size * 72 / 96;
  if (!(size > 0))
    size = 10 * PANGO_SCALE;
  for (int i = 0; i < TL_TEXT_N_STYLES; i++)
    {
      self->fonts[i] = pango_font_description_copy (font);
      pango_font_description_set_size (self->fonts[i], round (size * styles[i].scale));
      if (styles[i].weight != PANGO_WEIGHT_NORMAL)
        pango_font_description_set_weight (self->fonts[i], styles[i].weight);
    }
  return self;
}

static void
free_measure (TlTextMeasure *self)
{
  g_hash_table_unref (self->entries);
  for (int i = 0; i < TL_TEXT_N_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  pango_attr_list_unref (self->attributes);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

void
tl_text_measure_free (TlTextMeasure *self)
{
  if (self != NULL)
    self = keep (self);
  if (self != NULL)
    free_measure (self);
}

/* The beginning of a long text; NULL when it is not long. */
static char *
cut_text (const char *text)
{
  const char *end = text;

  if (strnlen (text, MAX_CHARS + 1) <= MAX_CHARS)
    return NULL;

  for (int i = 0; i < MAX_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (text, end - text);
}

/* By its first letter, as Pango does: the blocks of Unicode that are written from right
 * to left. */
static gboolean
is_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x200f || (letter >= 0x590 && g_unichar_isalpha (letter)))
        return letter <= 0x8ff || letter == 0x200f || (letter >= 0xfb1d && letter <= 0xfdff)
               || (letter >= 0xfe70 && letter <= 0xfeff) || (letter >= 0x10800 && letter <= 0x10fff)
               || (letter >= 0x1e800 && letter <= 0x1efff);
      if (g_unichar_isalpha (letter))
        return FALSE;
    }
  return FALSE;
}

/* Left is left: Pango turns it for a text that is written from right to left. */
static PangoAlignment
get_alignment (const Entry *entry)
{
  PangoAlignment alignment = entry->alignment;

  if (alignment != PANGO_ALIGN_CENTER && is_right_to_left (entry->text))
    return alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  return alignment;
}

static PangoLayout *
create_layout (TlTextMeasure *self,
               const Entry   *entry)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *capitals = styles[entry->style].capitals ? g_utf8_strup (entry->text, -1) : NULL;

  /* A line break of the user's must not make a third line. */
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, self->fonts[entry->style]);
  pango_layout_set_text (layout, capitals != NULL ? capitals : entry->text, -1);
  pango_layout_set_alignment (layout, get_alignment (entry));
  pango_layout_set_attributes (layout, self->attributes);
  if (entry->width >= 0)
    {
      pango_layout_set_width (layout, entry->width);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -entry->lines);
    }
  return layout;
}

static Entry *
ensure_entry (TlTextMeasure *self,
              TlTextStyle    style,
              const char    *text,
              double         max_width,
              int            max_lines,
              PangoAlignment alignment)
{
  g_autofree char *cut = NULL;
  Entry key = { { NULL } };
  Entry *entry;

  /* Cut first: looking for a text takes time by its length, too. */
  cut = text != NULL ? cut_text (text) : NULL;
  key.text = (char *) (cut != NULL ? cut : text != NULL ? text : "");
  key.width = max_width < 0 ? -1 : (int) MIN (ceil (max_width * PANGO_SCALE), G_MAXINT / 2);
  key.style = style;
  key.lines = CLAMP (max_lines, 1, 200);
  key.alignment = alignment;

  entry = g_hash_table_lookup (self->entries, &key);
  if (entry != NULL)
    {
      g_queue_unlink (&self->recent, &entry->link);
    }
  else
    {
      if (self->recent.length >= MAX_LAYOUTS)
        g_hash_table_remove (self->entries, g_queue_pop_tail_link (&self->recent)->data);
      entry = g_new (Entry, 1);
      *entry = key;
      entry->text = g_strdup (key.text);
      entry->layout = create_layout (self, entry);
      entry->logical_width = -1;
      entry->link.data = entry;
      g_hash_table_add (self->entries, entry);
    }
  g_queue_push_head_link (&self->recent, &entry->link);
  return entry;
}

PangoLayout *
tl_text_measure_get_layout (TlTextMeasure *self,
                            TlTextStyle    style,
                            const char    *text,
                            double         max_width,
                            int            max_lines,
                            PangoAlignment alignment)
{
  g_return_val_if_fail (style < TL_TEXT_N_STYLES, NULL);

  return ensure_entry (self, style, text, max_width, max_lines, alignment)->layout;
}

void
tl_text_measure_size (TlTextMeasure *self,
                      TlTextStyle    style,
                      const char    *text,
                      double         max_width,
                      int            max_lines,
                      double        *width,
                      double        *height)
{
  Entry *entry = ensure_entry (self, style, text, max_width, max_lines, PANGO_ALIGN_LEFT);

  if (entry->logical_width < 0)
    {
      PangoRectangle logical;

      pango_layout_get_extents (entry->layout, NULL, &logical);
      entry->logical_width = MAX (logical.width, 0);
      entry->logical_height = logical.height;
    }
  if (width != NULL)
    *width = ceil ((double) entry->logical_width / PANGO_SCALE);
  if (height != NULL)
    *height = ceil ((double) entry->logical_height / PANGO_SCALE);
}

gboolean
tl_text_measure_fits (TlTextMeasure *self,
                      TlTextStyle    style,
                      const char    *text,
                      double         max_width,
                      int            max_lines)
{
  PangoLayout *layout = tl_text_measure_get_layout (self, style, text, max_width, max_lines, PANGO_ALIGN_LEFT);

  return !pango_layout_is_ellipsized (layout);
}

double
tl_text_measure_line_height (TlTextMeasure *self,
                             TlTextStyle    style)
{
  g_return_val_if_fail (style < TL_TEXT_N_STYLES, 0);

  if (self->line_heights[style] == 0)
    tl_text_measure_size (self, style, "Ág", -1, 1, NULL, &self->line_heights[style]);
  return self->line_heights[style];
}

double
tl_text_measure_font_size (TlTextMeasure *self,
                           TlTextStyle    style)
{
  g_return_val_if_fail (style < TL_TEXT_N_STYLES, 0);

  return pango_font_description_get_size (self->fonts[style]) * 96.0 / 72 / PANGO_SCALE;
}
