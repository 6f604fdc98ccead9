/* tl-own-kind.c: a kind of elements that a project adds to those of its edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-own-kind.h"

#include <glib/gi18n-lib.h>

struct _TlOwnKind
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlOwnKind, tl_own_kind, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_OWN_KIND_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_OWN_KIND_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT },
  [TL_OWN_KIND_LIKE] = { "like", NC_("field", "Like"), TL_FIELD_ELEMENT_KIND, .required = TRUE },
  [TL_OWN_KIND_TEXT] = { "text", NC_("field", "Meaning"), TL_FIELD_LONG_TEXT, TL_PLACE_CONTENT },
};

const TlRecordType tl_own_kind_type = {
  .tag = "kind",
  .label = NC_("record", "Element Kind"),
  .get_type = tl_own_kind_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = TL_OWN_KIND_ID,
  .name_field = TL_OWN_KIND_NAME,
  .id_letter = 'k',
};

static void
tl_own_kind_class_init (TlOwnKindClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_own_kind_type);
}

static void
tl_own_kind_init (TlOwnKind *self)
{
}
