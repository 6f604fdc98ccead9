/* tl-tool.c: a product in the landscape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-tool.h"

#include "project/tl-mastery.h"
#include "project/tl-project.h"
#include "project/tl-support.h"

#include <glib/gi18n-lib.h>

struct _TlTool
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlTool, tl_tool, TL_TYPE_RECORD)

static const TlChoice states[] = {
  { "planned", NC_("choice", "Planned") },
  { "live", NC_("choice", "Live") },
  { "phasing-out", NC_("choice", "Phasing Out") },
  { "retired", NC_("choice", "Retired") },
  { NULL, NULL },
};

static const TlField fields[] = {
  [TL_TOOL_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_TOOL_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT },
  [TL_TOOL_VENDOR] = { "vendor", NC_("field", "Vendor"), TL_FIELD_TEXT },
  [TL_TOOL_OWNER] = { "owner", NC_("field", "Owner"), TL_FIELD_TEXT },
  [TL_TOOL_STATE] = { "state", NC_("field", "State"), TL_FIELD_CHOICE, .choices = states },
  [TL_TOOL_ANNUAL_COST] = { "annual-cost", NC_("field", "Annual Cost"), TL_FIELD_NUMBER, .minimum = 0, .maximum = G_MAXDOUBLE },
  [TL_TOOL_CURRENCY] = { "currency", NC_("field", "Currency"), TL_FIELD_TEXT },
  [TL_TOOL_LINK] = { "link", NC_("field", "Link"), TL_FIELD_TEXT },
  [TL_TOOL_NOTE] = { "note", NC_("field", "Note"), TL_FIELD_LONG_TEXT, TL_PLACE_CHILD },
};

static const TlListType lists[] = {
  [TL_TOOL_SUPPORTS] = { "supports", NULL, &tl_support_type },
  [TL_TOOL_MASTERS] = { "masters", NULL, &tl_mastery_type },
};

const TlRecordType tl_tool_type = {
  .tag = "tool",
  .label = NC_("record", "Tool"),
  .get_type = tl_tool_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .id_field = TL_TOOL_ID,
  .name_field = TL_TOOL_NAME,
  .id_letter = 't',
};

static void
tl_tool_class_init (TlToolClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_tool_type);
}

static void
tl_tool_init (TlTool *self)
{
}

double
tl_tool_get_annual_cost (TlTool *self)
{
  return tl_record_get_number (TL_RECORD (self), TL_TOOL_ANNUAL_COST, 0);
}

const char *
tl_tool_get_currency (TlTool *self)
{
  const char *currency = tl_record_get (TL_RECORD (self), TL_TOOL_CURRENCY);
  TlProject *project;

  if (currency != NULL)
    return currency;
  project = tl_record_get_project (TL_RECORD (self));
  return project != NULL ? tl_record_get (TL_RECORD (project), TL_PROJECT_CURRENCY) : NULL;
}

gboolean
tl_tool_is_in_use (TlTool *self)
{
  const char *state = tl_record_get (TL_RECORD (self), TL_TOOL_STATE);

  return g_strcmp0 (state, "planned") != 0 && g_strcmp0 (state, "retired") != 0;
}

static gboolean
has_child (TlTool     *self,
           guint       list,
           guint       field,
           const char *id)
{
  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (self), list); i++)
    if (g_strcmp0 (tl_record_get (tl_record_get_child (TL_RECORD (self), list, i), field), id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
tl_tool_supports (TlTool     *self,
                      const char *component_id)
{
  return has_child (self, TL_TOOL_SUPPORTS, TL_SUPPORT_COMPONENT, component_id);
}

gboolean
tl_tool_masters (TlTool     *self,
                     const char *data_object_id)
{
  return has_child (self, TL_TOOL_MASTERS, TL_MASTERY_DATA_OBJECT, data_object_id);
}
