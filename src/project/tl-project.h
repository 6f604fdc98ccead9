/* tl-project.h: what one .it4it file holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-history.h"
#include "project/tl-record.h"
#include "reference/tl-edition.h"

G_BEGIN_DECLS

/* The root record. Signals:
 *   changed (GPtrArray *changes): after a transaction, undo or redo;
 *     elements are const TlChange *, in the order applied. */
#define TL_TYPE_PROJECT (tl_project_get_type ())
G_DECLARE_FINAL_TYPE (TlProject, tl_project, TL, PROJECT, TlRecord)

extern const TlRecordType tl_project_type;

enum
{
  TL_PROJECT_ID,
  TL_PROJECT_EDITION,
  TL_PROJECT_NAME,
  TL_PROJECT_OWNER,
  TL_PROJECT_CURRENCY,    /* ISO 4217, for costs without one */
  TL_PROJECT_DESCRIPTION, /* child element */
};

enum
{
  TL_PROJECT_TOOLS,        /* in <landscape> */
  TL_PROJECT_INTEGRATIONS, /* in <landscape> */
  TL_PROJECT_ASSESSMENTS,  /* in <assessments> */
  TL_PROJECT_SERVICES,     /* in <services> */
  TL_PROJECT_INITIATIVES,  /* in <roadmap> */
  TL_PROJECT_KINDS,        /* of TlOwnKind, in <kinds> */
};

/**
 * tl_project_new:
 * @edition: an edition
 * @name: what people call it
 *
 * Makes an empty project with a new UUID, sealed.
 */
TlProject       *tl_project_new         (const TlEdition *edition,
                                         const char      *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_project_new_unsealed:
 *
 * Makes a project without any fact, for readers: fill it with tl_record_fill()
 * and tl_record_adopt(), in any one thread, then seal it.
 */
TlProject       *tl_project_new_unsealed (void) G_GNUC_WARN_UNUSED_RESULT;
void             tl_project_reserve     (TlProject       *self, /* makes room in advance */
                                         guint            n_ids);
void             tl_project_seal        (TlProject       *self);
gboolean         tl_project_is_sealed   (TlProject       *self);

/**
 * tl_project_is_changing:
 *
 * Returns: whether a transaction is open: what the project says now may still be
 *   taken back
 */
gboolean         tl_project_is_changing (TlProject       *self);

const TlEdition *tl_project_get_edition (TlProject       *self);
TlHistory       *tl_project_get_history (TlProject       *self); /* transfer none */

/**
 * tl_project_lookup:
 *
 * Returns: (nullable) (transfer none): the record with this id, in about the
 *   time of one hash look-up
 */
TlRecord        *tl_project_lookup      (TlProject       *self,
                                         const char      *id);

/* Makes it faster to add or look up a record with this id shortly after. @id
 * needs no NUL at its end. */
void             tl_project_prefetch    (TlProject       *self,
                                         const char      *id,
                                         gsize            length);

/**
 * tl_project_create_id:
 * @type: the type the id is for
 *
 * Returns: (transfer full): a new random id, never used in this project, short
 *   and readable: a letter for the type and ten of 0–9 a–z
 */
char            *tl_project_create_id   (TlProject          *self,
                                         const TlRecordType *type);

/**
 * tl_project_check_references:
 * @record: a record of the project
 *
 * Checks that what the fields of @record refer to (records, components, data
 * objects …) exists and is of the right type.
 *
 * Returns: whether all is well; else @error is %TL_PROJECT_ERROR_UNKNOWN_REFERENCE
 *   or %TL_PROJECT_ERROR_UNKNOWN_EDITION
 */
gboolean         tl_project_check_references (TlProject  *self,
                                              TlRecord   *record,
                                              GError    **error);

G_END_DECLS
