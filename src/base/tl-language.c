/* tl-language.c: the language of the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/tl-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Where the catalogues are when they are not installed: see HACKING.md. */
#define LOCALEDIR_VARIABLE "TL_LOCALEDIR"

void
tl_language_start (void)
{
  const char *directory = g_getenv (LOCALEDIR_VARIABLE);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : TL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

gboolean
tl_language_is_right_to_left (void)
{
  /* Translators: “default:RTL” for a language that is written from right to left, such as
   * Arabic or Hebrew; then windows and diagrams are mirrored. Otherwise “default:LTR”. */
  return g_str_equal (_("default:LTR"), "default:RTL");
}

/* A right-to-left mark. */
#define MARK "\342\200\217"

/* Between these a text is read by itself: "99.95 % a month" is not turned about its numbers,
 * and two Latin names beside an arrow are not one Latin text. */
#define FIRST_STRONG_ISOLATE    "\342\201\250"
#define POP_DIRECTIONAL_ISOLATE "\342\201\251"

#define LEFT_TO_RIGHT_MARK "\342\200\216"

const char *
tl_language_get_mark (void)
{
  return tl_language_is_right_to_left () ? MARK : "";
}

char *
tl_language_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!tl_language_is_right_to_left ())
    return g_strdup (text);
  return g_strconcat (MARK FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL);
}

char *
tl_language_lead_path (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return tl_language_is_right_to_left () ? g_strconcat (MARK LEFT_TO_RIGHT_MARK, path, NULL) : g_strdup (path);
}

char *
tl_language_create_way (const char *from,
                        gboolean    onwards,
                        const char *to)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  const char *arrow;

  g_return_val_if_fail (to != NULL, NULL);

  begin = from != NULL ? tl_language_isolate (from) : NULL;
  end = tl_language_isolate (to);
  if (tl_language_is_right_to_left ())
    arrow = onwards ? MARK "←" : MARK "→";
  else
    arrow = onwards ? "→" : "←";
  return g_strconcat (begin != NULL ? begin : "", begin != NULL ? " " : "", arrow, " ", end, NULL);
}

#define STORED_ARROW " → "

char *
tl_language_turn_way (const char *way)
{
  const char *arrow = strstr (way, STORED_ARROW);
  g_autofree char *from = NULL;

  if (arrow == NULL || !tl_language_is_right_to_left ())
    return g_strdup (way);
  from = g_strndup (way, arrow - way);
  return tl_language_create_way (from, TRUE, arrow + strlen (STORED_ARROW));
}
