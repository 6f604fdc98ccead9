/* tl-transaction.h: the only way to change a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

/* A transaction records every change as a reversible fact and applies it at
 * once; views see the change through `notify` and `items-changed` immediately
 * and through TlProject::changed when the outermost transaction commits. A
 * transaction that changes nothing leaves no trace in the history. */

typedef struct _TlTransaction TlTransaction;

typedef enum
{
  TL_CHANGE_SET,    /* field of record: old_value → new_value */
  TL_CHANGE_INSERT, /* record into list of parent at position */
  TL_CHANGE_REMOVE, /* record from list of parent at position */
  TL_CHANGE_MOVE,   /* record in list of parent from old_position to position */
} TlChangeKind;

/* One reversible fact, as listeners see it: kind and values are in the
 * direction in which it was just applied (undo turns INSERT into REMOVE). */
typedef struct
{
  TlChangeKind  kind;
  TlRecord     *record;
  guint         field;
  const char   *old_value;
  const char   *new_value;
  TlRecord     *parent;
  guint         list;
  guint         position;
  guint         old_position;
} TlChange;

/**
 * tl_project_begin:
 * @project: a sealed project
 * @label: translated name for the menu, in title case: "Change Maturity of Incident"
 *
 * Begins a transaction, or joins the one that is open: only the outermost
 * commits, and its label and merge key count. An inner rollback rolls back all.
 * Not while an undo or redo is under way: do not edit in answer to `notify` or
 * `items-changed`, use TlProject::changed.
 *
 * Returns: (transfer full): end it with tl_transaction_commit() or
 *   tl_transaction_rollback()
 */
TlTransaction *tl_project_begin (TlProject  *project,
                                 const char *label) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_transaction_set:
 * @value: (nullable): the new value, %NULL or "" to unset
 * @error: return location, %TL_PROJECT_ERROR_INVALID_VALUE,
 *   %TL_PROJECT_ERROR_UNKNOWN_REFERENCE or %TL_PROJECT_ERROR_UNKNOWN_EDITION
 *
 * Changes a field. A value that is the same already is no change. An id can
 * not be changed.
 */
gboolean tl_transaction_set    (TlTransaction  *self,
                                TlRecord       *record,
                                guint           field,
                                const char     *value,
                                GError        **error);

/**
 * tl_transaction_insert:
 * @position: where; %G_MAXUINT to append
 * @child: (transfer full): a loose record, or one removed from this project
 * @error: return location, %TL_PROJECT_ERROR_DUPLICATE_ID,
 *   %TL_PROJECT_ERROR_UNKNOWN_REFERENCE or %TL_PROJECT_ERROR_INVALID_VALUE
 *
 * Inserts a record with all it holds. Those without an id get one. On error
 * @child is dropped.
 */
gboolean tl_transaction_insert (TlTransaction  *self,
                                TlRecord       *parent,
                                guint           list,
                                guint           position,
                                TlRecord       *child,
                                GError        **error);

/**
 * tl_transaction_remove:
 *
 * Removes a record with all it holds, and first every record elsewhere in the
 * project that cannot be without it (a required reference: relations,
 * integrations); optional references to it are unset.
 */
void     tl_transaction_remove (TlTransaction  *self,
                                TlRecord       *record);

/**
 * tl_transaction_remove_all:
 * @records: (array length=n_records): records of the project, which may hold or
 *   refer to each other
 *
 * Like tl_transaction_remove() for each of them, in the time of one.
 */
void     tl_transaction_remove_all (TlTransaction    *self,
                                    TlRecord *const  *records,
                                    guint             n_records);

/**
 * tl_transaction_move:
 * @position: where it stands afterwards; past the end means last
 */
void     tl_transaction_move   (TlTransaction  *self,
                                TlRecord       *record,
                                guint           position);

/**
 * tl_transaction_suspend_checks:
 *
 * For who does again, change by change, what was done before: from now on
 * what is set and inserted may refer to what is not there yet, and nothing goes
 * along with what is removed.
 */
void     tl_transaction_suspend_checks (TlTransaction  *self);

/**
 * tl_transaction_resume_checks:
 * @error: return location, as of tl_transaction_set()
 *
 * Checks all that was not checked since.
 *
 * Returns: whether everything that is referred to is there; if not, roll back
 */
gboolean tl_transaction_resume_checks  (TlTransaction  *self,
                                        GError        **error);

/**
 * tl_transaction_set_merge_key:
 * @key: (nullable): what consecutive changes have to share to become one entry
 *
 * Typing and dragging: a transaction with the same key as the last one in the
 * history, within two seconds of it, becomes part of that entry.
 */
void     tl_transaction_set_merge_key (TlTransaction *self,
                                       const char    *key);

/* Both consume the transaction. Commit returns FALSE if an inner one was rolled back. */
gboolean tl_transaction_commit   (TlTransaction *self);
void     tl_transaction_rollback (TlTransaction *self);

/* Ends it by what became of it: commits what is good, else takes it back and
 * returns FALSE. */
gboolean tl_transaction_end      (TlTransaction *self,
                                  gboolean       good);

/* One that goes out of scope has gone wrong. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTransaction, tl_transaction_rollback)

G_END_DECLS
