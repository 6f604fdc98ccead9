/* tl-mastery.c: that a tool is system of record for a data object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-mastery.h"

#include <glib/gi18n-lib.h>

struct _TlMastery
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlMastery, tl_mastery, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_MASTERY_DATA_OBJECT] = { "data-object", NC_("field", "Data Object"), TL_FIELD_DATA_OBJECT, .required = TRUE },
};

const TlRecordType tl_mastery_type = {
  .tag = "masters",
  .label = NC_("record", "Mastered Data Object"),
  .get_type = tl_mastery_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = -1,
  .name_field = -1,
};

static void
tl_mastery_class_init (TlMasteryClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_mastery_type);
}

static void
tl_mastery_init (TlMastery *self)
{
}
