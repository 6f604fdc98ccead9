/* tl-service.h: a service (2.1) or Digital Product (3.0) under management
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_SERVICE (tl_service_get_type ())
G_DECLARE_FINAL_TYPE (TlService, tl_service, TL, SERVICE, TlRecord)

extern const TlRecordType tl_service_type;

enum
{
  TL_SERVICE_ID,
  TL_SERVICE_NAME,
  TL_SERVICE_OWNER,
  TL_SERVICE_CRITICALITY, /* choice: low, medium, high, critical */
  TL_SERVICE_STATE,       /* choice: planned, design, build, live, retiring, retired */
  TL_SERVICE_DESCRIPTION, /* child element, long text */
  TL_SERVICE_STAGE,       /* stage of a value stream: where it is in its life */
  TL_SERVICE_SINCE,       /* date it got there */
};

enum
{
  TL_SERVICE_CONCEPTUAL, /* of TlElement, in <conceptual> */
  TL_SERVICE_LOGICAL,    /* of TlElement, in <logical> */
  TL_SERVICE_REALIZED,   /* of TlElement, in <realized> */
  TL_SERVICE_RELATIONS,  /* of TlRelation, in <relations> */
  TL_SERVICE_USES,       /* of TlUse, in <uses> */
};

G_END_DECLS
