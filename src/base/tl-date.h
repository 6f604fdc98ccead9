/* tl-date.h: days as users read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_date_format:
 * @date: (nullable): a day in ISO 8601, as files and programs write it: `2026-11-23`
 *
 * Writes it by locale, for people to read: "23 Nov 2026". Never for a file, a table that
 * is exported.
 *
 * Returns: (transfer full) (nullable): the text; what is no day as it stands
 */
char *tl_date_format      (const char *date) G_GNUC_WARN_UNUSED_RESULT;

/* The same of a point in time, in its own time zone. (transfer full) */
char *tl_date_format_time (GDateTime  *time) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_date_parse:
 * @text: what a user has written
 *
 * Reads a day as it is written where the user is, with the month as a number or by its
 * name, in whatever digits; what tl_date_format() makes, and ISO 8601.
 *
 * Returns: (transfer full) (nullable): the day in ISO 8601, or %NULL if it is none
 */
char *tl_date_parse       (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
