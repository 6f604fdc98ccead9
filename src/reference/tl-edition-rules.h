/* tl-edition-rules.h: what an edition file may hold and what it becomes
 *
 * For the reader only. To add an attribute or an element to the format, add a
 * row in tl-edition-rules.c and to the schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/tl-edition-private.h"

G_BEGIN_DECLS

typedef struct _TlEditionReader TlEditionReader;

/* What an attribute of the file holds, and so what it becomes in memory. */
typedef enum
{
  TL_FIELD_ID,        /* id of a concept */
  TL_FIELD_NAME,      /* name of a concept */
  TL_FIELD_TEXT,      /* const char * */
  TL_FIELD_WORDS,     /* the same, in our own words, which are translated */
  TL_FIELD_ORDER,     /* guint, from 1 */
  TL_FIELD_FLAG,      /* gboolean */
  TL_FIELD_SOURCE,    /* const char *, through the table of sources */
  TL_FIELD_REFERENCE, /* pointer to a concept of the kind, by its id */
  TL_FIELD_COMPONENT_ROLE,
  TL_FIELD_DATA_OBJECT_ROLE,
} TlEditionFieldType;

typedef struct
{
  const char         *name; /* NULL ends a table */
  TlEditionFieldType  type;
  gsize               offset;
  TlConceptKind       kind; /* of a reference */
  gboolean            optional;
} TlEditionField;

#define TL_RULE_NOWHERE G_MAXSIZE
#define TL_RULE_NO_CONCEPT -1

/* What an element becomes. References point backwards in the file, so one pass
 * resolves them all. Offsets may be TL_RULE_NOWHERE. */
typedef struct
{
  const char           *element;
  const char           *parent;        /* "" for the root */
  const TlEditionField *fields;        /* NULL if it has no attributes */
  gsize                 size;          /* of its record; 0 for a container or a text */
  gsize                 parent_offset; /* in its record: where the parent's record goes */
  gsize                 text_offset;   /* in its record, of a text the parent's: where the text goes */
  gsize                 list_offset;   /* in the edition: the list to add it to */
  int                   kind;          /* TlConceptKind, or TL_RULE_NO_CONCEPT */

  /* Checks a record whose attributes are read; may be NULL. */
  gboolean (*accept) (TlEditionReader  *reader,
                      gpointer          record,
                      GError          **error);
} TlEditionRule;

typedef struct
{
  const TlEditionRule *rule;
  gpointer             record; /* NULL in a container */
} TlEditionFrame;

struct _TlEditionReader
{
  TlEdition  *edition;
  GHashTable *sources;     /* id → where; both owned by the edition */
  GArray     *frames;      /* TlEditionFrame of the open elements, innermost last */
  GString    *text;        /* of the open element */
  GPtrArray  *subgroups;   /* to be listed after all groups */
  GPtrArray  *places;      /* of the open model, like the next two */
  GPtrArray  *objects;
  GPtrArray  *transitions;
  const char *id;          /* of the concept whose attributes are read */
  const char *name;
};

/* The rule of @element inside @parent, "" for none, or %NULL if there is no such. */
const TlEditionRule *tl_edition_rules_find (const char *element,
                                            const char *parent);

/* Gives the model whose element ends its arrays. */
void tl_edition_rules_close_model (TlEditionReader *reader,
                                   TlServiceModel  *model);

G_END_DECLS
