/* tl-library-error.c: what can go wrong with the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-error.h"

G_DEFINE_QUARK (tl-library-error-quark, tl_library_error)
