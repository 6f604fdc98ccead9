/* tl-cli-element.c: elements on the command line, and how they are printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/tl-cli-element.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/tl-cli.h"
#include "project/tl-blueprint.h"
#include "project/tl-service.h"

#define MAX_OFFERS  3
#define MAX_MISTAKE 2  /* bytes that may be wrong in an id, and at most every third */
#define MAX_LENGTH  64 /* of an id */

/* Looking for what was meant */

typedef struct
{
  const TlRecordType *type;
  const char         *id;
  char               *folded;
  GPtrArray          *offers;
} Search;

/* How many bytes have to be put in, left out or replaced, from one id to the other. */
static guint
measure_mistake (const char *a,
                 const char *b)
{
  gsize n = strlen (b);
  guint row[MAX_LENGTH + 1];

  if (strlen (a) > MAX_LENGTH || n > MAX_LENGTH)
    return G_MAXUINT;

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint replaced = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (MIN (row[j], row[j - 1]) + 1, replaced);
        }
    }
  return row[n];
}

static gboolean
is_like (Search   *search,
         TlRecord *record)
{
  g_autofree char *folded = g_utf8_casefold (tl_record_get_name (record), -1);

  return (*search->folded != '\0' && strstr (folded, search->folded) != NULL)
         || measure_mistake (search->id, tl_record_get_id (record)) <= MIN (MAX_MISTAKE, strlen (search->id) / 3);
}

static gboolean
consider (TlRecord *record,
          gpointer  user_data)
{
  Search *search = user_data;

  if (tl_record_get_record_type (record) == search->type && is_like (search, record))
    g_ptr_array_add (search->offers, record);
  return search->offers->len < MAX_OFFERS;
}

static void
say_what_is_near (TlProject          *project,
                  const TlRecordType *type,
                  const char         *id)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new ();
  g_autofree char *folded = g_utf8_casefold (id, -1);
  g_autoptr (GString) list = g_string_new (NULL);
  Search search = { type, id, folded, offers };

  tl_record_foreach (TL_RECORD (project), consider, &search);
  if (offers->len == 0)
    {
      /* Translators: the first %s is a kind of thing, such as "Element" */
      tl_cli_fail_with (_("%s with the id “%s”: there is none in this project."),
                        tl_record_type_get_label (type), id);
      return;
    }

  for (guint i = 0; i < offers->len; i++)
    {
      g_autofree char *offer = tl_cli_describe (g_ptr_array_index (offers, i));

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", offer);
    }
  /* Translators: the first %s is a kind of thing, such as "Element"; the last, a
   * list of such things, each with its id in brackets */
  tl_cli_fail_with (_("%s with the id “%s”: there is none in this project; there is: %s."),
                    tl_record_type_get_label (type), id, list->str);
}

TlRecord *
tl_cli_find (TlProject          *project,
             const TlRecordType *type,
             const char         *id)
{
  TlRecord *record = tl_project_lookup (project, id);

  if (record != NULL && tl_record_get_record_type (record) == type)
    return record;

  if (record != NULL)
    /* Translators: an id, what it is, and what it should be: "s1" is of the kind Service and not Element */
    tl_cli_fail_with (_("“%s” is of the kind %s and not %s."), id,
                      tl_record_type_get_label (tl_record_get_record_type (record)),
                      tl_record_type_get_label (type));
  else
    say_what_is_near (project, type, id);
  return NULL;
}

/* Printing */

char *
tl_cli_describe (TlRecord *record)
{
  const char *kind = TL_IS_ELEMENT (record)
                     ? tl_element_get_kind_name (TL_ELEMENT (record))
                     : tl_record_type_get_label (tl_record_get_record_type (record));
  const char *name = tl_record_get_name (record);

  if (*name == '\0')
    /* Translators: kind and id of something without a name: "Component (l2)" */
    return g_strdup_printf (_("%s (%s)"), kind, tl_record_get_id (record));
  /* Translators: kind, name and id: "Component “Ledger” (l2)" */
  return g_strdup_printf (_("%s “%s” (%s)"), kind, name, tl_record_get_id (record));
}

void
tl_cli_write_identity (TlRecord *record,
                       TlJson   *json)
{
  TlRecord *service;

  tl_json_string (json, "id", tl_record_get_id (record));
  tl_json_string (json, "name", tl_record_get_name (record));
  if (!TL_IS_ELEMENT (record))
    return;

  service = tl_element_get_service (TL_ELEMENT (record));
  tl_json_string (json, "kind", tl_record_get (record, TL_ELEMENT_KIND));
  tl_json_string (json, "lane", tl_record_get_record_type (service)->lists[tl_record_get_list_number (record)].name);
  tl_json_string (json, "service", tl_record_get_id (service));
}
