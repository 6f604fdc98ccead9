/* tl-palette.h: the colours of a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-scene.h"

G_BEGIN_DECLS

#define TL_N_ROLES (TL_ROLE_WARNING + 1)

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} TlColor;

typedef enum
{
  TL_PALETTE_LIGHT,
  TL_PALETTE_DARK,
  TL_PALETTE_HIGH_CONTRAST_LIGHT,
  TL_PALETTE_HIGH_CONTRAST_DARK,
} TlPaletteKind;

typedef struct
{
  TlColor fill;
  TlColor line;
  TlColor head;      /* of headed boxes */
  TlColor text;
  TlColor head_text;
  TlColor dim;       /* captions */
  TlColor badge;     /* text of badges */
} TlRoleColors;


typedef struct
{
  TlPaletteKind kind;
  TlColor       canvas;
  TlColor       text;
  TlColor       dim;
  TlColor       selection;
  TlColor       link;           /* in a text */
  TlColor       guide;          /* lines along what is level while nodes are dragged */
  TlColor       missing;        /* dashed outline of what has no value */
  TlColor       heat[6];
  TlColor       heat_text[6];
  TlRoleColors  roles[TL_N_ROLES];
  double        line_width;     /* thin lines: 1, in high contrast 2 */
} TlPalette;

const TlPalette *tl_palette_get (TlPaletteKind kind);

/* WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
double           tl_color_contrast (const TlColor *a,
                                    const TlColor *b);

G_END_DECLS
