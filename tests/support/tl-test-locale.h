/* tl-test-locale.h: the languages and countries of users, in tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_test_set_locale:
 * @name: a language and a country, such as `de_DE`
 *
 * Writes numbers, money and days from now on as they are written there, whatever is
 * installed: the locale is made of the sources that come with glibc. Where they are not
 * there the running test is marked as skipped; the caller just returns.
 *
 * Returns: whether it is so
 */
gboolean tl_test_set_locale   (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* As it was at the start of the program. */
void     tl_test_reset_locale (void);

/**
 * tl_test_use_catalog:
 * @language: such as `de`
 *
 * Has messages in @language from now on, out of the catalogue that was built. Where there is none
 * the running test is marked as skipped; the caller just returns.
 *
 * Returns: whether it is so
 */
gboolean tl_test_use_catalog  (const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
