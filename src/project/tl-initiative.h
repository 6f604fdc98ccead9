/* tl-initiative.h: a dated piece of work on the roadmap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-record.h"

G_BEGIN_DECLS

#define TL_TYPE_INITIATIVE (tl_initiative_get_type ())
G_DECLARE_FINAL_TYPE (TlInitiative, tl_initiative, TL, INITIATIVE, TlRecord)

extern const TlRecordType tl_initiative_type;

enum
{
  TL_INITIATIVE_ID,
  TL_INITIATIVE_NAME,
  TL_INITIATIVE_START,       /* date */
  TL_INITIATIVE_END,         /* date */
  TL_INITIATIVE_OWNER,
  TL_INITIATIVE_STATE,       /* choice: proposed, approved, running, done, stopped */
  TL_INITIATIVE_COST,        /* number, 0 or more */
  TL_INITIATIVE_CURRENCY,    /* ISO 4217; the project's if not set */
  TL_INITIATIVE_DESCRIPTION, /* child element, long text */
};

enum
{
  TL_INITIATIVE_RAISES, /* of TlRaise */
};

G_END_DECLS
