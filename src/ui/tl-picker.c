/* tl-picker.c: a popover to choose one of many things, and to name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-picker.h"

#include "ui/tl-style.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define WIDTH     340 /* for text of the usual size */
#define MAX_PICKS 200 /* of a search: who does not find it among these types more */

struct _TlPicker
{
  GtkPopover          parent_instance;

  TlPickerSearchFunc  search;     /* NULL: what was added is filtered */
  gpointer            search_data;
  GListStore         *picks;
  GtkCustomFilter    *filter;
  char               *text;       /* that was looked for last, or NULL */
  char              **words;      /* of it */

  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkBox             *naming;
  GtkEntry           *name;
  GtkButton          *button;
  GtkLabel           *status;
};

G_DEFINE_FINAL_TYPE (TlPicker, tl_picker, GTK_TYPE_POPOVER)

static guint picked_signal;

/* What is listed {{{1 */

static void
tell (TlPicker *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u to choose from", "%'u to choose from", n), n);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  gtk_label_set_label (self->status, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), n > 0);
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  TlPicker *self = user_data;

  return self->search != NULL || self->words == NULL || tl_pick_matches (item, (const char *const *) self->words);
}

/* Again for the same text would undo what the user has chosen since. */
static void
search_cb (TlPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_strfreev (self->words);
  self->words = tl_pick_split (text);
  if (self->search != NULL)
    {
      g_list_store_remove_all (self->picks);
      self->search (self, text, self->search_data);
    }
  else
    {
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
    }
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
selected_cb (TlPicker *self)
{
  TlPick *pick = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_set_visible (GTK_WIDGET (self->naming), pick != NULL && tl_pick_is_new (pick));
}

static void
choose (TlPicker *self,
        guint     position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
choose_key (TlPicker   *self,
            const char *key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; key != NULL && i < n; i++)
    {
      g_autoptr(TlPick) pick = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (tl_pick_get_key (pick), key))
        {
          choose (self, i);
          return;
        }
    }
  if (n > 0)
    choose (self, 0);
}

/* What the user does {{{1 */

static void
take (TlPicker *self)
{
  TlPick *pick = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *key = pick != NULL ? g_strdup (tl_pick_get_key (pick)) : NULL;
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (key == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, picked_signal, 0, key, g_strstrip (name));
}

static void
go_on (TlPicker *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->naming)))
    take (self);
  else if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
entry_activate_cb (TlPicker *self)
{
  /* What was typed last may not have been searched for yet. */
  search_cb (self);
  go_on (self);
}

static void
list_activate_cb (TlPicker *self)
{
  go_on (self);
}

static void
stop_cb (TlPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
entry_key_cb (TlPicker        *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position = (int) gtk_single_selection_get_selected (self->selection);
  int by;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    by = 1;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    by = -1;
  else
    return GDK_EVENT_PROPAGATE;

  if (n > 0)
    choose (self, (guint) CLAMP (position + by, 0, (int) n - 1));
  return GDK_EVENT_STOP;
}

/* Widget {{{1 */

static void
tl_picker_dispose (GObject *object)
{
  TlPicker *self = TL_PICKER (object);

  self->search = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PICKER);
  g_clear_object (&self->picks);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (tl_picker_parent_class)->dispose (object);
}

static void
tl_picker_finalize (GObject *object)
{
  g_strfreev (TL_PICKER (object)->words);
  g_free (TL_PICKER (object)->text);

  G_OBJECT_CLASS (tl_picker_parent_class)->finalize (object);
}

static void
tl_picker_class_init (TlPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_picker_finalize;

  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_PICK);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-picker.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, list);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, naming);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, name);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, button);
  gtk_widget_class_bind_template_child (widget_class, TlPicker, status);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, take);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
}

static void
tl_picker_init (TlPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (GTK_EDITABLE (self->entry));

  self->picks = g_list_store_new (TL_TYPE_PICK);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->picks)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  g_signal_connect_object (filtered, "items-changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_object_unref (filtered);
  tell (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
tl_picker_new (const char *prompt)
{
  TlPicker *self = g_object_new (TL_TYPE_PICKER, NULL);

  g_object_set (self->entry, "placeholder-text", prompt, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  return GTK_WIDGET (self);
}

void
tl_picker_set_search (TlPicker           *self,
                      TlPickerSearchFunc  func,
                      gpointer            user_data)
{
  g_return_if_fail (TL_IS_PICKER (self));

  self->search = func;
  self->search_data = user_data;
}

gboolean
tl_picker_add (TlPicker *self,
               TlPick   *pick)
{
  g_return_val_if_fail (TL_IS_PICKER (self) && TL_IS_PICK (pick), FALSE);

  g_list_store_append (self->picks, pick);
  g_object_unref (pick);
  return self->search == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->picks)) < MAX_PICKS;
}

void
tl_picker_popup (TlPicker           *self,
                 const GdkRectangle *area,
                 const char         *key)
{
  g_return_if_fail (TL_IS_PICKER (self) && area != NULL);

  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)),
                               tl_style_scale_width (GTK_WIDGET (self), WIDTH), -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  g_clear_pointer (&self->text, g_free);
  search_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  choose_key (self, key);
}
