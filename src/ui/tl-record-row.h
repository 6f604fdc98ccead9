/* tl-record-row.h: a record as a row of a table, and what it is compared by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-record-column.h"
#include "ui/tl-record-group.h"

G_BEGIN_DECLS

/* What a column compares by: by its number if it has one. */
typedef union
{
  double  number;
  char   *text; /* collation key */
} TlRecordKey;

/* Of TlRecordRows, which makes its parts when they are needed. */
typedef struct
{
  TlRecord      *record;
  guint          position; /* in the source */
  guint          shown;    /* in the model, or GTK_INVALID_LIST_POSITION */
  char          *search;   /* folded texts of all columns, or NULL: not made yet */
  TlRecordKey   *keys;     /* by column, or NULL */
  guint32        known;    /* a bit for each key that is made */
  TlRecordGroup *group;    /* borrowed, or NULL: not made yet */
} TlRecordRow;

/* As texts that are searched, and what is searched for, are compared. */
char        *tl_record_row_fold        (const char           *text) G_GNUC_WARN_UNUSED_RESULT;

TlRecordRow *tl_record_row_new         (TlRecord             *record) G_GNUC_WARN_UNUSED_RESULT;
void         tl_record_row_free        (TlRecordRow          *self,
                                        const TlRecordColumn *columns);
void         tl_record_row_forget      (TlRecordRow          *self,
                                        const TlRecordColumn *columns);
void         tl_record_row_make_search (TlRecordRow          *self,
                                        const TlRecordColumn *columns);
void         tl_record_row_make_key    (TlRecordRow          *self,
                                        const TlRecordColumn *columns,
                                        guint                 column);
/* Of rows whose keys of this column are made. */
int          tl_record_row_compare     (const TlRecordRow    *self,
                                        const TlRecordRow    *other,
                                        const TlRecordColumn *columns,
                                        guint                 column);

G_END_DECLS
