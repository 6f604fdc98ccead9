/* tl-assessment.c: how mature a component or activity is on a day, and should be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-assessment.h"

#include <glib/gi18n-lib.h>

struct _TlAssessment
{
  TlRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TlAssessment, tl_assessment, TL_TYPE_RECORD)

static const TlField fields[] = {
  [TL_ASSESSMENT_OF] = { "of", NC_("field", "Of"), TL_FIELD_ASSESSABLE, .required = TRUE },
  [TL_ASSESSMENT_DATE] = { "date", NC_("field", "Date"), TL_FIELD_DATE, .required = TRUE },
  [TL_ASSESSMENT_CURRENT] = { "current", NC_("field", "Current Maturity"), TL_FIELD_INTEGER, .minimum = 0, .maximum = 5 },
  [TL_ASSESSMENT_GOAL] = { "goal", NC_("field", "Goal"), TL_FIELD_INTEGER, .minimum = 0, .maximum = 5 },
  [TL_ASSESSMENT_IMPORTANCE] = { "importance", NC_("field", "Importance"), TL_FIELD_INTEGER, .minimum = 1, .maximum = 5 },
  [TL_ASSESSMENT_OWNER] = { "owner", NC_("field", "Owner"), TL_FIELD_TEXT },
  [TL_ASSESSMENT_NOTE] = { "note", NC_("field", "Note"), TL_FIELD_LONG_TEXT, TL_PLACE_CONTENT },
};

const TlRecordType tl_assessment_type = {
  .tag = "assessment",
  .label = NC_("record", "Assessment"),
  .get_type = tl_assessment_get_type,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id_field = -1,
  .name_field = -1,
};

static void
tl_assessment_class_init (TlAssessmentClass *klass)
{
  tl_record_class_set_type (TL_RECORD_CLASS (klass), &tl_assessment_type);
}

static void
tl_assessment_init (TlAssessment *self)
{
}

int
tl_assessment_get_current (TlAssessment *self)
{
  return tl_record_get_integer (TL_RECORD (self), TL_ASSESSMENT_CURRENT, -1);
}

int
tl_assessment_get_goal (TlAssessment *self)
{
  return tl_record_get_integer (TL_RECORD (self), TL_ASSESSMENT_GOAL, -1);
}
