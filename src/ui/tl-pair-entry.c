/* tl-pair-entry.c: a popover that asks for two texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-pair-entry.h"

#include "ui/tl-refusal.h"
#include "ui/tl-spoken.h"
#include "ui/tl-text-side.h"

struct _TlPairEntry
{
  GtkPopover   parent_instance;

  GtkEditable *entries[2];
  GtkLabel    *reason;
  GtkWidget   *button;
};

G_DEFINE_FINAL_TYPE (TlPairEntry, tl_pair_entry, GTK_TYPE_POPOVER)

enum
{
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
show_reason (TlPairEntry *self,
             guint        text,
             const char  *reason)
{
  tl_refusal_show (GTK_WIDGET (self->entries[text]), GTK_WIDGET (gtk_editable_get_delegate (self->entries[text])),
                   self->reason, reason);
}

static void
changed_cb (TlPairEntry *self)
{
  g_autofree char *first = dup_text (self->entries[0]);

  gtk_widget_set_sensitive (self->button, *first != '\0');
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    show_reason (self, i, NULL);
}

static void
add_cb (TlPairEntry *self)
{
  g_autofree char *first = dup_text (self->entries[0]);
  g_autofree char *second = dup_text (self->entries[1]);

  if (*first != '\0')
    g_signal_emit (self, signals[ADD], 0, first, second);
}

static void
tl_pair_entry_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_pair_entry_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (TL_PAIR_ENTRY (widget)->entries[0]));
}

static void
tl_pair_entry_class_init (TlPairEntryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->show = tl_pair_entry_show;

  signals[ADD] = g_signal_new ("add", TL_TYPE_PAIR_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static GtkEditable *
append_entry (TlPairEntry *self,
              GtkWidget   *list)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  tl_spoken_name_entry (row);
  tl_text_side_keep (GTK_EDITABLE (row));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (add_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

static void
tl_pair_entry_init (TlPairEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, 260, -1);
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    self->entries[i] = append_entry (self, list);
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_label_set_xalign (self->reason, 0);
  gtk_label_set_max_width_chars (self->reason, 30);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (add_cb), self);

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
tl_pair_entry_new (const char *first,
                   const char *second,
                   const char *action)
{
  TlPairEntry *self = g_object_new (TL_TYPE_PAIR_ENTRY, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[0]), first);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[1]), second);
  gtk_button_set_label (GTK_BUTTON (self->button), action);
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  return GTK_WIDGET (self);
}

void
tl_pair_entry_finish (TlPairEntry *self)
{
  g_return_if_fail (TL_IS_PAIR_ENTRY (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    gtk_editable_set_text (self->entries[i], "");
}

void
tl_pair_entry_refuse (TlPairEntry *self,
                      guint        text,
                      const char  *reason)
{
  g_return_if_fail (TL_IS_PAIR_ENTRY (self) && text < G_N_ELEMENTS (self->entries) && reason != NULL);

  show_reason (self, text, reason);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[text]));
}
