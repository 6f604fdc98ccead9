/* tl-loop-watch.h: how long the main loop is kept from its next turn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Watches all that the main context runs, from the end of one wait for something
 * to do to the begin of the next: while that lasts nothing is painted, and no key
 * answered. Times are of the thread's own work: other programs do not count. */

/* Once a process, from the main thread. Where @limit is above 0, in milliseconds, what
 * the main thread was at in each turn that took longer is printed on standard error,
 * every half millisecond of it: addresses, for addr2line. */
void     tl_loop_watch_start (double limit);

/* Forgets what was measured. */
void     tl_loop_watch_reset (void);

/* The longest turn since then, the one at work included: milliseconds. */
double   tl_loop_watch_get_longest (void);

typedef gboolean (*TlLoopCondition) (gpointer data);

/* Runs the main context until it holds, or for a minute at most; returns whether
 * it does. */
gboolean tl_loop_watch_run (TlLoopCondition condition,
                            gpointer        data);

G_END_DECLS
