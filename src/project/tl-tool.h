/* tl-tool.h: a product in the landscape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_TOOL (tl_tool_get_type ())
G_DECLARE_FINAL_TYPE (TlTool, tl_tool, TL, TOOL, TlRecord)

extern const TlRecordType tl_tool_type;

enum
{
  TL_TOOL_ID,
  TL_TOOL_NAME,
  TL_TOOL_VENDOR,
  TL_TOOL_OWNER,
  TL_TOOL_STATE,       /* choice: planned, live, phasing-out, retired */
  TL_TOOL_ANNUAL_COST, /* number, 0 or more */
  TL_TOOL_CURRENCY,    /* ISO 4217; the project's if not set */
  TL_TOOL_LINK,        /* URL */
  TL_TOOL_NOTE,        /* child element, long text */
};

enum
{
  TL_TOOL_SUPPORTS, /* of TlSupport */
  TL_TOOL_MASTERS,  /* of TlMastery */
};

double      tl_tool_get_annual_cost (TlTool     *self); /* 0 if not set */
const char *tl_tool_get_currency    (TlTool     *self); /* its own, else the project's, else NULL */
gboolean    tl_tool_is_in_use       (TlTool     *self); /* neither planned nor retired: it counts */
gboolean    tl_tool_supports        (TlTool     *self,
                                     const char *component_id);
gboolean    tl_tool_masters         (TlTool     *self,
                                     const char *data_object_id);

G_END_DECLS
