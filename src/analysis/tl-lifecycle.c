/* tl-lifecycle.c: where a service stands on its way, and what is missing there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-lifecycle.h"

#include <glib/gi18n-lib.h>

#include "base/tl-date.h"
#include "project/tl-service.h"

#define RETIRED "retired"

/* What a project's services are looked at with. Every kind is expected once at
 * most, so that the number of its expectation stands for it. */
typedef struct
{
  TlProject         *project;
  const TlMetamodel *metamodel; /* NULL if the edition is not known */
  GPtrArray         *all;       /* TlExpectation, in order; no more than there are bits */
  GHashTable        *numbers;   /* token → number of the expectation of its kind, from 1; 0 for none */
  guint64            line;      /* a bit for those on the line */
} Census;

static void
census_init (Census    *self,
             TlProject *project)
{
  const TlEdition *edition = project != NULL ? tl_project_get_edition (project) : NULL;
  const TlStage *const *lifecycle;
  const TlStage *last = NULL;

  *self = (Census) { .project = project, .metamodel = edition != NULL ? tl_metamodel_get (edition) : NULL };
  self->numbers = g_hash_table_new (NULL, NULL);
  if (self->metamodel != NULL)
    for (lifecycle = tl_metamodel_get_lifecycle (self->metamodel); *lifecycle != NULL; lifecycle++)
      last = *lifecycle;

  self->all = last != NULL ? tl_metamodel_list_expectations (self->metamodel, last) : g_ptr_array_new ();
  if (self->all->len > 64)
    g_ptr_array_set_size (self->all, 64);
  for (guint i = 0; i < self->all->len; i++)
    if (((const TlExpectation *) self->all->pdata[i])->kind->line != TL_LINE_NONE)
      self->line |= G_GUINT64_CONSTANT (1) << i;
}

static void
census_clear (Census *self)
{
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Census, census_clear)

static guint
find_number (Census     *self,
             const char *token)
{
  const TlElementKind *kind = tl_project_get_element_kind (self->project, token);

  for (guint i = 0; kind != NULL && i < self->all->len; i++)
    if (((const TlExpectation *) self->all->pdata[i])->kind == kind)
      return i + 1;
  return 0;
}

/* A bit for each expectation that a service meets. Tokens are few and mostly
 * shared, so that hardly any is looked up twice. */
static guint64
collect (Census   *self,
         TlRecord *service)
{
  guint64 found = 0;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    {
      guint n = tl_record_get_n_items (service, lane);

      for (guint i = 0; i < n; i++)
        {
          const char *token = tl_record_get (tl_record_get_child (service, lane, i), TL_ELEMENT_KIND);
          gpointer number;

          if (!g_hash_table_lookup_extended (self->numbers, token, NULL, &number))
            {
              number = GUINT_TO_POINTER (find_number (self, token));
              g_hash_table_insert (self->numbers, (gpointer) token, number);
            }
          if (number != NULL)
            found |= G_GUINT64_CONSTANT (1) << (GPOINTER_TO_UINT (number) - 1);
        }
    }
  return found;
}

/* A bit for each expectation until a stage. */
static guint64
list_expected (Census        *self,
               const TlStage *until)
{
  const TlStage *const *stage = tl_metamodel_get_lifecycle (self->metamodel);
  guint64 expected = 0;
  guint next = 0;

  for (; *stage != NULL; stage++)
    {
      for (; next < self->all->len && ((const TlExpectation *) self->all->pdata[next])->stage == *stage; next++)
        expected |= G_GUINT64_CONSTANT (1) << next;
      if (*stage == until)
        return expected;
    }
  return 0;
}

/* The stage that was said, or the furthest one that expects something on the
 * line that is there. */
static const TlStage *
find_stage (Census   *self,
            TlRecord *service,
            guint64   found,
            gboolean *is_derived)
{
  const TlConcept *said = tl_edition_lookup (tl_metamodel_get_edition (self->metamodel), TL_CONCEPT_STAGE,
                                             tl_record_get (service, TL_SERVICE_STAGE));

  *is_derived = said == NULL;
  if (said != NULL)
    return (const TlStage *) said;

  for (guint i = self->all->len; i > 0; i--)
    if ((found & self->line & G_GUINT64_CONSTANT (1) << (i - 1)) != 0)
      return ((const TlExpectation *) self->all->pdata[i - 1])->stage;
  return NULL;
}

static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/* Fills all of @standing, and returns a bit for each expectation that is missing
 * by @until, or by where it stands. */
static guint64
look_at (Census        *self,
         TlRecord      *service,
         const TlStage *until,
         TlStanding    *standing)
{
  guint64 found, expected, missing;

  *standing = (TlStanding) { .is_derived = TRUE };
  if (self->metamodel == NULL)
    return 0;

  found = collect (self, service);
  standing->stage = find_stage (self, service, found, &standing->is_derived);
  if (until == NULL)
    until = standing->stage;
  expected = until != NULL ? list_expected (self, until) : 0;
  missing = expected & ~found;
  standing->n_expected = count_bits (expected);
  standing->n_missing = count_bits (missing);
  standing->is_stuck = (missing & self->line) != 0;
  return missing;
}

static GPtrArray *
list_missing (TlRecord      *service,
              const TlStage *until,
              TlStanding    *standing)
{
  g_auto (Census) census = { NULL };
  GPtrArray *list = g_ptr_array_new ();
  guint64 missing;

  census_init (&census, tl_record_get_project (service));
  missing = look_at (&census, service, until, standing);
  for (guint i = 0; i < census.all->len; i++)
    if ((missing & G_GUINT64_CONSTANT (1) << i) != 0)
      g_ptr_array_add (list, census.all->pdata[i]);
  return list;
}

void
tl_lifecycle_get_standing (TlRecord   *service,
                           TlStanding *standing)
{
  g_return_if_fail (TL_IS_SERVICE (service));
  g_return_if_fail (standing != NULL);

  g_ptr_array_unref (list_missing (service, NULL, standing));
}

GPtrArray *
tl_lifecycle_list_missing (TlRecord      *service,
                           const TlStage *stage)
{
  TlStanding standing;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);

  return list_missing (service, stage, &standing);
}

GHashTable *
tl_lifecycle_count (TlProject *project)
{
  GHashTable *counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  TlRecord *root = TL_RECORD (project);
  g_auto (Census) census = { NULL };

  g_return_val_if_fail (TL_IS_PROJECT (project), counts);

  census_init (&census, project);
  for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (root, TL_PROJECT_SERVICES, i);
      TlStageCount *count;
      TlStanding standing;

      if (g_strcmp0 (tl_record_get (service, TL_SERVICE_STATE), RETIRED) == 0)
        continue;
      look_at (&census, service, NULL, &standing);
      if (standing.stage == NULL)
        continue;

      count = g_hash_table_lookup (counts, standing.stage);
      if (count == NULL)
        {
          count = g_new0 (TlStageCount, 1);
          g_hash_table_insert (counts, (gpointer) standing.stage, count);
        }
      count->n_services++;
      count->n_stuck += standing.is_stuck;
    }
  return counts;
}

static char *
create_names (GPtrArray *expectations)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < expectations->len; i++)
    {
      const TlExpectation *expectation = expectations->pdata[i];

      if (i > 0)
        g_string_append (names, C_("list", ", "));
      g_string_append (names, tl_element_kind_get_name (expectation->kind));
    }
  return g_string_free (names, FALSE);
}

static char *
create_place (TlRecord         *service,
              const TlStanding *standing)
{
  g_autofree char *since = tl_date_format (tl_record_get (service, TL_SERVICE_SINCE));
  const char *stage = standing->stage->concept.name;
  const char *stream = standing->stage->stream->concept.name;

  if (standing->is_derived)
    /* Translators: where a service stands, seen from what its blueprint holds. %1$s is a stage,
     * such as Deploy, %2$s a value stream, such as Requirement to Deploy */
    return g_strdup_printf (_("Looks to be at %1$s in %2$s"), stage, stream);
  if (since != NULL)
    /* Translators: where a service stands. %1$s is a stage, such as Deploy, %2$s a value stream,
     * such as Requirement to Deploy, %3$s a date, such as 14 Sep 2026 */
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

  missing = list_missing (service, NULL, &standing);
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
