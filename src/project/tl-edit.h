/* tl-edit.h: whole edits, each one entry of the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* Transactions with ready-made labels, for the window and for tests. All
 * errors are those of TlTransaction; on error nothing has changed. */

/* "Change Vendor of Jira". Consecutive edits of one field merge (typing).
 * A value that is the same already is no edit. */
gboolean  tl_edit_set      (TlRecord     *record,
                            guint         field,
                            const char   *value,
                            GError      **error);

/* "Add Tool Jira". @child is transfer full. */
gboolean  tl_edit_add      (TlRecord     *parent,
                            guint         list,
                            TlRecord     *child,
                            GError      **error);

/* "Delete Tool Jira". */
void      tl_edit_remove   (TlRecord     *record);

/**
 * tl_edit_find_assessment:
 * @of: id of a component or activity
 *
 * Returns: (nullable) (transfer none): the latest assessment by date; of two
 *   with one date the later in the file
 */
TlRecord *tl_edit_find_assessment (TlProject    *project,
                                   const char   *of);

/**
 * tl_edit_index_assessments:
 *
 * Returns: (transfer full) (element-type utf8 TlRecord): for every component
 *   or activity with an assessment what tl_edit_find_assessment() would find;
 *   holds references. For those who ask for many in one go
 */
GHashTable *tl_edit_index_assessments (TlProject *project);

/**
 * tl_edit_create_title:
 *
 * Returns: (transfer full): what to call a record in a sentence: its name, that
 *   of the component, activity or data object it is about, else its kind
 */
char     *tl_edit_create_title    (TlRecord     *record);

/**
 * tl_edit_assess:
 * @of: id of a component or activity
 * @field: a field of TlAssessment but OF and DATE
 * @date: (nullable): ISO date of the day, %NULL for today
 *
 * "Change Current Maturity of Incident". Changes the assessment of that day;
 * where the latest one until then is older, a copy of it is dated to the day
 * first, so that progress shows. Setting the last fact of an assessment to
 * nothing removes it, unless an older one would show through: then an empty one
 * says that nothing is known any more.
 */
gboolean  tl_edit_assess   (TlProject    *project,
                            const char   *of,
                            guint         field,
                            const char   *value,
                            const char   *date,
                            GError      **error);

/**
 * tl_edit_set_stage:
 * @service: a service
 * @stage: (nullable): id of a stage of the edition, %NULL for none
 *
 * "Move Online payments to Develop". Says that it is at the stage since today. A
 * service that is there already stays as it is.
 */
gboolean  tl_edit_set_stage (TlRecord     *service,
                             const char   *stage,
                             GError      **error);

/* Whether @tool supports / masters it: adds or removes the <supports>/<masters>. */
gboolean  tl_edit_set_supports (TlRecord    *tool,
                                const char  *component_id,
                                gboolean     supports,
                                GError     **error);
gboolean  tl_edit_set_masters  (TlRecord    *tool,
                                const char  *data_object_id,
                                gboolean     masters,
                                GError     **error);

G_END_DECLS
