/* tl-relation.h: a typed, directed link between two elements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_RELATION (tl_relation_get_type ())
G_DECLARE_FINAL_TYPE (TlRelation, tl_relation, TL, RELATION, TlRecord)

extern const TlRecordType tl_relation_type;

enum
{
  TL_RELATION_ID,
  TL_RELATION_KIND, /* text, required: `realized-by` … */
  TL_RELATION_FROM, /* element id, required */
  TL_RELATION_TO,   /* element id, required */
};

G_END_DECLS
