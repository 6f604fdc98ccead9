/* tl-service-template-pattern.c: a service as a pattern for others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-service-template-private.h"

#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

#include <string.h>

/* What belongs to the one service, and not to those made after it. */
static gboolean
is_left_out (const TlRecordType *type,
             guint               field)
{
  if (type == &tl_service_type)
    return field == TL_SERVICE_STATE || field == TL_SERVICE_STAGE || field == TL_SERVICE_SINCE;
  if (type == &tl_element_type)
    return field == TL_ELEMENT_STATE || field == TL_ELEMENT_EXPECTED || field == TL_ELEMENT_EXTERNAL_ID;
  return FALSE;
}

/* Whether a relation stays within the service. */
static gboolean
is_inside (TlRecord *relation,
           TlRecord *service)
{
  TlProject *project = tl_record_get_project (service);

  for (guint field = TL_RELATION_FROM; field <= TL_RELATION_TO; field++)
    {
      TlRecord *element = tl_project_lookup (project, tl_record_get (relation, field));

      if (element == NULL || tl_record_get_parent (element) != service)
        return FALSE;
    }
  return TRUE;
}

/* With the ids it has, and without what the program does not know, which may
 * mean something in its own file only. */
static TlRecord *
copy_record (TlRecord *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  TlRecord *copy = tl_record_new (type);
  gboolean is_service = type == &tl_service_type;

  for (guint i = 0; i < type->n_fields; i++)
    if (!is_left_out (type, i))
      tl_record_fill (copy, i, tl_record_get (record, i), NULL);

  for (guint i = 0; i < type->n_lists; i++)
    for (guint j = 0; j < tl_record_get_n_items (record, i); j++)
      {
        TlRecord *child = tl_record_get_child (record, i, j);

        if (is_service && (i == TL_SERVICE_USES || (i == TL_SERVICE_RELATIONS && !is_inside (child, record))))
          continue;
        tl_record_adopt (copy, i, copy_record (child), NULL);
      }
  return copy;
}

/* Those kinds of the project's own that elements of the service are of. */
static void
copy_kinds (TlProject *pattern,
            TlRecord  *service)
{
  TlProject *project = tl_record_get_project (service);

  for (guint lane = TL_SERVICE_CONCEPTUAL; lane <= TL_SERVICE_REALIZED; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      {
        const char *token = tl_record_get (tl_record_get_child (service, lane, i), TL_ELEMENT_KIND);
        TlRecord *kind = tl_project_lookup (project, token);

        if (kind != NULL && tl_record_get_record_type (kind) == &tl_own_kind_type
            && tl_project_lookup (pattern, token) == NULL)
          tl_record_adopt (TL_RECORD (pattern), TL_PROJECT_KINDS, copy_record (kind), NULL);
      }
}

static gboolean
is_word_edge (const char *text,
              const char *at)
{
  return at == text || *at == '\0' || !g_unichar_isalnum (g_utf8_get_char (at))
         || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Names the new service where @text names the old one, in whole words. */
static char *
replace_name (const char *text,
              const char *old_name,
              const char *new_name)
{
  gsize length = strlen (old_name);
  GString *result = g_string_new (NULL);
  const char *rest = text, *found = text;

  while (length > 0 && (found = strstr (found, old_name)) != NULL)
    {
      if (is_word_edge (text, found) && is_word_edge (text, found + length))
        {
          g_string_append_len (result, rest, found - rest);
          g_string_append (result, new_name);
          rest = found + length;
        }
      found += length;
    }
  g_string_append (result, rest);
  return g_string_free (result, FALSE);
}

gboolean
tl_service_template_rename (TlRecord   *service,
                            const char *name,
                            GError    **error)
{
  g_autofree char *old_name = g_strdup (tl_record_get_name (service));

  if (!tl_record_fill (service, TL_SERVICE_NAME, name, error))
    return FALSE;

  for (guint lane = TL_SERVICE_CONCEPTUAL; lane <= TL_SERVICE_REALIZED; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      {
        TlRecord *element = tl_record_get_child (service, lane, i);
        g_autofree char *new_name = replace_name (tl_record_get_name (element), old_name, name);

        /* A name that a service may have. */
        tl_record_fill (element, TL_ELEMENT_NAME, new_name, NULL);
      }
  return TRUE;
}

TlProject *
tl_service_template_create_pattern (TlRecord   *service,
                                    const char *label,
                                    const char *description,
                                    GError    **error)
{
  TlRecord *project = TL_RECORD (tl_record_get_project (service));
  g_autoptr (TlProject) pattern = tl_project_new_unsealed ();
  g_autoptr (TlRecord) copy = copy_record (service);
  g_autofree char *id = g_uuid_string_random ();
  TlRecord *root = TL_RECORD (pattern);

  if ((label != NULL && !tl_service_template_rename (copy, label, error))
      || (description != NULL && !tl_record_fill (copy, TL_SERVICE_DESCRIPTION, description, error)))
    return NULL;

  tl_record_fill (root, TL_PROJECT_ID, id, NULL);
  tl_record_fill (root, TL_PROJECT_EDITION, tl_record_get (project, TL_PROJECT_EDITION), NULL);
  tl_record_fill (root, TL_PROJECT_NAME, tl_record_get_name (copy), NULL);
  copy_kinds (pattern, service);
  if (!tl_record_adopt (root, TL_PROJECT_SERVICES, g_steal_pointer (&copy), error))
    return NULL;
  tl_project_seal (pattern);
  return g_steal_pointer (&pattern);
}
