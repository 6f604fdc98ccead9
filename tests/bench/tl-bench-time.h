/* tl-bench-time.h: time that is measured, and the middle of what was measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

G_BEGIN_DECLS

/* Milliseconds: of the clock, and of this program on the processor. */
typedef struct
{
  double clock;
  double processor;
} BenchTime;

static inline BenchTime
bench_get_time (void)
{
  struct timespec used;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &used);
  return (BenchTime){ g_get_monotonic_time () / 1e3, used.tv_sec * 1e3 + used.tv_nsec / 1e6 };
}

static inline BenchTime
bench_get_time_since (BenchTime start)
{
  BenchTime now = bench_get_time ();

  return (BenchTime){ now.clock - start.clock, now.processor - start.processor };
}

static inline int
bench_compare (const void *a,
               const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Of @n values, which it sorts. */
static inline double
bench_get_median (double *values,
                  guint   n)
{
  qsort (values, n, sizeof *values, bench_compare);
  return values[n / 2];
}

G_END_DECLS
