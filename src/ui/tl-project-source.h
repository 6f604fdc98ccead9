/* tl-project-source.h: finds what is in the project of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-found-source.h"
#include "ui/tl-session.h"

G_BEGIN_DECLS

/**
 * TlProjectSource:
 *
 * Finds things of the project that a session shows, as they are now, saved or not,
 * and concepts and attributes of both editions. Looks at a part at a time, so that a
 * large project does not stop the window.
 */
#define TL_TYPE_PROJECT_SOURCE (tl_project_source_get_type ())
G_DECLARE_FINAL_TYPE (TlProjectSource, tl_project_source, TL, PROJECT_SOURCE, GObject)

TlProjectSource *tl_project_source_new (TlSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
