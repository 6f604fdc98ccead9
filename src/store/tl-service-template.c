/* tl-service-template.c: what a new service starts with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-service-template-private.h"

#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "store/tl-reader.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/throughline_it/Throughline/templates/"

/* One of the program's own; the id of its service in the edition's file is its name. */
typedef struct
{
  const char *name;
  const char *label;       /* not translated */
  const char *description; /* likewise */
} BuiltIn;

struct _TlServiceTemplate
{
  GObject        parent_instance;

  const BuiltIn *built_in; /* NULL for the user's own */
  const char    *version;  /* of the edition, for the program's own */
  char          *name;
  TlProject     *pattern;  /* for the program's own once it is needed */
  GFile         *file;     /* of the user's own, as the bytes */
  GBytes        *bytes;
};

G_DEFINE_FINAL_TYPE (TlServiceTemplate, tl_service_template, G_TYPE_OBJECT)

static const BuiltIn built_ins[] = {
  {
      "empty",
      NC_ ("service template", "Empty"),
      NC_ ("service template", "Nothing but the idea of the service."),
  },
  {
      "web-application",
      NC_ ("service template", "Web Application"),
      NC_ ("service template", "Pages and an interface over a database, built in house and run on a platform."),
  },
  {
      "saas-subscription",
      NC_ ("service template", "SaaS Subscription"),
      NC_ ("service template", "Software that a supplier runs, with sign-in, data exchange and a contract."),
  },
  {
      "data-product",
      NC_ ("service template", "Data Product"),
      NC_ ("service template", "Figures made from the data of other services, with an owner and a promise of quality."),
  },
  {
      "infrastructure-platform",
      NC_ ("service template", "Infrastructure Platform"),
      NC_ ("service template", "What other services run on: compute, storage and network, ordered by themselves."),
  },
  {
      "managed-workplace",
      NC_ ("service template", "Managed Workplace"),
      NC_ ("service template", "Devices, accounts and help for the people of the organisation."),
  },
};

static void
tl_service_template_finalize (GObject *object)
{
  TlServiceTemplate *self = TL_SERVICE_TEMPLATE (object);

  g_free (self->name);
  g_clear_object (&self->pattern);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (tl_service_template_parent_class)->finalize (object);
}

static void
tl_service_template_class_init (TlServiceTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_service_template_finalize;
}

static void
tl_service_template_init (TlServiceTemplate *self)
{
}

TlServiceTemplate *
tl_service_template_new_own (GFile     *file,
                             GBytes    *bytes,
                             TlProject *pattern)
{
  TlServiceTemplate *self = g_object_new (TL_TYPE_SERVICE_TEMPLATE, NULL);

  self->name = g_file_get_basename (file);
  self->file = g_object_ref (file);
  self->bytes = g_bytes_ref (bytes);
  self->pattern = g_object_ref (pattern);
  return self;
}

GPtrArray *
tl_service_template_list (const TlEdition *edition)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; edition != NULL && i < G_N_ELEMENTS (built_ins); i++)
    {
      TlServiceTemplate *self = g_object_new (TL_TYPE_SERVICE_TEMPLATE, NULL);

      self->built_in = &built_ins[i];
      self->version = tl_edition_get_version (edition);
      self->name = g_strdup (built_ins[i].name);
      g_ptr_array_add (templates, self);
    }
  return templates;
}

GFile *
tl_service_template_get_file (TlServiceTemplate *self)
{
  return self->file;
}

GBytes *
tl_service_template_get_bytes (TlServiceTemplate *self)
{
  return self->bytes;
}

const char *
tl_service_template_get_name (TlServiceTemplate *self)
{
  g_return_val_if_fail (TL_IS_SERVICE_TEMPLATE (self), NULL);

  return self->name;
}

gboolean
tl_service_template_is_for (TlServiceTemplate *self,
                            const TlEdition   *edition)
{
  return edition != NULL && tl_project_get_edition (self->pattern) == edition;
}

TlRecord *
tl_service_template_get_own_service (TlServiceTemplate *self)
{
  return tl_record_get_child (TL_RECORD (self->pattern), TL_PROJECT_SERVICES, 0);
}

const char *
tl_service_template_get_label (TlServiceTemplate *self)
{
  g_return_val_if_fail (TL_IS_SERVICE_TEMPLATE (self), NULL);

  if (self->built_in != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, "service template", self->built_in->label);
  return tl_record_get_name (tl_service_template_get_own_service (self));
}

const char *
tl_service_template_get_description (TlServiceTemplate *self)
{
  const char *description;

  g_return_val_if_fail (TL_IS_SERVICE_TEMPLATE (self), NULL);

  if (self->built_in != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, "service template", self->built_in->description);
  description = tl_record_get (tl_service_template_get_own_service (self), TL_SERVICE_DESCRIPTION);
  return description != NULL ? description : "";
}

gboolean
tl_service_template_is_own (TlServiceTemplate *self)
{
  g_return_val_if_fail (TL_IS_SERVICE_TEMPLATE (self), FALSE);

  return self->built_in == NULL;
}

/* A new service */

static TlRecord *
find_pattern (TlServiceTemplate *self,
              GError           **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->built_in == NULL)
    return tl_service_template_get_own_service (self);

  if (self->pattern == NULL)
    {
      path = g_strdup_printf (RESOURCES "services-%s.it4it", self->version);
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL)
        return NULL;
      self->pattern = tl_reader_read_bytes (bytes, path, TL_READ_STRICT, NULL, error);
    }
  return self->pattern != NULL ? tl_project_lookup (self->pattern, self->name) : NULL;
}

/* Runs over the elements of a service. */
static void
foreach_element (TlRecord *service,
                 void    (*func) (TlRecord *element, gpointer data),
                 gpointer  data)
{
  for (guint lane = TL_SERVICE_CONCEPTUAL; lane <= TL_SERVICE_REALIZED; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      func (tl_record_get_child (service, lane, i), data);
}

typedef struct
{
  TlProject     *pattern;
  TlTransaction *transaction;
  TlProject     *project;
  GHashTable    *kinds;       /* tokens of the pattern's own kinds to those of the project */
  const char    *name;        /* of the service */
  gboolean       is_translated;
  GError        *error;
} Making;

/* One that means the same, so that the second service of a template does not
 * bring its kinds again. */
static TlRecord *
find_kind (TlProject *project,
           TlRecord  *kind)
{
  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_KINDS); i++)
    {
      TlRecord *other = tl_record_get_child (TL_RECORD (project), TL_PROJECT_KINDS, i);

      if (g_strcmp0 (tl_record_get_name (other), tl_record_get_name (kind)) == 0
          && g_strcmp0 (tl_record_get (other, TL_OWN_KIND_LIKE), tl_record_get (kind, TL_OWN_KIND_LIKE)) == 0)
        return other;
    }
  return NULL;
}

static void
bring_kind (TlRecord *element,
            gpointer  data)
{
  Making *making = data;
  const char *token = tl_record_get (element, TL_ELEMENT_KIND);
  TlRecord *kind = tl_project_lookup (making->pattern, token);
  TlRecord *other;

  if (kind == NULL || tl_record_get_record_type (kind) != &tl_own_kind_type
      || g_hash_table_contains (making->kinds, token) || making->error != NULL)
    return;

  other = find_kind (making->project, kind);
  if (other == NULL)
    {
      other = tl_record_duplicate (kind);
      if (!tl_transaction_insert (making->transaction, TL_RECORD (making->project), TL_PROJECT_KINDS, G_MAXUINT,
                                  other, &making->error))
        return;
    }
  g_hash_table_insert (making->kinds, g_strdup (token), g_strdup (tl_record_get_id (other)));
}

static void
adapt_kind (TlRecord *element,
            gpointer  data)
{
  Making *making = data;
  const char *kind = g_hash_table_lookup (making->kinds, tl_record_get (element, TL_ELEMENT_KIND));

  if (kind != NULL)
    tl_record_fill (element, TL_ELEMENT_KIND, kind, NULL);
}

static void
translate (TlRecord *record,
           guint     field)
{
  const char *text = tl_record_get (record, field);
  g_autofree char *translated = text != NULL ? g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "service template", text)) : NULL;

  tl_record_fill (record, field, translated, NULL);
}

static void
translate_element (TlRecord *element,
                   gpointer  data)
{
  translate (element, TL_ELEMENT_NAME);
}

static TlRecord *
make_service (Making   *making,
              TlRecord *pattern)
{
  TlRecord *service = tl_record_duplicate (pattern);

  if (making->is_translated)
    {
      translate (service, TL_SERVICE_NAME);
      translate (service, TL_SERVICE_DESCRIPTION);
      foreach_element (service, translate_element, NULL);
    }
  if (!tl_service_template_rename (service, making->name, &making->error))
    {
      g_object_unref (service);
      return NULL;
    }
  foreach_element (service, adapt_kind, making);
  if (!tl_transaction_insert (making->transaction, TL_RECORD (making->project), TL_PROJECT_SERVICES, G_MAXUINT,
                              service, &making->error))
    return NULL;
  return service;
}

TlRecord *
tl_service_template_add_service (TlServiceTemplate *self,
                                 TlProject         *project,
                                 const char        *name,
                                 GError           **error)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TlTransaction) transaction = NULL;
  g_autofree char *label = NULL;
  Making making = { .project = project, .kinds = kinds };
  TlRecord *pattern, *service = NULL;

  g_return_val_if_fail (TL_IS_SERVICE_TEMPLATE (self), NULL);
  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  pattern = find_pattern (self, error);
  if (pattern == NULL)
    return NULL;
  making.pattern = self->pattern;
  making.is_translated = self->built_in != NULL;
  making.name = tl_record_get_name (pattern);
  if (name != NULL)
    making.name = name;
  else if (making.is_translated)
    making.name = g_dpgettext2 (GETTEXT_PACKAGE, "service template", making.name);

  /* Translators: an edit that can be undone, in title case. %s is the name of the service */
  label = g_strdup_printf (_("Add Service %s"), making.name);
  making.transaction = transaction = tl_project_begin (project, label);
  foreach_element (pattern, bring_kind, &making);
  if (making.error == NULL)
    service = make_service (&making, pattern);
  if (service == NULL)
    {
      g_propagate_error (error, making.error);
      return NULL;
    }
  return tl_transaction_commit (g_steal_pointer (&transaction)) ? service : NULL;
}
