/* tl-view-checks.h: what holds for every view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-text.h"
#include "diagram/tl-view.h"

G_BEGIN_DECLS

/* Each ends the test if the scene of a view is not sound. @text measures with the
 * font it was laid out with. */
typedef void (*TlViewCheck) (const TlView  *view,
                             const TlScene *scene,
                             TlTextMeasure *text);

/* Boxes, texts, edges and backbones: all that does not depend on names and values. */
void tl_check_shape       (const TlView  *view,
                           const TlScene *scene,
                           TlTextMeasure *text);
/* Keys, titles, descriptions. */
void tl_check_nodes       (const TlView  *view,
                           const TlScene *scene,
                           TlTextMeasure *text);
/* All that belongs on the view is on it. */
void tl_check_content     (const TlView  *view,
                           const TlScene *scene,
                           TlTextMeasure *text);
/* On level 1 each backbone is one straight line through all its circles. */
void tl_check_level1_line (const TlView  *view,
                           const TlScene *scene,
                           TlTextMeasure *text);

G_END_DECLS
