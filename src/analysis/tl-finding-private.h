/* tl-finding-private.h: one pass of validation; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-finding.h"
#include "reference/tl-metamodel.h"

G_BEGIN_DECLS

typedef struct
{
  TlProject         *project;
  const TlMetamodel *metamodel; /* NULL if the edition is not known */
  GPtrArray         *findings;
  GHashTable        *assessed;  /* set of "id date" */
} TlValidator;

/* @rule is a constant; @message is taken. */
void tl_validator_report         (TlValidator *self,
                                  TlRecord    *record,
                                  const char  *rule,
                                  TlSeverity   severity,
                                  char        *message);

/* tl-finding-blueprint.c: what the metamodel has to say of single records. That
 * the line is broken is no finding of these, but a gap. */
void tl_validator_check_service  (TlValidator *self,
                                  TlRecord    *record);
void tl_validator_check_element  (TlValidator *self,
                                  TlRecord    *record);
void tl_validator_check_relation (TlValidator *self,
                                  TlRecord    *record);
void tl_validator_check_own_kind (TlValidator *self,
                                  TlRecord    *record);

G_END_DECLS
