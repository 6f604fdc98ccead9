/* tl-library-project.h: a project of the library, as long as it is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library-entry.h"

G_BEGIN_DECLS

/* An entry tells of one moment; this is the same object while what is known of the
 * project changes, so that lists keep their selection. Property `entry`
 * (TlLibraryEntry), notified when it is another one. Lives in the main thread. */
#define TL_TYPE_LIBRARY_PROJECT (tl_library_project_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryProject, tl_library_project, TL, LIBRARY_PROJECT, GObject)

TlLibraryProject     *tl_library_project_new       (TlLibraryEntry   *entry) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_library_project_prepare:
 * @entry: nobody else has it yet; any thread
 *
 * Does what sorting and filtering would have to do of each project in the main
 * thread.
 */
void                  tl_library_project_prepare   (TlLibraryEntry   *entry);

TlLibraryEntry       *tl_library_project_get_entry (TlLibraryProject *self); /* transfer none */
const TlLibraryFacts *tl_library_project_get_facts (TlLibraryProject *self);

/**
 * tl_library_project_set_entry:
 * @entry: what is known of the same URI now
 *
 * Returns: whether that is anything else than before
 */
gboolean              tl_library_project_set_entry (TlLibraryProject *self,
                                                    TlLibraryEntry   *entry);

/* As a user of the language of the program expects it. */
int                   tl_library_project_compare_names (TlLibraryProject *self,
                                                        TlLibraryProject *other);

/**
 * tl_library_project_matches:
 * @words: (array zero-terminated=1): of tl_fold_list_words()
 *
 * Returns: whether name, owner, description and folder have all words in them
 */
gboolean              tl_library_project_matches   (TlLibraryProject *self,
                                                    char            **words);

G_END_DECLS
