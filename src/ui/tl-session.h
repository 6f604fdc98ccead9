/* tl-session.h: what one window looks at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-overlay.h"
#include "diagram/tl-view.h"
#include "project/tl-project.h"
#include "ui/tl-details.h"
#include "ui/tl-trail.h"

G_BEGIN_DECLS

/* The state between the project (facts, saved) and the widgets (which only draw
 * and send actions): shared by all views of one window. Main thread.
 *
 * Properties, all notified only when they change:
 *   project    TlProject: the project shown; set by the window when its document
 *              gets one. Setting it goes back to the value chain of its edition.
 *   edition    gpointer, const TlEdition *: the edition shown; changed by going to a view
 *   page       string: one of TL_PAGE_…
 *   view       string: the view shown in the diagram page, as of tl_view_to_string()
 *   service    string: id of the service shown in the blueprint page, or NULL
 *   overlay    int, TlOverlayKind
 *   selection  string: key of what is selected, or NULL: a concept's key
 *              ("component:incident", in the edition shown) or a record's
 *              ("record:t1"); "attribute:DATA-OBJECT/NAME" for an attribute
 *   selected-keys  GStrv: all that is selected, if it is several; the selection first
 *   details    TlDetails: how the pages are set up; notified when all of them have come
 *              back from another time
 *   can-go-back, can-go-forward  gboolean
 *
 * Signal:
 *   reveal (string key): show it where it is, framed: sent after page, view and
 *   selection have been changed so that it can be seen */
#define TL_TYPE_SESSION (tl_session_get_type ())
G_DECLARE_FINAL_TYPE (TlSession, tl_session, TL, SESSION, GObject)

#define TL_PAGE_DIAGRAM      "diagram"
#define TL_PAGE_SERVICES     "services"
#define TL_PAGE_BLUEPRINT    "blueprint"
#define TL_PAGE_LANDSCAPE    "landscape"
#define TL_PAGE_TRACEABILITY "traceability"

TlSession       *tl_session_new             (void) G_GNUC_WARN_UNUSED_RESULT;

TlProject       *tl_session_get_project     (TlSession     *self); /* transfer none, may be NULL */
void             tl_session_set_project     (TlSession     *self,
                                             TlProject     *project);
const TlEdition *tl_session_get_edition     (TlSession     *self);
/* Whether the project's own facts belong to the edition shown. */
gboolean         tl_session_shows_project_edition (TlSession *self);

const char      *tl_session_get_page        (TlSession     *self);

/**
 * tl_session_set_page:
 * @page: where to; a page that there is not is no page to go to
 *
 * Shows a page, and remembers where it came from. The blueprint page shows the
 * service that it showed last, else the one that is selected, else the first.
 */
void             tl_session_set_page        (TlSession     *self,
                                             const char    *page);

TlOverlayKind    tl_session_get_overlay     (TlSession     *self);
void             tl_session_set_overlay     (TlSession     *self,
                                             TlOverlayKind  overlay);

/**
 * tl_session_get_view:
 * @view: (out caller-allocates): the view shown
 */
void             tl_session_get_view        (TlSession     *self,
                                             TlView        *view);

/**
 * tl_session_go:
 * @view: where to
 *
 * Shows a view in the diagram page, and remembers where it came from.
 */
void             tl_session_go              (TlSession     *self,
                                             const TlView  *view);

/* The service shown in the blueprint page; NULL if there is none, or it is gone. */
TlRecord        *tl_session_get_service     (TlSession     *self);

/**
 * tl_session_go_service:
 * @service: a service of the project
 *
 * Shows the blueprint of a service, and remembers where it came from. What is
 * selected stays so if it is in the service; else the service is.
 */
void             tl_session_go_service      (TlSession     *self,
                                             TlRecord      *service);

/**
 * tl_session_start_at:
 * @place: where to; a page or a service that there is not is left out
 *
 * Shows a place as the first one: there is nothing to go back to.
 */
void             tl_session_start_at        (TlSession     *self,
                                             const TlPlace *place);

/* To where one was before, on whatever page. Services that are gone are passed over. */
void             tl_session_go_back         (TlSession     *self); /* at the end: nothing */
void             tl_session_go_forward      (TlSession     *self);
gboolean         tl_session_get_can_go_back    (TlSession  *self);
gboolean         tl_session_get_can_go_forward (TlSession  *self);

const char      *tl_session_get_selection   (TlSession     *self);
void             tl_session_set_selection   (TlSession     *self,
                                             const char    *key);

/* Several at once, the selection first. Setting the selection ends it. */
const char *const *tl_session_get_selected_keys (TlSession *self); /* never NULL */
void             tl_session_set_selected_keys (TlSession   *self,
                                             const char *const *keys);

/* What the selection is; NULL if it is something else or gone. */
const TlConcept *tl_session_get_selected_concept (TlSession *self);
const TlAttribute *tl_session_get_selected_attribute (TlSession *self);
TlRecord        *tl_session_get_selected_record  (TlSession *self);
/* The records that are selected (TlRecord, transfer container). */
GPtrArray       *tl_session_list_selected_records (TlSession *self);
/* The service that a record is, or is in; else NULL. */
TlRecord        *tl_session_find_service    (TlRecord      *record);
/* "record:ID", transfer full. */
char            *tl_session_dup_record_key  (TlRecord      *record);

/* The scene of the view, of whoever shows it; forgotten when the view changes. */
void             tl_session_set_scene       (TlSession     *self,
                                             TlScene       *scene);
TlScene         *tl_session_get_scene       (TlSession     *self); /* transfer none, may be NULL */

/* Always the same object. */
TlDetails       *tl_session_get_details     (TlSession     *self);

/* Whether there is something with that key: a thing of the project, or of the edition shown. */
gboolean         tl_session_has             (TlSession     *self,
                                             const char    *key);

/**
 * tl_session_reveal:
 * @key: key of a concept or record
 *
 * Selects a thing and goes where it can be seen: for a link or a search result.
 * Stays with the view shown if that has it. A service and what is in it are seen
 * in the blueprint.
 */
void             tl_session_reveal          (TlSession     *self,
                                             const char    *key);
/* The same for a concept of either edition. */
void             tl_session_reveal_concept  (TlSession     *self,
                                             const TlConcept *concept);

G_END_DECLS
