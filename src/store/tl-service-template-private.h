/* tl-service-template-private.h: what the files of TlServiceTemplate share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-service-template.h"

G_BEGIN_DECLS

/* @file and the bytes in it; @pattern holds one service. Any thread. */
TlServiceTemplate *tl_service_template_new_own     (GFile             *file,
                                                    GBytes            *bytes,
                                                    TlProject         *pattern) G_GNUC_WARN_UNUSED_RESULT;
gboolean           tl_service_template_is_for      (TlServiceTemplate *self,
                                                    const TlEdition   *edition);
GFile             *tl_service_template_get_file    (TlServiceTemplate *self);
GBytes            *tl_service_template_get_bytes   (TlServiceTemplate *self);

/* The pattern of one of the user's own. */
TlRecord          *tl_service_template_get_own_service (TlServiceTemplate *self);

/* A project that holds nothing but a copy of @service, as a pattern for others. */
TlProject         *tl_service_template_create_pattern (TlRecord    *service,
                                                       const char  *label,
                                                       const char  *description,
                                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Renames a service that is being made, and its elements where they are named after it. */
gboolean           tl_service_template_rename      (TlRecord          *service,
                                                    const char        *name,
                                                    GError           **error);

G_END_DECLS
