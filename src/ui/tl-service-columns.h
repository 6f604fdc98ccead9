/* tl-service-columns.h: the columns of the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-column.h"

G_BEGIN_DECLS

enum
{
  TL_SERVICE_COLUMN_NAME,
  TL_SERVICE_COLUMN_OWNER,
  TL_SERVICE_COLUMN_CRITICALITY,
  TL_SERVICE_COLUMN_STATE,
  TL_SERVICE_COLUMN_STAGE,
  TL_SERVICE_COLUMN_PROGRESS,
  TL_SERVICE_COLUMN_GAPS,
};

extern const TlRecordColumn tl_service_columns[];

G_END_DECLS
