/* tl-service-columns.c: the columns of the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-service-columns.h"

#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-landscape-facts.h"

#include <glib/gi18n.h>

static char *
dup_owner (TlRecord *service)
{
  return g_strdup (tl_record_get (service, TL_SERVICE_OWNER));
}

static char *
dup_criticality (TlRecord *service)
{
  return g_strdup (tl_landscape_get_choice (service, TL_SERVICE_CRITICALITY));
}

static char *
dup_state (TlRecord *service)
{
  return g_strdup (tl_landscape_get_choice (service, TL_SERVICE_STATE));
}

const TlRecordColumn tl_service_columns[] = {
  { NC_("column", "Name"), tl_edit_create_title, .expand = TRUE, .min_chars = 14, .rename_field = TL_SERVICE_NAME },
  { NC_("column", "Owner"), dup_owner, .expand = TRUE, .min_chars = 10 },
  { NC_("column", "Criticality"), dup_criticality, NULL, NULL, FALSE, 6 },
  { NC_("column", "State"), dup_state, NULL, NULL, FALSE, 5 },
  { NULL },
};
