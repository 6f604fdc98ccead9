/* tl-live-group.h: a group of rows that follows the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "project/tl-transaction.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlLiveGroup:
 *
 * A group of the inspector whose rows are made by a function when it comes into a
 * window, and made anew after the changes that concern it. A group without rows is hidden, unless it
 * offers something in its header.
 */
#define TL_TYPE_LIVE_GROUP (tl_live_group_get_type ())
G_DECLARE_FINAL_TYPE (TlLiveGroup, tl_live_group, TL, LIVE_GROUP, AdwPreferencesGroup)

/* Add rows by tl_live_group_add_row() and its like, about what the group is about. */
typedef void (*TlLiveGroupConceptFill) (TlLiveGroup     *self,
                                        const TlConcept *concept);
typedef void (*TlLiveGroupRecordFill)  (TlLiveGroup     *self,
                                        TlRecord        *record);

/* Whether the rows of a group may depend on a change. */
typedef gboolean (*TlLiveGroupConcern) (TlLiveGroup    *self,
                                        const TlChange *change);

/* Of tools, what they support and master, and their integrations. */
gboolean   tl_live_group_concerns_landscape (TlLiveGroup    *self,
                                             const TlChange *change);

/**
 * tl_live_group_new_for_concept:
 * @session: held as long as the group is
 * @title: (nullable): its title
 * @concept: what it is about
 * @fill: makes the rows
 * @concern: (nullable): which changes make them anew; %NULL for none, of what
 *   only the edition says
 */
GtkWidget *tl_live_group_new_for_concept (TlSession              *session,
                                          const char             *title,
                                          const TlConcept        *concept,
                                          TlLiveGroupConceptFill  fill,
                                          TlLiveGroupConcern      concern) G_GNUC_WARN_UNUSED_RESULT;

/* The same about a record. Without rows once it is not in its project. */
GtkWidget *tl_live_group_new_for_record  (TlSession              *session,
                                          const char             *title,
                                          TlRecord               *record,
                                          TlLiveGroupRecordFill   fill,
                                          TlLiveGroupConcern      concern) G_GNUC_WARN_UNUSED_RESULT;
TlSession *tl_live_group_get_session     (TlLiveGroup            *self);
const TlConcept *tl_live_group_get_concept (TlLiveGroup          *self); /* NULL if it is about none */
TlRecord  *tl_live_group_get_record      (TlLiveGroup            *self); /* likewise */

/* Makes the rows anew, for what no change of the project tells. */
void       tl_live_group_refill          (TlLiveGroup            *self);

void       tl_live_group_add_row  (TlLiveGroup     *self,
                                   GtkWidget       *row);

/* A row that only says something; returns it. */
GtkWidget *tl_live_group_add_text (TlLiveGroup     *self,
                                   const char      *title,
                                   const char      *subtitle);

/**
 * tl_live_group_add_link:
 * @title: what it is
 * @subtitle: (nullable): more about it
 * @value: (nullable): short text at the end
 * @key: what to show when the row is activated
 * @edition: (nullable): the edition of a concept; %NULL for the one shown
 *
 * Adds a row that leads to something; returns it.
 */
GtkWidget *tl_live_group_add_link (TlLiveGroup     *self,
                                   const char      *title,
                                   const char      *subtitle,
                                   const char      *value,
                                   const char      *key,
                                   const TlEdition *edition);

/* Puts a button at the end of the group's title, once for the group's life. */
GtkWidget *tl_live_group_add_button (TlLiveGroup   *self,
                                     const char    *icon_name,
                                     const char    *tooltip,
                                     GCallback      clicked); /* (TlLiveGroup *) */

/* Puts a button that opens @popover at the end of the group's title. */
GtkWidget *tl_live_group_add_chooser (TlLiveGroup  *self,
                                      const char   *icon_name,
                                      const char   *tooltip,
                                      GtkWidget    *popover);

/* Says something of the whole group beside its title, as a warning; NULL for nothing. */
void       tl_live_group_set_badge (TlLiveGroup    *self,
                                    const char     *text);

/* A short text to stand at the end of a row. */
GtkWidget *tl_row_value_new       (const char      *value) G_GNUC_WARN_UNUSED_RESULT;

/* Puts a flat button at the end of a row. */
GtkWidget *tl_row_add_button      (GtkWidget       *row,
                                   const char      *icon_name,
                                   const char      *tooltip);

G_END_DECLS
