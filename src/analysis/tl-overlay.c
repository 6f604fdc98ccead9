/* tl-overlay.c: values of components and activities, for heat maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-overlay-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/tl-money.h"

#define UNKNOWN "–"

static void
set_unknown (TlOverlayValue *value)
{
  value->known = FALSE;
  value->heat = -1;
  g_strlcpy (value->text, UNKNOWN, sizeof value->text);
}

/* An average has one. */
static int
get_decimals (double number)
{
  return fabs (number - round (number)) < 0.05 ? 0 : 1;
}

static void
work_out_maturity (TlOverlayEntry *entry)
{
  TlOverlayValue *value = &entry->value;

  if (entry->current < 0)
    {
      set_unknown (value);
      return;
    }

  value->known = TRUE;
  value->value = entry->current;
  value->heat = (int) lround (entry->current);
  g_snprintf (value->text, sizeof value->text, "%.*f", get_decimals (entry->current), entry->current);
}

static void
work_out_gap (TlOverlayEntry *entry)
{
  TlOverlayValue *value = &entry->value;
  char number[16];
  double gap = entry->goal - entry->current;

  if (entry->current < 0 || entry->goal < 0)
    {
      set_unknown (value);
      return;
    }

  value->known = TRUE;
  value->value = gap;
  value->heat = CLAMP ((int) lround (gap), 0, 5);
  g_snprintf (number, sizeof number, "%.*f", get_decimals (gap), fabs (gap));
  g_snprintf (value->text, sizeof value->text, "%s%s", gap <= -0.05 ? "−" : gap >= 0.05 ? "+" : "", number);
}

/* One tool is as it should be, and light; from two on the colour jumps. */
static const int tools_heat[] = { 0, 2, 4, 5 };

static void
work_out_tools (TlOverlay      *self,
                TlOverlayEntry *entry)
{
  TlOverlayValue *value = &entry->value;

  /* What no tool can be said to support has no gap either. */
  if (!entry->takes_tools)
    {
      set_unknown (value);
      return;
    }

  value->known = TRUE;
  value->value = entry->n_tools;
  if (self->tools_step > 0)
    value->heat = CLAMP ((int) ceil (entry->n_tools / self->tools_step - 1e-9), 0, 5);
  else
    value->heat = tools_heat[MIN (entry->n_tools, G_N_ELEMENTS (tools_heat) - 1)];
  g_snprintf (value->text, sizeof value->text, "%'u", entry->n_tools);
  if (entry->n_tools == 0)
    value->hint = C_("tools of a component", "gap");
  else if (entry->n_tools > 1 && self->tools_step <= 0)
    value->hint = C_("tools of a component", "overlap");
}

/* The smallest of 1, 2, 2.5, 5 times a power of ten of which five cover @max. */
double
tl_overlay_round_step (double max)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power;

  if (!(max > 0))
    return 1;

  power = pow (10, floor (log10 (max / 5)));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power * 5 >= max * (1 - 1e-9))
      return steps[i] * power;

  return power * 10;
}

static void
work_out_scale (TlOverlay *self)
{
  GHashTableIter iter;
  gpointer data;
  double max = 0;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      TlOverlayEntry *entry = data;

      for (guint i = 0; entry->costs != NULL && i < entry->costs->len; i++)
        {
          TlComponentCost *cost = &g_array_index (entry->costs, TlComponentCost, i);

          if (cost->currency == self->currency)
            max = MAX (max, cost->amount);
        }
    }

  self->cost_step = tl_overlay_round_step (max);
}

/* The amount on the scale, or the first there is; "+…" says that there are
 * others, which nothing may be added up with. */
static void
write_cost (TlOverlay      *self,
            TlOverlayValue *value,
            GArray         *costs,
            gboolean        partial)
{
  const TlComponentCost *shown = &g_array_index (costs, TlComponentCost, 0);
  char amount[sizeof value->text - 10];

  for (guint i = 0; i < costs->len; i++)
    if (g_array_index (costs, TlComponentCost, i).currency == self->currency)
      {
        shown = &g_array_index (costs, TlComponentCost, i);
        value->value = shown->amount;
      }

  tl_money_format (shown->amount, shown->currency, amount, sizeof amount);
  g_snprintf (value->text, sizeof value->text, "%s%s%s", partial ? "≥\302\240" : "", amount,
              costs->len > 1 ? " +…" : "");
}

static void
work_out_cost (TlOverlay *self,
               TlOverlayEntry     *entry)
{
  TlOverlayValue *value = &entry->value;
  gboolean partial = entry->n_priced < entry->n_tools;

  if (entry->costs == NULL)
    {
      set_unknown (value);
      if (entry->n_tools > 0)
        value->hint = C_("cost of a component", "cost not known");
      return;
    }

  value->known = TRUE;
  write_cost (self, value, entry->costs, partial);

  if (entry->costs->len > 1)
    value->hint = C_("cost of a component", "several currencies");
  else if (partial)
    value->hint = C_("cost of a component", "not all costs known");

  if (entry->costs->len > 1 || g_array_index (entry->costs, TlComponentCost, 0).currency != self->currency)
    value->heat = -1;
  else
    value->heat = CLAMP ((int) ceil (value->value / self->cost_step - 1e-9), 0, 5);
}

static void
label_cost (TlOverlay *self)
{
  char from[32], to[32];

  self->labels[0] = g_strdup (tl_money_format (0, self->currency, to, sizeof to));
  for (int i = 1; i < TL_OVERLAY_N_STEPS; i++)
    {
      tl_money_format (self->cost_step * i, self->currency, to, sizeof to);
      if (i == 1)
        self->labels[i] = g_strdup_printf (C_("cost range", "up to %s"), to);
      else
        self->labels[i] = g_strdup_printf (C_("cost range", "%s to %s"),
                                           tl_money_format (self->cost_step * (i - 1), self->currency,
                                                            from, sizeof from),
                                           to);
    }
}

static void
label_tools (TlOverlay *self)
{
  if (self->tools_step <= 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (tools_heat); i++)
        self->labels[tools_heat[i]] = g_strdup_printf (i + 1 < G_N_ELEMENTS (tools_heat) ? "%u" : "%u+", i);
      return;
    }
  self->labels[0] = g_strdup ("0");
  for (int i = 1; i < TL_OVERLAY_N_STEPS; i++)
    self->labels[i] = g_strdup_printf ("≤ %'.0f", i * self->tools_step);
}

static void
label_steps (TlOverlay *self)
{
  switch (self->kind)
    {
    case TL_OVERLAY_MATURITY:
      for (int i = 0; i < TL_OVERLAY_N_STEPS; i++)
        self->labels[i] = g_strdup_printf ("%d", i);
      break;

    case TL_OVERLAY_GAP:
      for (int i = 0; i < TL_OVERLAY_N_STEPS; i++)
        self->labels[i] = g_strdup_printf (i > 0 ? "+%d" : "%d", i);
      break;

    case TL_OVERLAY_TOOLS:
      label_tools (self);
      break;

    case TL_OVERLAY_COST:
      label_cost (self);
      break;

    case TL_OVERLAY_SERVICES: /* with its values */
    case TL_OVERLAY_NONE:
    default:
      break;
    }
}

void
tl_overlay_work_out (TlOverlay *self)
{
  GHashTableIter iter;
  gpointer data;

  if (self->kind == TL_OVERLAY_COST)
    work_out_scale (self);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      TlOverlayEntry *entry = data;

      if (self->kind == TL_OVERLAY_MATURITY)
        work_out_maturity (entry);
      else if (self->kind == TL_OVERLAY_GAP)
        work_out_gap (entry);
      else if (self->kind == TL_OVERLAY_TOOLS)
        work_out_tools (self, entry);
      else if (self->kind == TL_OVERLAY_COST)
        work_out_cost (self, entry);
    }
  label_steps (self);
}

TlOverlay *
tl_overlay_new (TlProject     *project,
                TlOverlayKind  kind)
{
  TlOverlay *self;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_new0 (TlOverlay, 1);
  self->kind = kind;
  tl_overlay_collect (self, project);
  if (kind == TL_OVERLAY_SERVICES)
    tl_overlay_collect_services (self, project);
  tl_overlay_work_out (self);

  return self;
}

void
tl_overlay_free (TlOverlay *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_clear_pointer (&self->places, g_hash_table_unref);
  for (int i = 0; i < TL_OVERLAY_N_STEPS; i++)
    g_free (self->labels[i]);
  g_free (self);
}

TlOverlayKind
tl_overlay_get_kind (const TlOverlay *self)
{
  g_return_val_if_fail (self != NULL, TL_OVERLAY_NONE);

  return self->kind;
}

const TlOverlayValue *
tl_overlay_get (const TlOverlay *self,
                const char      *id)
{
  const TlOverlayEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == TL_OVERLAY_NONE || self->kind == TL_OVERLAY_SERVICES || id == NULL)
    return NULL;

  entry = g_hash_table_lookup (self->entries, id);
  return entry != NULL ? &entry->value : NULL;
}

const TlOverlayValue *
tl_overlay_get_place (const TlOverlay *self,
                      const TlConcept *place)
{
  const TlOverlayPlace *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = self->places != NULL ? g_hash_table_lookup (self->places, place) : NULL;
  return found != NULL ? &found->value : NULL;
}

guint
tl_overlay_get_n_tools (const TlOverlay *self,
                        const char      *id)
{
  const TlOverlayEntry *entry;

  g_return_val_if_fail (self != NULL, 0);

  entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;
  return entry != NULL ? entry->n_tools : 0;
}

const char *
tl_overlay_get_step_label (const TlOverlay *self,
                           int              step)
{
  g_return_val_if_fail (self != NULL, NULL);

  return step >= 0 && step < TL_OVERLAY_N_STEPS ? self->labels[step] : NULL;
}
