/* tl-field.h: what a record of a project can hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The model is described by constant tables: a TlRecordType a kind of record,
 * a TlField a fact in it, a TlListType a list of child records. Reader, writer,
 * transactions, undo, journal, comparison and inspector all work from these
 * tables; a new fact is one new row. */

#define TL_PROJECT_ERROR (tl_project_error_quark ())
GQuark tl_project_error_quark (void);

/**
 * TlProjectError:
 * @TL_PROJECT_ERROR_INVALID_VALUE: a value does not fit its field
 * @TL_PROJECT_ERROR_DUPLICATE_ID: another record has this id
 * @TL_PROJECT_ERROR_UNKNOWN_REFERENCE: no record or concept has the id referred to
 * @TL_PROJECT_ERROR_UNKNOWN_EDITION: this program does not know the edition
 */
typedef enum
{
  TL_PROJECT_ERROR_INVALID_VALUE,
  TL_PROJECT_ERROR_DUPLICATE_ID,
  TL_PROJECT_ERROR_UNKNOWN_REFERENCE,
  TL_PROJECT_ERROR_UNKNOWN_EDITION,
} TlProjectError;

/**
 * TlFieldKind:
 * @TL_FIELD_ID: stable id, set once: 1 to 64 of A–Z a–z 0–9 _ - . :
 * @TL_FIELD_TEXT: one line of text
 * @TL_FIELD_LONG_TEXT: text of any number of lines
 * @TL_FIELD_INTEGER: whole number between @minimum and @maximum
 * @TL_FIELD_NUMBER: decimal number with a point, between @minimum and @maximum
 * @TL_FIELD_DATE: ISO 8601 date, `2026-11-01`
 * @TL_FIELD_CHOICE: one of @choices; a token that is not among them may come
 *   from a newer version: it is kept, and reported as a finding
 * @TL_FIELD_STAGE: id of a stage of a value stream of the project's edition; one
 *   that it does not have is kept and reported likewise
 * @TL_FIELD_ELEMENT_KIND: id of a kind of the project's own, or of its edition's
 *   metamodel; one that neither has is kept and reported likewise
 * @TL_FIELD_EDITION: version of an edition
 * @TL_FIELD_COMPONENT: id of a functional component of the project's edition
 * @TL_FIELD_DATA_OBJECT: id of a data object of the project's edition
 * @TL_FIELD_ASSESSABLE: id of a functional component or supporting activity
 * @TL_FIELD_REFERENCE: id of another record of the project
 */
typedef enum
{
  TL_FIELD_ID,
  TL_FIELD_TEXT,
  TL_FIELD_LONG_TEXT,
  TL_FIELD_INTEGER,
  TL_FIELD_NUMBER,
  TL_FIELD_DATE,
  TL_FIELD_CHOICE,
  TL_FIELD_STAGE,
  TL_FIELD_ELEMENT_KIND,
  TL_FIELD_EDITION,
  TL_FIELD_COMPONENT,
  TL_FIELD_DATA_OBJECT,
  TL_FIELD_ASSESSABLE,
  TL_FIELD_REFERENCE,
} TlFieldKind;

/* Where a field stands in the file. */
typedef enum
{
  TL_PLACE_ATTRIBUTE, /* name="…" */
  TL_PLACE_CHILD,     /* <name>…</name> */
  TL_PLACE_CONTENT,   /* the element's own text */
} TlFieldPlace;

typedef struct
{
  const char *token; /* as in the file */
  const char *label; /* marked for translation with NC_("choice", …) */
} TlChoice;

typedef struct _TlRecordType TlRecordType;

typedef struct
{
  const char         *name;     /* in the file, and the GObject property */
  const char         *label;    /* marked with NC_("field", …): "Annual cost" */
  TlFieldKind         kind;
  TlFieldPlace        place;
  gboolean            required;
  double              minimum;  /* of INTEGER and NUMBER */
  double              maximum;
  const TlChoice     *choices;  /* of CHOICE, ends with a NULL token */
  const TlRecordType *target;   /* of REFERENCE: the type referred to */
  gboolean            repeats;  /* of TEXT: few values in many records, which share them */
} TlField;

typedef struct
{
  const char         *name;     /* "tools": for journal paths and messages */
  const char         *wrapper;  /* XML element around the list, or NULL */
  const TlRecordType *type;     /* of the records in it */
} TlListType;

struct _TlRecordType
{
  const char       *tag;      /* XML element, "tool" */
  const char       *label;    /* marked with NC_("record", …): "Tool" */
  GType           (*get_type) (void);
  const TlField    *fields;   /* field numbers are indices into this */
  guint             n_fields; /* at most 32 */
  const TlListType *lists;    /* list numbers are indices into this */
  guint             n_lists;  /* at most 16 */
  int               id_field;   /* number of the id, 0, or -1 for types without */
  int               name_field; /* number of what people call it by, or -1 */
  char              id_letter;  /* new ids begin with it; 0 for types without id */
};

/**
 * tl_field_check:
 * @self: a field
 * @value: (nullable): a value, %NULL for "not set"
 * @error: return location, %TL_PROJECT_ERROR_INVALID_VALUE
 *
 * Checks a value against its field alone: form and range, not whether what it
 * refers to exists. The message is a full, translated sentence.
 *
 * Returns: whether @value may stand in this field
 */
gboolean    tl_field_check            (const TlField  *self,
                                       const char     *value,
                                       GError        **error);

/* The same for a value that is @length bytes long, and still ends with NUL. */
gboolean    tl_field_check_sized      (const TlField  *self,
                                       const char     *value,
                                       gsize           length,
                                       GError        **error);
const char *tl_field_get_label        (const TlField  *self);   /* translated */
const char *tl_field_get_choice_label (const TlField  *self,
                                       const char     *token);  /* translated; the token itself if unknown */
const char *tl_record_type_get_label  (const TlRecordType *self); /* translated */

G_END_DECLS
