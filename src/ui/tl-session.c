/* tl-session.c: what one window looks at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-session.h"

#include <string.h>

#define RECORD_PREFIX    "record:"
#define ATTRIBUTE_PREFIX "attribute:"

struct _TlSession
{
  GObject          parent_instance;

  TlProject       *project;
  char            *page;
  TlView           view;
  TlOverlayKind    overlay;
  char            *selection;
  TlScene         *scene;
  GArray          *back;    /* of TlView, latest last */
  GArray          *forward;
};

G_DEFINE_FINAL_TYPE (TlSession, tl_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_EDITION,
  PROP_PAGE,
  PROP_VIEW,
  PROP_OVERLAY,
  PROP_SELECTION,
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

static void
notify (TlSession *self,
        guint      property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Everything that changes when the view does; frozen, so that listeners see one state. */
static void
show_view (TlSession    *self,
           const TlView *view)
{
  const TlEdition *edition = self->view.edition;

  g_object_freeze_notify (G_OBJECT (self));
  self->view = *view;
  g_clear_pointer (&self->scene, tl_scene_unref);
  notify (self, PROP_VIEW);
  notify (self, PROP_CAN_GO_BACK);
  notify (self, PROP_CAN_GO_FORWARD);
  if (edition != view->edition)
    {
      /* Keys mean something in their own edition only. */
      if (tl_session_get_selected_record (self) == NULL)
        tl_session_set_selection (self, NULL);
      notify (self, PROP_EDITION);
    }
  g_object_thaw_notify (G_OBJECT (self));
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

  g_free (self->page);
  g_free (self->selection);
  g_clear_pointer (&self->scene, tl_scene_unref);
  g_array_unref (self->back);
  g_array_unref (self->forward);

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
      g_value_set_pointer (value, (gpointer) self->view.edition);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_VIEW:
      g_value_take_string (value, tl_view_to_string (&self->view));
      break;
    case PROP_OVERLAY:
      g_value_set_int (value, self->overlay);
      break;
    case PROP_SELECTION:
      g_value_set_string (value, self->selection);
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
  properties[PROP_OVERLAY] = g_param_spec_int ("overlay", NULL, NULL, TL_OVERLAY_NONE,
                                               TL_OVERLAY_COST, TL_OVERLAY_NONE, writable);
  properties[PROP_SELECTION] = g_param_spec_string ("selection", NULL, NULL, NULL, writable);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_session_init (TlSession *self)
{
  self->page = g_strdup (TL_PAGE_DIAGRAM);
  self->view.kind = TL_VIEW_VALUE_CHAIN;
  self->view.edition = tl_edition_get ("2.1");
  self->back = g_array_new (FALSE, FALSE, sizeof (TlView));
  self->forward = g_array_new (FALSE, FALSE, sizeof (TlView));
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
  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (project == NULL || TL_IS_PROJECT (project));

  if (!g_set_object (&self->project, project))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  tl_session_set_selection (self, NULL);
  g_array_set_size (self->back, 0);
  g_array_set_size (self->forward, 0);
  notify (self, PROP_PROJECT);
  if (project != NULL)
    {
      TlView view = { TL_VIEW_VALUE_CHAIN, tl_project_get_edition (project), NULL };

      show_view (self, &view);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

const TlEdition *
tl_session_get_edition (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->view.edition;
}

gboolean
tl_session_shows_project_edition (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);

  return self->project != NULL && tl_project_get_edition (self->project) == self->view.edition;
}

const char *
tl_session_get_page (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->page;
}

void
tl_session_set_page (TlSession  *self,
                     const char *page)
{
  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (page != NULL);

  if (strcmp (self->page, page) == 0)
    return;

  g_free (self->page);
  self->page = g_strdup (page);
  notify (self, PROP_PAGE);
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

  *view = self->view;
}

void
tl_session_go (TlSession    *self,
               const TlView *view)
{
  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (view != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  tl_session_set_page (self, TL_PAGE_DIAGRAM);
  if (!tl_view_equal (&self->view, view))
    {
      g_array_append_val (self->back, self->view);
      g_array_set_size (self->forward, 0);
      show_view (self, view);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* One step through the history: from the end of one stack onto the other. */
static void
step (TlSession *self,
      GArray    *from,
      GArray    *to)
{
  TlView view;

  if (from->len == 0)
    return;

  view = g_array_index (from, TlView, from->len - 1);
  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, self->view);
  g_object_freeze_notify (G_OBJECT (self));
  tl_session_set_page (self, TL_PAGE_DIAGRAM);
  show_view (self, &view);
  g_object_thaw_notify (G_OBJECT (self));
}

void
tl_session_go_back (TlSession *self)
{
  g_return_if_fail (TL_IS_SESSION (self));

  step (self, self->back, self->forward);
}

void
tl_session_go_forward (TlSession *self)
{
  g_return_if_fail (TL_IS_SESSION (self));

  step (self, self->forward, self->back);
}

gboolean
tl_session_get_can_go_back (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);

  return self->back->len > 0;
}

gboolean
tl_session_get_can_go_forward (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), FALSE);

  return self->forward->len > 0;
}

const char *
tl_session_get_selection (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->selection;
}

void
tl_session_set_selection (TlSession  *self,
                          const char *key)
{
  g_return_if_fail (TL_IS_SESSION (self));

  if (g_strcmp0 (self->selection, key) == 0)
    return;

  g_free (self->selection);
  self->selection = g_strdup (key);
  notify (self, PROP_SELECTION);
}

const TlConcept *
tl_session_get_selected_concept (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  return self->selection == NULL ? NULL : tl_edition_lookup_key (self->view.edition, self->selection);
}

TlRecord *
tl_session_get_selected_record (TlSession *self)
{
  g_return_val_if_fail (TL_IS_SESSION (self), NULL);

  if (self->project == NULL || self->selection == NULL || !g_str_has_prefix (self->selection, RECORD_PREFIX))
    return NULL;
  return tl_project_lookup (self->project, self->selection + strlen (RECORD_PREFIX));
}

char *
tl_session_dup_record_key (TlRecord *record)
{
  g_return_val_if_fail (TL_IS_RECORD (record), NULL);

  return g_strconcat (RECORD_PREFIX, tl_record_get_id (record), NULL);
}

/* The view in which a concept can be seen beside its like. */
static void
find_view_of (const TlConcept *concept,
              TlView          *view)
{
  const TlConcept *place = tl_concept_get_place (concept);

  view->kind = TL_VIEW_VALUE_CHAIN;
  view->edition = concept->edition;
  view->concept = NULL;

  switch (concept->kind)
    {
    case TL_CONCEPT_DATA_OBJECT:
    case TL_CONCEPT_MODEL:
      view->kind = TL_VIEW_LEVEL1;
      break;
    case TL_CONCEPT_STAGE:
      tl_view_for_concept (place, view);
      break;
    case TL_CONCEPT_STREAM:
      if (g_strcmp0 (tl_edition_get_version (concept->edition), "2.1") != 0)
        view->kind = TL_VIEW_NETWORK;
      break;
    case TL_CONCEPT_ACTIVITY:
    case TL_CONCEPT_GROUP:
    case TL_CONCEPT_COMPONENT:
    default:
      break;
    }
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

static gboolean
shows_concept (TlSession       *self,
               const TlConcept *concept)
{
  return self->view.edition == concept->edition && self->scene != NULL &&
         tl_scene_find (self->scene, concept->key) >= 0;
}

void
tl_session_reveal_concept (TlSession       *self,
                           const TlConcept *concept)
{
  TlView view;

  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (concept != NULL);

  find_view_of (concept, &view);
  g_object_freeze_notify (G_OBJECT (self));
  if (shows_concept (self, concept))
    tl_session_set_page (self, TL_PAGE_DIAGRAM);
  else
    tl_session_go (self, &view);
  tl_session_set_selection (self, concept->key);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, concept->key);
}

static void
reveal_attribute (TlSession  *self,
                  const char *key)
{
  const char *slash = strchr (key, '/');
  g_autofree char *id = NULL;
  const TlConcept *object;
  TlView view;

  if (slash == NULL)
    return;
  id = g_strndup (key + strlen (ATTRIBUTE_PREFIX), slash - key - strlen (ATTRIBUTE_PREFIX));
  object = tl_edition_lookup (self->view.edition, TL_CONCEPT_DATA_OBJECT, id);
  if (object == NULL || !tl_view_for_concept (object, &view))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  tl_session_go (self, &view);
  tl_session_set_selection (self, key);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, key);
}

void
tl_session_reveal (TlSession  *self,
                   const char *key)
{
  const TlConcept *concept;

  g_return_if_fail (TL_IS_SESSION (self));
  g_return_if_fail (key != NULL);

  if (g_str_has_prefix (key, ATTRIBUTE_PREFIX))
    {
      reveal_attribute (self, key);
      return;
    }
  concept = tl_edition_lookup_key (self->view.edition, key);
  if (concept != NULL)
    {
      tl_session_reveal_concept (self, concept);
      return;
    }

  tl_session_set_selection (self, key);
  if (tl_session_get_selected_record (self) == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, key);
}
