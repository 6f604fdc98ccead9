/* tl-tape.c: what an XML parser reports, on its way to another thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-tape.h"

#include <string.h>

#define PIECE_SIZE (64 * 1024) /* bytes of a piece of tape; more where one event has more */
#define MAX_PIECES 6           /* that wait to be played */

typedef enum
{
  EVENT_START,
  EVENT_END,
  EVENT_TEXT,
  EVENT_MARKUP,
  EVENT_PROBLEM,
  EVENT_RECORD_PROBLEM,
} EventKind;

/* What belongs to it follows: pointers first, then text. */
typedef struct
{
  EventKind kind;
  guint32   line;
  guint32   size;         /* bytes, with this */
  guint32   length;       /* bytes of text */
  guint32   n_namespaces;
  guint32   n_attributes;
} Event;

typedef struct
{
  gsize   size;
  gsize   used;
  goffset n_read;
  guint64 bytes[];
} Piece;

#define N_FIXED 3 /* name, prefix, uri */

G_STATIC_ASSERT (sizeof (Event) % sizeof (gpointer) == 0);

struct _TlTape
{
  Piece              *piece;   /* that is written */
  goffset             n_read;
  const TlTapePlayer *player;  /* of this thread, or NULL */

  GMutex              lock;
  GCond               changed;
  GQueue              full;    /* of Piece, to be played */
  GQueue              spare;   /* of Piece, to be written again */
  gboolean            ended;
  gboolean            awaited; /* somebody waits for a change */
  int                 stopped; /* atomic */
};

TlTape *
tl_tape_new (void)
{
  TlTape *self = g_new0 (TlTape, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->full);
  g_queue_init (&self->spare);
  return self;
}

/* Both with the lock. Waking up takes a call of the kernel, also when all are awake. */
static void
wait_for_change (TlTape *self)
{
  self->awaited = TRUE;
  g_cond_wait (&self->changed, &self->lock);
}

static void
tell_change (TlTape *self)
{
  if (self->awaited)
    g_cond_broadcast (&self->changed);
  self->awaited = FALSE;
}

static Event *
get_event (Piece *piece,
           gsize  offset)
{
  return (Event *) ((char *) piece->bytes + offset);
}

static gconstpointer *
get_pointers (Event *event)
{
  return (gconstpointer *) (event + 1);
}

static void
piece_free (Piece *piece)
{
  if (piece == NULL)
    return;

  /* Problems that nobody was told. */
  for (gsize at = 0; at < piece->used; at += get_event (piece, at)->size)
    if (get_event (piece, at)->kind >= EVENT_PROBLEM)
      tl_problem_free ((TlProblem *) get_pointers (get_event (piece, at))[0]);
  g_free (piece);
}

void
tl_tape_free (TlTape *self)
{
  if (self == NULL)
    return;

  piece_free (self->piece);
  g_queue_clear_full (&self->full, (GDestroyNotify) piece_free);
  g_queue_clear_full (&self->spare, (GDestroyNotify) piece_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
tl_tape_set_player (TlTape             *self,
                    const TlTapePlayer *player)
{
  self->player = player;
}

void
tl_tape_stop (TlTape *self)
{
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->stopped, TRUE);
  tell_change (self);
  g_mutex_unlock (&self->lock);
}

gboolean
tl_tape_is_stopped (TlTape *self)
{
  return g_atomic_int_get (&self->stopped);
}

/* Playing */

static void
play_event (Event              *event,
            const TlTapePlayer *player)
{
  gconstpointer *pointers = get_pointers (event);

  switch (event->kind)
    {
    case EVENT_START:
      {
        const xmlChar **namespaces = (const xmlChar **) pointers + N_FIXED;

        tl_intake_start_element (player->intake, event->line, pointers[0], pointers[1], pointers[2],
                                 event->n_namespaces, namespaces,
                                 event->n_attributes, namespaces + 2 * event->n_namespaces);
        break;
      }
    case EVENT_END:
      tl_intake_end_element (player->intake, event->line, pointers[0], pointers[1]);
      break;
    case EVENT_TEXT:
      tl_intake_characters (player->intake, event->line, (const char *) pointers, event->length);
      break;
    case EVENT_MARKUP:
      tl_intake_markup (player->intake, event->line, (const char *) pointers);
      break;
    case EVENT_PROBLEM:
    case EVENT_RECORD_PROBLEM:
      {
        TlProblem *problem = (TlProblem *) g_steal_pointer (&pointers[0]);

        if (event->kind == EVENT_RECORD_PROBLEM)
          problem->record_id = g_strdup (tl_intake_get_record_id (player->intake));
        player->problem (problem, player->user_data);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

static void
play_piece (TlTape             *self,
            Piece              *piece,
            const TlTapePlayer *player)
{
  for (gsize at = 0; at < piece->used; at += get_event (piece, at)->size)
    {
      play_event (get_event (piece, at), player);
      if (G_UNLIKELY (tl_intake_has_stopped (player->intake)))
        tl_tape_stop (self);
      if (G_UNLIKELY (tl_tape_is_stopped (self)))
        return;
    }
  player->piece (piece->n_read, player->user_data);
  piece->used = 0;
}

/* A piece to play, or NULL at the end. */
static Piece *
take_piece (TlTape *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (g_queue_is_empty (&self->full) && !self->ended && !self->stopped)
    wait_for_change (self);
  if (self->stopped || g_queue_is_empty (&self->full))
    return NULL;

  tell_change (self);
  return g_queue_pop_head (&self->full);
}

static void
give_back (TlTape *self,
           Piece  *piece)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (piece->used == 0 && piece->size == PIECE_SIZE)
    g_queue_push_tail (&self->spare, piece);
  else
    piece_free (piece);
}

void
tl_tape_play (TlTape             *self,
              const TlTapePlayer *player)
{
  Piece *piece;

  while ((piece = take_piece (self)) != NULL)
    {
      play_piece (self, piece, player);
      give_back (self, piece);
    }
}

/* Writing */

/* Passes on what was written. */
static void
flush (TlTape *self)
{
  Piece *piece = self->piece;

  if (piece == NULL || piece->used == 0 || tl_tape_is_stopped (self))
    return;

  piece->n_read = self->n_read;
  if (self->player != NULL)
    {
      play_piece (self, piece, self->player);
      return;
    }

  g_mutex_lock (&self->lock);
  while (g_queue_get_length (&self->full) >= MAX_PIECES && !self->stopped)
    wait_for_change (self);
  g_queue_push_tail (&self->full, g_steal_pointer (&self->piece));
  self->piece = g_queue_pop_head (&self->spare);
  tell_change (self);
  g_mutex_unlock (&self->lock);
}

static void
make_room (TlTape *self,
           gsize   size)
{
  flush (self);
  if (self->piece != NULL && self->piece->used == 0 && self->piece->size >= size)
    return;

  piece_free (self->piece);
  size = MAX (size, PIECE_SIZE);
  self->piece = g_malloc (sizeof (Piece) + size);
  self->piece->size = size;
  self->piece->used = 0;
}

/* An event with room for pointers and @length bytes of text, which are set. */
static Event *
add_event (TlTape   *self,
           EventKind kind,
           guint     line,
           gsize     n_pointers,
           gsize     length)
{
  gsize size = sizeof (Event) + n_pointers * sizeof (gpointer) + length;
  Event *event;

  size = (size + sizeof (guint64) - 1) / sizeof (guint64) * sizeof (guint64);
  if (self->piece == NULL || self->piece->size - self->piece->used < size)
    make_room (self, size);

  event = get_event (self->piece, self->piece->used);
  self->piece->used += size;
  event->kind = kind;
  event->line = line;
  event->size = size;
  event->length = length;
  event->n_namespaces = event->n_attributes = 0;
  return event;
}

void
tl_tape_start_element (TlTape         *self,
                       guint           line,
                       const xmlChar  *name,
                       const xmlChar  *prefix,
                       const xmlChar  *uri,
                       int             n_namespaces,
                       const xmlChar **namespaces,
                       int             n_attributes,
                       const xmlChar **attributes)
{
  gsize length = 0;
  gconstpointer *pointers;
  Event *event;
  char *text;

  for (int i = 0; i < n_attributes; i++)
    length += attributes[5 * i + 4] - attributes[5 * i + 3];

  event = add_event (self, EVENT_START, line, N_FIXED + 2 * n_namespaces + 5 * n_attributes, length);
  event->n_namespaces = n_namespaces;
  event->n_attributes = n_attributes;
  pointers = get_pointers (event);
  pointers[0] = name;
  pointers[1] = prefix;
  pointers[2] = uri;
  pointers += N_FIXED;
  for (int i = 0; i < 2 * n_namespaces; i++)
    *pointers++ = namespaces[i];

  text = (char *) (pointers + 5 * n_attributes);
  for (int i = 0; i < n_attributes; i++, attributes += 5, pointers += 5)
    {
      length = attributes[4] - attributes[3];
      pointers[0] = attributes[0];
      pointers[1] = attributes[1];
      pointers[2] = attributes[2];
      pointers[3] = memcpy (text, attributes[3], length);
      pointers[4] = text += length;
    }
}

void
tl_tape_end_element (TlTape        *self,
                     guint          line,
                     const xmlChar *name,
                     const xmlChar *prefix)
{
  gconstpointer *pointers = get_pointers (add_event (self, EVENT_END, line, 2, 0));

  pointers[0] = name;
  pointers[1] = prefix;
}

void
tl_tape_characters (TlTape     *self,
                    guint       line,
                    const char *text,
                    gsize       length)
{
  memcpy (get_pointers (add_event (self, EVENT_TEXT, line, 0, length)), text, length);
}

void
tl_tape_markup (TlTape     *self,
                guint       line,
                const char *markup)
{
  gsize length = strlen (markup) + 1;

  memcpy (get_pointers (add_event (self, EVENT_MARKUP, line, 0, length)), markup, length);
}

void
tl_tape_problem (TlTape    *self,
                 TlProblem *problem,
                 gboolean   is_in_record)
{
  EventKind kind = is_in_record ? EVENT_RECORD_PROBLEM : EVENT_PROBLEM;

  get_pointers (add_event (self, kind, problem->line, 1, 0))[0] = problem;
}

void
tl_tape_set_n_read (TlTape  *self,
                    goffset  n_read)
{
  self->n_read = n_read;
}

void
tl_tape_end (TlTape *self)
{
  flush (self);
  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  tell_change (self);
  g_mutex_unlock (&self->lock);
}
