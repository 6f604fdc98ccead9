/* tl-reconcile-words.c: what inventories call kinds of items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-reconcile-private.h"

#include "project/tl-own-kind.h"

/* What an item of an unknown type is. */
#define FALLBACK_KIND "device"

/* Beside the names of the kinds; folded. */
static const struct
{
  const char *word;
  const char *kind;
} synonyms[] = {
  { "app", "application" },
  { "software", "application" },
  { "anwendung", "application" },
  { "db", "database" },
  { "datenbank", "database" },
  { "host", "server" },
  { "vm", "server" },
  { "virtual machine", "server" },
  { "pod", "container" },
  { "netz", "network" },
  { "netzwerk", "network" },
  { "cloud", "cloud-service" },
  { "saas", "cloud-service" },
  { "appliance", "device" },
  { "gerät", "device" },
};

char *
tl_reconcile_fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

/* The first kind that has the word keeps it. */
static void
add_word (GHashTable *words,
          const char *word,
          const char *token)
{
  char *folded = tl_reconcile_fold (word);

  if (g_hash_table_contains (words, folded))
    g_free (folded);
  else
    g_hash_table_insert (words, folded, g_strdup (token));
}

GHashTable *
tl_reconcile_create_words (TlProject *project)
{
  const TlMetamodel *metamodel = tl_metamodel_get (tl_project_get_edition (project));
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  TlRecord *root = TL_RECORD (project);

  for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_KINDS); i++)
    {
      TlRecord *own = tl_record_get_child (root, TL_PROJECT_KINDS, i);
      const TlElementKind *kind = tl_project_get_element_kind (project, tl_record_get_id (own));

      if (kind == NULL || !kind->is_item)
        continue;
      add_word (words, tl_record_get_id (own), tl_record_get_id (own));
      add_word (words, tl_record_get_name (own), tl_record_get_id (own));
    }
  for (const TlElementKind *const *kind = tl_metamodel_get_kinds (metamodel); *kind != NULL; kind++)
    if ((*kind)->is_item)
      {
        add_word (words, (*kind)->id, (*kind)->id);
        add_word (words, tl_element_kind_get_name (*kind), (*kind)->id);
        add_word (words, tl_element_kind_get_plural (*kind), (*kind)->id);
      }
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    add_word (words, synonyms[i].word, synonyms[i].kind);
  return words;
}

const char *
tl_reconcile_find_token (GHashTable *words,
                         const char *type)
{
  g_autofree char *folded = tl_reconcile_fold (type);
  const char *token = *folded != '\0' ? g_hash_table_lookup (words, folded) : NULL;

  return token != NULL ? token : FALLBACK_KIND;
}
