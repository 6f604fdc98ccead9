/* tl-use.c: that a service uses an element of another one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-use.h"

#include "project/tl-element.h"

#include <glib/gi18n-lib.h>

struct _TlUse
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlUse, tl_use, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_USE_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_USE_OF] = { "of", NC_("field", "Element"), TL_FIELD_REFERENCE, .required = TRUE, .target = &tl_element_type },
  [TL_USE_X] = { "x", NC_("field", "X"), TL_FIELD_NUMBER, .minimum = -1e9, .maximum = 1e9 },
  [TL_USE_Y] = { "y", NC_("field", "Y"), TL_FIELD_NUMBER, .minimum = -1e9, .maximum = 1e9 },
};

const TlRecordType tl_use_type = {
  .tag = "use",
  .label = NC_("record", "Use"),
  .get_type = tl_use_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = TL_USE_ID,
  .name_field = -1,
  .id_letter = 'u',
};

static void
tl_use_class_init (TlUseClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_use_type);
}

static void
tl_use_init (TlUse *self)
{
}
