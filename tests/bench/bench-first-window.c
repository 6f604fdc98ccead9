/* bench-first-window.c: how long a program takes to show its first window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-first-window [--runs N] EMPTY-PROGRAM PROGRAM [ARGUMENT...]
 *
 * Starts two programs in turn and times each from its start to the first moment
 * that its window shows something: more than a few colours, since a window is
 * mapped with a plain ground first. Prints the ratio of the medians, as
 * `first-window 0 RATIO (details)`; then, as `first-content 0 RATIO (details)`, when
 * PROGRAM shows something in the middle of its window, against the first window of
 * the other. Needs an X server, best one of its own without a window manager, and a
 * session bus.
 */

#include "config.h"

#include "tl-bench-time.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gio/gio.h>
#include <stdlib.h>

#define MAX_RUNS    25
#define TIMEOUT     (20 * G_TIME_SPAN_SECOND)
#define POLL        (1 * G_TIME_SPAN_MILLISECOND)
#define MIN_SIDE    100 /* smaller windows are menus and helpers */
#define MIN_COLOURS 4   /* that a drawn window shows at least */

/* Where something is waited for. */
typedef enum
{
  PART_TITLE,  /* the strip along the upper side, where a title bar is: cheap to fetch */
  PART_MIDDLE, /* what the window is there for */
} Part;

static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  /* Windows come and go while they are looked at. */
  return 0;
}

static gboolean
has_content (XImage *image)
{
  unsigned long seen[MIN_COLOURS];
  int n = 0;

  for (int y = 0; y < image->height; y += 2)
    for (int x = 0; x < image->width; x++)
      {
        unsigned long pixel = XGetPixel (image, x, y) & 0xffffff;
        int i = 0;

        while (i < n && seen[i] != pixel)
          i++;
        if (i < n)
          continue;
        seen[n++] = pixel;
        if (n == MIN_COLOURS)
          return TRUE;
      }

  return FALSE;
}

/* Looking takes little from the program that is looked at. */
static XImage *
fetch (Display                 *display,
       Window                   window,
       const XWindowAttributes *attributes,
       Part                     part)
{
  if (part == PART_TITLE)
    return XGetImage (display, window, 0, 0, (unsigned) MIN (attributes->width, 1000),
                      (unsigned) MIN (attributes->height, 120), AllPlanes, ZPixmap);
  return XGetImage (display, window, attributes->width / 4, attributes->height / 4, (unsigned) attributes->width / 2,
                    (unsigned) attributes->height / 4, AllPlanes, ZPixmap);
}

static gboolean
shows_content (Display *display,
               Window   window,
               Part     part)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean shows;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable
      || attributes.width < MIN_SIDE || attributes.height < MIN_SIDE || attributes.x < 0 || attributes.y < 0)
    return FALSE;

  image = fetch (display, window, &attributes, part);
  if (image == NULL)
    return FALSE;

  shows = has_content (image);
  XDestroyImage (image);

  return shows;
}

static gboolean
any_shows_content (Display *display,
                   Part     part)
{
  Window root, parent, *children = NULL;
  unsigned n = 0;
  gboolean shows = FALSE;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n))
    return FALSE;

  for (unsigned i = 0; i < n && !shows; i++)
    shows = shows_content (display, children[i], part);
  if (children != NULL)
    XFree (children);

  return shows;
}

static gboolean
wait_for_content (Display *display,
                  Part     part,
                  gboolean shows)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT;

  while (any_shows_content (display, part) != shows)
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      g_usleep (POLL);
    }

  return TRUE;
}

/* Milliseconds until the window and, if @content is not NULL, what is in it is shown. */
static gboolean
time_start (Display     *display,
            const char **command,
            double      *window,
            double      *content,
            GError     **error)
{
  g_autoptr (GSubprocess) process = NULL;
  gboolean shown;
  gint64 start;

  if (!wait_for_content (display, PART_TITLE, FALSE))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, "The display shows another window.");
      return FALSE;
    }

  start = g_get_monotonic_time ();
  process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error);
  if (process == NULL)
    return FALSE;

  shown = wait_for_content (display, PART_TITLE, TRUE);
  *window = (double) (g_get_monotonic_time () - start) / 1000;
  if (shown && content != NULL)
    {
      shown = wait_for_content (display, PART_MIDDLE, TRUE);
      *content = (double) (g_get_monotonic_time () - start) / 1000;
    }
  if (!shown)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s showed no window.", command[0]);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);

  return shown;
}

int
main (int   argc,
      char *argv[])
{
  static int n_runs = 9;
  static char **commands = NULL;
  static const GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "Starts of each program", "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &commands, NULL, "EMPTY-PROGRAM PROGRAM [ARGUMENT…]" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  double empty[MAX_RUNS], full[MAX_RUNS], content[MAX_RUNS];
  Display *display;

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || commands == NULL
      || g_strv_length (commands) < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Two programs are needed: the empty one and the other.");
      return 2;
    }

  display = XOpenDisplay (NULL);
  if (display == NULL)
    {
      g_printerr ("No X server: the benchmark of the first window is left out.\n");
      return 2;
    }
  XSetErrorHandler (ignore_error_cb);

  n_runs = CLAMP (n_runs, 1, MAX_RUNS);
  /* The first turn warms the caches and does not count. */
  for (int i = -1; i < n_runs; i++)
    {
      const char *empty_command[] = { commands[0], NULL };
      int run = MAX (i, 0);

      if (!time_start (display, empty_command, &empty[run], NULL, &error)
          || !time_start (display, (const char **) commands + 1, &full[run], &content[run], &error))
        {
          g_printerr ("%s\n", error->message);
          return 2;
        }
    }
  XCloseDisplay (display);

  {
    double one = bench_get_median (empty, n_runs), other = bench_get_median (full, n_runs);
    double whole = bench_get_median (content, n_runs);

    g_print ("first-window 0 %.2f (%.0f ms / %.0f ms)\n", other / one, other, one);
    g_print ("first-content 0 %.2f (%.0f ms / %.0f ms)\n", whole / one, whole, one);
  }
  g_strfreev (commands);

  return 0;
}
