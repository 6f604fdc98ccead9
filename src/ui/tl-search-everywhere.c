/* tl-search-everywhere.c: one box to find anything, and to do anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-search-everywhere.h"

#include "ui/tl-filter-values.h"
#include "ui/tl-found-model.h"
#include "ui/tl-label.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define MAX_COMPLETIONS 8
#define WIDTH 620
#define HEIGHT 420 /* of what is found */
#define MARGIN 12  /* to the edges of the window */

struct _TlSearchEverywhere
{
  GtkPopover          parent_instance;

  TlFoundModel       *model;
  char               *text;        /* that was looked for last, or NULL */
  gboolean            moved;       /* the user has chosen one of the list */
  gboolean            wants_first; /* Enter came before what was found */
  GPtrArray          *completed;   /* of TlQueryCompletion, as offered */
  GCancellable       *cancellable; /* of the question for values of a filter */

  GtkBox             *box;
  GtkSearchEntry     *entry;
  GtkWidget          *completions_window;
  GtkBox             *completions;
  GtkStack           *stack;
  GtkFlowBox         *filters;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkLabel           *status;
  GtkWidget          *all_button;
};

G_DEFINE_FINAL_TYPE (TlSearchEverywhere, tl_search_everywhere, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_SHOW_ALL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (TlSearchEverywhere *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* What is found {{{1 */

static void
show_state (TlSearchEverywhere *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean busy = tl_found_model_get_busy (self->model);
  g_autofree char *said = NULL;

  if (!tl_found_model_get_asked (self->model))
    gtk_stack_set_visible_child_name (self->stack, "hint");
  else if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "results");
  else if (!busy)
    gtk_stack_set_visible_child_name (self->stack, "nothing");

  if (!tl_found_model_get_asked (self->model))
    said = g_strdup (_("Enter opens, Escape closes"));
  else if (busy && n == 0)
    said = g_strdup (_("Searching…"));
  else
    said = g_strdup_printf (ngettext ("%'u thing found", "%'u things found", n), n);
  gtk_label_set_label (self->status, said);
  gtk_widget_set_visible (self->all_button, n > 0);
}

static void
choose (TlSearchEverywhere *self,
        guint               position)
{
  g_autoptr (TlFound) found = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (found == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, found);
}

static void
select_position (TlSearchEverywhere *self,
                 guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* What comes later may be better than what was first until then. */
static void
items_changed_cb (TlSearchEverywhere *self)
{
  if (!self->moved && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    select_position (self, 0);
  show_state (self);
}

static void
busy_cb (TlSearchEverywhere *self)
{
  show_state (self);
  if (!tl_found_model_get_busy (self->model) && self->wants_first)
    {
      self->wants_first = FALSE;
      choose (self, gtk_single_selection_get_selected (self->selection));
    }
}

/* Completing filters {{{1 */

static void search_cb (TlSearchEverywhere *self);

static void
set_text (TlSearchEverywhere *self,
          const char         *text,
          guint               cursor)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), (int) cursor);
  search_cb (self);
}

static void
complete (TlSearchEverywhere *self,
          guint               number)
{
  const TlQueryCompletion *completion = self->completed->pdata[number];
  g_autofree char *text = g_strdup (completion->text);

  set_text (self, text, completion->cursor);
}

static void
completion_cb (TlSearchEverywhere *self,
               GtkWidget          *button)
{
  complete (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number")));
}

static GtkWidget *
create_chip (TlSearchEverywhere *self,
             const char         *label,
             const char         *tooltip,
             guint               number,
             GCallback           callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_completions (TlSearchEverywhere *self,
                  GPtrArray          *completed) /* transfer full, nullable */
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->completions))) != NULL)
    gtk_box_remove (self->completions, child);
  g_clear_pointer (&self->completed, g_ptr_array_unref);
  self->completed = completed;
  for (guint i = 0; completed != NULL && i < completed->len && i < MAX_COMPLETIONS; i++)
    {
      const TlQueryCompletion *completion = completed->pdata[i];
      const char *tooltip = tl_query_field_get_description (completion->field);

      gtk_box_append (self->completions,
                      create_chip (self, completion->label, tooltip, i, G_CALLBACK (completion_cb)));
    }
  gtk_widget_set_visible (self->completions_window, completed != NULL && completed->len > 0);
}

static guint
get_cursor (TlSearchEverywhere *self)
{
  return (guint) gtk_editable_get_position (GTK_EDITABLE (self->entry));
}

/* One that was cancelled belongs to another text. */
static void
values_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlSearchEverywhere) self = user_data;
  g_auto (GStrv) values = tl_filter_values_list_finish (result, NULL);

  if (values != NULL && g_strcmp0 (self->text, get_text (self)) == 0)
    show_completions (self, tl_query_complete (self->text, get_cursor (self), (const char *const *) values));
}

static void
offer_completions (TlSearchEverywhere *self)
{
  g_autoptr (TlQuerySpot) spot = tl_query_find_spot (get_text (self), get_cursor (self));
  GPtrArray *completed = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* Before anything is typed, all filters are seen beneath. */
  if (spot->field != TL_QUERY_WORDS || g_utf8_strlen (spot->typed, -1) > 1)
    completed = tl_query_complete (get_text (self), get_cursor (self), NULL);
  show_completions (self, completed);
  if (spot->field == TL_QUERY_WORDS || spot->field == TL_QUERY_GAP)
    return;
  self->cancellable = g_cancellable_new ();
  tl_filter_values_list_async (spot->field, spot->typed, MAX_COMPLETIONS, self->cancellable, values_cb,
                               g_object_ref (self));
}

static void
filter_cb (TlSearchEverywhere *self,
           GtkWidget          *button)
{
  TlQueryField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));
  g_autofree char *text = g_strconcat (tl_query_field_get_name (field), ":", NULL);

  set_text (self, text, (guint) g_utf8_strlen (text, -1));
}

static void
add_filters (TlSearchEverywhere *self)
{
  for (TlQueryField field = TL_QUERY_WORDS + 1; field < TL_N_QUERY_FIELDS; field++)
    {
      g_autofree char *label = g_strconcat (tl_query_field_get_name (field), ":", NULL);

      gtk_flow_box_append (self->filters,
                           create_chip (self, label, tl_query_field_get_description (field), field,
                                        G_CALLBACK (filter_cb)));
    }
}

/* What the user does {{{1 */

/* Again for the same text would undo what the user has chosen since. */
static void
search_cb (TlSearchEverywhere *self)
{
  if (g_strcmp0 (self->text, get_text (self)) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (get_text (self));
  self->moved = FALSE;
  offer_completions (self);
  tl_found_model_search (self->model, self->text);
  show_state (self);
}

static void
entry_activate_cb (TlSearchEverywhere *self)
{
  /* What was typed last may not have been searched for yet. */
  search_cb (self);
  if (tl_found_model_get_busy (self->model) && !self->moved)
    self->wants_first = TRUE;
  else
    choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (TlSearchEverywhere *self,
                  guint               position)
{
  choose (self, position);
}

static void
stop_cb (TlSearchEverywhere *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_all_cb (TlSearchEverywhere *self)
{
  g_autofree char *text = g_strdup (get_text (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_SHOW_ALL], 0, text);
}

static void
move_selection (TlSearchEverywhere *self,
                int                 by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  int position = (int) gtk_single_selection_get_selected (self->selection) + by;

  if (n == 0)
    return;
  self->moved = TRUE;
  select_position (self, (guint) CLAMP (position, 0, (int) n - 1));
}

static gboolean
entry_key_cb (TlSearchEverywhere *self,
              guint               keyval,
              guint               keycode,
              GdkModifierType     state)
{
  static const struct
  {
    guint key;
    int   by;
  } ways[] = {
    { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Page_Down, 6 }, { GDK_KEY_KP_Page_Down, 6 }, { GDK_KEY_Page_Up, -6 }, { GDK_KEY_KP_Page_Up, -6 },
  };
  gboolean plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;

  for (guint i = 0; plain && i < G_N_ELEMENTS (ways); i++)
    if (keyval == ways[i].key)
      {
        move_selection (self, ways[i].by);
        return GDK_EVENT_STOP;
      }
  if (plain && keyval == GDK_KEY_Tab && self->completed != NULL && self->completed->len > 0)
    {
      complete (self, 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
closed_cb (TlSearchEverywhere *self)
{
  self->wants_first = FALSE;
  g_clear_pointer (&self->text, g_free);
  tl_found_model_clear (self->model);
}

/* Widget {{{1 */

static void
tl_search_everywhere_dispose (GObject *object)
{
  TlSearchEverywhere *self = TL_SEARCH_EVERYWHERE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_SEARCH_EVERYWHERE);
  g_clear_object (&self->model);
  g_clear_pointer (&self->completed, g_ptr_array_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tl_search_everywhere_parent_class)->dispose (object);
}

static void
tl_search_everywhere_class_init (TlSearchEverywhereClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_search_everywhere_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, TL_TYPE_FOUND);
  signals[SIGNAL_SHOW_ALL] = g_signal_new ("show-all", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_FOUND);
  tl_style_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-search-everywhere.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, box);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, entry);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, completions_window);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, completions);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, stack);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, filters);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, list);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, selection);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, status);
  gtk_widget_class_bind_template_child (widget_class, TlSearchEverywhere, all_button);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
tl_search_everywhere_init (TlSearchEverywhere *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->entry));

  self->model = tl_found_model_new ();
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  g_object_set (self->entry, "placeholder-text", _("Search projects, things and commands…"), NULL);
  tl_label_explain (GTK_WIDGET (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  add_filters (self);
}

void
tl_search_everywhere_add_source (TlSearchEverywhere *self,
                                 TlFoundSource      *source,
                                 guint               limit)
{
  g_return_if_fail (TL_IS_SEARCH_EVERYWHERE (self));

  tl_found_model_add_source (self->model, source, limit);
}

/* As much room as there is in the window; a popover may be larger than that, but
 * then it hangs in the air. */
static void
take_room (TlSearchEverywhere *self,
           int                 top)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int width = gtk_widget_get_width (parent), height = gtk_widget_get_height (parent);
  GdkRectangle place = { width / 2, top, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_widget_set_size_request (GTK_WIDGET (self->box), CLAMP (width - 2 * MARGIN, 280, WIDTH), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), -1, CLAMP (height - top - 120, 160, HEIGHT));
}

void
tl_search_everywhere_popup (TlSearchEverywhere *self,
                            const char         *text,
                            int                 top)
{
  g_return_if_fail (TL_IS_SEARCH_EVERYWHERE (self));

  take_room (self, top);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  search_cb (self);
}
