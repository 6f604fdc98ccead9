/* tl-service-columns.c: the columns of the table of services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-service-columns.h"

#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "reference/tl-metamodel.h"
#include "ui/tl-landscape-facts.h"

#include <glib/gi18n.h>

static char *
dup_owner (TlRecord *service)
{
  return g_strdup (tl_record_get (service, TL_SERVICE_OWNER));
}

/* Choices {{{1 */

static char *
dup_criticality (TlRecord *service)
{
  return g_strdup (tl_landscape_get_choice (service, TL_SERVICE_CRITICALITY));
}

static char *
dup_state (TlRecord *service)
{
  return g_strdup (tl_landscape_get_choice (service, TL_SERVICE_STATE));
}

/* In the order of the choices; what is not known comes first, what is none of them last. */
static double
get_choice_number (TlRecord *service,
                   guint     field)
{
  const TlChoice *choices = tl_service_type.fields[field].choices;
  const char *token = tl_record_get (service, field);
  int i = 0;

  if (token == NULL)
    return -1;
  while (choices[i].token != NULL && !g_str_equal (choices[i].token, token))
    i++;
  return i;
}

static double
get_criticality (TlRecord *service)
{
  return get_choice_number (service, TL_SERVICE_CRITICALITY);
}

static double
get_state (TlRecord *service)
{
  return get_choice_number (service, TL_SERVICE_STATE);
}

/* Stage {{{1 */

const TlStage *
tl_service_find_stage (TlRecord *service)
{
  const char *id = tl_record_get (service, TL_SERVICE_STAGE);
  TlProject *project = tl_record_get_project (service);
  const TlEdition *edition = project != NULL ? tl_project_get_edition (project) : NULL;

  return id != NULL && edition != NULL ? (const TlStage *) tl_edition_lookup (edition, TL_CONCEPT_STAGE, id) : NULL;
}

static char *
dup_stage (TlRecord *service)
{
  const TlStage *stage = tl_service_find_stage (service);

  return g_strdup (stage != NULL ? stage->concept.name : tl_record_get (service, TL_SERVICE_STAGE));
}

/* With the stream it is a stage of. */
static char *
dup_whole_stage (TlRecord *service)
{
  const TlStage *stage = tl_service_find_stage (service);

  if (stage == NULL || stage->stream == NULL)
    return dup_stage (service);
  return g_strdup_printf ("%s · %s", stage->concept.name, stage->stream->concept.name);
}

/* In the order in which services go through them. */
static double
get_stage (TlRecord *service)
{
  const TlStage *stage = tl_service_find_stage (service);
  const TlStage *const *stages;
  int i = 0;

  if (stage == NULL)
    return -1;
  stages = tl_metamodel_get_lifecycle (tl_metamodel_get (stage->concept.edition));
  while (stages[i] != NULL && stages[i] != stage)
    i++;
  return i;
}

const TlRecordColumn tl_service_columns[] = {
  [TL_SERVICE_COLUMN_NAME] = { NC_("column", "Name"), tl_edit_create_title,
                               .expand = TRUE, .min_chars = 14, .rename_field = TL_SERVICE_NAME },
  [TL_SERVICE_COLUMN_OWNER] = { NC_("column", "Owner"), dup_owner, .expand = TRUE, .min_chars = 8 },
  [TL_SERVICE_COLUMN_CRITICALITY] = { NC_("column", "Criticality"), dup_criticality, .get_number = get_criticality,
                                      .min_chars = 5 },
  [TL_SERVICE_COLUMN_STATE] = { NC_("column", "State"), dup_state, .get_number = get_state, .min_chars = 5 },
  [TL_SERVICE_COLUMN_STAGE] = { NC_("column", "Stage"), dup_stage, dup_whole_stage, get_stage, .min_chars = 8 },
  { NULL },
};
