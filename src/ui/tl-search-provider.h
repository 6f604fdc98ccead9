/* tl-search-provider.h: what the desktop finds in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-application.h"

G_BEGIN_DECLS

/**
 * TlSearchProvider:
 *
 * Answers the searches of GNOME Shell (org.gnome.Shell.SearchProvider2) from the
 * library, without a window, and opens what is chosen there. A result is named by
 * the address of a file and the key of a thing in it, so that it can be opened also
 * when the program has been started anew in between.
 */
#define TL_TYPE_SEARCH_PROVIDER (tl_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (TlSearchProvider, tl_search_provider, TL, SEARCH_PROVIDER, GObject)

/* @application: not kept; what is chosen is opened there. */
TlSearchProvider *tl_search_provider_new      (TlApplication    *application) G_GNUC_WARN_UNUSED_RESULT;

gboolean          tl_search_provider_export   (TlSearchProvider *self,
                                               GDBusConnection  *connection,
                                               const char       *path,
                                               GError          **error);
void              tl_search_provider_unexport (TlSearchProvider *self);

G_END_DECLS
