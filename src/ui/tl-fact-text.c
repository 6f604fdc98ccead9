/* tl-fact-text.c: a row that edits a long text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"

#define TL_TYPE_FACT_TEXT (tl_fact_text_get_type ())
G_DECLARE_FINAL_TYPE (TlFactText, tl_fact_text, TL, FACT_TEXT, AdwPreferencesRow)

struct _TlFactText
{
  AdwPreferencesRow  parent_instance;

  TlFact            *fact;
  GtkWidget         *view;
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (TlFactText, tl_fact_text, ADW_TYPE_PREFERENCES_ROW)

static char *
dup_text (TlFactText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
update (TlFactText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  const char *value = tl_fact_get (self->fact);
  g_autofree char *text = dup_text (self);

  if (value == NULL)
    value = "";
  if (g_strcmp0 (text, value) == 0)
    return;
  self->updating = TRUE;
  gtk_text_buffer_set_text (buffer, value, -1);
  self->updating = FALSE;
}

static void
changed_cb (TlFactText *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;
  text = dup_text (self);
  if (tl_fact_set (self->fact, text, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), error->message);
    }
}

static void
leave_cb (TlFactText *self)
{
  if (self->fact == NULL)
    return;
  tl_fact_close (self->fact);
  update (self);
}

static void
tl_fact_text_dispose (GObject *object)
{
  TlFactText *self = TL_FACT_TEXT (object);

  self->updating = TRUE;
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_fact_text_parent_class)->dispose (object);
}

static gboolean
tl_fact_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_FACT_TEXT (widget)->view);
}

static void
tl_fact_text_class_init (TlFactTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_fact_text_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_fact_text_grab_focus;
}

static void
tl_fact_text_init (TlFactText *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = view;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "fact-text");
  /* The project's history is the one for undo, also of what is typed here. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (view, focus);
}

GtkWidget *
tl_fact_text_new (TlFact     *fact,
                  const char *title)
{
  TlFactText *self = g_object_new (TL_TYPE_FACT_TEXT,
                                   "title", title,
                                   "activatable", FALSE,
                                   "focusable", FALSE,
                                   NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fact-title");
  gtk_widget_add_css_class (box, "fact-box");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  self->fact = fact;
  update (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
