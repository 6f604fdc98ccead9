/* tl-index-check.c: the database of the library: whether it is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
set_damaged (const char  *what,
             GError     **error)
{
  /* Translators: %s is what the database says, in English */
  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED, _("The database of the library is damaged: %s"), what);
  return FALSE;
}

/* A query that gives one text, "ok" if all is well. */
static gboolean
check_text (TlIndex     *self,
            const char  *sql,
            GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (tl_index_step (self, statement, &local_error))
    {
      const char *text = tl_statement_get_text (statement, 0);

      return strcmp (text, "ok") == 0 || set_damaged (text, error);
    }
  if (local_error == NULL)
    return set_damaged (sql, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The rank asks to compare with what the words were taken from. */
static gboolean
check_all (TlIndex   *self,
           gpointer   user_data,
           GError   **error)
{
  return check_text (self, "PRAGMA integrity_check (1)", error)
         && tl_index_execute (self, "INSERT INTO thing_text (thing_text, rank) VALUES ('integrity-check', 1)", error)
         && check_text (self,
                        "SELECT CASE WHEN EXISTS"
                        " (SELECT project FROM thing UNION SELECT project FROM component_fact"
                        "  UNION SELECT project FROM component_cost EXCEPT SELECT id FROM project)"
                        " THEN 'something is known of a project that is not' ELSE 'ok' END",
                        error);
}

gboolean
tl_index_check (TlIndex       *self,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tl_index_write_once (self, check_all, NULL, cancellable, error);
}
