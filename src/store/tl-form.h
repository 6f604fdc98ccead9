/* tl-form.h: the words in which records of a type are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-field.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gsize       length;
} TlWord;

/* What is the same in all records of a type, put together once. */
typedef struct
{
  const TlRecordType *type;
  TlWord              tag;
  TlWord              start;          /* `<tag`, and the namespace for the root */
  TlWord              attributes[32]; /* ` name="`, by field */
  guint32             in_tag;         /* a bit for each field that is an attribute */
} TlForm;

typedef struct
{
  GPtrArray    *forms; /* NULL until the first is asked for */
  const TlForm *last;  /* that was asked for */
} TlForms;

/* Returns: (transfer none): the form of @type, made when first asked for; lives
 *   until tl_forms_clear() */
const TlForm *tl_forms_get   (TlForms            *self,
                              const TlRecordType *type);
void          tl_forms_clear (TlForms            *self);

G_END_DECLS
