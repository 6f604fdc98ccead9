/* tl-view-card.h: a data object as a card with its attributes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-view-private.h"

G_BEGIN_DECLS

/* A headed card with a row an attribute; where none is known, a row says so.
 * (transfer full) */
TlFlow *tl_view_make_card (TlViewBuild        *self,
                           const TlDataObject *object);

/* A row that says something in grey and stands for nothing. @text has to live
 * until the scene is done. (transfer full) */
TlFlow *tl_view_make_remark (const char       *text);

G_END_DECLS
