/* tl-inspector-sections.h: the groups of rows an inspector is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-inspector.h"
#include "ui/tl-live-group.h"

G_BEGIN_DECLS

/* Where an inspector puts its groups, in order. */
typedef struct
{
  TlSession *session;
  GtkBox    *box;
} TlInspectorSections;

/* What the edition says; hidden where there is nothing to say. */
void tl_inspector_add_concept_facts (TlInspectorSections *sections,
                                     const TlConcept     *concept);
void tl_inspector_add_object_facts (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_attributes   (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_relations    (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_counterparts (TlInspectorSections *sections,
                                    const TlConcept     *concept);

/* What the project says, of concepts of its own edition. */
void tl_inspector_add_assessment   (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_tools        (TlInspectorSections *sections,
                                    const TlConcept     *concept); /* a component or data object */
/* That it says nothing, being of the other edition. */
void tl_inspector_add_edition_hint (TlInspectorSections *sections);

void tl_inspector_add_project      (TlInspectorSections *sections);
void tl_inspector_add_record       (TlInspectorSections *sections,
                                    TlRecord            *record);

/* Of records of several types. */
void tl_inspector_add_facts        (TlInspectorSections *sections,
                                    TlRecord            *record,
                                    const guint         *fields,
                                    guint                n_fields);
void tl_inspector_add_service      (TlInspectorSections *sections,
                                    TlRecord            *service);
void tl_inspector_add_element      (TlInspectorSections *sections,
                                    TlRecord            *element);
void tl_inspector_add_line         (TlInspectorSections *sections,
                                    TlRecord            *element);
void tl_inspector_add_links        (TlInspectorSections *sections,
                                    TlRecord            *element);
void tl_inspector_add_relation     (TlInspectorSections *sections,
                                    TlRecord            *relation);
/* Two or more (TlRecord); what they have in common is changed for all. */
void tl_inspector_add_several      (TlInspectorSections *sections,
                                    GPtrArray           *records);

/* "Checkout API uses Ledger", transfer full. */
char     *tl_inspector_create_relation_title (TlRecord *relation);

/* The service in whose blueprint an element is looked at: its own, or that which
 * it is a guest of (nullable). */
TlRecord *tl_inspector_find_blueprint (TlSession *session,
                                       TlRecord  *element);

/* Whether a group may say something else after a change of a blueprint. */
gboolean  tl_inspector_concerns_blueprint (TlLiveGroup    *group,
                                           const TlChange *change);

/* Has the inspector that @within is in tell the user. */
void      tl_inspector_send_message   (GtkWidget  *within,
                                       const char *text,
                                       gboolean    undoable);

G_END_DECLS
