/* tl-raise.h: that an initiative raises a component: <raises>
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_RAISE (tl_raise_get_type ())
G_DECLARE_FINAL_TYPE (TlRaise, tl_raise, TL, RAISE, TlRecord)

extern const TlRecordType tl_raise_type;

enum
{
  TL_RAISE_COMPONENT, /* component or activity id, required */
  TL_RAISE_TO,        /* integer 0–5 */
};

G_END_DECLS
