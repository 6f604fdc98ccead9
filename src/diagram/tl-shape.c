/* tl-shape.c: where the texts of a node stand in its shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-shape.h"

#include <math.h>

#define NO_RECT ((TlRect) { 0, 0, -1, -1 })
#define DASH    "–"

/* Texts at the right never take more than this share from the title. */
#define MAX_SIDE 0.5

TlTextStyle
tl_shape_get_title_style (const TlNode *node)
{
  switch ((TlShape) node->shape)
    {
    case TL_SHAPE_PANEL:
    case TL_SHAPE_CHEVRON:
      return TL_TEXT_PANEL_TITLE;
    case TL_SHAPE_HEADED:
      return TL_TEXT_STRONG;
    case TL_SHAPE_CIRCLE:
      return node->role == TL_ROLE_BACKBONE || node->role == TL_ROLE_OFFER_BACKBONE ? TL_TEXT_LABEL_STRONG : TL_TEXT_LABEL;
    case TL_SHAPE_BOX:
      return node->caption != NULL ? TL_TEXT_STRONG : TL_TEXT_TITLE;
    case TL_SHAPE_NONE:
    case TL_SHAPE_BAR:
    case TL_SHAPE_ROW:
    default:
      return TL_TEXT_TITLE;
    }
}

const char *
tl_shape_get_value (const TlNode *node)
{
  if (node->value != NULL)
    return node->value;
  return (node->flags & TL_NODE_MISSING) != 0 ? DASH : NULL;
}

static gboolean
is_mirrored (const TlNode *node)
{
  return (node->flags & TL_NODE_MIRRORED) != 0;
}

double
tl_shape_get_chevron_depth (const TlRect *bounds)
{
  return MIN (TL_SHAPE_CHEVRON_DEPTH, MIN (bounds->height / 2, bounds->width / 4));
}

double
tl_shape_get_chevron_inset (const TlNode *node,
                            double        y)
{
  double half = node->bounds.height / 2;
  double from_middle = fabs (y - node->bounds.y - half);

  if (half <= 0)
    return 0;
  return tl_shape_get_chevron_depth (&node->bounds) * (1 - MIN (from_middle / half, 1));
}

gboolean
tl_shape_contains (const TlNode *node,
                   double        x,
                   double        y)
{
  const TlRect *bounds = &node->bounds;
  double inset;

  if (!tl_rect_contains (bounds, x, y))
    return FALSE;
  if (is_mirrored (node))
    x = 2 * bounds->x + bounds->width - x;
  if (node->shape != TL_SHAPE_CHEVRON)
    return TRUE;

  inset = tl_shape_get_chevron_inset (node, y);
  return ((node->flags & TL_NODE_FLAT_START) != 0 || x >= bounds->x + inset)
         && x <= bounds->x + bounds->width - tl_shape_get_chevron_depth (bounds) + inset;
}

TlRect
tl_shape_get_circle (const TlNode *node)
{
  const TlRect *bounds = &node->bounds;
  double size;

  if ((node->flags & TL_NODE_SMALL) != 0)
    {
      size = MIN (TL_SHAPE_SMALL_CIRCLE_SIZE, MIN (bounds->width, bounds->height));
      return (TlRect) { is_mirrored (node) ? bounds->x + bounds->width - size : bounds->x,
                        bounds->y + (bounds->height - size) / 2, size, size };
    }
  size = MIN (TL_SHAPE_CIRCLE_SIZE, MIN (bounds->width, bounds->height));
  return (TlRect) { bounds->x + (bounds->width - size) / 2, bounds->y, size, size };
}

/* One text in a rectangle that it may fill; its height becomes its own. */
static void
put (TlTextMeasure  *measure,
     TlShapeText    *text,
     TlTextStyle     style,
     PangoAlignment  alignment,
     int             lines,
     const char     *string,
     TlRect          area)
{
  text->style = style;
  text->alignment = alignment;
  text->lines = lines;
  text->area = area;
  text->area.width = MAX (area.width, 0);
  tl_text_measure_size (measure, style, string, text->area.width, lines, NULL, &text->area.height);
}

/* One line at the right end of @area, as wide as it is but for @most; takes its
 * width and a gap from @area. */
static void
put_right (TlTextMeasure *measure,
           TlShapeText   *text,
           TlTextStyle    style,
           const char    *string,
           double         most,
           TlRect        *area)
{
  double width;

  if (string == NULL || most <= 0)
    return;

  tl_text_measure_size (measure, style, string, -1, 1, &width, NULL);
  width = MIN (width, most);
  put (measure, text, style, PANGO_ALIGN_RIGHT, 1, string,
       (TlRect) { area->x + area->width - width, area->y, width, 0 });
  area->width = MAX (area->width - width - 2 * TL_SHAPE_GAP, 0);
}

/* Large shapes and rows have the colour of their value in a chip behind it. */
static gboolean
has_chip (const TlNode *node)
{
  return (node->flags & TL_NODE_OVERLAY) != 0 && node->heat >= 0 && (node->flags & TL_NODE_MISSING) == 0
         && (node->shape == TL_SHAPE_PANEL || node->shape == TL_SHAPE_CHEVRON || node->shape == TL_SHAPE_ROW);
}

/* A value at the right, with room for its chip. */
static void
put_value (TlTextMeasure *measure,
           const TlNode  *node,
           TlShapeText   *text,
           double         most,
           TlRect        *area)
{
  gboolean chip = has_chip (node);
  const char *value = tl_shape_get_value (node);

  if (value == NULL)
    return;
  if (chip)
    area->width -= TL_SHAPE_CHIP_PADDING;
  put_right (measure, text, TL_TEXT_VALUE, value, most, area);
  if (chip)
    area->width = MAX (area->width - TL_SHAPE_CHIP_PADDING, 0);
}

static void
centre (TlShapeText  *text,
        const TlRect *within)
{
  if (text->area.width >= 0)
    text->area.y = within->y + (within->height - text->area.height) / 2;
}

/* Title, and what stands beneath it, in the middle of @area. */
static void
put_stack (TlTextMeasure *measure,
           const TlNode  *node,
           TlRect         area,
           TlShapePlaces *places)
{
  TlTextStyle style = tl_shape_get_title_style (node);
  double left = area.height;
  double height = 0;

  if (node->caption != NULL)
    {
      put (measure, &places->caption, TL_TEXT_DETAIL, PANGO_ALIGN_LEFT, 1, node->caption, area);
      left -= places->caption.area.height;
      height += places->caption.area.height;
    }
  if (node->title != NULL)
    {
      int lines = CLAMP (floor ((left + 1) / tl_text_measure_line_height (measure, style)), 1, 2);

      put (measure, &places->title, style, PANGO_ALIGN_LEFT, lines, node->title, area);
      height += places->title.area.height;
      places->title.area.y = area.y + (area.height - height) / 2;
    }
  if (node->caption != NULL)
    places->caption.area.y = area.y + (area.height + height) / 2 - places->caption.area.height;
}

static void
place_box (TlTextMeasure *measure,
           const TlNode  *node,
           TlShapePlaces *places)
{
  TlRect area = { node->bounds.x + TL_SHAPE_PADDING, node->bounds.y + TL_SHAPE_PADDING_Y,
                  node->bounds.width - 2 * TL_SHAPE_PADDING, node->bounds.height - 2 * TL_SHAPE_PADDING_Y };
  TlRect whole = area;

  put_right (measure, &places->value, TL_TEXT_VALUE, tl_shape_get_value (node), whole.width * MAX_SIDE, &area);
  centre (&places->value, &whole);
  put_right (measure, &places->badge, TL_TEXT_BADGE, node->badge, whole.width * MAX_SIDE, &area);
  put_stack (measure, node, area, places);
}

static void
place_head (TlTextMeasure *measure,
            const TlNode  *node,
            TlShapePlaces *places)
{
  TlNode head = *node;

  places->head = 2 * tl_text_measure_line_height (measure, TL_TEXT_STRONG) + 2 * TL_SHAPE_PADDING_Y;
  if (node->caption != NULL)
    places->head += tl_text_measure_line_height (measure, TL_TEXT_DETAIL);
  places->head = MIN (places->head, node->bounds.height);
  head.bounds.height = places->head;
  place_box (measure, &head, places);
}

/* The texts of a panel, from its upper left corner down. */
static void
place_panel (TlTextMeasure *measure,
             const TlNode  *node,
             TlShapePlaces *places)
{
  TlRect area = tl_rect_grow (&node->bounds, -TL_SHAPE_PANEL_PADDING);
  double width;

  if (node->shape == TL_SHAPE_CHEVRON)
    {
      double depth = tl_shape_get_chevron_depth (&node->bounds);
      double lowest = area.y + tl_text_measure_line_height (measure, TL_TEXT_PANEL_TITLE)
                      + (node->caption != NULL ? tl_text_measure_line_height (measure, TL_TEXT_CAPTION) : 0);
      double inset = (node->flags & TL_NODE_FLAT_START) != 0 ? 0 : tl_shape_get_chevron_inset (node, lowest);

      area.x += inset;
      area.width -= depth + inset;
    }
  area.width = width = MAX (area.width, 0);

  put_right (measure, &places->badge, TL_TEXT_BADGE, node->badge, width * MAX_SIDE, &area);
  if (node->caption != NULL)
    {
      put (measure, &places->caption, TL_TEXT_CAPTION, PANGO_ALIGN_LEFT, 1, node->caption, area);
      area.y += places->caption.area.height;
      area.width = width;
    }
  put_value (measure, node, &places->value, width * MAX_SIDE, &area);
  if (node->title != NULL)
    {
      put (measure, &places->title, TL_TEXT_PANEL_TITLE, PANGO_ALIGN_LEFT, 2, node->title, area);
      if (places->value.area.width >= 0)
        places->value.area.y += tl_text_measure_line_height (measure, TL_TEXT_PANEL_TITLE) / 2 - places->value.area.height / 2;
      area.y += places->title.area.height;
    }
  places->head = MIN (area.y - node->bounds.y, node->bounds.height);
}

/* Bars and rows: the title, and from the right end the value, the caption, the badge. */
static void
place_line (TlTextMeasure *measure,
            const TlNode  *node,
            TlShapePlaces *places)
{
  TlRect area = { node->bounds.x + TL_SHAPE_PADDING, node->bounds.y,
                  node->bounds.width - 2 * TL_SHAPE_PADDING, node->bounds.height };
  const char *value = tl_shape_get_value (node);
  double most = area.width * MAX_SIDE;

  if (node->shape == TL_SHAPE_BAR)
    {
      area.x += TL_SHAPE_PADDING;
      area.width -= 2 * TL_SHAPE_PADDING;
    }
  if (node->shape == TL_SHAPE_BAR && value != NULL && area.width > TL_SHAPE_CHIP_WIDTH)
    {
      double height = MAX (TL_SHAPE_CHIP_HEIGHT, tl_text_measure_line_height (measure, TL_TEXT_VALUE) + TL_SHAPE_GAP);
      double width;

      tl_text_measure_size (measure, TL_TEXT_VALUE, value, -1, 1, &width, NULL);
      width = CLAMP (width + 2 * TL_SHAPE_PADDING, TL_SHAPE_CHIP_WIDTH, MAX (most, TL_SHAPE_CHIP_WIDTH));
      height = MIN (height, node->bounds.height);
      places->chip = (TlRect) { area.x + area.width - width, area.y + (area.height - height) / 2, width, height };
      put (measure, &places->value, TL_TEXT_VALUE, PANGO_ALIGN_CENTER, 1, value, places->chip);
      area.width -= width + TL_SHAPE_PANEL_PADDING;
    }
  else
    {
      put_value (measure, node, &places->value, most, &area);
    }
  put_right (measure, &places->caption, TL_TEXT_DETAIL, node->caption, area.width * MAX_SIDE, &area);
  put_right (measure, &places->badge, TL_TEXT_BADGE, node->badge, area.width * MAX_SIDE, &area);
  if (node->title != NULL)
    put (measure, &places->title, TL_TEXT_TITLE, PANGO_ALIGN_LEFT, 1, node->title, area);

  centre (&places->value, &node->bounds);
  centre (&places->caption, &node->bounds);
  centre (&places->badge, &node->bounds);
  centre (&places->title, &node->bounds);
}

static void
place_circle (TlTextMeasure *measure,
              const TlNode  *node,
              TlShapePlaces *places)
{
  TlRect circle = tl_shape_get_circle (node);
  const char *value = tl_shape_get_value (node);
  TlTextStyle style = tl_shape_get_title_style (node);

  if (value != NULL)
    {
      put (measure, &places->value, TL_TEXT_BADGE, PANGO_ALIGN_CENTER, 1, value, circle);
      centre (&places->value, &circle);
    }
  if ((node->flags & TL_NODE_SMALL) != 0)
    {
      TlRect area = node->bounds;

      area.x += circle.width + TL_SHAPE_GAP + 2;
      area.width -= circle.width + TL_SHAPE_GAP + 2;
      put_stack (measure, node, area, places);
      return;
    }

  if (node->title != NULL)
    put (measure, &places->title, style, PANGO_ALIGN_CENTER, (node->flags & TL_NODE_NARROW) != 0 ? TL_SHAPE_NARROW_LINES : 2, node->title,
         (TlRect) { node->bounds.x, circle.y + circle.height + TL_SHAPE_GAP, node->bounds.width, 0 });
  if (node->caption != NULL)
    {
      double y = circle.y + circle.height + TL_SHAPE_GAP + MAX (places->title.area.height, 0);

      put (measure, &places->caption, TL_TEXT_DETAIL, PANGO_ALIGN_CENTER, 1, node->caption,
           (TlRect) { node->bounds.x, y, node->bounds.width, 0 });
    }
}

static void
place_text (TlTextMeasure *measure,
            const TlNode  *node,
            TlShapePlaces *places)
{
  TlRect area = node->bounds;

  if (node->caption != NULL)
    {
      put (measure, &places->caption, TL_TEXT_CAPTION, PANGO_ALIGN_LEFT, 1, node->caption, area);
      area.y += places->caption.area.height;
      area.height -= places->caption.area.height;
    }
  if (node->title != NULL)
    {
      double line = tl_text_measure_line_height (measure, TL_TEXT_TITLE);

      put (measure, &places->title, TL_TEXT_TITLE, PANGO_ALIGN_LEFT, CLAMP (floor ((area.height + 1) / line), 1, 100),
           node->title, area);
    }
}

void
tl_shape_place_forward (TlTextMeasure *measure,
                        const TlNode  *node,
                        TlShapePlaces *places)
{
  *places = (TlShapePlaces) { { 0 } };
  places->title.area = places->caption.area = places->badge.area = places->value.area = places->chip = NO_RECT;
  tl_shape_place_note (measure, node, places);

  switch ((TlShape) node->shape)
    {
    case TL_SHAPE_BOX:
      place_box (measure, node, places);
      break;
    case TL_SHAPE_HEADED:
      place_head (measure, node, places);
      break;
    case TL_SHAPE_PANEL:
    case TL_SHAPE_CHEVRON:
      place_panel (measure, node, places);
      break;
    case TL_SHAPE_BAR:
    case TL_SHAPE_ROW:
      place_line (measure, node, places);
      break;
    case TL_SHAPE_CIRCLE:
      place_circle (measure, node, places);
      break;
    case TL_SHAPE_NONE:
    default:
      place_text (measure, node, places);
    }
}

static double
measure_side (TlTextMeasure *measure,
              TlTextStyle    style,
              const char    *text)
{
  double width;

  if (text == NULL)
    return 0;
  tl_text_measure_size (measure, style, text, -1, 1, &width, NULL);
  return width + 2 * TL_SHAPE_GAP;
}

double
tl_shape_measure_width (TlTextMeasure *measure,
                        const TlNode  *node)
{
  double value = measure_side (measure, TL_TEXT_VALUE, tl_shape_get_value (node));
  double badge = measure_side (measure, TL_TEXT_BADGE, node->badge);
  double caption = 0;
  double title = 0;

  if (value > 0 && has_chip (node))
    value += 2 * TL_SHAPE_CHIP_PADDING;
  if (node->title != NULL)
    tl_text_measure_size (measure, tl_shape_get_title_style (node), node->title, -1, 1, &title, NULL);
  if (node->caption != NULL)
    tl_text_measure_size (measure, node->shape == TL_SHAPE_PANEL || node->shape == TL_SHAPE_CHEVRON || node->shape == TL_SHAPE_NONE
                                     ? TL_TEXT_CAPTION
                                     : TL_TEXT_DETAIL,
                          node->caption, -1, 1, &caption, NULL);

  switch ((TlShape) node->shape)
    {
    case TL_SHAPE_PANEL:
      return MAX (title + value + (node->caption == NULL ? badge : 0), caption + badge) + 2 * TL_SHAPE_PANEL_PADDING;
    case TL_SHAPE_CHEVRON:
      return MAX (title + value + (node->caption == NULL ? badge : 0), caption + badge)
             + 2 * TL_SHAPE_PANEL_PADDING
             + ((node->flags & TL_NODE_FLAT_START) != 0 ? 1 : 2) * TL_SHAPE_CHEVRON_DEPTH;
    case TL_SHAPE_BAR:
      if (value > 0)
        value = MAX (value - 2 * TL_SHAPE_GAP + 2 * TL_SHAPE_PADDING, TL_SHAPE_CHIP_WIDTH) + TL_SHAPE_PANEL_PADDING;
      return title + value + badge + (caption > 0 ? caption + 2 * TL_SHAPE_GAP : 0) + 4 * TL_SHAPE_PADDING;
    case TL_SHAPE_ROW:
      return title + value + badge + (caption > 0 ? caption + 2 * TL_SHAPE_GAP : 0) + 2 * TL_SHAPE_PADDING;
    case TL_SHAPE_CIRCLE:
      title = MAX (title, caption);
      if ((node->flags & TL_NODE_SMALL) != 0)
        return TL_SHAPE_SMALL_CIRCLE_SIZE + TL_SHAPE_GAP + 2 + title;
      return MAX (TL_SHAPE_CIRCLE_SIZE, title);
    case TL_SHAPE_NONE:
      return MAX (title, caption);
    case TL_SHAPE_BOX:
    case TL_SHAPE_HEADED:
    default:
      return MAX (title, caption) + value + badge + 2 * TL_SHAPE_PADDING;
    }
}

/* Bottom of the lowest text; the node is tall enough for all to take their lines. */
static double
get_bottom (const TlShapePlaces *places)
{
  const TlShapeText *texts[] = { &places->title, &places->caption, &places->badge, &places->value };
  double bottom = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i]->area.width >= 0)
      bottom = MAX (bottom, texts[i]->area.y + texts[i]->area.height);
  return bottom;
}

static double
get_height (const TlShapeText *text)
{
  return text->area.width >= 0 ? text->area.height : 0;
}

double
tl_shape_measure_height (TlTextMeasure *measure,
                         const TlNode  *node,
                         double         width)
{
  TlNode tall = *node;
  TlShapePlaces places;
  double stack, side;

  tall.bounds = (TlRect) { 0, 0, width, 10000 };
  tl_shape_place (measure, &tall, &places);
  stack = get_height (&places.title) + get_height (&places.caption);
  side = MAX (get_height (&places.value), get_height (&places.badge));

  switch ((TlShape) node->shape)
    {
    case TL_SHAPE_HEADED:
    case TL_SHAPE_PANEL:
    case TL_SHAPE_CHEVRON:
      return ceil (places.head + (node->shape == TL_SHAPE_HEADED ? 0 : TL_SHAPE_PANEL_PADDING));
    case TL_SHAPE_BAR:
      return ceil (MAX (MAX (places.chip.height, 0), MAX (side, MAX (get_height (&places.title), get_height (&places.caption))))
                   + 2 * TL_SHAPE_PADDING_Y);
    case TL_SHAPE_ROW:
      return ceil (MAX (side, MAX (get_height (&places.title), get_height (&places.caption))) + 2 * TL_SHAPE_PADDING_Y);
    case TL_SHAPE_CIRCLE:
      if ((node->flags & TL_NODE_SMALL) != 0)
        return ceil (MAX (TL_SHAPE_SMALL_CIRCLE_SIZE, stack));
      return ceil (MAX (TL_SHAPE_CIRCLE_SIZE, get_bottom (&places)));
    case TL_SHAPE_NONE:
      return ceil (get_bottom (&places));
    case TL_SHAPE_BOX:
    default:
      return ceil (MAX (stack, side) + 2 * TL_SHAPE_PADDING_Y);
    }
}

TlRect
tl_shape_get_content (TlTextMeasure *measure,
                      const TlNode  *node)
{
  TlShapePlaces places;
  double padding = node->shape == TL_SHAPE_HEADED ? TL_SHAPE_PADDING : TL_SHAPE_PANEL_PADDING;
  TlRect content = node->bounds;

  tl_shape_place (measure, node, &places);
  content.x += padding;
  content.width -= 2 * padding;
  content.y += places.head + TL_SHAPE_PADDING;
  content.height -= places.head + TL_SHAPE_PADDING + padding;
  if (node->shape == TL_SHAPE_CHEVRON)
    {
      double depth = tl_shape_get_chevron_depth (&node->bounds);

      if ((node->flags & TL_NODE_FLAT_START) == 0)
        {
          content.x += depth;
          content.width -= depth;
        }
      content.width -= depth;
    }
  content.width = MAX (content.width, 0);
  content.height = MAX (content.height, 0);
  return is_mirrored (node) ? tl_rect_mirror (&content, node->bounds.x + node->bounds.width / 2) : content;
}

guint
tl_shape_find_label_piece (const TlPoint *points,
                           guint          n_points,
                           double         width)
{
  guint longest = 0, level = 0;
  double most = -1, most_level = width + TL_SHAPE_LABEL_ROOM;
  gboolean found = FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      double length = hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);

      if (length > most)
        {
          most = length;
          longest = i;
        }
      if (points[i].y == points[i + 1].y && length >= most_level)
        {
          most_level = length;
          level = i;
          found = TRUE;
        }
    }

  return found ? level : longest;
}
