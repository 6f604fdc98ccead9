/* tl-element.c: one thing in a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-element.h"

#include "project/tl-link.h"
#include "project/tl-property.h"

#include <glib/gi18n-lib.h>

struct _TlElement
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlElement, tl_element, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_ELEMENT_ID] = { "id", NC_("field", "Id"), TL_FIELD_ID, .required = TRUE },
  [TL_ELEMENT_KIND] = { "kind", NC_("field", "Kind"), TL_FIELD_ELEMENT_KIND, .required = TRUE },
  [TL_ELEMENT_NAME] = { "name", NC_("field", "Name"), TL_FIELD_TEXT },
  [TL_ELEMENT_OWNER] = { "owner", NC_("field", "Owner"), TL_FIELD_TEXT, .repeats = TRUE },
  [TL_ELEMENT_STATE] = { "state", NC_("field", "State"), TL_FIELD_TEXT, .repeats = TRUE },
  [TL_ELEMENT_VERSION] = { "version", NC_("field", "Version"), TL_FIELD_TEXT, .repeats = TRUE },
  [TL_ELEMENT_ENVIRONMENT] = { "environment", NC_("field", "Environment"), TL_FIELD_TEXT, .repeats = TRUE },
  [TL_ELEMENT_X] = { "x", NC_("field", "X"), TL_FIELD_NUMBER, .minimum = -1e9, .maximum = 1e9 },
  [TL_ELEMENT_Y] = { "y", NC_("field", "Y"), TL_FIELD_NUMBER, .minimum = -1e9, .maximum = 1e9 },
  [TL_ELEMENT_NOTE] = { "note", NC_("field", "Note"), TL_FIELD_LONG_TEXT, TL_PLACE_CHILD },
  [TL_ELEMENT_WIDTH] = { "width", NC_("field", "Width"), TL_FIELD_NUMBER, .minimum = 0, .maximum = 1e9 },
  [TL_ELEMENT_HEIGHT] = { "height", NC_("field", "Height"), TL_FIELD_NUMBER, .minimum = 0, .maximum = 1e9 },
  [TL_ELEMENT_EXTERNAL_ID] = { "external-id", NC_("field", "External Id"), TL_FIELD_TEXT },
  [TL_ELEMENT_EXPECTED] = { "expected", NC_("field", "Expected"), TL_FIELD_DATE },
};

static const TlListType lists[] = {
  [TL_ELEMENT_PROPERTIES] = { "properties", NULL, &tl_property_type },
  [TL_ELEMENT_LINKS] = { "links", NULL, &tl_link_type },
};

const TlRecordType tl_element_type = {
  .tag = "element",
  .label = NC_("record", "Element"),
  .get_type = tl_element_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .id_field = TL_ELEMENT_ID,
  .name_field = TL_ELEMENT_NAME,
  .id_letter = 'e',
};

static void
tl_element_class_init (TlElementClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_element_type);
}

static void
tl_element_init (TlElement *self)
{
}

gboolean
tl_element_get_place (TlElement *self,
                      double    *x,
                      double    *y)
{
  TlRecord *record = TL_RECORD (self);

  if (tl_record_get (record, TL_ELEMENT_X) == NULL || tl_record_get (record, TL_ELEMENT_Y) == NULL)
    return FALSE;

  *x = tl_record_get_number (record, TL_ELEMENT_X, 0);
  *y = tl_record_get_number (record, TL_ELEMENT_Y, 0);
  return TRUE;
}
