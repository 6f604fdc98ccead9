/* tl-index-schema.c: the tables of the database, and how older ones become these
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-index-private.h"

#include <glib/gi18n-lib.h>

/* folder: what the user added, with all below it.
 *
 * project: one row a file. `seen` is when the file system was asked for size,
 * modified, device and inode (microseconds since 1970); `digest` is that of the
 * bytes whose things are kept, or which are no project; `made` says by which
 * version and in which language. Numbers of findings and gaps are as of then.
 *
 * thing: what can be found, a row each, see tl-thing.h, which also says what
 * `what` is. `slot` tells one from the others of its project, `hash` everything
 * in the row from what it was before; both are digests. The index has all that is
 * needed to compare a project with what is known of it, so that rows which stay
 * are not even read. Ids of a project are a range of their own, so that a project
 * is searched by comparing ids. `name_key` is the folded name, by which names are
 * found that begin with what is typed; NULL where the name is but a message.
 *
 * thing_text: the words of things; who writes a row there writes it here, too. The
 * prefixes are those of what is typed first.
 *
 * kind: what things are called, those of all there ever were; few.
 *
 * component_fact, component_cost: what a project says of each component or
 * activity of its edition: tools in use, how many of them have a cost, maturity
 * today and goal (NULL: not known), and annual cost by currency ('' where none
 * is given). */
static const char version_1[] =
  "CREATE TABLE folder ("
  "  id INTEGER PRIMARY KEY,"
  "  uri TEXT NOT NULL UNIQUE"
  ") STRICT;"

  "CREATE TABLE project ("
  "  id INTEGER PRIMARY KEY,"
  "  uri TEXT NOT NULL UNIQUE,"
  "  state INTEGER NOT NULL,"
  "  problem TEXT,"
  "  pinned INTEGER NOT NULL DEFAULT 0,"
  "  opened INTEGER NOT NULL DEFAULT 0,"
  "  seen INTEGER NOT NULL DEFAULT 0,"
  "  size INTEGER NOT NULL DEFAULT 0,"
  "  modified INTEGER NOT NULL DEFAULT 0,"
  "  device INTEGER NOT NULL DEFAULT 0,"
  "  inode INTEGER NOT NULL DEFAULT 0,"
  "  digest TEXT,"
  "  made TEXT,"
  "  project_id TEXT,"
  "  edition TEXT,"
  "  name TEXT NOT NULL DEFAULT '',"
  "  owner TEXT,"
  "  description TEXT,"
  "  n_services INTEGER NOT NULL DEFAULT 0,"
  "  n_elements INTEGER NOT NULL DEFAULT 0,"
  "  n_tools INTEGER NOT NULL DEFAULT 0,"
  "  n_errors INTEGER NOT NULL DEFAULT 0,"
  "  n_warnings INTEGER NOT NULL DEFAULT 0,"
  "  n_notes INTEGER NOT NULL DEFAULT 0,"
  "  n_gaps INTEGER NOT NULL DEFAULT 0"
  ") STRICT;"
  "CREATE INDEX project_digest ON project (digest);"

  "CREATE TABLE thing ("
  "  id INTEGER PRIMARY KEY,"
  "  project INTEGER NOT NULL,"
  "  slot INTEGER NOT NULL,"
  "  hash INTEGER NOT NULL,"
  "  what INTEGER NOT NULL,"
  "  gap INTEGER NOT NULL,"
  "  key TEXT NOT NULL,"
  "  service TEXT,"
  "  kind_id TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  name_key TEXT,"
  "  owner TEXT,"
  "  vendor TEXT,"
  "  state TEXT,"
  "  stage TEXT,"
  "  body TEXT"
  ") STRICT;"
  "CREATE INDEX thing_slot ON thing (project, slot, hash);"
  "CREATE INDEX thing_name ON thing (name_key) WHERE name_key IS NOT NULL;"
  "CREATE INDEX thing_owner ON thing (owner) WHERE owner IS NOT NULL;"
  "CREATE INDEX thing_vendor ON thing (vendor) WHERE vendor IS NOT NULL;"
  "CREATE INDEX thing_gap ON thing (gap) WHERE gap = 1;"
  "CREATE INDEX thing_service ON thing (name_key, project) WHERE what = 1;" /* TL_THING_SERVICE */
  "CREATE INDEX thing_tool ON thing (name_key, project) WHERE what = 3;"    /* TL_THING_TOOL */

  "CREATE TABLE kind ("
  "  what INTEGER NOT NULL,"
  "  kind_id TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  PRIMARY KEY (what, kind_id, kind)"
  ") STRICT, WITHOUT ROWID;"

  "CREATE VIRTUAL TABLE thing_text USING fts5 ("
  "  name, kind, owner, vendor, state, body,"
  "  content='thing', content_rowid='id', prefix='2 3',"
  "  tokenize='unicode61 remove_diacritics 2'"
  ");"

  "CREATE TABLE component_fact ("
  "  project INTEGER NOT NULL,"
  "  component TEXT NOT NULL,"
  "  n_tools INTEGER NOT NULL,"
  "  n_priced INTEGER NOT NULL,"
  "  current INTEGER,"
  "  goal INTEGER,"
  "  PRIMARY KEY (project, component)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE component_cost ("
  "  project INTEGER NOT NULL,"
  "  component TEXT NOT NULL,"
  "  currency TEXT NOT NULL,"
  "  amount REAL NOT NULL,"
  "  PRIMARY KEY (project, component, currency)"
  ") STRICT, WITHOUT ROWID;";

/* Names of tools and services are listed out of the index alone, which for that has
 * to have all that is asked for, `what` as well. */
static const char version_2[] =
  "DROP INDEX thing_service;"
  "DROP INDEX thing_tool;"
  "CREATE INDEX thing_service ON thing (name_key, project, name, what) WHERE what = 1;"
  "CREATE INDEX thing_tool ON thing (name_key, project, name, what) WHERE what = 3;";

/* A project is known by its id again where its file was moved and changed. */
static const char version_3[] =
  "CREATE INDEX project_identity ON project (project_id);";

/* The step at N makes version N + 1 from version N; 0 is an empty file. A step
 * that was released is never changed: a change of the tables is a new step at the
 * end, and a dump of the version before it in tests/data/library. A step need not
 * fill what it adds: it may empty `digest`, so that all files are read again. */
static const char *const steps[] = {
  version_1,
  version_2,
  version_3,
};

#define VERSION ((int) G_N_ELEMENTS (steps))

/* A version that is so much newer is none. */
#define MAX_NEWER 1000

static gboolean
run_script (TlIndex     *self,
            const char  *script,
            GError     **error)
{
  int code = sqlite3_exec (self->db, script, NULL, NULL, NULL);

  return code == SQLITE_OK || tl_index_fail (self, code, error);
}

static gboolean
get_number (TlIndex     *self,
            const char  *sql,
            int         *number,
            GError     **error)
{
  g_autoptr (TlStatement) statement = tl_index_prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  *number = tl_index_step (self, statement, &local_error) ? sqlite3_column_int (statement, 0) : 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* @newest: that this version of the program can make */
static gboolean
get_version (TlIndex  *self,
             int       newest,
             int      *version,
             GError  **error)
{
  int application_id, n_tables;

  if (!get_number (self, "PRAGMA user_version", version, error)
      || !get_number (self, "PRAGMA application_id", &application_id, error)
      || !get_number (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (*version > newest && *version < newest + MAX_NEWER && application_id == TL_INDEX_APPLICATION_ID)
    {
      g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_NEWER_VERSION,
                           _("The database of the library was made by a newer version of the program."));
      return FALSE;
    }
  /* An empty file, or one that is ours. */
  if ((*version == 0 && n_tables == 0)
      || (*version > 0 && *version <= newest && application_id == TL_INDEX_APPLICATION_ID))
    return TRUE;
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED,
                       _("The file that should be the database of the library is something else."));
  return FALSE;
}

static gboolean
run_steps (TlIndex            *self,
           const char *const  *all_steps,
           guint               n_steps,
           GError            **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                                            TL_INDEX_APPLICATION_ID, n_steps);
  int version;

  /* Anew: another process may have been here first. */
  if (!get_version (self, n_steps, &version, error))
    return FALSE;
  for (guint i = version; i < n_steps; i++)
    if (!run_script (self, all_steps[i], error))
      return FALSE;
  if (version == 0)
    {
      self->was_rebuilt = TRUE;
      if (!tl_index_take_choices (self, error))
        return FALSE;
    }
  return version == (int) n_steps || run_script (self, marks, error);
}

gboolean
tl_index_run_steps (TlIndex            *self,
                    const char *const  *all_steps,
                    guint               n_steps,
                    GError            **error)
{
  int version;

  if (!get_version (self, n_steps, &version, error))
    return FALSE;
  if (version == (int) n_steps)
    return TRUE;

  if (!run_script (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_steps (self, all_steps, n_steps, error) && run_script (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* That there is all that will be asked for shows when it is prepared. */
static gboolean
find_tables (TlIndex  *self,
             GError  **error)
{
  static const char *const statements[] = {
    "SELECT id, uri FROM folder",
    "SELECT id, uri, state, problem, pinned, opened, seen, size, modified, device, inode, digest, made, project_id,"
    " edition, name, owner, description, n_services, n_elements, n_tools, n_errors, n_warnings, n_notes, n_gaps"
    " FROM project",
    "SELECT id, project, slot, hash, what, gap, key, service, kind_id, kind, name, name_key, owner, vendor, state,"
    " stage, body FROM thing",
    "SELECT rowid, name, kind, owner, vendor, state, body FROM thing_text",
    "SELECT what, kind_id, kind FROM kind",
    "SELECT project, component, n_tools, n_priced, current, goal FROM component_fact",
    "SELECT project, component, currency, amount FROM component_cost",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (TlStatement) statement = tl_index_prepare (self, statements[i], error);

      if (statement == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
tl_index_migrate (TlIndex  *self,
                  GError  **error)
{
  return tl_index_run_steps (self, steps, VERSION, error) && find_tables (self, error);
}

gboolean
tl_index_check_schema (TlIndex  *self,
                       GError  **error)
{
  int version;

  if (!get_version (self, VERSION, &version, error))
    return FALSE;
  if (version == VERSION)
    return find_tables (self, error);
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED,
                       _("The database of the library has not been made ready yet."));
  return FALSE;
}
