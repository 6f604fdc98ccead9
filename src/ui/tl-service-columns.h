/* tl-service-columns.h: the columns of the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-table.h"

G_BEGIN_DECLS

extern const TlRecordColumn tl_service_columns[];

G_END_DECLS
