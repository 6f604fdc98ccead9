/* tl-service.c: a service (2.1) or Digital Product (3.0) under management
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-service.h"

#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-use.h"

#include <glib/gi18n-lib.h>

struct _TlService
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlService, tl_service, TL_TYPE_RECORD)

static const TlChoice criticalities[] = {
  { "low", NC_("choice", "Low") },
  { "medium", NC_("choice", "Medium") },
  { "high", NC_("choice", "High") },
  { "critical", NC_("choice", "Critical") },
  { NULL, NULL },
};

static const TlChoice states[] = {
  { "planned", NC_("choice", "Planned") },
  { "design", NC_("choice", "Design") },
  { "build", NC_("choice", "Build") },
  { "live", NC_("choice", "Live") },
  { "retiring", NC_("choice", "Retiring") },
  { "retired", NC_("choice", "Retired") },
  { NULL, NULL },
};

static const TlField fields[] = {
  [TL_SERVICE_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_SERVICE_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT },
  [TL_SERVICE_OWNER] = { "owner", NC_("field", "Owner"), TL_FIELD_TEXT },
  [TL_SERVICE_CRITICALITY] = { "criticality", NC_("field", "Criticality"), TL_FIELD_CHOICE, .choices = criticalities },
  [TL_SERVICE_STATE] = { "state", NC_("field", "State"), TL_FIELD_CHOICE, .choices = states },
  [TL_SERVICE_DESCRIPTION] = { "description", NC_("field", "Description"), TL_FIELD_LONG_TEXT, TL_PLACE_CHILD },
  [TL_SERVICE_STAGE] = { "stage", NC_("field", "Stage"), TL_FIELD_STAGE },
  [TL_SERVICE_SINCE] = { "since", NC_("field", "Since"), TL_FIELD_DATE },
};

static const TlListType lists[] = {
  [TL_SERVICE_CONCEPTUAL] = { "conceptual", "conceptual", &tl_element_type },
  [TL_SERVICE_LOGICAL] = { "logical", "logical", &tl_element_type },
  [TL_SERVICE_REALIZED] = { "realized", "realized", &tl_element_type },
  [TL_SERVICE_RELATIONS] = { "relations", "relations", &tl_relation_type },
  [TL_SERVICE_USES] = { "uses", "uses", &tl_use_type },
};

const TlRecordType tl_service_type = {
  .tag = "service",
  .label = NC_("record", "Service"),
  .get_type = tl_service_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .id_field = TL_SERVICE_ID,
  .name_field = TL_SERVICE_NAME,
  .id_letter = 's',
};

static void
tl_service_class_init (TlServiceClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_service_type);
}

static void
tl_service_init (TlService *self)
{
}
