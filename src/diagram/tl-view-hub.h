/* tl-view-hub.h: one thing in the middle, what it is connected to on both sides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-private.h"

G_BEGIN_DECLS

/* The middle is made by the caller; guests are made here, a headed box a
 * component, with a row a data object. Connections are added between an item of
 * the middle and a guest's row or head; guests go to the left and to the right,
 * in the order of the value chain, and the lines run in the gutters between. */
typedef struct _TlViewHub TlViewHub;

TlViewHub *tl_view_hub_new  (TlViewBuild *build,
                             TlFlow      *middle); /* (transfer full) */
void       tl_view_hub_free (TlViewHub   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlViewHub, tl_view_hub_free)

/**
 * tl_view_hub_add_relation:
 * @own: item of the middle that stands for one end
 * @object: the data object in the middle
 * @relation: a relation of @object to another that is not in the middle
 */
void       tl_view_hub_add_relation (TlViewHub              *self,
                                     TlFlow                 *own,
                                     const TlDataObject     *object,
                                     const TlObjectRelation *relation);

/**
 * tl_view_hub_add_flow:
 * @own: item of the middle that stands for what flows
 * @component: the component at the other end
 * @is_in: whether it flows to the middle
 */
void       tl_view_hub_add_flow     (TlViewHub              *self,
                                     TlFlow                 *own,
                                     const TlComponent      *component,
                                     gboolean                is_in);

/* A relation between two items of the middle that stand one above the other. */
void       tl_view_hub_add_inner    (TlViewHub              *self,
                                     TlFlow                 *from,
                                     TlFlow                 *to,
                                     const TlObjectRelation *relation);

/* Places all and adds it to the scene. */
void       tl_view_hub_lay_out      (TlViewHub              *self);

G_END_DECLS
