/* tl-clip.h: elements of a blueprint on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* What was copied travels as XML: one processing instruction that says where it
 * is from, and the records as in a project file. That works within a window,
 * between windows and between programs, so what comes back is as hostile as any
 * file. */
#define TL_CLIP_MEDIA_TYPE "application/x-throughline-elements+xml"
#define TL_CLIP_MAX_SIZE   (16 * 1024 * 1024) /* bytes that are read */

/* @edition, @project, @service: where it is from, as in the file; "" where not said.
 * @records: (element-type TlRecord): loose, for tl_blueprint_paste() */
typedef struct
{
  char      *edition;
  char      *project;
  char      *service;
  GPtrArray *records;
} TlClip;

/**
 * tl_clip_write:
 * @service: the service in whose blueprint the records are
 * @records: (array length=n_records): elements of it, guests and relations
 * @is_cut: whether they leave: relations to elements that stay go along
 *
 * Writes elements with the relations among them, the kinds of the project's own
 * that they have, and for each guest that it is used.
 *
 * Returns: (transfer full): %TL_CLIP_MEDIA_TYPE
 */
GBytes *tl_clip_write      (TlRecord         *service,
                            TlRecord *const  *records,
                            guint             n_records,
                            gboolean          is_cut) G_GNUC_WARN_UNUSED_RESULT;

/* Name and kind of each element, a tab between them, one a line: for other
 * programs. Returns: (transfer full) */
char   *tl_clip_write_text (TlRecord *const  *records,
                            guint             n_records) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_clip_read:
 * @bytes: of anyone who says that they are %TL_CLIP_MEDIA_TYPE
 *
 * Returns: (transfer full): what was copied, or %NULL with an error of %TL_STORE_ERROR
 */
TlClip *tl_clip_read       (GBytes           *bytes,
                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void    tl_clip_free       (TlClip           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlClip, tl_clip_free)

G_END_DECLS
