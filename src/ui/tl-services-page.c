/* tl-services-page.c: all services of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-services-page.h"

#include "analysis/tl-traceability.h"
#include "project/tl-service.h"
#include "ui/tl-focus.h"
#include "ui/tl-record-table.h"
#include "ui/tl-service-columns.h"
#include "ui/tl-several.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

#define DETAIL_FILTER   "services-filter"
#define DETAIL_GROUPING "services-grouping"

struct _TlServicesPage
{
  GtkWidget      parent_instance;

  TlSession     *session;
  GSignalGroup  *session_signals;
  GSignalGroup  *project_signals;
  GSignalGroup  *trace_signals;
  TlRecordTable *table;

  GtkWidget     *content;
  GtkEditable   *filter;
  GtkStack      *stack;
  GtkLabel      *footer;
};

G_DEFINE_FINAL_TYPE (TlServicesPage, tl_services_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is shown {{{1 */

static TlProject *
get_project (TlServicesPage *self)
{
  return self->session != NULL ? tl_session_get_project (self->session) : NULL;
}

static char *
create_summary (guint n,
                guint n_shown)
{
  if (n_shown == n)
    return g_strdup_printf (ngettext ("%'u service", "%'u services", n), n);
  return g_strdup_printf (ngettext ("%1$'u of %2$'u service", "%1$'u of %2$'u services", n), n_shown, n);
}

static void
update (TlServicesPage *self)
{
  TlProject *project = get_project (self);
  guint n = project != NULL ? tl_record_get_n_items (TL_RECORD (project), TL_PROJECT_SERVICES) : 0;
  g_autofree char *summary = NULL;

  if (self->table == NULL)
    return;
  if (n == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (tl_record_table_is_empty (self->table) && *gtk_editable_get_text (self->filter) != '\0')
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->table));
  /* Once it is shown it has its rows. */
  summary = create_summary (n, tl_record_table_get_n_shown (self->table));
  gtk_label_set_label (self->footer, summary);
}

/* What is traced elsewhere makes gaps here. */
static void
traces_changed_cb (TlServicesPage *self,
                   GHashTable     *elements,
                   GHashTable     *services)
{
  tl_record_table_refresh (self->table, services);
}

/* To follow the traces means to look at all of them once, which has time until
 * somebody looks at this. */
static void
follow_traces (TlServicesPage *self)
{
  TlProject *project = gtk_widget_get_mapped (GTK_WIDGET (self)) ? get_project (self) : NULL;

  g_signal_group_set_target (self->trace_signals, project != NULL ? tl_traceability_get (project) : NULL);
}

static void
project_cb (TlServicesPage *self)
{
  g_signal_group_set_target (self->project_signals, get_project (self));
  follow_traces (self);
  update (self);
}

static void
remember (TlServicesPage *self,
          const char     *name,
          const char     *text)
{
  if (self->session != NULL)
    tl_details_set (tl_session_get_details (self->session), name, text);
}

static void
filter_changed_cb (TlServicesPage *self)
{
  remember (self, DETAIL_FILTER, gtk_editable_get_text (self->filter));
  tl_record_table_set_filter (self->table, gtk_editable_get_text (self->filter));
  update (self);
}

static void
stop_filter_cb (TlServicesPage *self)
{
  gtk_editable_set_text (self->filter, "");
}

/* What is done {{{1 */

static void
message_cb (TlServicesPage *self,
            const char     *text,
            gboolean        undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

static void
add_cb (TlServicesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-service", NULL);
}

static void
open_cb (TlServicesPage *self)
{
  TlRecord *service = tl_session_find_service (tl_session_get_selected_record (self->session));

  if (service != NULL)
    tl_session_go_service (self->session, service);
}

/* What the parameter of an action calls a column. */
static int
find_grouping (const char *name)
{
  static const struct { const char *name; int column; } groupings[] = {
    { "owner", TL_SERVICE_COLUMN_OWNER },
    { "criticality", TL_SERVICE_COLUMN_CRITICALITY },
    { "state", TL_SERVICE_COLUMN_STATE },
    { "stage", TL_SERVICE_COLUMN_STAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].name, name))
      return groupings[i].column;
  return -1;
}

static void
group_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TlServicesPage *self = user_data;

  tl_record_table_set_grouping (self->table, find_grouping (g_variant_get_string (parameter, NULL)));
  g_simple_action_set_state (action, parameter);
  remember (self, DETAIL_GROUPING, g_variant_get_string (parameter, NULL));
}

/* The table knows by itself what it was sorted by. */
static void
restore (TlServicesPage *self)
{
  TlDetails *details = tl_session_get_details (self->session);
  const char *filter = tl_details_get (details, DETAIL_FILTER);
  const char *grouping = tl_details_get (details, DETAIL_GROUPING);

  gtk_widget_activate_action (GTK_WIDGET (self), "services.group", "s",
                              grouping != NULL && find_grouping (grouping) >= 0 ? grouping : "nothing");
  gtk_editable_set_text (self->filter, filter != NULL ? filter : "");
  filter_changed_cb (self);
}

static void
set_field (TlServicesPage *self,
           guint           field,
           const char     *value)
{
  g_autoptr (GPtrArray) services = tl_record_table_list_selected (self->table);
  g_autoptr (GError) error = NULL;

  if (services->len > 0 &&
      !tl_several_set ((TlRecord *const *) services->pdata, services->len, field, value, &error))
    g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, error->message, FALSE);
}

static void
set_state_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  set_field (user_data, TL_SERVICE_STATE, g_variant_get_string (parameter, NULL));
}

static void
set_criticality_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  set_field (user_data, TL_SERVICE_CRITICALITY, g_variant_get_string (parameter, NULL));
}

static void
add_actions (TlServicesPage *self)
{
  static const GActionEntry entries[] = {
    { "group", group_cb, "s", "'nothing'" },
    { "set-state", set_state_cb, "s" },
    { "set-criticality", set_criticality_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "services", G_ACTION_GROUP (group));
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *token)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", token);
  g_menu_append_item (menu, item);
}

static void
append_choices (GMenu      *menu,
                guint       field,
                const char *action)
{
  const TlField *description = &tl_service_type.fields[field];
  g_autoptr (GMenu) choices = g_menu_new ();

  for (const TlChoice *choice = description->choices; choice->token != NULL; choice++)
    append_choice (choices, tl_field_get_choice_label (description, choice->token), action, choice->token);
  append_choice (choices, C_("choice", "Not known"), action, "");
  g_menu_append_submenu (menu, tl_field_get_label (description), G_MENU_MODEL (choices));
}

static void
add_menu (TlServicesPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Open Blueprint"), "table.open");
  append_choices (menu, TL_SERVICE_STATE, "services.set-state");
  append_choices (menu, TL_SERVICE_CRITICALITY, "services.set-criticality");
  g_menu_append (menu, _("Add From _Template…"), "win.new-service");
  g_menu_append (menu, _("_Save as Template"), "win.save-template");
  g_menu_append (menu, _("_Compare With What Runs…"), "win.reconcile");
  tl_record_table_add_menu (self->table, G_MENU_MODEL (menu));
}

/* Object {{{1 */

static void
tl_services_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_services_page_parent_class)->map (widget);
  follow_traces (TL_SERVICES_PAGE (widget));
}

static gboolean
tl_services_page_grab_focus (GtkWidget *widget)
{
  TlServicesPage *self = TL_SERVICES_PAGE (widget);

  return !tl_focus_is_within (widget) && gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_services_page_dispose (GObject *object)
{
  TlServicesPage *self = TL_SERVICES_PAGE (object);

  g_signal_group_set_target (self->trace_signals, NULL);
  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  self->table = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_services_page_parent_class)->dispose (object);
}

static void
tl_services_page_finalize (GObject *object)
{
  TlServicesPage *self = TL_SERVICES_PAGE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);
  g_object_unref (self->trace_signals);

  G_OBJECT_CLASS (tl_services_page_parent_class)->finalize (object);
}

static void
tl_services_page_class_init (TlServicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_services_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_services_page_finalize;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_services_page_grab_focus;
  widget_class->map = tl_services_page_map;

  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-services-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlServicesPage, content);
  gtk_widget_class_bind_template_child (widget_class, TlServicesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TlServicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlServicesPage, footer);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  tl_style_ensure ();
}

static void
tl_services_page_init (TlServicesPage *self)
{
  GtkWidget *table;

  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  self->trace_signals = g_signal_group_new (TL_TYPE_TRACEABILITY);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::details", G_CALLBACK (restore), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->trace_signals, "changed", G_CALLBACK (traces_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (self->filter);
  table = tl_record_table_new (TL_PROJECT_SERVICES, _("Services"), tl_service_columns);
  gtk_stack_add_child (self->stack, table);
  g_signal_connect_object (table, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "edit", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::n-shown", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->table = TL_RECORD_TABLE (table);
  add_actions (self);
  add_menu (self);
  update (self);
}

void
tl_services_page_set_session (TlServicesPage *self,
                              TlSession      *session)
{
  g_return_if_fail (TL_IS_SERVICES_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  tl_record_table_set_session (self->table, session);
  project_cb (self);
  if (session != NULL)
    restore (self);
}

TlPrintContent *
tl_services_page_create_print_content (TlServicesPage *self)
{
  g_return_val_if_fail (TL_IS_SERVICES_PAGE (self), NULL);

  return tl_record_table_create_print_content (self->table, _("Services"), gtk_label_get_label (self->footer));
}
