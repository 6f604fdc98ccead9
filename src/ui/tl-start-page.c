/* tl-start-page.c: what a window shows before it has a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-start-page.h"

#include "ui/tl-folders-dialog.h"
#include "ui/tl-library-page.h"
#include "ui/tl-start-welcome.h"

struct _TlStartPage
{
  GtkWidget          parent_instance;

  TlLibrary         *library;  /* NULL: there is none */
  TlLibraryProjects *projects; /* while it is seen */
  GdkFrameClock     *clock;    /* until the first frame is drawn */
  gulong             painted;
  guint              idle;
  GtkWidget         *content;  /* a TlLibraryPage, a TlStartWelcome or nothing yet */
};

G_DEFINE_FINAL_TYPE (TlStartPage, tl_start_page, GTK_TYPE_WIDGET)

/* What is shown {{{1 */

/* The window has nothing else at first, so that GTK begins in its header bar; unless
 * the user is in a popover by then, the keyboard belongs to what is shown now. */
static gboolean
wants_focus (TlStartPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->content != NULL)
    return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  return focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL;
}

static void
show_content (TlStartPage *self,
              GType        type)
{
  gboolean takes_focus;

  if (self->content != NULL && G_OBJECT_TYPE (self->content) == type)
    return;
  takes_focus = wants_focus (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = g_object_new (type, NULL);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  if (type == TL_TYPE_LIBRARY_PAGE)
    tl_library_page_set_library (TL_LIBRARY_PAGE (self->content), self->library, self->projects);
  if (takes_focus && !gtk_widget_grab_focus (self->content))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
update_cb (gpointer user_data)
{
  TlStartPage *self = user_data;

  self->idle = 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->projects)) > 0)
    show_content (self, TL_TYPE_LIBRARY_PAGE);
  else if (tl_library_projects_get_is_loaded (self->projects))
    show_content (self, TL_TYPE_START_WELCOME);
  return G_SOURCE_REMOVE;
}

/* In a turn of its own: the list has just been read. */
static void
queue_update (TlStartPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, update_cb, self, NULL);
}

static void
follow_library (TlStartPage *self)
{
  self->projects = tl_library_projects_new (self->library);
  g_signal_connect_object (self->projects, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  queue_update (self);
}

/* The first frame {{{1 */

static void
stop_waiting (TlStartPage *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->painted, self->clock);
  g_clear_object (&self->clock);
}

static void
painted_cb (TlStartPage *self)
{
  stop_waiting (self);
  follow_library (self);
}

static void
tl_start_page_map (GtkWidget *widget)
{
  TlStartPage *self = TL_START_PAGE (widget);

  if (self->library == NULL)
    show_content (self, TL_TYPE_START_WELCOME);
  GTK_WIDGET_CLASS (tl_start_page_parent_class)->map (widget);
  if (self->library == NULL)
    return;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->painted = g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static void
tl_start_page_unmap (GtkWidget *widget)
{
  TlStartPage *self = TL_START_PAGE (widget);

  GTK_WIDGET_CLASS (tl_start_page_parent_class)->unmap (widget);
  stop_waiting (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->projects == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->projects, self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->projects);
}

/* Widget {{{1 */

static void
add_folder_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TlStartPage *self = TL_START_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->library == NULL || !GTK_IS_WINDOW (root))
    return;
  /* Nothing would say why none of its projects comes. */
  if (TL_IS_START_WELCOME (self->content))
    tl_library_set_paused (self->library, FALSE);
  tl_folders_dialog_ask_to_add (GTK_WINDOW (root), self->library);
}

static gboolean
tl_start_page_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  TlStartPage *self = TL_START_PAGE (widget);

  return self->content != NULL && gtk_widget_child_focus (self->content, direction);
}

static void
tl_start_page_dispose (GObject *object)
{
  TlStartPage *self = TL_START_PAGE (object);

  stop_waiting (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->projects);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_start_page_parent_class)->dispose (object);
}

static void
tl_start_page_class_init (TlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_start_page_dispose;
  widget_class->map = tl_start_page_map;
  widget_class->unmap = tl_start_page_unmap;
  widget_class->focus = tl_start_page_focus;

  gtk_widget_class_install_action (widget_class, "library.add-folder", NULL, add_folder_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_start_page_init (TlStartPage *self)
{
  g_set_object (&self->library, tl_library_get_default ());
}

TlPrintContent *
tl_start_page_create_print_content (TlStartPage *self)
{
  g_return_val_if_fail (TL_IS_START_PAGE (self), NULL);

  return TL_IS_LIBRARY_PAGE (self->content) ? tl_library_page_create_print_content (TL_LIBRARY_PAGE (self->content)) : NULL;
}
