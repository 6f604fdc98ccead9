/* tl-finding.h: one result of validation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SEVERITY_NOTE,
  TL_SEVERITY_WARNING,
  TL_SEVERITY_ERROR,
} TlSeverity;

/**
 * TlFinding:
 * @rule: stable name of the rule, such as `duplicate-assessment`
 * @severity: how bad it is
 * @place: where it is, for people: "Jira", "Assessment of Incident"
 * @message: a full, translated sentence: what is wrong and what to do
 * @record: the record concerned; only while it is in the project
 *
 * Something in a project that its user should look at.
 */
typedef struct
{
  const char *rule;
  TlSeverity  severity;
  char       *place;
  char       *message;
  TlRecord   *record;
} TlFinding;

void        tl_finding_free        (TlFinding  *self);

const char *tl_severity_get_label  (TlSeverity  self); /* "Warning", translated */
const char *tl_severity_get_token  (TlSeverity  self); /* "warning" */

/**
 * tl_finding_list_for_project:
 * @project: a project
 *
 * Applies all rules to a project that could be read. One pass over all records;
 * in the project's thread.
 *
 * Returns: (transfer container) (element-type TlFinding): the findings in the
 *   order of the file, freed with the array
 */
GPtrArray  *tl_finding_list_for_project     (TlProject  *project) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
