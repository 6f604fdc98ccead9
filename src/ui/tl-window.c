/* tl-window.c: a window with a project, or the start page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window.h"

#include "ui/tl-focus-return.h"
#include "ui/tl-head-box.h"
#include "ui/tl-label.h"
#include "ui/tl-settings.h"
#include "ui/tl-start-page.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

/* What a toast says on one line, in characters. */
#define MAX_TITLE 60

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

/* Title {{{1 */

static char *
dup_subtitle (TlWindow *self)
{
  g_autofree char *name = NULL;
  const char *state;

  if (self->document == NULL)
    return g_strdup ("");
  if (tl_document_get_file (self->document) == NULL)
    return g_strdup (_("not saved yet"));
  name = tl_file_get_display_name (tl_document_get_file (self->document));
  if (tl_document_get_busy (self->document))
    state = _("saving…");
  else
    state = tl_document_get_modified (self->document) ? _("unsaved changes") : _("saved");
  /* Translators: beneath the title of a window: the name of a file, and whether it is saved */
  return g_strdup_printf (_("%1$s · %2$s"), name, state);
}

static void
update_title (TlWindow *self)
{
  TlProject *project = tl_session_get_project (self->session);
  const char *name = project != NULL ? tl_record_get_name (TL_RECORD (project)) : NULL;
  gboolean modified = self->document != NULL && tl_document_get_modified (self->document);
  g_autofree char *subtitle = dup_subtitle (self);
  g_autofree char *title = NULL;

  if (project == NULL)
    name = _("Throughline");
  else if (*name == '\0')
    name = _("Project without a name");
  title = modified ? g_strdup_printf ("• %s", name) : g_strdup (name);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* It is to come back as it is now. */
static void
note_change (TlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL)
    tl_application_note_change (TL_APPLICATION (application));
}

static void
document_changed_cb (TlWindow *self)
{
  note_change (self);
  update_title (self);
  tl_window_update_bars (self);
  tl_window_update_actions (self);
}

/* The menu, made when it is first asked for {{{1 */

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, ((TlWindow *) user_data)->main_menu);
}

/* Project {{{1 */

static void
bind_panel (GtkToggleButton *button,
            AdwFlap         *flap)
{
  g_object_bind_property (flap, "reveal-flap", button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
message_cb (TlWindow   *self,
            const char *text,
            gboolean    undoable)
{
  tl_window_show_message (self, text, undoable);
}

static void
project_page_made_cb (TlWindow  *self,
                      GtkWidget *page)
{
  self->project_page = TL_PROJECT_PAGE (page);
  tl_project_page_set_session (self->project_page, self->session);
  bind_panel (self->outline_button, tl_project_page_get_outline_flap (self->project_page));
  bind_panel (self->inspector_button, tl_project_page_get_inspector_flap (self->project_page));
  tl_window_add_panel_actions (self);
  g_signal_connect_object (page, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "view-changed", G_CALLBACK (tl_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "place-changed", G_CALLBACK (note_change), self, G_CONNECT_SWAPPED);
  tl_window_restore_page (self);
}

void
tl_window_set_document (TlWindow   *self,
                        TlDocument *document,
                        guint       conditions)
{
  TlProject *project = tl_document_get_project (document);

  if (self->document != NULL && self->document != document)
    tl_document_close (self->document);
  self->conditions = conditions;
  self->dismissed = 0;
  if (g_set_object (&self->document, document))
    {
      tl_document_enable_journal (document);
      g_signal_group_set_target (self->document_signals, document);
    }
  g_signal_group_set_target (self->history_signals, tl_project_get_history (project));
  tl_session_set_project (self->session, project);
  tl_window_restore_session (self);
  tl_window_show_page (self, "project");
  document_changed_cb (self);
  tl_window_reveal_wanted (self);
}

/* The document has read its file anew. */
static void
project_replaced_cb (TlWindow *self)
{
  if (tl_document_get_project (self->document) != tl_session_get_project (self->session))
    tl_window_set_document (self, self->document, 0);
}

static void
history_changed_cb (TlWindow *self)
{
  tl_window_update_actions (self);
  update_title (self);
}

static void
project_name_cb (TlWindow *self)
{
  update_title (self);
}

static void
session_project_cb (TlWindow *self)
{
  TlProject *project = tl_session_get_project (self->session);

  if (project != NULL)
    g_signal_connect_object (project, "notify::name", G_CALLBACK (project_name_cb), self,
                             G_CONNECT_SWAPPED);
  update_title (self);
}

/* Window {{{1 */

static void
save_size (TlWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  tl_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width >= 360 && height >= 294)
    {
      tl_settings_set_int ("window-width", width);
      tl_settings_set_int ("window-height", height);
    }
}

static void
restore_size (TlWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), tl_settings_get_int ("window-width", 1280),
                               tl_settings_get_int ("window-height", 820));
  if (tl_settings_get_boolean ("window-maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
drop_cb (TlWindow     *self,
         const GValue *value)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    tl_application_open_file (TL_APPLICATION (application), l->data);
  return files != NULL;
}

static void
tl_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_window_parent_class)->realize (widget);
  tl_window_wait_for_frame (TL_WINDOW (widget));
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  TlWindow *self = TL_WINDOW (window);

  if (!self->closing && tl_window_has_changes (self))
    {
      tl_window_ask_to_close (self, NULL, NULL);
      return TRUE;
    }
  self->closing = TRUE;
  if (gtk_window_get_application (window) != NULL)
    tl_application_note_closing (TL_APPLICATION (gtk_window_get_application (window)), window);
  /* It holds the keyboard, and would not let go of it. */
  if (self->everywhere != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->everywhere));
  if (self->document != NULL)
    tl_document_close (self->document);
  save_size (self);
  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->session != NULL)
    tl_window_remove_actions (self);
  g_clear_handle_id (&self->frame_source, g_source_remove);
  g_clear_handle_id (&self->header_source, g_source_remove);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->history_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);
  g_clear_object (&self->commands);
  g_clear_object (&self->library);
  g_clear_pointer (&self->search_text, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->reveal_key, g_free);
  g_clear_pointer (&self->restored, tl_window_state_free);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, status);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, header_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, breadcrumbs);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, loading_box);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, error_bin);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, project_bin);
  gtk_widget_class_bind_template_callback (widget_class, project_page_made_cb);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tl_window_close_request;
  widget_class->realize = tl_window_realize;

  g_type_ensure (TL_TYPE_BREADCRUMBS);
  g_type_ensure (TL_TYPE_HEAD_BOX);
  g_type_ensure (TL_TYPE_LAZY_BIN);
  g_type_ensure (TL_TYPE_LOAD_ERROR_PAGE);
  g_type_ensure (TL_TYPE_PROJECT_PAGE);
  g_type_ensure (TL_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-window.ui");
  bind_children (widget_class);
}

static void
connect_document (TlWindow *self)
{
  self->document_signals = g_signal_group_new (TL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::project",
                                  G_CALLBACK (project_replaced_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::file",
                                  G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::modified",
                                  G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::busy",
                                  G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::read-only",
                                  G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::externally-changed",
                                  G_CALLBACK (document_changed_cb), self);
  self->history_signals = g_signal_group_new (TL_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "notify",
                                  G_CALLBACK (history_changed_cb), self);
}

static void
connect_session (TlWindow *self)
{
  tl_breadcrumbs_set_session (self->breadcrumbs, self->session);
  g_signal_connect_object (self->session, "notify::page", G_CALLBACK (tl_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::project", G_CALLBACK (session_project_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (tl_window_update_actions),
                           self, G_CONNECT_SWAPPED);
}

/* Who comes back may have changed the file elsewhere. */
static void
is_active_cb (TlWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->document != NULL)
    tl_document_check_file (self->document);
}

static void
mouse_back_cb (TlWindow *self,
               int       n_press,
               double    x,
               double    y,
               GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == 8)
    tl_session_go_back (self->session);
  else if (button == 9)
    tl_session_go_forward (self->session);
}

static void
add_controllers (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (mouse_back_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
tl_window_init (TlWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->session = tl_session_new ();
  tl_session_set_overlay (self->session, TL_OVERLAY_MATURITY);

  gtk_widget_init_template (GTK_WIDGET (self));
  if (TL_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  tl_label_narrow_title (GTK_WIDGET (self->title));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  tl_window_add_actions (self);
  tl_window_add_fullscreen (self);
  connect_document (self);
  connect_session (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  add_controllers (self);
  tl_window_follow_library (self);
  tl_window_follow_tour (self);
  tl_focus_return_watch (GTK_WINDOW (self));
  restore_size (self);
  tl_window_show_page (self, "start");
  document_changed_cb (self);
}

TlWindow *
tl_window_new (TlApplication *application)
{
  return g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
}

TlSession *
tl_window_get_session (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->session;
}

TlDocument *
tl_window_get_document (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->document;
}

gboolean
tl_window_is_free (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->n_loads == 0 && !self->closing;
}

gboolean
tl_window_has_file (TlWindow *self,
                    GFile    *file)
{
  GFile *own;

  g_return_val_if_fail (TL_IS_WINDOW (self), FALSE);

  own = self->document != NULL ? tl_document_get_file (self->document) : self->loading;
  return own != NULL && g_file_equal (own, file);
}

/* What has been said since stays. */
static void
forget_toast_cb (TlWindow *self,
                 AdwToast *toast)
{
  /* The toasts of a closing window go after its label. */
  if (self->status != NULL
      && g_str_equal (gtk_label_get_label (self->status), g_object_get_data (G_OBJECT (toast), "tl-text")))
    gtk_label_set_label (self->status, "");
}

/* Spoken here: libadwaita does not before 1.4. */
void
tl_window_say (TlWindow   *self,
               const char *text)
{
  gtk_label_set_label (self->status, text);
}

/* By itself a toast cuts off what does not fit on a line. */
static GtkWidget *
create_title (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_TITLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

void
tl_window_show_message (TlWindow   *self,
                        const char *text,
                        gboolean    undoable)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (TL_IS_WINDOW (self));

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  if (g_utf8_strlen (text, -1) > MAX_TITLE)
    adw_toast_set_custom_title (toast, create_title (text));
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_object_set_data_full (G_OBJECT (toast), "tl-text", g_strdup (text), g_free);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  tl_window_say (self, text);
}
