/* tl-found.h: something that a search has found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "library/tl-query.h"
#include "reference/tl-edition.h"

G_BEGIN_DECLS

/* What is shown together; the order is that of groups that fit equally well. */
typedef enum
{
  TL_FOUND_PROJECT,  /* in the project of the window, and in both editions */
  TL_FOUND_LIBRARY,  /* in other projects */
  TL_FOUND_COMMANDS, /* what can be done, and settings */
  TL_FOUND_HELP,     /* pages of the help */
  TL_N_FOUND_GROUPS
} TlFoundGroup;

const char *tl_found_group_get_label (TlFoundGroup group); /* translated */

/**
 * TlFoundFacts:
 * @group: what it is shown with
 * @rank: how well it fits; more is better
 * @title: what it is called
 * @attributes: (nullable): marks in @title what was looked for
 * @subtitle: what it is and where
 * @keys: (nullable): keys that do the same, as a person reads them
 * @file: (nullable): where it is, if that is not the project of the window
 * @project: (nullable): the name of the project it is in
 * @edition: (nullable): of a concept or attribute
 * @key: (nullable): of the thing, as of tl_session_reveal(); %NULL for a project, or an action
 * @is_finding: something that is wrong with the thing
 * @action: (nullable): the full name of an action
 * @target: (nullable): what @action is called with
 *
 * All there is to say about it; nothing is taken over.
 */
typedef struct
{
  TlFoundGroup     group;
  guint            rank;
  const char      *title;
  PangoAttrList   *attributes;
  const char      *subtitle;
  const char      *keys;
  GFile           *file;
  const char      *project;
  const TlEdition *edition;
  const char      *key;
  gboolean         is_finding;
  const char      *action;
  GVariant        *target;
} TlFoundFacts;

/**
 * TlFound:
 *
 * Properties: `title`, `attributes`, `subtitle`, `keys`, all read-only;
 * `heading`, of the group it is the first of, and `has-heading`, set by the list
 * that it is in.
 */
#define TL_TYPE_FOUND (tl_found_get_type ())
G_DECLARE_FINAL_TYPE (TlFound, tl_found, TL, FOUND, GObject)

TlFound            *tl_found_new         (const TlFoundFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
const TlFoundFacts *tl_found_get_facts   (TlFound            *self);

/* Marks in a text what is looked for (transfer full, nullable). */
PangoAttrList      *tl_found_create_marks (const char       *text,
                                           const TlQuery    *query) G_GNUC_WARN_UNUSED_RESULT;

/* Whether both stand for one thing. */
gboolean            tl_found_is_same     (TlFound            *self,
                                          TlFound            *other);
void                tl_found_set_heading (TlFound            *self,
                                          const char         *heading); /* nullable */

G_END_DECLS
