/* tl-intake.h: makes records of what an XML parser reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "store/tl-foreign.h"
#include "store/tl-kept.h"
#include "store/tl-plan.h"
#include "store/tl-problem.h"

G_BEGIN_DECLS

#define TL_NAMESPACE        "urn:throughline:project:1"
#define TL_NAMESPACE_STEM   "urn:throughline:project:"
#define TL_FRAGMENT_TAG     "fragment"

#define TL_MAX_DEPTH        64
#define TL_MAX_VALUE        (16 * 1024 * 1024) /* bytes of one value: what a field may hold */
#define TL_MAX_KEPT         (64 * 1024 * 1024) /* bytes of unknown content */
#define TL_MAX_PROBLEMS     1000               /* that are told one by one */

/* Turns the events of a SAX2 parser into a project, or into the loose records
 * of a fragment. Tables say what is known; there is no code for any one type.
 *
 * Problems go to @report. Where it returns FALSE the intake is to be stopped
 * and ignores what follows; else what cannot be taken is left out. */
typedef struct _TlIntake TlIntake;

typedef gboolean (*TlIntakeReportFunc) (TlProblem *problem, /* transfer full */
                                        gpointer   user_data);

/* A record whose references did not hold when it was read. */
typedef struct
{
  TlRecord *record;
  guint     line;
} TlReferrer;

TlIntake  *tl_intake_new           (xmlDictPtr          dict,
                                    gboolean            is_fragment,
                                    TlIntakeReportFunc  report,
                                    gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
void       tl_intake_free          (TlIntake           *self);

void       tl_intake_start_element (TlIntake           *self,
                                    guint               line,
                                    const xmlChar      *name,
                                    const xmlChar      *prefix,
                                    const xmlChar      *uri,
                                    int                 n_namespaces,
                                    const xmlChar     **namespaces,
                                    int                 n_attributes,
                                    const xmlChar     **attributes);
void       tl_intake_end_element   (TlIntake           *self,
                                    guint               line,
                                    const xmlChar      *name,
                                    const xmlChar      *prefix);
void       tl_intake_characters    (TlIntake           *self,
                                    guint               line,
                                    const char         *text,
                                    gsize               length);
void       tl_intake_markup        (TlIntake           *self, /* a comment or instruction */
                                    guint               line,
                                    const char         *markup);

/* Tells, before the first element, how long the file is, so that room for its
 * records can be made in one piece. */
void       tl_intake_expect        (TlIntake           *self,
                                    gsize               n_bytes);

/* Ends all that is open: at the end, or where the file could not be read on. */
void       tl_intake_end           (TlIntake           *self,
                                    guint               line);

TlProject *tl_intake_get_project   (TlIntake           *self); /* NULL before the root */
GArray    *tl_intake_get_referrers (TlIntake           *self); /* of TlReferrer, in file order */
GPtrArray *tl_intake_steal_records (TlIntake           *self); /* of a fragment */
gboolean   tl_intake_has_stopped   (TlIntake           *self);

/* Id of the record that is being read, or of the next one above with an id. */
const char *tl_intake_get_record_id (TlIntake          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntake, tl_intake_free)

G_END_DECLS
