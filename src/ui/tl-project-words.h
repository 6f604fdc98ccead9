/* tl-project-words.h: what the library says of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library-entry.h"

G_BEGIN_DECLS

/* All (transfer full), translated. */

/* When something was: "5 minutes ago", "yesterday", "3 March 2026". @time: microseconds
 * since 1970. */
char *tl_project_words_dup_time     (gint64                time) G_GNUC_WARN_UNUSED_RESULT;
/* The day of it, as it is written on paper: "3 March 2026". */
char *tl_project_words_dup_day      (gint64                time) G_GNUC_WARN_UNUSED_RESULT;
/* Where it lies: "~/Documents". */
char *tl_project_words_dup_folder   (const TlLibraryFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* "IT4IT 2.1 · 12 services · 5 minutes ago" */
char *tl_project_words_dup_summary  (const TlLibraryFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* "2 errors, 1 warning"; NULL if there is nothing to say */
char *tl_project_words_dup_findings (const TlLibraryFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* All of it in one line, for who cannot see. */
char *tl_project_words_dup_spoken   (const TlLibraryFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* What to do about a project that is not there or cannot be read; NULL if it can. */
char *tl_project_words_dup_advice   (const TlLibraryFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
