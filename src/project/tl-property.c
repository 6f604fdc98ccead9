/* tl-property.c: a fact of an element that a user named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-property.h"

#include <glib/gi18n-lib.h>

struct _TlProperty
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlProperty, tl_property, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_PROPERTY_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT, .required = TRUE, .repeats = TRUE },
  [TL_PROPERTY_VALUE] = { "value", NC_("field", "Value"), TL_FIELD_LONG_TEXT, TL_PLACE_CONTENT },
};

const TlRecordType tl_property_type = {
  .tag = "property",
  .label = NC_("record", "Property"),
  .get_type = tl_property_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = -1,
  .name_field = TL_PROPERTY_NAME,
};

static void
tl_property_class_init (TlPropertyClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_property_type);
}

static void
tl_property_init (TlProperty *self)
{
}
