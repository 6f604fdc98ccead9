/* tl-search.c: finds anything in the project and in both editions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-search.h"

#include "ui/tl-label.h"
#include "ui/tl-search-hit.h"
#include "ui/tl-style.h"
#include "ui/tl-text-side.h"

#include <glib/gi18n.h>

#define WIDTH    320 /* for text of the usual size */
#define MAX_HITS 60

struct _TlSearch
{
  GtkPopover          parent_instance;

  TlSession          *session;
  GPtrArray          *all;    /* of TlSearchHit, while it is open */
  GListStore         *found;
  char               *text;   /* that was looked for last, or NULL */

  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkLabel           *status;
};

G_DEFINE_FINAL_TYPE (TlSearch, tl_search, GTK_TYPE_POPOVER)

typedef struct
{
  TlSearchHit *hit;
  guint        rank;
  guint        position;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return first->position < second->position ? -1 : 1;
}

static GArray *
rank_all (TlSearch   *self,
          const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = NULL;
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  g_strstrip (folded);
  words = g_strsplit_set (folded, " \t", -1);
  for (guint i = 0; *folded != '\0' && i < self->all->len; i++)
    {
      TlSearchHit *hit = g_ptr_array_index (self->all, i);
      Ranked one = { hit, tl_search_hit_rank (hit, (const char *const *) words), i };

      if (one.rank > 0)
        g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

/* Again for the same text would undo what the user has chosen since. */
static void
search_cb (TlSearch *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) ranked = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new ();
  g_autofree char *said = NULL;

  if (self->all == NULL || g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  ranked = rank_all (self, text);
  for (guint i = 0; i < ranked->len && i < MAX_HITS; i++)
    g_ptr_array_add (hits, g_array_index (ranked, Ranked, i).hit);
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       hits->pdata, hits->len);
  gtk_single_selection_set_selected (self->selection, 0);

  if (*text == '\0')
    gtk_stack_set_visible_child_name (self->stack, "hint");
  else
    gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "results" : "nothing");
  said = g_strdup_printf (ngettext ("%'u thing found", "%'u things found", ranked->len),
                          ranked->len);
  gtk_label_set_label (self->status, *text != '\0' ? said : "");
}

static void
reveal_position (TlSearch *self,
                 guint     position)
{
  g_autoptr (TlSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (hit == NULL || self->session == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  tl_search_hit_reveal (hit, self->session);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-page", NULL);
}

static void
entry_activate_cb (TlSearch *self)
{
  /* What was typed last may not have been searched for yet. */
  search_cb (self);
  reveal_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (TlSearch *self,
                  guint     position)
{
  reveal_position (self, position);
}

static void
move_selection (TlSearch *self,
                int       by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  int position = (int) gtk_single_selection_get_selected (self->selection) + by;

  if (n == 0)
    return;
  position = CLAMP (position, 0, (int) n - 1);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              (guint) position);
}

static gboolean
entry_key_cb (TlSearch        *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    move_selection (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    move_selection (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
stop_cb (TlSearch *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tl_search_show (GtkWidget *widget)
{
  TlSearch *self = TL_SEARCH (widget);

  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)), tl_style_scale_width (widget, WIDTH), -1);
  GTK_WIDGET_CLASS (tl_search_parent_class)->show (widget);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  if (self->session != NULL && tl_session_get_edition (self->session) != NULL)
    self->all = tl_search_list (tl_session_get_project (self->session),
                                tl_session_get_edition (self->session));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_clear_pointer (&self->text, g_free);
  search_cb (self);
}

static void
tl_search_dispose (GObject *object)
{
  TlSearch *self = TL_SEARCH (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_SEARCH);
  g_clear_object (&self->found);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tl_search_parent_class)->dispose (object);
}

static void
tl_search_class_init (TlSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_search_dispose;
  widget_class->show = tl_search_show;

  g_type_ensure (TL_TYPE_SEARCH_HIT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-search.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, TlSearch, stack);
  gtk_widget_class_bind_template_child (widget_class, TlSearch, list);
  gtk_widget_class_bind_template_child (widget_class, TlSearch, selection);
  gtk_widget_class_bind_template_child (widget_class, TlSearch, status);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
tl_search_init (TlSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->entry));

  self->found = g_list_store_new (TL_TYPE_SEARCH_HIT);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  g_object_set (self->entry, "placeholder-text", _("Components, tools, services, elements…"), NULL);
  tl_label_explain (GTK_WIDGET (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
tl_search_set_session (TlSearch  *self,
                       TlSession *session)
{
  g_return_if_fail (TL_IS_SEARCH (self));

  g_set_object (&self->session, session);
}
