/* tl-wish.h: where in a row something would like to stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlWish:
 * @thing: a number that says what it is
 * @before: its place so far, by which ties stay as they are
 * @wanted: where it would like to be
 */
typedef struct
{
  guint  thing;
  guint  before;
  double wanted;
} TlWish;

/**
 * tl_wish_sort:
 * @wishes: (array length=n_wishes) (inout): the wishes, each with a @before of its own
 * @n_wishes: how many
 *
 * Sorts by what is wanted, the least first. The same wishes always give the same order.
 */
void tl_wish_sort (TlWish *wishes,
                   guint   n_wishes);

G_END_DECLS
