/* tl-results-window.c: all that is found for a text, project by project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-results-window.h"

#include "ui/tl-filter-values.h"
#include "ui/tl-found-model.h"
#include "ui/tl-label.h"
#include "ui/tl-own-name.h"
#include "ui/tl-print-dialog.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

#define MAX_FOUND  300 /* of a source: who does not find it among these types more */
#define MAX_VALUES 200

enum
{
  FILTER_KIND,
  FILTER_OWNER,
  FILTER_PROJECT,
  FILTER_EDITION,
  FILTER_STATE,
  N_FILTERS
};

static const struct
{
  TlQueryField  field;
  const char   *all; /* the first choice */
} filters[N_FILTERS] = {
  [FILTER_KIND] = { TL_QUERY_KIND, N_("All Kinds") },
  [FILTER_OWNER] = { TL_QUERY_OWNER, N_("All Owners") },
  [FILTER_PROJECT] = { TL_QUERY_PROJECT, N_("All Projects") },
  [FILTER_EDITION] = { TL_QUERY_EDITION, N_("All Editions") },
  [FILTER_STATE] = { TL_QUERY_STATE, N_("All States") },
};

struct _TlResultsWindow
{
  AdwWindow           parent_instance;

  TlFoundModel       *model;
  char               *text; /* that was looked for last, with filters; or NULL */

  AdwWindowTitle     *title;
  GtkSearchEntry     *entry;
  GtkDropDown        *kind;
  GtkDropDown        *owner;
  GtkDropDown        *project;
  GtkDropDown        *edition;
  GtkDropDown        *state;
  GtkToggleButton    *gaps;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (TlResultsWindow, tl_results_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static GtkDropDown *
get_filter (TlResultsWindow *self,
            guint            number)
{
  GtkDropDown *const all[N_FILTERS] = { self->kind, self->owner, self->project, self->edition, self->state };

  return all[number];
}

/* Searching {{{1 */

/* Filters that are chosen are written as one would type them. */
static char *
create_query (TlResultsWindow *self)
{
  GString *query = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  for (guint i = 0; i < N_FILTERS; i++)
    {
      GtkDropDown *filter = get_filter (self, i);
      GtkStringObject *chosen = gtk_drop_down_get_selected_item (filter);

      if (gtk_drop_down_get_selected (filter) == 0 || chosen == NULL)
        continue;
      g_string_append_printf (query, " %s:\"%s\"", tl_query_field_get_name (filters[i].field),
                              gtk_string_object_get_string (chosen));
    }
  if (gtk_toggle_button_get_active (self->gaps))
    g_string_append_printf (query, " %s:yes", tl_query_field_get_name (TL_QUERY_GAP));
  return g_string_free (query, FALSE);
}

static void
search_cb (TlResultsWindow *self)
{
  g_autofree char *query = NULL;

  if (self->model == NULL)
    return;
  query = create_query (self);
  if (g_strcmp0 (self->text, query) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&query);
  tl_found_model_search (self->model, self->text);
}

static void
update (TlResultsWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u thing found", "%'u things found", n), n);

  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "results");
  else if (!tl_found_model_get_busy (self->model))
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  adw_window_title_set_subtitle (self->title, text);
}

/* What is found later may come before what was found first; who has not gone to the list yet
 * is shown its beginning. */
static void
found_cb (TlResultsWindow *self)
{
  update (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
activate_cb (TlResultsWindow *self,
             guint            position)
{
  g_autoptr (TlFound) found = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (found != NULL)
    g_signal_emit (self, chosen_signal, 0, found);
}

/* Filters {{{1 */

typedef struct
{
  TlResultsWindow *window;
  guint            filter;
} Inquiry;

static void
values_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Inquiry *inquiry = user_data;
  g_autoptr (TlResultsWindow) self = inquiry->window;
  g_auto (GStrv) values = tl_filter_values_list_finish (result, NULL);
  GtkDropDown *filter;

  if (values == NULL || self->model == NULL)
    return;
  filter = get_filter (self, inquiry->filter);
  for (guint i = 0; values[i] != NULL; i++)
    gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (filter)), values[i]);
}

static void
fill_filters (TlResultsWindow *self)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      const char *const first[] = { gettext (filters[i].all), NULL };
      g_autoptr (GtkStringList) values = gtk_string_list_new (first);
      Inquiry *inquiry = g_new0 (Inquiry, 1);

      gtk_drop_down_set_model (get_filter (self, i), G_LIST_MODEL (values));
      tl_own_name_keep (get_filter (self, i));
      inquiry->window = g_object_ref (self);
      inquiry->filter = i;
      tl_filter_values_list_async (filters[i].field, "", MAX_VALUES, NULL, values_cb, inquiry);
    }
}

/* On paper {{{1 */

static void
add_row (GObject       *model,
         guint          position,
         gconstpointer  data,
         TlPrintTable  *table)
{
  g_autoptr (TlFound) found = g_list_model_get_item (G_LIST_MODEL (model), position);
  const TlFoundFacts *facts = tl_found_get_facts (found);
  g_autofree char *heading = NULL;

  g_object_get (found, "heading", &heading, NULL);
  if (heading != NULL)
    tl_print_table_add_heading (table, heading);
  tl_print_table_add_row (table, (const char *const[]) { facts->title, facts->subtitle });
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TlResultsWindow *self = TL_RESULTS_WINDOW (widget);
  static const TlPrintRows rows = { add_row };
  g_autoptr (PangoFontDescription) font = tl_style_dup_font (widget);
  g_autoptr (TlPrintContent) content = NULL;
  TlPrintTable *table = tl_print_content_create_table (NULL, gtk_window_get_title (GTK_WINDOW (self)));

  tl_print_table_add_note (table, adw_window_title_get_subtitle (self->title));
  tl_print_content_add_filter (table, self->text);
  tl_print_table_add_column (table, C_("column", "Name"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "What and Where It Is"), TL_PRINT_BEGIN);
  content = tl_print_content_new_for_rows (table, &rows, self->model, NULL, font);
  tl_print_dialog_present (content, GTK_WINDOW (self));
}

/* Window {{{1 */

static void
tl_results_window_dispose (GObject *object)
{
  TlResultsWindow *self = TL_RESULTS_WINDOW (object);

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RESULTS_WINDOW);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tl_results_window_parent_class)->dispose (object);
}

static void
tl_results_window_class_init (TlResultsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_results_window_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, TL_TYPE_FOUND);

  g_type_ensure (TL_TYPE_FOUND);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  tl_style_ensure ();
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-results-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, owner);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, project);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, edition);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, state);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, gaps);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TlResultsWindow, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_install_action (widget_class, "results.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "results.print", NULL);
}

static void
tl_results_window_init (TlResultsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->entry));
  tl_window_size_remember (GTK_WINDOW (self), "results-size");
  tl_label_explain (GTK_WIDGET (self->title));
  /* Else the header bar would have it. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->entry);
  fill_filters (self);
  self->model = tl_found_model_new ();
  tl_found_model_set_by_project (self->model, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tl_results_window_new (void)
{
  return g_object_new (TL_TYPE_RESULTS_WINDOW, NULL);
}

void
tl_results_window_add_source (TlResultsWindow *self,
                              TlFoundSource   *source)
{
  g_return_if_fail (TL_IS_RESULTS_WINDOW (self));

  tl_found_model_add_source (self->model, source, MAX_FOUND);
}

void
tl_results_window_search (TlResultsWindow *self,
                          const char      *text)
{
  g_return_if_fail (TL_IS_RESULTS_WINDOW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  search_cb (self);
}
