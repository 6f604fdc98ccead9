/* tl-journal-line.c: the lines of a log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-journal-private.h"

#include "store/tl-digest.h"
#include "store/tl-writer.h"

#include <string.h>

void
tl_journal_append_word (GString    *line,
                        const char *word)
{
  if (line->len > 0)
    g_string_append_c (line, '\t');

  for (;;)
    {
      gsize n = strcspn (word, "\t\n\r\\");

      g_string_append_len (line, word, n);
      if (word[n] == '\0')
        return;
      g_string_append_c (line, '\\');
      g_string_append_c (line, word[n] == '\t' ? 't' : word[n] == '\n' ? 'n' : word[n] == '\r' ? 'r' : '\\');
      word += n + 1;
    }
}

char *
tl_journal_seal_line (GString *line,
                      gsize   *length)
{
  g_autofree char *digest = tl_digest_compute (line->str, line->len);

  g_string_prepend_c (line, '\t');
  g_string_prepend (line, digest);
  g_string_append_c (line, '\n');
  *length = line->len;
  return g_string_free (line, FALSE);
}

/* NULL if there is a backslash that stands for nothing. */
static char *
unescape (const char *word,
          gsize       length)
{
  g_autofree char *text = g_malloc (length + 1);
  char *end = text;

  for (gsize i = 0; i < length; i++)
    {
      static const char codes[] = "tnr\\", characters[] = "\t\n\r\\";
      const char *code;

      if (word[i] != '\\')
        {
          *end++ = word[i];
          continue;
        }
      code = i + 1 < length ? memchr (codes, word[++i], 4) : NULL;
      if (code == NULL)
        return NULL;
      *end++ = characters[code - codes];
    }
  *end = '\0';
  return g_steal_pointer (&text);
}

GPtrArray *
tl_journal_split_line (const char *line,
                       gsize       length)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *end = line + length;
  const char *tab = memchr (line, '\t', length);
  g_autofree char *digest = NULL;

  if (tab == NULL || memchr (line, '\0', length) != NULL || !g_utf8_validate_len (line, length, NULL))
    return NULL;
  digest = tl_digest_compute (tab + 1, end - tab - 1);
  if ((gsize) (tab - line) != strlen (digest) || memcmp (line, digest, tab - line) != 0)
    return NULL;

  for (const char *at = tab + 1; at <= end; at = tab + 1)
    {
      char *word;

      tab = memchr (at, '\t', end - at);
      if (tab == NULL)
        tab = end;
      word = unescape (at, tab - at);
      if (word == NULL)
        return NULL;
      g_ptr_array_add (words, word);
    }
  return g_steal_pointer (&words);
}

/* Changes */

static void
append_number (GString *line,
               guint    number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  tl_journal_append_word (line, text);
}

/* Where a record without an id stood just after change number @index: from
 * where it is now, or was before it was taken away, back over what was done to
 * its list since. FALSE if it was in no list then that still tells. */
static gboolean
locate (GPtrArray *changes,
        guint      index,
        TlRecord  *record,
        TlRecord **parent,
        guint     *list,
        guint     *position)
{
  guint end;

  *parent = NULL;
  for (end = index + 1; end < changes->len && *parent == NULL; end++)
    {
      const TlChange *change = g_ptr_array_index (changes, end);

      if (change->record != record || change->kind == TL_CHANGE_SET)
        continue;
      *parent = change->parent;
      *list = change->list;
      *position = change->kind == TL_CHANGE_MOVE ? change->old_position : change->position;
      if (change->kind == TL_CHANGE_INSERT)
        return FALSE;
    }
  if (*parent == NULL)
    {
      *parent = tl_record_get_parent (record);
      if (*parent == NULL)
        return FALSE;
      *list = tl_record_get_list_number (record);
      *position = tl_record_get_position (record);
      end = changes->len + 1;
    }

  for (guint i = end - 1; i > index + 1; i--)
    {
      const TlChange *change = g_ptr_array_index (changes, i - 1);

      if (change->kind == TL_CHANGE_SET || change->parent != *parent || change->list != *list)
        continue;
      if (change->kind != TL_CHANGE_REMOVE && change->position < *position)
        --*position;
      if (change->kind == TL_CHANGE_REMOVE && change->position <= *position)
        ++*position;
      if (change->kind == TL_CHANGE_MOVE && change->old_position <= *position)
        ++*position;
    }
  return TRUE;
}

/* FALSE if there is no way to the record from the project. */
static gboolean
append_path (GString   *path,
             GPtrArray *changes,
             guint      index,
             TlRecord  *record)
{
  const TlRecordType *type = tl_record_get_record_type (record);
  TlRecord *parent;
  guint list, position;

  if (type == &tl_project_type)
    return TRUE;
  if (tl_record_get_id (record) != NULL)
    {
      g_string_append_printf (path, "#%s", tl_record_get_id (record));
      return TRUE;
    }
  if (!locate (changes, index, record, &parent, &list, &position)
      || !append_path (path, changes, index, parent))
    return FALSE;

  type = tl_record_get_record_type (parent);
  g_string_append_printf (path, "/%s/%u", type->lists[list].name, position);
  return TRUE;
}

/* Records that a transaction has put in so far, and all that it takes away. */
typedef struct
{
  GHashTable *inserted;
  GHashTable *removed;
} Movements;

/* What @record was in just after change number @index. */
static TlRecord *
get_parent_then (GPtrArray *changes,
                 guint      index,
                 TlRecord  *record,
                 Movements *movements)
{
  if (g_hash_table_contains (movements->removed, record))
    for (guint i = index + 1; i < changes->len; i++)
      {
        const TlChange *change = g_ptr_array_index (changes, i);

        if (change->record == record && change->kind == TL_CHANGE_REMOVE)
          return change->parent;
      }
  return tl_record_get_parent (record);
}

static gboolean
is_within_inserted (GPtrArray *changes,
                    guint      index,
                    TlRecord  *record,
                    Movements *movements)
{
  for (; record != NULL; record = get_parent_then (changes, index, record, movements))
    if (g_hash_table_contains (movements->inserted, record))
      return TRUE;
  return FALSE;
}

static void
append_change (GString    *line,
               TlProject  *project,
               GPtrArray  *changes,
               guint       index,
               const char *path)
{
  static const char *const names[] = { "set", "insert", "remove", "move" };
  TlChange *change = g_ptr_array_index (changes, index);
  gboolean is_unset = change->kind == TL_CHANGE_SET && change->new_value == NULL;
  g_autofree char *xml = NULL;

  tl_journal_append_word (line, is_unset ? "unset" : names[change->kind]);
  tl_journal_append_word (line, path);
  if (change->kind == TL_CHANGE_SET)
    {
      tl_journal_append_word (line, tl_record_get_record_type (change->record)->fields[change->field].name);
      if (!is_unset)
        tl_journal_append_word (line, change->new_value);
      return;
    }

  tl_journal_append_word (line, tl_record_get_record_type (change->parent)->lists[change->list].name);
  if (change->kind == TL_CHANGE_MOVE)
    append_number (line, change->old_position);
  append_number (line, change->position);
  if (change->kind == TL_CHANGE_INSERT)
    {
      xml = tl_writer_write_fragment (project, &change->record, 1);
      tl_journal_append_word (line, xml);
    }
}

/* A record that was put in is written as it is at the end of the transaction,
 * so that what was done within it since must not be written again. */
void
tl_journal_append_changes (GString   *line,
                           TlProject *project,
                           GPtrArray *changes)
{
  g_autoptr (GHashTable) inserted = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  Movements movements = { inserted, removed };

  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);

      if (change->kind == TL_CHANGE_REMOVE)
        g_hash_table_add (removed, change->record);
    }

  tl_journal_append_word (line, "change");
  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);
      TlRecord *subject = change->kind == TL_CHANGE_SET ? change->record : change->parent;
      g_autoptr (GString) path = g_string_new (NULL);

      if (is_within_inserted (changes, i, subject, &movements))
        continue;
      if (change->kind == TL_CHANGE_INSERT)
        g_hash_table_add (inserted, change->record);
      if (change->kind == TL_CHANGE_REMOVE)
        g_hash_table_remove (inserted, change->record);
      if (append_path (path, changes, i, subject))
        append_change (line, project, changes, i, path->str);
    }
}
