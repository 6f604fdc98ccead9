/* tl-plan.c: the tables of the model, as an XML parser needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-plan.h"

#include <string.h>

static TlTypePlan *add_type (TlPlan             *self,
                             const TlRecordType *type,
                             guint               depth,
                             xmlDictPtr          dict);

static const xmlChar *
intern (xmlDictPtr  dict,
        const char *name)
{
  return dict ? xmlDictLookup (dict, (const xmlChar *) name, -1) : (const xmlChar *) name;
}

static TlSlot *
append_slot (TlSlot     **slots,
             guint       *n_slots,
             const char  *name,
             TlSlotKind   kind,
             guint        number,
             xmlDictPtr   dict)
{
  TlSlot *slot;

  *slots = g_renew (TlSlot, *slots, *n_slots + 1);
  slot = &(*slots)[(*n_slots)++];
  memset (slot, 0, sizeof *slot);
  slot->name = intern (dict, name);
  slot->kind = kind;
  slot->number = number;
  return slot;
}

static void
add_list (TlPlan     *self,
          TlTypePlan *plan,
          guint       number,
          xmlDictPtr  dict)
{
  const TlListType *list = &plan->type->lists[number];
  TlTypePlan *child = add_type (self, list->type, plan->depth + (list->wrapper ? 2 : 1), dict);
  TlSlot *slot;

  if (list->wrapper == NULL)
    {
      slot = append_slot (&plan->slots, &plan->n_slots, list->type->tag, TL_SLOT_RECORD, number,
                          dict);
    }
  else
    {
      TlSlot *wrapper = tl_slots_find (plan->slots, plan->n_slots, (const xmlChar *) list->wrapper);

      if (wrapper == NULL)
        wrapper = append_slot (&plan->slots, &plan->n_slots, list->wrapper, TL_SLOT_WRAPPER, number,
                               dict);
      slot = append_slot (&wrapper->slots, &wrapper->n_slots, list->type->tag, TL_SLOT_RECORD,
                          number, dict);
    }
  slot->plan = child;
}

static void
add_field (TlTypePlan *plan,
           guint       number,
           xmlDictPtr  dict)
{
  const TlField *field = &plan->type->fields[number];

  switch (field->place)
    {
    case TL_PLACE_ATTRIBUTE:
      plan->attributes[number] = intern (dict, field->name);
      if (field->required)
        plan->required |= 1u << number;
      if (field->kind == TL_FIELD_ID || field->kind == TL_FIELD_REFERENCE)
        plan->ids |= 1u << number;
      break;
    case TL_PLACE_CHILD:
      append_slot (&plan->slots, &plan->n_slots, field->name, TL_SLOT_TEXT, number, dict);
      break;
    case TL_PLACE_CONTENT:
      plan->content = number;
      break;
    default:
      g_assert_not_reached ();
    }

  switch (field->kind)
    {
    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
    case TL_FIELD_REFERENCE:
      plan->refers = TRUE;
      break;
    default:
      break;
    }
}

static TlTypePlan *
add_type (TlPlan             *self,
          const TlRecordType *type,
          guint               depth,
          xmlDictPtr          dict)
{
  TlTypePlan *plan = tl_plan_find (self, type);

  if (plan != NULL)
    return plan;

  plan = g_new0 (TlTypePlan, 1);
  plan->type = type;
  plan->depth = depth;
  plan->content = -1;
  plan->attributes = g_new0 (const xmlChar *, type->n_fields);
  g_ptr_array_add (self->plans, plan);

  for (guint i = 0; i < type->n_fields; i++)
    add_field (plan, i, dict);
  for (guint i = 0; i < type->n_lists; i++)
    add_list (self, plan, i, dict);
  return plan;
}

static void
free_type_plan (gpointer data)
{
  TlTypePlan *plan = data;

  for (guint i = 0; i < plan->n_slots; i++)
    g_free (plan->slots[i].slots);
  g_free (plan->slots);
  g_free (plan->attributes);
  g_free (plan);
}

TlPlan *
tl_plan_new (const TlRecordType *root,
             xmlDictPtr          dict)
{
  TlPlan *self = g_new0 (TlPlan, 1);

  self->plans = g_ptr_array_new_with_free_func (free_type_plan);
  add_type (self, root, 0, dict);
  return self;
}

void
tl_plan_free (TlPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->plans);
  g_free (self);
}

TlTypePlan *
tl_plan_find (const TlPlan       *self,
              const TlRecordType *type)
{
  for (guint i = 0; i < self->plans->len; i++)
    {
      TlTypePlan *plan = g_ptr_array_index (self->plans, i);

      if (plan->type == type)
        return plan;
    }
  return NULL;
}

TlSlot *
tl_slots_find (TlSlot        *slots,
               guint          n_slots,
               const xmlChar *name)
{
  for (guint i = 0; i < n_slots; i++)
    if (slots[i].name == name)
      return &slots[i];
  for (guint i = 0; i < n_slots; i++)
    if (strcmp ((const char *) slots[i].name, (const char *) name) == 0)
      return &slots[i];
  return NULL;
}

int
tl_type_plan_find_attribute (const TlTypePlan *self,
                             const xmlChar    *name,
                             guint             hint)
{
  guint n = self->type->n_fields;

  for (guint i = hint; i < n; i++)
    if (self->attributes[i] == name)
      return i;
  for (guint i = 0; i < MIN (hint, n); i++)
    if (self->attributes[i] == name)
      return i;
  for (guint i = 0; i < n; i++)
    if (self->attributes[i] != NULL &&
        strcmp ((const char *) self->attributes[i], (const char *) name) == 0)
      return i;
  return -1;
}
