/* tl-date.c: days as users read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
tl_date_format (const char *date)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *midnight = NULL;

  if (date == NULL || strlen (date) != strlen ("2026-11-23"))
    return g_strdup (date);

  zone = g_time_zone_new_utc ();
  midnight = g_strconcat (date, "T00:00:00", NULL);
  time = g_date_time_new_from_iso8601 (midnight, zone);
  return time != NULL ? tl_date_format_time (time) : g_strdup (date);
}

char *
tl_date_format_time (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a date by strftime(), as in “23 Nov 2026” */
  return g_date_time_format (time, _("%-d %b %Y"));
}
