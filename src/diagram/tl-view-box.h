/* tl-view-box.h: a component as a headed box with its data objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-private.h"

G_BEGIN_DECLS

/* Data objects of a view: which item, and once added to the scene which node,
 * stands for each, and in which box it is. */
typedef struct
{
  const TlDataObject *object;
  TlFlow             *item;
  TlFlow             *box;  /* NULL if it stands alone */
} TlViewPlace;

typedef struct _TlViewPlaces TlViewPlaces;

TlViewPlaces      *tl_view_places_new    (void);
void               tl_view_places_free   (TlViewPlaces       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlViewPlaces, tl_view_places_free)
void               tl_view_places_add    (TlViewPlaces       *self,
                                          const TlDataObject *object,
                                          TlFlow             *item,
                                          TlFlow             *box);
const TlViewPlace *tl_view_places_lookup (TlViewPlaces       *self,
                                          const TlDataObject *object);
guint              tl_view_places_get_n  (TlViewPlaces       *self);
const TlViewPlace *tl_view_places_get    (TlViewPlaces       *self,
                                          guint               position);

/* A panel whose texts no relation may cross. */
void               tl_view_places_add_panel (TlViewPlaces    *self,
                                             TlFlow          *panel);
GPtrArray         *tl_view_places_get_panels (TlViewPlaces   *self); /* (element-type TlFlow) */
/* An item that no relation may cross at all. */
void               tl_view_places_add_block  (TlViewPlaces   *self,
                                              TlFlow         *block);
GPtrArray         *tl_view_places_get_blocks (TlViewPlaces   *self); /* (element-type TlFlow) */

/**
 * tl_view_make_box:
 * @component: a component
 * @guest: whether it comes from elsewhere: grey
 * @only: (nullable) (element-type TlDataObject): the data objects to show;
 *   %NULL for all of them
 * @apart: what is between two large circles
 * @places: takes where the data objects stand
 *
 * Backbone and key objects stand as large circles in a row; what stands beside
 * the line (in a box with a backbone object, all others; elsewhere auxiliary
 * objects if there are key ones) stands beneath, small.
 *
 * Returns: (transfer full): the box
 */
TlFlow            *tl_view_make_box      (TlViewBuild        *self,
                                          const TlComponent  *component,
                                          gboolean            guest,
                                          GPtrArray          *only,
                                          double              apart,
                                          TlViewPlaces       *places);

/* Makes all boxes as wide as the widest. (element-type TlFlow) */
void               tl_view_equalize      (TlViewBuild        *self,
                                          GPtrArray          *items);

G_END_DECLS
