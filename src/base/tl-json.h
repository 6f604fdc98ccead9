/* tl-json.h: writes JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlJson:
 *
 * Writes one JSON value, indented by two spaces, into a string. Numbers are
 * written with a point, whatever the locale. Objects and arrays are begun and
 * ended by the caller; the writer sets commas, line ends and quotes. A name has
 * to be given inside an object and must be %NULL elsewhere. Belongs to the
 * thread that uses it.
 */
typedef struct _TlJson TlJson;

TlJson *tl_json_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void    tl_json_free         (TlJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJson, tl_json_free)

void    tl_json_begin_object (TlJson     *self,
                              const char *name);
void    tl_json_begin_array  (TlJson     *self,
                              const char *name);
void    tl_json_end          (TlJson     *self); /* what was begun last */

/**
 * tl_json_string:
 * @self: a writer
 * @name: (nullable): name inside an object
 * @value: (nullable): UTF-8, or %NULL for `null`
 *
 * Adds a string. Bytes that are not UTF-8 become U+FFFD.
 */
void    tl_json_string       (TlJson     *self,
                              const char *name,
                              const char *value);
void    tl_json_integer      (TlJson     *self,
                              const char *name,
                              gint64      value);
void    tl_json_number       (TlJson     *self,
                              const char *name,
                              double      value); /* not finite: null */
void    tl_json_boolean      (TlJson     *self,
                              const char *name,
                              gboolean    value);

/**
 * tl_json_get_text:
 * @self: a writer in which everything that was begun is ended
 *
 * Returns: (transfer none): the text, with a line end, until the writer changes
 */
const char *tl_json_get_text (TlJson     *self);

G_END_DECLS
