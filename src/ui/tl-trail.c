/* tl-trail.c: where a window has been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-trail.h"

#include "ui/tl-session.h"

#include <string.h>

struct _TlTrail
{
  GArray *back;    /* of TlPlace, latest last */
  GArray *forward;
};

void
tl_place_copy (TlPlace       *self,
               const TlPlace *other)
{
  char *service = g_strdup (other->service);

  g_free (self->service);
  *self = *other;
  self->service = service;
}

void
tl_place_clear (TlPlace *self)
{
  g_clear_pointer (&self->service, g_free);
}

gboolean
tl_place_equal (const TlPlace *a,
                const TlPlace *b)
{
  if (strcmp (a->page, b->page) != 0)
    return FALSE;
  if (strcmp (a->page, TL_PAGE_DIAGRAM) == 0)
    return tl_view_equal (&a->view, &b->view);
  return strcmp (a->page, TL_PAGE_BLUEPRINT) != 0 || g_strcmp0 (a->service, b->service) == 0;
}

static void
clear_place_cb (gpointer place)
{
  tl_place_clear (place);
}

static GArray *
create_places (void)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (TlPlace));

  g_array_set_clear_func (places, clear_place_cb);
  return places;
}

static void
push (GArray        *places,
      const TlPlace *place)
{
  TlPlace copy = { 0 };

  tl_place_copy (&copy, place);
  g_array_append_val (places, copy);
}

TlTrail *
tl_trail_new (void)
{
  TlTrail *self = g_new (TlTrail, 1);

  self->back = create_places ();
  self->forward = create_places ();
  return self;
}

void
tl_trail_free (TlTrail *self)
{
  g_array_unref (self->back);
  g_array_unref (self->forward);
  g_free (self);
}

void
tl_trail_clear (TlTrail *self)
{
  g_array_set_size (self->back, 0);
  g_array_set_size (self->forward, 0);
}

void
tl_trail_leave (TlTrail       *self,
                const TlPlace *place)
{
  push (self->back, place);
  g_array_set_size (self->forward, 0);
}

gboolean
tl_trail_step (TlTrail       *self,
               gboolean       forward,
               TlPlace       *place,
               TlTrailFilter  exists,
               gpointer       user_data)
{
  GArray *from = forward ? self->forward : self->back;
  GArray *to = forward ? self->back : self->forward;

  while (from->len > 0)
    {
      g_auto (TlPlace) there = { 0 };

      tl_place_copy (&there, &g_array_index (from, TlPlace, from->len - 1));
      g_array_set_size (from, from->len - 1);
      if (tl_place_equal (&there, place) || !exists (&there, user_data))
        continue;
      push (to, place);
      tl_place_copy (place, &there);
      return TRUE;
    }
  return FALSE;
}

gboolean
tl_trail_get_can_back (TlTrail *self)
{
  return self->back->len > 0;
}

gboolean
tl_trail_get_can_forward (TlTrail *self)
{
  return self->forward->len > 0;
}
