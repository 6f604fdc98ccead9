/* tl-link.h: where more about an element is to be found: <link>
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_LINK (tl_link_get_type ())
G_DECLARE_FINAL_TYPE (TlLink, tl_link, TL, LINK, TlRecord)

extern const TlRecordType tl_link_type;

enum
{
  TL_LINK_URL,   /* text, required */
  TL_LINK_TITLE,
};

G_END_DECLS
