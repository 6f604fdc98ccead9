/* tl-flow-layout.c: lays out nodes in rows, columns and grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-flow-layout.h"

#include <math.h>
#include <string.h>

#include "diagram/tl-shape.h"

typedef enum
{
  FLOW_LEAF,
  FLOW_ROW,
  FLOW_COLUMN,
  FLOW_GRID,
} FlowKind;

struct _TlFlow
{
  FlowKind   kind;
  double     spacing;
  guint      n_columns;
  GPtrArray *items;       /* of TlFlow, owned */
  TlNode     node;
  gboolean   has_node;
  double     min_width;
  double     min_height;
  double     wrap_width;  /* 0: none */
  double     padding[4];  /* top, right, bottom, left; negative: the node's own */
  double     top;         /* as measured */
  double     right;
  double     bottom;
  double     left;
  double     align_x;
  double     align_y;
  double     justify;
  gboolean   grow;
  gboolean   is_hidden;
  double     width;       /* as measured */
  double     height;
  double     cell_width;  /* of a grid */
  TlRect     bounds;
  int        index;
};

/* A length that no content comes near to, to ask a shape for its insets. */
#define PLENTY 4096.0

/* Titles beneath circles up to so many letter sizes are not broken. */
#define SHORT_TITLE 6.0

double
tl_flow_snap (double length)
{
  return ceil (length / TL_FLOW_GRID - 1e-6) * TL_FLOW_GRID;
}

static TlFlow *
flow_new (FlowKind kind,
          double   spacing)
{
  TlFlow *self = g_new0 (TlFlow, 1);

  self->kind = kind;
  self->spacing = spacing;
  self->n_columns = 1;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_flow_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->padding); i++)
    self->padding[i] = -1;
  self->align_x = -1;
  self->align_y = -1;
  self->index = -1;

  return self;
}

TlFlow *
tl_flow_new_row (double spacing)
{
  return flow_new (FLOW_ROW, spacing);
}

TlFlow *
tl_flow_new_column (double spacing)
{
  return flow_new (FLOW_COLUMN, spacing);
}

TlFlow *
tl_flow_new_grid (guint  columns,
                  double spacing)
{
  TlFlow *self = flow_new (FLOW_GRID, spacing);

  self->n_columns = MAX (columns, 1);
  return self;
}

TlFlow *
tl_flow_new_leaf (const TlNode *node)
{
  TlFlow *self = flow_new (FLOW_LEAF, 0);

  if (node != NULL)
    tl_flow_set_node (self, node);
  return self;
}

void
tl_flow_free (TlFlow *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

TlFlow *
tl_flow_add (TlFlow *self,
             TlFlow *child)
{
  g_return_val_if_fail (self != NULL && child != NULL, NULL);

  g_ptr_array_add (self->items, child);
  return child;
}

void
tl_flow_set_node (TlFlow       *self,
                  const TlNode *node)
{
  self->node = *node;
  self->has_node = TRUE;
}

void
tl_flow_set_flags (TlFlow *self,
                   guint   flags)
{
  self->node.flags |= flags;
}

void
tl_flow_set_minimum (TlFlow *self,
                     double  width,
                     double  height)
{
  self->min_width = width;
  self->min_height = height;
}

void
tl_flow_set_wrap (TlFlow *self,
                  double  width)
{
  self->wrap_width = width;
}

void
tl_flow_set_padding (TlFlow *self,
                     double  top,
                     double  right,
                     double  bottom,
                     double  left)
{
  self->padding[0] = top;
  self->padding[1] = right;
  self->padding[2] = bottom;
  self->padding[3] = left;
}

void
tl_flow_set_align (TlFlow *self,
                   double  x,
                   double  y)
{
  self->align_x = x;
  self->align_y = y;
}

void
tl_flow_set_hidden (TlFlow   *self,
                    gboolean  hidden)
{
  self->is_hidden = hidden;
}

void
tl_flow_set_grow (TlFlow   *self,
                  gboolean  grow)
{
  self->grow = grow;
}

void
tl_flow_set_justify (TlFlow *self,
                     double  justify)
{
  self->justify = justify;
}

double
tl_flow_get_width (const TlFlow *self)
{
  return self->width;
}

double
tl_flow_get_height (const TlFlow *self)
{
  return self->height;
}

const TlRect *
tl_flow_get_bounds (const TlFlow *self)
{
  return &self->bounds;
}

guint
tl_flow_get_n_items (const TlFlow *self)
{
  return self->items->len;
}

TlFlow *
tl_flow_get_item (const TlFlow *self,
                  guint         position)
{
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

int
tl_flow_get_index (const TlFlow *self)
{
  return self->index;
}

/* Widest part if @title is broken after @length bytes. */
static double
measure_broken (TlTextMeasure *text,
                TlTextStyle    style,
                const char    *title,
                gsize          length)
{
  g_autofree char *first = g_strndup (title, length);
  double a, b;

  g_strchomp (first);
  tl_text_measure_size (text, style, first, -1, 1, &a, NULL);
  tl_text_measure_size (text, style, title + length, -1, 1, &b, NULL);

  return MAX (a, b);
}

/* Least width that a title in several lines takes if only what parts words parts lines. */
static double
measure_words (TlTextMeasure *text,
               TlTextStyle    style,
               const char    *title,
               double         line)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  double width, best = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      tl_text_measure_size (text, style, words[i], -1, 1, &width, NULL);
      best = MAX (best, width);
    }
  while (best < line && !tl_text_measure_fits (text, style, title, best, TL_SHAPE_NARROW_LINES))
    best += TL_FLOW_GRID;
  return MIN (best, line);
}

double
tl_flow_measure_node_width (TlTextMeasure *text,
                            const TlNode  *node,
                            guint          lines)
{
  TlTextStyle style = tl_shape_get_title_style (node);
  double whole = tl_shape_measure_width (text, node);
  double line, best, least = 0;

  /* What stands beside the title gets no more than half of the width. */
  if (node->value != NULL
      || ((node->shape == TL_SHAPE_ROW || node->shape == TL_SHAPE_BAR) && node->caption != NULL))
    {
      TlNode bare = *node;

      bare.title = NULL;
      if (node->shape != TL_SHAPE_ROW && node->shape != TL_SHAPE_BAR)
        bare.caption = NULL;
      least = 2 * tl_shape_measure_width (text, &bare);
    }
  if (lines < 2 || node->title == NULL)
    return MAX (whole, least);
  /* A short title is easier to read in one line. */
  if (node->shape == TL_SHAPE_CIRCLE && whole <= SHORT_TITLE * tl_text_measure_font_size (text, style))
    return whole;

  tl_text_measure_size (text, style, node->title, -1, 1, &line, NULL);
  best = line;
  for (const char *p = node->title; *p != '\0'; p = g_utf8_next_char (p))
    if ((*p == ' ' || *p == '/' || *p == '-') && p[1] != '\0')
      best = MIN (best, measure_broken (text, style, node->title, p + 1 - node->title));

  /* Pango has the last word on where a line may break. */
  while (best < line && !tl_text_measure_fits (text, style, node->title, best, 2))
    best += TL_FLOW_GRID;
  if ((node->flags & TL_NODE_NARROW) != 0)
    best = MIN (best, measure_words (text, style, node->title, line));

  /* Captions and the like need their width however the title breaks. */
  if (node->caption != NULL || node->badge != NULL || node->value != NULL)
    {
      TlNode bare = *node;

      bare.title = NULL;
      least = MAX (least, tl_shape_measure_width (text, &bare));
    }

  if (node->shape == TL_SHAPE_CIRCLE && (node->flags & TL_NODE_SMALL) == 0)
    return MAX (best, TL_SHAPE_CIRCLE_SIZE);
  return MAX (whole - line + MIN (best, line), least);
}

/* What was asked for, else what the node's shape and its title take. */
static void
take_insets (TlFlow        *self,
             TlTextMeasure *text,
             double         width)
{
  TlNode node = self->node;
  TlRect content = { 0, 0, width, PLENTY };

  node.bounds = content;
  if (self->has_node)
    content = tl_shape_get_content (text, &node);
  self->top = self->padding[0] >= 0 ? self->padding[0] : tl_flow_snap (content.y);
  self->right = self->padding[1] >= 0 ? self->padding[1] : width - content.x - content.width;
  self->bottom = self->padding[2] >= 0 ? self->padding[2] : PLENTY - content.y - content.height;
  self->left = self->padding[3] >= 0 ? self->padding[3] : content.x;
}

/* An item that is nothing and holds nothing takes no room, and no spacing. */
static gboolean
is_void (const TlFlow *item,
         gboolean      row)
{
  return !item->has_node && !item->grow && (row ? item->width : item->height) <= 0;
}

static void
measure_line (TlFlow *self,
              double *width,
              double *height)
{
  gboolean row = self->kind == FLOW_ROW;
  double along = 0, across = 0;
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      TlFlow *item = g_ptr_array_index (self->items, i);

      if (!is_void (item, row))
        along += (row ? item->width : item->height) + (n++ > 0 ? self->spacing : 0);
      across = MAX (across, row ? item->height : item->width);
    }

  *width = row ? along : across;
  *height = row ? across : along;
}

static double
get_grid_row_height (const TlFlow *self,
                     guint         row)
{
  double height = 0;

  for (guint i = row * self->n_columns; i < MIN ((row + 1) * self->n_columns, self->items->len); i++)
    height = MAX (height, tl_flow_get_height (g_ptr_array_index (self->items, i)));

  return height;
}

static void
measure_grid (TlFlow *self,
              double *width,
              double *height)
{
  guint n_rows = (self->items->len + self->n_columns - 1) / self->n_columns;

  self->cell_width = 0;
  for (guint i = 0; i < self->items->len; i++)
    self->cell_width = MAX (self->cell_width, tl_flow_get_width (g_ptr_array_index (self->items, i)));

  *width = self->cell_width * self->n_columns + self->spacing * (self->n_columns - 1);
  *height = 0;
  for (guint row = 0; row < n_rows; row++)
    *height += get_grid_row_height (self, row) + (row > 0 ? self->spacing : 0);
}

static void
measure_content (TlFlow *self,
                 double *width,
                 double *height)
{
  *width = 0;
  *height = 0;
  if (self->kind == FLOW_GRID)
    measure_grid (self, width, height);
  else if (self->kind != FLOW_LEAF)
    measure_line (self, width, height);
}

void
tl_flow_measure (TlFlow        *self,
                 TlTextMeasure *text)
{
  double width, height;

  g_return_if_fail (self != NULL && text != NULL);

  for (guint i = 0; i < self->items->len; i++)
    tl_flow_measure (g_ptr_array_index (self->items, i), text);
  measure_content (self, &width, &height);

  if (self->has_node && self->items->len == 0)
    {
      guint lines = self->node.shape == TL_SHAPE_BAR || self->node.shape == TL_SHAPE_ROW ? 1 : 2;

      if (self->wrap_width > 0)
        width = self->wrap_width;
      else
        width = MAX (self->min_width, tl_flow_measure_node_width (text, &self->node, lines));
      height = tl_shape_measure_height (text, &self->node, tl_flow_snap (width));
    }
  else
    {
      double title = self->min_width;

      /* A title stays on one line; a head has room for two. */
      if (self->has_node && self->padding[0] < 0)
        title = MAX (title, tl_flow_measure_node_width (text, &self->node,
                                                        self->node.shape == TL_SHAPE_HEADED ? 2 : 1));
      /* How high the title is depends on the width, so twice. */
      take_insets (self, text, tl_flow_snap (title));
      width = tl_flow_snap (MAX (title, width + self->left + self->right));
      take_insets (self, text, width);
      height += self->top + self->bottom;
    }

  self->width = tl_flow_snap (MAX (width, self->min_width));
  self->height = tl_flow_snap (MAX (height, self->min_height));
}

/* Places @item in a room according to its own alignment. */
static void
place_in_room (TlFlow       *item,
               const TlRect *room)
{
  double width = item->align_x < 0 ? room->width : MIN (item->width, room->width);
  double height = item->align_y < 0 ? room->height : MIN (item->height, room->height);

  tl_flow_place (item,
                 room->x + (room->width - width) * MAX (item->align_x, 0),
                 room->y + (room->height - height) * MAX (item->align_y, 0),
                 width, height);
}

static void
place_line (TlFlow       *self,
            const TlRect *room)
{
  gboolean row = self->kind == FLOW_ROW;
  double width, height, spare, at, each;
  guint n_growing = 0;

  measure_line (self, &width, &height);
  for (guint i = 0; i < self->items->len; i++)
    n_growing += ((TlFlow *) g_ptr_array_index (self->items, i))->grow;

  spare = MAX (0, row ? room->width - width : room->height - height);
  each = n_growing > 0 ? spare / n_growing : 0;
  at = (row ? room->x : room->y) + (n_growing > 0 ? 0 : spare * self->justify);

  for (guint i = 0; i < self->items->len; i++)
    {
      TlFlow *item = g_ptr_array_index (self->items, i);
      double length = (row ? item->width : item->height) + (item->grow ? each : 0);
      TlRect cell = row ? (TlRect) { at, room->y, length, room->height }
                        : (TlRect) { room->x, at, room->width, length };

      place_in_room (item, &cell);
      if (!is_void (item, row))
        at += length + self->spacing;
    }
}

static void
place_grid (TlFlow       *self,
            const TlRect *room)
{
  double cell = (room->width - self->spacing * (self->n_columns - 1)) / self->n_columns;
  double y = room->y;

  for (guint i = 0; i < self->items->len; i++)
    {
      guint column = i % self->n_columns;
      guint row = i / self->n_columns;
      double height = get_grid_row_height (self, row);
      TlRect bounds = { room->x + column * (cell + self->spacing), y, cell, height };

      place_in_room (g_ptr_array_index (self->items, i), &bounds);
      if (column + 1 == self->n_columns)
        y += height + self->spacing;
    }
}

void
tl_flow_place (TlFlow *self,
               double  x,
               double  y,
               double  width,
               double  height)
{
  TlRect room = {
    x + self->left, y + self->top,
    width - self->left - self->right, height - self->top - self->bottom,
  };

  self->bounds = (TlRect) { x, y, width, height };
  if (self->kind == FLOW_GRID)
    place_grid (self, &room);
  else if (self->kind != FLOW_LEAF)
    place_line (self, &room);
}

void
tl_flow_move (TlFlow *self,
              double  dx,
              double  dy)
{
  self->bounds.x += dx;
  self->bounds.y += dy;
  for (guint i = 0; i < self->items->len; i++)
    tl_flow_move (g_ptr_array_index (self->items, i), dx, dy);
}

void
tl_flow_emit (TlFlow         *self,
              TlSceneBuilder *builder,
              int             parent)
{
  if (self->has_node && !self->is_hidden)
    {
      TlNode node = self->node;

      node.bounds = self->bounds;
      node.parent = parent;
      self->index = tl_scene_builder_node (builder, &node);
      parent = self->index;
    }

  for (guint i = 0; i < self->items->len; i++)
    tl_flow_emit (g_ptr_array_index (self->items, i), builder, parent);
}
