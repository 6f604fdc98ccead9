/* tl-landscape-page.c: the tools of a project and how they are integrated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-landscape-page.h"

#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-tool.h"
#include "ui/tl-focus.h"
#include "ui/tl-integration-dialog.h"
#include "ui/tl-label.h"
#include "ui/tl-landscape-columns.h"
#include "ui/tl-landscape-facts.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

#define PAGE_TOOLS        "tools"
#define PAGE_INTEGRATIONS "integrations"

#define DETAIL_VIEW   "landscape-view"
#define DETAIL_FILTER "landscape-filter"

struct _TlLandscapePage
{
  GtkWidget      parent_instance;

  TlSession     *session;
  GSignalGroup  *session_signals;
  GSignalGroup  *project_signals;
  TlRecordTable *tool_table;
  TlRecordTable *integration_table;

  GtkWidget     *content;
  GtkEditable   *filter;
  GtkStackSwitcher *switcher;
  GtkWidget     *add;
  GtkWidget     *add_integration;
  GtkStack      *stack;
  GtkStack      *tools;
  GtkStack      *integrations;
  GtkLabel      *footer;
};

G_DEFINE_FINAL_TYPE (TlLandscapePage, tl_landscape_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_EDIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static TlProject *
get_project (TlLandscapePage *self)
{
  return self->session != NULL ? tl_session_get_project (self->session) : NULL;
}

static guint
count (TlLandscapePage *self,
       guint            list)
{
  TlProject *project = get_project (self);

  return project != NULL ? tl_record_get_n_items (TL_RECORD (project), list) : 0;
}

static gboolean
shows_integrations (TlLandscapePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), PAGE_INTEGRATIONS) == 0;
}

/* What is shown {{{1 */

static void
update_stack (TlLandscapePage *self,
              GtkStack        *stack,
              TlRecordTable   *table,
              guint            list)
{
  if (count (self, list) == 0)
    gtk_stack_set_visible_child_name (stack, "empty");
  else if (tl_record_table_is_empty (table) && *gtk_editable_get_text (self->filter) != '\0')
    gtk_stack_set_visible_child_name (stack, "nothing");
  else
    gtk_stack_set_visible_child (stack, GTK_WIDGET (table));
}

static char *
create_tools_text (TlLandscapePage *self)
{
  guint n = count (self, TL_PROJECT_TOOLS);
  guint n_shown = tl_record_table_get_n_shown (self->tool_table);
  g_autofree char *total = get_project (self) != NULL ? tl_landscape_dup_total (get_project (self)) : NULL;
  g_autofree char *counted = NULL;

  if (n_shown == n)
    counted = g_strdup_printf (ngettext ("%'u tool", "%'u tools", n), n);
  else
    counted = g_strdup_printf (ngettext ("%1$'u of %2$'u tool", "%1$'u of %2$'u tools", n), n_shown, n);
  if (total == NULL)
    return g_steal_pointer (&counted);
  /* Translators: %1$s is “17 tools”, %2$s an amount such as “1.2 M€” */
  return g_strdup_printf (_("%1$s · %2$s a year for all in use"), counted, total);
}

static char *
create_integrations_text (TlLandscapePage *self)
{
  guint n = count (self, TL_PROJECT_INTEGRATIONS);
  guint n_shown = tl_record_table_get_n_shown (self->integration_table);

  if (n_shown == n)
    return g_strdup_printf (ngettext ("%'u integration", "%'u integrations", n), n);
  return g_strdup_printf (ngettext ("%1$'u of %2$'u integration", "%1$'u of %2$'u integrations", n), n_shown, n);
}

static void
update (TlLandscapePage *self)
{
  gboolean can_integrate = count (self, TL_PROJECT_TOOLS) > 1;
  g_autofree char *text = NULL;

  if (self->tool_table == NULL || self->integration_table == NULL)
    return;
  update_stack (self, self->tools, self->tool_table, TL_PROJECT_TOOLS);
  update_stack (self, self->integrations, self->integration_table, TL_PROJECT_INTEGRATIONS);
  text = shows_integrations (self) ? create_integrations_text (self) : create_tools_text (self);
  gtk_label_set_label (self->footer, text);
  gtk_widget_set_sensitive (self->add, get_project (self) != NULL && (can_integrate || !shows_integrations (self)));
  gtk_widget_set_sensitive (self->add_integration, can_integrate);
}

/* A link to a record leads to the table it is in. */
static void
selection_cb (TlLandscapePage *self)
{
  TlRecord *record = tl_session_get_selected_record (self->session);

  if (TL_IS_INTEGRATION (record))
    gtk_stack_set_visible_child_name (self->stack, PAGE_INTEGRATIONS);
  else if (TL_IS_TOOL (record))
    gtk_stack_set_visible_child_name (self->stack, PAGE_TOOLS);
}

static void
project_notify_cb (TlLandscapePage *self)
{
  g_signal_group_set_target (self->project_signals, get_project (self));
  update (self);
}

static void
remember (TlLandscapePage *self,
          const char      *name,
          const char      *text)
{
  if (self->session != NULL && text != NULL)
    tl_details_set (tl_session_get_details (self->session), name, text);
}

static void
view_cb (TlLandscapePage *self)
{
  remember (self, DETAIL_VIEW, gtk_stack_get_visible_child_name (self->stack));
  update (self);
}

static void
filter_changed_cb (TlLandscapePage *self)
{
  const char *text = gtk_editable_get_text (self->filter);

  remember (self, DETAIL_FILTER, text);
  tl_record_table_set_filter (self->tool_table, text);
  tl_record_table_set_filter (self->integration_table, text);
  update (self);
}

static void
stop_filter_cb (TlLandscapePage *self)
{
  gtk_editable_set_text (self->filter, "");
}

/* The tables know by themselves what they were sorted by. */
static void
restore (TlLandscapePage *self)
{
  TlDetails *details = tl_session_get_details (self->session);
  const char *filter = tl_details_get (details, DETAIL_FILTER);
  gboolean integrations = g_strcmp0 (tl_details_get (details, DETAIL_VIEW), PAGE_INTEGRATIONS) == 0;

  gtk_stack_set_visible_child_name (self->stack, integrations ? PAGE_INTEGRATIONS : PAGE_TOOLS);
  gtk_editable_set_text (self->filter, filter != NULL ? filter : "");
  filter_changed_cb (self);
}

/* What is done {{{1 */

static void
table_message_cb (TlLandscapePage *self,
                  const char      *text,
                  gboolean         undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

static void
edit_cb (TlLandscapePage *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
add_tool (TlLandscapePage *self)
{
  g_autoptr (TlRecord) tool = tl_record_new (&tl_tool_type);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  if (!tl_record_fill (tool, TL_TOOL_NAME, _("New Tool"), &error)
      || !tl_record_fill (tool, TL_TOOL_STATE, "live", &error)
      || !tl_edit_add (TL_RECORD (get_project (self)), TL_PROJECT_TOOLS, g_object_ref (tool), &error))
    {
      g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, error->message, FALSE);
      return;
    }

  /* What is new has to be seen. */
  gtk_editable_set_text (self->filter, "");
  key = tl_session_dup_record_key (tool);
  tl_session_set_selection (self->session, key);
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
add_integration (TlLandscapePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (count (self, TL_PROJECT_TOOLS) < 2)
    return;
  dialog = tl_integration_dialog_new (self->session);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  g_signal_connect_object (dialog, "added", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (TlLandscapePage *self)
{
  if (get_project (self) == NULL)
    return;
  if (shows_integrations (self))
    add_integration (self);
  else
    add_tool (self);
}

/* Object {{{1 */

static gboolean
tl_landscape_page_grab_focus (GtkWidget *widget)
{
  TlLandscapePage *self = TL_LANDSCAPE_PAGE (widget);

  return !tl_focus_is_within (widget) && gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_landscape_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, TL_LANDSCAPE_PAGE (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_landscape_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      tl_landscape_page_set_session (TL_LANDSCAPE_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_landscape_page_dispose (GObject *object)
{
  TlLandscapePage *self = TL_LANDSCAPE_PAGE (object);

  g_signal_group_set_target (self->project_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  self->tool_table = NULL;
  self->integration_table = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_landscape_page_parent_class)->dispose (object);
}

static void
tl_landscape_page_finalize (GObject *object)
{
  TlLandscapePage *self = TL_LANDSCAPE_PAGE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);

  G_OBJECT_CLASS (tl_landscape_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-landscape-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, content);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, filter);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, add);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, add_integration);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, tools);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, integrations);
  gtk_widget_class_bind_template_child (widget_class, TlLandscapePage, footer);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
}

static void
tl_landscape_page_class_init (TlLandscapePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_landscape_page_dispose;
  object_class->finalize = tl_landscape_page_finalize;
  object_class->get_property = tl_landscape_page_get_property;
  object_class->set_property = tl_landscape_page_set_property;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_landscape_page_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_EDIT] =
    g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  tl_style_ensure ();
}

static TlRecordTable *
add_table (TlLandscapePage      *self,
           GtkStack             *stack,
           guint                 list,
           const char           *label,
           const TlRecordColumn *columns)
{
  GtkWidget *table = tl_record_table_new (list, label, columns);

  gtk_stack_add_child (stack, table);
  g_signal_connect_object (table, "message", G_CALLBACK (table_message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::n-shown", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return TL_RECORD_TABLE (table);
}

static void
tl_landscape_page_init (TlLandscapePage *self)
{
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::selection", G_CALLBACK (selection_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_notify_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::details", G_CALLBACK (restore), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (self->filter);
  tl_label_narrow_switcher (self->switcher);
  self->tool_table = add_table (self, self->tools, TL_PROJECT_TOOLS, _("Tools"), tl_tool_columns);
  self->integration_table = add_table (self, self->integrations, TL_PROJECT_INTEGRATIONS, _("Integrations"),
                                       tl_integration_columns);
  update (self);
}

GtkWidget *
tl_landscape_page_new (void)
{
  return g_object_new (TL_TYPE_LANDSCAPE_PAGE, NULL);
}

void
tl_landscape_page_set_session (TlLandscapePage *self,
                               TlSession       *session)
{
  g_return_if_fail (TL_IS_LANDSCAPE_PAGE (self));
  g_return_if_fail (session == NULL || TL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  tl_record_table_set_session (self->tool_table, session);
  tl_record_table_set_session (self->integration_table, session);
  project_notify_cb (self);
  if (session != NULL)
    restore (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

TlPrintContent *
tl_landscape_page_create_print_content (TlLandscapePage *self)
{
  const char *summary;

  g_return_val_if_fail (TL_IS_LANDSCAPE_PAGE (self), NULL);

  summary = gtk_label_get_label (self->footer);
  if (shows_integrations (self))
    return tl_record_table_create_print_content (self->integration_table, _("Integrations"), summary);
  return tl_record_table_create_print_content (self->tool_table, _("Tools"), summary);
}
