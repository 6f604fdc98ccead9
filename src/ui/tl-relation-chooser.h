/* tl-relation-chooser.h: what an element is connected with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-checklist.h"

G_BEGIN_DECLS

/**
 * TlRelationChooser:
 *
 * All elements in a blueprint that an element may be connected with, under what
 * the relation would say; those that it is connected with are checked.
 */
#define TL_TYPE_RELATION_CHOOSER (tl_relation_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TlRelationChooser, tl_relation_chooser, TL, RELATION_CHOOSER, TlChecklist)

/**
 * tl_relation_chooser_new:
 * @service: whose blueprint it is, and where new relations are kept
 * @element: an element in it, its own or a guest
 */
GtkWidget *tl_relation_chooser_new (TlRecord *service,
                                    TlRecord *element) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
