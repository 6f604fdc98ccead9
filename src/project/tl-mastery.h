/* tl-mastery.h: that a tool is system of record for a data object: <masters>
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_MASTERY (tl_mastery_get_type ())
G_DECLARE_FINAL_TYPE (TlMastery, tl_mastery, TL, MASTERY, TlRecord)

extern const TlRecordType tl_mastery_type;

enum
{
  TL_MASTERY_DATA_OBJECT, /* data object id, required */
};

G_END_DECLS
