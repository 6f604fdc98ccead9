/* tl-field.c: what a record of a project can hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In bytes. Enough for anybody's line and page, and a bound on what a hostile
 * file or clipboard can make of one field. */
#define MAX_ID        64
#define MAX_LINE      (64 * 1024)
#define MAX_LONG_TEXT (16 * 1024 * 1024)
#define MAX_NUMBER    64

/* Of a value in a message, in characters. */
#define MAX_QUOTED    40

G_DEFINE_QUARK (tl-project-error-quark, tl_project_error)

typedef enum
{
  TEXT_GOOD,
  TEXT_TOO_LONG,
  TEXT_BAD_CHARACTER,
  TEXT_BAD_ENCODING,
} TextState;

/* The beginning of @value as it can stand in a message: short, valid, one line. */
static char *
quote_value (const char *value)
{
  g_autofree char *head = g_strndup (value, 4 * MAX_QUOTED + 1);
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  g_autoptr(GString) quoted = g_string_new (NULL);
  const char *p = valid;

  for (guint i = 0; *p != '\0' && i < MAX_QUOTED; i++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (quoted, g_unichar_iscntrl (c) ? ' ' : c);
      p = g_utf8_next_char (p);
    }
  if (*p != '\0')
    g_string_append (quoted, "…");

  return g_strdup (quoted->str);
}

/* Looks for what UTF-8 can encode and XML 1.0 or one line of text can not hold. */
static TextState
scan_encoded (const char *text,
              gsize       length,
              gboolean    one_line)
{
  const guchar *p = (const guchar *) text;

  if (!g_utf8_validate_len (text, length, NULL))
    return TEXT_BAD_ENCODING;

  for (; *p != '\0'; p++)
    {
      if (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe) /* U+FFFE, U+FFFF */
        return TEXT_BAD_CHARACTER;
      if (one_line
          && ((p[0] == 0xc2 && p[1] < 0xa0) /* U+0080 to U+009F */
              || (p[0] == 0xe2 && p[1] == 0x80 && (p[2] == 0xa8 || p[2] == 0xa9)))) /* U+2028, U+2029 */
        return TEXT_BAD_CHARACTER;
    }
  return TEXT_GOOD;
}

/* Whether all bytes are from 0x20 to 0x7e, as in most texts; eight at a time. */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = ones * 0x80;
  guint64 found = 0;

  for (; length >= 8; text += 8, length -= 8)
    {
      guint64 bytes, deletes;

      memcpy (&bytes, text, 8);
      deletes = bytes ^ ones * 0x7f;
      found |= bytes                              /* from 0x80 on */
               | ((bytes - ones * 0x20) & ~bytes) /* below 0x20 */
               | ((deletes - ones) & ~deletes);   /* 0x7f */
    }
  for (; length > 0; text++, length--)
    if ((guchar) *text < 0x20 || (guchar) *text >= 0x7f)
      return FALSE;

  return (found & tops) == 0;
}

static TextState
scan_text (const char *text,
           gsize       limit,
           gboolean    one_line)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + limit;
  gboolean encoded = FALSE;

  for (; *p != '\0'; p++)
    {
      if (p == end)
        return TEXT_TOO_LONG;
      if (*p >= 0x80)
        encoded = TRUE;
      else if (*p < 0x20 && (one_line || (*p != '\n' && *p != '\t' && *p != '\r')))
        return TEXT_BAD_CHARACTER;
      else if (*p == 0x7f && one_line)
        return TEXT_BAD_CHARACTER;
    }

  if (encoded)
    return scan_encoded (text, p - (const guchar *) text, one_line);
  return TEXT_GOOD;
}

static gboolean
check_odd_text (const char  *value,
                gsize        limit,
                gboolean     one_line,
                GError     **error)
{
  g_autofree char *quoted = NULL;
  g_autofree char *size = NULL;
  TextState state = scan_text (value, limit, one_line);

  if (state == TEXT_GOOD)
    return TRUE;

  quoted = quote_value (value);
  switch (state)
    {
    case TEXT_TOO_LONG:
      size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   /* Translators: %1$s is the beginning of a text, %2$s a size such as 64 KiB */
                   _("“%1$s” is too long: it may have %2$s at most."), quoted, size);
      break;

    case TEXT_BAD_ENCODING:
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   _("“%s” is not valid UTF-8 text."), quoted);
      break;

    case TEXT_BAD_CHARACTER:
    case TEXT_GOOD:
    default:
      if (one_line)
        g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                     _("“%s” has a line break or control character in it, and has to be one line of text."),
                     quoted);
      else
        g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                     _("“%s” has a control character in it that a file cannot hold."), quoted);
      break;
    }
  return FALSE;
}

static inline gboolean
check_text (const char  *value,
            gsize        length,
            gsize        limit,
            gboolean     one_line,
            GError     **error)
{
  return G_LIKELY (length <= limit && is_plain (value, length))
         || check_odd_text (value, limit, one_line, error);
}

/* What an id is made of: 2 where it may begin, 1 elsewhere. */
static const guint8 id_bytes[256] = {
  ['A' ... 'Z'] = 2, ['a' ... 'z'] = 2, ['0' ... '9'] = 2, ['_'] = 2,
  ['-'] = 1, ['.'] = 1, [':'] = 1,
};

/* Ids, and tokens of the same make that this program may not know. */
static gboolean
is_id (const char *value,
       gsize       length)
{
  const guchar *bytes = (const guchar *) value;

  if (length > MAX_ID || id_bytes[bytes[0]] != 2)
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (id_bytes[bytes[i]] == 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_date (const char *value)
{
  static const char form[] = "dddd-dd-dd";
  int year, month, day;

  for (gsize i = 0; i < sizeof form; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != form[i])
      return FALSE;

  year = (value[0] - '0') * 1000 + (value[1] - '0') * 100 + (value[2] - '0') * 10 + (value[3] - '0');
  month = (value[5] - '0') * 10 + (value[6] - '0');
  day = (value[8] - '0') * 10 + (value[9] - '0');

  return year > 0 && g_date_valid_dmy (day, month, year);
}

/* An optional sign, digits, and where allowed a point and digits. */
static gboolean
is_number (const char *value,
           gboolean    fraction,
           double      minimum,
           double      maximum)
{
  const char *p = value;
  guint n_digits = 0;
  guint64 whole = 0;
  double number;

  if (*p == '-' || *p == '+')
    p++;
  for (; g_ascii_isdigit (*p) && p - value < MAX_NUMBER; p++, n_digits++)
    whole = whole * 10 + (*p - '0');
  if (fraction && *p == '.')
    for (p++; g_ascii_isdigit (*p) && p - value < MAX_NUMBER; p++)
      n_digits++;
  if (*p != '\0' || n_digits == 0)
    return FALSE;

  /* Most are a few digits and nothing else. */
  if (n_digits < 16 && p == value + n_digits)
    number = whole;
  else
    number = g_ascii_strtod (value, NULL);
  return isfinite (number) && number >= minimum && number <= maximum;
}

static void
set_number_error (const TlField  *self,
                  const char     *quoted,
                  GError        **error)
{
  gboolean whole = self->kind == TL_FIELD_INTEGER;
  g_autofree char *minimum = g_strdup_printf ("%.0f", self->minimum);
  g_autofree char *maximum = NULL;

  if (self->maximum >= G_MAXDOUBLE)
    {
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   /* Translators: %2$s is a number */
                   whole ? _("“%1$s” is not a whole number of %2$s or more.")
                         : _("“%1$s” is not a number of %2$s or more."),
                   quoted, minimum);
      return;
    }

  maximum = g_strdup_printf ("%.0f", self->maximum);
  g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
               /* Translators: %2$s and %3$s are numbers */
               whole ? _("“%1$s” is not a whole number between %2$s and %3$s.")
                     : _("“%1$s” is not a number between %2$s and %3$s."),
               quoted, minimum, maximum);
}

static void
set_form_error (const TlField  *self,
                const char     *value,
                GError        **error)
{
  g_autofree char *quoted = quote_value (value);

  switch (self->kind)
    {
    case TL_FIELD_INTEGER:
    case TL_FIELD_NUMBER:
      set_number_error (self, quoted, error);
      break;

    case TL_FIELD_DATE:
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   _("“%s” is not a date such as 2026-11-01."), quoted);
      break;

    case TL_FIELD_CHOICE:
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   _("“%s” is not one of the choices."), quoted);
      break;

    case TL_FIELD_EDITION:
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   _("“%s” is not an edition such as 2.1."), quoted);
      break;

    case TL_FIELD_ID:
    case TL_FIELD_STAGE:
    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
    case TL_FIELD_REFERENCE:
    case TL_FIELD_TEXT:
    case TL_FIELD_LONG_TEXT:
    case TL_FIELD_ELEMENT_KIND:
    default:
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   _("“%s” is not an id: an id is 1 to 64 letters A–Z, digits and “_”, “-”, “.”, “:”, "
                     "and begins with a letter, a digit or “_”."), quoted);
      break;
    }
}

gboolean
tl_field_check (const TlField  *self,
                const char     *value,
                GError        **error)
{
  return tl_field_check_sized (self, value, value != NULL ? strlen (value) : 0, error);
}

gboolean
tl_field_check_sized (const TlField  *self,
                      const char     *value,
                      gsize           length,
                      GError        **error)
{
  gboolean good = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (length == 0)
    {
      if (!self->required)
        return TRUE;
      g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
                   /* Translators: %s is the label of a field, such as Date */
                   _("“%s” cannot be left empty."), tl_field_get_label (self));
      return FALSE;
    }

  switch (self->kind)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_ELEMENT_KIND:
      return check_text (value, length, MAX_LINE, TRUE, error);

    case TL_FIELD_LONG_TEXT:
      return check_text (value, length, MAX_LONG_TEXT, FALSE, error);

    case TL_FIELD_INTEGER:
      good = is_number (value, FALSE, self->minimum, self->maximum);
      break;

    case TL_FIELD_NUMBER:
      good = is_number (value, TRUE, self->minimum, self->maximum);
      break;

    case TL_FIELD_DATE:
      good = is_date (value);
      break;

    case TL_FIELD_ID:
    case TL_FIELD_CHOICE:
    case TL_FIELD_STAGE:
    case TL_FIELD_EDITION:
    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
    case TL_FIELD_REFERENCE:
    default:
      good = is_id (value, length);
      break;
    }

  if (!good)
    set_form_error (self, value, error);
  return good;
}

const char *
tl_field_get_label (const TlField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "field", self->label);
}

const char *
tl_field_get_choice_label (const TlField *self,
                           const char    *token)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (token != NULL, NULL);

  for (const TlChoice *choice = self->choices; choice != NULL && choice->token != NULL; choice++)
    if (strcmp (choice->token, token) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choice->label);

  return token;
}

const char *
tl_record_type_get_label (const TlRecordType *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "record", self->label);
}
