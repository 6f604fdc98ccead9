/* tl-term.h: what can be explained of an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-metamodel.h"

G_BEGIN_DECLS

/* All that is called something in an edition and its metamodel, with what it is and
 * where that is known from. Nothing is said here that does not stand in the data.
 * Built when first asked for, never freed, readable from any thread. */
typedef struct _TlTerm TlTerm;

typedef enum
{
  TL_TERM_CONCEPT,
  TL_TERM_ATTRIBUTE,
  TL_TERM_ELEMENT_KIND,
  TL_TERM_RELATION_KIND,
} TlTermKind;

/**
 * TlTerm:
 * @id: stable and unique: the version of the edition, `/`, and a key: that of a
 *   concept, `attribute:DATA-OBJECT/NAME`, `kind:ID` or `relation:ID`
 * @kind: which of the pointers is set
 *
 * A term.
 */
struct _TlTerm
{
  const char           *id;
  TlTermKind            kind;
  const TlEdition      *edition;
  const TlConcept      *concept;
  const TlAttribute    *attribute;
  const TlElementKind  *element_kind;
  const TlRelationKind *relation_kind;
};

/* All of an edition, concepts by kind in order first; %NULL-terminated. */
const TlTerm *const *tl_term_list (const TlEdition *edition);

const TlTerm *tl_term_lookup            (const char           *id); /* nullable both ways */
const TlTerm *tl_term_for_concept       (const TlConcept      *concept);
const TlTerm *tl_term_for_attribute     (const TlAttribute    *attribute);
const TlTerm *tl_term_for_element_kind  (const TlElementKind  *kind);
const TlTerm *tl_term_for_relation_kind (const TlRelationKind *kind);

/* What it is called: as in the standard, or translated. */
const char   *tl_term_get_name          (const TlTerm *self);
/* What it is, in one word, translated: "Functional component". */
const char   *tl_term_get_kind_label    (const TlTerm *self);
/* What it means, in our own words; NULL where the sources do not say. */
const char   *tl_term_get_text          (const TlTerm *self);
/* A remark on where it is known from, or NULL. */
const char   *tl_term_get_note          (const TlTerm *self);

/**
 * tl_term_get_concept:
 *
 * Returns: (nullable): the concept of the standard that it is or, being an
 *   attribute, belongs to; of a kind of elements, the data object that it is
 */
const TlConcept *tl_term_get_concept    (const TlTerm *self);

/* Whether it is the standard's, and not this project's own reading. */
gboolean      tl_term_is_standard       (const TlTerm *self);

/* Where it was read: an address, perhaps with words after it; NULL where no
 * single place is recorded. */
const char   *tl_term_get_source        (const TlTerm *self);

/**
 * tl_term_dup_origin:
 *
 * Returns: (transfer full): a translated sentence that says which edition and
 *   documents it is from, or that it is our own reading
 */
char         *tl_term_dup_origin        (const TlTerm *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
