/* tl-ui-resource.h: where the templates and styles of this folder are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#define TL_UI_RESOURCE_PREFIX "/io/github/throughline_it/Throughline/ui/"
#define TL_UI_RESOURCE(name)  TL_UI_RESOURCE_PREFIX name
