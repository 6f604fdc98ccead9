/* tl-blueprint-private.h: the making of the scene of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-blueprint-facts.h"
#include "diagram/tl-blueprint-room.h"
#include "diagram/tl-scene.h"
#include "diagram/tl-text.h"

G_BEGIN_DECLS

/* In lane units, which are canvas units where the font is 10 pt. */
#define TL_BLUEPRINT_BOX_WIDTH  136.0 /* of a box, at least */
#define TL_BLUEPRINT_BOX_HEIGHT 48.0
#define TL_BLUEPRINT_USUAL_WIDTH 160.0 /* … at most, if its name does not need more */
#define TL_BLUEPRINT_MAX_WIDTH  224.0 /* of a box that nobody resized */
#define TL_BLUEPRINT_CHIP       20.0  /* that hangs beneath a box, about */
#define TL_BLUEPRINT_PADDING    16.0  /* from the sides of a lane to what stands in it */
#define TL_BLUEPRINT_LANE_GAP   8.0

typedef struct _TlBlueprintSpine  TlBlueprintSpine;
typedef struct _TlBlueprintRoutes TlBlueprintRoutes;

typedef struct
{
  TlRect  bounds; /* of its panel, canvas units */
  TlPoint origin; /* of its content: where x and y are 0, canvas units */
  int     node;
} TlBlueprintLane;

/* The making of one scene, in any one thread. Arrays are by item. */
typedef struct
{
  const TlBlueprintFacts *facts;
  TlTextMeasure          *text;
  double                  unit;    /* canvas units a lane unit */
  TlRect                 *places;  /* lane units; width < 0: on a line */
  double                 *chips;   /* how far its chip reaches beneath it, lane units */
  TlBlueprintLane         lanes[TL_N_LANES];
  double                  spine_y; /* canvas units */
  TlBlueprintSpine       *spine;
  TlSceneBuilder         *scene;
  GStringChunk           *strings; /* that live as long as the making */
  int                    *nodes;
  gboolean               *drawn;   /* of each tie: whether the line shows it */
} TlBlueprintBuild;

/* Ties by item: those of item i are at first[i] … first[i + 1] - 1 of ties. */
typedef struct
{
  guint *first;
  guint *ties;
} TlBlueprintTies;

void              tl_blueprint_ties_init  (TlBlueprintTies        *self,
                                           const TlBlueprintFacts *facts);
void              tl_blueprint_ties_clear (TlBlueprintTies        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlBlueprintTies, tl_blueprint_ties_clear)

/* tl-blueprint-item.c */
double            tl_blueprint_get_unit   (TlTextMeasure          *text);
double            tl_blueprint_snap       (double                  length); /* up to the grid */
/* Width of the longest word. */
double            tl_blueprint_measure_words (TlTextMeasure       *text,
                                              TlTextStyle          style,
                                              const char          *string);
/* The node of an item, complete but for its description and bounds. */
TlNode            tl_blueprint_make_node  (TlBlueprintBuild       *build,
                                           guint                   item);
/* Size of a part, as the user or its text wants it, and how far its chip reaches
 * beneath it; in lane units. */
void              tl_blueprint_measure    (const TlBlueprintItem  *item,
                                           TlTextMeasure          *text,
                                           double                 *width,
                                           double                 *height,
                                           double                 *chip);

/* tl-blueprint-describe.c (transfer full) */
char             *tl_blueprint_describe   (const TlBlueprintFacts *facts,
                                           const TlBlueprintTies  *ties,
                                           guint                   item);
char             *tl_blueprint_describe_slot (const TlElementKind *kind);

/* tl-blueprint-lanes.c */
extern const char *const tl_blueprint_lane_ids[TL_N_LANES];
/* Makes lanes as large as what stands in them needs. */
void              tl_blueprint_place_lanes (TlBlueprintBuild      *build);
/* Adds the lanes, and then what stands in them. */
void              tl_blueprint_add_lanes   (TlBlueprintBuild      *build);
void              tl_blueprint_add_parts   (TlBlueprintBuild      *build,
                                            const TlBlueprintTies *ties);

/* tl-blueprint-place.c: finds places for what nobody placed. @before (nullable):
 * key → TlRect of where it was shown before, in lane units. */
void              tl_blueprint_find_places (TlBlueprintBuild      *build,
                                            const TlBlueprintTies *ties,
                                            GHashTable            *before);

/* tl-blueprint-tidy.c: where parts should stand. @chosen (nullable): for each item
 * whether it is to be arranged. Sizes are taken from, and places written to,
 * @places; the upper left of all is 0. */
void              tl_blueprint_tidy       (const TlBlueprintFacts *facts,
                                           const TlBlueprintTies  *ties,
                                           const gboolean         *chosen,
                                           const double           *chips,
                                           TlRect                 *places);

/* tl-blueprint-routes.c: connectors. */
TlBlueprintRoutes *tl_blueprint_routes_new  (void);
void               tl_blueprint_routes_free (TlBlueprintRoutes    *self);
void               tl_blueprint_routes_add  (TlBlueprintRoutes    *self,
                                             TlBlueprintBuild     *build);

G_END_DECLS
