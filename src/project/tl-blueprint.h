/* tl-blueprint.h: the elements of a service, their kinds, and edits of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-element.h"
#include "project/tl-project.h"
#include "reference/tl-metamodel.h"

G_BEGIN_DECLS

/* What a project says about a blueprint is in TlService, TlElement, TlRelation,
 * TlUse and TlOwnKind. Here is what follows from them, and whole edits, each one
 * entry of the history, for the editor and for tests. All errors are those of
 * TlTransaction; on error nothing has changed. */

/**
 * tl_project_get_element_kind:
 * @token: (nullable): what stands in the field `kind`: a kind of the edition, or
 *   the id of one of the project's own kinds, which behaves as the one it is like
 *
 * Returns: (nullable): the kind of the edition that says how it behaves
 */
const TlElementKind *tl_project_get_element_kind (TlProject  *project,
                                                  const char *token);
/* The same for an element. */
const TlElementKind *tl_element_get_kind         (TlElement  *self);
/* What to call its kind: translated, or the own kind's name, or the token itself. */
const char          *tl_element_get_kind_name    (TlElement  *self);
/* The service it belongs to; NULL if loose. */
TlRecord            *tl_element_get_service      (TlElement  *self);
TlLane               tl_element_get_lane         (TlElement  *self);

/**
 * tl_blueprint_list_guests:
 * @service: a service
 *
 * Returns: (transfer container) (element-type TlRecord): elements of other
 *   services that this one uses: those with a TlUse first, in order, then those
 *   that only its relations lead to
 */
GPtrArray *tl_blueprint_list_guests   (TlRecord   *service);

/* The TlUse of an element in a service, or NULL. */
TlRecord  *tl_blueprint_find_use      (TlRecord   *service,
                                       TlRecord   *element);

/* Place of an element in a blueprint, in canvas units from the upper left of its
 * lane's content. Its own in its service, its use's as a guest. Size 0 × 0: as
 * large as its text needs. */
typedef struct
{
  TlRecord *element;
  double    x;
  double    y;
  double    width;
  double    height;
} TlPlacing;

/**
 * tl_blueprint_add_element:
 * @kind: token of a kind; its lane decides on the list
 * @name: (nullable): its name
 * @placing: (nullable): where; element is not used
 *
 * "Add Component Ledger".
 *
 * Returns: (nullable) (transfer none): the new element
 */
TlRecord  *tl_blueprint_add_element   (TlRecord         *service,
                                       const char       *kind,
                                       const char       *name,
                                       const TlPlacing  *placing,
                                       GError          **error);

/* "Use Ledger in Online payments": an element of another service. */
gboolean   tl_blueprint_use_element   (TlRecord         *service,
                                       TlRecord         *element,
                                       const TlPlacing  *placing,
                                       GError          **error);

/**
 * tl_blueprint_connect:
 * @relation: token of a relation kind
 *
 * "Connect Checkout API with Ledger". The relation is kept in @service. Only what
 * a rule of the edition allows; else %TL_PROJECT_ERROR_INVALID_VALUE, which says why.
 * A relation that is there already is found, and is no edit.
 *
 * Returns: (nullable) (transfer none): the relation
 */
TlRecord  *tl_blueprint_connect       (TlRecord         *service,
                                       const char       *relation,
                                       TlRecord         *from,
                                       TlRecord         *to,
                                       GError          **error);

/* "Move 3 Elements". Those that share @merge_key with the edit before become one
 * with it: nudging. */
gboolean   tl_blueprint_place         (TlRecord         *service,
                                       const TlPlacing  *placings,
                                       guint             n_placings,
                                       const char       *label,
                                       const char       *merge_key,
                                       GError          **error);

/* "Delete 3 Elements": elements of the service, uses of guests (by element),
 * relations; and with them the relations that cannot be without them. */
void       tl_blueprint_remove        (TlRecord         *service,
                                       TlRecord *const  *records,
                                       guint             n_records);

/* Copies elements with the relations among them, moved by (@dx, @dy): "Duplicate
 * 3 Elements". Returns the copies (TlRecord, transfer container), or NULL. */
GPtrArray *tl_blueprint_duplicate     (TlRecord         *service,
                                       TlRecord *const  *elements,
                                       guint             n_elements,
                                       double            dx,
                                       double            dy,
                                       GError          **error);

/**
 * tl_blueprint_paste:
 * @records: (element-type TlRecord): loose elements and relations, of this or
 *   another project, as tl_reader_read_fragment() gives them; taken over
 *
 * "Paste 3 Elements". Ids are made anew; relations between pasted elements
 * follow, those to what this project has too are kept, others are left out.
 * Kinds that the edition does not know are kept.
 *
 * Returns: (transfer container): the elements pasted, or %NULL
 */
GPtrArray *tl_blueprint_paste         (TlRecord         *service,
                                       GPtrArray        *records,
                                       double            dx,
                                       double            dy,
                                       GError          **error);

G_END_DECLS
