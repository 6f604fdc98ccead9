/* tl-use.h: that a service uses an element of another one: <use>
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* Makes the element a guest in the blueprint of the service: it is shown there
 * too, at its own place, and can be related to. */
#define TL_TYPE_USE (tl_use_get_type ())
G_DECLARE_FINAL_TYPE (TlUse, tl_use, TL, USE, TlRecord)

extern const TlRecordType tl_use_type;

enum
{
  TL_USE_ID,
  TL_USE_OF, /* element id, required */
  TL_USE_X,  /* number, canvas units: where it stands as a guest */
  TL_USE_Y,
};

G_END_DECLS
