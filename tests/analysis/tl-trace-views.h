/* tl-trace-views.h: lists and matrices that have to follow a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* A list of gaps that is mirrored from what its items-changed says, and a matrix,
 * both made once and then only following. */
typedef struct _TlTraceViews TlTraceViews;

TlTraceViews *tl_trace_views_new   (TlProject    *project) G_GNUC_WARN_UNUSED_RESULT;
void          tl_trace_views_free  (TlTraceViews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTraceViews, tl_trace_views_free)

/* Fails the test unless they say what new ones would, and said so as briefly as
 * could be. */
void          tl_trace_views_check (TlTraceViews *self);

G_END_DECLS
