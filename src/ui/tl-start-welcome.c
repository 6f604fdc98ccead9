/* tl-start-welcome.c: what a window shows before there are any projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-start-welcome.h"

#include "base/tl-shown-path.h"
#include "library/tl-library.h"
#include "store/tl-template.h"
#include "ui/tl-style.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

#define MAX_RECENT 8
#define WIDTH      560 /* that is enough, for text of the usual size */
#define MIME_TYPE  "application/x-it4it+xml"

struct _TlStartWelcome
{
  GtkWidget            parent_instance;

  AdwClamp            *clamp;
  GtkImage            *icon;
  GtkWidget           *add_folder;
  AdwPreferencesGroup *recent;
  AdwPreferencesGroup *samples;
  GPtrArray           *rows; /* borrowed; of the recent files */
};

G_DEFINE_FINAL_TYPE (TlStartWelcome, tl_start_welcome, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *action,
            const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  return row;
}

/* Recent files {{{1 */

static gboolean
is_ours (GtkRecentInfo *info)
{
  const char *type = gtk_recent_info_get_mime_type (info);

  return g_strcmp0 (type, MIME_TYPE) == 0 ||
         g_str_has_suffix (gtk_recent_info_get_uri (info), ".it4it");
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static char *
dup_folder (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *folder = tl_shown_path_dup_folder (file);

  return folder != NULL ? tl_shown_path_shorten (folder) : tl_shown_path_dup (file);
}

/* What was used before there was a library. */
static void
offer (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));

  tl_library_offer_file (tl_library_get_default (), file,
                         g_date_time_to_unix (gtk_recent_info_get_visited (info)) * G_USEC_PER_SEC);
}

static void
add_recent (TlStartWelcome   *self,
            GtkRecentInfo *info)
{
  g_autofree char *folder = dup_folder (info);
  GtkWidget *row = create_row (gtk_recent_info_get_display_name (info), folder, "app.open-uri",
                               gtk_recent_info_get_uri (info));

  gtk_widget_set_tooltip_text (row, folder);
  adw_preferences_group_add (self->recent, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_recent (TlStartWelcome *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  items = g_list_sort (items, compare_visited);
  for (GList *l = items; l != NULL && self->rows->len < MAX_RECENT; l = l->next)
    if (is_ours (l->data))
      {
        add_recent (self, l->data);
        if (tl_library_get_default () != NULL)
          offer (l->data);
      }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
}

/* Page {{{1 */

static void
fill_samples (TlStartWelcome *self)
{
  guint n_templates;
  const TlTemplate *templates = tl_template_list (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    if (templates[i].is_sample)
      adw_preferences_group_add (self->samples,
                                 create_row (tl_template_get_label (&templates[i]),
                                             tl_template_get_description (&templates[i]),
                                             "app.open-sample", templates[i].name));
}

static void
tl_start_welcome_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_START_WELCOME);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_start_welcome_parent_class)->dispose (object);
}

static void
tl_start_welcome_finalize (GObject *object)
{
  g_ptr_array_unref (TL_START_WELCOME (object)->rows);

  G_OBJECT_CLASS (tl_start_welcome_parent_class)->finalize (object);
}

static void
tl_start_welcome_class_init (TlStartWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_start_welcome_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_start_welcome_finalize;

  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-start-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TlStartWelcome, clamp);
  gtk_widget_class_bind_template_child (widget_class, TlStartWelcome, icon);
  gtk_widget_class_bind_template_child (widget_class, TlStartWelcome, add_folder);
  gtk_widget_class_bind_template_child (widget_class, TlStartWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, TlStartWelcome, samples);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_start_welcome_init (TlStartWelcome *self)
{
  self->rows = g_ptr_array_new ();
  tl_style_ensure ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_clamp_set_maximum_size (self->clamp, tl_style_scale (WIDTH));
  gtk_image_set_from_icon_name (self->icon, TL_APP_ID);
  gtk_widget_set_visible (self->add_folder, tl_library_get_default () != NULL);
  fill_samples (self);
  fill_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent),
                           self, G_CONNECT_SWAPPED);
}
