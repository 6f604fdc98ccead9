/* tl-template.c: what a new project starts with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-template.h"

#include <glib/gi18n-lib.h>

#include "store/tl-reader.h"

#define RESOURCES "/io/github/throughline_it/Throughline/"

static const TlTemplate templates[] = {
  {
    .name = "empty",
    .label = NC_ ("template", "Empty"),
    .description = NC_ ("template", "Nothing but the reference architecture."),
  },
  {
    .name = "starter",
    .edition = "2.1",
    .resource = RESOURCES "templates/starter-2.1.it4it",
    .label = NC_ ("template", "Typical Landscape"),
    .description = NC_ ("template", "The sorts of tools most IT organisations have, to be renamed to your own."),
  },
  {
    .name = "starter",
    .edition = "3.0",
    .resource = RESOURCES "templates/starter-3.0.it4it",
    .label = NC_ ("template", "Typical Landscape"),
    .description = NC_ ("template", "The sorts of tools most IT organisations have, to be renamed to your own."),
  },
  {
    .name = "northwind-bank",
    .edition = "2.1",
    .resource = RESOURCES "samples/northwind-bank.it4it",
    .is_sample = TRUE,
    .label = NC_ ("template", "Northwind Bank"),
    .description = NC_ ("template", "A retail bank on IT4IT 2.1, assessed, with its tools, services and plans."),
  },
  {
    .name = "harbour-energy",
    .edition = "3.0",
    .resource = RESOURCES "samples/harbour-energy.it4it",
    .is_sample = TRUE,
    .label = NC_ ("template", "Harbour Energy"),
    .description = NC_ ("template", "A utility on IT4IT 3.0, assessed, with its tools, digital products and plans."),
  },
};

const TlTemplate *
tl_template_list (guint *n_templates)
{
  *n_templates = G_N_ELEMENTS (templates);
  return templates;
}

const TlTemplate *
tl_template_find (const char      *name,
                  const TlEdition *edition)
{
  const char *version = tl_edition_get_version (edition);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].name, name) == 0 &&
        (templates[i].edition == NULL || g_strcmp0 (templates[i].edition, version) == 0))
      return &templates[i];
  return NULL;
}

const char *
tl_template_get_label (const TlTemplate *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "template", self->label);
}

const char *
tl_template_get_description (const TlTemplate *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "template", self->description);
}

static TlProject *
create_pattern (const TlTemplate  *self,
                const TlEdition   *edition,
                const char        *name,
                GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->resource == NULL)
    return tl_project_new (edition, name);

  bytes = g_resources_lookup_data (self->resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? tl_reader_read_bytes (bytes, self->name, TL_READ_STRICT, NULL, error) : NULL;
}

TlProject *
tl_template_create_project_in (const TlTemplate  *self,
                               const TlEdition   *edition,
                               const char        *name,
                               const char        *currency,
                               GError           **error)
{
  g_autoptr (TlProject) pattern = create_pattern (self, edition, name, error);
  g_autoptr (TlProject) project = NULL;

  if (pattern == NULL)
    return NULL;

  project = TL_PROJECT (tl_record_duplicate (TL_RECORD (pattern)));
  if (name != NULL && !tl_record_fill (TL_RECORD (project), TL_PROJECT_NAME, name, error))
    return NULL;
  if (currency != NULL && !tl_record_fill (TL_RECORD (project), TL_PROJECT_CURRENCY, currency, error))
    return NULL;
  tl_project_seal (project);
  return g_steal_pointer (&project);
}

TlProject *
tl_template_create_project (const TlTemplate  *self,
                            const TlEdition   *edition,
                            const char        *name,
                            GError           **error)
{
  return tl_template_create_project_in (self, edition, name, NULL, error);
}
