/* tl-random-blueprint.h: somebody who draws blueprints without a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* What an editor can do with a project, one thing at a time, and what was copied last. */
typedef struct
{
  GRand  *random;
  GBytes *clip; /* NULL as long as nothing was copied */
} TlRandomEditor;

/* Does something: creates, connects, moves, cuts, copies, pastes, deletes,
 * duplicates or uses, or as tl_random_editor_analyse(); one entry of the history, or part of the last, or nothing.
 * Returns what it was, for messages. */
const char *tl_random_editor_step  (TlRandomEditor *self,
                                    TlProject      *project);

/* Connects in the matrix, accepts what runs, mends a gap, or adds a service from a
 * template. Likewise. */
const char *tl_random_editor_analyse (TlRandomEditor *self,
                                      TlRecord       *service);

/* Fails the test where something is in a blueprint that could not be. */
void        tl_random_editor_check (TlProject      *project);

G_END_DECLS
