/* tl-cli-search.c: throughline-cli search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/tl-cli.h"
#include "library/tl-find.h"

#define DEFAULT_LIMIT 50

static TlCliStatus run (const char *const *arguments);

const TlCliCommand tl_cli_search = {
  .name = "search",
  .usage = "[--json] [--limit N] QUERY…",
  .summary = N_("Finds things in all projects of the library"),
  .run = run,
};

/* Where there is a file: NULL for what lies elsewhere. */
static char *
dup_path (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? g_filename_display_name (path) : NULL;
}

static void
write_matches (const char *name,
               GArray     *matches,
               TlJson     *json)
{
  tl_json_begin_array (json, name);
  for (guint i = 0; i < matches->len; i++)
    {
      const TlMatch *match = &g_array_index (matches, TlMatch, i);

      tl_json_begin_object (json, NULL);
      tl_json_integer (json, "start", match->start);
      tl_json_integer (json, "length", match->length);
      tl_json_end (json);
    }
  tl_json_end (json);
}

static void
write_hit (const TlLibraryHitFacts *hit,
           TlJson                  *json)
{
  g_autofree char *path = dup_path (hit->uri);

  tl_json_begin_object (json, NULL);
  tl_json_string (json, "uri", hit->uri);
  tl_json_string (json, "path", path);
  tl_json_string (json, "project", hit->project_name);
  tl_json_string (json, "edition", hit->edition);
  tl_json_string (json, "state", tl_library_state_get_token (hit->state));
  tl_json_string (json, "key", hit->key);
  tl_json_string (json, "what", tl_thing_what_get_token (hit->what));
  tl_json_string (json, "kind", hit->kind_id);
  tl_json_string (json, "name", hit->name);
  tl_json_string (json, "subtitle", hit->subtitle);
  tl_json_boolean (json, "gap", hit->gap);
  write_matches ("matches", hit->matches, json);
  if (hit->snippet != NULL)
    {
      tl_json_string (json, "snippet", hit->snippet);
      write_matches ("snippet-matches", hit->snippet_matches, json);
    }
  tl_json_end (json);
}

static void
print_as_json (GPtrArray *hits)
{
  g_autoptr (TlJson) json = tl_json_new ();

  tl_json_begin_array (json, NULL);
  for (guint i = 0; i < hits->len; i++)
    write_hit (tl_library_hit_get_facts (hits->pdata[i]), json);
  tl_json_end (json);
  tl_cli_print_json (json);
}

static void
print_hit (const TlLibraryHitFacts *hit)
{
  g_autofree char *path = dup_path (hit->uri);

  /* Translators: a name, and what it is: "Pay desk: Application in Online payments · Retail bank" */
  g_print (C_("search result", "%s: %s\n"), hit->name, hit->subtitle);
  g_print ("  %s %s\n", path != NULL ? path : hit->uri, hit->key);
  if (hit->snippet != NULL)
    g_print ("  %s\n", hit->snippet);
}

static TlIndex *
open_library (void)
{
  g_autofree char *database = tl_index_dup_default_path ();
  g_autoptr (GError) error = NULL;
  TlIndex *index;

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    {
      tl_cli_fail_with (_("There is no library yet: “throughline-cli index DIRECTORY” makes one."));
      return NULL;
    }
  index = tl_index_open (database, TL_INDEX_READ_ONLY, &error);
  if (index != NULL)
    return index;

  if (g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED))
    tl_cli_fail_with (_("%s “throughline-cli index” builds it anew."), error->message);
  else
    tl_cli_fail (error);
  return NULL;
}

static TlCliStatus
run (const char *const *arguments)
{
  gboolean as_json = FALSE;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("How many things at most, 50 if not given"), N_("N") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TlQuery) query = NULL;
  g_autoptr (TlIndex) index = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (&tl_cli_search, entries, arguments, 1, G_MAXUINT, &words))
    return TL_CLI_FAILED;
  if (limit < 1 || limit > TL_FIND_MAX_LIMIT)
    return tl_cli_fail_with (_("The limit has to be a number from 1 to %d."), TL_FIND_MAX_LIMIT);
  text = g_strjoinv (" ", words);
  query = tl_query_parse (text, -1);
  if (tl_query_is_empty (query))
    return tl_cli_fail_with (_("“%s” does not say what to look for."), text);

  index = open_library ();
  if (index == NULL)
    return TL_CLI_FAILED;
  hits = tl_find_run (index, query, limit, NULL, &error);
  if (hits == NULL)
    return tl_cli_fail (error);

  if (as_json)
    print_as_json (hits);
  else
    for (guint i = 0; i < hits->len; i++)
      print_hit (tl_library_hit_get_facts (hits->pdata[i]));
  return hits->len > 0 ? TL_CLI_FOUND : TL_CLI_DONE;
}
