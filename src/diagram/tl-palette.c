/* tl-palette.c: the colours of a diagram
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "diagram/tl-palette.h"

#include <math.h>

#define HEX(rgb) { (((rgb) >> 16) & 0xff) / 255.0, (((rgb) >> 8) & 0xff) / 255.0, ((rgb) & 0xff) / 255.0, 1.0 }

#define ROLE(fill_, line_, head_, text_, head_text_, dim_, badge_) \
  { .fill = HEX (fill_), .line = HEX (line_), .head = HEX (head_), .text = HEX (text_), \
    .head_text = HEX (head_text_), .dim = HEX (dim_), .badge = HEX (badge_) }

/* Every pair of a text and what it stands on, and of a line that means something
 * and what is beside it, is computed by tests/diagram/test-palette.c. */
static const TlPalette palettes[] = {
  [TL_PALETTE_LIGHT] = {
    .kind = TL_PALETTE_LIGHT,
    .canvas = HEX (0xffffff),
    .text = HEX (0x2e3436),
    .dim = HEX (0x6b6f76),
    .selection = HEX (0x1a5fb4),
    .link = HEX (0x0f4a94),
    .guide = HEX (0xb5175e),
    .missing = HEX (0x9c4f00),
    .heat = { HEX (0xf6f5f4), HEX (0xd8eef0), HEX (0xa5d3dc), HEX (0x5fadc4), HEX (0x247e9c), HEX (0x0b4f74) },
    .heat_text = { HEX (0x20343f), HEX (0x20343f), HEX (0x20343f), HEX (0x20343f), HEX (0xffffff), HEX (0xffffff) },
    .line_width = 1,
    .roles = {
      /*                                   fill      line      head      text      head_text dim       badge */
      [TL_ROLE_PLAIN]          = ROLE (0xf7f8fa, 0xdcdee3, 0xe3e5ea, 0x2e3436, 0x2e3436, 0x65696f, 0x1a5fb4),
      [TL_ROLE_STREAM]         = ROLE (0xf1f5fb, 0xc9d8ee, 0xc9d8ee, 0x2e3436, 0x10243e, 0x65696f, 0x1a5fb4),
      [TL_ROLE_ACTIVITY]       = ROLE (0xeef0f4, 0xd5d8df, 0xd5d8df, 0x2e3436, 0x2e3436, 0x5f636a, 0x1a5fb4),
      [TL_ROLE_COMPONENT]      = ROLE (0xdcebfb, 0x8fb6e6, 0x8fb6e6, 0x2e3436, 0x10243e, 0x565a61, 0x1a56a4),
      [TL_ROLE_GUEST]          = ROLE (0xf0f0ef, 0x8f8d89, 0xd5d4d1, 0x4a494d, 0x3d3846, 0x5e5c64, 0x5e5c64),
      [TL_ROLE_KEY]            = ROLE (0xffffff, 0x3d3846, 0x3d3846, 0x2e3436, 0xffffff, 0x565a61, 0x1a56a4),
      [TL_ROLE_AUXILIARY]      = ROLE (0xffffff, 0x7f7e7c, 0x6a6967, 0x5a595c, 0xffffff, 0x5e5c64, 0x5e5c64),
      [TL_ROLE_BACKBONE]       = ROLE (0xefe2f5, 0x813d9c, 0x813d9c, 0x813d9c, 0xffffff, 0x813d9c, 0x813d9c),
      [TL_ROLE_OFFER_BACKBONE] = ROLE (0xfae1ee, 0xa5246f, 0xa5246f, 0x9c1f68, 0xffffff, 0x9c1f68, 0x9c1f68),
      [TL_ROLE_RELATION]       = ROLE (0xffffff, 0x5e5c64, 0x5e5c64, 0x3d3846, 0xffffff, 0x565a61, 0x3d3846),
      [TL_ROLE_FLOW]           = ROLE (0xffffff, 0x456a94, 0x456a94, 0x2f5078, 0xffffff, 0x565a61, 0x2f5078),
      [TL_ROLE_TRACE]          = ROLE (0xefe2f5, 0x813d9c, 0x813d9c, 0x813d9c, 0xffffff, 0x813d9c, 0x813d9c),
      [TL_ROLE_WARNING]        = ROLE (0xfdf1dc, 0x9c4f00, 0x9c4f00, 0x2e3436, 0xffffff, 0x656059, 0x9c4f00),
    },
  },
  [TL_PALETTE_DARK] = {
    .kind = TL_PALETTE_DARK,
    .canvas = HEX (0x1e1e1e),
    .text = HEX (0xf2f2f2),
    .dim = HEX (0xb4b4b8),
    .selection = HEX (0x99c1f1),
    .link = HEX (0x99c1f1),
    .guide = HEX (0xff8ab8),
    .missing = HEX (0xffbe6f),
    .heat = { HEX (0xf6f5f4), HEX (0xd8eef0), HEX (0xa5d3dc), HEX (0x5fadc4), HEX (0x247e9c), HEX (0x0b4f74) },
    .heat_text = { HEX (0x20343f), HEX (0x20343f), HEX (0x20343f), HEX (0x20343f), HEX (0xffffff), HEX (0xffffff) },
    .line_width = 1,
    .roles = {
      [TL_ROLE_PLAIN]          = ROLE (0x28282a, 0x424246, 0x3a3a3e, 0xf2f2f2, 0xf2f2f2, 0xb4b4b8, 0x78aeed),
      [TL_ROLE_STREAM]         = ROLE (0x232a35, 0x3b4a62, 0x3b4a62, 0xf2f2f2, 0xffffff, 0xb4b4b8, 0x78aeed),
      [TL_ROLE_ACTIVITY]       = ROLE (0x2c2d31, 0x43454c, 0x43454c, 0xf2f2f2, 0xffffff, 0xb4b4b8, 0x78aeed),
      [TL_ROLE_COMPONENT]      = ROLE (0x26405f, 0x4a78b3, 0x4a78b3, 0xf2f2f2, 0xffffff, 0xbcbfc6, 0x9cc6f5),
      [TL_ROLE_GUEST]          = ROLE (0x333336, 0x7e7e83, 0x4c4c50, 0xd6d6d6, 0xf2f2f2, 0xb4b4b8, 0xb4b4b8),
      [TL_ROLE_KEY]            = ROLE (0x303030, 0xdeddda, 0xdeddda, 0xf2f2f2, 0x1e1e1e, 0xbcbfc6, 0x9cc6f5),
      [TL_ROLE_AUXILIARY]      = ROLE (0x303030, 0x979795, 0x979795, 0xbebec0, 0x1e1e1e, 0xb4b4b8, 0xb4b4b8),
      [TL_ROLE_BACKBONE]       = ROLE (0x43305a, 0xc488dd, 0xc488dd, 0xdbb2ec, 0x1e1e1e, 0xdbb2ec, 0xdbb2ec),
      [TL_ROLE_OFFER_BACKBONE] = ROLE (0x55273f, 0xe884b8, 0xe884b8, 0xf2b0d2, 0x1e1e1e, 0xf2b0d2, 0xf2b0d2),
      [TL_ROLE_RELATION]       = ROLE (0x303030, 0xb4b4b8, 0xb4b4b8, 0xdeddda, 0x1e1e1e, 0xbcbfc6, 0xdeddda),
      [TL_ROLE_FLOW]           = ROLE (0x303030, 0x93b5dd, 0x93b5dd, 0xb5cfee, 0x1e1e1e, 0xbcbfc6, 0xb5cfee),
      [TL_ROLE_TRACE]          = ROLE (0x43305a, 0xc488dd, 0xc488dd, 0xdbb2ec, 0x1e1e1e, 0xdbb2ec, 0xdbb2ec),
      [TL_ROLE_WARNING]        = ROLE (0x4a3717, 0xffbe6f, 0xffbe6f, 0xf2f2f2, 0x1e1e1e, 0xc9c3b8, 0xffbe6f),
    },
  },
  [TL_PALETTE_HIGH_CONTRAST_LIGHT] = {
    .kind = TL_PALETTE_HIGH_CONTRAST_LIGHT,
    .canvas = HEX (0xffffff),
    .text = HEX (0x000000),
    .dim = HEX (0x2e3436),
    .selection = HEX (0x0b3f85),
    .link = HEX (0x0b3f85),
    .guide = HEX (0x7d0f4f),
    .missing = HEX (0x6b3300),
    .heat = { HEX (0xf6f5f4), HEX (0xd8eef0), HEX (0xa5d3dc), HEX (0x5fadc4), HEX (0x0f5d7a), HEX (0x06304a) },
    .heat_text = { HEX (0x000000), HEX (0x000000), HEX (0x000000), HEX (0x000000), HEX (0xffffff), HEX (0xffffff) },
    .line_width = 2,
    .roles = {
      [TL_ROLE_PLAIN]          = ROLE (0xffffff, 0x5e5c64, 0xd5d8df, 0x000000, 0x000000, 0x2e3436, 0x0b3f85),
      [TL_ROLE_STREAM]         = ROLE (0xf4f8fd, 0x4a6285, 0xc9d8ee, 0x000000, 0x000000, 0x2e3436, 0x0b3f85),
      [TL_ROLE_ACTIVITY]       = ROLE (0xf4f5f7, 0x5e5c64, 0xd5d8df, 0x000000, 0x000000, 0x2e3436, 0x0b3f85),
      [TL_ROLE_COMPONENT]      = ROLE (0xe8f2fd, 0x1c4a86, 0x0f3f7d, 0x000000, 0xffffff, 0x2e3436, 0x0b3f85),
      [TL_ROLE_GUEST]          = ROLE (0xf4f4f3, 0x5e5c64, 0xd5d4d1, 0x000000, 0x000000, 0x2e3436, 0x2e3436),
      [TL_ROLE_KEY]            = ROLE (0xffffff, 0x000000, 0x000000, 0x000000, 0xffffff, 0x2e3436, 0x0b3f85),
      [TL_ROLE_AUXILIARY]      = ROLE (0xffffff, 0x5a595c, 0x4a494d, 0x2e2d30, 0xffffff, 0x2e3436, 0x2e3436),
      [TL_ROLE_BACKBONE]       = ROLE (0xf6edfa, 0x5c1f78, 0x5c1f78, 0x541a6e, 0xffffff, 0x541a6e, 0x541a6e),
      [TL_ROLE_OFFER_BACKBONE] = ROLE (0xfceef5, 0x7d0f4f, 0x7d0f4f, 0x740d48, 0xffffff, 0x740d48, 0x740d48),
      [TL_ROLE_RELATION]       = ROLE (0xffffff, 0x241f31, 0x241f31, 0x000000, 0xffffff, 0x2e3436, 0x000000),
      [TL_ROLE_FLOW]           = ROLE (0xffffff, 0x173a66, 0x173a66, 0x0b2f5c, 0xffffff, 0x2e3436, 0x0b2f5c),
      [TL_ROLE_TRACE]          = ROLE (0xf6edfa, 0x5c1f78, 0x5c1f78, 0x541a6e, 0xffffff, 0x541a6e, 0x541a6e),
      [TL_ROLE_WARNING]        = ROLE (0xfff6e6, 0x6b3300, 0x6b3300, 0x000000, 0xffffff, 0x2e3436, 0x6b3300),
    },
  },
  [TL_PALETTE_HIGH_CONTRAST_DARK] = {
    .kind = TL_PALETTE_HIGH_CONTRAST_DARK,
    .canvas = HEX (0x000000),
    .text = HEX (0xffffff),
    .dim = HEX (0xdedede),
    .selection = HEX (0x9ccaff),
    .link = HEX (0x9ccaff),
    .guide = HEX (0xff9fce),
    .missing = HEX (0xffcf94),
    .heat = { HEX (0xf6f5f4), HEX (0xd8eef0), HEX (0xa5d3dc), HEX (0x5fadc4), HEX (0x0f5d7a), HEX (0x06304a) },
    .heat_text = { HEX (0x000000), HEX (0x000000), HEX (0x000000), HEX (0x000000), HEX (0xffffff), HEX (0xffffff) },
    .line_width = 2,
    .roles = {
      [TL_ROLE_PLAIN]          = ROLE (0x0e0e0f, 0xb4b4b8, 0x3a3a3e, 0xffffff, 0xffffff, 0xdedede, 0x9ccaff),
      [TL_ROLE_STREAM]         = ROLE (0x0c1420, 0x9fb8dc, 0x2a3a52, 0xffffff, 0xffffff, 0xdedede, 0x9ccaff),
      [TL_ROLE_ACTIVITY]       = ROLE (0x151618, 0xb4b4b8, 0x3a3a3e, 0xffffff, 0xffffff, 0xdedede, 0x9ccaff),
      [TL_ROLE_COMPONENT]      = ROLE (0x0f2440, 0x8fbcf5, 0x8fbcf5, 0xffffff, 0x000000, 0xdedede, 0x9ccaff),
      [TL_ROLE_GUEST]          = ROLE (0x1c1c1e, 0xa8a8ac, 0x4c4c50, 0xffffff, 0xffffff, 0xdedede, 0xdedede),
      [TL_ROLE_KEY]            = ROLE (0x000000, 0xffffff, 0xffffff, 0xffffff, 0x000000, 0xdedede, 0x9ccaff),
      [TL_ROLE_AUXILIARY]      = ROLE (0x000000, 0xb8b8ba, 0xb8b8ba, 0xdcdcde, 0x000000, 0xdedede, 0xdedede),
      [TL_ROLE_BACKBONE]       = ROLE (0x2a1238, 0xe3a6ff, 0xe3a6ff, 0xf0ccff, 0x000000, 0xf0ccff, 0xf0ccff),
      [TL_ROLE_OFFER_BACKBONE] = ROLE (0x3a0f26, 0xff9fce, 0xff9fce, 0xffc8e3, 0x000000, 0xffc8e3, 0xffc8e3),
      [TL_ROLE_RELATION]       = ROLE (0x000000, 0xe6e6e6, 0xe6e6e6, 0xffffff, 0x000000, 0xdedede, 0xffffff),
      [TL_ROLE_FLOW]           = ROLE (0x000000, 0xb5d3f7, 0xb5d3f7, 0xd0e4fb, 0x000000, 0xdedede, 0xd0e4fb),
      [TL_ROLE_TRACE]          = ROLE (0x2a1238, 0xe3a6ff, 0xe3a6ff, 0xf0ccff, 0x000000, 0xf0ccff, 0xf0ccff),
      [TL_ROLE_WARNING]        = ROLE (0x2e2008, 0xffcf94, 0xffcf94, 0xffffff, 0x000000, 0xdedede, 0xffcf94),
    },
  },
};

const TlPalette *
tl_palette_get (TlPaletteKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (palettes), &palettes[TL_PALETTE_LIGHT]);

  return &palettes[kind];
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const TlColor *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) + 0.0722 * linearize (color->blue);
}

double
tl_color_contrast (const TlColor *a,
                   const TlColor *b)
{
  double left = get_luminance (a);
  double right = get_luminance (b);

  return (MAX (left, right) + 0.05) / (MIN (left, right) + 0.05);
}
