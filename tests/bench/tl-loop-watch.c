/* tl-loop-watch.c: how long the main loop is kept from its next turn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-loop-watch.h"

#include <execinfo.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#define MAX_FRAMES  100
#define MAX_SAMPLES 1000
#define EVERY       0.5 /* milliseconds */
#define PATIENCE    (60 * G_TIME_SPAN_SECOND)

static timer_t timer;
static double limit_ms;
static double began;   /* of the turn at work; below 0: none */
static double longest;

/* What the turn at work was at. */
static struct
{
  void *frames[MAX_FRAMES];
  int   n;
} samples[MAX_SAMPLES];
static volatile sig_atomic_t n_samples;

/* What the thread has worked so far, in milliseconds. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* 0: stops it. */
static void
set_timer (double ms)
{
  struct itimerspec spec = {
    .it_value = { .tv_nsec = (long) (ms * 1e6) },
    .it_interval = { .tv_nsec = (long) (ms * 1e6) },
  };

  if (limit_ms > 0)
    timer_settime (timer, 0, &spec, NULL);
}

static void
sample_cb (int number)
{
  if (n_samples < MAX_SAMPLES)
    {
      samples[n_samples].n = backtrace (samples[n_samples].frames, MAX_FRAMES);
      n_samples++;
    }
}

static void
print_samples (double ms)
{
  g_printerr ("turn of %.1f ms\n", ms);
  for (int i = 0; i < n_samples; i++)
    {
      backtrace_symbols_fd (samples[i].frames, samples[i].n, STDERR_FILENO);
      g_printerr ("\n");
    }
}

static void
end_turn (void)
{
  double ms = began >= 0 ? get_work () - began : 0;

  set_timer (0);
  if (limit_ms > 0 && ms > limit_ms)
    print_samples (ms);
  n_samples = 0;
  longest = MAX (longest, ms);
  began = -1;
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n;

  end_turn ();
  n = g_poll (fds, n_fds, timeout);
  began = get_work ();
  set_timer (EVERY);
  return n;
}

void
tl_loop_watch_start (double limit)
{
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGPROF };
  void *frames[1];

  limit_ms = limit;
  if (limit > 0)
    {
      /* The first call loads what a signal handler must not. */
      backtrace (frames, 1);
      signal (SIGPROF, sample_cb);
      event._sigev_un._tid = gettid ();
      /* A clock of the thread's work would tick with the kernel: every 4 ms. */
      timer_create (CLOCK_MONOTONIC, &event, &timer);
    }
  began = get_work ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
tl_loop_watch_reset (void)
{
  longest = 0;
  began = get_work ();
}

double
tl_loop_watch_get_longest (void)
{
  return began >= 0 ? MAX (longest, get_work () - began) : longest;
}

static gboolean
wake_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

gboolean
tl_loop_watch_run (TlLoopCondition condition,
                   gpointer        data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint wake = g_timeout_add (20, wake_cb, NULL);
  gboolean holds;

  while (!(holds = condition (data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  return holds;
}
