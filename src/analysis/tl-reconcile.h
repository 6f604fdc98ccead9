/* tl-reconcile.h: what runs, compared with what should
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-blueprint.h"

G_BEGIN_DECLS

/* What an inventory says that runs. Texts are valid UTF-8, "" where it says
 * nothing. */
typedef struct
{
  char *name;
  char *type;        /* "Database", "container" …: a kind of the edition or the project, by id or name */
  char *environment;
  char *version;
  char *id;          /* what the inventory calls it */
  guint line;        /* of the list, from 1; 0 for none */
} TlActualItem;

TlActualItem *tl_actual_item_new  (const char   *name,
                                   const char   *type,
                                   const char   *environment,
                                   const char   *version,
                                   const char   *id) G_GNUC_WARN_UNUSED_RESULT;
void          tl_actual_item_free (TlActualItem *self);

/**
 * TlDifferenceKind:
 * @TL_DIFFERENCE_MATCHING: is in both, and is the same
 * @TL_DIFFERENCE_VERSION: is in both, in different versions
 * @TL_DIFFERENCE_MISSING: should run, and is not in the list
 * @TL_DIFFERENCE_UNEXPECTED: runs, and is not in the blueprint, or was said to be retired
 */
typedef enum
{
  TL_DIFFERENCE_MATCHING,
  TL_DIFFERENCE_VERSION,
  TL_DIFFERENCE_MISSING,
  TL_DIFFERENCE_UNEXPECTED,
} TlDifferenceKind;

#define TL_N_DIFFERENCE_KINDS (TL_DIFFERENCE_UNEXPECTED + 1)

/* One line of the comparison. */
typedef struct
{
  TlDifferenceKind     kind;
  TlRecord            *element; /* of the blueprint; NULL: the item would be new */
  TlActualItem        *item;    /* NULL: missing */
  const TlElementKind *as;      /* what it is, or would be; device where nobody knows the type */
  gboolean             changes; /* whether accepting it changes something */
} TlDifference;

void          tl_difference_free            (TlDifference     *self);
const char   *tl_difference_kind_get_label  (TlDifferenceKind  kind); /* "Different version", translated */
const char   *tl_difference_kind_get_token  (TlDifferenceKind  kind); /* "version" */
/* A sentence: "Version 15 is desired, 16.2 runs." (transfer full) */
char         *tl_difference_create_text     (const TlDifference *self);
/* What accepting it does: "Set the version to 16.2"; NULL if nothing. (transfer full) */
char         *tl_difference_create_effect   (const TlDifference *self);

/**
 * tl_reconcile_compare:
 * @service: a service in a project
 * @items: (element-type TlActualItem): what its inventory says
 *
 * Compares the configuration items of the realized model with a list of what runs.
 * The two are the same if they have one external id; else, unless the element has
 * an id that is another item's, if they have the same name and kind, whatever the
 * case, and no different environments. Elements in the state `retired` should not
 * run.
 *
 * Returns: (transfer full) (element-type TlDifference): elements in the order of
 *   the blueprint, then what is unexpected in the order of the list; holds
 *   references and copies of the items
 */
GPtrArray    *tl_reconcile_compare          (TlRecord         *service,
                                             GPtrArray        *items) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_reconcile_accept:
 * @service: the service
 * @differences: those that are accepted, of tl_reconcile_compare(); those whose
 *   element has gone since then are left out
 * @n_differences: how many
 * @error: return location, as of TlTransaction
 *
 * "Reconcile Online payments": makes the blueprint say what runs, as one step to
 * be undone. What is
 *
 * - matching gets the id that the inventory has;
 * - of a different version gets the version that runs, and the id likewise;
 * - missing is said to be `retired`: it keeps its place, its traces and its facts,
 *   and is not expected any more;
 * - unexpected is added to the realized model, without a place, so that the layout
 *   finds one, as part of the actual service of its environment, or else the first;
 *   what was retired comes back.
 *
 * All others stay as they are. On error nothing has changed.
 */
gboolean      tl_reconcile_accept           (TlRecord            *service,
                                             TlDifference *const *differences,
                                             guint                n_differences,
                                             GError             **error);

G_END_DECLS
