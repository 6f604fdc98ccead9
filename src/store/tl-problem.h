/* tl-problem.h: what can be wrong with a project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_STORE_ERROR (tl_store_error_quark ())
GQuark tl_store_error_quark (void);

/**
 * TlStoreError:
 * @TL_STORE_ERROR_SYNTAX: not well-formed XML, or something that has no place in a project
 * @TL_STORE_ERROR_ENCODING: not UTF-8
 * @TL_STORE_ERROR_NOT_A_PROJECT: empty, or XML of another kind
 * @TL_STORE_ERROR_NEWER_VERSION: made by a newer version of the program
 * @TL_STORE_ERROR_UNKNOWN_EDITION: for an edition this program does not know
 * @TL_STORE_ERROR_INVALID_VALUE: a value is missing or does not fit its field
 * @TL_STORE_ERROR_DUPLICATE_ID: two records have one id
 * @TL_STORE_ERROR_UNKNOWN_REFERENCE: a record refers to something that is not there
 * @TL_STORE_ERROR_LIMIT: too large, too deep or too much for a real project
 * @TL_STORE_ERROR_CHANGED_ON_DISK: the file is not the one that was opened or saved last
 * @TL_STORE_ERROR_JOURNAL_BASE: a recovery log belongs to another state of the file
 * @TL_STORE_ERROR_JOURNAL_DAMAGED: a recovery log cannot be read or applied
 *
 * Failures of the file system keep the codes of %G_IO_ERROR.
 */
typedef enum
{
  TL_STORE_ERROR_SYNTAX,
  TL_STORE_ERROR_ENCODING,
  TL_STORE_ERROR_NOT_A_PROJECT,
  TL_STORE_ERROR_NEWER_VERSION,
  TL_STORE_ERROR_UNKNOWN_EDITION,
  TL_STORE_ERROR_INVALID_VALUE,
  TL_STORE_ERROR_DUPLICATE_ID,
  TL_STORE_ERROR_UNKNOWN_REFERENCE,
  TL_STORE_ERROR_LIMIT,
  TL_STORE_ERROR_CHANGED_ON_DISK,
  TL_STORE_ERROR_JOURNAL_BASE,
  TL_STORE_ERROR_JOURNAL_DAMAGED,
} TlStoreError;

/**
 * tl_store_error_get_name:
 *
 * Returns: a stable word for machines, such as `duplicate-id`
 */
const char *tl_store_error_get_name (TlStoreError code);

/**
 * TlProblem:
 * @code: what sort of problem
 * @line: line in the file, from 1; 0 where there is none
 * @column: column, from 1; 0 where it is not known
 * @record_id: (nullable): id of the record it is in, or of the next one above with an id
 * @message: a full, translated sentence, without file and place
 */
typedef struct
{
  TlStoreError  code;
  guint         line;
  guint         column;
  char         *record_id;
  char         *message;
} TlProblem;

#define TL_TYPE_PROBLEM (tl_problem_get_type ())
GType tl_problem_get_type (void);

TlProblem *tl_problem_new  (TlStoreError     code,
                            guint            line,
                            guint            column,
                            const char      *record_id,
                            char            *message /* transfer full */) G_GNUC_WARN_UNUSED_RESULT;
TlProblem *tl_problem_copy (const TlProblem *self) G_GNUC_WARN_UNUSED_RESULT;
void       tl_problem_free (TlProblem       *self);

/**
 * tl_problem_describe:
 * @self: a problem
 * @display_name: what to call the file
 *
 * Returns: (transfer full): file, line, column and reason in one line
 */
char      *tl_problem_describe  (const TlProblem *self,
                                 const char      *display_name) G_GNUC_WARN_UNUSED_RESULT;
GError    *tl_problem_to_error  (const TlProblem *self,
                                 const char      *display_name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProblem, tl_problem_free)

G_END_DECLS
