/* tl-cli.h: what the subcommands of throughline-cli share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/tl-json.h"
#include "project/tl-project.h"
#include "store/tl-file-identity.h"
#include "store/tl-problem.h"

G_BEGIN_DECLS

/**
 * TlCliStatus:
 * @TL_CLI_DONE: done, and nothing to report
 * @TL_CLI_FOUND: done, and something was found: findings, differences
 * @TL_CLI_FAILED: not done; one line on standard error says why
 *
 * The exit status.
 */
typedef enum
{
  TL_CLI_DONE = 0,
  TL_CLI_FOUND = 1,
  TL_CLI_FAILED = 2,
} TlCliStatus;

/**
 * TlCliCommand:
 * @name: the first word of the call
 * @usage: what may follow, not translated
 * @summary: what it does, marked for translation
 * @run: does it; @arguments are what follows the name, with the name first
 *
 * A subcommand. Each has a file of its own.
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  TlCliStatus (*run) (const char *const *arguments);
} TlCliCommand;

extern const TlCliCommand tl_cli_new;
extern const TlCliCommand tl_cli_info;
extern const TlCliCommand tl_cli_validate;
extern const TlCliCommand tl_cli_fmt;
extern const TlCliCommand tl_cli_render;
extern const TlCliCommand tl_cli_trace;
extern const TlCliCommand tl_cli_impact;
extern const TlCliCommand tl_cli_reconcile;
extern const TlCliCommand tl_cli_index;
extern const TlCliCommand tl_cli_search;

/**
 * tl_cli_parse:
 * @command: the subcommand
 * @entries: its options
 * @arguments: as given to run
 * @minimum: fewest file names that must follow
 * @maximum: most
 * @files: (out) (transfer full): what is left after the options
 *
 * Reads the options of a subcommand; what is wrong with them goes to standard
 * error. `--help` prints the help of the subcommand and ends the program.
 */
gboolean     tl_cli_parse   (const TlCliCommand  *command,
                             const GOptionEntry  *entries,
                             const char *const   *arguments,
                             guint                minimum,
                             guint                maximum,
                             char              ***files) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_cli_fail:
 * @error: (transfer none): why
 *
 * Says why on standard error, in one line.
 *
 * Returns: %TL_CLI_FAILED
 */
TlCliStatus  tl_cli_fail    (const GError        *error);
TlCliStatus  tl_cli_fail_with (const char        *format,
                               ...) G_GNUC_PRINTF (1, 2);

/**
 * tl_cli_load:
 * @path: a file
 * @identity: (out) (optional): which file it was, for saving
 *
 * Reads a project strictly; says on standard error what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the project
 */
TlProject   *tl_cli_load    (const char          *path,
                             TlFileIdentity     **identity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_cli_describe_problem:
 * @path: the file, as it was given
 *
 * Returns: (transfer full): `file:line:column: reason`, as editors understand it
 */
char        *tl_cli_describe_problem (const char      *path,
                                      const TlProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

/* Prints to standard output in the locale's encoding. */
void         tl_cli_print_json (TlJson           *json);

G_END_DECLS
