/* tl-assessment.h: how mature a component or activity is on a day, and should be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_ASSESSMENT (tl_assessment_get_type ())
G_DECLARE_FINAL_TYPE (TlAssessment, tl_assessment, TL, ASSESSMENT, TlRecord)

extern const TlRecordType tl_assessment_type;

enum
{
  TL_ASSESSMENT_OF,         /* component or activity id, required */
  TL_ASSESSMENT_DATE,       /* date, required */
  TL_ASSESSMENT_CURRENT,    /* integer 0–5 */
  TL_ASSESSMENT_GOAL,       /* integer 0–5 */
  TL_ASSESSMENT_IMPORTANCE, /* integer 1–5 */
  TL_ASSESSMENT_OWNER,
  TL_ASSESSMENT_NOTE,       /* the element's content, long text */
};

/* -1 if not set */
int tl_assessment_get_current    (TlAssessment *self);
int tl_assessment_get_goal       (TlAssessment *self);

G_END_DECLS
