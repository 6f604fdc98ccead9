/* tl-library-error.h: what can go wrong with the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_LIBRARY_ERROR (tl_library_error_quark ())
GQuark tl_library_error_quark (void);

/**
 * TlLibraryError:
 * @TL_LIBRARY_ERROR_DAMAGED: the database is not one, or what it holds is not as it should be
 * @TL_LIBRARY_ERROR_NEWER_VERSION: made by a newer version of the program
 * @TL_LIBRARY_ERROR_BUSY: another process kept it locked for too long
 * @TL_LIBRARY_ERROR_READ_ONLY: it cannot be written
 * @TL_LIBRARY_ERROR_FULL: there is no room on the disk
 * @TL_LIBRARY_ERROR_QUERY: a search that cannot be understood
 * @TL_LIBRARY_ERROR_FAILED: anything else that SQLite reports
 *
 * None of them says anything about a project: the library is a cache of the files.
 */
typedef enum
{
  TL_LIBRARY_ERROR_DAMAGED,
  TL_LIBRARY_ERROR_NEWER_VERSION,
  TL_LIBRARY_ERROR_BUSY,
  TL_LIBRARY_ERROR_READ_ONLY,
  TL_LIBRARY_ERROR_FULL,
  TL_LIBRARY_ERROR_QUERY,
  TL_LIBRARY_ERROR_FAILED,
} TlLibraryError;

G_END_DECLS
