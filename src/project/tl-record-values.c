/* tl-record-values.c: the facts in a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-project-private.h"
#include "project/tl-record-private.h"

#include <string.h>

/* A token is kept once for the whole program, as a GQuark, and takes three
 * bytes and NUL in a record. The first of them goes on a character in UTF-8, so
 * no value begins like that. Quarks stay for ever, hence the limits: what
 * hostile files fill is not much. */
#define MIN_TOKEN   4
#define MAX_TOKEN   64
#define MAX_TOKENS  4096
#define MAX_QUARK   (1 << 20)

/* Tokens of the last moments, by thread: the table of quarks is behind a lock. */
#define N_RECENT    64

static const TlRecordType *
get_type (TlRecord *self)
{
  return TL_RECORD_GET_CLASS (self)->type;
}

gboolean
tl_record_holds_tokens (const TlField *field)
{
  switch (field->kind)
    {
    case TL_FIELD_CHOICE:
    case TL_FIELD_STAGE:
    case TL_FIELD_ELEMENT_KIND:
    case TL_FIELD_COMPONENT:
    case TL_FIELD_DATA_OBJECT:
    case TL_FIELD_ASSESSABLE:
      return TRUE;

    case TL_FIELD_ID:
    case TL_FIELD_TEXT:
    case TL_FIELD_LONG_TEXT:
    case TL_FIELD_INTEGER:
    case TL_FIELD_NUMBER:
    case TL_FIELD_DATE:
    case TL_FIELD_EDITION:
    case TL_FIELD_REFERENCE:
    default:
      return field->repeats;
    }
}

/* 0 if @token is none and cannot become one. */
static GQuark
get_quark (const char *token,
           gsize       length)
{
  static __thread struct { const char *token; gsize length; GQuark quark; } recent[N_RECENT];
  static int n_tokens;
  guint slot = (length * 31 + (guchar) token[0] * 7 + (guchar) token[length - 1] * 3
                + (guchar) token[length / 2]) % N_RECENT;
  GQuark quark;

  if (recent[slot].length == length && memcmp (recent[slot].token, token, length) == 0)
    return recent[slot].quark;

  quark = g_quark_try_string (token);
  if (quark == 0 && g_atomic_int_get (&n_tokens) < MAX_TOKENS)
    {
      g_atomic_int_inc (&n_tokens);
      quark = g_quark_from_string (token);
    }
  if (quark >= MAX_QUARK)
    return 0;

  recent[slot].token = g_quark_to_string (quark);
  recent[slot].length = length;
  return recent[slot].quark = quark;
}

/* What is stored for the token @value: its number in @buffer, or itself. */
static TlRecordValue
encode_token (TlRecordValue value,
              char          buffer[4])
{
  GQuark quark;

  if (value.length < MIN_TOKEN || value.length > MAX_TOKEN)
    return value;

  quark = get_quark (value.text, value.length);
  if (quark == 0)
    return value;

  buffer[0] = 0x80 | (quark >> 14 & 0x3f);
  buffer[1] = 0x80 | (quark >> 7 & 0x7f);
  buffer[2] = 0x80 | (quark & 0x7f);
  buffer[3] = '\0';
  return (TlRecordValue){ buffer, 3 };
}

static const char *
decode_value (const char *stored)
{
  const guchar *p = (const guchar *) stored;

  if (G_LIKELY ((p[0] & 0xc0) != 0x80))
    return stored;
  return g_quark_to_string ((p[0] & 0x3f) << 14 | (p[1] & 0x7f) << 7 | (p[2] & 0x7f));
}

/* The end of the values of @fields, which begin at @p. */
static const char *
skip_values (const char *p,
             guint32     fields)
{
  for (; fields != 0; fields &= fields - 1)
    p += strlen (p) + 1;
  return p;
}

/* Where the value of @field is or would be. */
static const char *
find_value (TlRecordPrivate *priv,
            guint            field)
{
  return skip_values (priv->packed, priv->set & (TL_RECORD_BIT (field) - 1));
}

const char *
tl_record_get (TlRecord *self,
               guint     field)
{
  TlRecordPrivate *priv;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < get_type (self)->n_fields, NULL);

  priv = tl_record_get_private (self);
  return priv->set & TL_RECORD_BIT (field) ? decode_value (find_value (priv, field)) : NULL;
}

guint32
tl_record_get_all (TlRecord      *self,
                   TlRecordValue *values)
{
  TlRecordPrivate *priv;
  const char *p;

  g_return_val_if_fail (TL_IS_RECORD (self), 0);
  g_return_val_if_fail (values != NULL, 0);

  priv = tl_record_get_private (self);
  p = priv->packed;
  for (guint32 rest = priv->set; rest != 0; rest &= rest - 1)
    {
      TlRecordValue *value = &values[__builtin_ctz (rest)];
      gsize length = strlen (p);

      value->text = decode_value (p);
      value->length = value->text == p ? length : strlen (value->text);
      p += length + 1;
    }
  return priv->set;
}

int
tl_record_get_integer (TlRecord *self,
                       guint     field,
                       int       fallback)
{
  const char *value = tl_record_get (self, field);

  return value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), G_MININT, G_MAXINT) : fallback;
}

double
tl_record_get_number (TlRecord *self,
                      guint     field,
                      double    fallback)
{
  const char *value = tl_record_get (self, field);

  return value != NULL ? g_ascii_strtod (value, NULL) : fallback;
}

const char *
tl_record_get_id (TlRecord *self)
{
  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  return tl_record_peek_id (self);
}

const char *
tl_record_get_name (TlRecord *self)
{
  const char *name = NULL;

  g_return_val_if_fail (TL_IS_RECORD (self), NULL);

  if (get_type (self)->name_field >= 0)
    name = tl_record_get (self, get_type (self)->name_field);
  return name != NULL ? name : "";
}

/* @value may be part of what is replaced. It was checked. */
void
tl_record_store (TlRecord   *self,
                 guint       field,
                 const char *value)
{
  TlRecordPrivate *priv = tl_record_get_private (self);
  guint32 fields_after = priv->set & ~(TL_RECORD_BIT (field) | (TL_RECORD_BIT (field) - 1));
  const char *place = find_value (priv, field);
  const char *rest = priv->set & TL_RECORD_BIT (field) ? place + strlen (place) + 1 : place;
  gsize before = place - priv->packed;
  gsize after = skip_values (rest, fields_after) - rest;
  char buffer[4];
  TlRecordValue stored = { value, value != NULL ? strlen (value) : 0 };
  gsize length;
  char *packed = NULL;

  if (TL_RECORD_GET_CLASS (self)->tokens & TL_RECORD_BIT (field))
    stored = encode_token (stored, buffer);
  length = stored.length > 0 ? stored.length + 1 : 0;

  if (before + length + after > 0)
    {
      packed = g_malloc (before + length + after);
      if (before > 0)
        memcpy (packed, priv->packed, before);
      if (length > 0)
        memcpy (packed + before, stored.text, length);
      if (after > 0)
        memcpy (packed + before + length, rest, after);
    }

  g_free (priv->packed);
  priv->packed = packed;
  if (length > 0)
    priv->set |= TL_RECORD_BIT (field);
  else
    priv->set &= ~TL_RECORD_BIT (field);
}

gboolean
tl_record_check_required (TlRecord  *self,
                          GError   **error)
{
  TlRecordPrivate *priv = tl_record_get_private (self);
  guint32 missing = TL_RECORD_GET_CLASS (self)->required & ~priv->set;

  if (G_LIKELY (missing == 0))
    return TRUE;
  return tl_field_check (&get_type (self)->fields[__builtin_ctz (missing)], NULL, error);
}

gboolean
tl_record_fill (TlRecord    *self,
                guint        field,
                const char  *value,
                GError     **error)
{
  gboolean is_id;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field < get_type (self)->n_fields, FALSE);
  g_return_val_if_fail (tl_record_is_being_made (self), FALSE);

  if (!tl_field_check (&get_type (self)->fields[field], value, error))
    return FALSE;

  is_id = get_type (self)->id_field == (int) field;
  if (!is_id || tl_record_get_project (self) == NULL)
    {
      tl_record_store (self, field, value);
      return TRUE;
    }

  /* An id that is in use stays. Only the root can be without one here. */
  if (tl_record_get_id (self) != NULL)
    {
      g_return_val_if_fail (strcmp (tl_record_get_id (self), value) == 0, FALSE);
      return TRUE;
    }
  return tl_project_fill_id (TL_PROJECT (self), value, error);
}

/* Checks the values of @set and makes tokens of those that hold some. */
static gboolean
prepare_values (TlRecord             *self,
                guint32               set,
                const TlRecordValue  *values,
                TlRecordValue        *stored,
                char                (*buffers)[4],
                GError              **error)
{
  TlRecordClass *klass = TL_RECORD_GET_CLASS (self);

  for (guint32 rest = set | klass->required; rest != 0; rest &= rest - 1)
    {
      guint i = __builtin_ctz (rest);
      const TlField *field = &klass->type->fields[i];
      gboolean is_set = (set & TL_RECORD_BIT (i)) != 0;

      if (!tl_field_check_sized (field, is_set ? values[i].text : NULL, is_set ? values[i].length : 0, error))
        {
          g_prefix_error (error, "%s: ", tl_field_get_label (field));
          return FALSE;
        }
      if (is_set)
        stored[i] = klass->tokens & TL_RECORD_BIT (i) ? encode_token (values[i], buffers[i]) : values[i];
    }
  return TRUE;
}

/* All values of @set in one block. */
static char *
pack_values (guint32              set,
             const TlRecordValue *values)
{
  gsize size = 0;
  char *packed, *end;

  for (guint32 rest = set; rest != 0; rest &= rest - 1)
    size += values[__builtin_ctz (rest)].length + 1;

  packed = end = size > 0 ? g_malloc (size) : NULL;
  for (guint32 rest = set; rest != 0; rest &= rest - 1)
    {
      const TlRecordValue *value = &values[__builtin_ctz (rest)];

      memcpy (end, value->text, value->length + 1);
      end += value->length + 1;
    }
  return packed;
}

gboolean
tl_record_fill_values (TlRecord             *self,
                       guint32               set,
                       const TlRecordValue  *values,
                       GError              **error)
{
  TlRecordPrivate *priv;
  TlRecordValue stored[32];
  char buffers[32][4];
  char *packed;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (values != NULL, FALSE);
  g_return_val_if_fail (tl_record_is_being_made (self), FALSE);

  for (guint32 rest = set; rest != 0; rest &= rest - 1)
    if (values[__builtin_ctz (rest)].length == 0)
      set &= ~(rest & -rest);

  if (!prepare_values (self, set, values, stored, buffers, error))
    return FALSE;

  /* The index knows the id of what is in a project. */
  if (get_type (self)->id_field == 0 && tl_record_get_project (self) != NULL
      && !tl_record_fill (self, 0, set & 1 ? values[0].text : NULL, error))
    return FALSE;

  packed = pack_values (set, stored);
  priv = tl_record_get_private (self);
  g_free (priv->packed);
  priv->packed = packed;
  priv->set = set;
  return TRUE;
}

gboolean
tl_record_fill_all (TlRecord           *self,
                    const char *const  *values,
                    GError            **error)
{
  TlRecordValue sized[32];
  guint32 set = 0;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (values != NULL, FALSE);

  for (guint i = 0; i < get_type (self)->n_fields; i++)
    if (values[i] != NULL)
      {
        sized[i] = (TlRecordValue){ values[i], strlen (values[i]) };
        set |= TL_RECORD_BIT (i);
      }
  return tl_record_fill_values (self, set, sized, error);
}
