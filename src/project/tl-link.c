/* tl-link.c: where more about an element is to be found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-link.h"

#include <glib/gi18n-lib.h>

struct _TlLink
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlLink, tl_link, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_LINK_URL] = { "url", NC_("field", "Address"), TL_FIELD_TEXT, .required = TRUE },
  [TL_LINK_TITLE] = { "title", NC_("field", "Title"), TL_FIELD_TEXT },
};

const TlRecordType tl_link_type = {
  .tag = "link",
  .label = NC_("record", "Link"),
  .get_type = tl_link_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = -1,
  .name_field = TL_LINK_TITLE,
};

static void
tl_link_class_init (TlLinkClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_link_type);
}

static void
tl_link_init (TlLink *self)
{
}
