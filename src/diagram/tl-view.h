/* tl-view.h: which diagram of an edition, and with what on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-overlay.h"
#include "diagram/tl-scene.h"
#include "project/tl-project.h"

G_BEGIN_DECLS

typedef enum
{
  TL_VIEW_VALUE_CHAIN, /* "value-chain" */
  TL_VIEW_NETWORK,     /* "network": the seven streams and their flows, 3.0 only */
  TL_VIEW_LEVEL1,      /* "level1" */
  TL_VIEW_STREAM,      /* "stream:ID": 2.1 a stream; 3.0 a stream with its stages, or a group or sub-group ("group:ID") */
  TL_VIEW_GROUP,       /* "group:ID", 3.0 only */
  TL_VIEW_ACTIVITY,    /* "activity:ID": a supporting activity and its components */
  TL_VIEW_COMPONENT,   /* "component:ID" */
  TL_VIEW_DATA_OBJECT, /* "data-object:ID": its attributes and all it is related to */
} TlViewKind;

typedef struct
{
  TlViewKind       kind;
  const TlEdition *edition;
  const TlConcept *concept; /* of the kinds with an id, else NULL */
} TlView;

/**
 * tl_view_parse:
 * @text: `value-chain`, `level1`, `stream:detect-to-correct` …
 * @error: return location, %G_IO_ERROR_INVALID_ARGUMENT: a sentence that says
 *   what is wrong and what there is
 */
gboolean    tl_view_parse     (const TlEdition  *edition,
                               const char       *text,
                               TlView           *view,
                               GError          **error);
char       *tl_view_to_string (const TlView     *self); /* transfer full */
char       *tl_view_dup_title (const TlView     *self); /* for breadcrumbs and windows, translated */
gboolean    tl_view_equal     (const TlView     *a,
                               const TlView     *b);
/**
 * tl_view_list:
 * @edition: an edition
 * @n_views: (out): how many there are
 *
 * The views of the whole edition, for switchers, in order: value chain, the
 * network of streams if the edition has one, level 1.
 *
 * Returns: (transfer full) (array length=n_views): to be freed with g_free()
 */
TlView     *tl_view_list      (const TlEdition  *edition,
                               guint            *n_views);
/* The view that is one step up: of breadcrumbs. FALSE at the top. */
gboolean    tl_view_get_parent (const TlView    *self,
                                TlView          *parent);
/* Whether the way up from here leads to @upper. */
gboolean    tl_view_is_below  (const TlView     *self,
                               const TlView     *upper);

/**
 * tl_view_find_door:
 * @scene: the picture of a view further up
 *
 * Returns: (nullable): key of the node of @scene that one goes into on the way
 *   here: the view's own concept if it is there, else the nearest above it
 */
const char *tl_view_find_door (const TlView     *self,
                               const TlScene    *scene);
/* The view that goes into a concept, if there is one. */
gboolean    tl_view_for_concept (const TlConcept *concept,
                                 TlView          *view);

/**
 * tl_view_build_scene:
 * @project: (nullable): for what an overlay shows
 * @overlay: what to colour by
 * @font: as for the painter: boxes grow with their text
 * @aspect: width ÷ height of the room the scene is to be shown in; 0 for none in
 *   particular: the wide arrangement
 *
 * Lays out a view. A view that can be arranged in several ways is arranged in
 * the one that is largest when fitted into the room. Takes a few milliseconds;
 * any thread if @project is %NULL.
 *
 * Returns: (transfer full): the scene
 */
TlScene    *tl_view_build_scene (const TlView               *self,
                                 TlProject                  *project,
                                 TlOverlayKind               overlay,
                                 const PangoFontDescription *font,
                                 double                      aspect) G_GNUC_WARN_UNUSED_RESULT;

/* The same with values of no project, such as totals of several. @overlay is only
 * read during the call. */
TlScene    *tl_view_build_scene_for_overlay (const TlView               *self,
                                             const TlOverlay            *overlay,
                                             const PangoFontDescription *font,
                                             double                      aspect) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
