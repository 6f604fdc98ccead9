/* tl-plan.h: the tables of the model, as an XML parser needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "project/tl-field.h"

G_BEGIN_DECLS

/* What may stand in a record or wrapper, by name. Names are interned in the
 * parser's dictionary, so that finding one is comparing pointers. */
typedef struct _TlTypePlan TlTypePlan;

typedef enum
{
  TL_SLOT_RECORD,  /* a record of list @number */
  TL_SLOT_TEXT,    /* the text of field @number */
  TL_SLOT_WRAPPER, /* the wrapper around some lists: @slots */
} TlSlotKind;

typedef struct _TlSlot TlSlot;

struct _TlSlot
{
  const xmlChar *name;
  TlSlotKind     kind;
  guint          number;
  TlTypePlan    *plan;    /* of RECORD */
  TlSlot        *slots;   /* of WRAPPER */
  guint          n_slots;
};

struct _TlTypePlan
{
  const TlRecordType  *type;
  guint                depth;      /* of its elements in a project, 0 for the root */
  const xmlChar      **attributes; /* by field; NULL for a field that is none */
  guint32              required;   /* bits of the required attributes */
  int                  content;    /* field of the content, or -1 */
  gboolean             refers;     /* has fields that refer to something */
  guint32              ids;        /* bits of the attributes that are ids of records */
  TlSlot              *slots;
  guint                n_slots;
};

typedef struct
{
  GPtrArray *plans; /* of TlTypePlan, the root first */
} TlPlan;

/**
 * tl_plan_new:
 * @root: type of the root record
 * @dict: (nullable): dictionary to intern names in; without one, names are
 *   those of the tables
 *
 * Makes the plans of @root and of all types that can be in it.
 */
TlPlan     *tl_plan_new  (const TlRecordType *root,
                          xmlDictPtr          dict) G_GNUC_WARN_UNUSED_RESULT;
void        tl_plan_free (TlPlan             *self);

TlTypePlan *tl_plan_find (const TlPlan       *self,
                          const TlRecordType *type);

/* Returns: (nullable): the slot with this name; pointers are tried first */
TlSlot     *tl_slots_find (TlSlot            *slots,
                           guint              n_slots,
                           const xmlChar     *name);

/* Returns: number of the attribute's field, or -1. @hint is where to look
 * first: attributes mostly come in the order of the table. */
int         tl_type_plan_find_attribute (const TlTypePlan *self,
                                         const xmlChar    *name,
                                         guint             hint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlan, tl_plan_free)

G_END_DECLS
