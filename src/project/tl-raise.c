/* tl-raise.c: that an initiative raises a component
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-raise.h"

#include <glib/gi18n-lib.h>

struct _TlRaise
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlRaise, tl_raise, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_RAISE_COMPONENT] = { "component", NC_("field", "Component or activity"), TL_FIELD_ASSESSABLE, .required = TRUE },
  [TL_RAISE_TO] = { "to", NC_("field", "To"), TL_FIELD_INTEGER, .minimum = 0, .maximum = 5 },
};

const TlRecordType tl_raise_type = {
  .tag = "raises",
  .label = NC_("record", "Raised Component"),
  .get_type = tl_raise_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = -1,
  .name_field = -1,
};

static void
tl_raise_class_init (TlRaiseClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_raise_type);
}

static void
tl_raise_init (TlRaise *self)
{
}
