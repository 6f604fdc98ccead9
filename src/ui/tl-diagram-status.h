/* tl-diagram-status.h: the line that sums up a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-session.h"

G_BEGIN_DECLS

/* What is missing and what is double in the project, or that the diagram is of
 * another edition than the project's. NULL without a project. (transfer full) */
char *tl_diagram_status_format (TlSession *session);

G_END_DECLS
