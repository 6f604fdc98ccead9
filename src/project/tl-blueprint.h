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
/* What to call it: translated, or the own kind's name, or the token itself. */
const char          *tl_project_get_element_kind_name (TlProject  *project,
                                                       const char *token);
/* The same for an element. */
const TlElementKind *tl_element_get_kind         (TlElement  *self);
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

/* Where it was placed, with the size it was given; FALSE if nobody has placed it
 * in this blueprint: then only the element in @placing is set, the rest is 0. */
gboolean   tl_blueprint_get_placing   (TlRecord         *service,
                                       TlRecord         *element,
                                       TlPlacing        *placing);

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

/**
 * tl_blueprint_add_connected:
 * @relation: token of a relation kind
 * @other: an element
 * @outwards: whether the relation leads from @other to the new element
 *
 * Like tl_blueprint_add_element(), connected at once: one edit.
 */
TlRecord  *tl_blueprint_add_connected (TlRecord         *service,
                                       const char       *kind,
                                       const char       *name,
                                       const TlPlacing  *placing,
                                       const char       *relation,
                                       TlRecord         *other,
                                       gboolean          outwards,
                                       GError          **error);

/**
 * tl_blueprint_add_to_line:
 * @kind: token of a kind that stands on a backbone
 *
 * Like tl_blueprint_add_element(), traced at once from the nearest object before
 * it on its line and to the nearest ones after it, where rules allow it: one edit.
 */
TlRecord  *tl_blueprint_add_to_line   (TlRecord         *service,
                                       const char       *kind,
                                       const char       *name,
                                       GError          **error);

/* "Use Ledger in Online payments": an element of another service. One that it
 * uses already is no edit; one of its own is %TL_PROJECT_ERROR_INVALID_VALUE. */
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

/**
 * tl_blueprint_place:
 * @placings: (array length=n_placings): elements of the service and guests; what
 *   stands on a backbone is placed by nobody and left out
 * @label: (nullable): else "Move 3 Elements"
 * @merge_key: (nullable): those that share it with the edit before become one
 *   with it: nudging
 *
 * Says where elements stand, in whole units, and how large they are.
 */
gboolean   tl_blueprint_place         (TlRecord         *service,
                                       const TlPlacing  *placings,
                                       guint             n_placings,
                                       const char       *label,
                                       const char       *merge_key,
                                       GError          **error);

/**
 * tl_blueprint_remove:
 * @records: (array length=n_records): elements of the service; guests, which only
 *   leave this blueprint, with its relations to them; relations and uses
 *
 * "Delete 3 Elements": and with them the relations and uses that cannot be
 * without them, of any service.
 */
void       tl_blueprint_remove        (TlRecord         *service,
                                       TlRecord *const  *records,
                                       guint             n_records);

/**
 * tl_blueprint_duplicate:
 * @elements: (array length=n_elements): elements of the service; guests are left out
 *
 * "Duplicate 3 Elements": copies them with the relations among them, moved by
 * (@dx, @dy).
 *
 * Returns: (transfer container): the copies, or %NULL
 */
GPtrArray *tl_blueprint_duplicate     (TlRecord         *service,
                                       TlRecord *const  *elements,
                                       guint             n_elements,
                                       double            dx,
                                       double            dy,
                                       GError          **error);

/**
 * tl_blueprint_paste:
 * @records: (element-type TlRecord): loose elements, relations, uses and kinds of
 *   a project's own, of this or another project, as tl_reader_read_fragment()
 *   gives them; they are copied, others are left out
 *
 * "Paste 3 Elements". Ids are made anew; relations between pasted elements
 * follow, those to what this project has too are kept, others are left out, as
 * are those that no rule allows. Kinds that the edition does not know are kept.
 *
 * Returns: (transfer container): the elements pasted, which may be none, or %NULL
 */
GPtrArray *tl_blueprint_paste         (TlRecord         *service,
                                       GPtrArray        *records,
                                       double            dx,
                                       double            dy,
                                       GError          **error);

G_END_DECLS
