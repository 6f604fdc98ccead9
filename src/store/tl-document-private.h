/* tl-document-private.h: the state of a document; for its own files only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-document.h"

G_BEGIN_DECLS

struct _TlDocument
{
  GObject         parent_instance;

  TlProject      *project;
  GFile          *file;
  TlFileIdentity *identity;      /* of the file as it was read or written last */
  char           *copied_from;   /* name of the file that was salvaged, or NULL */
  GPtrArray      *problems;
  GError         *error;

  TlDocumentPrepare prepare;     /* or NULL */

  gulong          modified_handler;
  GFileMonitor   *monitor;
  GCancellable   *check;         /* of a look at the file, while it runs */
  gboolean        check_again;

  TlJournal      *journal;
  gboolean        journal_enabled;
  guint           base_source;   /* composes the base of the journal */

  double          fraction;
  gboolean        busy;
  gboolean        read_only;
  gboolean        externally_changed;
  gboolean        has_unknown;
  gboolean        must_save;     /* there is something to lose without any change */
  gboolean        was_modified;  /* as last notified */
};

/* Begins an operation; FALSE if there is another, and then @task has ended. */
gboolean tl_document_begin         (TlDocument      *self,
                                    GTask           *task);
/* Ends it: keeps @error, but for a cancellation, to be told to the user. */
void     tl_document_end           (TlDocument      *self,
                                    const GError    *error);
void     tl_document_set_fraction  (TlDocument      *self,
                                    double           fraction);

/* Takes over what was loaded. @journal is one to go on with, or NULL. */
void     tl_document_install       (TlDocument      *self,
                                    TlProject       *project,
                                    GFile           *file,
                                    TlFileIdentity  *identity, /* transfer full */
                                    gboolean         read_only,
                                    TlJournal       *journal);
void     tl_document_set_file      (TlDocument      *self,
                                    GFile           *file,
                                    TlFileIdentity  *identity, /* transfer full */
                                    gboolean         read_only);
void     tl_document_set_problems  (TlDocument      *self,
                                    GPtrArray       *problems,
                                    const char      *copied_from);
void     tl_document_update_modified (TlDocument    *self);

/* tl-document-journal.c: begins to keep one, if that is wanted; removes it. */
void     tl_document_start_journal (TlDocument      *self);
void     tl_document_drop_journal  (TlDocument      *self);

/* Calls a function that composes @project when there is time, or, in the middle
 * of a gesture, a little later. Returns: the source's id */
guint    tl_document_compose_soon  (TlProject       *project,
                                    GSourceFunc      function,
                                    gpointer         data,
                                    GDestroyNotify   destroy);

/* Asks the file system; blocking. */
gboolean tl_document_query_read_only (GFile         *file);

G_END_DECLS
