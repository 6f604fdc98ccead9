/* tl-metamodel-private.h: how a metamodel is put together
 *
 * For this folder and its tests only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-metamodel.h"

G_BEGIN_DECLS

#define TL_METAMODEL_NAMESPACE "urn:throughline:metamodel:1"

/* A kind, and what there is by kind. The lists end with %NULL. */
typedef struct
{
  TlElementKind kind; /* first: this is what is handed out */
  GPtrArray    *rules_out;
  GPtrArray    *rules_in;
  GPtrArray    *gap_rules;
} TlKindRecord;

struct _TlMetamodel
{
  const TlEdition *edition;
  GStringChunk    *texts;
  GPtrArray       *memory;         /* every struct and array, freed in one go */

  GPtrArray       *kinds;          /* TlElementKind; like the next, with %NULL at its end when all is read */
  GPtrArray       *relation_kinds;
  GPtrArray       *gap_rules;
  GPtrArray       *lifecycle;      /* TlStage */
  GPtrArray       *expectations;   /* TlExpectation, by stage in the order of the lifecycle */

  GHashTable      *kinds_by_id;
  GHashTable      *relation_kinds_by_id;
  GHashTable      *rules;          /* set of TlRelationRule, by relation and ends */
};

/**
 * tl_metamodel_new_from_bytes:
 * @bytes: a metamodel file, see `resources/reference/README.md`
 * @edition: the edition it is for
 * @error: return location
 *
 * Returns: (transfer full): the metamodel, or %NULL with a %G_MARKUP_ERROR whose
 *   message starts with the line
 */
TlMetamodel *tl_metamodel_new_from_bytes (GBytes           *bytes,
                                          const TlEdition  *edition,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void         tl_metamodel_free           (TlMetamodel      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMetamodel, tl_metamodel_free)

/* For the reader: an empty metamodel, memory and texts that live as long as it,
 * and the last step, when all is read. */
TlMetamodel *tl_metamodel_new_empty      (const TlEdition  *edition) G_GNUC_WARN_UNUSED_RESULT;
gpointer     tl_metamodel_alloc          (TlMetamodel      *self,
                                          gsize             size);
TlKindRecord *tl_metamodel_add_kind      (TlMetamodel      *self); /* to be filled, then listed by its id */
void         tl_metamodel_close          (TlMetamodel      *self);

G_END_DECLS
