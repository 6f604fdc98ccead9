/* tl-component-fact.h: what a project says of its components, in numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

G_BEGIN_DECLS

/* An amount in one currency. */
typedef struct
{
  const char *currency; /* ISO 4217, interned; NULL where none is given */
  double      amount;
} TlComponentCost;

/* What is known of a component or activity; what counts is said in tl-overlay.h.
 * Where overlays show one value of it, here are all, to be added up over projects. */
typedef struct
{
  const char            *id;
  int                    current;  /* maturity 0–5; -1: not known */
  int                    goal;
  guint                  n_tools;  /* in use */
  guint                  n_priced; /* of these, with a cost */
  const TlComponentCost *costs;    /* a year, one a currency */
  guint                  n_costs;
} TlComponentFact;

typedef void (*TlComponentFactFunc) (const TlComponentFact *fact,
                                     gpointer               user_data);

/* Calls @func for every component and activity of which something is known, in
 * the order of the edition: components first. One pass over tools and assessments. */
void tl_component_fact_foreach (TlProject           *project,
                                TlComponentFactFunc  func,
                                gpointer             user_data);

G_END_DECLS
