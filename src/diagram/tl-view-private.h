/* tl-view-private.h: what the layouts of views share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-flow-layout.h"
#include "diagram/tl-view.h"

G_BEGIN_DECLS

/* The making of one scene. */
typedef struct
{
  const TlView    *view;
  const TlEdition *edition;
  const TlOverlay *overlay; /* NULL without a project */
  TlOverlayKind    kind;    /* TL_OVERLAY_NONE without a project */
  TlTextMeasure   *text;
  TlSceneBuilder  *scene;
  GStringChunk    *strings; /* that live as long as the making */
  GHashTable      *keys;    /* key → times used */
  double           aspect;  /* of the room; 0: arranged as if there were no end to it */
  double           largest; /* scale of the best arrangement tried, in a room 1 high */
} TlViewBuild;

void        tl_view_build_init   (TlViewBuild                *self,
                                  const TlView               *view,
                                  const TlOverlay            *overlay, /* nullable */
                                  const PangoFontDescription *font,
                                  const char                 *title);
TlScene    *tl_view_build_end    (TlViewBuild                *self);
/* A formatted string that lives until the end. */
const char *tl_view_build_format (TlViewBuild                *self,
                                  const char                 *format,
                                  ...) G_GNUC_PRINTF (2, 3);
const char *tl_view_build_keep   (TlViewBuild                *self,
                                  char                       *text); /* (transfer full) */

/**
 * tl_view_build_try:
 * @width: of a whole arrangement
 * @height: of it
 *
 * For views with several arrangements: lay each out, try it, and add the best to
 * the scene. Ties go to the first. Keys start anew, for the next arrangement.
 *
 * Returns: whether it is shown larger in the room than all tried before
 */
gboolean    tl_view_build_try    (TlViewBuild                *self,
                                  double                      width,
                                  double                      height);

/* Whether the overlay writes hints beneath some titles: then all heads leave
 * room for one, so that what stands beneath them stays aligned. */
gboolean    tl_view_build_has_hints (const TlViewBuild       *self);

/* Nodes that stand for concepts, complete but for their bounds. The first node
 * made for a concept gets its key; later ones get "#2", "#3" …, so what matters
 * most has to be made first. */
TlNode      tl_view_node_component (TlViewBuild        *self,
                                    const TlComponent  *component,
                                    TlShape             shape);
TlNode      tl_view_node_guest     (TlViewBuild        *self,
                                    const TlComponent  *component,
                                    TlShape             shape);
TlNode      tl_view_node_object    (TlViewBuild        *self,
                                    const TlDataObject *object,
                                    TlShape             shape);
TlNode      tl_view_node_activity  (TlViewBuild        *self,
                                    const TlActivity   *activity,
                                    TlShape             shape);
TlNode      tl_view_node_place     (TlViewBuild        *self,
                                    const TlConcept    *place, /* a stream or group */
                                    TlShape             shape);
TlNode      tl_view_node_stage     (TlViewBuild        *self,
                                    const TlStage      *stage,
                                    TlShape             shape);
TlNode      tl_view_node_attribute (TlViewBuild        *self,
                                    const TlAttribute  *attribute);
TlNode      tl_view_node_text      (TlShape             shape,
                                    const char         *title); /* stands for nothing */

/* For screen readers: full sentences. (transfer full) */
char       *tl_view_describe_component (const TlComponent    *component,
                                        TlOverlayKind         kind,
                                        const TlOverlayValue *value);
char       *tl_view_describe_object    (const TlDataObject   *object);
char       *tl_view_describe_activity  (const TlActivity     *activity,
                                        TlOverlayKind         kind,
                                        const TlOverlayValue *value);
char       *tl_view_describe_place     (const TlConcept      *place,
                                        TlOverlayKind         kind,
                                        const TlOverlayValue *value);
char       *tl_view_describe_stage     (const TlStage        *stage,
                                        TlOverlayKind         kind,
                                        const TlOverlayValue *value);
char       *tl_view_describe_attribute (const TlAttribute    *attribute);

/* Helpers on the reference. */
gboolean            tl_view_is_backbone    (const TlDataObject   *object);
TlRole              tl_view_object_role    (const TlDataObject   *object);
/* The column of the value chain a component stands in: its stream, or the top
 * group of its sub-group; NULL for a supporting activity's and for none. */
const TlConcept    *tl_view_get_column     (const TlComponent    *component);
/* The backbone lines of the edition, each an array of data objects in order:
 * 2.1 one line over all service models, 3.0 one a backbone. (transfer full)
 * (element-type GPtrArray of TlDataObject) */
GPtrArray          *tl_view_list_backbones (const TlEdition      *edition);
const char         *tl_view_backbone_name  (const TlEdition      *edition,
                                            guint                 line);
/* The relation between two objects, or NULL; @swapped: it points the other way. */
const TlObjectRelation *tl_view_find_relation (const TlDataObject *from,
                                               const TlDataObject *to,
                                               gboolean           *swapped);

/* Links what is related by data objects or flows, where no lines are drawn. */
void tl_view_add_links         (TlViewBuild *self);

/* Layouts. */
void tl_view_build_value_chain (TlViewBuild *self);
void tl_view_build_network     (TlViewBuild *self);
void tl_view_build_level1      (TlViewBuild *self);
void tl_view_build_stream      (TlViewBuild *self);
void tl_view_build_stages      (TlViewBuild *self);
void tl_view_build_activity    (TlViewBuild *self);
void tl_view_build_component   (TlViewBuild *self);
void tl_view_build_data_object (TlViewBuild *self);

G_END_DECLS
