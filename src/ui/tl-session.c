/* tl-session.c: what one window looks at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-session.h"

#include "project/tl-service.h"

#include <string.h>

struct _TlSession
{
  GObject          parent_instance;

  TlProject       *project;
  TlPlace          here;
  TlTrail         *trail;
  TlOverlayKind    overlay;
  char           **selected;  /* keys, the primary one first; NULL if nothing is */
  TlScene         *scene;
  TlDetails       *details;
};

G_DEFINE_FINAL_TYPE (TlSession, tl_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_EDITION,
  PROP_PAGE,
  PROP_VIEW,
  PROP_SERVICE,
  PROP_OVERLAY,
  PROP_SELECTION,
  PROP_SELECTED_KEYS,
  PROP_DETAILS,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

enum
{
  SIGNAL_REVEAL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const pages[] = {
  TL_PAGE_DIAGRAM, TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE, TL_PAGE_TRACEABILITY,
};

static const char *
find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i], name) == 0)
      return pages[i];
  return NULL;
}

static void
notify (TlSession *self,
        guint      property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Everything that changes when the place does; frozen, so that listeners see one
 * state. @could_go: whether back and forward led anywhere before. */
static void
show_place (TlSession      *self,
            const TlPlace  *place,
            const gboolean *could_go)
{
  g_auto (TlPlace) before = { 0 };

  g_object_freeze_notify (G_OBJECT (self));
  tl_place_copy (&before, &self->here);
  tl_place_copy (&self->here, place);
  if (before.page != place->page)
    notify (self, PROP_PAGE);
  if (g_strcmp0 (before.service, self->here.service) != 0)
    notify (self, PROP_SERVICE);
  if (!tl_view_equal (&before.view, &self->here.view))
    {
      g_clear_pointer (&self->scene, tl_scene_unref);
      notify (self, PROP_VIEW);
    }
  if (before.view.edition != self->here.view.edition)
    {
      /* Keys mean something in their own edition only. */
      if (tl_session_get_selected_record (self) == NULL)
        tl_session_set_selection (self, NULL);
      notify (self, PROP_EDITION);
    }
  if (could_go[0] != tl_session_get_can_go_back (self))
    notify (self, PROP_CAN_GO_BACK);
  if (could_go[1] != tl_session_get_can_go_forward (self))
    notify (self, PROP_CAN_GO_FORWARD);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
go_to (TlSession     *self,
       const TlPlace *place)
{
  const gboolean could_go[] = { tl_session_get_can_go_back (self), tl_session_get_can_go_forward (self) };

  if (!tl_place_equal (&self->here, place))
    tl_trail_leave (self->trail, &self->here);
  show_place (self, place, could_go);
}

static void
tl_session_dispose (GObject *object)
{
  TlSession *self = TL_SESSION (object);

  g_clear_object (&self->project);

  G_OBJECT_CLASS (tl_session_parent_class)->dispose (object);
}

static void
tl_session_finalize (GObject *object)
{
  TlSession *self = TL_SESSION (object);

  tl_place_clear (&self->here);
  tl_trail_free (self->trail);
  g_strfreev (self->selected);
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_object_unref (self->details);

  G_OBJECT_CLASS (tl_session_parent_class)->finalize (object);
}

static void
tl_session_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TlSession *self = TL_SESSION (object);

  switch (id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_EDITION:
      g_value_set_pointer (value, (gpointer) self->here.view.edition);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->here.page);
      break;
    case PROP_VIEW:
      g_value_take_string (value, tl_view_to_string (&self->here.view));
      break;
    case PROP_SERVICE:
      g_value_set_string (value, self->here.service);
      break;
    case PROP_OVERLAY:
      g_value_set_int (value, self->overlay);
      break;
    case PROP_SELECTION:
      g_value_set_string (value, tl_session_get_selection (self));
      break;
    case PROP_SELECTED_KEYS:
      g_value_set_boxed (value, self->selected);
      break;
    case PROP_DETAILS:
      g_value_set_object (value, self->details);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, tl_session_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, tl_session_get_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_session_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TlSession *self = TL_SESSION (object);

  switch (id)
    {
    case PROP_PROJECT:
      tl_session_set_project (self, g_value_get_object (value));
      break;
    case PROP_PAGE:
      tl_session_set_page (self, g_value_get_string (value));
      break;
    case PROP_OVERLAY:
      tl_session_set_overlay (self, g_value_get_int (value));
      break;
    case PROP_SELECTION:
      tl_session_set_selection (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_session_class_init (TlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_session_dispose;
  object_class->finalize = tl_session_finalize;
  object_class->get_property = tl_session_get_property;
  object_class->set_property = tl_session_set_property;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, TL_TYPE_PROJECT, writable);
  properties[PROP_EDITION] = g_param_spec_pointer ("edition", NULL, NULL, readable);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, TL_PAGE_DIAGRAM, writable);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, readable);
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, NULL, readable);
  properties[PROP_OVERLAY] = g_param_spec_int ("overlay", NULL, NULL, TL_OVERLAY_NONE,
                                               TL_N_OVERLAY_KINDS - 1, TL_OVERLAY_NONE, writable);
  properties[PROP_SELECTION] = g_param_spec_string ("selection", NULL, NULL, NULL, writable);
  properties[PROP_SELECTED_KEYS] = g_param_spec_boxed ("selected-keys", NULL, NULL, G_TYPE_STRV, readable);
  properties[PROP_DETAILS] = g_param_spec_object ("details", NULL, NULL, TL_TYPE_DETAILS, readable);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
restored_cb (TlSession *self)
{
  notify (self, PROP_DETAILS);
}

static void
tl_session_init (TlSession *self)
{
  self->here.page = find_page (TL_PAGE_DIAGRAM);
  self->here.view.kind = TL_VIEW_VALUE_CHAIN;
  self->here.view.edition = tl_edition_get ("2.1");
  self->trail = tl_trail_new ();
  self->details = tl_details_new ();
  g_signal_connect_object (self->details, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
}

TlSession *
tl_session_new (void)
{
  return g_object_new (TL_TYPE_SESSION, NULL);
}

TlProject *
tl_session_get_project (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->project;
}

void
tl_session_set_project (TlSession *self,
                        TlProject *project)
{
  gboolean could_go[2];

  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (project == NULL || TL_IS_PROJECT (project));

  could_go[0] = tl_session_get_can_go_back (self);
  could_go[1] = tl_session_get_can_go_forward (self);
  if (!g_set_object (&self->project, project))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  tl_session_set_selection (self, NULL);
  tl_trail_clear (self->trail);
  notify (self, PROP_PROJECT);
  if (project != NULL)
    {
      g_auto (TlPlace) place = { 0 };

      tl_place_copy (&place, &self->here);
      place.view = (TlView) { TL_VIEW_VALUE_CHAIN, tl_project_get_edition (project), NULL };
      if (tl_session_get_service (self) == NULL)
        g_clear_pointer (&place.service, g_free);
      show_place (self, &place, could_go);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

const TlEdition *
tl_session_get_edition (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->here.view.edition;
}

const char *
tl_session_get_page (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->here.page;
}

TlRecord *
tl_session_get_service (TlSession *self)
{
  TlRecord *service = NULL;

  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  if (self->project != NULL && self->here.service != NULL)
    service = tl_project_lookup (self->project, self->here.service);
  return TL_IS_SERVICE (service) ? service : NULL;
}

/* What the blueprint page shows to who has not chosen. */
static TlRecord *
find_service_to_show (TlSession *self)
{
  TlRecord *service = tl_session_get_service (self);

  if (service == NULL)
    service = tl_session_find_service (tl_session_get_selected_record (self));
  if (service == NULL && self->project != NULL)
    service = tl_record_get_child (TL_RECORD (self->project), TL_PROJECT_SERVICES, 0);
  return service;
}

static void
go_page (TlSession  *self,
         const char *page,
         TlRecord   *service)
{
  g_auto (TlPlace) place = { 0 };

  tl_place_copy (&place, &self->here);
  place.page = find_page (page);
  if (service != NULL)
    {
      g_free (place.service);
      place.service = g_strdup (tl_record_get_id (service));
    }
  go_to (self, &place);
}

void
tl_session_set_page (TlSession  *self,
                     const char *page)
{
  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (page != NULL);

  if (find_page (page) != NULL)
    go_page (self, page, strcmp (page, TL_PAGE_BLUEPRINT) == 0 ? find_service_to_show (self) : NULL);
}

void
tl_session_go_service (TlSession *self,
                       TlRecord  *service)
{
  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (TL_IS_SERVICE (service));

  g_object_freeze_notify (G_OBJECT (self));
  go_page (self, TL_PAGE_BLUEPRINT, service);
  if (tl_session_find_service (tl_session_get_selected_record (self)) != service)
    {
      g_autofree char *key = tl_session_dup_record_key (service);

      tl_session_set_selection (self, key);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

TlOverlayKind
tl_session_get_overlay (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), TL_OVERLAY_NONE);

  return self->overlay;
}

void
tl_session_set_overlay (TlSession     *self,
                        TlOverlayKind  overlay)
{
  g_return_if_fail (TL_IS_SESSION (self));

  if (self->overlay == overlay)
    return;

  self->overlay = overlay;
  notify (self, PROP_OVERLAY);
}

void
tl_session_get_view (TlSession *self,
                     TlView    *view)
{
  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (view != NULL);

  *view = self->here.view;
}

void
tl_session_go (TlSession    *self,
               const TlView *view)
{
  g_auto (TlPlace) place = { 0 };

  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (view != NULL);

  tl_place_copy (&place, &self->here);
  place.page = find_page (TL_PAGE_DIAGRAM);
  place.view = *view;
  go_to (self, &place);
}

void
tl_session_start_at (TlSession     *self,
                     const TlPlace *place)
{
  const gboolean could_go[] = { tl_session_get_can_go_back (self), tl_session_get_can_go_forward (self) };
  g_auto (TlPlace) here = { 0 };

  g_return_if_fail (TL_IS_SESSION (self) && self->project != NULL);
  g_return_if_fail (place != NULL);

  tl_place_copy (&here, place);
  here.page = find_page (place->page);
  if (here.service != NULL && !TL_IS_SERVICE (tl_project_lookup (self->project, here.service)))
    g_clear_pointer (&here.service, g_free);
  if (here.page == NULL || (strcmp (here.page, TL_PAGE_BLUEPRINT) == 0 && here.service == NULL))
    here.page = find_page (TL_PAGE_DIAGRAM);
  tl_trail_clear (self->trail);
  show_place (self, &here, could_go);
}

/* A blueprint whose service is gone is no place any more. */
static gboolean
exists (const TlPlace *place,
        gpointer       user_data)
{
  TlSession *self = user_data;

  return strcmp (place->page, TL_PAGE_BLUEPRINT) != 0
         || (place->service != NULL && TL_IS_SERVICE (tl_project_lookup (self->project, place->service)));
}

static void
step (TlSession *self,
      gboolean   forward)
{
  const gboolean could_go[] = { tl_session_get_can_go_back (self), tl_session_get_can_go_forward (self) };
  g_auto (TlPlace) place = { 0 };

  tl_place_copy (&place, &self->here);
  (void) tl_trail_step (self->trail, forward, &place, exists, self);
  show_place (self, &place, could_go);
}

void
tl_session_go_back (TlSession *self)
{
  g_return_if_fail (TL_IS_SESSION (self));

  step (self, FALSE);
}

void
tl_session_go_forward (TlSession *self)
{
  g_return_if_fail (TL_IS_SESSION (self));

  step (self, TRUE);
}

gboolean
tl_session_get_can_go_back (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);

  return tl_trail_get_can_back (self->trail);
}

gboolean
tl_session_get_can_go_forward (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);

  return tl_trail_get_can_forward (self->trail);
}

const char *
tl_session_get_selection (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->selected != NULL ? self->selected[0] : NULL;
}

void
tl_session_set_selection (TlSession  *self,
                          const char *key)
{
  const char *const keys[] = { key, NULL };

  tl_session_set_selected_keys (self, keys);
}

const char *const *
tl_session_get_selected_keys (TlSession *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (TL_IS_SESSION (self), none);

  return self->selected != NULL ? (const char *const *) self->selected : none;
}

void
tl_session_set_selected_keys (TlSession         *self,
                              const char *const *keys)
{
  g_autofree char *primary = NULL;

  g_return_if_fail (TL_IS_SESSION (self));

  if (g_strv_equal (tl_session_get_selected_keys (self), keys))
    return;

  primary = g_strdup (tl_session_get_selection (self));
  g_strfreev (self->selected);
  self->selected = keys[0] != NULL ? g_strdupv ((char **) keys) : NULL;
  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (primary, tl_session_get_selection (self)) != 0)
    notify (self, PROP_SELECTION);
  notify (self, PROP_SELECTED_KEYS);
  g_object_thaw_notify (G_OBJECT (self));
}

void
tl_session_set_scene (TlSession *self,
                      TlScene   *scene)
{
  g_return_if_fail (TL_IS_SESSION (self));

  if (scene != NULL)
    tl_scene_ref (scene);
  g_clear_pointer (&self->scene, tl_scene_unref);
  self->scene = scene;
}

TlScene *
tl_session_get_scene (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->scene;
}

TlDetails *
tl_session_get_details (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->details;
}
