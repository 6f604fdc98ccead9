/* tl-intake-unknown.c: keeps what this version does not know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-intake-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

GString *
tl_intake_get_kept (TlFrame    *owner,
                    const char *name,
                    TlKeptPart  part)
{
  if (owner->kept == NULL)
    owner->kept = tl_kept_new ();
  return tl_kept_get (owner->kept, name, part);
}

void
tl_intake_check_kept (TlIntake *self,
                      guint     line)
{
  if (self->n_kept + self->piece->len > TL_MAX_KEPT)
    tl_intake_give_up (self, TL_STORE_ERROR_LIMIT, line,
                       g_strdup_printf (_("More than %d MiB of the file is content that this "
                                          "version of Throughline does not know."),
                                        TL_MAX_KEPT >> 20));
}

static void
append_indent (GString *out,
               guint    depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

void
tl_intake_keep_attributes (TlIntake             *self,
                           TlFrame              *owner,
                           const char           *name,
                           const TlElementStart *start,
                           guint                 n_unknown)
{
  GString *out;
  gsize before;

  if (owner->kind != TL_FRAME_RECORD)
    return;

  /* A second wrapper of one name is joined to the first; so could be two
   * attributes of one name, which nobody could read again. */
  out = tl_intake_get_kept (owner, name, TL_KEPT_ATTRIBUTES);
  if (out->len > 0)
    return;

  before = out->len;
  tl_foreign_append_attributes (&self->foreign, out, start->n_namespaces, start->namespaces,
                                n_unknown, (const xmlChar *const **) self->unknown);
  self->n_kept += out->len - before;
  tl_intake_check_kept (self, start->line);
}

void
tl_intake_keep_leading (TlIntake   *self,
                        TlFrame    *owner,
                        const char *name,
                        guint       depth)
{
  if (owner->kind == TL_FRAME_RECORD)
    {
      GString *out = tl_intake_get_kept (owner, name, TL_KEPT_LEADING);

      for (guint i = 0; i < self->waiting->len; i++)
        {
          g_string_append (out, g_ptr_array_index (self->waiting, i));
          g_string_append_c (out, '\n');
          append_indent (out, depth);
        }
    }
  g_ptr_array_set_size (self->waiting, 0);
}

/* Where the pieces in @frame go; @depth is how far they are indented, -1 for
 * not at all, as white space there is text. */
static GString *
find_pieces (TlIntake *self,
             TlFrame  *frame,
             int      *depth)
{
  TlFrame *owner = &self->frames[frame->owner];

  switch (frame->kind)
    {
    case TL_FRAME_RECORD:
      *depth = frame->plan->content >= 0 ? -1 : (int) frame->plan->depth + 1;
      return tl_intake_get_kept (frame, NULL, TL_KEPT_PIECES);
    case TL_FRAME_WRAPPER:
      *depth = owner->plan->depth + 2;
      return tl_intake_get_kept (owner, (const char *) frame->slot->name, TL_KEPT_PIECES);
    case TL_FRAME_TEXT:
      *depth = -1;
      return tl_intake_get_kept (owner, (const char *) frame->slot->name, TL_KEPT_PIECES);
    case TL_FRAME_FRAGMENT:
    default:
      return NULL;
    }
}

static void
append_piece (GString    *out,
              int         depth,
              const char *piece)
{
  if (depth >= 0)
    {
      g_string_append_c (out, '\n');
      append_indent (out, depth);
    }
  g_string_append (out, piece);
}

/* Keeps the markup that nothing of ours comes after. */
void
tl_intake_keep_rest (TlIntake *self,
                     TlFrame  *frame)
{
  int depth = 0;
  GString *out = find_pieces (self, frame, &depth);

  for (guint i = 0; i < self->waiting->len && out != NULL; i++)
    append_piece (out, depth, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

/* Keeps the markup after the root. */
void
tl_intake_keep_trailer (TlIntake *self)
{
  GString *out;

  if (self->waiting->len == 0 || self->frames[0].kind != TL_FRAME_RECORD)
    return;

  out = tl_intake_get_kept (&self->frames[0], "", TL_KEPT_PIECES);
  for (guint i = 0; i < self->waiting->len; i++)
    append_piece (out, 0, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

void
tl_intake_start_foreign (TlIntake             *self,
                         const TlElementStart *start)
{
  if (tl_foreign_start (&self->foreign, self->piece, start->name, start->prefix, start->uri,
                        start->n_namespaces, start->namespaces, start->n_attributes,
                        start->attributes))
    self->foreign_depth++;
  else
    self->skip_depth = 1;
  tl_intake_check_kept (self, start->line);
}

void
tl_intake_end_foreign (TlIntake      *self,
                       guint          line,
                       const xmlChar *name,
                       const xmlChar *prefix)
{
  TlFrame *top = &self->frames[self->depth - 1];
  int depth = 0;
  GString *out;

  tl_foreign_end (&self->foreign, self->piece, name, prefix);
  if (--self->foreign_depth > 0)
    return;

  tl_intake_keep_rest (self, top);
  out = find_pieces (self, top, &depth);
  if (out != NULL)
    append_piece (out, depth, self->piece->str);
  self->n_kept += self->piece->len;
  g_string_truncate (self->piece, 0);
  tl_intake_check_kept (self, line);
}

void
tl_intake_markup (TlIntake   *self,
                  guint       line,
                  const char *markup)
{
  if (self->stopped || self->skip_depth > 0)
    return;

  if (self->foreign_depth > 0)
    {
      tl_foreign_markup (&self->foreign, self->piece, markup);
    }
  else
    {
      g_ptr_array_add (self->waiting, g_strdup (markup));
      self->n_kept += strlen (markup) + 32;
    }
  tl_intake_check_kept (self, line);
}
