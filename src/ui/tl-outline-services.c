/* tl-outline-services.c: the services of a project as a list to go by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-outline-services.h"

#include "analysis/tl-lifecycle.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "ui/tl-growing-list.h"
#include "ui/tl-label.h"
#include "ui/tl-record-row.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>
#include <string.h>

#define ROWS_AT_ONCE 16
#define MAX_ELEMENTS 100  /* that are found: who wants more types more */
#define SLICE        4000 /* µs that are looked at a time */

struct _TlOutlineServices
{
  GtkWidget           parent_instance;

  TlSession          *session;
  GSignalGroup       *session_signals;
  GSignalGroup       *project_signals;
  GHashTable         *rows;     /* set of bound GtkListItem, borrowed */
  gboolean            updating;
  char               *filter;   /* folded, or NULL */
  TlGrowingList      *growing;  /* the model while there is no filter */
  GListStore         *found;    /* the model while there is a filter: services, then elements */
  guint               n_services; /* of what is found */
  guint               looking;  /* idle that looks for elements … */
  guint               next[3];  /* … from this service, lane and element on */

  GtkWidget          *content;
  GtkLabel           *title;
  GtkWidget          *scrolled;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (TlOutlineServices, tl_outline_services, GTK_TYPE_WIDGET)

static TlProject *
get_project (TlOutlineServices *self)
{
  return self->session != NULL ? tl_session_get_project (self->session) : NULL;
}

/* Rows {{{1 */

/* To a service, or to an element in the blueprint of its service. */
static void
go (TlOutlineServices *self,
    TlRecord          *record)
{
  g_autofree char *key = NULL;

  if (TL_IS_SERVICE (record))
    {
      tl_session_go_service (self->session, record);
      return;
    }
  key = tl_session_dup_record_key (record);
  tl_session_reveal (self->session, key);
}

static void
row_clicked_cb (GtkListItem *item,
                int          n_press,
                double       x,
                double       y,
                GtkGesture  *click)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *self = gtk_widget_get_ancestor (row, TL_TYPE_OUTLINE_SERVICES);
  TlRecord *record = gtk_list_item_get_item (item);

  if (record != NULL && gtk_widget_contains (row, x, y))
    go (TL_OUTLINE_SERVICES (self), record);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = tl_label_new_narrow (NULL);
  GtkWidget *stage = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (stage, "caption");
  gtk_widget_add_css_class (stage, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), stage);
  gtk_widget_add_css_class (box, "outline-service");
  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, box);
}

/* Short: the value stream that the service is in. */
static const char *
get_stream (TlRecord *service)
{
  TlStanding standing;
  const TlStream *stream;

  tl_lifecycle_get_standing (service, &standing);
  stream = standing.stage != NULL ? standing.stage->stream : NULL;
  if (stream == NULL)
    return "";
  return stream->abbreviation != NULL ? stream->abbreviation : stream->concept.name;
}

static void
update_row (GtkListItem *item)
{
  TlRecord *record = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *title = tl_edit_create_title (record);

  gtk_label_set_label (GTK_LABEL (name), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)),
                       TL_IS_SERVICE (record) ? get_stream (record) : tl_element_get_kind_name (TL_ELEMENT (record)));
}

static void
bind_cb (TlOutlineServices *self,
         GtkListItem       *item)
{
  g_hash_table_add (self->rows, item);
  update_row (item);
}

static void
unbind_cb (TlOutlineServices *self,
           GtkListItem       *item)
{
  g_hash_table_remove (self->rows, item);
}

/* Selection {{{1 */

static void
selected_cb (TlOutlineServices *self)
{
  TlRecord *record = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *key = NULL;

  if (self->updating || self->session == NULL || record == NULL)
    return;
  key = tl_session_dup_record_key (record);
  tl_session_set_selection (self->session, key);
}

static void
activated_cb (TlOutlineServices *self,
              guint              position)
{
  g_autoptr (TlRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  go (self, record);
}

/* Of what is selected, or of its service. */
static guint
find_position (TlOutlineServices *self,
               TlRecord          *selected,
               TlRecord          *service)
{
  guint position;

  if (self->found == NULL)
    return service != NULL ? (guint) tl_record_get_position (service) : GTK_INVALID_LIST_POSITION;
  if ((selected != NULL && g_list_store_find (self->found, selected, &position))
      || (service != NULL && g_list_store_find (self->found, service, &position)))
    return position;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selection (TlOutlineServices *self)
{
  TlRecord *selected = tl_session_get_selected_record (self->session);
  TlRecord *service = tl_session_find_service (selected);
  guint position;

  if (service == NULL && g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT))
    service = tl_session_get_service (self->session);
  position = find_position (self, selected, service);
  /* What has not come yet is selected when it does. */
  if (self->growing != NULL && position >= g_list_model_get_n_items (G_LIST_MODEL (self->growing)))
    position = GTK_INVALID_LIST_POSITION;
  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->updating = FALSE;
}

/* Project {{{1 */

static void
count (TlOutlineServices *self)
{
  TlProject *project = get_project (self);
  guint n = project != NULL ? tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) : 0;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *title = NULL;

  if (self->found == NULL)
    title = g_strdup_printf (_("Services (%'u)"), n);
  else if (n_shown - self->n_services < MAX_ELEMENTS)
    /* Translators: how many are found of each */
    title = g_strdup_printf (_("Services (%1$u), Elements (%2$u)"), self->n_services, n_shown - self->n_services);
  else
    /* Translators: how many are found of each; there may be more elements */
    title = g_strdup_printf (_("Services (%1$u), Elements (%2$u+)"), self->n_services, MAX_ELEMENTS);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->scrolled, n_shown > 0);
}

/* The services that changes are about. */
static GHashTable *
list_changed (GPtrArray *changes)
{
  GHashTable *services = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);
      TlRecord *record = change->kind == TL_CHANGE_SET ? change->record : change->parent;

      g_hash_table_add (services, tl_session_find_service (record));
    }
  return services;
}

/* Filtering {{{1 */

static gboolean
is_meant (TlOutlineServices *self,
          TlRecord          *record)
{
  g_autofree char *folded = tl_record_row_fold (tl_record_get_name (record));

  return strstr (folded, self->filter) != NULL;
}

/* The next element there is, in the order of the file; NULL after the last. */
static TlRecord *
step (TlOutlineServices *self,
      TlProject         *project)
{
  for (; self->next[0] < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); self->next[0]++)
    {
      TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, self->next[0]);

      for (; self->next[1] < TL_N_LANES; self->next[1]++)
        {
          if (self->next[2] < tl_record_get_n_items (service, self->next[1]))
            return tl_record_get_child (service, self->next[1], self->next[2]++);
          self->next[2] = 0;
        }
      self->next[1] = 0;
    }
  return NULL;
}

/* A little at a time: there may be a hundred thousand. */
static gboolean
look_cb (gpointer user_data)
{
  TlOutlineServices *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  TlRecord *element = NULL;

  while (g_list_model_get_n_items (G_LIST_MODEL (self->found)) - self->n_services < MAX_ELEMENTS
         && g_get_monotonic_time () < end && (element = step (self, get_project (self))) != NULL)
    if (is_meant (self, element))
      g_list_store_append (self->found, element);
  count (self);
  if (element != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->found)) - self->n_services < MAX_ELEMENTS)
    return G_SOURCE_CONTINUE;
  self->looking = 0;
  show_selection (self);
  return G_SOURCE_REMOVE;
}

/* The services whose name has what is filtered by; elements follow. */
static void
find (TlOutlineServices *self,
      TlProject         *project)
{
  self->found = g_list_store_new (TL_TYPE_RECORD);
  for (guint i = 0; i < tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES); i++)
    {
      TlRecord *service = tl_record_get_child (TL_RECORD (project), TL_PROJECT_SERVICES, i);

      if (is_meant (self, service))
        g_list_store_append (self->found, service);
    }
  self->n_services = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  memset (self->next, 0, sizeof self->next);
  self->looking = g_idle_add (look_cb, self);
}

static void
forget_model (TlOutlineServices *self)
{
  if (self->growing != NULL)
    g_signal_handlers_disconnect_by_data (self->growing, self);
  g_clear_object (&self->growing);
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->found);
}

static void
grown_cb (TlOutlineServices *self,
          guint              position,
          guint              removed,
          guint              added)
{
  if (removed == 0 && added > 0)
    show_selection (self);
}

static GListModel *
create_model (TlOutlineServices *self)
{
  TlProject *project = get_project (self);

  forget_model (self);
  if (project == NULL)
    return NULL;
  if (self->filter == NULL)
    {
      self->growing = tl_growing_list_new (G_LIST_MODEL (tl_record_get_list (TL_RECORD (project), TL_PROJECT_SERVICES)),
                                           ROWS_AT_ONCE);
      tl_growing_list_set_view (self->growing, GTK_WIDGET (self->list));
      g_signal_connect_object (self->growing, "items-changed", G_CALLBACK (grown_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      return G_LIST_MODEL (g_object_ref (self->growing));
    }
  find (self, project);
  return G_LIST_MODEL (g_object_ref (self->found));
}

static void
fill (TlOutlineServices *self)
{
  g_autoptr (GListModel) model = create_model (self);

  self->updating = TRUE;
  gtk_single_selection_set_model (self->selection, model);
  self->updating = FALSE;
  count (self);
  if (model != NULL)
    show_selection (self);
}

static void
project_changed_cb (TlOutlineServices *self,
                    GPtrArray         *changes)
{
  g_autoptr (GHashTable) changed = list_changed (changes);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (g_hash_table_contains (changed, tl_session_find_service (gtk_list_item_get_item (item))))
      update_row (item);
  if (self->filter != NULL && g_hash_table_size (changed) > 0)
    {
      fill (self);
      return;
    }
  count (self);
  show_selection (self);
}

static void
project_cb (TlOutlineServices *self)
{
  g_signal_group_set_target (self->project_signals, get_project (self));
  fill (self);
}

/* Object {{{1 */

static void
tl_outline_services_dispose (GObject *object)
{
  TlOutlineServices *self = TL_OUTLINE_SERVICES (object);

  self->updating = TRUE;
  forget_model (self);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->project_signals, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_outline_services_parent_class)->dispose (object);
}

static void
tl_outline_services_finalize (GObject *object)
{
  TlOutlineServices *self = TL_OUTLINE_SERVICES (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);
  g_hash_table_unref (self->rows);
  g_free (self->filter);

  G_OBJECT_CLASS (tl_outline_services_parent_class)->finalize (object);
}

static void
tl_outline_services_class_init (TlOutlineServicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_services_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_outline_services_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-outline-services.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlOutlineServices, content);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineServices, title);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineServices, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineServices, list);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineServices, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
tl_outline_services_init (TlOutlineServices *self)
{
  static const char *const properties[] = { "notify::page", "notify::service", "notify::selection" };
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);

  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_group_connect_swapped (self->session_signals, properties[i], G_CALLBACK (show_selection), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
}

void
tl_outline_services_set_session (TlOutlineServices *self,
                                 TlSession         *session)
{
  g_return_if_fail (TL_IS_OUTLINE_SERVICES (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  project_cb (self);
}

void
tl_outline_services_set_filter (TlOutlineServices *self,
                                const char        *text)
{
  g_autofree char *folded = text != NULL && *text != '\0' ? tl_record_row_fold (text) : NULL;

  g_return_if_fail (TL_IS_OUTLINE_SERVICES (self));

  if (g_strcmp0 (self->filter, folded) == 0)
    return;
  g_free (self->filter);
  self->filter = g_steal_pointer (&folded);
  fill (self);
}
