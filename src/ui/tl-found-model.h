/* tl-found-model.h: what several sources find, as one list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found-source.h"

G_BEGIN_DECLS

/**
 * TlFoundModel:
 *
 * A GListModel of TlFound: group after group, that with the best first, and in a
 * group the best first, each thing once. The first of a group has its heading.
 * What a source found last stays until it answers again.
 *
 * Property `busy`: whether a source has yet to answer.
 */
#define TL_TYPE_FOUND_MODEL (tl_found_model_get_type ())
G_DECLARE_FINAL_TYPE (TlFoundModel, tl_found_model, TL, FOUND_MODEL, GObject)

TlFoundModel *tl_found_model_new        (void) G_GNUC_WARN_UNUSED_RESULT;

/* @limit: of what it finds, so many are listed. */
void          tl_found_model_add_source (TlFoundModel  *self,
                                         TlFoundSource *source,
                                         guint          limit);

/* Whether each project of the library is a group; at first all of them are one. */
void          tl_found_model_set_by_project (TlFoundModel *self,
                                         gboolean       by_project);

/**
 * tl_found_model_search:
 * @text: what to look for
 *
 * Ends what is under way, and asks all sources. An empty query empties the list.
 * As long as nothing is found, they are asked again when a source has changed; what
 * is found stays as it is, for it is being looked at.
 */
void          tl_found_model_search     (TlFoundModel  *self,
                                         const char    *text);
gboolean      tl_found_model_get_busy   (TlFoundModel  *self);

/* Whether the last query asked for something. */
gboolean      tl_found_model_get_asked  (TlFoundModel  *self);

/* Ends what is under way, and forgets what was found. */
void          tl_found_model_clear      (TlFoundModel  *self);

G_END_DECLS
