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

static gboolean
holds_tokens (const TlField *field)
{
  switch (field->kind)
    {
    case TL_FIELD_CHOICE:
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
  static __thread GQuark recent[N_RECENT];
  static int n_tokens;
  guint slot = (length * 31 + (guchar) token[0] * 7 + (guchar) token[length - 1] * 3
                + (guchar) token[length / 2]) % N_RECENT;
  GQuark quark = recent[slot];

  if (quark != 0 && strcmp (g_quark_to_string (quark), token) == 0)
    return quark;

  quark = g_quark_try_string (token);
  if (quark == 0 && g_atomic_int_get (&n_tokens) < MAX_TOKENS)
    {
      g_atomic_int_inc (&n_tokens);
      quark = g_quark_from_string (token);
    }
  if (quark >= MAX_QUARK)
    return 0;
  return recent[slot] = quark;
}

/* What is stored for @value: itself, or in @buffer the number of a token. */
static const char *
encode_value (const TlField *field,
              const char    *value,
              char           buffer[4])
{
  gsize length;
  GQuark quark;

  if (value == NULL || !holds_tokens (field))
    return value;
  length = strlen (value);
  if (length < MIN_TOKEN || length > MAX_TOKEN)
    return value;

  quark = get_quark (value, length);
  if (quark == 0)
    return value;

  buffer[0] = 0x80 | (quark >> 14 & 0x3f);
  buffer[1] = 0x80 | (quark >> 7 & 0x7f);
  buffer[2] = 0x80 | (quark & 0x7f);
  buffer[3] = '\0';
  return buffer;
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

void
tl_record_get_all (TlRecord    *self,
                   const char **values)
{
  TlRecordPrivate *priv;
  const char *p;
  guint n_fields;

  g_return_if_fail (TL_IS_RECORD (self));
  g_return_if_fail (values != NULL);

  priv = tl_record_get_private (self);
  n_fields = get_type (self)->n_fields;
  p = priv->packed;
  for (guint i = 0; i < n_fields; i++)
    {
      values[i] = NULL;
      if ((priv->set & TL_RECORD_BIT (i)) == 0)
        continue;
      values[i] = decode_value (p);
      p += strlen (p) + 1;
    }
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
  const char *stored = encode_value (&get_type (self)->fields[field], value, buffer);
  gsize length = stored != NULL && *stored != '\0' ? strlen (stored) + 1 : 0;
  char *packed = NULL;

  if (before + length + after > 0)
    {
      packed = g_malloc (before + length + after);
      if (before > 0)
        memcpy (packed, priv->packed, before);
      if (length > 0)
        memcpy (packed + before, stored, length);
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

static gboolean
check_all (TlRecord           *self,
           const char *const  *values,
           GError            **error)
{
  const TlRecordType *type = get_type (self);

  for (guint i = 0; i < type->n_fields; i++)
    if (!tl_field_check (&type->fields[i], values[i], error))
      {
        g_prefix_error (error, "%s: ", tl_field_get_label (&type->fields[i]));
        return FALSE;
      }
  return TRUE;
}

/* All of @values in one block. */
static char *
pack_values (const TlRecordType *type,
             const char *const  *values,
             guint32            *set)
{
  char buffers[32][4];
  const char *stored[32];
  gsize lengths[32];
  gsize size = 0;
  char *packed, *end;

  *set = 0;
  for (guint i = 0; i < type->n_fields; i++)
    {
      if (values[i] == NULL || values[i][0] == '\0')
        continue;
      *set |= TL_RECORD_BIT (i);
      stored[i] = encode_value (&type->fields[i], values[i], buffers[i]);
      lengths[i] = strlen (stored[i]) + 1;
      size += lengths[i];
    }

  packed = end = size > 0 ? g_malloc (size) : NULL;
  for (guint i = 0; i < type->n_fields; i++)
    if (*set & TL_RECORD_BIT (i))
      {
        memcpy (end, stored[i], lengths[i]);
        end += lengths[i];
      }
  return packed;
}

gboolean
tl_record_fill_all (TlRecord           *self,
                    const char *const  *values,
                    GError            **error)
{
  TlRecordPrivate *priv;
  char *packed;
  guint32 set;

  g_return_val_if_fail (TL_IS_RECORD (self), FALSE);
  g_return_val_if_fail (values != NULL, FALSE);
  g_return_val_if_fail (tl_record_is_being_made (self), FALSE);

  if (!check_all (self, values, error))
    return FALSE;

  /* The index knows the id of what is in a project. */
  if (get_type (self)->id_field == 0 && tl_record_get_project (self) != NULL
      && !tl_record_fill (self, 0, values[0], error))
    return FALSE;

  packed = pack_values (get_type (self), values, &set);
  priv = tl_record_get_private (self);
  g_free (priv->packed);
  priv->packed = packed;
  priv->set = set;
  return TRUE;
}
