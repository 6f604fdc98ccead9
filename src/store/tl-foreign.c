/* tl-foreign.c: XML that is not ours, put back into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-foreign.h"

#include "store/tl-escape.h"

#include <string.h>

typedef struct
{
  const xmlChar *prefix; /* NULL for the default namespace */
  const xmlChar *uri;
  gboolean       is_mark; /* the bindings of an element begin here */
  gboolean       is_open; /* its start tag is not closed yet */
} Binding;

void
tl_foreign_init (TlForeign     *self,
                 const xmlChar *home)
{
  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  self->n_root = 0;
  self->home = home;
}

void
tl_foreign_clear (TlForeign *self)
{
  g_clear_pointer (&self->bindings, g_array_unref);
}

static void
push (TlForeign     *self,
      const xmlChar *prefix,
      const xmlChar *uri)
{
  Binding binding = { prefix, uri != NULL && *uri != '\0' ? uri : NULL, FALSE, FALSE };

  g_array_append_val (self->bindings, binding);
}

static const xmlChar *
resolve (TlForeign     *self,
         const xmlChar *prefix)
{
  for (guint i = self->bindings->len; i > 0; i--)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (!binding->is_mark && xmlStrEqual (binding->prefix, prefix))
        return binding->uri;
    }
  return prefix == NULL ? self->home : NULL;
}

static void
declare (TlForeign     *self,
         GString       *out,
         const xmlChar *prefix,
         const xmlChar *uri)
{
  const char *text = uri != NULL ? (const char *) uri : "";

  if (prefix != NULL && xmlStrchr (prefix, ':') != NULL)
    return;

  g_string_append (out, prefix != NULL ? " xmlns:" : " xmlns");
  if (prefix != NULL)
    g_string_append (out, (const char *) prefix);
  g_string_append (out, "=\"");
  tl_escape_append (out, TL_ESCAPE_ATTRIBUTE, text, strlen (text));
  g_string_append_c (out, '"');
  push (self, prefix, uri);
}

/* The prefix xml needs no declaration. */
static void
require (TlForeign     *self,
         GString       *out,
         const xmlChar *prefix,
         const xmlChar *uri)
{
  if (!xmlStrEqual (prefix, BAD_CAST "xml") && !xmlStrEqual (resolve (self, prefix), uri))
    declare (self, out, prefix, uri);
}

static void
append_name (GString       *out,
             const xmlChar *prefix,
             const xmlChar *name)
{
  if (prefix != NULL)
    {
      g_string_append (out, (const char *) prefix);
      g_string_append_c (out, ':');
    }
  g_string_append (out, (const char *) name);
}

static void
append_attribute (GString              *out,
                  const xmlChar *const *attribute)
{
  g_string_append_c (out, ' ');
  append_name (out, attribute[1], attribute[0]);
  g_string_append (out, "=\"");
  tl_escape_append (out, TL_ESCAPE_ATTRIBUTE, (const char *) attribute[3],
                    attribute[4] - attribute[3]);
  g_string_append_c (out, '"');
}

/* Names that the parser complained of and nobody could read again: with a
 * prefix that was never declared, or with another colon. */
static gboolean
is_writable (const xmlChar *name,
             const xmlChar *prefix,
             const xmlChar *uri)
{
  return (prefix == NULL || uri != NULL) && xmlStrchr (name, ':') == NULL;
}

static gboolean
is_bound (const xmlChar *const *attribute)
{
  return is_writable (attribute[0], attribute[1], attribute[2]);
}

void
tl_foreign_declare_root (TlForeign      *self,
                         int             n_namespaces,
                         const xmlChar **namespaces)
{
  for (int i = 0; i < n_namespaces; i++)
    if (namespaces[2 * i] != NULL && !xmlStrEqual (namespaces[2 * i + 1], self->home))
      push (self, namespaces[2 * i], namespaces[2 * i + 1]);
  self->n_root = self->bindings->len;
}

void
tl_foreign_append_attributes (TlForeign             *self,
                              GString               *out,
                              int                    n_namespaces,
                              const xmlChar        **namespaces,
                              guint                  n_attributes,
                              const xmlChar *const **attributes)
{
  for (int i = 0; i < n_namespaces; i++)
    if (namespaces[2 * i] != NULL && !xmlStrEqual (namespaces[2 * i + 1], self->home))
      declare (self, out, namespaces[2 * i], namespaces[2 * i + 1]);

  for (guint i = 0; i < n_attributes; i++)
    if (attributes[i][1] != NULL && is_bound (attributes[i]))
      require (self, out, attributes[i][1], attributes[i][2]);
  for (guint i = 0; i < n_attributes; i++)
    if (is_bound (attributes[i]))
      append_attribute (out, attributes[i]);

  g_array_set_size (self->bindings, self->n_root);
}

static void
close_start_tag (TlForeign *self,
                 GString   *out)
{
  for (guint i = self->bindings->len; i > self->n_root; i--)
    {
      Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (!binding->is_mark)
        continue;
      if (binding->is_open)
        g_string_append_c (out, '>');
      binding->is_open = FALSE;
      return;
    }
}

gboolean
tl_foreign_start (TlForeign      *self,
                  GString        *out,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  const xmlChar **attributes)
{
  Binding mark = { NULL, NULL, TRUE, TRUE };

  if (!is_writable (name, prefix, uri))
    return FALSE;

  close_start_tag (self, out);
  g_array_append_val (self->bindings, mark);

  g_string_append_c (out, '<');
  append_name (out, prefix, name);
  for (int i = 0; i < n_namespaces; i++)
    declare (self, out, namespaces[2 * i], namespaces[2 * i + 1]);
  require (self, out, prefix, uri);
  for (int i = 0; i < n_attributes; i++)
    if (attributes[5 * i + 1] != NULL && is_bound (&attributes[5 * i]))
      require (self, out, attributes[5 * i + 1], attributes[5 * i + 2]);
  for (int i = 0; i < n_attributes; i++)
    if (is_bound (&attributes[5 * i]))
      append_attribute (out, &attributes[5 * i]);
  return TRUE;
}

void
tl_foreign_end (TlForeign     *self,
                GString       *out,
                const xmlChar *name,
                const xmlChar *prefix)
{
  guint i = self->bindings->len;

  while (!g_array_index (self->bindings, Binding, i - 1).is_mark)
    i--;

  if (g_array_index (self->bindings, Binding, i - 1).is_open)
    {
      g_string_append (out, "/>");
    }
  else
    {
      g_string_append (out, "</");
      append_name (out, prefix, name);
      g_string_append_c (out, '>');
    }
  g_array_set_size (self->bindings, i - 1);
}

void
tl_foreign_text (TlForeign  *self,
                 GString    *out,
                 const char *text,
                 gsize       length)
{
  close_start_tag (self, out);
  tl_escape_append (out, TL_ESCAPE_TEXT, text, length);
}

void
tl_foreign_markup (TlForeign  *self,
                   GString    *out,
                   const char *markup)
{
  close_start_tag (self, out);
  g_string_append (out, markup);
}
