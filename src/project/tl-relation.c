/* tl-relation.c: a typed, directed link between two elements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-relation.h"

#include "project/tl-element.h"

#include <glib/gi18n-lib.h>

struct _TlRelation
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlRelation, tl_relation, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_RELATION_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_RELATION_KIND] = { "kind", NC_("field", "Kind"), TL_FIELD_TEXT, .required = TRUE, .repeats = TRUE },
  [TL_RELATION_FROM] = { "from", NC_("field", "From"), TL_FIELD_REFERENCE, .required = TRUE, .target = &tl_element_type },
  [TL_RELATION_TO] = { "to", NC_("field", "To"), TL_FIELD_REFERENCE, .required = TRUE, .target = &tl_element_type },
};

const TlRecordType tl_relation_type = {
  .tag = "relation",
  .label = NC_("record", "Relation"),
  .get_type = tl_relation_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = TL_RELATION_ID,
  .name_field = -1,
  .id_letter = 'r',
};

static void
tl_relation_class_init (TlRelationClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_relation_type);
}

static void
tl_relation_init (TlRelation *self)
{
}
