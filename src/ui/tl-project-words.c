/* tl-project-words.c: what the library says of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-words.h"

#include "base/tl-date.h"
#include "base/tl-shown-path.h"

#include <glib/gi18n.h>

static char *
format_recent (GTimeSpan since)
{
  guint minutes = (guint) (since / G_TIME_SPAN_MINUTE), hours = (guint) (since / G_TIME_SPAN_HOUR);

  if (minutes < 1)
    return g_strdup (_("just now"));
  if (hours < 1)
    return g_strdup_printf (ngettext ("%'u minute ago", "%'u minutes ago", minutes), minutes);
  return g_strdup_printf (ngettext ("%'u hour ago", "%'u hours ago", hours), hours);
}

static int
count_days (GDateTime *time,
            GDateTime *now)
{
  g_autoptr (GDateTime) day = g_date_time_new_local (g_date_time_get_year (time), g_date_time_get_month (time),
                                                     g_date_time_get_day_of_month (time), 0, 0, 0);

  return (int) (g_date_time_difference (now, day) / G_TIME_SPAN_DAY);
}

/* Returns: (transfer full) (nullable): NULL if it is not known */
static GDateTime *
create_local (gint64 time)
{
  g_autoptr (GDateTime) utc = time > 0 ? g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC) : NULL;

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

char *
tl_project_words_dup_day (gint64 time)
{
  g_autoptr (GDateTime) local = create_local (time);

  return local != NULL ? tl_date_format_time (local) : g_strdup ("");
}

char *
tl_project_words_dup_time (gint64 time)
{
  g_autoptr (GDateTime) local = create_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int days;

  if (local == NULL)
    return g_strdup ("");
  days = count_days (local, now);
  if (days <= 0)
    return format_recent (MAX (g_date_time_difference (now, local), 0));
  if (days == 1)
    return g_strdup (_("yesterday"));
  if (days < 7)
    return g_strdup_printf (ngettext ("%'d day ago", "%'d days ago", days), days);
  return tl_date_format_time (local);
}

char *
tl_project_words_dup_folder (const TlLibraryFacts *facts)
{
  return tl_shown_path_shorten (facts->folder != NULL ? facts->folder : facts->path);
}

char *
tl_project_words_dup_summary (const TlLibraryFacts *facts)
{
  g_autofree char *services = g_strdup_printf (ngettext ("%'u service", "%'u services", facts->n_services),
                                               facts->n_services);
  g_autofree char *time = tl_project_words_dup_time (facts->modified);

  if (facts->edition == NULL)
    return g_steal_pointer (&time);
  /* Translators: of a project: its edition, how many services it has, and when it was changed */
  return g_strdup_printf (_("IT4IT %1$s · %2$s · %3$s"), facts->edition, services, time);
}

char *
tl_project_words_dup_findings (const TlLibraryFacts *facts)
{
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;

  if (facts->n_errors > 0)
    errors = g_strdup_printf (ngettext ("%'u error", "%'u errors", facts->n_errors), facts->n_errors);
  if (facts->n_warnings > 0)
    warnings = g_strdup_printf (ngettext ("%'u warning", "%'u warnings", facts->n_warnings), facts->n_warnings);
  if (errors == NULL || warnings == NULL)
    return errors != NULL ? g_steal_pointer (&errors) : g_steal_pointer (&warnings);
  return g_strconcat (errors, C_("list", ", "), warnings, NULL);
}

static void
add_item (GString    *text,
          const char *item)
{
  g_string_append (text, C_("list", ", "));
  g_string_append (text, item);
}

char *
tl_project_words_dup_spoken (const TlLibraryFacts *facts)
{
  g_autofree char *summary = tl_project_words_dup_summary (facts);
  g_autofree char *findings = tl_project_words_dup_findings (facts);
  g_autofree char *folder = tl_project_words_dup_folder (facts);
  g_autoptr (GString) text = g_string_new (facts->name);

  if (facts->pinned)
    add_item (text, _("pinned"));
  if (facts->state != TL_LIBRARY_PRESENT)
    add_item (text, tl_library_state_get_label (facts->state));
  if (*summary != '\0')
    add_item (text, summary);
  if (findings != NULL)
    add_item (text, findings);
  add_item (text, folder);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tl_project_words_dup_advice (const TlLibraryFacts *facts)
{
  switch (facts->state)
    {
    case TL_LIBRARY_MISSING:
      return g_strdup_printf (_("There is no file “%s” any more. If it was moved, say where it is now; what the library knows "
                                "of it goes with it."),
                              facts->path);
    case TL_LIBRARY_UNREADABLE:
    case TL_LIBRARY_DAMAGED:
      return facts->problem != NULL ? g_strdup (facts->problem)
                                    : g_strdup_printf (_("“%s” cannot be read."), facts->path);
    case TL_LIBRARY_PRESENT:
    default:
      return NULL;
    }
}
