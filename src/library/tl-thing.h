/* tl-thing.h: something in a project that the library can find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* The numbers stand in the database: new ones go to the end. */
typedef enum
{
  TL_THING_PROJECT,
  TL_THING_SERVICE,
  TL_THING_ELEMENT,
  TL_THING_TOOL,
  TL_THING_INTEGRATION,
  TL_THING_INITIATIVE,
  TL_THING_ASSESSMENT, /* all assessments of a component or activity are one thing */
  TL_THING_FINDING,
} TlThingWhat;

#define TL_N_THING_WHATS (TL_THING_FINDING + 1)

const char *tl_thing_what_get_label (TlThingWhat  self); /* "Service", translated */
const char *tl_thing_what_get_token (TlThingWhat  self); /* "service" */
gboolean    tl_thing_what_parse     (const char  *token,
                                     TlThingWhat *what);

/**
 * TlThing:
 * @what: what it is
 * @key: what a session selects to show it: `record:ID`, or the key of a concept.
 *   A finding has that of the record it is about
 * @service: (nullable): key of the service it belongs to, of elements and what
 *   is found about them
 * @kind_id: stable: element kind (also a project's own), severity of a finding,
 *   else the token of @what
 * @kind: what @kind_id is called, translated; people search for it
 * @name: what people call it; a finding's is its message
 * @owner: (nullable): who owns it
 * @vendor: (nullable): of tools
 * @state: (nullable): a token or, of elements, any text
 * @stage: (nullable): of services: id of a stage
 * @body: (nullable): everything else that can be searched for, a line a fact:
 *   notes, properties, descriptions, links, marks of gaps
 * @gap: an element whose line is broken
 *
 * Immutable; the texts live as long as the call they are given to.
 */
typedef struct
{
  TlThingWhat what;
  const char *key;
  const char *service;
  const char *kind_id;
  const char *kind;
  const char *name;
  const char *owner;
  const char *vendor;
  const char *state;
  const char *stage;
  const char *body;
  gboolean    gap;
} TlThing;

/* How much there is of everything in a project. */
typedef struct
{
  guint n_services;
  guint n_elements;
  guint n_tools;
  guint n_findings[3]; /* by TlSeverity */
  guint n_gaps;
} TlThingCounts;

/* Returns FALSE to stop. */
typedef gboolean (*TlThingFunc) (const TlThing *thing,
                                 gpointer       user_data);

/**
 * tl_thing_foreach:
 * @project: a project, in its thread
 * @func: told every thing, in an order that is always the same
 * @counts: (out caller-allocates): what there was, if all were told
 *
 * One pass over the project, which also looks for findings and gaps; makes one
 * thing at a time.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean tl_thing_foreach (TlProject     *project,
                           TlThingFunc    func,
                           gpointer       user_data,
                           TlThingCounts *counts);

G_END_DECLS
