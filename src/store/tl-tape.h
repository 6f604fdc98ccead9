/* tl-tape.h: what an XML parser reports, on its way to another thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/tl-intake.h"

G_BEGIN_DECLS

/* One side writes what a SAX2 parser calls, the other plays it to an intake, in the
 * same order, so that a file is parsed and built by two processors. What is
 * written is copied, but for names and namespaces, which the parser's dictionary
 * keeps. The tape is short: who writes waits for who plays.
 *
 * Without a thread that plays, the side that writes plays what there is whenever a
 * piece of the tape is full, and at the end: see tl_tape_set_player(). */
typedef struct _TlTape TlTape;

typedef void (*TlTapeProblemFunc) (TlProblem *problem,    /* transfer full */
                                   gpointer   user_data);
typedef void (*TlTapePieceFunc)   (goffset    n_read,     /* bytes of the file */
                                   gpointer   user_data);

/* Who listens. */
typedef struct
{
  TlIntake         *intake;
  TlTapeProblemFunc problem; /* told where it stands between the other events */
  TlTapePieceFunc   piece;   /* a piece of the tape was played */
  gpointer          user_data;
} TlTapePlayer;

TlTape  *tl_tape_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void     tl_tape_free          (TlTape             *self);

/* Plays in the thread that writes. @player has to live as long as that lasts. */
void     tl_tape_set_player    (TlTape             *self,
                                const TlTapePlayer *player);

/* Writing */
void     tl_tape_start_element (TlTape             *self,
                                guint               line,
                                const xmlChar      *name,
                                const xmlChar      *prefix,
                                const xmlChar      *uri,
                                int                 n_namespaces,
                                const xmlChar     **namespaces,
                                int                 n_attributes,
                                const xmlChar     **attributes);
void     tl_tape_end_element   (TlTape             *self,
                                guint               line,
                                const xmlChar      *name,
                                const xmlChar      *prefix);
void     tl_tape_characters    (TlTape             *self,
                                guint               line,
                                const char         *text,
                                gsize               length);
void     tl_tape_markup        (TlTape             *self,
                                guint               line,
                                const char         *markup);

/* @is_in_record: the problem is in the record that is played then, whose id it gets */
void     tl_tape_problem       (TlTape             *self,
                                TlProblem          *problem, /* transfer full */
                                gboolean            is_in_record);

/* Tells, for the pieces that follow, how much of the file was read. */
void     tl_tape_set_n_read    (TlTape             *self,
                                goffset             n_read);
void     tl_tape_end           (TlTape             *self);

/* Plays until the tape ends or is stopped. In another thread than that of the
 * side that writes. */
void     tl_tape_play          (TlTape             *self,
                                const TlTapePlayer *player);

/* No more is played, and what is written is lost. Either side may call it. */
void     tl_tape_stop          (TlTape             *self);
gboolean tl_tape_is_stopped    (TlTape             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTape, tl_tape_free)

G_END_DECLS
