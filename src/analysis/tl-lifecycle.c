/* tl-lifecycle.c: where a service stands on its way, and what is missing there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-lifecycle.h"

#include <glib/gi18n-lib.h>

#include "project/tl-service.h"

/* The kinds that a service has elements of. Tokens are few and mostly shared, so
 * that each is looked up once a service, not once an element. */
static GHashTable *
collect_kinds (TlRecord *service)
{
  TlProject *project = tl_record_get_project (service);
  GHashTable *kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) tokens = g_hash_table_new (NULL, NULL);

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    {
      guint n = tl_record_get_n_items (service, lane);

      for (guint i = 0; i < n; i++)
        {
          const char *token = tl_record_get (tl_record_get_child (service, lane, i), TL_ELEMENT_KIND);
          const TlElementKind *kind;

          if (!g_hash_table_add (tokens, (gpointer) token))
            continue;
          kind = tl_project_get_element_kind (project, token);
          if (kind != NULL)
            g_hash_table_add (kinds, (gpointer) kind);
        }
    }
  return kinds;
}

static const TlMetamodel *
get_metamodel (TlRecord *service)
{
  TlProject *project = tl_record_get_project (service);
  const TlEdition *edition = project != NULL ? tl_project_get_edition (project) : NULL;

  return edition != NULL ? tl_metamodel_get (edition) : NULL;
}

static const TlStage *
get_stage_said (TlRecord          *service,
                const TlMetamodel *metamodel)
{
  return (const TlStage *) tl_edition_lookup (tl_metamodel_get_edition (metamodel), TL_CONCEPT_STAGE,
                                              tl_record_get (service, TL_SERVICE_STAGE));
}

/* The furthest stage that expects something on the line that is there. */
static const TlStage *
derive_stage (const TlMetamodel *metamodel,
              GHashTable        *kinds)
{
  const TlStage *const *lifecycle = tl_metamodel_get_lifecycle (metamodel);
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  while (lifecycle[n] != NULL)
    n++;
  if (n == 0)
    return NULL;

  all = tl_metamodel_list_expectations (metamodel, lifecycle[n - 1]);
  for (guint i = all->len; i > 0; i--)
    {
      const TlExpectation *expectation = all->pdata[i - 1];

      if (expectation->kind->line != TL_LINE_NONE && g_hash_table_contains (kinds, expectation->kind))
        return expectation->stage;
    }
  return NULL;
}

/* Takes from @expectations what is there. */
static void
drop_existing (GPtrArray  *expectations,
               GHashTable *kinds)
{
  guint n = 0;

  for (guint i = 0; i < expectations->len; i++)
    {
      const TlExpectation *expectation = expectations->pdata[i];

      if (!g_hash_table_contains (kinds, expectation->kind))
        expectations->pdata[n++] = (gpointer) expectation;
    }
  g_ptr_array_set_size (expectations, n);
}

/* Fills all of @standing, and returns what is missing. */
static GPtrArray *
look_at (TlRecord      *service,
         const TlStage *until,
         TlStanding    *standing)
{
  const TlMetamodel *metamodel = get_metamodel (service);
  g_autoptr (GHashTable) kinds = NULL;
  GPtrArray *missing;

  *standing = (TlStanding) { .is_derived = TRUE };
  if (metamodel == NULL)
    return g_ptr_array_new ();

  kinds = collect_kinds (service);
  standing->stage = get_stage_said (service, metamodel);
  if (standing->stage != NULL)
    standing->is_derived = FALSE;
  else
    standing->stage = derive_stage (metamodel, kinds);

  if (until == NULL)
    until = standing->stage;
  if (until == NULL)
    return g_ptr_array_new ();

  missing = tl_metamodel_list_expectations (metamodel, until);
  standing->n_expected = missing->len;
  drop_existing (missing, kinds);
  standing->n_missing = missing->len;
  for (guint i = 0; i < missing->len; i++)
    if (((const TlExpectation *) missing->pdata[i])->kind->line != TL_LINE_NONE)
      standing->is_stuck = TRUE;
  return missing;
}

void
tl_lifecycle_get_standing (TlRecord   *service,
                           TlStanding *standing)
{
  g_return_if_fail (TL_IS_SERVICE (service));
  g_return_if_fail (standing != NULL);

  g_ptr_array_unref (look_at (service, NULL, standing));
}

GPtrArray *
tl_lifecycle_list_missing (TlRecord      *service,
                           const TlStage *stage)
{
  TlStanding standing;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);

  return look_at (service, stage, &standing);
}

static char *
create_names (GPtrArray *expectations)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < expectations->len; i++)
    {
      const TlExpectation *expectation = expectations->pdata[i];

      if (i > 0)
        g_string_append (names, _(", "));
      g_string_append (names, tl_element_kind_get_name (expectation->kind));
    }
  return g_string_free (names, FALSE);
}

static char *
create_place (TlRecord         *service,
              const TlStanding *standing)
{
  const char *since = tl_record_get (service, TL_SERVICE_SINCE);
  const char *stage = standing->stage->concept.name;
  const char *stream = standing->stage->stream->concept.name;

  if (standing->is_derived)
    /* Translators: where a service stands, seen from what its blueprint holds. %1$s is a stage,
     * such as Deploy, %2$s a value stream, such as Requirement to Deploy */
    return g_strdup_printf (_("Looks to be at %1$s in %2$s"), stage, stream);
  if (since != NULL)
    /* Translators: where a service stands. %1$s is a stage, such as Deploy, %2$s a value stream,
     * such as Requirement to Deploy, %3$s a date, such as 2026-09-14 */
    return g_strdup_printf (_("At %1$s in %2$s since %3$s"), stage, stream, since);
  /* Translators: where a service stands. %1$s is a stage, such as Deploy, %2$s a value stream,
   * such as Requirement to Deploy */
  return g_strdup_printf (_("At %1$s in %2$s"), stage, stream);
}

char *
tl_lifecycle_create_text (TlRecord *service)
{
  TlStanding standing;
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *place = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);

  missing = look_at (service, NULL, &standing);
  if (standing.stage == NULL)
    return g_strdup (_("Nothing is on the line yet."));

  place = create_place (service, &standing);
  if (missing->len == 0)
    /* Translators: %s says where a service stands: “At Deploy since 2026-09-14” */
    return g_strdup_printf (_("%s; all is there that is expected by then."), place);

  names = create_names (missing);
  /* Translators: %1$s says where a service stands: “At Deploy since 2026-09-14”; %2$s is a list
   * of kinds of elements */
  return g_strdup_printf (standing.is_stuck ? _("%1$s, and stuck: missing by then are %2$s.")
                                            : _("%1$s; missing by then are %2$s."),
                          place, names);
}
