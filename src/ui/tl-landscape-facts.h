/* tl-landscape-facts.h: what tools and integrations are shown as
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-tool.h"

G_BEGIN_DECLS

/* "210 k€"; transfer full, NULL if not set */
char       *tl_landscape_dup_cost       (TlRecord  *tool);

/* Translated label of a choice; "" if not set. */
const char *tl_landscape_get_choice     (TlRecord  *record,
                                         guint      field);

/* The name of the concept with the id that @field of @record holds; the id if the
 * edition has none; "" if not set. */
const char *tl_landscape_get_concept    (TlRecord  *record,
                                         guint      field,
                                         gboolean   component);

/**
 * tl_landscape_dup_total:
 *
 * Adds up the annual cost of all tools in use, each currency on its own.
 *
 * Returns: (transfer full) (nullable): "1.2 M€ + 48 k CHF", or %NULL if no
 *   tool has a cost
 */
char       *tl_landscape_dup_total      (TlProject *project);

G_END_DECLS
