/* tl-property.h: a fact of an element that a user named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_PROPERTY (tl_property_get_type ())
G_DECLARE_FINAL_TYPE (TlProperty, tl_property, TL, PROPERTY, TlRecord)

extern const TlRecordType tl_property_type;

enum
{
  TL_PROPERTY_NAME,  /* required */
  TL_PROPERTY_VALUE, /* the element's content, long text */
};

G_END_DECLS
