/* tl-service-columns.h: the columns of the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-edition.h"
#include "ui/tl-record-column.h"

G_BEGIN_DECLS

enum
{
  TL_SERVICE_COLUMN_NAME,
  TL_SERVICE_COLUMN_OWNER,
  TL_SERVICE_COLUMN_CRITICALITY,
  TL_SERVICE_COLUMN_STATE,
  TL_SERVICE_COLUMN_STAGE,
};

extern const TlRecordColumn tl_service_columns[];

/* Where a service is in its life; NULL if nobody has said so, or the edition has no
 * such stage. */
const TlStage *tl_service_find_stage (TlRecord *service);

G_END_DECLS
