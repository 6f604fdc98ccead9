/* tl-reconcile.c: what runs, compared with what should
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-reconcile-private.h"

#include <string.h>

#include "project/tl-service.h"

/* Items */

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

TlActualItem *
tl_actual_item_new (const char *name,
                    const char *type,
                    const char *environment,
                    const char *version,
                    const char *id)
{
  TlActualItem *self = g_new0 (TlActualItem, 1);

  self->name = dup_text (name);
  self->type = dup_text (type);
  self->environment = dup_text (environment);
  self->version = dup_text (version);
  self->id = dup_text (id);
  return self;
}

void
tl_actual_item_free (TlActualItem *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->type);
  g_free (self->environment);
  g_free (self->version);
  g_free (self->id);
  g_free (self);
}

static TlActualItem *
copy_item (const TlActualItem *item)
{
  TlActualItem *copy = tl_actual_item_new (item->name, item->type, item->environment, item->version, item->id);

  copy->line = item->line;
  return copy;
}

void
tl_difference_free (TlDifference *self)
{
  g_clear_object (&self->element);
  g_clear_pointer (&self->item, tl_actual_item_free);
  g_free (self);
}

/* Elements by what tells them apart */

typedef struct
{
  TlRecord   *service;
  TlProject  *project;
  GHashTable *words;    /* see tl_reconcile_create_words() */
  GPtrArray  *elements; /* TlRecord: the items of the realized model */
  GHashTable *by_id;    /* external id → element */
  GHashTable *by_name;  /* folded name and kind → GPtrArray of elements */
} Comparison;

static const TlElementKind *
find_kind (Comparison *self,
           const char *type)
{
  return tl_project_get_element_kind (self->project, tl_reconcile_find_token (self->words, type));
}

static const char *
get_text (TlRecord *element,
          guint     field)
{
  const char *text = tl_record_get (element, field);

  return text != NULL ? text : "";
}

static char *
create_name_key (const char          *name,
                 const TlElementKind *kind)
{
  g_autofree char *folded = tl_reconcile_fold (name);

  return g_strconcat (kind->id, " ", folded, NULL);
}

static void
add_element (Comparison *self,
             TlRecord   *element)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (element));
  const char *id = tl_record_get (element, TL_ELEMENT_EXTERNAL_ID);
  g_autofree char *key = NULL;
  GPtrArray *same;

  if (kind == NULL || !kind->is_item)
    return;

  g_ptr_array_add (self->elements, element);
  if (id != NULL && !g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, (gpointer) id, element);

  key = create_name_key (tl_record_get_name (element), kind);
  same = g_hash_table_lookup (self->by_name, key);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&key), same);
    }
  g_ptr_array_add (same, element);
}

static void
collect_elements (Comparison *self)
{
  guint n = tl_record_get_n_items (self->service, TL_SERVICE_REALIZED);

  for (guint i = 0; i < n; i++)
    add_element (self, tl_record_get_child (self->service, TL_SERVICE_REALIZED, i));
}

/* Whether two environments may be one: one that is not known may be any. */
static gboolean
may_be_same (const char *a,
             const char *b,
             gboolean    exactly)
{
  g_autofree char *first = tl_reconcile_fold (a);
  g_autofree char *second = tl_reconcile_fold (b);

  return strcmp (first, second) == 0 || (!exactly && (*first == '\0' || *second == '\0'));
}

static gboolean
is_retired (TlRecord *element)
{
  g_autofree char *state = tl_reconcile_fold (get_text (element, TL_ELEMENT_STATE));

  return strcmp (state, TL_RECONCILE_RETIRED) == 0;
}

/* An element without an item so far, and without an id that is another's; those
 * in the very same environment first, and those that should run. */
static TlRecord *
find_by_name (Comparison         *self,
              const TlActualItem *item,
              GHashTable         *taken,
              GHashTable         *listed)
{
  g_autofree char *key = create_name_key (item->name, find_kind (self, item->type));
  GPtrArray *same = g_hash_table_lookup (self->by_name, key);

  for (guint round = 0; same != NULL && round < 4; round++)
    for (guint i = 0; i < same->len; i++)
      {
        TlRecord *element = same->pdata[i];
        const char *id = tl_record_get (element, TL_ELEMENT_EXTERNAL_ID);

        if (g_hash_table_contains (taken, element)
            || (id != NULL && g_hash_table_contains (listed, id))
            || is_retired (element) != (round >= 2))
          continue;
        if (may_be_same (get_text (element, TL_ELEMENT_ENVIRONMENT), item->environment, round % 2 == 0))
          return element;
      }
  return NULL;
}

/* Comparing */

static TlDifference *
new_difference (Comparison         *self,
                TlRecord           *element,
                const TlActualItem *item)
{
  TlDifference *difference = g_new0 (TlDifference, 1);

  if (element != NULL)
    {
      difference->element = g_object_ref (element);
      difference->as = tl_element_get_kind (TL_ELEMENT (element));
    }
  else
    {
      difference->as = find_kind (self, item->type);
    }
  if (item != NULL)
    difference->item = copy_item (item);
  return difference;
}

static TlDifference *
compare_element (Comparison         *self,
                 TlRecord           *element,
                 const TlActualItem *item)
{
  TlDifference *difference = new_difference (self, element, item);

  difference->changes = TRUE;
  if (item == NULL)
    {
      difference->kind = TL_DIFFERENCE_MISSING;
    }
  else if (is_retired (element))
    {
      difference->kind = TL_DIFFERENCE_UNEXPECTED;
    }
  else if (*item->version != '\0' && strcmp (item->version, get_text (element, TL_ELEMENT_VERSION)) != 0)
    {
      difference->kind = TL_DIFFERENCE_VERSION;
    }
  else
    {
      difference->kind = TL_DIFFERENCE_MATCHING;
      difference->changes = *item->id != '\0'
                            && strcmp (item->id, get_text (element, TL_ELEMENT_EXTERNAL_ID)) != 0;
    }
  return difference;
}

/* Which element each item is; ids first, as names may lie. */
static GHashTable *
match (Comparison *self,
       GPtrArray  *items)
{
  GHashTable *matches = g_hash_table_new (NULL, NULL); /* element → item, and item → element */
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      TlActualItem *item = items->pdata[i];
      TlRecord *element = *item->id != '\0' ? g_hash_table_lookup (self->by_id, item->id) : NULL;

      if (*item->id != '\0')
        g_hash_table_add (listed, item->id);
      if (element == NULL || g_hash_table_contains (matches, element))
        continue;
      g_hash_table_insert (matches, element, item);
      g_hash_table_insert (matches, item, element);
    }
  for (guint i = 0; i < items->len; i++)
    {
      TlActualItem *item = items->pdata[i];
      TlRecord *element;

      if (g_hash_table_contains (matches, item))
        continue;
      element = find_by_name (self, item, matches, listed);
      if (element == NULL)
        continue;
      g_hash_table_insert (matches, element, item);
      g_hash_table_insert (matches, item, element);
    }
  return matches;
}

GPtrArray *
tl_reconcile_compare (TlRecord  *service,
                      GPtrArray *items)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_difference_free);
  Comparison self = { .service = service };
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) matches = NULL;

  g_return_val_if_fail (TL_IS_SERVICE (service) && items != NULL, differences);
  self.project = tl_record_get_project (service);
  g_return_val_if_fail (self.project != NULL, differences);

  self.words = words = tl_reconcile_create_words (self.project);
  self.elements = elements;
  self.by_id = by_id;
  self.by_name = by_name;
  collect_elements (&self);
  matches = match (&self, items);

  for (guint i = 0; i < elements->len; i++)
    {
      TlActualItem *item = g_hash_table_lookup (matches, elements->pdata[i]);

      if (item != NULL || !is_retired (elements->pdata[i]))
        g_ptr_array_add (differences, compare_element (&self, elements->pdata[i], item));
    }
  for (guint i = 0; i < items->len; i++)
    if (!g_hash_table_contains (matches, items->pdata[i]))
      {
        TlDifference *difference = new_difference (&self, NULL, items->pdata[i]);

        difference->kind = TL_DIFFERENCE_UNEXPECTED;
        difference->changes = TRUE;
        g_ptr_array_add (differences, difference);
      }
  return differences;
}
