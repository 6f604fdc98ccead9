/* tl-landscape-columns.h: the columns of the tables of tools and integrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-table.h"

G_BEGIN_DECLS

extern const TlRecordColumn tl_tool_columns[];
extern const TlRecordColumn tl_integration_columns[];

G_END_DECLS
