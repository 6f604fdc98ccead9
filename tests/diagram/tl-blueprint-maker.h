/* tl-blueprint-maker.h: services to lay out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-blueprint.h"

G_BEGIN_DECLS

typedef struct
{
  const char *edition;   /* "2.1" */
  guint       n_parts;
  guint       n_objects; /* on the lines */
  guint       n_ties;    /* tried; what no rule allows is left out */
  double      placed;    /* share of the parts that somebody has placed, without overlaps */
  gboolean    long_names;
  gboolean    sized;     /* some have a size of their own */
} TlBlueprintPlan;

/* An unsealed project with an empty service "s1". */
TlProject *tl_blueprint_maker_new      (const char            *edition) G_GNUC_WARN_UNUSED_RESULT;
/* Adds to a service while its project is not sealed; @name and @id may be NULL. */
TlRecord  *tl_blueprint_maker_element  (TlRecord              *service,
                                        TlLane                 lane,
                                        const char            *id,
                                        const char            *kind,
                                        const char            *name);
void       tl_blueprint_maker_place    (TlRecord              *element,
                                        double                 x,
                                        double                 y);
TlRecord  *tl_blueprint_maker_relate   (TlRecord              *service,
                                        const char            *kind,
                                        TlRecord              *from,
                                        TlRecord              *to);
/* A sealed project with one random service, "s1". */
TlProject *tl_blueprint_maker_random   (const TlBlueprintPlan *plan,
                                        guint32                seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
