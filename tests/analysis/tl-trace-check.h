/* tl-trace-check.h: what has to hold for traceability, computed the slow way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"

G_BEGIN_DECLS

/* Fails the test unless everything that is said about every element and service
 * is what one finds by looking through all elements and relations each time. */
void  tl_trace_check          (TlTraceability *self,
                               TlProject      *project);

/* What is said about an element and its neighbours, in whatever order, or about a
 * service, as text. */
char *tl_trace_describe       (TlTraceability *self,
                               TlRecord       *record) G_GNUC_WARN_UNUSED_RESULT;

/* All that can be asked, in the order it is given, as text. */
char *tl_trace_dump           (TlTraceability *self,
                               TlProject      *project) G_GNUC_WARN_UNUSED_RESULT;

/* All records of a type (TlRecord, transfer container). */
GPtrArray *tl_trace_list_records (TlProject          *project,
                                  const TlRecordType *type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
