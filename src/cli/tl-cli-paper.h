/* tl-cli-paper.h: diagrams on paper, from the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "diagram/tl-sheets.h"

G_BEGIN_DECLS

/* As given; zero-filled, but for the lengths. */
typedef struct
{
  char     *paper;     /* NULL: no paper */
  char     *poster;    /* "3x2", or NULL */
  gboolean  portrait;
  gboolean  landscape;
  double    margin;    /* mm */
  double    overlap;   /* mm */
} TlCliPaper;

#define TL_CLI_PAPER_MARGIN  12.0
#define TL_CLI_PAPER_OVERLAP 10.0

/**
 * tl_cli_paper_read:
 * @scale: what one unit of 1/96 inch is to be; 0: as large as fits
 * @options: (out caller-allocates): how to divide a scene
 * @error: return location: %G_IO_ERROR_INVALID_ARGUMENT for what contradicts itself
 */
gboolean tl_cli_paper_read  (const TlCliPaper       *self,
                             double                  scale,
                             TlPosterOptions        *options,
                             GError                **error);

/* Writes a PDF; blocks. */
gboolean tl_cli_paper_write (TlScene                *scene,
                             const char             *project, /* its name */
                             const TlPosterOptions  *options,
                             const TlOverlay        *overlay, /* nullable */
                             GFile                  *file,
                             GError                **error);

G_END_DECLS
