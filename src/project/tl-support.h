/* tl-support.h: that a tool supports a functional component or supporting activity: <supports>
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_SUPPORT (tl_support_get_type ())
G_DECLARE_FINAL_TYPE (TlSupport, tl_support, TL, SUPPORT, TlRecord)

extern const TlRecordType tl_support_type;

enum
{
  TL_SUPPORT_COMPONENT, /* component or activity id, required */
};

G_END_DECLS
