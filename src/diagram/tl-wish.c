/* tl-wish.c: where in a row something would like to stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-wish.h"

#include <stdlib.h>

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TlWish *one = a, *other = b;

  if (one->wanted != other->wanted)
    return one->wanted < other->wanted ? -1 : 1;
  return (one->before > other->before) - (one->before < other->before);
}

void
tl_wish_sort (TlWish *wishes,
              guint   n_wishes)
{
  if (n_wishes > 1)
    qsort (wishes, n_wishes, sizeof *wishes, compare);
}
