/* tl-journal-replay.c: does again what a log says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-journal-private.h"

#include "store/tl-problem.h"
#include "store/tl-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An operation and its words. */
typedef struct
{
  TlChangeKind kind;
  const char  *path;
  const char  *name;  /* of a field or list */
  const char  *value; /* NULL to unset; XML of what to insert */
  guint        position;
  guint        old_position;
} Operation;

static gboolean
set_damaged (GError    **error,
             const char *reason)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_JOURNAL_DAMAGED,
               /* Translators: reason */
               _("The recovery journal is damaged: %s"), reason);
  return FALSE;
}

static gboolean
parse_number (const char *word,
              guint      *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (word, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  *number = value;
  return TRUE;
}

/* Reads the operation at @at, and moves that on. */
static gboolean
parse_operation (GPtrArray *words,
                 guint     *at,
                 Operation *operation)
{
  static const struct
  {
    const char  *name;
    TlChangeKind kind;
    guint        n_words;
  } forms[] = {
    { "set", TL_CHANGE_SET, 3 },       { "unset", TL_CHANGE_SET, 2 },
    { "insert", TL_CHANGE_INSERT, 4 }, { "remove", TL_CHANGE_REMOVE, 3 },
    { "move", TL_CHANGE_MOVE, 4 },
  };
  const char *const *word = (const char *const *) words->pdata + *at;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (strcmp (word[0], forms[i].name) != 0)
        continue;
      if (words->len - *at <= forms[i].n_words)
        return FALSE;

      *operation = (Operation){ forms[i].kind, word[1], word[2], NULL, 0, 0 };
      *at += forms[i].n_words + 1;
      switch (operation->kind)
        {
        case TL_CHANGE_SET:
          operation->value = forms[i].n_words == 3 ? word[3] : NULL;
          return TRUE;
        case TL_CHANGE_INSERT:
          operation->value = word[4];
          return parse_number (word[3], &operation->position);
        case TL_CHANGE_MOVE:
          return parse_number (word[3], &operation->old_position)
                 && parse_number (word[4], &operation->position);
        case TL_CHANGE_REMOVE:
        default:
          return parse_number (word[3], &operation->position);
        }
    }
  return FALSE;
}

static int
find_list (TlRecord   *record,
           const char *name)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_lists; i++)
    if (strcmp (type->lists[i].name, name) == 0)
      return i;
  return -1;
}

static int
find_field (TlRecord   *record,
            const char *name)
{
  const TlRecordType *type = tl_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0 && (int) i != type->id_field)
      return i;
  return -1;
}

static TlRecord *
find_record (TlProject  *project,
             const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint n = g_strv_length (parts);
  TlRecord *record = TL_RECORD (project);

  if (n > 0 && parts[0][0] == '#')
    record = tl_project_lookup (project, parts[0] + 1);
  else if (n > 0 && parts[0][0] != '\0')
    return NULL;

  for (guint i = 1; i < n && record != NULL; i += 2)
    {
      int list = find_list (record, parts[i]);
      guint position;

      if (list < 0 || i + 1 >= n || !parse_number (parts[i + 1], &position))
        return NULL;
      record = tl_record_get_child (record, list, position);
    }
  return record;
}

static gboolean
do_insert (TlTransaction   *transaction,
           const Operation *operation,
           TlRecord        *parent,
           int              list,
           GError         **error)
{
  g_autoptr (GPtrArray) records = tl_reader_read_fragment (operation->value, -1, error);
  TlRecord *record;

  if (records == NULL)
    return FALSE;
  record = records->len == 1 ? g_ptr_array_index (records, 0) : NULL;
  if (record == NULL
      || tl_record_get_record_type (record) != tl_record_get_record_type (parent)->lists[list].type)
    return set_damaged (error, _("it puts something where it cannot be."));

  return tl_transaction_insert (transaction, parent, list, operation->position, g_object_ref (record), error);
}

static gboolean
do_operation (TlTransaction   *transaction,
              TlProject       *project,
              const Operation *operation,
              GError         **error)
{
  TlRecord *record = find_record (project, operation->path);
  TlRecord *child;
  int number;

  if (record == NULL)
    return set_damaged (error, _("it changes something that is not there."));
  number = operation->kind == TL_CHANGE_SET ? find_field (record, operation->name)
                                            : find_list (record, operation->name);
  if (number < 0)
    return set_damaged (error, _("it changes a fact that is not known."));

  switch (operation->kind)
    {
    case TL_CHANGE_SET:
      return tl_transaction_set (transaction, record, number, operation->value, error);
    case TL_CHANGE_INSERT:
      return do_insert (transaction, operation, record, number, error);
    case TL_CHANGE_REMOVE:
    case TL_CHANGE_MOVE:
    default:
      child = tl_record_get_child (record, number, operation->kind == TL_CHANGE_MOVE
                                                     ? operation->old_position
                                                     : operation->position);
      if (child == NULL)
        return set_damaged (error, _("it changes something that is not there."));
      if (operation->kind == TL_CHANGE_MOVE)
        tl_transaction_move (transaction, child, operation->position);
      else
        tl_transaction_remove (transaction, child);
      return TRUE;
    }
}

/* What is put in is written as it was at the end of its transaction, and so may
 * refer to what was put in after it. */
static gboolean
do_operations (TlTransaction *transaction,
               TlProject     *project,
               GPtrArray     *words,
               guint          at,
               GError       **error)
{
  tl_transaction_suspend_checks (transaction);
  while (at < words->len)
    {
      Operation operation;

      if (!parse_operation (words, &at, &operation))
        return set_damaged (error, _("it has a line that cannot be understood."));
      if (!do_operation (transaction, project, &operation, error))
        return FALSE;
    }
  return tl_transaction_resume_checks (transaction, error);
}

gboolean
tl_journal_replay (TlProject  *project,
                   const char *label,
                   GPtrArray  *words,
                   guint       first,
                   GError    **error)
{
  TlTransaction *transaction = tl_project_begin (project, label != NULL ? label : _("Recovered Change"));
  g_autoptr (GError) local_error = NULL;

  if (do_operations (transaction, project, words, first, &local_error))
    return tl_transaction_commit (transaction) || set_damaged (error, _("a change was refused."));

  tl_transaction_rollback (transaction);
  if (local_error->domain == TL_STORE_ERROR && local_error->code == TL_STORE_ERROR_JOURNAL_DAMAGED)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_damaged (error, local_error->message);
  return FALSE;
}
