/* tl-own-kind.h: a kind of elements that a project adds: <kind>
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* The field `kind` of elements names it by its id. It behaves as the kind of the
 * edition that it is like, and only is called otherwise. When it goes, its
 * elements become what it is like. */
#define TL_TYPE_OWN_KIND (tl_own_kind_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnKind, tl_own_kind, TL, OWN_KIND, TlRecord)

extern const TlRecordType tl_own_kind_type;

enum
{
  TL_OWN_KIND_ID,
  TL_OWN_KIND_NAME,
  TL_OWN_KIND_LIKE, /* element kind of the edition, required */
  TL_OWN_KIND_TEXT, /* the element's content, long text: what is meant by it */
};

G_END_DECLS
