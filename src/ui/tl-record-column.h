/* tl-record-column.h: a column of a table of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Texts are asked for when they are shown; of what rows are found, sorted and
 * grouped by, a copy is kept until the record changes. */
typedef struct
{
  const char *title;                        /* marked with NC_("column", …) */
  char     *(*dup_text)      (TlRecord *);  /* NULL or "" for nothing; or NULL: the field */
  char     *(*dup_tooltip)   (TlRecord *);  /* or NULL: the text */
  double    (*get_number)    (TlRecord *);  /* or NULL: sorted by text */
  guint       field;                        /* that it shows where no function says what */
  gboolean    is_choice;                    /* the field is: sorted in the order of its choices */
  gboolean    is_number;                    /* aligned at the end, and not searched */
  gboolean    at_start;                     /* but aligned like a text */
  gboolean    is_foreign;                   /* says something of records elsewhere, too */
  gboolean    expand;
  int         min_chars;                    /* narrower than this it does not get; about, of a widget */
  guint       yields;                       /* where there is no room the one with 1 goes first; 0 stays */
  guint       rename_field;                 /* field that F2 edits, 0 for none */
  GtkWidget *(*create_widget) (void);       /* or NULL: a label */
  void      (*update_widget) (GtkWidget *, TlRecord *);
  char     *(*dup_printed)   (TlRecord *);  /* what of that is on paper, or NULL: the text */
} TlRecordColumn;

char    *tl_record_column_dup_text   (const TlRecordColumn *self,
                                      TlRecord             *record); /* nullable */
/* Whether the text is one of those that can be chosen, which are few and short. */
gboolean tl_record_column_is_chosen  (const TlRecordColumn *self,
                                      TlRecord             *record);
/* Sorted by number rather than by text. */
gboolean tl_record_column_has_number (const TlRecordColumn *self);
double   tl_record_column_get_number (const TlRecordColumn *self,
                                      TlRecord             *record);

G_END_DECLS
