/* tl-template.h: what a new project starts with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/**
 * TlTemplate:
 * @name: stable name: `empty`, `starter`, `northwind-bank` …
 * @edition: version of the edition it is for, or %NULL for every edition
 * @resource: where it lies in the program's resources, or %NULL for nothing
 * @is_sample: whether it is the complete project of an invented organisation
 * @label: marked for translation with NC_("template", …)
 * @description: likewise; one sentence
 *
 * A project inside the program that new ones are made from.
 */
typedef struct
{
  const char *name;
  const char *edition;
  const char *resource;
  gboolean    is_sample;
  const char *label;
  const char *description;
} TlTemplate;

/**
 * tl_template_list:
 * @n_templates: (out): their number
 *
 * Returns: (array length=n_templates) (transfer none): all templates, plainest
 *   first, samples last
 */
const TlTemplate *tl_template_list            (guint            *n_templates);

/**
 * tl_template_find:
 * @name: name of a template
 * @edition: the edition wanted
 *
 * Returns: (nullable): the template, or %NULL if @edition has none of that name
 */
const TlTemplate *tl_template_find            (const char       *name,
                                               const TlEdition  *edition);

const char       *tl_template_get_label       (const TlTemplate *self); /* translated */
const char       *tl_template_get_description (const TlTemplate *self); /* translated */

/**
 * tl_template_create_project:
 * @self: a template
 * @edition: (nullable): the edition; %NULL for the template's own
 * @name: (nullable): name of the project; %NULL for the template's own
 * @error: return location
 *
 * Makes a new project, with ids of its own. Takes some milliseconds.
 *
 * Returns: (transfer full): a sealed project
 */
TlProject        *tl_template_create_project  (const TlTemplate *self,
                                               const TlEdition  *edition,
                                               const char       *name,
                                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with a currency (nullable: the template's own) for the costs to come. */
TlProject        *tl_template_create_project_in (const TlTemplate *self,
                                                 const TlEdition  *edition,
                                                 const char       *name,
                                                 const char       *currency,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
