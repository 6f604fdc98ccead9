/* tl-window-bars.c: rows beneath the header bar for conditions that last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

enum
{
  RESPONSE_DO = 1,
  RESPONSE_KEEP,
};

typedef struct
{
  TlCondition      condition;
  GtkMessageType   type;
  const char      *text;
  const char      *action; /* label of the button that does something, or NULL */
  const char      *keep;   /* label of the button that leaves it as it is */
} Condition;

static const Condition conditions[] = {
  { TL_CONDITION_CHANGED, GTK_MESSAGE_WARNING,
    N_("The file was changed by another program since it was opened."),
    N_("_Reload"), N_("_Keep Mine") },
  { TL_CONDITION_READ_ONLY, GTK_MESSAGE_INFO,
    N_("This file cannot be written. Changes can be saved as another file."),
    N_("Save _As…"), N_("_Dismiss") },
  { TL_CONDITION_SALVAGED, GTK_MESSAGE_WARNING,
    N_("This is what could be read of a damaged file. The file itself is untouched; save this as "
       "a copy."),
    N_("Save _As…"), N_("_Dismiss") },
  { TL_CONDITION_RECOVERED, GTK_MESSAGE_INFO,
    N_("Changes that had not been saved were recovered. Save to keep them, or undo them."),
    N_("_Save"), N_("_Dismiss") },
  { TL_CONDITION_NEWER, GTK_MESSAGE_INFO,
    N_("This file holds things that this version does not know. They are kept as they are."),
    NULL, N_("_Dismiss") },
  { TL_CONDITION_FIRST, GTK_MESSAGE_OTHER,
    N_("New here? Six short steps show what is where."),
    N_("Take the _Tour"), N_("_No, Thanks") },
};

static const Condition *
get_condition (GtkInfoBar *bar)
{
  return g_object_get_data (G_OBJECT (bar), "condition");
}

static void
response_cb (TlWindow   *self,
             int         response,
             GtkInfoBar *bar)
{
  const Condition *condition = get_condition (bar);

  if (response == RESPONSE_DO && condition->condition == TL_CONDITION_CHANGED)
    tl_window_ask_to_revert (self);
  else if (response == RESPONSE_DO && condition->condition == TL_CONDITION_RECOVERED)
    tl_window_save (self);
  else if (response == RESPONSE_DO && condition->condition == TL_CONDITION_FIRST)
    tl_window_take_tour (self);
  else if (response == RESPONSE_DO)
    tl_window_save_as (self);
  else if (condition->condition == TL_CONDITION_FIRST)
    tl_window_refuse_tour (self);
  else
    {
      self->dismissed |= condition->condition;
      tl_window_update_bars (self);
    }
}

static GtkWidget *
create_bar (TlWindow        *self,
            const Condition *condition)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (gettext (condition->text));

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), condition->type);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  if (condition->action != NULL)
    gtk_info_bar_add_button (GTK_INFO_BAR (bar), gettext (condition->action), RESPONSE_DO);
  gtk_info_bar_add_button (GTK_INFO_BAR (bar), gettext (condition->keep), RESPONSE_KEEP);
  g_object_set_data (G_OBJECT (bar), "condition", (gpointer) condition);
  g_signal_connect_object (bar, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  return bar;
}

static GtkWidget *
find_bar (TlWindow        *self,
          const Condition *condition)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->bars));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_condition (GTK_INFO_BAR (child)) == condition)
      return child;
  return NULL;
}

static guint
find_conditions (TlWindow *self)
{
  guint found = self->conditions;

  if (self->document == NULL)
    return 0;
  if (tl_document_get_externally_changed (self->document))
    found |= TL_CONDITION_CHANGED;
  else
    self->dismissed &= ~(guint) TL_CONDITION_CHANGED; /* the next time counts anew */
  if (tl_document_get_read_only (self->document))
    found |= TL_CONDITION_READ_ONLY;
  found &= ~self->dismissed;
  /* There is time for it when there is nothing else to say. */
  return found == 0 && tl_window_offers_tour (self) ? TL_CONDITION_FIRST : found;
}

void
tl_window_update_bars (TlWindow *self)
{
  guint found = find_conditions (self);

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      GtkWidget *bar = find_bar (self, &conditions[i]);
      gboolean wanted = (found & conditions[i].condition) != 0;

      if (wanted && bar == NULL)
        gtk_box_append (self->bars, create_bar (self, &conditions[i]));
      else if (!wanted && bar != NULL)
        gtk_box_remove (self->bars, bar);
    }
}
