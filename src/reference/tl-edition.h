/* tl-edition.h: one version of the IT4IT reference architecture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-concept.h"

G_BEGIN_DECLS

/* An edition is immutable, built once from a data file inside the program, and
 * never freed. All functions may be called from any thread. */

/**
 * tl_edition_get:
 * @version: `2.1` or `3.0`
 *
 * Returns: (nullable) (transfer none): the edition, or %NULL if this program
 *   does not know @version
 */
const TlEdition *tl_edition_get (const char *version);

/**
 * tl_edition_list_versions:
 *
 * Returns: (transfer none): the versions known, oldest first, %NULL-terminated
 */
const char *const *tl_edition_list_versions (void);

const char      *tl_edition_get_version (const TlEdition *self); /* "2.1" */
const char      *tl_edition_get_name    (const TlEdition *self); /* "IT4IT 2.1" */
/* The numbers and years of the documents it is, "C171, 2017"; NULL where not known. */
const char      *tl_edition_get_documents (const TlEdition *self);
const TlEdition *tl_edition_get_other   (const TlEdition *self); /* the other one */

/* All concepts of a kind, in order, %NULL-terminated; cast by kind. */
const TlStream *const          *tl_edition_get_streams         (const TlEdition *self);
const TlStage *const           *tl_edition_get_stages          (const TlEdition *self);
const TlActivity *const        *tl_edition_get_activities      (const TlEdition *self);
const TlGroup *const           *tl_edition_get_groups          (const TlEdition *self); /* groups, then sub-groups */
const TlComponent *const       *tl_edition_get_components      (const TlEdition *self);
const TlDataObject *const      *tl_edition_get_data_objects    (const TlEdition *self);
const TlServiceModel *const    *tl_edition_get_models          (const TlEdition *self);
const TlObjectRelation *const  *tl_edition_get_relations       (const TlEdition *self);
const TlComponentFlow *const   *tl_edition_get_component_flows (const TlEdition *self);
const TlStreamFlow *const      *tl_edition_get_stream_flows    (const TlEdition *self);
const TlModelTransition *const *tl_edition_get_transitions     (const TlEdition *self);

/**
 * tl_edition_lookup:
 * @self: an edition
 * @kind: what to look for
 * @id: (nullable): id within the kind
 *
 * Returns: (nullable): the concept, or %NULL
 */
const TlConcept    *tl_edition_lookup             (const TlEdition *self,
                                                   TlConceptKind    kind,
                                                   const char      *id);
const TlConcept    *tl_edition_lookup_key         (const TlEdition *self,
                                                   const char      *key); /* "component:incident" */
const TlStream     *tl_edition_lookup_stream      (const TlEdition *self,
                                                   const char      *id);
const TlComponent  *tl_edition_lookup_component   (const TlEdition *self,
                                                   const char      *id);
const TlDataObject *tl_edition_lookup_data_object (const TlEdition *self,
                                                   const char      *id);

/**
 * tl_edition_list_counterparts:
 * @concept: a concept of either edition
 *
 * The rows of the way from 2.1 to 3.0 in which @concept is either end. This is
 * our reading of the two editions; say so where it is shown.
 *
 * Returns: (transfer container) (element-type TlCounterpart): the rows, in the
 *   order of the data; may be empty
 */
GPtrArray *tl_edition_list_counterparts (const TlConcept *concept);

G_END_DECLS
