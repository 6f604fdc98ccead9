/* tl-finding-blueprint.c: what does not fit the metamodel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-finding-private.h"

#include <glib/gi18n-lib.h>

#include "project/tl-blueprint.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

static const char *
get_edition_name (TlValidator *self)
{
  return tl_edition_get_name (tl_metamodel_get_edition (self->metamodel));
}

/* Services */

static void
check_stage (TlValidator *self,
             TlRecord    *service)
{
  const char *stage = tl_record_get (service, TL_SERVICE_STAGE);
  const TlEdition *edition = tl_metamodel_get_edition (self->metamodel);

  if (stage != NULL && tl_edition_lookup (edition, TL_CONCEPT_STAGE, stage) == NULL)
    tl_validator_report (self, service, "unknown-stage", TL_SEVERITY_WARNING,
                         /* Translators: %1$s is an edition, such as IT4IT 2.1 */
                         g_strdup_printf (_("%1$s has no stage “%2$s”; choose the one that the service is at."),
                                          get_edition_name (self), stage));
}

static void
check_use (TlValidator *self,
           TlRecord    *service,
           TlRecord    *use,
           GHashTable  *seen)
{
  TlRecord *element = tl_project_lookup (self->project, tl_record_get (use, TL_USE_OF));

  if (element == NULL)
    return;
  if (tl_record_get_parent (element) == service)
    tl_validator_report (self, use, "own-element-used", TL_SEVERITY_WARNING,
                         g_strdup_printf (_("“%s” is an element of this very service; remove the use of it."),
                                          tl_record_get_name (element)));
  else if (!g_hash_table_add (seen, element))
    tl_validator_report (self, use, "repeated", TL_SEVERITY_NOTE,
                         g_strdup_printf (_("“%s” is used twice; remove one of them."),
                                          tl_record_get_name (element)));
}

void
tl_validator_check_service (TlValidator *self,
                            TlRecord    *record)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (self->metamodel == NULL)
    return;

  check_stage (self, record);
  for (guint i = 0; i < tl_record_get_n_items (record, TL_SERVICE_USES); i++)
    check_use (self, record, tl_record_get_child (record, TL_SERVICE_USES, i), seen);
}

/* Elements */

static void
report_unknown_kind (TlValidator *self,
                     TlRecord    *record,
                     const char  *kind)
{
  tl_validator_report (self, record, "unknown-kind", TL_SEVERITY_WARNING,
                       /* Translators: %1$s is a kind of elements, %2$s an edition, such as IT4IT 2.1 */
                       g_strdup_printf (_("“%1$s” is no kind of elements in %2$s or this project; choose another one."),
                                        kind, get_edition_name (self)));
}

void
tl_validator_check_element (TlValidator *self,
                            TlRecord    *record)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (record));
  TlLane lane = tl_element_get_lane (TL_ELEMENT (record));

  if (self->metamodel == NULL)
    return;

  if (kind == NULL)
    report_unknown_kind (self, record, tl_record_get (record, TL_ELEMENT_KIND));
  else if (kind->lane != lane)
    tl_validator_report (self, record, "other-lane", TL_SEVERITY_NOTE,
                         /* Translators: %1$s is a kind of elements, such as Database, %2$s and %3$s
                          * are service models, such as Realized */
                         g_strdup_printf (_("A %1$s belongs in the service model “%2$s”, and this one is in “%3$s”; "
                                            "move it, or choose another kind."),
                                          tl_element_get_kind_name (TL_ELEMENT (record)),
                                          tl_lane_get_name (kind->lane), tl_lane_get_name (lane)));
}

void
tl_validator_check_own_kind (TlValidator *self,
                             TlRecord    *record)
{
  const char *like = tl_record_get (record, TL_OWN_KIND_LIKE);

  if (self->metamodel != NULL && tl_metamodel_lookup_kind (self->metamodel, like) == NULL)
    tl_validator_report (self, record, "unknown-kind", TL_SEVERITY_WARNING,
                         /* Translators: %1$s is an edition, such as IT4IT 2.1, %2$s a kind of elements */
                         g_strdup_printf (_("%1$s has no kind of elements “%2$s” that this one could be like; "
                                            "choose another one."),
                                          get_edition_name (self), like));
}

/* Relations */

/* What else may lead from the one to the other, for a sentence. */
static char *
create_choices (const TlElementKind *from,
                const TlElementKind *to)
{
  g_autoptr (GPtrArray) rules = tl_metamodel_list_rules (from, to);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const TlRelationRule *rule = rules->pdata[i];

      g_string_append_printf (names, C_("list", "%1$s“%2$s”"), i > 0 ? C_("list", ", ") : "",
                              tl_relation_kind_get_name (rule->relation));
    }
  return g_string_free (names, FALSE);
}

static void
report_not_allowed (TlValidator          *self,
                    TlRecord             *record,
                    const TlRelationKind *relation,
                    const TlElementKind  *from,
                    const TlElementKind  *to)
{
  char *message = tl_metamodel_explain (from, to);

  if (message == NULL)
    {
      g_autofree char *choices = create_choices (from, to);

      /* Translators: %1$s is a relation, such as “is realized by”; %2$s and %3$s are kinds of
       * elements, such as Capability and Component; %4$s is a list of relations */
      message = g_strdup_printf (_("“%1$s” does not lead from %2$s to %3$s; there can be: %4$s."),
                                 tl_relation_kind_get_name (relation), tl_element_kind_get_name (from),
                                 tl_element_kind_get_name (to), choices);
    }
  tl_validator_report (self, record, "relation-not-allowed", TL_SEVERITY_WARNING, message);
}

static const TlElementKind *
get_kind_of_end (TlValidator *self,
                 TlRecord    *relation,
                 guint        field)
{
  TlRecord *element = tl_project_lookup (self->project, tl_record_get (relation, field));

  return element != NULL ? tl_element_get_kind (TL_ELEMENT (element)) : NULL;
}

void
tl_validator_check_relation (TlValidator *self,
                             TlRecord    *record)
{
  const char *token = tl_record_get (record, TL_RELATION_KIND);
  const TlRelationKind *relation;
  const TlElementKind *from, *to;

  if (self->metamodel == NULL)
    return;

  relation = tl_metamodel_lookup_relation_kind (self->metamodel, token);
  if (relation == NULL)
    {
      tl_validator_report (self, record, "unknown-relation", TL_SEVERITY_WARNING,
                           g_strdup_printf (_("“%s” is no kind of relations; choose another one."), token));
      return;
    }
  if (g_strcmp0 (tl_record_get (record, TL_RELATION_FROM), tl_record_get (record, TL_RELATION_TO)) == 0)
    {
      tl_validator_report (self, record, "same-ends", TL_SEVERITY_WARNING,
                           g_strdup (_("The relation leads from an element to itself; "
                                       "choose another element for one end.")));
      return;
    }

  /* That a kind is not known is said of the element. */
  from = get_kind_of_end (self, record, TL_RELATION_FROM);
  to = get_kind_of_end (self, record, TL_RELATION_TO);
  if (from != NULL && to != NULL && tl_metamodel_find_rule (relation, from, to) == NULL)
    report_not_allowed (self, record, relation, from, to);
}
