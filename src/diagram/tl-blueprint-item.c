/* tl-blueprint-item.c: the nodes of a blueprint, and how large they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "diagram/tl-blueprint-private.h"
#include "diagram/tl-flow-layout.h"
#include "diagram/tl-shape.h"

/* Letters of the default font, at which a lane unit is a canvas unit. */
#define DEFAULT_SIZE (10 * 96.0 / 72)

/* Words of longer names are not looked at one by one. */
#define MAX_NAME 200
/* A word may need a hyphen or a slash after it. */
#define WORD_ROOM 6.0

/* A size in the file larger than this is a slip. */
#define MAX_SIZE 4096.0

double
tl_blueprint_get_unit (TlTextMeasure *text)
{
  return tl_text_measure_font_size (text, TL_TEXT_TITLE) / DEFAULT_SIZE;
}

double
tl_blueprint_snap (double length)
{
  return ceil (length / TL_BLUEPRINT_GRID - 1e-6) * TL_BLUEPRINT_GRID;
}

void
tl_blueprint_ties_init (TlBlueprintTies        *self,
                        const TlBlueprintFacts *facts)
{
  guint n = facts->items->len;
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, n + 1);
  for (guint i = 0; i < facts->ties->len; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (facts, i);

      self->first[tie->from + 1]++;
      if (tie->to != tie->from)
        self->first[tie->to + 1]++;
    }
  for (guint i = 0; i < n; i++)
    self->first[i + 1] += self->first[i];

  self->ties = g_new (guint, self->first[n]);
  next = g_memdup2 (self->first, (n + 1) * sizeof *next);
  for (guint i = 0; i < facts->ties->len; i++)
    {
      const TlBlueprintTie *tie = tl_blueprint_facts_get_tie (facts, i);

      self->ties[next[tie->from]++] = i;
      if (tie->to != tie->from)
        self->ties[next[tie->to]++] = i;
    }
}

void
tl_blueprint_ties_clear (TlBlueprintTies *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->ties, g_free);
}

/* The line beneath the name: what it is, and whose or which, as far as there is
 * room for that. Of a guest whose it is says more. (transfer full) */
static char *
make_detail (const TlBlueprintItem *item,
             TlTextMeasure         *text,
             double                 width)
{
  const char *parts[] = { item->is_guest ? item->service : item->version, item->is_guest ? NULL : item->environment };
  g_autofree char *detail = g_strdup (item->kind_name);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *longer = NULL;

      if (parts[i] == NULL)
        continue;
      /* TRANSLATORS: between the short facts of a line: “Database · 16.2 · production” */
      longer = g_strconcat (detail, C_("facts", " · "), parts[i], NULL);
      if (tl_text_measure_fits (text, TL_TEXT_DETAIL, longer, width, 1))
        {
          g_free (detail);
          detail = g_steal_pointer (&longer);
        }
      else if (item->is_guest)
        {
          return g_strdup (parts[i]);
        }
    }

  return g_steal_pointer (&detail);
}

static TlNode
make_part (const TlBlueprintItem *item)
{
  return (TlNode) {
    .key = item->key,
    .title = item->name,
    .note = item->mark,
    .parent = -1,
    .shape = TL_SHAPE_BOX,
    .role = item->is_guest ? TL_ROLE_GUEST : TL_ROLE_COMPONENT,
    .flags = TL_NODE_ACTIVE | TL_NODE_CONNECTABLE | TL_NODE_MOVABLE | (item->is_guest ? 0 : TL_NODE_RESIZABLE)
             | (item->mark != NULL ? TL_NODE_GAP : 0),
    .heat = -1,
  };
}

static TlNode
make_station (const TlBlueprintItem *item)
{
  return (TlNode) {
    .key = item->key,
    .title = item->name,
    .caption = item->kind_name,
    .note = item->mark,
    .parent = -1,
    .shape = TL_SHAPE_CIRCLE,
    .role = item->line == TL_LINE_OFFER ? TL_ROLE_OFFER_BACKBONE : TL_ROLE_BACKBONE,
    .flags = TL_NODE_ACTIVE | TL_NODE_CONNECTABLE | (item->mark != NULL ? TL_NODE_GAP : 0),
    .heat = -1,
  };
}

TlNode
tl_blueprint_make_node (TlBlueprintBuild *build,
                        guint             item)
{
  const TlBlueprintItem *facts = tl_blueprint_facts_get_item (build->facts, item);
  g_autofree char *detail = NULL;
  TlNode node;

  if (facts->line != TL_LINE_NONE)
    return make_station (facts);

  node = make_part (facts);
  detail = make_detail (facts, build->text, build->places[item].width * build->unit - 2 * TL_SHAPE_PADDING);
  node.caption = g_string_chunk_insert (build->strings, detail);
  return node;
}

/* Words are not broken where there is another way. */
double
tl_blueprint_measure_words (TlTextMeasure *text,
                            TlTextStyle    style,
                            const char    *string)
{
  g_auto (GStrv) words = NULL;
  double most = 0;

  if (strnlen (string, MAX_NAME + 1) > MAX_NAME)
    return 0;

  words = g_strsplit_set (string, " -/", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      double width;

      tl_text_measure_size (text, style, words[i], -1, 1, &width, NULL);
      most = MAX (most, width);
    }

  return most;
}

/* At least as large as its name needs. The line beneath it widens the box only a
 * little: boxes of one width make calm columns. */
void
tl_blueprint_measure (const TlBlueprintItem *item,
                      TlTextMeasure         *text,
                      double                *width,
                      double                *height,
                      double                *chip)
{
  double unit = tl_blueprint_get_unit (text), usual = TL_BLUEPRINT_USUAL_WIDTH * unit - 2 * TL_SHAPE_PADDING;
  g_autofree char *detail = make_detail (item, text, usual);
  TlNode node = make_part (item);
  double title, caption;

  title = MAX (tl_flow_measure_node_width (text, &node, 2),
               tl_blueprint_measure_words (text, TL_TEXT_STRONG, item->name) + 2 * TL_SHAPE_PADDING + WORD_ROOM);
  tl_text_measure_size (text, TL_TEXT_DETAIL, detail, usual, 1, &caption, NULL);
  node.caption = detail;

  *width = CLAMP (tl_blueprint_snap (MAX (title, caption + 2 * TL_SHAPE_PADDING) / unit),
                  TL_BLUEPRINT_BOX_WIDTH, TL_BLUEPRINT_MAX_WIDTH);
  if (item->width > 0)
    *width = CLAMP (item->width, TL_BLUEPRINT_BOX_WIDTH / 2, MAX_SIZE);

  *height = tl_shape_measure_height (text, &node, *width * unit) / unit;
  *height = MAX (tl_blueprint_snap (*height), TL_BLUEPRINT_BOX_HEIGHT);
  if (item->height > 0)
    *height = CLAMP (item->height, *height, MAX_SIZE);

  node.bounds = (TlRect) { 0, 0, *width * unit, *height * unit };
  *chip = tl_shape_measure_note (text, &node) / unit;
}
