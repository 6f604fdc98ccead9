/* tl-element.h: one thing in a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_ELEMENT (tl_element_get_type ())
G_DECLARE_FINAL_TYPE (TlElement, tl_element, TL, ELEMENT, TlRecord)

extern const TlRecordType tl_element_type;

enum
{
  TL_ELEMENT_ID,
  TL_ELEMENT_KIND,        /* element kind, required: `logical-service`, `capability` …, or the id of a TlOwnKind */
  TL_ELEMENT_NAME,
  TL_ELEMENT_OWNER,
  TL_ELEMENT_STATE,       /* text */
  TL_ELEMENT_VERSION,
  TL_ELEMENT_ENVIRONMENT,
  TL_ELEMENT_X,           /* number, canvas units, beside the element it places */
  TL_ELEMENT_Y,
  TL_ELEMENT_NOTE,        /* child element, long text */
  TL_ELEMENT_WIDTH,       /* number, canvas units; not set: as large as its text needs */
  TL_ELEMENT_HEIGHT,
  TL_ELEMENT_EXTERNAL_ID, /* text: what it is called where it runs, as in an inventory */
  TL_ELEMENT_EXPECTED,    /* date by which it should exist */
};

enum
{
  TL_ELEMENT_PROPERTIES, /* of TlProperty */
  TL_ELEMENT_LINKS,      /* of TlLink */
};

/* Where it stands on the canvas, in canvas units; FALSE, and nothing written,
 * if nobody has placed it yet. */
gboolean tl_element_get_place (TlElement *self,
                               double    *x,
                               double    *y);

G_END_DECLS
