/* tl-initiative.c: a dated piece of work on the roadmap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-initiative.h"

#include "project/tl-raise.h"

#include <glib/gi18n-lib.h>

struct _TlInitiative
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlInitiative, tl_initiative, TL_TYPE_RECORD)

static const TlChoice states[] = {
  { "proposed", NC_("choice", "Proposed") },
  { "approved", NC_("choice", "Approved") },
  { "running", NC_("choice", "Running") },
  { "done", NC_("choice", "Done") },
  { "stopped", NC_("choice", "Stopped") },
  { NULL, NULL },
};

static const TlField fields[] = {
  [TL_INITIATIVE_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_INITIATIVE_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT },
  [TL_INITIATIVE_START] = { "start", NC_("field", "Start"), TL_FIELD_DATE },
  [TL_INITIATIVE_END] = { "end", NC_("field", "End"), TL_FIELD_DATE },
  [TL_INITIATIVE_OWNER] = { "owner", NC_("field", "Owner"), TL_FIELD_TEXT },
  [TL_INITIATIVE_STATE] = { "state", NC_("field", "State"), TL_FIELD_CHOICE, .choices = states },
  [TL_INITIATIVE_COST] = { "cost", NC_("field", "Cost"), TL_FIELD_NUMBER, .minimum = 0, .maximum = G_MAXDOUBLE },
  [TL_INITIATIVE_CURRENCY] = { "currency", NC_("field", "Currency"), TL_FIELD_TEXT },
  [TL_INITIATIVE_DESCRIPTION] = { "description", NC_("field", "Description"), TL_FIELD_LONG_TEXT, TL_PLACE_CHILD },
};

static const TlListType lists[] = {
  [TL_INITIATIVE_RAISES] = { "raises", NULL, &tl_raise_type },
};

const TlRecordType tl_initiative_type = {
  .tag = "initiative",
  .label = NC_("record", "Initiative"),
  .get_type = tl_initiative_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .id_field = TL_INITIATIVE_ID,
  .name_field = TL_INITIATIVE_NAME,
  .id_letter = 'n',
};

static void
tl_initiative_class_init (TlInitiativeClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_initiative_type);
}

static void
tl_initiative_init (TlInitiative *self)
{
}
