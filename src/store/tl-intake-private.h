/* tl-intake-private.h: the state of an intake; for its own files only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-intake.h"

G_BEGIN_DECLS

#define TL_NO_FRAME G_MAXUINT

typedef enum
{
  TL_FRAME_RECORD,
  TL_FRAME_WRAPPER,
  TL_FRAME_TEXT,     /* the element of a text */
  TL_FRAME_FRAGMENT, /* the root of a fragment */
} TlFrameKind;

/* An element that is ours and open. */
typedef struct
{
  TlFrameKind  kind;
  guint        owner;    /* number of the record around this one */
  guint        line;
  guint        list;     /* of the owner, this record is for */
  guint32      seen;     /* fields whose text was read */
  gboolean     is_rejected;
  gboolean     has_stray_text;
  TlTypePlan  *plan;     /* of RECORD */
  TlRecord    *record;   /* borrowed; NULL until it is in its parent */
  TlKept      *kept;     /* of RECORD, NULL if nothing */
  TlSlot      *slot;     /* of WRAPPER and TEXT */
} TlFrame;

/* What a parser says of a start tag. */
typedef struct
{
  guint           line;
  const xmlChar  *name;
  const xmlChar  *prefix;
  const xmlChar  *uri;
  int             n_namespaces;
  const xmlChar **namespaces;
  int             n_attributes;
  const xmlChar **attributes;
} TlElementStart;

struct _TlIntake
{
  TlIntakeReportFunc  report;
  gpointer            report_data;
  xmlDictPtr          dict;           /* borrowed */
  TlPlan             *plan;
  const xmlChar      *home;
  TlProject          *project;
  gsize               expected;       /* bytes of the file, 0 if not known */
  GPtrArray          *records;        /* of a fragment, else NULL */
  TlSlot             *fragment_slots;
  guint               n_fragment_slots;
  GArray             *referrers;

  TlFrame             frames[TL_MAX_DEPTH];
  guint               depth;          /* open frames */
  guint               skip_depth;     /* open elements that are left out */
  gboolean            stopped;
  gboolean            is_after_root;

  guint               pending;        /* frame whose values are not in a record yet */
  guint32             set;            /* a bit for each of its values, by field */
  guint               offsets[32];    /* of its values, by field */
  guint               lengths[32];
  char               *values;
  gsize               n_values;       /* bytes */
  gsize               values_size;
  GString            *text;           /* of the TEXT or content that is open */

  TlForeign           foreign;
  guint               foreign_depth;
  GString            *piece;          /* the unknown element that is open */
  GPtrArray          *waiting;        /* markup that belongs to what comes next */
  gsize               n_kept;         /* bytes */
  const xmlChar     **unknown[256];   /* attributes of the tag that is read */
};

/* tl-intake.c */
gboolean tl_intake_report          (TlIntake             *self,
                                    TlStoreError          code,
                                    guint                 line,
                                    char                 *message);
void     tl_intake_give_up         (TlIntake             *self,
                                    TlStoreError          code,
                                    guint                 line,
                                    char                 *message);

/* tl-intake-record.c */
void     tl_intake_begin_values    (TlIntake             *self,
                                    guint                 frame);
void     tl_intake_put_value       (TlIntake             *self,
                                    guint                 field,
                                    const char           *value,
                                    gsize                 length);
void     tl_intake_check_root      (TlIntake             *self,
                                    TlFrame              *frame);
void     tl_intake_flush           (TlIntake             *self,
                                    gboolean              is_whole);
const char *tl_intake_get_value    (TlIntake             *self, /* NULL if not set */
                                    int                   field);
void     tl_intake_take_text       (TlIntake             *self,
                                    guint                 owner,
                                    guint                 field,
                                    guint                 line);
void     tl_intake_take_kept       (TlFrame              *frame,
                                    TlRecord             *record);

/* tl-intake-unknown.c */
GString *tl_intake_get_kept        (TlFrame              *owner,
                                    const char           *name,
                                    TlKeptPart            part);
void     tl_intake_keep_attributes (TlIntake             *self,
                                    TlFrame              *owner,
                                    const char           *name,
                                    const TlElementStart *start,
                                    guint                 n_unknown);
void     tl_intake_keep_leading    (TlIntake             *self,
                                    TlFrame              *owner,
                                    const char           *name,
                                    guint                 depth);
void     tl_intake_keep_rest       (TlIntake             *self,
                                    TlFrame              *frame);
void     tl_intake_keep_trailer    (TlIntake             *self);
void     tl_intake_start_foreign   (TlIntake             *self,
                                    const TlElementStart *start);
void     tl_intake_end_foreign     (TlIntake             *self,
                                    guint                 line,
                                    const xmlChar        *name,
                                    const xmlChar        *prefix);
void     tl_intake_check_kept      (TlIntake             *self,
                                    guint                 line);

G_END_DECLS
