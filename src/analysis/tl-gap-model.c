/* tl-gap-model.c: gaps as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-gap-model.h"

#include "project/tl-element.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"

#include <string.h>

/* Rows */

struct _TlGapRow
{
  GObject parent_instance;

  TlRecord *service;
  TlGap     gap; /* holds its element */
};

G_DEFINE_FINAL_TYPE (TlGapRow, tl_gap_row, G_TYPE_OBJECT)

static void
tl_gap_row_finalize (GObject *object)
{
  TlGapRow *self = TL_GAP_ROW (object);

  g_object_unref (self->service);
  g_clear_object (&self->gap.element);

  G_OBJECT_CLASS (tl_gap_row_parent_class)->finalize (object);
}

static void
tl_gap_row_class_init (TlGapRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_gap_row_finalize;
}

static void
tl_gap_row_init (TlGapRow *self)
{
}

TlRecord *
tl_gap_row_get_service (TlGapRow *self)
{
  g_return_val_if_fail (TL_IS_GAP_ROW (self), NULL);

  return self->service;
}

const TlGap *
tl_gap_row_get_gap (TlGapRow *self)
{
  g_return_val_if_fail (TL_IS_GAP_ROW (self), NULL);

  return self->gap.element != NULL ? &self->gap : NULL;
}

/* The list */

/* The rows of one service. */
typedef struct
{
  TlRecord *service; /* held */
  GArray   *gaps;    /* of TlGap */
} Section;

struct _TlGapModel
{
  GObject parent_instance;

  TlProject      *project;
  TlTraceability *traceability;
  TlRecord       *service; /* NULL: all */
  char          **words;   /* folded; NULL: all */
  GHashTable     *rule_texts; /* TlGapRule to what it says, folded */
  GArray         *sections; /* only those with gaps */
  guint           n_rows;
  guint           n_gaps;
};

enum
{
  PROP_0,
  PROP_N_ITEMS,
  PROP_N_GAPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Rows of a service above its gaps. */
static guint
count_headers (TlGapModel *self)
{
  return self->service == NULL ? 1 : 0;
}

static guint
count_rows (TlGapModel *self,
            Section    *section)
{
  return section->gaps->len + count_headers (self);
}

static GType
tl_gap_model_get_item_type (GListModel *model)
{
  return TL_TYPE_GAP_ROW;
}

static guint
tl_gap_model_get_n_items (GListModel *model)
{
  return TL_GAP_MODEL (model)->n_rows;
}

static gpointer
tl_gap_model_get_item (GListModel *model,
                       guint       position)
{
  TlGapModel *self = TL_GAP_MODEL (model);

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = &g_array_index (self->sections, Section, i);
      guint n = count_rows (self, section);
      TlGapRow *row;

      if (position >= n)
        {
          position -= n;
          continue;
        }

      row = g_object_new (TL_TYPE_GAP_ROW, NULL);
      row->service = g_object_ref (section->service);
      if (position >= count_headers (self))
        {
          row->gap = g_array_index (section->gaps, TlGap, position - count_headers (self));
          g_object_ref (row->gap.element);
        }
      return row;
    }
  return NULL;
}

static void
tl_gap_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_gap_model_get_item_type;
  iface->get_n_items = tl_gap_model_get_n_items;
  iface->get_item = tl_gap_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlGapModel, tl_gap_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_gap_model_list_model_init))

static void
clear_section (gpointer data)
{
  Section *section = data;

  g_object_unref (section->service);
  g_array_unref (section->gaps);
}

/* Filtering */

/* What a rule says, folded; made once. */
static const char *
get_rule_text (TlGapModel      *self,
               const TlGapRule *rule)
{
  char *folded = g_hash_table_lookup (self->rule_texts, rule);

  if (folded == NULL)
    {
      g_autofree char *text = g_strconcat (tl_gap_rule_get_mark (rule), "\n", tl_gap_rule_get_message (rule), NULL);

      folded = g_utf8_casefold (text, -1);
      g_hash_table_insert (self->rule_texts, (gpointer) rule, folded);
    }
  return folded;
}

/* @service: its name, folded. Names are folded when nothing else has the word. */
static gboolean
matches (TlGapModel  *self,
         const char  *service,
         const TlGap *gap)
{
  const char *rule = get_rule_text (self, gap->rule);
  g_autofree char *element = NULL;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (service, self->words[i]) != NULL || strstr (rule, self->words[i]) != NULL)
        continue;
      if (element == NULL)
        {
          g_autofree char *text = g_strconcat (tl_record_get_name (gap->element), "\n",
                                               tl_element_get_kind_name (TL_ELEMENT (gap->element)), NULL);

          element = g_utf8_casefold (text, -1);
        }
      if (strstr (element, self->words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Takes out what does not match. */
static GArray *
list_gaps (TlGapModel *self,
           TlRecord   *service)
{
  GArray *gaps = tl_traceability_list_gaps (self->traceability, service);
  g_autofree char *name = NULL;
  guint n = 0;

  if (self->words == NULL)
    return gaps;
  name = g_utf8_casefold (tl_record_get_name (service), -1);
  for (guint i = 0; i < gaps->len; i++)
    if (matches (self, name, &g_array_index (gaps, TlGap, i)))
      g_array_index (gaps, TlGap, n++) = g_array_index (gaps, TlGap, i);
  g_array_set_size (gaps, n);
  return gaps;
}

/* Following */

/* What is the same at the beginning and the end is not said to have changed. */
static void
emit_changed (TlGapModel *self,
              guint       position,
              guint       n_removed,
              guint       n_added,
              guint       n_gaps)
{
  gboolean other_gaps = self->n_gaps != n_gaps;

  self->n_gaps = n_gaps;
  self->n_rows += n_added - n_removed;
  if (n_removed + n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (n_removed != n_added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (other_gaps)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_GAPS]);
}

static gboolean
is_same_gap (GArray *a,
             guint   i,
             GArray *b,
             guint   j)
{
  const TlGap *first = &g_array_index (a, TlGap, i);
  const TlGap *second = &g_array_index (b, TlGap, j);

  return first->rule == second->rule && first->element == second->element;
}

/* The gaps of one service that is in the list and stays there. @start: its first row. */
static void
renew_section (TlGapModel *self,
               Section    *section,
               guint       start,
               GArray     *gaps)
{
  g_autoptr(GArray) old = section->gaps;
  guint before = 0, after = 0;
  guint least = MIN (old->len, gaps->len);

  while (before < least && is_same_gap (old, before, gaps, before))
    before++;
  while (after < least - before && is_same_gap (old, old->len - 1 - after, gaps, gaps->len - 1 - after))
    after++;

  section->gaps = gaps;
  emit_changed (self, start + count_headers (self) + before, old->len - before - after,
                gaps->len - before - after, self->n_gaps - old->len + gaps->len);
}

static GArray *
build_sections (TlGapModel *self)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));
  TlRecord *project = TL_RECORD (self->project);
  guint n = self->service != NULL ? 1 : tl_record_get_n_items (project, TL_PROJECT_SERVICES);

  g_array_set_clear_func (sections, clear_section);
  for (guint i = 0; i < n; i++)
    {
      TlRecord *service = self->service != NULL ? self->service
                                                : tl_record_get_child (project, TL_PROJECT_SERVICES, i);
      Section section;

      if (tl_traceability_count_gaps (self->traceability, service) == 0)
        continue;
      section = (Section){ service, list_gaps (self, service) };
      if (section.gaps->len > 0)
        {
          g_object_ref (service);
          g_array_append_val (sections, section);
        }
      else
        {
          g_array_unref (section.gaps);
        }
    }
  return sections;
}

/* All rows, to be compared; of a service itself, the gap is empty. */
typedef struct
{
  TlRecord *service;
  TlGap     gap;
} Row;

static GArray *
list_rows (TlGapModel *self,
           GArray     *sections)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < sections->len; i++)
    {
      Section *section = &g_array_index (sections, Section, i);
      Row row = { section->service, { NULL, NULL } };

      if (count_headers (self) > 0)
        g_array_append_val (rows, row);
      for (guint j = 0; j < section->gaps->len; j++)
        {
          row.gap = g_array_index (section->gaps, TlGap, j);
          g_array_append_val (rows, row);
        }
    }
  return rows;
}

static gboolean
is_same_row (GArray *a,
             guint   i,
             GArray *b,
             guint   j)
{
  const Row *first = &g_array_index (a, Row, i);
  const Row *second = &g_array_index (b, Row, j);

  return first->service == second->service && first->gap.element == second->gap.element
         && first->gap.rule == second->gap.rule;
}

static gboolean
is_same_filter (char **a,
                char **b)
{
  return a == NULL || b == NULL ? a == b : g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static void
renew_all (TlGapModel *self)
{
  g_autoptr(GArray) sections = build_sections (self);
  g_autoptr(GArray) old_rows = list_rows (self, self->sections);
  g_autoptr(GArray) rows = list_rows (self, sections);
  guint before = 0, after = 0;
  guint least = MIN (old_rows->len, rows->len);

  while (before < least && is_same_row (old_rows, before, rows, before))
    before++;
  while (after < least - before && is_same_row (old_rows, old_rows->len - 1 - after, rows, rows->len - 1 - after))
    after++;

  g_array_unref (self->sections);
  self->sections = g_steal_pointer (&sections);
  emit_changed (self, before, old_rows->len - before - after, rows->len - before - after,
                rows->len - count_headers (self) * self->sections->len);
}

/* Services that get their first gap, lose their last, or move, are rare: then all
 * is compared. */
static gboolean
renew_one (TlGapModel *self,
           TlRecord   *service)
{
  guint start = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = &g_array_index (self->sections, Section, i);

      if (section->service == service)
        {
          g_autoptr(GArray) gaps = list_gaps (self, service);

          if (gaps->len == 0)
            return FALSE;
          renew_section (self, section, start, g_steal_pointer (&gaps));
          return TRUE;
        }
      start += count_rows (self, section);
    }
  return tl_traceability_count_gaps (self->traceability, service) == 0;
}

static gboolean
is_sorted (TlGapModel *self)
{
  int last = -1;

  for (guint i = 0; i < self->sections->len; i++)
    {
      TlRecord *service = g_array_index (self->sections, Section, i).service;
      int position = tl_record_get_position (service);

      if (position <= last || tl_record_get_project (service) != self->project)
        return FALSE;
      last = position;
    }
  return TRUE;
}

static void
traceability_changed_cb (TlTraceability *traceability,
                         GHashTable     *elements,
                         GHashTable     *services,
                         TlGapModel     *self)
{
  GHashTableIter iter;
  gpointer service;

  if (!is_sorted (self))
    {
      renew_all (self);
      return;
    }

  g_hash_table_iter_init (&iter, services);
  while (g_hash_table_iter_next (&iter, &service, NULL))
    if ((self->service == NULL || self->service == service) && !renew_one (self, service))
      {
        renew_all (self);
        return;
      }
}

/* A name may match now, or no longer. */
static void
project_changed_cb (TlProject  *project,
                    GPtrArray  *changes,
                    TlGapModel *self)
{
  for (guint i = 0; self->words != NULL && i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);

      if (change->kind == TL_CHANGE_SET
          && (int) change->field == tl_record_get_record_type (change->record)->name_field)
        {
          renew_all (self);
          return;
        }
    }
}

static void
tl_gap_model_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlGapModel *self = TL_GAP_MODEL (object);

  switch (id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_rows);
      break;

    case PROP_N_GAPS:
      g_value_set_uint (value, self->n_gaps);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_gap_model_finalize (GObject *object)
{
  TlGapModel *self = TL_GAP_MODEL (object);

  g_array_unref (self->sections);
  g_hash_table_unref (self->rule_texts);
  g_strfreev (self->words);
  g_clear_object (&self->service);
  g_object_unref (self->project);

  G_OBJECT_CLASS (tl_gap_model_parent_class)->finalize (object);
}

static void
tl_gap_model_class_init (TlGapModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_gap_model_get_property;
  object_class->finalize = tl_gap_model_finalize;

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_GAPS] =
    g_param_spec_uint ("n-gaps", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_gap_model_init (TlGapModel *self)
{
  self->rule_texts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

TlGapModel *
tl_gap_model_new (TlProject *project,
                  TlRecord  *service)
{
  TlGapModel *self;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (service == NULL || TL_IS_SERVICE (service), NULL);

  self = g_object_new (TL_TYPE_GAP_MODEL, NULL);
  self->project = g_object_ref (project);
  self->traceability = tl_traceability_get (project);
  g_set_object (&self->service, service);

  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  renew_all (self);
  g_signal_connect_object (self->traceability, "changed", G_CALLBACK (traceability_changed_cb), self, 0);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return self;
}

void
tl_gap_model_set_filter (TlGapModel *self,
                         const char *text)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) all = NULL;
  g_auto(GStrv) old = NULL;
  GPtrArray *words;

  g_return_if_fail (TL_IS_GAP_MODEL (self));

  folded = g_utf8_casefold (text != NULL ? text : "", -1);
  all = g_strsplit_set (folded, " \t\n", -1);
  words = g_ptr_array_new ();
  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_ptr_array_add (words, g_strdup (all[i]));
  g_ptr_array_add (words, NULL);

  old = g_steal_pointer (&self->words);
  self->words = (char **) g_ptr_array_free (words, words->len == 1);
  if (!is_same_filter (old, self->words))
    renew_all (self);
}

guint
tl_gap_model_get_n_gaps (TlGapModel *self)
{
  g_return_val_if_fail (TL_IS_GAP_MODEL (self), 0);

  return self->n_gaps;
}
