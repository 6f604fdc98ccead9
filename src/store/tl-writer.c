/* tl-writer.c: writes a project in the one canonical form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-writer.h"

#include "store/tl-escape.h"
#include "store/tl-form.h"
#include "store/tl-intake.h"
#include "store/tl-kept.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAX_DEPTH    16
#define LARGE_BUFFER (8 * 1024 * 1024)
#define LENGTH_DATA  "tl-writer-length" /* of what was written last, in bytes */

/* A record whose start tag is written and whose end tag is not. */
typedef struct
{
  TlRecord        *record;  /* owned: it may be removed between two steps */
  const TlForm    *form;
  const TlUnknown *unknown;
  const char      *wrapper; /* that is open */
  guint            depth;
  guint            list;
  guint            position;
} Level;

struct _TlWriter
{
  TlProject *project;
  guint64    state;
  TlForms    forms;
  char      *data;
  gsize      length;
  gsize      capacity;
  Level      levels[MAX_DEPTH];
  guint      n_levels;
  gboolean   is_started;
};

/* Bytes {{{1 */

/* Of a large buffer the system hands out each page when it is first written to, which
 * took a third of the time of writing; large pages are fewer. */
static void
ask_for_large_pages (TlWriter *self)
{
#ifdef MADV_HUGEPAGE
  gsize page = sysconf (_SC_PAGESIZE);
  gsize before = -(gsize) self->data & (page - 1);

  if (self->capacity >= LARGE_BUFFER)
    madvise (self->data + before, (self->capacity - before) & ~(page - 1), MADV_HUGEPAGE);
#endif
}

static void
grow (TlWriter *self,
      gsize     n)
{
  self->capacity = MAX (self->capacity * 2, self->length + n);
  self->data = g_realloc (self->data, self->capacity);
  ask_for_large_pages (self);
}

static inline char *
reserve (TlWriter *self,
         gsize     n)
{
  if (G_UNLIKELY (self->capacity - self->length < n))
    grow (self, n);
  return self->data + self->length;
}

static inline void
put (TlWriter   *self,
     const char *text,
     gsize       length)
{
  memcpy (reserve (self, length), text, length);
  self->length += length;
}

static inline void
put_string (TlWriter   *self,
            const char *text)
{
  put (self, text, strlen (text));
}

static inline void
put_char (TlWriter *self,
          char      c)
{
  *reserve (self, 1) = c;
  self->length++;
}

static inline void
put_word (TlWriter     *self,
          const TlWord *word)
{
  put (self, word->text, word->length);
}

static void
put_escaped (TlWriter            *self,
             TlEscapeKind         kind,
             const TlRecordValue *value)
{
  const char *text = value->text;
  gsize length = value->length;

  for (;;)
    {
      gsize n = tl_escape_span (kind, text, length);

      put (self, text, n);
      if (n == length)
        return;
      put_string (self, tl_escape_get (kind, text[n]));
      text += n + 1;
      length -= n + 1;
    }
}

static void
put_line (TlWriter *self,
          guint     depth)
{
  char *at = reserve (self, 2 * depth + 1);

  *at = '\n';
  memset (at + 1, ' ', 2 * depth);
  self->length += 2 * depth + 1;
}

static void
put_part (TlWriter            *self,
          const TlKeptSection *section,
          TlKeptPart           part)
{
  put (self, section->parts[part] != NULL ? section->parts[part] : "", section->lengths[part]);
}

/* Records {{{1 */

static gboolean
find_section (const TlUnknown *unknown,
              const char      *name,
              TlKeptSection   *section)
{
  if (G_LIKELY (unknown == NULL || unknown->content == NULL))
    {
      memset (section, 0, sizeof *section);
      return FALSE;
    }
  return tl_kept_find (unknown, name, section);
}

static void
put_attributes (TlWriter            *self,
                const TlForm        *form,
                guint32              set,
                const TlRecordValue *values)
{
  for (guint32 rest = set & form->in_tag; rest != 0; rest &= rest - 1)
    {
      guint i = __builtin_ctz (rest);

      put_word (self, &form->attributes[i]);
      put_escaped (self, TL_ESCAPE_ATTRIBUTE, &values[i]);
      put_char (self, '"');
    }
}

/* Whether there is anything between the tags. */
static gboolean
is_hollow (TlRecord        *record,
           const TlForm    *form,
           const TlUnknown *unknown,
           guint32          set)
{
  if ((set & ~form->in_tag) != 0 || (unknown != NULL && unknown->content != NULL))
    return FALSE;
  for (guint i = 0; i < form->type->n_lists; i++)
    if (tl_record_get_n_items (record, i) > 0)
      return FALSE;
  return TRUE;
}

static void
put_text_element (TlWriter            *self,
                  const char          *name,
                  const TlRecordValue *value,
                  const TlUnknown     *unknown,
                  guint                depth)
{
  TlKeptSection section;

  if (!find_section (unknown, name, &section) && value == NULL)
    return;

  put_line (self, depth);
  put_part (self, &section, TL_KEPT_LEADING);
  put_char (self, '<');
  put_string (self, name);
  put_part (self, &section, TL_KEPT_ATTRIBUTES);
  if (value == NULL && section.lengths[TL_KEPT_PIECES] == 0)
    {
      put (self, "/>", 2);
      return;
    }
  put_char (self, '>');
  if (value != NULL)
    put_escaped (self, TL_ESCAPE_TEXT, value);
  put_part (self, &section, TL_KEPT_PIECES);
  put (self, "</", 2);
  put_string (self, name);
  put_char (self, '>');
}

/* Returns whether there is white space before the end tag. */
static gboolean
put_texts (TlWriter            *self,
           const TlForm        *form,
           guint32              set,
           const TlRecordValue *values,
           const TlUnknown     *unknown,
           guint                depth)
{
  for (guint i = 0; i < form->type->n_fields; i++)
    {
      const TlField *field = &form->type->fields[i];
      const TlRecordValue *value = set & 1u << i ? &values[i] : NULL;

      if (field->place == TL_PLACE_ATTRIBUTE)
        continue;
      if (field->place == TL_PLACE_CHILD)
        {
          put_text_element (self, field->name, value, unknown, depth + 1);
          continue;
        }
      if (value != NULL)
        put_escaped (self, TL_ESCAPE_TEXT, value);
      return FALSE;
    }
  return TRUE;
}

/* Writes a record up to its lists, if it has any to write. */
static void
start_record (TlWriter *self,
              TlRecord *record,
              guint     depth)
{
  const TlForm *form = tl_forms_get (&self->forms, tl_record_get_record_type (record));
  const TlUnknown *unknown = tl_record_get_unknown (record);
  TlRecordValue values[32];
  guint32 set = tl_record_get_all (record, values);
  TlKeptSection section;
  Level *level;

  put_line (self, depth);
  if (G_UNLIKELY (unknown != NULL && unknown->leading != NULL))
    put_string (self, unknown->leading);
  put_word (self, &form->start);
  put_attributes (self, form, set, values);
  if (G_UNLIKELY (unknown != NULL && unknown->attributes != NULL))
    put_string (self, unknown->attributes);

  if (is_hollow (record, form, unknown, set))
    {
      put (self, "/>", 2);
      return;
    }

  put_char (self, '>');
  if (!put_texts (self, form, set, values, unknown, depth))
    {
      find_section (unknown, NULL, &section);
      put_part (self, &section, TL_KEPT_PIECES);
      put (self, "</", 2);
      put_word (self, &form->tag);
      put_char (self, '>');
      return;
    }

  g_assert (self->n_levels < MAX_DEPTH);
  level = &self->levels[self->n_levels++];
  *level = (Level){ g_object_ref (record), form, unknown, NULL, depth, 0, 0 };
}

static void
close_wrapper (TlWriter *self,
               Level    *level)
{
  TlKeptSection section;

  if (level->wrapper == NULL)
    return;

  find_section (level->unknown, level->wrapper, &section);
  put_part (self, &section, TL_KEPT_PIECES);
  put_line (self, level->depth + 1);
  put (self, "</", 2);
  put_string (self, level->wrapper);
  put_char (self, '>');
  level->wrapper = NULL;
}

/* Opens the wrapper of the list that comes next, unless there is nothing in it. */
static void
open_wrapper (TlWriter *self,
              Level    *level)
{
  const char *wrapper = level->form->type->lists[level->list].wrapper;
  TlKeptSection section;
  gboolean has_items = FALSE;

  if (level->wrapper != NULL && g_strcmp0 (level->wrapper, wrapper) == 0)
    return;
  close_wrapper (self, level);
  if (wrapper == NULL)
    return;

  /* Lists that share a wrapper stand side by side in the table. */
  for (guint i = level->list; i < level->form->type->n_lists; i++)
    if (g_strcmp0 (level->form->type->lists[i].wrapper, wrapper) == 0
        && tl_record_get_n_items (level->record, i) > 0)
      has_items = TRUE;
  if (level->list > 0 && g_strcmp0 (level->form->type->lists[level->list - 1].wrapper, wrapper) == 0)
    return;
  if (!find_section (level->unknown, wrapper, &section) && !has_items)
    return;

  put_line (self, level->depth + 1);
  put_part (self, &section, TL_KEPT_LEADING);
  put_char (self, '<');
  put_string (self, wrapper);
  put_part (self, &section, TL_KEPT_ATTRIBUTES);
  if (!has_items && section.lengths[TL_KEPT_PIECES] == 0)
    {
      put (self, "/>", 2);
      return;
    }
  put_char (self, '>');
  level->wrapper = wrapper;
}

static void
end_record (TlWriter *self,
            Level    *level)
{
  TlKeptSection section;

  close_wrapper (self, level);
  find_section (level->unknown, NULL, &section);
  put_part (self, &section, TL_KEPT_PIECES);
  put_line (self, level->depth);
  put (self, "</", 2);
  put_word (self, &level->form->tag);
  put_char (self, '>');
  g_clear_object (&level->record);
  self->n_levels--;
}

/* One record, or one end of something. */
static void
advance (TlWriter *self)
{
  Level *level = &self->levels[self->n_levels - 1];
  TlRecord *child;

  if (level->list == level->form->type->n_lists)
    {
      end_record (self, level);
      return;
    }
  if (level->position == 0)
    open_wrapper (self, level);

  child = tl_record_get_child (level->record, level->list, level->position);
  if (child == NULL)
    {
      level->list++;
      level->position = 0;
      return;
    }
  level->position++;
  start_record (self, child, level->depth + (level->wrapper != NULL ? 2 : 1));
}

/* Life {{{1 */

static void
drop_levels (TlWriter *self)
{
  while (self->n_levels > 0)
    g_clear_object (&self->levels[--self->n_levels].record);
}

static void
start (TlWriter *self)
{
  drop_levels (self);
  self->length = 0;
  self->is_started = TRUE;
  self->state = tl_history_get_state (tl_project_get_history (self->project));
  put_string (self, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  start_record (self, TL_RECORD (self->project), 0);
}

TlWriter *
tl_writer_new (TlProject *project)
{
  TlWriter *self;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);

  self = g_new0 (TlWriter, 1);
  self->project = g_object_ref (project);
  /* It will be about as long as last time. */
  self->capacity = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (project), LENGTH_DATA));
  self->capacity = MAX (self->capacity + self->capacity / 16, 64 * 1024);
  self->data = g_malloc (self->capacity);
  ask_for_large_pages (self);
  return self;
}

void
tl_writer_free (TlWriter *self)
{
  if (self == NULL)
    return;

  drop_levels (self);
  tl_forms_clear (&self->forms);
  g_object_unref (self->project);
  g_free (self->data);
  g_free (self);
}

gboolean
tl_writer_step (TlWriter *self,
                gint64    budget)
{
  gint64 deadline = budget < 0 ? G_MAXINT64 : g_get_monotonic_time () + budget;

  g_return_val_if_fail (self != NULL, FALSE);

  if (budget >= 0 && tl_project_is_changing (self->project))
    return TRUE;
  if (!self->is_started
      || tl_history_get_state (tl_project_get_history (self->project)) != self->state)
    start (self);

  while (self->n_levels > 0)
    {
      for (guint i = 0; i < 64 && self->n_levels > 0; i++)
        advance (self);
      if (self->n_levels > 0 && budget >= 0 && g_get_monotonic_time () >= deadline)
        return TRUE;
    }
  return FALSE;
}

GBytes *
tl_writer_finish (TlWriter *self,
                  guint64  *state)
{
  const TlUnknown *unknown;
  TlKeptSection section;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && self->is_started && self->n_levels == 0, NULL);

  unknown = tl_record_get_unknown (TL_RECORD (self->project));
  if (find_section (unknown, "", &section))
    put_part (self, &section, TL_KEPT_PIECES);
  put_char (self, '\n');
  if (state != NULL)
    *state = self->state;

  g_object_set_data (G_OBJECT (self->project), LENGTH_DATA, GSIZE_TO_POINTER (self->length));
  bytes = g_bytes_new_take (g_realloc (self->data, self->length), self->length);
  self->data = NULL;
  tl_writer_free (self);
  return bytes;
}

GBytes *
tl_writer_write (TlProject *project)
{
  TlWriter *self = tl_writer_new (project);

  tl_writer_step (self, -1);
  return tl_writer_finish (self, NULL);
}

/* Writes those of the root's kept attributes that are namespace declarations;
 * the text is of our own making. */
static void
put_declarations (TlWriter   *self,
                  const char *attributes)
{
  while (attributes != NULL && *attributes == ' ')
    {
      const char *quote = strchr (attributes, '"');
      const char *end = strchr (quote + 1, '"') + 1;

      if (g_str_has_prefix (attributes, " xmlns:"))
        put (self, attributes, end - attributes);
      attributes = end;
    }
}

char *
tl_writer_write_fragment (TlProject       *project,
                          TlRecord *const *records,
                          guint            n_records)
{
  TlWriter self = { 0 };
  const TlUnknown *unknown = project != NULL ? tl_record_get_unknown (TL_RECORD (project)) : NULL;

  put_string (&self, "<" TL_FRAGMENT_TAG " xmlns=\"" TL_NAMESPACE "\"");
  if (unknown != NULL)
    put_declarations (&self, unknown->attributes);
  put_char (&self, '>');
  for (guint i = 0; i < n_records; i++)
    {
      start_record (&self, records[i], 1);
      while (self.n_levels > 0)
        advance (&self);
    }
  put_string (&self, "\n</" TL_FRAGMENT_TAG ">\n");
  put_char (&self, '\0');
  tl_forms_clear (&self.forms);
  return self.data;
}
