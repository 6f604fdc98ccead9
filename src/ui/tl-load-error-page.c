/* tl-load-error-page.c: says why a file cannot be opened, and what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-load-error-page.h"

#include "store/tl-file-identity.h"
#include "store/tl-problem.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 200

struct _TlLoadErrorPage
{
  GtkWidget            parent_instance;

  GFile               *file;
  AdwStatusPage       *status;
  AdwPreferencesGroup *problems;
  GtkWidget           *salvage;
  GPtrArray           *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (TlLoadErrorPage, tl_load_error_page, GTK_TYPE_WIDGET)

static void
tl_load_error_page_dispose (GObject *object)
{
  GtkWidget *child;
  TlLoadErrorPage *self = TL_LOAD_ERROR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_LOAD_ERROR_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (tl_load_error_page_parent_class)->dispose (object);
}

static void
tl_load_error_page_finalize (GObject *object)
{
  g_ptr_array_unref (TL_LOAD_ERROR_PAGE (object)->rows);

  G_OBJECT_CLASS (tl_load_error_page_parent_class)->finalize (object);
}

static void
tl_load_error_page_class_init (TlLoadErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_load_error_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_load_error_page_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-load-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLoadErrorPage, status);
  gtk_widget_class_bind_template_child (widget_class, TlLoadErrorPage, problems);
  gtk_widget_class_bind_template_child (widget_class, TlLoadErrorPage, salvage);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_load_error_page_init (TlLoadErrorPage *self)
{
  self->rows = g_ptr_array_new ();
  tl_style_ensure ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (TlLoadErrorPage *self,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->problems, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_problem (TlLoadErrorPage *self,
             const TlProblem *problem)
{
  g_autofree char *place = NULL;

  if (problem->line > 0 && problem->column > 0)
    /* Translators: a place in a file */
    place = g_strdup_printf (_("Line %u, column %u"), problem->line, problem->column);
  else if (problem->line > 0)
    place = g_strdup_printf (_("Line %u"), problem->line);
  add_row (self, problem->message, place);
}

static void
fill (TlLoadErrorPage *self,
      GPtrArray       *problems)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->problems, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; problems != NULL && i < problems->len && i < MAX_SHOWN; i++)
    add_problem (self, g_ptr_array_index (problems, i));
  if (problems != NULL && problems->len > MAX_SHOWN)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%'u more problem", "%'u more problems",
                                                         problems->len - MAX_SHOWN),
                                               problems->len - MAX_SHOWN);

      add_row (self, more, NULL);
    }
  /* The one problem there is has been said above, with its place. */
  gtk_widget_set_visible (GTK_WIDGET (self->problems), self->rows->len > 1);
}

/* Nothing can be saved of what is no project, or cannot be read at all. */
static gboolean
can_salvage (const GError *error)
{
  return error->domain == TL_STORE_ERROR &&
         error->code != TL_STORE_ERROR_NOT_A_PROJECT &&
         error->code != TL_STORE_ERROR_UNKNOWN_EDITION &&
         error->code != TL_STORE_ERROR_NEWER_VERSION;
}

void
tl_load_error_page_set_error (TlLoadErrorPage *self,
                              GFile           *file,
                              const GError    *error,
                              GPtrArray       *problems)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (TL_IS_LOAD_ERROR_PAGE (self));
  g_return_if_fail (error != NULL);

  g_set_object (&self->file, file);
  name = file != NULL ? tl_file_get_display_name (file) : g_strdup ("");
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_("“%s” Cannot Be Opened"), name);
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  fill (self, problems);
  gtk_widget_set_visible (self->salvage, can_salvage (error));
}

GFile *
tl_load_error_page_get_file (TlLoadErrorPage *self)
{
  g_return_val_if_fail (TL_IS_LOAD_ERROR_PAGE (self), NULL);

  return self->file;
}
