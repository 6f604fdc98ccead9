/* tl-cli-fixture.h: runs throughline-cli as its users do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int   status;
  char *output;
  char *errors;
} TlCliResult;

void tl_cli_result_clear (TlCliResult *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliResult, tl_cli_result_clear)

/* Runs the program; arguments end with NULL. What was in @result is dropped. */
void tl_cli_run           (TlCliResult       *result,
                           ...) G_GNUC_NULL_TERMINATED;

/* Not done: one line that names the reason, and nothing on standard output. */
void tl_cli_assert_failed (const TlCliResult *result,
                           const char        *reason);

/* A directory with one project in it, and what the last run said: for g_test_add()
 * with the project's text as the data. */
typedef struct
{
  char       *directory;
  char       *path;
  TlCliResult result;
} TlCliFixture;

void tl_cli_fixture_set_up    (TlCliFixture      *self,
                               gconstpointer      project);
void tl_cli_fixture_tear_down (TlCliFixture      *self,
                               gconstpointer      project);

G_END_DECLS
