/* tl-edition-private.h: how an edition is put together
 *
 * For this folder and its tests only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-edition.h"

G_BEGIN_DECLS

#define TL_REFERENCE_NAMESPACE "urn:throughline:reference:1"

/* The lists hold pointers into @memory and end with %NULL, so that their data
 * can be handed out as arrays. */
struct _TlEdition
{
  char         *version;
  char         *name;
  char         *documents;
  GStringChunk *texts;  /* every text, each once */
  GPtrArray    *memory; /* every struct and array, freed in one go */

  GPtrArray    *concepts[TL_N_CONCEPT_KINDS];
  GHashTable   *by_id[TL_N_CONCEPT_KINDS];
  GPtrArray    *attributes;
  GPtrArray    *relations;
  GPtrArray    *component_flows;
  GPtrArray    *stream_flows;
  GPtrArray    *transitions;
};

/**
 * tl_edition_new_from_bytes:
 * @bytes: an edition file, see `resources/reference/README.md`
 * @error: return location
 *
 * Reads an edition that is not one of the program's. Free it with
 * tl_edition_free(); nothing of it may be used after that.
 *
 * Returns: (transfer full): the edition, or %NULL with a %G_MARKUP_ERROR whose
 *   message starts with the line
 */
TlEdition *tl_edition_new_from_bytes (GBytes  *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       tl_edition_free           (TlEdition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEdition, tl_edition_free)

/**
 * tl_counterparts_new_from_bytes:
 * @bytes: a counterparts file, see `resources/reference/README.md`
 * @from: the older edition
 * @to: the newer edition
 * @error: return location
 *
 * Returns: (transfer full) (element-type TlCounterpart): the rows in the order
 *   of the file, or %NULL with a %G_MARKUP_ERROR whose message starts with the line
 */
GPtrArray *tl_counterparts_new_from_bytes (GBytes          *bytes,
                                           const TlEdition *from,
                                           const TlEdition *to,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;

/* All rows of the program's way from 2.1 to 3.0; (element-type TlCounterpart). */
const GPtrArray *tl_edition_get_all_counterparts (void);

/* Feeds a whole data file to @parser; messages of errors start with the line. */
gboolean       tl_reference_parse     (GBytes               *bytes,
                                       const GMarkupParser  *parser,
                                       gpointer              data,
                                       GError              **error);

/* What a reader has of text where none belongs: an error, unless there are only spaces. */
void           tl_reference_refuse_text (const char          *text,
                                         gsize                length,
                                         GError             **error);

/* For the reader: an empty edition, memory and texts that live as long as it,
 * concepts by their id, and, when all is read, the arrays of each concept. */
TlEdition     *tl_edition_new_empty   (void) G_GNUC_WARN_UNUSED_RESULT;
gpointer       tl_edition_alloc       (TlEdition     *self,
                                       gsize          size);
const char    *tl_edition_intern      (TlEdition     *self,
                                       const char    *text);
const char    *tl_edition_intern_words (TlEdition    *self,
                                        const char   *text);
gboolean       tl_edition_add_concept (TlEdition     *self,
                                       TlConcept     *concept,
                                       TlConceptKind  kind,
                                       const char    *id,
                                       const char    *name,
                                       GError       **error);
gconstpointer  tl_edition_freeze      (TlEdition     *self,
                                       GPtrArray     *list);
void           tl_edition_link        (TlEdition     *self);

G_END_DECLS
