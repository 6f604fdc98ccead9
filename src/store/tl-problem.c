/* tl-problem.c: what can be wrong with a project file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-problem.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (tl-store-error-quark, tl_store_error)
G_DEFINE_BOXED_TYPE (TlProblem, tl_problem, tl_problem_copy, tl_problem_free)

const char *
tl_store_error_get_name (TlStoreError code)
{
  static const char *const names[] = {
    [TL_STORE_ERROR_SYNTAX] = "syntax",
    [TL_STORE_ERROR_ENCODING] = "encoding",
    [TL_STORE_ERROR_NOT_A_PROJECT] = "not-a-project",
    [TL_STORE_ERROR_NEWER_VERSION] = "newer-version",
    [TL_STORE_ERROR_UNKNOWN_EDITION] = "unknown-edition",
    [TL_STORE_ERROR_INVALID_VALUE] = "invalid-value",
    [TL_STORE_ERROR_DUPLICATE_ID] = "duplicate-id",
    [TL_STORE_ERROR_UNKNOWN_REFERENCE] = "unknown-reference",
    [TL_STORE_ERROR_LIMIT] = "limit",
    [TL_STORE_ERROR_CHANGED_ON_DISK] = "changed-on-disk",
    [TL_STORE_ERROR_JOURNAL_BASE] = "journal-base",
    [TL_STORE_ERROR_JOURNAL_DAMAGED] = "journal-damaged",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == TL_STORE_ERROR_JOURNAL_DAMAGED + 1);

  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (names), NULL);

  return names[code];
}

TlProblem *
tl_problem_new (TlStoreError  code,
                guint         line,
                guint         column,
                const char   *record_id,
                char         *message)
{
  TlProblem *self = g_new0 (TlProblem, 1);

  self->code = code;
  self->line = line;
  self->column = column;
  self->record_id = g_strdup (record_id);
  self->message = message;
  return self;
}

TlProblem *
tl_problem_copy (const TlProblem *self)
{
  return tl_problem_new (self->code, self->line, self->column, self->record_id,
                         g_strdup (self->message));
}

void
tl_problem_free (TlProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->record_id);
  g_free (self->message);
  g_free (self);
}

char *
tl_problem_describe (const TlProblem *self,
                     const char      *display_name)
{
  if (self->line == 0)
    /* Translators: file name, reason */
    return g_strdup_printf (_("%s: %s"), display_name, self->message);
  if (self->column == 0)
    /* Translators: file name, line number, reason */
    return g_strdup_printf (_("%s, line %u: %s"), display_name, self->line, self->message);
  /* Translators: file name, line number, column number, reason */
  return g_strdup_printf (_("%s, line %u, column %u: %s"), display_name, self->line,
                          self->column, self->message);
}

GError *
tl_problem_to_error (const TlProblem *self,
                     const char      *display_name)
{
  g_autofree char *text = tl_problem_describe (self, display_name);

  return g_error_new_literal (TL_STORE_ERROR, self->code, text);
}
