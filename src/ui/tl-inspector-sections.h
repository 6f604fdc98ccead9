/* tl-inspector-sections.h: the groups of rows an inspector is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where an inspector puts its groups, in order. */
typedef struct
{
  TlSession *session;
  GtkBox    *box;
} TlInspectorSections;

/* What the edition says; hidden where there is nothing to say. */
void tl_inspector_add_components   (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_data_objects (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_subgroups    (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_stages       (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_stage_facts  (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_stakeholders (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_flows        (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_object_facts (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_attributes   (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_relations    (TlInspectorSections *sections,
                                    const TlConcept     *concept);
void tl_inspector_add_model_facts  (TlInspectorSections *sections,
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

G_END_DECLS
