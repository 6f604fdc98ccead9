/* tl-integration.c: a flow of a data object from one tool to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-integration.h"

#include "project/tl-tool.h"

#include <glib/gi18n-lib.h>

struct _TlIntegration
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlIntegration, tl_integration, TL_TYPE_RECORD)

static const TlChoice modes[] = {
  { "manual", NC_("choice", "Manual") },
  { "batch", NC_("choice", "Batch") },
  { "automated", NC_("choice", "Automated") },
  { NULL, NULL },
};

static const TlField fields[] = {
  [TL_INTEGRATION_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_INTEGRATION_FROM] = { "from", NC_("field", "From"), TL_FIELD_REFERENCE, .required = TRUE, .target = &tl_tool_type },
  [TL_INTEGRATION_TO] = { "to", NC_("field", "To"), TL_FIELD_REFERENCE, .required = TRUE, .target = &tl_tool_type },
  [TL_INTEGRATION_DATA_OBJECT] = { "data-object", NC_("field", "Data Object"), TL_FIELD_DATA_OBJECT },
  [TL_INTEGRATION_MODE] = { "mode", NC_("field", "Mode"), TL_FIELD_CHOICE, .choices = modes },
  [TL_INTEGRATION_NOTE] = { "note", NC_("field", "Note"), TL_FIELD_LONG_TEXT, TL_PLACE_CHILD },
};

const TlRecordType tl_integration_type = {
  .tag = "integration",
  .label = NC_("record", "Integration"),
  .get_type = tl_integration_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = TL_INTEGRATION_ID,
  .name_field = -1,
  .id_letter = 'i',
};

static void
tl_integration_class_init (TlIntegrationClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_integration_type);
}

static void
tl_integration_init (TlIntegration *self)
{
}
