/* tl-support.c: that a tool supports a functional component
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-support.h"

#include <glib/gi18n-lib.h>

struct _TlSupport
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlSupport, tl_support, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_SUPPORT_COMPONENT] = { "component", NC_("field", "Component or activity"), TL_FIELD_ASSESSABLE, .required = TRUE },
};

const TlRecordType tl_support_type = {
  .tag = "supports",
  .label = NC_("record", "Supported Component"),
  .get_type = tl_support_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = -1,
  .name_field = -1,
};

static void
tl_support_class_init (TlSupportClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_support_type);
}

static void
tl_support_init (TlSupport *self)
{
}
