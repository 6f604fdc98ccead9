/* tl-overlay.c: values of components and activities, for heat maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-overlay.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/tl-money.h"
#include "project/tl-assessment.h"
#include "project/tl-support.h"
#include "project/tl-tool.h"

#define N_STEPS 6
#define UNKNOWN "–"

/* One amount of a node in one currency. */
typedef struct
{
  const char *currency; /* interned, NULL where none is given */
  double      amount;
} Cost;

/* What the pass collects about a component or activity. */
typedef struct
{
  TlOverlayValue value;
  const char    *current_date; /* of the assessment that gave it */
  const char    *goal_date;
  int            current;      /* -1: not known */
  int            goal;
  guint          n_tools;
  guint          n_priced;     /* tools with a cost */
  guint          last_tool;    /* serial of the tool counted last: a tool counts once */
  GArray        *costs;        /* of Cost, or NULL */
} Entry;

struct _TlOverlay
{
  TlOverlayKind kind;
  GHashTable   *entries;       /* id → Entry */
  const char   *currency;      /* of the scale, interned or NULL */
  double        cost_step;     /* what one step of the scale is worth */
  char         *labels[N_STEPS];
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->costs, g_array_unref);
  g_free (entry);
}

static void
add_entry (TlOverlay       *self,
           const TlConcept *concept)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->current = -1;
  entry->goal = -1;
  g_hash_table_insert (self->entries, (gpointer) concept->id, entry);
}

static void
take_number (TlRecord    *assessment,
             guint        field,
             const char  *date,
             int         *number,
             const char **number_date)
{
  int value = tl_record_get_integer (assessment, field, -1);

  /* ISO dates sort as text; of one day, the later record counts. */
  if (value < 0 || (*number_date != NULL && g_strcmp0 (date, *number_date) < 0))
    return;

  *number = MIN (value, 5);
  *number_date = date;
}

static void
collect_assessments (TlOverlay *self,
                     TlProject *project)
{
  TlRecordList *list = tl_record_get_list (TL_RECORD (project), TL_PROJECT_ASSESSMENTS);
  guint n = tl_record_list_get_n (list);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *id = tl_record_get (record, TL_ASSESSMENT_OF);
      const char *date = tl_record_get (record, TL_ASSESSMENT_DATE);
      Entry *entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;

      if (entry == NULL)
        continue;

      if (date == NULL)
        date = "";
      take_number (record, TL_ASSESSMENT_CURRENT, date, &entry->current, &entry->current_date);
      take_number (record, TL_ASSESSMENT_GOAL, date, &entry->goal, &entry->goal_date);
    }
}

static void
add_cost (Entry      *entry,
          const char *currency,
          double      amount)
{
  Cost cost = { currency, amount };

  if (entry->costs == NULL)
    entry->costs = g_array_new (FALSE, FALSE, sizeof (Cost));

  for (guint i = 0; i < entry->costs->len; i++)
    {
      Cost *known = &g_array_index (entry->costs, Cost, i);

      if (known->currency == currency)
        {
          known->amount += amount;
          return;
        }
    }
  g_array_append_val (entry->costs, cost);
}

static gboolean
is_in_use (TlRecord *tool)
{
  const char *state = tl_record_get (tool, TL_TOOL_STATE);

  return g_strcmp0 (state, "planned") != 0 && g_strcmp0 (state, "retired") != 0;
}

/* Counts a tool at one place, once. Returns whether it is new there. */
static gboolean
count_tool (Entry   *entry,
            guint    serial,
            gboolean priced)
{
  if (entry->last_tool == serial)
    return FALSE;

  entry->last_tool = serial;
  entry->n_tools++;
  if (priced)
    entry->n_priced++;
  return TRUE;
}

static void
collect_tool (TlOverlay  *self,
              TlProject  *project,
              TlRecord   *tool,
              guint       serial,
              const char *currency)
{
  const TlEdition *edition = tl_project_get_edition (project);
  TlRecordList *supports = tl_record_get_list (tool, TL_TOOL_SUPPORTS);
  guint n = tl_record_list_get_n (supports);
  double cost = tl_record_get_number (tool, TL_TOOL_ANNUAL_COST, -1);
  g_autoptr(GPtrArray) places = g_ptr_array_new ();
  g_autoptr(GPtrArray) owners = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const char *id = tl_record_get (tl_record_list_get (supports, i), TL_SUPPORT_COMPONENT);
      Entry *entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;
      const TlComponent *component;

      if (entry == NULL || !count_tool (entry, serial, cost >= 0))
        continue;

      component = tl_edition_lookup_component (edition, id);
      g_ptr_array_add (places, entry);
      g_ptr_array_add (owners, component != NULL && component->activity != NULL
                                 ? g_hash_table_lookup (self->entries, component->activity->concept.id)
                                 : NULL);
    }

  for (guint i = 0; i < places->len; i++)
    {
      Entry *owner = g_ptr_array_index (owners, i);

      if (owner != NULL)
        count_tool (owner, serial, cost >= 0);
      if (cost < 0)
        continue;
      add_cost (g_ptr_array_index (places, i), currency, cost / places->len);
      if (owner != NULL)
        add_cost (owner, currency, cost / places->len);
    }
}

/* The currency that most tools with a cost have; of equals the first. */
static const char *
choose_currency (GHashTable *votes,
                 GPtrArray  *order)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < order->len; i++)
    {
      const char *currency = g_ptr_array_index (order, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, currency != NULL ? currency : ""));

      if (n > most)
        {
          most = n;
          best = currency;
        }
    }

  return best;
}

static void
collect_tools (TlOverlay *self,
               TlProject *project)
{
  TlRecordList *tools = tl_record_get_list (TL_RECORD (project), TL_PROJECT_TOOLS);
  const char *own = g_intern_string (tl_record_get (TL_RECORD (project), TL_PROJECT_CURRENCY));
  g_autoptr(GHashTable) votes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  guint n = tl_record_list_get_n (tools);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *tool = tl_record_list_get (tools, i);
      const char *currency = g_intern_string (tl_record_get (tool, TL_TOOL_CURRENCY));

      if (!is_in_use (tool))
        continue;

      if (currency == NULL)
        currency = own;
      collect_tool (self, project, tool, i + 1, currency);

      if (tl_record_get (tool, TL_TOOL_ANNUAL_COST) != NULL)
        {
          const char *key = currency != NULL ? currency : "";
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (votes, key));

          if (count == 0)
            g_ptr_array_add (order, (gpointer) currency);
          g_hash_table_insert (votes, (gpointer) key, GUINT_TO_POINTER (count + 1));
        }
    }

  self->currency = own != NULL ? own : choose_currency (votes, order);
}

static void
set_unknown (TlOverlayValue *value)
{
  value->known = FALSE;
  value->heat = -1;
  g_strlcpy (value->text, UNKNOWN, sizeof value->text);
}

static void
work_out_maturity (Entry *entry)
{
  TlOverlayValue *value = &entry->value;

  if (entry->current < 0)
    {
      set_unknown (value);
      return;
    }

  value->known = TRUE;
  value->value = entry->current;
  value->heat = entry->current;
  g_snprintf (value->text, sizeof value->text, "%d", entry->current);
}

static void
work_out_gap (Entry *entry)
{
  TlOverlayValue *value = &entry->value;
  int gap = entry->goal - entry->current;

  if (entry->current < 0 || entry->goal < 0)
    {
      set_unknown (value);
      return;
    }

  value->known = TRUE;
  value->value = gap;
  value->heat = CLAMP (gap, 0, 5);
  if (gap < 0)
    g_snprintf (value->text, sizeof value->text, "−%d", -gap);
  else
    g_snprintf (value->text, sizeof value->text, gap > 0 ? "+%d" : "%d", gap);
}

/* One tool is as it should be, and light; from two on the colour jumps. */
static const int tools_heat[] = { 0, 2, 4, 5 };

static void
work_out_tools (Entry *entry)
{
  TlOverlayValue *value = &entry->value;

  value->known = TRUE;
  value->value = entry->n_tools;
  value->heat = tools_heat[MIN (entry->n_tools, G_N_ELEMENTS (tools_heat) - 1)];
  g_snprintf (value->text, sizeof value->text, "%u", entry->n_tools);
  if (entry->n_tools == 0)
    value->hint = C_("tools of a component", "gap");
  else if (entry->n_tools > 1)
    value->hint = C_("tools of a component", "overlap");
}

/* The smallest of 1, 2, 2.5, 5 times a power of ten of which five cover @max. */
static double
round_step (double max)
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
      Entry *entry = data;

      for (guint i = 0; entry->costs != NULL && i < entry->costs->len; i++)
        {
          Cost *cost = &g_array_index (entry->costs, Cost, i);

          if (cost->currency == self->currency)
            max = MAX (max, cost->amount);
        }
    }

  self->cost_step = round_step (max);
}

/* "210 k€ + 48 k CHF" of all currencies as far as there is room. */
static void
write_cost (TlOverlayValue *value,
            GArray         *costs,
            gboolean        partial)
{
  g_autoptr(GString) text = g_string_new (partial ? "≥\302\240" : NULL);
  char amount[sizeof value->text];

  for (guint i = 0; i < costs->len; i++)
    {
      const Cost *cost = &g_array_index (costs, Cost, i);

      tl_money_format (cost->amount, cost->currency, amount, sizeof amount);
      if (text->len + strlen (amount) + 3 + (i + 1 < costs->len ? 4 : 0) >= sizeof value->text)
        {
          g_string_append (text, " + …");
          break;
        }
      if (i > 0)
        g_string_append (text, " + ");
      g_string_append (text, amount);
    }
  g_strlcpy (value->text, text->str, sizeof value->text);
}

static void
work_out_cost (TlOverlay *self,
               Entry     *entry)
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
  write_cost (value, entry->costs, partial);
  for (guint i = 0; i < entry->costs->len; i++)
    if (g_array_index (entry->costs, Cost, i).currency == self->currency)
      value->value = g_array_index (entry->costs, Cost, i).amount;

  if (entry->costs->len > 1)
    value->hint = C_("cost of a component", "several currencies");
  else if (partial)
    value->hint = C_("cost of a component", "not all costs known");

  if (entry->costs->len > 1 || g_array_index (entry->costs, Cost, 0).currency != self->currency)
    value->heat = -1;
  else
    value->heat = CLAMP ((int) ceil (value->value / self->cost_step - 1e-9), 0, 5);
}

static void
label_cost (TlOverlay *self)
{
  char from[32], to[32];

  self->labels[0] = g_strdup (tl_money_format (0, self->currency, to, sizeof to));
  for (int i = 1; i < N_STEPS; i++)
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
label_steps (TlOverlay *self)
{
  switch (self->kind)
    {
    case TL_OVERLAY_MATURITY:
      for (int i = 0; i < N_STEPS; i++)
        self->labels[i] = g_strdup_printf ("%d", i);
      break;

    case TL_OVERLAY_GAP:
      for (int i = 0; i < N_STEPS; i++)
        self->labels[i] = g_strdup_printf (i > 0 ? "+%d" : "%d", i);
      break;

    case TL_OVERLAY_TOOLS:
      for (guint i = 0; i < G_N_ELEMENTS (tools_heat); i++)
        self->labels[tools_heat[i]] = g_strdup_printf (i + 1 < G_N_ELEMENTS (tools_heat) ? "%u" : "%u+", i);
      break;

    case TL_OVERLAY_COST:
      label_cost (self);
      break;

    case TL_OVERLAY_NONE:
    default:
      break;
    }
}

static void
work_out (TlOverlay *self)
{
  GHashTableIter iter;
  gpointer data;

  if (self->kind == TL_OVERLAY_COST)
    work_out_scale (self);

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      Entry *entry = data;

      if (self->kind == TL_OVERLAY_MATURITY)
        work_out_maturity (entry);
      else if (self->kind == TL_OVERLAY_GAP)
        work_out_gap (entry);
      else if (self->kind == TL_OVERLAY_TOOLS)
        work_out_tools (entry);
      else if (self->kind == TL_OVERLAY_COST)
        work_out_cost (self, entry);
    }
}

TlOverlay *
tl_overlay_new (TlProject     *project,
                TlOverlayKind  kind)
{
  const TlEdition *edition;
  TlOverlay *self;

  g_return_val_if_fail (project != NULL, NULL);

  edition = tl_project_get_edition (project);
  self = g_new0 (TlOverlay, 1);
  self->kind = kind;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);

  for (guint i = 0; tl_edition_get_components (edition)[i] != NULL; i++)
    add_entry (self, &tl_edition_get_components (edition)[i]->concept);
  for (guint i = 0; tl_edition_get_activities (edition)[i] != NULL; i++)
    add_entry (self, &tl_edition_get_activities (edition)[i]->concept);

  collect_assessments (self, project);
  collect_tools (self, project);
  work_out (self);
  label_steps (self);

  return self;
}

void
tl_overlay_free (TlOverlay *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  for (int i = 0; i < N_STEPS; i++)
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
  const Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == TL_OVERLAY_NONE || id == NULL)
    return NULL;

  entry = g_hash_table_lookup (self->entries, id);
  return entry != NULL ? &entry->value : NULL;
}

guint
tl_overlay_get_n_tools (const TlOverlay *self,
                        const char      *id)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL, 0);

  entry = id != NULL ? g_hash_table_lookup (self->entries, id) : NULL;
  return entry != NULL ? entry->n_tools : 0;
}

const char *
tl_overlay_get_step_label (const TlOverlay *self,
                           int              step)
{
  g_return_val_if_fail (self != NULL, NULL);

  return step >= 0 && step < N_STEPS ? self->labels[step] : NULL;
}
