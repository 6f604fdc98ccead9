/* tl-integration.h: a flow of a data object from one tool to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_INTEGRATION (tl_integration_get_type ())
G_DECLARE_FINAL_TYPE (TlIntegration, tl_integration, TL, INTEGRATION, TlRecord)

extern const TlRecordType tl_integration_type;

enum
{
  TL_INTEGRATION_ID,
  TL_INTEGRATION_FROM,        /* tool id, required */
  TL_INTEGRATION_TO,          /* tool id, required */
  TL_INTEGRATION_DATA_OBJECT, /* data object id */
  TL_INTEGRATION_MODE,        /* choice: manual, batch, automated */
  TL_INTEGRATION_NOTE,        /* child element, long text */
};

G_END_DECLS
