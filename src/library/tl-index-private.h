/* tl-index-private.h: how the database is asked; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-index.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _TlIndex
{
  char         *path;
  TlIndexFlags  flags;
  sqlite3      *db;          /* NULL: could not be opened again */
  GHashTable   *statements;  /* text → sqlite3_stmt */
  GCancellable *cancellable; /* of the call that runs, or NULL */
  guint         patience;    /* milliseconds */
  gint64        waiting;     /* since when it waits for others */
  gint64        batch_begun; /* when the transaction of a batch began */
  gboolean      in_batch;
  char         *choices;     /* that text as it was seen last, or NULL */
  gboolean      choices_changed; /* what tl-index-choices.c keeps is another by now */
  gboolean      is_thorough;
  gboolean      was_rebuilt;
  GQueue        looks;       /* of TlLook, in advance */
  guint64       shared_memory; /* inode of the file that is the memory shared with others, or 0 */
  int           data_version; /* SQLite's number for what others have written; 0: not asked yet */
};

/* Statements */

/* A prepared statement that is given back to the index by g_autoptr. */
typedef sqlite3_stmt TlStatement;

void         tl_statement_release    (TlStatement  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStatement, tl_statement_release)

/**
 * tl_index_prepare:
 * @sql: its text; values are bound, so that there are few different ones
 *
 * Gets a statement, prepared the first time and kept. Only between
 * tl_index_begin() and its end; one user at a time.
 *
 * Returns: to be given back with tl_statement_release(), or %NULL
 */
TlStatement *tl_index_prepare        (TlIndex      *self,
                                      const char   *sql,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* @text is not copied: it must live until the statement is given back. NULL: null. */
void         tl_statement_bind_text  (TlStatement  *self,
                                      int           index,
                                      const char   *text);
/* A column may hold anything where the database is damaged. The first gives "" for
 * what is no text, and any bytes, until the next step; the second %NULL or UTF-8. */
const char  *tl_statement_get_text   (TlStatement  *self,
                                      int           column);
char        *tl_statement_dup_text   (TlStatement  *self,
                                      int           column) G_GNUC_WARN_UNUSED_RESULT;

/* Next row? FALSE without an error at the end. */
gboolean     tl_index_step           (TlIndex      *self,
                                      TlStatement  *statement,
                                      GError      **error);
/* Runs a statement that gives no rows. */
gboolean     tl_index_run            (TlIndex      *self,
                                      TlStatement  *statement,
                                      GError      **error);
/* Prepares, runs and gives back. */
gboolean     tl_index_execute        (TlIndex      *self,
                                      const char   *sql,
                                      GError      **error);

/* Makes an error of what SQLite reported last. Returns FALSE. */
gboolean     tl_index_fail           (TlIndex      *self,
                                      int           code,
                                      GError      **error);

/* Transactions */

/**
 * tl_index_begin_reading:
 *
 * Begins to ask: what is asked until tl_index_end_reading() belongs together. If
 * another database lies at the path by now, that one is asked.
 */
gboolean     tl_index_begin_reading  (TlIndex      *self,
                                      GCancellable *cancellable,
                                      GError      **error);
void         tl_index_end_reading    (TlIndex      *self);

typedef gboolean (*TlIndexWork) (TlIndex   *self,
                                 gpointer   user_data,
                                 GError   **error);

/**
 * tl_index_write:
 * @work: what is to be written; all or, if it fails, nothing. It is called again
 *   if the database turned out to be damaged and had to be begun anew
 *
 * Writes in one transaction.
 */
gboolean     tl_index_write          (TlIndex      *self,
                                      TlIndexWork   work,
                                      gpointer      user_data,
                                      GCancellable *cancellable,
                                      GError      **error);

/* The same, but damage is only told. */
gboolean     tl_index_write_once     (TlIndex      *self,
                                      TlIndexWork   work,
                                      gpointer      user_data,
                                      GCancellable *cancellable,
                                      GError      **error);

/* Whether another connection, of whatever process, has written since this was asked
 * last. Not the first time. */
gboolean     tl_index_take_foreign   (TlIndex      *self);

/* tl-index-file.c */

void         tl_index_drop_looks     (TlIndex      *self);

/* tl-index-schema.c */

#define TL_INDEX_APPLICATION_ID 0x544c6c69 /* "TLli" */

/* Makes the tables, or brings those of an older version up to date. */
gboolean     tl_index_migrate        (TlIndex      *self,
                                      GError      **error);
/* The same with other steps than those there are: step i makes version i + 1 from
 * version i, all or none of them are done. */
gboolean     tl_index_run_steps      (TlIndex            *self,
                                      const char *const  *all_steps,
                                      guint               n_steps,
                                      GError            **error);
/* Whether the tables are those of this version. */
gboolean     tl_index_check_schema   (TlIndex      *self,
                                      GError      **error);

/* tl-index-connection.c */

/* Memory for pages of the database, in KiB. */
#define TL_INDEX_CACHE 16384

gboolean     tl_index_connect        (TlIndex      *self, /* what tl_index_open() does */
                                      GError      **error);
void         tl_index_disconnect     (TlIndex      *self);
gboolean     tl_index_reconnect      (TlIndex      *self,
                                      GError      **error);
gboolean     tl_index_is_moved       (TlIndex      *self); /* another file, or none, is at its path, or at that of the memory shared with others */
/* A lock between processes, until the file descriptor is closed; -1 on failure. */
int          tl_index_lock           (TlIndex      *self,
                                      GError      **error);
/* After damage: sets the file aside and begins a new one. */
gboolean     tl_index_heal           (TlIndex      *self,
                                      GError      **error);

/* tl-index-choices.c: what no file could tell again, kept beside the database */

void         tl_index_keep_choices   (TlIndex      *self);
/* Into memory, for when the file is deleted along with the database. */
void         tl_index_see_choices    (TlIndex      *self);
/* Fills a database that was begun anew, in the transaction that makes it. */
gboolean     tl_index_take_choices   (TlIndex      *self,
                                      GError      **error);

G_END_DECLS
