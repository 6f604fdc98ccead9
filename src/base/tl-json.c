/* tl-json.c: writes JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/tl-json.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char  closing; /* '}' or ']' */
  guint n_items;
} Level;

struct _TlJson
{
  GString *text;
  GArray  *levels; /* of Level, outermost first */
};

TlJson *
tl_json_new (void)
{
  TlJson *self = g_new0 (TlJson, 1);

  self->text = g_string_new (NULL);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  return self;
}

void
tl_json_free (TlJson *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->levels);
  g_free (self);
}

static Level *
get_level (TlJson *self)
{
  return self->levels->len == 0 ? NULL : &g_array_index (self->levels, Level, self->levels->len - 1);
}

static void
append_line (TlJson *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->levels->len; i++)
    g_string_append (self->text, "  ");
}

static void
append_quoted (GString    *text,
               const char *value)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      const char *escapes = "\"\"\\\\\bb\ff\nn\rr\tt";
      gboolean escaped = FALSE;

      for (const char *e = escapes; *e != '\0' && !escaped; e += 2)
        if (*p == e[0])
          {
            g_string_append_c (text, '\\');
            g_string_append_c (text, e[1]);
            escaped = TRUE;
          }
      if (escaped)
        continue;
      if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* Everything that stands before a value: comma, line end, name. */
static void
begin_value (TlJson     *self,
             const char *name)
{
  Level *level = get_level (self);

  g_return_if_fail ((name != NULL) == (level != NULL && level->closing == '}'));

  if (level == NULL)
    return;
  if (level->n_items++ > 0)
    g_string_append_c (self->text, ',');
  append_line (self);
  if (name != NULL)
    {
      append_quoted (self->text, name);
      g_string_append (self->text, ": ");
    }
}

static void
begin_level (TlJson     *self,
             const char *name,
             char        opening,
             char        closing)
{
  Level level = { closing, 0 };

  begin_value (self, name);
  g_string_append_c (self->text, opening);
  g_array_append_val (self->levels, level);
}

void
tl_json_begin_object (TlJson     *self,
                      const char *name)
{
  begin_level (self, name, '{', '}');
}

void
tl_json_begin_array (TlJson     *self,
                     const char *name)
{
  begin_level (self, name, '[', ']');
}

void
tl_json_end (TlJson *self)
{
  Level level;

  g_return_if_fail (self->levels->len > 0);

  level = *get_level (self);
  g_array_set_size (self->levels, self->levels->len - 1);
  if (level.n_items > 0)
    append_line (self);
  g_string_append_c (self->text, level.closing);
}

void
tl_json_string (TlJson     *self,
                const char *name,
                const char *value)
{
  begin_value (self, name);
  if (value == NULL)
    g_string_append (self->text, "null");
  else
    append_quoted (self->text, value);
}

void
tl_json_integer (TlJson     *self,
                 const char *name,
                 gint64      value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
tl_json_number (TlJson     *self,
                const char *name,
                double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_value (self, name);
  if (isfinite (value))
    g_string_append (self->text, g_ascii_dtostr (buffer, sizeof buffer, value));
  else
    g_string_append (self->text, "null");
}

void
tl_json_boolean (TlJson     *self,
                 const char *name,
                 gboolean    value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

const char *
tl_json_get_text (TlJson *self)
{
  g_return_val_if_fail (self->levels->len == 0, NULL);

  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, '\n');
  return self->text->str;
}
