/* tl-kept.c: what a file says and this version does not know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-kept.h"

#include <string.h>

#define RS '\x1e'

typedef struct
{
  char    *name; /* NULL for the record itself */
  GString *parts[TL_KEPT_N_PARTS];
} Section;

struct _TlKept
{
  GPtrArray *sections;
};

static void
free_section (gpointer data)
{
  Section *section = data;

  for (guint i = 0; i < TL_KEPT_N_PARTS; i++)
    if (section->parts[i] != NULL)
      g_string_free (section->parts[i], TRUE);
  g_free (section->name);
  g_free (section);
}

TlKept *
tl_kept_new (void)
{
  TlKept *self = g_new (TlKept, 1);

  self->sections = g_ptr_array_new_with_free_func (free_section);
  return self;
}

void
tl_kept_free (TlKept *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sections);
  g_free (self);
}

GString *
tl_kept_get (TlKept     *self,
             const char *name,
             TlKeptPart  part)
{
  Section *section = NULL;

  for (guint i = 0; i < self->sections->len && section == NULL; i++)
    {
      section = g_ptr_array_index (self->sections, i);
      if (g_strcmp0 (section->name, name) != 0)
        section = NULL;
    }
  if (section == NULL)
    {
      section = g_new0 (Section, 1);
      section->name = g_strdup (name);
      g_ptr_array_add (self->sections, section);
    }
  if (section->parts[part] == NULL)
    section->parts[part] = g_string_new (NULL);
  return section->parts[part];
}

static char *
steal_part (Section    *section,
            TlKeptPart  part)
{
  GString *text = g_steal_pointer (&section->parts[part]);
  gboolean is_empty = text == NULL || text->len == 0;
  char *string = text != NULL ? g_string_free (text, FALSE) : NULL;

  if (is_empty)
    g_clear_pointer (&string, g_free);
  return string;
}

static void
append_section (GString *content,
                Section *section)
{
  gsize length = 0;

  for (guint i = 0; i < TL_KEPT_N_PARTS; i++)
    if (section->parts[i] != NULL)
      length += section->parts[i]->len;
  if (length == 0)
    return;

  g_string_append_c (content, RS);
  g_string_append (content, section->name);
  for (guint i = 0; i < TL_KEPT_N_PARTS; i++)
    {
      g_string_append_c (content, RS);
      if (section->parts[i] != NULL)
        g_string_append_len (content, section->parts[i]->str, section->parts[i]->len);
    }
}

TlUnknown *
tl_kept_finish (TlKept *self)
{
  GString *content = g_string_new (NULL);
  TlUnknown *unknown = g_new0 (TlUnknown, 1);

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (section->name != NULL)
        {
          append_section (content, section);
          continue;
        }
      if (section->parts[TL_KEPT_PIECES] != NULL)
        g_string_prepend_len (content, section->parts[TL_KEPT_PIECES]->str,
                              section->parts[TL_KEPT_PIECES]->len);
      unknown->attributes = steal_part (section, TL_KEPT_ATTRIBUTES);
      unknown->leading = steal_part (section, TL_KEPT_LEADING);
    }

  if (content->len > 0)
    unknown->content = g_string_free (content, FALSE);
  else
    g_string_free (content, TRUE);
  tl_kept_free (self);

  if (unknown->attributes == NULL && unknown->leading == NULL && unknown->content == NULL)
    g_clear_pointer (&unknown, tl_unknown_free);
  return unknown;
}

/* Moves @at past the next part, which ends before RS or NUL. */
static const char *
take_part (const char **at,
           gsize       *length)
{
  const char *start = *at;

  *length = strchrnul (start, RS) - start;
  *at = start + *length;
  if (**at == RS)
    (*at)++;
  return start;
}

gboolean
tl_kept_find (const TlUnknown *unknown,
              const char      *name,
              TlKeptSection   *section)
{
  const char *at = unknown->content;
  gsize length;

  memset (section, 0, sizeof *section);
  if (at == NULL)
    return FALSE;

  section->parts[TL_KEPT_PIECES] = take_part (&at, &section->lengths[TL_KEPT_PIECES]);
  if (name == NULL)
    return section->lengths[TL_KEPT_PIECES] > 0;

  while (*at != '\0')
    {
      const char *found = take_part (&at, &length);

      for (guint i = 0; i < TL_KEPT_N_PARTS; i++)
        section->parts[i] = take_part (&at, &section->lengths[i]);
      if (length == strlen (name) && memcmp (found, name, length) == 0)
        return TRUE;
    }
  memset (section, 0, sizeof *section);
  return FALSE;
}
