/* tl-window-state.c: what one finds again in the windows of last time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-state.h"

#include "project/tl-service.h"
#include "ui/tl-trail.h"

#include <math.h>
#include <string.h>

/* What older versions have written, and what newer ones write, is read as far as it is
 * understood. A version that means something else by the same words counts one more. */
#define VERSION       1
#define GROUP_LIST    "Windows"
#define GROUP         "Window %u"
#define GROUP_DETAILS "%s Details"
#define MAX_WINDOWS 64
#define MAX_LENGTH  (1024 * 1024) /* bytes; more is no list of windows */
#define MAX_SIDE    32767         /* pixels, of a window */
#define MAX_DETAILS 64            /* more of them no page has written */
#define MAX_DETAIL  4096          /* bytes */

TlWindowState *
tl_window_state_new (GFile *file)
{
  TlWindowState *self = g_new0 (TlWindowState, 1);

  self->file = g_object_ref (file);
  return self;
}

TlWindowState *
tl_window_state_copy (const TlWindowState *self)
{
  TlWindowState *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->file);
  copy->page = g_strdup (self->page);
  copy->edition = g_strdup (self->edition);
  copy->view = g_strdup (self->view);
  copy->service = g_strdup (self->service);
  copy->overlay = g_strdup (self->overlay);
  copy->selection = g_strdupv (self->selection);
  copy->details = self->details != NULL ? g_hash_table_ref (self->details) : NULL;
  return copy;
}

void
tl_window_state_free (TlWindowState *self)
{
  g_object_unref (self->file);
  g_free (self->page);
  g_free (self->edition);
  g_free (self->view);
  g_free (self->service);
  g_free (self->overlay);
  g_strfreev (self->selection);
  g_clear_pointer (&self->details, g_hash_table_unref);
  g_free (self);
}

/* Session {{{1 */

static void
replace (char       **slot,
         const char  *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

void
tl_window_state_take_session (TlWindowState *self,
                              TlSession     *session)
{
  g_autofree char *service = NULL;
  TlView view;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TL_IS_SESSION (session));

  tl_session_get_view (session, &view);
  g_object_get (session, "service", &service, NULL);
  replace (&self->page, tl_session_get_page (session));
  replace (&self->edition, tl_edition_get_version (view.edition));
  replace (&self->service, service);
  replace (&self->overlay, tl_overlay_kind_get_token (tl_session_get_overlay (session)));
  g_free (self->view);
  self->view = tl_view_to_string (&view);
  g_strfreev (self->selection);
  self->selection = g_strdupv ((char **) tl_session_get_selected_keys (session));
  g_clear_pointer (&self->details, g_hash_table_unref);
  self->details = tl_details_copy (tl_session_get_details (session));
}

static void
apply_place (const TlWindowState *self,
             TlSession           *session)
{
  const TlEdition *edition = self->edition != NULL ? tl_edition_get (self->edition) : NULL;
  g_auto (TlPlace) place = { .page = self->page != NULL ? self->page : TL_PAGE_DIAGRAM,
                             .service = g_strdup (self->service) };

  tl_session_get_view (session, &place.view);
  if (edition != NULL && self->view != NULL)
    (void) tl_view_parse (edition, self->view, &place.view, NULL);
  tl_session_start_at (session, &place);
}

void
tl_window_state_apply_session (const TlWindowState *self,
                               TlSession           *session)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) selection = NULL;
  TlOverlayKind overlay;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TL_IS_SESSION (session));

  g_object_freeze_notify (G_OBJECT (session));
  apply_place (self, session);
  if (self->overlay != NULL && tl_overlay_kind_parse (self->overlay, &overlay))
    tl_session_set_overlay (session, overlay);
  for (char **key = self->selection; key != NULL && *key != NULL; key++)
    if (tl_session_has (session, *key))
      g_strv_builder_add (keys, *key);
  selection = g_strv_builder_end (keys);
  tl_session_set_selected_keys (session, (const char *const *) selection);
  tl_details_restore (tl_session_get_details (session), self->details);
  g_object_thaw_notify (G_OBJECT (session));
}

/* List {{{1 */

static void
set_text (GKeyFile   *file,
          const char *group,
          const char *key,
          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static void
compose_details (GHashTable *details,
                 GKeyFile   *file,
                 const char *group)
{
  g_autofree char *own = g_strdup_printf (GROUP_DETAILS, group);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (details), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *text = g_hash_table_lookup (details, l->data);

      if (strlen (text) <= MAX_DETAIL)
        g_key_file_set_string (file, own, l->data, text);
    }
}

static void
compose (const TlWindowState *self,
         GKeyFile            *file,
         const char          *group)
{
  g_autofree char *uri = g_file_get_uri (self->file);

  g_key_file_set_string (file, group, "File", uri);
  g_key_file_set_integer (file, group, "Width", self->width);
  g_key_file_set_integer (file, group, "Height", self->height);
  g_key_file_set_boolean (file, group, "Maximized", self->maximized);
  g_key_file_set_boolean (file, group, "Fullscreen", self->fullscreen);
  if (self->outline != TL_PANEL_UNKNOWN)
    g_key_file_set_boolean (file, group, "Outline", self->outline == TL_PANEL_SHOWN);
  if (self->inspector != TL_PANEL_UNKNOWN)
    g_key_file_set_boolean (file, group, "Inspector", self->inspector == TL_PANEL_SHOWN);
  set_text (file, group, "Page", self->page);
  set_text (file, group, "Edition", self->edition);
  set_text (file, group, "View", self->view);
  set_text (file, group, "Service", self->service);
  set_text (file, group, "Overlay", self->overlay);
  if (self->selection != NULL && self->selection[0] != NULL)
    g_key_file_set_string_list (file, group, "Selection", (const char *const *) self->selection,
                                g_strv_length (self->selection));
  if (self->place.scale > 0)
    {
      g_key_file_set_double (file, group, "Scale", self->place.scale);
      g_key_file_set_double (file, group, "X", self->place.x);
      g_key_file_set_double (file, group, "Y", self->place.y);
    }
  if (self->details != NULL)
    compose_details (self->details, file, group);
}

GBytes *
tl_window_state_list_compose (GPtrArray *states)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length;
  char *text;

  g_return_val_if_fail (states != NULL, NULL);

  g_key_file_set_integer (file, GROUP_LIST, "Version", VERSION);
  for (guint i = 0; i < states->len; i++)
    {
      g_autofree char *group = g_strdup_printf (GROUP, i + 1);

      compose (states->pdata[i], file, group);
    }
  text = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (text, length);
}

static int
get_side (GKeyFile   *file,
          const char *group,
          const char *key)
{
  return CLAMP (g_key_file_get_integer (file, group, key, NULL), 0, MAX_SIDE);
}

static TlPanel
get_panel (GKeyFile   *file,
           const char *group,
           const char *key)
{
  g_autoptr (GError) error = NULL;
  gboolean shown = g_key_file_get_boolean (file, group, key, &error);

  if (error != NULL)
    return TL_PANEL_UNKNOWN;
  return shown ? TL_PANEL_SHOWN : TL_PANEL_HIDDEN;
}

static GHashTable *
parse_details (GKeyFile   *file,
               const char *group)
{
  GHashTable *details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *own = g_strdup_printf (GROUP_DETAILS, group);
  g_auto (GStrv) names = g_key_file_get_keys (file, own, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL && i < MAX_DETAILS; i++)
    {
      g_autofree char *text = g_key_file_get_string (file, own, names[i], NULL);

      if (text != NULL && *text != '\0' && strlen (text) <= MAX_DETAIL)
        g_hash_table_replace (details, g_strdup (names[i]), g_steal_pointer (&text));
    }
  return details;
}

static double
get_number (GKeyFile   *file,
            const char *group,
            const char *key)
{
  double number = g_key_file_get_double (file, group, key, NULL);

  return isfinite (number) ? number : 0;
}

static TlWindowState *
parse (GKeyFile   *file,
       const char *group)
{
  g_autofree char *uri = g_key_file_get_string (file, group, "File", NULL);
  g_autoptr (GFile) place = NULL;
  TlWindowState *self;

  if (uri == NULL || !g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
    return NULL;
  place = g_file_new_for_uri (uri);
  self = tl_window_state_new (place);
  self->width = get_side (file, group, "Width");
  self->height = get_side (file, group, "Height");
  self->maximized = g_key_file_get_boolean (file, group, "Maximized", NULL);
  self->fullscreen = g_key_file_get_boolean (file, group, "Fullscreen", NULL);
  self->outline = get_panel (file, group, "Outline");
  self->inspector = get_panel (file, group, "Inspector");
  self->page = g_key_file_get_string (file, group, "Page", NULL);
  self->edition = g_key_file_get_string (file, group, "Edition", NULL);
  self->view = g_key_file_get_string (file, group, "View", NULL);
  self->service = g_key_file_get_string (file, group, "Service", NULL);
  self->overlay = g_key_file_get_string (file, group, "Overlay", NULL);
  self->selection = g_key_file_get_string_list (file, group, "Selection", NULL, NULL);
  self->place.scale = MAX (get_number (file, group, "Scale"), 0);
  self->place.x = get_number (file, group, "X");
  self->place.y = get_number (file, group, "Y");
  self->details = parse_details (file, group);
  return self;
}

GPtrArray *
tl_window_state_list_parse (GBytes *bytes)
{
  GPtrArray *states = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_window_state_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (bytes != NULL, states);

  if (g_bytes_get_size (bytes) > MAX_LENGTH || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return states;
  if (g_key_file_get_integer (file, GROUP_LIST, "Version", NULL) > VERSION)
    return states;
  for (guint i = 1; i <= MAX_WINDOWS; i++)
    {
      g_autofree char *group = g_strdup_printf (GROUP, i);
      TlWindowState *state = g_key_file_has_group (file, group) ? parse (file, group) : NULL;

      if (state != NULL)
        g_ptr_array_add (states, state);
    }
  return states;
}

void
tl_window_state_list_look (GPtrArray    *states,
                           GCancellable *cancellable)
{
  g_return_if_fail (states != NULL);

  for (guint i = 0; i < states->len; i++)
    {
      TlWindowState *state = states->pdata[i];

      state->missing = !g_file_query_exists (state->file, cancellable);
    }
}
